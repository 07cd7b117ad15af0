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
from ingest.extract.measures.bidding import THING, Bidding
from ingest.extract.measures.cues import CueHit, Cues
from ingest.extract.measures.leads import Lead, Leads
from ingest.extract.measures.lexicon import Lexicon, Row
from ingest.extract.measures.pattern_match import COMMA, PLAIN
from ingest.extract.measures.positions import Positions
from ingest.extract.measures.told import Told
from ingest.extract.reading import Reading

_REACH = 10  # words a negation reaches over without a comma
_NEAR = {"denies": 1, "stops": 2}  # a bare negation or "dừng"
_HASTE = 4  # and over haste or neglect, when ending a measure is denied
_LIST_REACH = 18  # and over a list of measures
_BACKGROUND = 8  # words between "sau khi", "trong thời gian" and the measure


@dataclass(frozen=True, slots=True)
class Judgement:
    """A polarity of the guidelines, with `cue` and `state` where a measure is refused or lifted."""

    polarity: str
    extra: Mapping[str, str | None] = field(default_factory=dict)


# Measures that people and places are in for a time.
_STATES = frozenset(
    {"cach-ly-tap-trung", "cach-ly-tai-nha", "quan-ly-nhap-canh", "gian-cach-xa-hoi", "phong-toa"}
)
_WHEN = re.compile("khi|sau|trước|đến|tới|lúc")
_NOT = re.compile("không|chưa|đừng")
# The end of words that free somebody of a duty ("không bắt buộc", "không yêu cầu", "không nhất thiết").
_FREEING = re.compile("buộc|cầu|thiết|ép")

# The first syllable of words that ask somebody for something: yêu cầu, đề nghị, giao, bắt buộc, quyết định.
_ASKS = re.compile("yêu|đề|giao|bắt|quyết")

# The last syllable of who or what a measure may tell apart from others ("xe luồng xanh", "chủ quán …").
_HOLDER = re.compile("xe|xã|phường|thôn|hộ|nghiệp|sở|khách|xế|tiện|bàn|phố|chủ|tài|quán|hàng")
# Somebody is punished or found who does the thing. Elsewhere: "xử phạt chủ quán tụ tập đông người",
# "phát hiện trường hợp tự ý về quê".
_CAUGHT = re.compile(
    r"\b(?:xử lí|xử phạt|xử lí nghiêm|phạt|khởi tố|kỉ luật|phát hiện|truy tìm|bắt giữ|thu hồi|kiểm điểm)"
    r"(?: các| những| mọi)? (?:người|hộ|chủ|xe|trường hợp|đối tượng|tổ chức|cá nhân|cơ sở|nơi|địa phương"
    r"|tài xế|lái xe|phương tiện|hành vi|vụ|quán|nhà|cán bộ|đảng viên)(?: \w+){0,3} $"
)
_BROKEN = re.compile("không|chưa")

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
        self._bidding = Bidding(reading.words, levels, self._cues, self._measured)
        self._told = Told(reading, levels, self._cues, self._measured)
        self._positions = Positions(reading, references)
        self._leads = Leads(reading)

    def judge(self, first: int, last: int, row: Row) -> Judgement | None:
        """The polarity of a measure; None where it stands in no place for one (Nơi nhận, signature)."""
        zone = self._positions.zone(first, last)
        if zone == "outside" or (row.task and zone not in ("task", "prose")):
            return None
        if zone == "cited":
            return _ORDERED
        lead = self._lead(first)
        reported = zone == "furniture" or self._told.reported(first, last, zone)
        reported = reported or (lead is not None and lead.mood == "reports")
        negation = self._negation(first)
        if row.stance == "dreaded":
            return Judgement("avoided", self._extra(negation, "avoided"))
        if row.stance == "fought":
            bidden = negation is not None or (lead is not None and lead.mood == "bans")
            return _ORDERED if bidden and not reported else _MENTIONED
        if reported or (row.stance == "place" and "place" in self._adjacent(first)):
            return _MENTIONED
        refused = self._refused(negation, first, last) or self._listed_off(lead, first)
        return refused or self._wanted(first, last, row, zone)

    def _lead(self, first: int) -> Lead | None:
        """The lead over the list of a measure, where its own sentence orders nothing before it."""
        if self._cues.before(first, "orders", clause=False):
            return None
        return self._leads.over(self._reading.view.home(*self._reading.words.span(first, first))[0])

    def _listed_off(self, lead: Lead | None, first: int) -> Judgement | None:
        """The judgement on an entry of a list that is banned or lifted; not on a stop that is the measure."""
        if lead is None or lead.mood not in ("bans", "lifts") or _NOT.fullmatch(self._word(first)):
            return None
        state = "lifted" if lead.mood == "lifts" else "avoided"
        cue = self._reading.view.quote(lead.start, lead.end)
        return Judgement("avoided", {"state": state, "cue": cue})

    def _refused(self, negation: CueHit | None, first: int, last: int) -> Judgement | None:
        """The judgement on a measure that words before or behind it refuse or lift."""
        cue = self._behind(last, "ended") or negation
        if cue is None and self._told.subject(first):
            cue = self._behind(last, "declined") or self._behind(last, "ceased")
        if cue is None:
            return None
        lifted = cue.effect in ("lifts", "stops", "ended", "ceased") or self._no_more(last)
        return Judgement("avoided", self._extra(cue, "lifted" if lifted else "avoided"))

    def _wanted(self, first: int, last: int, row: Row, zone: str) -> Judgement:
        """The judgement by what a measure describes and by where it stands."""
        if self._descriptive(first, row) or self._until(first):
            return _MENTIONED
        if zone == "subject":
            return _ORDERED
        if zone in ("task", "prose"):
            wanted = zone == "task" or self._bidding.bidden(first, last)
            return _ORDERED if wanted and not self._told.aimed(first) else _MENTIONED
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

    def _until(self, first: int) -> bool:
        """Whether the end of a measure only tells a time ("… cho đến khi dỡ bỏ phong tỏa")."""
        return any(
            _WHEN.fullmatch(self._word(cue.start - 1)) and self._reaches(cue, first)
            for cue in self._cues.before(first, "lifts", "stops")
        )

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
        if self._turned(cue, first) or self._overruled(cue, first):
            return False
        if commas:
            return width <= _LIST_REACH and self._listed(cue.stop, commas, first)
        return width <= _REACH

    def _turned(self, cue: CueHit, first: int) -> bool:
        """Whether words between a negation and a measure end its reach; a purpose ("để") ends no ban."""
        ending = ("ends", "joint") if cue.effect == "refuses" else ("ends",)
        turns = self._cues.within(cue.stop, first, *ending)
        if any(self._word(i) == "cấm" for i in range(cue.start, cue.stop)):
            turns = [h for h in turns if h.effect == "ends" and self._word(h.start) != "để"]
        return bool(turns)

    def _overruled(self, cue: CueHit, first: int) -> bool:
        """Whether an order stands between a negation and a measure; "không bắt buộc … phải …" has none."""
        orders = [h for h in self._cues.before(first, "orders") if h.start >= cue.stop]
        orders = [h for h in orders if not self._governed(cue, h)]
        if _FREEING.fullmatch(self._word(cue.stop - 1)):
            orders = [h for h in orders if self._word(h.stop - 1) != "phải"]
        return bool(orders)

    def _governed(self, cue: CueHit, order: CueHit) -> bool:
        """Whether asking for something is itself refused ("không được tự ý yêu cầu người dân xét nghiệm")."""
        asks = _ASKS.fullmatch(self._word(order.start)) is not None
        return cue.effect == "refuses" and asks and self._plain(cue.stop, order.start)

    def _listed(self, start: int, commas: list[int], first: int) -> bool:
        """Whether the parts between commas are a list of measures that one negation governs."""
        for a, b in pairwise([start, *commas]):
            if not any(word in self._measured for word in range(a, b)):
                return False
        return not self._cues.between(commas[-1], first, "acts")

    def _denied(self, cue: CueHit) -> bool:
        """Whether ending it is itself denied or put in time ("chưa dỡ bỏ", "sau khi kết thúc")."""
        if cue.effect not in ("lifts", "stops"):
            return False
        before = self._word(cue.start - 1)
        if _NOT.fullmatch(before) or _WHEN.fullmatch(before):
            return True
        # "không vội dừng", and behind a measure's own negation "không được chủ quan dỡ bỏ".
        denials = self._cues.before(cue.start, "refuses", "denies")
        if any(cue.start - h.stop < _HASTE and self._plain(h.stop, cue.start) for h in denials):
            return True
        near = range(max(0, cue.start - _HASTE), cue.start)
        return any(
            i in self._measured and _NOT.fullmatch(self._word(i)) and self._plain(i + 1, cue.start)
            for i in near
        )

    def _behind(self, last: int, effect: str) -> CueHit | None:
        """Words behind a measure that say it ended or shall not be ("… được dỡ bỏ", "… chưa đặt ra")."""
        cue = next(iter(self._cues.after(last, effect)), None)
        if cue is None or cue.start - last > 8 or _WHEN.fullmatch(self._word(cue.start - 1)):
            return None
        return cue if self._plain(last + 1, cue.start) else None

    def _no_more(self, last: int) -> bool:
        """Whether "nữa" (no longer) closes the part of the sentence behind a measure."""
        for i in range(last + 1, min(last + _LIST_REACH, len(self._levels))):
            if self._levels[i] >= COMMA:
                return False
            if self._word(i) == "nữa":
                return True
        return False

    def _word(self, index: int) -> str:
        return self._reading.words.key(index) if index >= 0 else ""

    def _plain(self, first: int, last: int) -> bool:
        """Whether no comma or more stands before the words [first, last]."""
        return all(level == PLAIN for level in self._levels[first : last + 1])

    def _descriptive(self, first: int, row: Row) -> bool:
        """Whether a measure only describes people, a place, a thing or a time."""
        adjacent = self._adjacent(first)
        if adjacent & {"state", "noun"} or row.stance == "background" or self._attributive(first):
            return True
        if "people" in adjacent and row.measure in _STATES:
            return True
        if row.stance == "place":
            verbs = [h for h in self._cues.before(first, "establishes") if first - h.stop <= 3]
            return not verbs
        near = [
            h
            for h in self._cues.before(first, "background")
            if first - h.stop <= _BACKGROUND and self._plain(h.stop, first)
        ]
        return any(not self._cues.between(h.stop, first, "orders", "acts") for h in near)

    def _attributive(self, first: int) -> bool:
        """Whether a measure only tells apart who or what stands before it ("xử lý nghiêm xe luồng xanh")."""
        words = self._reading.words
        before = self._word(first - 1)
        if not self._plain(first, first) or _BROKEN.fullmatch(before) or _BROKEN.fullmatch(self._word(first)):
            return False
        if THING.fullmatch(self._word(first)) and _HOLDER.fullmatch(before):
            return True
        start = first
        while start > 0 and first - start < 8 and self._levels[start] == PLAIN:
            start -= 1
        said = " ".join(words.key(i) for i in range(start, first))
        return bool(_CAUGHT.search(f"{said} ")) and not self._cues.between(start, first, "acts")

    def _adjacent(self, first: int) -> set[str]:
        """What the words right before a measure make of it."""
        hits = self._cues.before(first, "state", "people", "place", "noun")
        return {h.effect for h in hits if h.stop == first}
