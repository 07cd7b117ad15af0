"""What a text wants with a measure that it names: ordered, avoided (refused or lifted) or only mentioned.

In this order: words that negate or end it and reach it; words that make it a report; words that make it the
description of people, a place or a time; then where in the document it stands (guidelines, rules 6 and 18).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.documents import Mention
from ingest.extract.cues import CueHit, Cues
from ingest.extract.measure_lexicon import Lexicon, Row
from ingest.extract.pattern_match import COMMA, PLAIN
from ingest.extract.positions import Positions
from ingest.reading import Reading

_REACH = 10  # words a negation reaches over without a comma
_NEAR = {"denies": 1, "stops": 2}  # a bare negation or "dừng"
_LIST_REACH = 18  # and over a list of measures


@dataclass(frozen=True, slots=True)
class Judgement:
    """A polarity of the guidelines, with `cue` and `state` where a measure is refused or lifted."""

    polarity: str
    extra: Mapping[str, str | None] = field(default_factory=dict)


# The last syllable of nouns that begin a clause of their own ("ở nơi …", "địa phương …", "doanh nghiệp …").
_NOUN = re.compile("nơi|người|xã|huyện|tỉnh|vùng|khu|hộ|ca|ai|viên|bàn|dân|xe|phương|sở|nghiệp|đơn|hợp")
# Words that make a noun of a measure's verb, so that what follows is said of it ("công tác truy vết còn
# chậm").
_NAMING = re.compile("việc|tác|pháp|sự|động|trình|đợt|chốt|tổ|trạm")
# Measures that people and places are in for a time.
_STATES = frozenset(
    {"cach-ly-tap-trung", "cach-ly-tai-nha", "quan-ly-nhap-canh", "gian-cach-xa-hoi", "phong-toa"}
)
_WHEN = re.compile("khi|sau|trước|đến|tới|lúc")
_NOT = re.compile("không|chưa|đừng")

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
        """The polarity of a measure; None where it stands in no place for one (Nơi nhận, signature)."""
        zone = self._positions.zone(first, last)
        if zone == "outside" or (row.task and zone != "task"):
            return None
        if zone == "cited":
            return _ORDERED
        reported = zone == "furniture" or self._reported(first, last, zone)
        negation = self._negation(first)
        if row.stance == "dreaded":
            return Judgement("avoided", self._extra(negation, "avoided"))
        if row.stance == "fought":
            return _ORDERED if negation is not None and not reported else _MENTIONED
        if reported or (row.stance == "place" and "place" in self._adjacent(first)):
            return _MENTIONED
        return self._refused(negation, last) or self._wanted(first, row, zone)

    def _refused(self, negation: CueHit | None, last: int) -> Judgement | None:
        """The judgement on a measure that words before or behind it refuse or lift."""
        cue = self._ended(last) or negation
        if cue is None:
            return None
        lifted = cue.effect in ("lifts", "stops", "ended")
        return Judgement("avoided", self._extra(cue, "lifted" if lifted else "avoided"))

    def _wanted(self, first: int, row: Row, zone: str) -> Judgement:
        """The judgement by what a measure describes and by where it stands."""
        if self._descriptive(first, row):
            return _MENTIONED
        if zone in ("subject", "task"):
            return _ORDERED
        told = self._cues.before(first, "orders", clause=False)
        aims = [h for h in self._cues.before(first, "aims") if not told or h.start > told[-1].start]
        return _ORDERED if zone == "opening" and told and not aims else _MENTIONED

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
        """Whether a negation governs a measure: near, in its clause, with nothing between that ends it."""
        width = first - cue.stop
        if width <= 0:
            return True
        commas = [i for i in range(cue.stop, first + 1) if self._levels[i] == COMMA]
        if cue.effect in ("denies", "stops"):
            return (
                width <= _NEAR[cue.effect]
                and not commas
                and not self._cues.between(cue.stop, first, "orders")
            )
        ending = ("ends", "orders", "joint") if cue.effect == "refuses" else ("ends", "orders")
        if self._cues.between(cue.stop, first, *ending):
            return False
        if commas:
            return width <= _LIST_REACH and self._listed(cue.stop, commas, first)
        return width <= _REACH

    def _listed(self, start: int, commas: list[int], first: int) -> bool:
        """Whether the parts between commas are a list of measures that one negation governs."""
        for a, b in pairwise([start, *commas]):
            if not any(word in self._measured for word in range(a, b)):
                return False
        return not self._cues.between(commas[-1], first, "acts")

    def _denied(self, cue: CueHit) -> bool:
        """Whether ending it is itself denied or put in time ("chưa dỡ bỏ", "sau khi kết thúc")."""
        before = self._word(cue.start - 1)
        return cue.effect in ("lifts", "stops") and bool(_NOT.fullmatch(before) or _WHEN.fullmatch(before))

    def _ended(self, last: int) -> CueHit | None:
        """Words behind a measure that say it ended ("… được dỡ bỏ", "… hết hiệu lực")."""
        cue = next(iter(self._cues.after(last, "ended")), None)
        if cue is None or cue.start - last > 8 or _WHEN.fullmatch(self._word(cue.start - 1)):
            return None
        return cue if self._plain(last + 1, cue.start) else None

    def _word(self, index: int) -> str:
        return self._reading.words.key(index) if index >= 0 else ""

    def _plain(self, first: int, last: int) -> bool:
        """Whether no comma or more stands before the words [first, last]."""
        return all(level == PLAIN for level in self._levels[first : last + 1])

    def _reported(self, first: int, last: int, zone: str) -> bool:
        """Whether the sentence tells what was done or how it is."""
        if any(self._goes_on(hit, first, zone) for hit in self._cues.before(first, "past")):
            return True
        reports = self._cues.before(first, "reports", "reports-first", clause=False)
        told = [h for h in reports if h.effect == "reports" or self._cues.opens(h)]
        if any(self._tells(hit, first) for hit in told):
            return True
        return not self._cues.before(first, "orders", "aims") and self._told_behind(first, last)

    def _goes_on(self, hit: CueHit, first: int, zone: str) -> bool:
        """Whether "đã" reaches a measure: in a task no further than its part of the sentence."""
        if not self._tells(hit, first):
            return False
        commas = [i for i in range(hit.stop, first + 1) if self._levels[i] == COMMA]
        part = commas[-1] if commas else hit.stop
        relative = bool(commas) or bool(_NOUN.fullmatch(self._word(hit.start - 1)))
        turned = self._cues.between(hit.stop, first, "ends")
        acting = self._cues.between(part, first, "acts")
        return not (zone == "task" and acting and (relative or turned))

    def _told_behind(self, first: int, last: int) -> bool:
        """Whether the words behind a measure say how it went ("… đã hoàn thành", "… còn chậm")."""
        named = _NAMING.fullmatch(self._word(first - 1)) or _NAMING.fullmatch(self._word(first))
        if not named:
            return False
        return any(self._told_by(hit, last) for hit in self._cues.after(last, "past", "rated", "reports"))

    def _told_by(self, hit: CueHit, last: int) -> bool:
        between = range(last + 1, hit.start)
        if len(between) > 9 or not self._plain(last + 1, hit.start):
            return False
        if between and self._cues.between(between.start, between.stop, "orders"):
            return False
        return hit.effect == "reports" or not any(_NOUN.fullmatch(self._word(i)) for i in between)

    def _tells(self, hit: CueHit, first: int) -> bool:
        """Whether a report goes on until a measure: nobody is told to do anything in between."""
        orders = [h for h in self._cues.before(first, "orders", clause=False) if h.start >= hit.stop]
        return not any(self._word(h.start - 1) != "đã" for h in orders)

    def _descriptive(self, first: int, row: Row) -> bool:
        """Whether a measure only describes people, a place, a thing or a time."""
        adjacent = self._adjacent(first)
        if adjacent & {"state", "noun"} or row.stance == "background":
            return True
        if "people" in adjacent and row.measure in _STATES:
            return True
        if row.stance == "place":
            verbs = [h for h in self._cues.before(first, "establishes") if first - h.stop <= 3]
            return not verbs
        near = [
            h
            for h in self._cues.before(first, "background")
            if first - h.stop <= 4 and self._plain(h.stop, first)
        ]
        return any(not self._cues.between(h.stop, first, "orders", "acts") for h in near)

    def _adjacent(self, first: int) -> set[str]:
        """What the words right before a measure make of it."""
        hits = self._cues.before(first, "state", "people", "place", "noun")
        return {h.effect for h in hits if h.stop == first}
