"""Measures (biện pháp, phương châm, nhiệm vụ) with polarity.

The patterns of measure_patterns.csv say what is a measure; here overlapping matches become mentions by
rules 5, 11, 12 and 19 of the guidelines: the more specific of two rows, the parts of a chain beside the
chain, one mention for two names of a row side by side, and a regime together with the act that it is named
after.

Rules named on a mention: `measure-phrase`; `measure-chain` and `measure-shared-verb` (parts stand beside the
whole); `measure-dreaded`, `measure-fought`, `measure-place`, `measure-background` (the stance of the
pattern, see ingest.extract.measures.lexicon); `regime-with-directive`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.documents import Mention
from ingest.extract.measures.context import Context
from ingest.extract.measures.lexicon import Lexicon, Row, lexicon_of
from ingest.extract.measures.matcher import is_markless
from ingest.extract.measures.pattern_match import Found
from ingest.extract.measures.regimes import find_regimes
from ingest.extract.measures.separators import COMMA, SENTENCE, separators
from ingest.extract.reading import Reading

_TRAILING = frozenset({"và", "hoặc", "hay", "cho", "các", "với"})
_JOINING = frozenset({"và", "hoặc", "hay"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words [first, last] that name a measure, and the row of the pattern that says so."""

    first: int
    last: int
    row: Row
    gap: int = 0

    @property
    def measure(self) -> str:
        """The id of the measure."""
        return self.row.measure

    def holds(self, other: Candidate) -> bool:
        """Whether `other` lies inside this one and is shorter."""
        inside = self.first <= other.first and other.last <= self.last
        return inside and self.last - self.first > other.last - other.first


def find_measures(reading: Reading, references: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """MEASURE mentions in text order.

    `attrs.polarity` is ordered, avoided or mentioned; an avoided one has `state` (lifted or avoided) and
    mostly `cue`.
    """
    lexicon = lexicon_of(reading.vocabulary)
    levels = separators(reading.words)
    candidates = [*_matches(reading, lexicon, levels), *_regimes(reading, references, lexicon, levels)]
    chosen = _merge(_specific(_nearest(candidates)), reading, levels)
    _part_headings(reading, levels)
    context = Context(reading, references, lexicon, levels, [(c.first, c.last) for c in chosen])
    mentions: list[Mention] = []
    for candidate in chosen:
        judged = context.judge(candidate.first, candidate.last, candidate.row)
        if judged is not None:
            start, end = _closed(reading, *reading.words.span(candidate.first, candidate.last))
            mentions.append(
                reading.mention(
                    start,
                    end,
                    "MEASURE",
                    candidate.measure,
                    candidate.row.rule,
                    polarity=judged.polarity,
                    **judged.extra,
                )
            )
    return tuple(mentions)


def _part_headings(reading: Reading, levels: list[int]) -> None:
    """Lets a sentence begin behind each heading: "I. QUAN ĐIỂM" and the line under it are two."""
    for provision in reading.provisions:
        if provision.heading:
            at = provision.start + provision.heading
            start = reading.words.at(reading.view.here(at - 1, at)[1])
            if start < len(levels):
                levels[start] = SENTENCE


def _closed(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """The span with the bracket that closes one opened inside it ("báo cáo kết quả (hàng ngày)")."""
    text = reading.view.text
    opened = text.count("(", start, end) > text.count(")", start, end)
    return (start, end + 1) if opened and text[end : end + 1] == ")" else (start, end)


def _matches(reading: Reading, lexicon: Lexicon, levels: Sequence[int]) -> Iterator[Candidate]:
    words = reading.words
    markless = is_markless(words)
    trailing = frozenset() if markless else _TRAILING
    for found in lexicon.measures.find(words, levels):
        row = lexicon.rows[found.pattern]
        if not _spelt_well(found, row, markless) or lexicon.vetoed(row, found, words, levels):
            continue
        first, last = found.first, found.last
        while first < last and words.key(first) in _JOINING:
            first += 1
        while last > first and words.key(last) in trailing:
            last -= 1
        yield Candidate(first, last, row, found.gap)


def _spelt_well(found: Found, row: Row, markless: bool) -> bool:
    """A scan may have lost the marks of one word in two to five, of two in six and more."""
    length = found.stop - found.start - found.gap
    if row.exact and not markless and found.slips:
        return False
    return found.slips <= (0 if length < 2 else 1 if length < 6 else 2)


def _regimes(
    reading: Reading, references: tuple[Mention, ...], lexicon: Lexicon, levels: Sequence[int]
) -> Iterator[Candidate]:
    for regime in find_regimes(reading, references, levels):
        yield Candidate(regime.first, regime.last, lexicon.regime_row(regime.measure))


def _nearest(candidates: list[Candidate]) -> list[Candidate]:
    """Of several heads before one verb the nearest ("bí thư …, người đứng đầu … chịu trách nhiệm")."""
    best: dict[tuple[str, int], Candidate] = {}
    for c in candidates:
        if c.row.headgap:
            other = best.get((c.measure, c.last))
            if other is None or (c.gap, c.first) < (other.gap, other.first):
                best[c.measure, c.last] = c
    return [c for c in candidates if not c.row.headgap or best[c.measure, c.last] is c]


def _specific(candidates: list[Candidate]) -> list[Candidate]:
    """Without those that lie inside a match of another row, unless that row lets its parts stand."""
    kept: list[Candidate] = []
    reach: list[Candidate] = []
    for c in sorted(candidates, key=_order):
        reach = [r for r in reach if r.last >= c.first]
        if not any(r.holds(c) and r.measure != c.measure and not r.row.keeps_parts for r in reach):
            kept.append(c)
            reach.append(c)
    return kept


def _merge(candidates: list[Candidate], reading: Reading, levels: Sequence[int]) -> list[Candidate]:
    """One mention for names of one row that overlap or stand side by side (rule 11)."""
    merged: list[Candidate] = []
    latest: dict[str, int] = {}
    for c in sorted(candidates, key=_order):
        at = latest.get(c.measure)
        if at is not None and _side_by_side(merged[at], c, reading, levels):
            longer = merged[at] if merged[at].last - merged[at].first >= c.last - c.first else c
            merged[at] = replace(
                longer, first=min(merged[at].first, c.first), last=max(merged[at].last, c.last)
            )
        else:
            latest[c.measure] = len(merged)
            merged.append(c)
    return merged


def _order(c: Candidate) -> tuple[int, int, bool]:
    """Text order, the longer first; of one span the row that says more about it."""
    return c.first, -c.last, not c.row.stance


def _side_by_side(a: Candidate, b: Candidate, reading: Reading, levels: Sequence[int]) -> bool:
    if b.first <= a.last:
        return True
    between = range(a.last + 1, b.first)
    if any(reading.words.key(i) not in _JOINING for i in between):
        return False
    return len(between) <= 1 and max(levels[a.last + 1 : b.first + 1]) <= COMMA
