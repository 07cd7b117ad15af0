"""Whether a sentence tells of a measure (kể lại) and does not want it: what was done, how or what it is.

Every rule looks at the grammar around the measure: words that put the sentence in the past, a beginning that
only describes ("Số ca mắc mới …", "Nhờ …"), a predicate behind the measure ("… đã hoàn thành", "… là …"). An
order in between ends a report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.extract.measures.cues import NEGATIVE, CueHit, Cues
from ingest.extract.measures.moments import Moments
from ingest.extract.measures.separators import COMMA
from ingest.extract.reading import Reading

# The last syllable of nouns that begin a clause of their own ("ở nơi …", "địa phương …", "doanh nghiệp …").
_NOUN = re.compile("nơi|người|xã|huyện|tỉnh|vùng|khu|hộ|ca|ai|viên|bàn|dân|xe|phương|sở|nghiệp|đơn|hợp")
# Words that begin a clause of circumstance behind the main one ("… khi công nhân đã tiêm", "… dù đã qua").
_SUBORDINATE = re.compile("khi|nếu|dù|mặc|sau|trước|mà|vì|do|nơi|cho")
# Words that begin a condition.
_CONDITION = re.compile("vì|do|bởi|nếu|khi|đối|trường|riêng|nơi|sau|trước|với|ở|tại|ngay|người|những|mọi|ai")
# Words that make a noun of a measure's verb, so that what follows is said of it ("công tác truy vết còn
# chậm").
_NAMING = re.compile("việc|tác|pháp|sự|động|trình|đợt|chốt|tổ|trạm|lệ|độ|hình|án|điệp|dịch")
_SUBJECT = re.compile(
    "việc|công|hoạt|chiến|mô|tỷ|tỉ|tiến|các|số|phong|quá|chương|chính|mức|nhiệm|đợt|kế|chi|hiệu|chất|ý|sự|quy"
)
# Verbs and actors that begin with the same syllable: "Công bố …", "Công an tỉnh …", "Chi trả …".
_NO_SUBJECT = re.compile(
    "công (?:bố|khai|nhận|an|đoàn|ti)|chi (?:trả|hỗ|cho|bộ|cục|nhánh|đoàn|hội)|chính (?:quyền|phủ)|qui định"
    "|phong tỏa|các (?:sở|ban|cơ|đơn|địa|huyện|xã|phường|tổ|lực)|hoạt động ngay"
)
# What a count of doses or days closes: "F1 đã tiêm ba mũi | cách ly tại nhà", "người đã khỏi 14 ngày | …".
_MEASURED_OUT = re.compile("mũi|liều|ngày|tuần|tháng|lần")


_SUBJECT_WORDS = 6  # from the beginning of a subject to the measure in it


class Told:
    """The reports of one text."""

    def __init__(self, reading: Reading, levels: Sequence[int], cues: Cues, measured: set[int]) -> None:
        self._words = reading.words
        self._levels = levels
        self._cues = cues
        self._measured = measured
        self._moments = Moments(reading, levels)

    def reported(self, first: int, last: int, zone: str) -> bool:
        """Whether the sentence tells what was done or how it is, as to the measure [first, last]."""
        if any(self._goes_on(hit, first, zone) for hit in self._cues.before(first, "past", "praises")):
            return True
        if any(self._tells(hit.stop, first) for hit in self._cues.before(first, "reports", clause=False)):
            return True
        if self._described(first):
            return True
        if self._cues.before(first, "orders", "aims"):
            return False
        if self._moments.counted(last) or self._dated_behind(first, last):
            return True
        return self._defined(first, last) or self._told_behind(first, last)

    def subject(self, first: int) -> bool:
        """Whether a measure is, or is part of, what its sentence or the last part of it speaks of."""
        start = self._part_of(first)
        if first == start:
            return True
        if first - start > _SUBJECT_WORDS or self._cues.between(start, first, "acts", "orders"):
            return False
        opening = f"{self._word(start)} {self._word(start + 1)}"
        return bool(_SUBJECT.fullmatch(self._word(start))) and not _NO_SUBJECT.fullmatch(opening)

    def aimed(self, first: int) -> bool:
        """Whether the sentence begins with a goal and the measure is part of it ("Nhằm …, UBND tỉnh …")."""
        aims = [h for h in self._cues.before(first, "aims") if self._cues.opens(h)]
        return any(self._same_part(hit.stop, first) for hit in aims)

    def _described(self, first: int) -> bool:
        """Whether the beginning of the sentence tells or describes, and goes on to the measure."""
        moment = self._moments.past(first)
        if moment is not None and self._tells(moment, first, firmly=True) and not self._turned(moment, first):
            return True
        firsts = self._cues.before(first, "reports-first", "describes-first", clause=False)
        return any(
            self._tells(hit.stop, first, firmly=hit.effect == "reports-first") and not self._left(hit, first)
            for hit in firsts
            if self._cues.opens(hit)
        )

    def _left(self, hit: CueHit, first: int) -> bool:
        """Whether what begins a sentence no longer holds at the measure: a new act began behind a comma."""
        commas = self._commas(hit.stop, first)
        if hit.effect == "reports-first" or commas == [hit.stop]:
            return self._turned(hit.stop, first)
        if not commas:
            return False
        acting = self._cues.between(commas[-1], first, "acts", *NEGATIVE)
        return acting or (commas[-1] == first and not self._same_part(hit.stop, first))

    def _turned(self, start: int, first: int) -> bool:
        """Whether the first comma behind the moment of a sentence is followed by a verb without a subject."""
        commas = self._commas(start, first)
        if not commas:
            return False
        listed = self._same_part(start, first) and self._holds_measure(start, commas[0])
        return self._cues.begins(commas[0], "acts", *NEGATIVE) or (commas[0] == first and not listed)

    def _same_part(self, start: int, first: int) -> bool:
        """Whether no comma parts a word and a measure, or only those of a list of measures."""
        commas = self._commas(start, first)
        bounds = [start, *commas]
        return all(self._holds_measure(a, b) for a, b in zip(bounds, commas, strict=False))

    def _commas(self, start: int, first: int) -> list[int]:
        return [i for i, level in enumerate(self._levels[start : first + 1], start) if level == COMMA]

    def _holds_measure(self, first: int, stop: int) -> bool:
        return not self._measured.isdisjoint(range(first, stop))

    def _goes_on(self, hit: CueHit, first: int, zone: str) -> bool:
        """Whether "đã" reaches a measure: in a task no further than its part of the sentence."""
        if not self._tells(hit.stop, first) or (zone != "opening" and self._conditioned(hit, first)):
            return False
        commas = self._commas(hit.stop, first)
        if commas and self._conditional(hit) and not self._same_part(hit.stop, first):
            return False
        part = commas[-1] if commas else hit.stop
        before = self._word(hit.start - 1)
        relative = bool(commas) or bool(_NOUN.fullmatch(before) or self._cues.told_apart(before))
        turned = self._cues.between(hit.stop, first, "ends")
        acting = self._cues.between(part, first, "acts") or (part == first and bool(commas))
        acting = acting or self._cues.between(max(part, hit.stop + 1), first, *NEGATIVE)
        acting = acting or (bool(commas) and self._cues.begins(part, "verbs"))
        if not commas and self._cues.told_apart(self._word(hit.start - 1)):
            # "F1 đã tiêm đủ liều cách ly tại nhà": what they did, then what they shall do.
            closed = bool(_MEASURED_OUT.fullmatch(self._word(first - 1))) and first - hit.stop > 1
            acting = acting or closed or self._holds_measure(hit.stop, first)
        if zone == "opening" or not acting or not (relative or turned):
            return True
        return bool(commas) and not turned and self._main(hit)

    def _conditioned(self, hit: CueHit, first: int) -> bool:
        """Whether "đã" is of a condition that "thì" closes ("F1 đã tiêm đủ thì cách ly tại nhà")."""
        return "thì" in self._words.keys[hit.stop : first]

    def _conditional(self, hit: CueHit) -> bool:
        """Whether "đã" belongs to a condition with which the sentence begins ("Đối với xã đã …, …")."""
        start = self._cues.start_of(hit.start)
        return bool(_CONDITION.fullmatch(self._word(start))) and not self._commas(start + 1, hit.start)

    def _main(self, hit: CueHit) -> bool:
        """Whether "đã" is what the sentence says of its subject, not of people told apart by it."""
        start = self._cues.start_of(hit.start)
        before = self._word(hit.start - 1)
        if hit.start == start or self._cues.told_apart(before) or self._conditional(hit):
            return False
        acts = self._cues.between(start, hit.start, "acts", "orders", "verbs")
        return not acts and not self._holds_measure(start, hit.start)

    def _defined(self, first: int, last: int) -> bool:
        """Whether the sentence says what the measure is ("Giãn cách xã hội là …")."""
        if first - self._cues.start_of(first) > 3 or not self._noun(first):
            return False
        hit = next(iter(self._cues.after(last, "defines")), None)
        return hit is not None and hit.start - last <= 4 and self._plain(last + 1, hit.start)

    def _noun(self, first: int) -> bool:
        """Whether the words of the sentence before a measure make a subject of it, and no order."""
        start = self._cues.start_of(first)
        return not self._cues.between(start, first, "acts", "orders")

    def _told_behind(self, first: int, last: int) -> bool:
        """Whether the words behind a measure say how it went ("… đã hoàn thành", "… còn chậm")."""
        if self._cues.between(self._part_of(first), first, *NEGATIVE):
            return False  # what shall end ("Chấm dứt hoạt động của các tổ … đã …")
        named = _NAMING.fullmatch(self._word(first - 1)) or _NAMING.fullmatch(self._word(first))
        subject = self.subject(first) and first != self._part_of(first)
        if not named and not subject and first != self._cues.start_of(first):
            return False
        if any(self._word(h.start - 1) != "đã" for h in self._cues.after(last, "ended")):
            return False
        ordering = self._part_of(first)
        if ordering != first and not subject and self._cues.begins(ordering, "verbs", "acts"):
            # The object of an order: what is said of it tells it apart ("Giữ nguyên các chốt đang có").
            return any(
                self._told_by(hit, last, subject) for hit in self._cues.after(last, "rated", "reports")
            )
        effects = ("past", "rated", "reports", "happens") if subject else ("past", "rated", "reports")
        return any(self._told_by(hit, last, subject) for hit in self._cues.after(last, *effects))

    def _part_of(self, first: int) -> int:
        """Where the part of the sentence begins that a measure stands in, behind the nearest comma."""
        start, part = self._cues.start_of(first), first
        while part > start and self._levels[part] < COMMA:
            part -= 1
        return part

    def _dated_behind(self, first: int, last: int) -> bool:
        """Whether somebody did it at a past time named behind ("Sở Y tế tổ chức … từ tuần trước")."""
        start = self._cues.start_of(first)
        told_to = start in self._measured or self._cues.begins(start, "acts", "orders", *NEGATIVE)
        return not told_to and bool(self._cues.after(last, "dated"))

    def _told_by(self, hit: CueHit, last: int, subject: bool) -> bool:
        between = range(last + 1, hit.start)
        if len(between) > (12 if subject else 9) or not self._plain(last + 1, hit.start):
            return False
        if between and self._cues.between(between.start, between.stop, "orders", "aims"):
            return False
        before = self._word(hit.start - 1)
        if hit.effect == "past" and any(_SUBORDINATE.fullmatch(self._word(i)) for i in between):
            return False
        if hit.effect == "past" and (self._cues.told_apart(before) or _NOUN.fullmatch(before)):
            return False
        return subject or hit.effect == "reports" or not any(_NOUN.fullmatch(self._word(i)) for i in between)

    def _tells(self, stop: int, first: int, *, firmly: bool = False) -> bool:
        """Whether a report goes on until a measure: nobody is told to do anything in between.

        A report of a past time (`firmly`) may say what people had to do.
        """
        orders = [h for h in self._cues.before(first, "orders", clause=False) if h.start >= stop]
        duties = ("phải", "cần") if firmly else ()
        return not any(self._word(h.start - 1) != "đã" and self._word(h.start) not in duties for h in orders)

    def _word(self, index: int) -> str:
        return self._words.keys[index] if index >= 0 else ""

    def _plain(self, first: int, last: int) -> bool:
        """Whether no comma or more stands before the words [first, last]."""
        return not any(self._levels[first : last + 1])
