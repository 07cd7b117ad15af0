"""What a text wants with a measure that it names: ordered, avoided (refused or lifted) or only mentioned.

In this order: words that negate or end it and reach it; words that make it a report; words that make it the
description of people, a place or a time; then where in the document it stands (guidelines, rules 6 and 18).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ingest.documents import Mention
from ingest.extract.cues import CueHit, Cues
from ingest.extract.measure_lexicon import Lexicon, Row
from ingest.extract.pattern_match import COMMA, PLAIN
from ingest.extract.positions import Positions
from ingest.reading import Reading

_REACH = 10  # words a negation reaches over without a comma
_LIST_REACH = 18  # and over a list of measures


@dataclass(frozen=True, slots=True)
class Judgement:
    """A polarity of the guidelines, with `cue` and `state` where a measure is refused or lifted."""

    polarity: str
    extra: Mapping[str, str | None] = field(default_factory=dict)


# Nouns that begin a clause of their own.
_NOUNS = frozenset("nơi người xã huyện tỉnh vùng khu hộ ca ai viên bàn dân xe phương sở nghiệp đơn".split())

_ORDERED = Judgement("ordered")
_MENTIONED = Judgement("mentioned")


class Context:
    """The surroundings of the measures of one text, given as words [first, last]."""

    def __init__(
        self,
        reading: Reading,
        references: tuple[Mention, ...],
        lexicon: Lexicon,
        levels: Sequence[int],
        measures: Sequence[tuple[int, int]],
    ) -> None:
        self._reading = reading
        self._levels = levels
        self._measured = {word for first, last in measures for word in range(first, last + 1)}
        self._cues = Cues(lexicon, reading.words, levels, measures)
        self._positions = Positions(reading, references)

    def judge(self, first: int, last: int, row: Row) -> Judgement | None:
        """The polarity of a measure, or None where the place is none for a measure (Nơi nhận, signature)."""
        zone = self._positions.zone(first, last)
        if zone == "outside":
            return None
        reported = zone == "furniture" or self._reported(first, last)
        negation = self._negation(first)
        if row.stance == "dreaded":
            return Judgement("avoided", self._extra(negation, "avoided"))
        if row.stance == "fought":
            return _MENTIONED if negation is None or reported else _ORDERED
        ended = self._ended(last)
        if reported:
            return _MENTIONED
        if negation is not None or ended is not None:
            lifted = ended is not None or (negation is not None and negation.effect in ("lifts", "stops"))
            return Judgement("avoided", self._extra(negation or ended, "lifted" if lifted else "avoided"))
        if self._descriptive(first, row):
            return _MENTIONED
        return self._by_position(first, last, zone)

    def _extra(self, cue: CueHit | None, state: str) -> dict[str, str | None]:
        if cue is None:
            return {"state": state}
        words = self._reading.words
        return {"state": state, "cue": self._reading.view.quote(*words.span(cue.start, cue.stop - 1))}

    def _negation(self, first: int) -> CueHit | None:
        """The negation that reaches a measure, unless it is itself denied ("chưa dỡ bỏ")."""
        for cue in reversed(self._cues.before(first, "lifts", "stops", "refuses", "denies")):
            if self._reaches(cue, first):
                return None if self._denied(cue) else cue
        return None

    def _reaches(self, cue: CueHit, first: int) -> bool:
        width = first - cue.stop
        if width <= 0:
            return True
        commas = [i for i in range(cue.stop, first + 1) if self._levels[i] == COMMA]
        if cue.effect == "denies":
            return width <= 1 and not commas and not self._cues.between(cue.stop, first, "orders")
        if cue.effect == "stops":
            return width <= 2 and not commas
        if self._cues.between(cue.stop, first, "ends", "orders"):
            return False
        if not commas:
            return width <= _REACH
        return width <= _LIST_REACH and self._listed(cue.stop, commas, first)

    def _listed(self, start: int, commas: list[int], first: int) -> bool:
        """Whether the parts between commas are a list of measures that one negation governs."""
        edges = [start, *commas]
        for a, b in zip(edges, edges[1:], strict=False):
            if not any(word in self._measured for word in range(a, b)):
                return False
        return not self._cues.between(commas[-1], first, "acts")

    def _denied(self, cue: CueHit) -> bool:
        before = self._reading.words.key(cue.start - 1) if cue.start else ""
        return cue.effect in ("lifts", "stops") and before in ("không", "chưa", "đừng")

    def _ended(self, last: int) -> CueHit | None:
        """Words behind a measure that say it ended ("… được dỡ bỏ", "… hết hiệu lực")."""
        for cue in self._cues.after(last, "ended"):
            plain = all(level == PLAIN for level in self._levels[last + 1 : cue.start + 1])
            return cue if plain and cue.start - last <= 8 else None
        return None

    def _reported(self, first: int, last: int) -> bool:
        past = self._cues.before(first, "past")
        if any(self._tells(hit, first) for hit in past):
            return True
        if any(self._tells(hit, first) for hit in self._cues.before(first, "reports", clause=False)):
            return True
        told = self._cues.before(first, "orders", "aims")
        behind = [*self._cues.after(last, "past", "rated"), *self._cues.after(last, "reports")]
        return not told and any(
            hit.start - last <= 10
            and all(x == PLAIN for x in self._levels[last + 1 : hit.start + 1])
            and not self._of_others(hit)
            for hit in behind
        )

    def _of_others(self, hit: CueHit) -> bool:
        """Whether what is past belongs to a noun behind the measure ("ở nơi đã an toàn", "người đã khỏi")."""
        return hit.effect == "past" and self._reading.words.key(hit.start - 1) in _NOUNS

    def _tells(self, hit: CueHit, first: int) -> bool:
        """Whether a report goes on until a measure: nobody is told to do anything in between."""
        orders = [h for h in self._cues.before(first, "orders", clause=False) if h.start >= hit.stop]
        return not any(self._reading.words.key(h.start - 1) != "đã" for h in orders if h.start)

    def _descriptive(self, first: int, row: Row) -> bool:
        """Whether a measure only describes people, a place, a thing or a time."""
        adjacent = {h.effect for h in self._cues.before(first, "state", "people", "place", "noun") if h.stop == first}
        if adjacent & {"state", "noun"} or row.stance == "background":
            return True
        if "people" in adjacent and row.measure in ("cach-ly-tap-trung", "cach-ly-tai-nha", "quan-ly-nhap-canh"):
            return True
        if row.stance == "place":
            verbs = [h for h in self._cues.before(first, "establishes") if first - h.stop <= 3]
            return "place" in adjacent or not verbs
        near = [h for h in self._cues.before(first, "background") if first - h.stop <= 4]
        return any(not self._cues.between(h.stop, first, "orders", "acts") for h in near)

    def _by_position(self, first: int, last: int, zone: str) -> Judgement:
        told = self._cues.before(first, "orders", clause=False)
        if zone == "subject":
            return _ORDERED
        if zone == "task":
            return _ORDERED
        aims = [h for h in self._cues.before(first, "aims") if not told or h.start > told[-1].start]
        if zone == "opening":
            return _ORDERED if told and not aims else _MENTIONED
        return _MENTIONED
