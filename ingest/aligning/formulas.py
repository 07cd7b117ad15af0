"""Wording that is common property (câu mẫu dùng chung), told by where it stands first.

The rule: a run of RUN syllables in act D is *worn* when acts of more than `formula_provinces` places (a
province each, a central body each), dated before D, have it; or when it stands in the closings of acts of
more than `formula_closings` places, whatever their date, and in more closings than bodies. So wording that
comes from D itself stays D's, however many provinces copy it, and a later act that repeats it owns nothing of
it.

Worn words do not count when D's wording is sought elsewhere. A stretch of worn runs that is long enough to be
reuse, that an act which may take from D has whole, and that more than `formula_provinces` places share
without having it from the first, is a Formula: stored once, with a relationship to each place it stands at.
All of this follows from the set of documents alone, not from the order in which they came.
"""

from __future__ import annotations

import hashlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.aligning.held import Held, earliest, latest
from ingest.aligning.stretches import Stretch
from ingest.aligning.thresholds import RUN, SHINGLE, Thresholds

_BUCKETS = 1 << 25
_ALWAYS = ""  # earlier than any date
_NEVER = "~"

Worn = Mapping[int, frozenset[int]]  # words by number of the stretch


def runs_of(shingles: array[int]) -> Iterator[int]:
    """The runs of RUN syllables, each as a number; run i begins with word i."""
    return ((a << 32) | b for a, b in zip(shingles, shingles[RUN - SHINGLE :]))  # noqa: B905


class Commonness:
    """Since when each run is common property: from the day after the date given."""

    def __init__(self, held: Sequence[Held], thresholds: Thresholds) -> None:
        self._since = _closing_runs(held, thresholds.formula_closings)
        dated = sorted((h for h in held if h.date and h.place), key=lambda h: (latest(h.date), h.id))
        often = _Often(thresholds.formula_provinces)
        by_place: dict[str | None, list[Held]] = defaultdict(list)
        for item in dated:
            by_place[item.place].append(item)
        for items in by_place.values():
            often.add({run for item in items for run in _all_runs(item)})
        seen: dict[int, set[str | None]] = {}
        for item in dated:
            for run in filter(often.is_over, _all_runs(item)):
                if run not in self._since:
                    places = seen.setdefault(run, set())
                    places.add(item.place)
                    if len(places) > thresholds.formula_provinces:
                        self._since[run] = latest(item.date)
                        del seen[run]

    def worn_runs(self, stretch: Stretch, date: str | None) -> list[int]:
        """Numbers of the runs of an act's stretch that were common property before its date."""
        day, since = earliest(date), self._since
        return [i for i, run in enumerate(runs_of(stretch.shingles)) if since.get(run, _NEVER) < day]

    def worn(self, source: Held) -> Worn:
        """The worn words of each compared stretch of an act that has any."""
        found = {}
        for number, stretch in enumerate(source.stretches):
            runs = [] if stretch.closing else self.worn_runs(stretch, source.date)
            if runs:
                found[number] = frozenset(word for i in runs for word in range(i, i + RUN))
        return found


@dataclass(slots=True)
class _Often:
    """Which runs may stand in more than `limit` places: never wrongly no, rarely wrongly yes; small."""

    limit: int
    counts: bytearray = field(default_factory=lambda: bytearray(_BUCKETS))

    def add(self, runs: Iterable[int]) -> None:
        """Counts the runs of one place."""
        counts = self.counts
        for run in runs:
            bucket = (run ^ (run >> 31)) & (_BUCKETS - 1)
            if counts[bucket] < 255:
                counts[bucket] += 1

    def is_over(self, run: int) -> bool:
        """Whether the run was counted in more places."""
        return self.counts[(run ^ (run >> 31)) & (_BUCKETS - 1)] > self.limit


def _all_runs(item: Held) -> Iterator[int]:
    return (run for stretch in item.stretches for run in runs_of(stretch.shingles))


def _closing_runs(held: Sequence[Held], limit: int) -> dict[int, str]:
    """The runs that are common property for ever: of many closings, and of more closings than bodies."""
    closings: dict[int, set[str]] = defaultdict(set)
    for place, run in _runs_by_place(held, closing=True):
        closings[run].add(place)
    many = {run: places for run, places in closings.items() if len(places) > limit}
    bodies: dict[int, set[str]] = defaultdict(set)
    for place, run in _runs_by_place(held, closing=False) if many else ():
        if run in many:
            bodies[run].add(place)
    return {run: _ALWAYS for run, places in many.items() if len(places) > len(bodies[run])}


def _runs_by_place(held: Sequence[Held], *, closing: bool) -> Iterator[tuple[str, int]]:
    for item in held:
        if item.place:
            for stretch in item.stretches:
                if stretch.closing == closing:
                    for run in runs_of(stretch.shingles):
                        yield item.place, run


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A formula in a document: number of the stretch, first and last word."""

    document: str
    stretch: int
    first: int
    last: int


def formulas(held: Sequence[Held], common: Commonness, thresholds: Thresholds) -> dict[str, list[Occurrence]]:
    """The formulas by id, each with all its occurrences in document order."""
    givers: dict[str, list[Held]] = defaultdict(list)
    patterns: dict[str, array[int]] = {}
    for source in held:
        if source.giver is not None:
            for pattern in _patterns(source, common, thresholds.min_syllables):
                id = hashlib.sha256(pattern.tobytes()).hexdigest()[:16]
                patterns[id] = pattern
                givers[id].append(source)
    by_id = {item.id: item for item in held}
    found = _occurrences(held, patterns)
    return {id: places for id, places in found.items() if _counts(givers[id], places, by_id, thresholds)}


def _patterns(source: Held, common: Commonness, shortest: int) -> Iterator[array[int]]:
    """The stretches of worn runs, one after the other, that are long enough."""
    for stretch in source.stretches:
        if stretch.closing:
            continue
        runs = common.worn_runs(stretch, source.date)
        first = None
        for place, run in enumerate(runs):
            first = run if first is None else first
            if place + 1 == len(runs) or runs[place + 1] != run + 1:
                if run + RUN - first >= shortest:
                    yield stretch.shingles[first : run + RUN - SHINGLE + 1]
                first = None


def _occurrences(held: Sequence[Held], patterns: Mapping[str, array[int]]) -> dict[str, list[Occurrence]]:
    """Where each pattern stands; looked up by the first and the last shingle of its shortest beginning."""
    reach = min(map(len, patterns.values()), default=1) - 1
    by_ends: dict[tuple[int, int], list[tuple[str, array[int]]]] = defaultdict(list)
    for id, pattern in patterns.items():
        by_ends[pattern[0], pattern[reach]].append((id, pattern))
    found: dict[str, list[Occurrence]] = {id: [] for id in patterns}
    for item in held if patterns else ():
        for number, stretch in enumerate(item.stretches):
            shingles = stretch.shingles
            for at, ends in enumerate(zip(shingles, shingles[reach:], strict=False)):
                for id, pattern in by_ends.get(ends, ()):
                    if shingles[at : at + len(pattern)] == pattern:
                        last = at + len(pattern) + SHINGLE - 2
                        found[id].append(Occurrence(item.id, number, at, last))
    return found


def _counts(
    givers: Sequence[Held], places: Sequence[Occurrence], by_id: Mapping[str, Held], thresholds: Thresholds
) -> bool:
    """Whether more places than allowed share it, and somebody might else have taken it from a giver."""
    holders = {place.document: by_id[place.document] for place in places}
    first = _first(holders.values())
    shared = {h.place for h in holders.values() if h.place and not (first and h.may_take_from(first))}
    if len(shared) <= thresholds.formula_provinces:
        return False
    since: dict[str | None, str] = {}
    for giver in givers:
        day = earliest(giver.date)
        since[giver.giver] = min(day, since.get(giver.giver, day))
    return any(
        group in since and (item.date is None or since[group] <= latest(item.date))
        for item in holders.values()
        for group in item.takers
    )


def _first(holders: Iterable[Held]) -> Held | None:
    """The act that had it before all others; None where two share the first day."""
    dated = sorted((h for h in holders if h.date), key=lambda h: (earliest(h.date), h.id))
    if not dated:
        return None
    rivals = [h for h in dated if earliest(h.date) == earliest(dated[0].date) and h.act != dated[0].act]
    return None if rivals else dated[0]
