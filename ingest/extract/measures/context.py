"""What a text wants with a measure that it names: ordered, avoided (refused or lifted) or only mentioned.

In this order: words that negate or end it and reach it; words that make it a report; words that make it the
description of people, a place or a time; then where in the document it stands (guidelines, rules 6 and 18).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ingest.documents import Mention
from ingest.extract.measures.beneficiaries import of_beneficiary
from ingest.extract.measures.bidding import Bidding
from ingest.extract.measures.cues import CueHit, Cues
from ingest.extract.measures.leads import Lead, Leads
from ingest.extract.measures.lexicon import Lexicon, Row
from ingest.extract.measures.negations import HASTE, NOT, Negations
from ingest.extract.measures.positions import Positions
from ingest.extract.measures.separators import COMMA, PLAIN
from ingest.extract.measures.told import Told
from ingest.extract.reading import Reading

_TO_ACT = 4  # words between "bãi bỏ" and the act that it ends
_BACKGROUND = 8  # words between "sau khi", "trong thời gian" and the measure


@dataclass(frozen=True, slots=True)
class Judgement:
    """A polarity of the guidelines, with `cue` and `state` where a measure is refused or lifted."""

    polarity: str
    extra: Mapping[str, str | None] = field(default_factory=dict)


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
# The first syllable of what a list of rules is of: yêu cầu, quy định, việc.
_RULE = re.compile("yêu|qui|việc")
# The last syllable of what is done to a time of a measure: "kéo dài thời gian …", "gia hạn thời gian …".
_LENGTHENED = re.compile("dài|hạn|ngắn")
# A paper that must be shown of a measure wants the measure. Elsewhere: "phải có kết quả xét nghiệm âm tính",
# "yêu cầu xuất trình giấy chứng nhận tiêm".
# People are taken to a place. Elsewhere: "chuyển ngay người nhập cảnh đến", "đưa về".
_TAKEN = 16  # words in which that is said
_TAKEN_TO = re.compile(
    r"(?<!được )(?<!bị )(?<!đã )(?<!đang )(?<!vận )(?<!luân )(?<!\w)(?:đưa|chuyển|dẫn giải|bàn giao|áp tải)"
    r"(?! (?:hàng|quà|thực phẩm|lương thực|gạo|rau|nhu yếu|thuốc|đồ|suất|vật tư|oxy|hồ sơ|mẫu)\b)"
    r"(?:(?! (?:đưa|chuyển|về nhà|được|bị)\b) \w+){0,12}? (?:vào|đến|tới|về|lên|sang|ở)(?: các| những)?$"
)
_SHOWN = re.compile(
    r"(?:^| )(?:phải|cần|bắt buộc|yêu cầu)(?: \w+){0,3} (?:có|xuất trình|mang|mang theo|nộp)(?: \w+){0,4}$"
)
# A place that people come from or go to, which a regime only tells apart. Elsewhere: "về từ vùng áp dụng …",
# "đi qua các tỉnh thực hiện …", "lưu trú tại địa bàn giãn cách …".
_ELSEWHERE = re.compile(
    r"\b(?:từ|ở|tại|qua|đến|khỏi|thuộc)(?: (?!nay|toàn|khi|giờ)[^\W\d_]+){0,3}?"
    r" (?:nơi|vùng|vực|bàn|phương|tỉnh|phố|huyện|quận|xã|phường)$"
)
_REGIMES = frozenset({"gian-cach-xa-hoi", "gian-cach-ct15", "gian-cach-ct16", "gian-cach-ct19"})

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
        self._negations = Negations(reading.words, levels, self._cues, self._measured)
        self._bidding = Bidding(reading.words, levels, self._cues, self._measured)
        self._told = Told(reading, levels, self._cues, self._measured)
        self._positions = Positions(reading, references)
        self._leads = Leads(reading)

    def judge(self, first: int, last: int, row: Row) -> Judgement | None:
        """The polarity of a measure; None where it stands in no place for one (Nơi nhận, signature)."""
        zone = self._positions.zone(first, last)
        if zone == "outside" or (row.task and zone not in ("task", "prose")):
            return None
        ended = self._with_act(first)
        if ended is not None or zone == "cited":
            return ended or self._as_cited(first)
        lead = self._lead(first)
        reported = zone == "furniture" or self._told.reported(first, last, zone)
        reported = reported or (lead is not None and lead.mood == "reports")
        negation = self._negations.negation(first)
        if row.stance == "dreaded":
            told = reported and zone == "opening" and negation is None
            return _MENTIONED if told else Judgement("avoided", self._extra(negation, "avoided"))
        if row.stance == "fought":
            banned = lead is not None and lead.mood == "bans"
            bidden = negation is not None or banned or self._spurned(first)
            return _ORDERED if bidden and not reported else _MENTIONED
        sent = row.stance == "place" and self._sent(first)
        if reported or (row.stance == "place" and not sent and "place" in self._adjacent(first)):
            return _MENTIONED
        refused = self._refused(negation, first, last) or self._listed_off(lead, first)
        return refused or self._wanted(first, last, row, zone)

    def _as_cited(self, first: int) -> Judgement:
        """The judgement on the subject of a cited act: to be carried out, or only asked for."""
        lifts = self._cues.before(first, "lifts", "stops")
        reached = any(self._negations.reaches(h, first) and not self._negations.denied(h) for h in lifts)
        return _MENTIONED if reached or self._cues.before(first, "asked") else _ORDERED

    def _with_act(self, first: int) -> Judgement | None:
        """The judgement on the subject of an act that is ended ("Bãi bỏ Công văn số … về việc …")."""
        act = self._positions.act_before(first)
        for cue in self._cues.before(first, "lifts", "stops") if act is not None else ():
            if act is not None and 0 <= act - cue.stop <= _TO_ACT and not self._negations.denied(cue):
                return Judgement("avoided", self._extra(cue, "lifted"))
        return None

    def _spurned(self, first: int) -> bool:
        """Whether people are told not to take part in the thing fought ("không chia sẻ tin giả")."""
        near = range(max(0, first - HASTE), first)
        return any(NOT.fullmatch(self._word(i)) and self._plain(i + 1, first) for i in near)

    def _lead(self, first: int) -> Lead | None:
        """The lead over the list of a measure, where its own sentence orders nothing before it."""
        orders = self._cues.before(first, "orders", clause=False)
        if orders and not self._named_in_list(orders, first):
            return None
        lead = self._leads.over(self._reading.view.home(*self._reading.words.span(first, first))[0])
        return lead if not orders or (lead is not None and lead.mood in ("bans", "lifts")) else None

    def _named_in_list(self, orders: Sequence[CueHit], first: int) -> bool:
        """Whether words of order only name what a list is of: "- Yêu cầu bắt buộc xét nghiệm hằng tuần"."""
        start = self._cues.start_of(first)
        return bool(_RULE.fullmatch(self._word(start))) and all(h.start - start < HASTE for h in orders)

    def _listed_off(self, lead: Lead | None, first: int) -> Judgement | None:
        """The judgement on an entry of a list that is banned or lifted; not on a stop that is the measure."""
        if lead is None or lead.mood not in ("bans", "lifts") or NOT.fullmatch(self._word(first)):
            return None
        state = "lifted" if lead.mood == "lifts" else "avoided"
        cue = self._reading.view.quote(lead.start, lead.end)
        return Judgement("avoided", {"state": state, "cue": cue})

    def _refused(self, negation: CueHit | None, first: int, last: int) -> Judgement | None:
        """The judgement on a measure that words before or behind it refuse or lift."""
        cue = self._negations.behind(last, "ended") or negation
        if cue is None and self._told.subject(first):
            cue = self._negations.behind(last, "declined") or self._negations.behind(last, "ceased")
        if cue is None:
            return None
        lifted = cue.effect in ("lifts", "stops", "ended", "ceased") or self._negations.no_more(last)
        return Judgement("avoided", self._extra(cue, "lifted" if lifted else "avoided"))

    def _wanted(self, first: int, last: int, row: Row, zone: str) -> Judgement:
        """The judgement by what a measure describes and by where it stands."""
        if self._descriptive(first, last, row) or self._negations.until(first):
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

    def _word(self, index: int) -> str:
        return self._reading.words.keys[index] if index >= 0 else ""

    def _plain(self, first: int, last: int) -> bool:
        """Whether no comma or more stands before the words [first, last]."""
        return not any(self._levels[first : last + 1])

    def _descriptive(self, first: int, last: int, row: Row) -> bool:
        """Whether a measure only describes people, a place, a thing or a time."""
        adjacent = self._adjacent(first)
        named = "noun" in adjacent and not _SHOWN.search(self._said_before(first))
        if "state" in adjacent or named or row.stance == "background" or self._attributive(first):
            return True
        if row.measure in _REGIMES and _ELSEWHERE.search(self._said_before(first, COMMA)):
            return True
        if "people" in adjacent and row.stay:
            return True
        if of_beneficiary(self._reading.words.keys, self._levels, first, last):
            return True
        if row.stance == "place":
            verbs = [h for h in self._cues.before(first, "establishes") if first - h.stop <= 3]
            return not verbs and not self._sent(first)
        near = [
            h
            for h in self._cues.before(first, "background")
            if first - h.stop <= _BACKGROUND and self._plain(h.stop, first)
            if not (self._cues.opens(h) and self._labels(last))
            if not _LENGTHENED.fullmatch(self._word(h.start - 1))
        ]
        return any(not self._cues.between(h.stop, first, "orders", "acts") for h in near)

    def _attributive(self, first: int) -> bool:
        """Whether a measure only tells apart who or what stands before it ("xử lý nghiêm xe luồng xanh")."""
        before = self._word(first - 1)
        if not self._plain(first, first) or _BROKEN.fullmatch(before) or _BROKEN.fullmatch(self._word(first)):
            return False
        if self._cues.thing(self._word(first)) and _HOLDER.fullmatch(before):
            return True
        said = self._said_before(first)
        start = first - len(said.split())
        return bool(_CAUGHT.search(f"{said} ")) and not self._cues.between(start, first, "acts")

    def _said_before(self, first: int, level: int = PLAIN) -> str:
        """The few words before a measure with nothing above a level between them."""
        start = first
        while start > 0 and first - start < 8 and self._levels[start] <= level:
            start -= 1
        return " ".join(self._word(i) for i in range(start, first))

    def _sent(self, first: int) -> bool:
        """Whether people shall be taken to a place of a measure ("đưa F1 vào khu cách ly tập trung")."""
        start = max(self._cues.start_of(first), first - _TAKEN)
        said = " ".join(self._word(i) for i in range(start, first))
        return bool(_TAKEN_TO.search(said))

    def _labels(self, last: int) -> bool:
        """Whether a measure ends the label of an entry: "Thời gian phong tỏa: 07 ngày"."""
        words = self._reading.words
        return last + 1 < len(words) and words.gap(last + 1).strip(" *_").startswith(":")

    def _adjacent(self, first: int) -> set[str]:
        """What the words right before a measure make of it."""
        hits = self._cues.before(first, "state", "people", "place", "noun")
        return {h.effect for h in hits if h.stop == first}
