"""Moments and figures that make a sentence a report: "Năm 2020, …", "Ngày 14/6, …", "xử phạt 213 trường hợp".

A date at the beginning of a sentence tells of the past where it lies before the document's own date. A text
without a date of its own is taken at its word: to begin with a day or a year is how one tells what happened,
an order says "từ ngày …", "trước ngày …". A count of people, cases or money that is not round was counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.extract.measures.separators import SENTENCE
from ingest.extract.reading import Reading

# A moment in front of a sentence. Elsewhere: "sáng ngày 3 9 2021", "trong tháng 7 năm 2021", "năm 2020".
_MOMENT = re.compile(
    r"(?:trong |vào |sáng |chiều |tối |đêm |trưa |cũng )*(?:"
    r"ngày (?P<d>\d{1,2})(?: tháng)? (?P<m>\d{1,2})(?:(?: năm)? (?P<y>20\d\d))?"
    r"|tháng (?P<m2>\d{1,2})(?:(?: năm)? (?P<y2>20\d\d))?"
    r"|năm (?P<y3>20\d\d))(?= )"
)
# The date line of a letterhead. Elsewhere: "ngày 04 tháng 7 năm 2021", "ngay 12 thang 8 nam 2020".
_ISSUED = re.compile(r"\bngay\s+(\d{1,2})\s+thang\s+(\d{1,2})\s+nam\s+(20\d\d)")
# What was counted, behind its number. Elsewhere: "213 trường hợp", "612 480 người", "45 vụ".
_UNITS = re.compile(r"(?:người|trường|ca|mẫu|lượt|khách|hộ|đối|vụ|cơ|lao|công|liều|cá|triệu|đồng|phương|xe)")
_BOUNDED = re.compile(r"(?:quá|đa|nhất|thiểu|dưới|trên|đủ|từ|khoảng|hơn|mức)")
_AHEAD = 6  # words between a measure and what was counted
_LONGEST = 12  # words of a moment


class Moments:
    """The dates and counts of one text, asked for by word."""

    def __init__(self, reading: Reading, levels: Sequence[int]) -> None:
        self._reading = reading
        self._levels = levels
        self._issued = _issued(reading)
        self._past: dict[int, int] = {}

    def past(self, word: int) -> int | None:
        """The first word behind a past moment that begins the sentence of a word; None where none does."""
        start = word
        while start > 0 and self._levels[start] < SENTENCE and word - start < 60:
            start -= 1
        if start not in self._past:
            self._past[start] = self._behind(start)
        behind = self._past[start]
        return behind if start < behind <= word else None

    def counted(self, last: int) -> bool:
        """Whether a count that is not round follows a measure ("xử phạt 213 trường hợp")."""
        words = self._reading.words
        for at in range(last + 1, min(last + _AHEAD, len(words) - 1)):
            if self._levels[at] >= SENTENCE:
                return False
            if words.key(at).isdecimal():
                number, behind = self._number(at)
                bounded = _BOUNDED.fullmatch(words.key(at - 1))
                unit = behind < len(words) and _UNITS.fullmatch(words.key(behind))
                return bool(unit) and not bounded and number >= 100 and number % 100 > 0
        return False

    def _number(self, at: int) -> tuple[int, int]:
        """A number printed with points between its thousands, and the word behind it."""
        words = self._reading.words
        digits, behind = words.key(at), at + 1
        while behind < len(words) and words.gap(behind) == "." and words.key(behind).isdecimal():
            digits += words.key(behind)
            behind += 1
        return int(digits[:12]), behind

    def _behind(self, start: int) -> int:
        words = self._reading.words
        stop = min(start + _LONGEST, len(words))
        match = _MOMENT.match(" ".join(words.keys[start:stop]) + " ")
        if match is None or not self._earlier(match):
            return start
        return start + match.group().count(" ") + 1

    def _earlier(self, match: re.Match[str]) -> bool:
        day, month = match["d"], match["m"] or match["m2"]
        year = match["y"] or match["y2"] or match["y3"]
        if self._issued is None:
            return day is not None or year is not None
        issued_year, issued_month, issued_day = self._issued
        moment = (int(year or issued_year), int(month or 0), int(day or 0))
        parts = 3 if day else 2 if month else 1
        return moment[:parts] < (issued_year, issued_month, issued_day)[:parts]


def _issued(reading: Reading) -> tuple[int, int, int] | None:
    """Year, month and day of the date line."""
    for provision in reading.provisions:
        if provision.kind == "letterhead":
            a, b = reading.view.here(provision.start, provision.end)
            match = _ISSUED.search(reading.view.bare, a, b)
            if match:
                return int(match[3]), int(match[2]), int(match[1])
    return None
