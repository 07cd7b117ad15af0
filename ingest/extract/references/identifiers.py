"""What identifies a cited act beside its number: date and issuer behind it, in its sentence, in its
row."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.extract.references.issuers import Issuer, Issuers
from ingest.numbering.dates import FoundDate
from ingest.text.normalise import View

# ", ngày", "(ngày", "ban hành ngày", "ký ngày", "dated": what may stand between a number and its date.
_TO_DATE = re.compile(r"[\s,(]{0,4}(?:(?:ban hanh|ki|ky|de|dated|of|on)\s{1,3})?")
# "của Thủ tướng", ", của đồng chí Bí thư Tỉnh ủy", "do Bộ Y tế ban hành", "of the Prime Minister";
# "cua" where
# the marks are lost.
_TO_ISSUER = re.compile(
    r"\s{0,3},?\s{1,3}(?:cua|cta|ctia|of|do|by)\s{1,3}(?:cac\s)?(?:dong chi\s{1,3}|d/c\s{1,3})?"
)
# "Bộ Chính trị đã ban hành Kết luận số …", "Thủ tướng Chính phủ có Công điện số …", "ký ban hành".
_ISSUED = re.compile(
    r"\s+(?:(?:da|vua|tiep tuc|cung)\s+){0,2}(?:ki\s+|ky\s+)?(?:ban hanh|co|ra|gui|phat)"
    r"(?:\s+(?:tiep|them|cac)){0,2}\s+$"
)
# Whose proposal an act is: "Theo đề nghị của Sở Y tế tại Tờ trình số …", "ý kiến của Giám đốc Sở … tại".
_HELD_IN = re.compile(r"\s+(?:tai|trong)\s+(?:cac\s+)?$")
_PROPOSED = re.compile(
    r"\b(?:de nghi|de xuat|kien nghi|tham muu|trinh|bao cao|y kien)\s+cua\s+(?:(?:dong chi\s+)?giam doc\s+)?$"
)
_DATE_BEFORE = re.compile(r"[\s,]{1,4}(?:dong chi\s+)?$")
# Quyết định số 2233/QĐ-UBND năm 2021: a year without a day.
_OF_YEAR = re.compile(r"\snam\s(?:19|20)\d{2}\b")
_MAX_VERB = 45
_MAX_ROW = 400  # characters of a table row looked at on either side


@dataclass(frozen=True, slots=True)
class Tail:
    """End of the reference, its date (an ISO day), its issuer, and what is wrong with the date."""

    end: int
    date: str | None = None
    issuer: str | None = None
    problem: str | None = None


class Identifiers:
    """Reads dates and issuers around a place of one document."""

    def __init__(self, view: View, dates: Sequence[FoundDate], issuers: Issuers) -> None:
        self._view = view
        self._dates = dates
        self._leads = [d.lead for d in dates]
        self._starts = [d.start for d in dates]
        self._issuers = issuers

    def behind(self, position: int) -> Tail:
        """The date and issuer that follow a number or type word, each once, in either order."""
        tail, dated, named = Tail(position), False, False
        for _ in range(2):
            date = None if dated else self.date_at(tail.end)
            if date:
                dated, tail = True, self._with_date(tail, date)
                continue
            issuer = None if named else self.issuer_at(tail.end)
            if issuer:
                named, tail = True, Tail(issuer.end, tail.date, issuer.id, tail.problem)
            elif not dated and (year := _OF_YEAR.match(self._view.bare, tail.end)):
                dated, tail = True, Tail(year.end(), tail.date, tail.issuer, tail.problem)
        return tail

    def date_at(self, position: int) -> FoundDate | None:
        """The date that directly follows `position`."""
        match = _TO_DATE.match(self._view.bare, position)
        start = match.end() if match else position
        index = bisect_left(self._leads, start)
        if index == len(self._dates) or self._leads[index] != start:
            return None
        date, gap = self._dates[index], self._view.text[position:start]
        # A date without "ngày" on the next line, or any date in the next paragraph, is of something else.
        apart = "\n\n" in gap or (date.lead == date.start and "\n" in gap)
        return None if apart else date

    def _with_date(self, tail: Tail, date: FoundDate) -> Tail:
        end = date.end
        opened = "(" in self._view.text[tail.end : date.lead]
        if opened and self._view.text[end : end + 1] == ")":
            end += 1
        iso = date.iso if date.precision == "day" else None
        return Tail(end, iso, tail.issuer, date.problem)

    def within(self, start: int, end: int) -> list[FoundDate]:
        """The dates that lie in [start, end)."""
        first = bisect_left(self._starts, start)
        return [d for d in self._dates[first : bisect_left(self._starts, end)] if d.end <= end]

    def issuer_at(self, position: int) -> Issuer | None:
        """The body behind "của" at `position`."""
        match = _TO_ISSUER.match(self._view.bare, position)
        return self._issuers.at(match.end()) if match else None

    def before(self, start: int) -> Tail | None:
        """Issuer, and date before it, of "Ngày 11-6-2021, Bộ Chính trị đã ban hành …" in front of
        `start`."""
        verb = _ISSUED.search(self._view.bare, max(0, start - _MAX_VERB), start)
        issuer = self._issuers.before(verb.start()) if verb else self._proposer(start)
        if issuer is None:
            return None
        index = bisect_left(self._leads, issuer.start) - 1
        date = self._dates[index] if index >= 0 else None
        if (
            date
            and _DATE_BEFORE.fullmatch(self._view.bare[date.end : issuer.start])
            and date.precision == "day"
        ):
            return Tail(start, date.iso, issuer.id, date.problem)
        return Tail(start, None, issuer.id)

    def _proposer(self, start: int) -> Issuer | None:
        """The body that proposes something in the act at `start`."""
        held = _HELD_IN.search(self._view.bare, max(0, start - _MAX_VERB), start)
        issuer = self._issuers.before(held.start()) if held else None
        if issuer is None or not _PROPOSED.search(
            self._view.bare, max(0, issuer.start - _MAX_VERB), issuer.start
        ):
            return None
        return issuer

    def in_row(self, start: int, end: int) -> Tail | None:
        """Date and issuer in the other cells of the table row where [start, end) fills a cell of its
        own."""
        text = self._view.text
        left, right = max(0, start - _MAX_ROW), min(len(text), end + _MAX_ROW)
        cut = text.find("\n", end, right)
        line = (max(left, text.rfind("\n", left, start) + 1), right if cut < 0 else cut)
        cells = _cells(text, *line)
        own = [c for c in cells if c[0] <= start and end <= c[1]]
        if len(cells) < 3 or not own or text[own[0][0] : own[0][1]].strip() != text[start:end].strip():
            return None
        dates = [d for d in self.within(*line) if d.precision == "day"]
        bodies = [self._issuers.at(a) for a in (_filled(text, c) for c in cells) if a is not None]
        named = [b for b in bodies if b and any(b.end == _trimmed(text, c) for c in cells)]
        date = dates[0] if len(dates) == 1 else None
        return Tail(
            end,
            date.iso if date else None,
            named[0].id if len(named) == 1 else None,
            date.problem if date else None,
        )


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The cells of a row whose columns are set off by | or tabs."""
    mark = "|" if "|" in text[start:end] else "\t"
    cuts = [m.start() for m in re.compile(re.escape(mark)).finditer(text, start, end)]
    edges = [start, *(c + 1 for c in cuts), end + 1]
    return [(a, b - 1) for a, b in pairwise(edges)] if cuts else []


def _filled(text: str, cell: tuple[int, int]) -> int | None:
    body = text[cell[0] : cell[1]]
    return cell[0] + len(body) - len(body.lstrip()) if body.strip() else None


def _trimmed(text: str, cell: tuple[int, int]) -> int:
    return cell[0] + len(text[cell[0] : cell[1]].rstrip())
