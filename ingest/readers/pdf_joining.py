"""Whether a line of a PDF goes on in the next: by the room left on it, and by what the next begins with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from ingest.readers.pdf_lines import PdfLine

_MARK = re.compile(
    r"(?:[-–+•*●▪➢]\s|\(?\d{1,3}[.)]\s|\d{1,2}(?:\.\d{1,2})+\.?\s|\(?[a-zđ]\)\s|[IVX]{1,5}\.\s|Điều\s\d|Chương\s|Mục\s"
    r"|Kính gửi|Căn cứ |Nơi nhận|V/v |Số\s?:|(?:TM|KT|TL|TUQ)\. )"
)
_DATED = re.compile(r", ngày.{1,6}tháng.{1,6}năm\s*\d{4}$")  # the date line of a letterhead
_BROKEN_WORD = re.compile(r"[^\W_]-$|\d/$")
_ENDED = re.compile(r"[.;:!?…]['\")”/.]*$")
_INDENT = 0.8  # heights of a line: how far a first line stands in
_LEADING = 1.9  # heights between two lines of one paragraph at most

_EVEN = 2.0  # points by which the left edges of lines in one column differ at most


@dataclass(frozen=True, slots=True)
class Setting:
    """How a page is set: its left and right edge, and whether a paragraph's first line stands in."""

    left: float = 0.0
    right: float = 0.0
    indents: bool = False

    @classmethod
    def of(cls, lines: Sequence[PdfLine]) -> Self:
        """The setting of a page's lines, its heads and feet left out."""
        right = max((line.right for line in lines), default=0.0)
        pairs = [(a, b) for a, b in pairwise(lines) if _full(a, b, right)]
        indented = sum(a.left - b.left > _INDENT * b.height for a, b in pairs)
        common = Counter(round(line.left / _EVEN) for line in lines)
        left = min((line.left for line in lines if common[round(line.left / _EVEN)] > 1), default=0.0)
        return cls(left, right, indented > 1 and indented * 4 > len(pairs))


def joined(before: PdfLine, line: PdfLine, setting: Setting, *, new_page: bool) -> str:
    """What parts two lines that follow each other: a line end, a blank, or nothing inside a broken word.

    `setting` is that of the page of `before`.
    """
    if _MARK.match(line.text) or not _goes_on(before, line, setting, new_page=new_page):
        return "\n"
    return "" if _BROKEN_WORD.search(before.text) and line.text[:1].isalnum() else " "


def _goes_on(before: PdfLine, line: PdfLine, setting: Setting, *, new_page: bool) -> bool:
    if new_page:
        return not _ENDED.search(before.text) and line.text[:1].islower()
    if not _full(before, line, setting.right) or _DATED.search(before.text):
        return False
    below = before.bottom - line.bottom
    if not 0 < below <= _LEADING * max(before.height, line.height):
        return False
    return not _begins(before, line, setting)


def _begins(before: PdfLine, line: PdfLine, setting: Setting) -> bool:
    """Whether a line below a full one begins a paragraph all the same."""
    if line.text[:1].islower():
        return False
    if before.text.isupper() != line.text.isupper():
        return True
    further = line.left - before.left
    if setting.indents and line.left > setting.left + _EVEN and further > -_EVEN:
        return True
    return further > _INDENT * line.height and bool(_ENDED.search(before.text))


def _full(before: PdfLine, line: PdfLine, right: float) -> bool:
    """Whether the next line's first word had no room on the line before it."""
    blank = 0.25 * before.height
    return before.right + blank + line.first > right - 0.5
