"""Dates in every form met in official documents (ngày tháng): figures, words, broken lines, impossible
ones.

Forms: 21-3-2020 (Party), 05/9/2021, 29.1.2020, "04 tháng 7 năm 2021", "ngày mồng bốn tháng bảy năm 2021",
"tháng 3/2020", 2021-08-22, "22 August 2021"; a day and month without year only behind "ngày". 30/4
alone is a
holiday and 24/7 a slogan: neither is a date.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from ingest.text.normalise import View

Precision = Literal["day", "month", "yearless"]


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date at [start, end) of a view; `lead` is where its word "ngày" begins (`start` where there is
    none).

    `iso` is YYYY-MM-DD, for precision `month` YYYY-MM, None where the date is impossible (then `problem`
    says why) or has no year (precision `yearless`). `printed` are the source's own words.
    """

    start: int
    end: int
    lead: int
    iso: str | None
    precision: Precision
    printed: str
    problem: str | None = None


_NUMBER_WORDS = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
    "muoi": 10, "gieng": 1, "chap": 12,
}  # fmt: skip
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_EN = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?"
)
_WORD = r"(?:mot|hai|ba|bon|tu|nam|sau|bay|tam|chin|muoi|gieng|chap)"
# "ngày 04 tháng 7 năm 2021", "Ngày 01\ntháng bảy năm 2021"; also without "ngày": "30 tháng 4 năm 2021".
# A scanner's letters for figures: "ngày l2 tháng 0l năm 202l", "3l/3/2O20".
_DAY = rf"(?:[0-3oli][ ]?[0-9oli]|[0-9li]|{_WORD}(?:\s{_WORD}){{0,2}})"
_YEAR = r"(?:19|2[0o])[ ]?[\doli][ ]?[\doli]"
# "tháng VII năm 2021", "12/VII/2021".
_ROMAN = r"(?:x(?:ii?)?|i[xv]|v?i{2,3}|vi?)"
_SHORT = r"(?:[0-3oli] ?[\doli]|[\dli])"
# "ngày" may stick to the symbol before it: "3638/QĐ-BYTngày 30/7/2021".
_LEAD = r"(?:(?:ngay|ngdy|\bdate[d]?)\s{0,3}(?:mong\s|mung\s)?)"

# "ngày 04 tháng 7 năm 2021", "Ngày 01\ntháng bảy năm 2021"; also without "ngày" as in "30 tháng 4 năm
# 2021".
_IN_WORDS = re.compile(
    rf"(?:(?P<lead>{_LEAD})|(?<![\w/.,-]))(?P<d>{_DAY})\s{{0,3}}thang\s{{0,3}}(?P<m>{_ROMAN}(?!\w)|{_DAY})(?:\s{{0,3}},?\s?nam\s{{0,3}}|,\s)"
    rf"(?P<y>{_YEAR})\b"
)
# The line of place and date as scanners leave it, and as a form with dots to write on: "rigày 18 tháne 10
# nãm 2021", "ngày ..18.. tháng ..10.. năm 2021". All three words stand, so that nothing else is meant.
_DAMAGED = re.compile(
    rf"(?P<lead>(?:ng[aod]y|rigay|iigay|hgay|n[sq9]ay|nga[vj]))[\s.…_(]{{0,6}}"
    rf"(?P<d>[0-3olij] ?[\dolij]|[\dolij])[\s.…_)]{{0,6}}(?:[tlif][hbl]i?[ado6]n?[gecsq9]{{1,2}}|th\.?)"
    rf"[\s.,…_(]{{0,6}}(?P<m>[01olij] ?[\dolij]|[\dolij])[\s.…_)]{{0,6}}(?:nam|narn|nain|nem)"
    rf"[\s.…_]{{0,3}}(?P<y>{_YEAR})\b"
)
# 21-3-2020, 05/9/2021, 29.1.2020, 11- 6-2021, 29/77/2020; two figures for the year only behind "ngày".
_NUMERIC = re.compile(
    rf"(?:(?P<lead>{_LEAD})|(?<![\w/.,-]))(?P<d>{_SHORT}|\d ?\d)\s?(?P<s>[/.\\-])"
    rf"\s?(?P<m>{_SHORT}|\d\d|{_ROMAN})\s?(?P=s)\s?(?P<y>{_YEAR}|\d{{4}}|\d{{2}}(?![\d/.-]))(?![\w/-])"
)
# tháng 3/2020, tháng 3 năm 2020, tháng bốn năm 2018.
_MONTH = re.compile(
    rf"thang(?<!\wthang)\s{{0,3}}(?P<m>{_DAY})\s{{0,3}}(?:[/-]|,?\s?nam)\s{{0,3}}(?P<y>{_YEAR})(?![\w/-])"
)
# ngày 22/8, ngày 22-8, ngày 22 tháng 8: no year is stated.
_YEARLESS_REST = (
    r"\s{0,3}(?:mong\s|mung\s)?)(?P<d>\d{1,2})(?:\s?[/-]\s?|\s{1,3}thang\s{1,3})(?P<m>\d{1,2})"
    r"(?![\d/.-]*\d)(?!\w)"
)
_YEARLESS = re.compile(rf"(?P<lead>ng[ad]y{_YEARLESS_REST}")
_YEARLESS_DATED = re.compile(rf"(?P<lead>date(?<!\wdate)d?{_YEARLESS_REST}")
# 2021-08-22.
_ISO = re.compile(r"(?<![\w/.,-])(?P<y>(?:19|20)\d{2})-(?P<m>\d{2})-(?P<d>\d{2})(?![\w/-])")
# 22 August 2021; August 22, 2021; 31st March 2020.
_ENGLISH = re.compile(
    rf"\b(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<m>{_EN})|(?P<m2>{_EN})\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?),?"
    rf"\s(?P<y>{_YEAR})\b"
)
# Where one of these may stand: most forms are tried only there.
_THANG = re.compile("thang")
_SIGN = re.compile(r"[/.\\-](?=\s?[\doliixv])(?:(?<=[\doli].)|(?<=[\doli]\s.))")
_ISO_LIKE = re.compile(r"-\d\d-\d\d")
_MONTH_LIKE = re.compile(rf"\d(?:(?:st|nd|rd|th)?\s(?:{'|'.join(_MONTH_NAMES)})|(?<=[a-z.]\s\d))")
_MONTH_BEFORE = re.compile(rf"\b(?:{'|'.join(_MONTH_NAMES)})[a-z]{{0,6}}\.?\s$")
_ROMANS = ("", "", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_FIGURES = str.maketrans("olij", "0111")


def find_dates(view: View) -> list[FoundDate]:
    """The dates in a view, in order, without overlap; the fuller form wins."""
    found: list[FoundDate] = []
    taken = bytearray(len(view.bare))
    for matches, read in _FORMS:
        for match in matches(view.bare):
            date = read(view, match)
            if date and not any(taken[date.start : date.end]):
                taken[date.start : date.end] = b"\1" * (date.end - date.start)
                found.append(date)
    return sorted(found, key=lambda d: d.start)


def _at(
    pattern: re.Pattern[str], sign: re.Pattern[str], back: int, ahead: int
) -> Callable[[str], Iterator[re.Match[str]]]:
    """The matches of a pattern with a sign between day and month, sought only about the signs."""

    def matches(bare: str) -> Iterator[re.Match[str]]:
        done = 0
        for found in sign.finditer(bare):
            at = found.start()
            match = pattern.search(bare, max(done, at - back), at + ahead) if at >= done else None
            if match and match.end("d") <= at < match.start("m"):
                done = match.end()
                yield match

    return matches


def _where(pattern: re.Pattern[str], sign: Callable[[str], bool]) -> Callable[[str], Iterator[re.Match[str]]]:
    """The matches of a pattern in a text that shows a sign of any."""
    return lambda bare: pattern.finditer(bare) if sign(bare) else iter(())


def _iso_like(bare: str) -> bool:
    return _ISO_LIKE.search(bare) is not None


def _month_named(bare: str) -> bool:
    """Whether a month's English name stands beside a figure."""
    return any(
        not found.group().isdigit() or _MONTH_BEFORE.search(bare, max(0, found.start() - 12), found.start())
        for found in _MONTH_LIKE.finditer(bare)
    )


def _full(view: View, match: re.Match[str]) -> FoundDate | None:
    parts = match.groupdict()
    day, month = _value(parts["d"] or parts["d2"]), _value(parts["m"] or parts["m2"])
    return _day(view, match, day, month, parts["y"])


def _plain(view: View, match: re.Match[str]) -> FoundDate | None:
    return _day(view, match, _value(match["d"]), _value(match["m"]), match["y"])


def _numeric(view: View, match: re.Match[str]) -> FoundDate | None:
    year = match["y"]
    if len(year) == 2:
        if not match["lead"]:
            return None
        year = f"20{year}"
    return _day(view, match, _value(match["d"]), _value(match["m"]), year)


def _month(view: View, match: re.Match[str]) -> FoundDate | None:
    month, year = _value(match["m"]), _year(match["y"])
    if month is None:
        return None
    problem = None if 1 <= month <= 12 else f"there is no month {month}"
    iso = None if problem else f"{year:04d}-{month:02d}"
    return _found(view, match.start(), match, iso, "month", problem)


def _yearless(view: View, match: re.Match[str]) -> FoundDate | None:
    day, month = int(match["d"]), int(match["m"])
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return _found(view, match.start("d"), match, None, "yearless", None)


def _day(
    view: View, match: re.Match[str], day: int | None, month: int | None, printed_year: str
) -> FoundDate | None:
    if day is None or month is None:
        return None
    year = _year(printed_year)
    iso, problem = _iso(year, month, day)
    groups = match.re.groupindex
    starts = [match.start(g) for g in ("d", "d2", "m2", "y") if g in groups and match.start(g) >= 0]
    return _found(view, min(starts), match, iso, "day", problem)


def _iso(year: int, month: int, day: int) -> tuple[str | None, str | None]:
    if not 1900 <= year <= 2100:
        return None, f"there is no act of the year {year}"
    try:
        return datetime.date(year, month, day).isoformat(), None
    except ValueError:
        return None, f"there is no day {day}-{month}-{year}"


def _found(
    view: View, start: int, match: re.Match[str], iso: str | None, precision: Precision, problem: str | None
) -> FoundDate:
    lead = match.start("lead") if "lead" in match.re.groupindex and match["lead"] else start
    return FoundDate(start, match.end(), lead, iso, precision, view.quote(start, match.end()), problem)


def _year(printed: str) -> int:
    return int(printed.replace(" ", "").translate(_FIGURES))


def _value(printed: str) -> int | None:
    """A day or month in figures, Vietnamese words or an English name; None where the words make no
    number."""
    if printed in _ROMANS:
        return _ROMANS.index(printed)
    compact = printed.replace(" ", "").translate(_FIGURES)
    if compact.isdigit():
        return int(compact)
    if printed[:3] in _MONTH_NAMES:
        return _MONTH_NAMES.index(printed[:3]) + 1
    return _spoken([_NUMBER_WORDS[w] for w in printed.split()])


def _spoken(digits: list[int]) -> int | None:
    """[2, 10, 1] (hai mươi mốt) is 21, [10, 2] is 12, [7] is 7; other runs are no number."""
    match digits:
        case [one]:
            return one
        case [10, unit] if unit < 10:
            return 10 + unit
        case [tens, 10] if 1 < tens < 10:
            return tens * 10
        case [tens, 10, unit] if 1 < tens < 10 and unit < 10:
            return tens * 10 + unit
    return None


_FORMS: tuple[
    tuple[
        Callable[[str], Iterator[re.Match[str]]],
        Callable[[View, re.Match[str]], FoundDate | None],
    ],
    ...,
] = (
    (_DAMAGED.finditer, _plain),
    (_at(_IN_WORDS, _THANG, 40, 64), _plain),
    (_at(_NUMERIC, _SIGN, 24, 32), _numeric),
    (_where(_ISO, _iso_like), _plain),
    (_where(_ENGLISH, _month_named), _full),
    (_MONTH.finditer, _month),
    (_YEARLESS.finditer, _yearless),
    (_YEARLESS_DATED.finditer, _yearless),
)
