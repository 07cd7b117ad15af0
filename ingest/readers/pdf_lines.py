"""The lines of a PDF's page with their places, and which of them are running heads."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.errors import Unreadable

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

_WIDE = 2.5  # widths of a letter: a gap that parts two columns
_BLANK = 0.14  # heights of a line: a gap between two letters that is a blank
_COLUMN = 1.2  # heights of a line: a gap between two pieces of one line at most
_EDGE = 0.12  # share of a page's height at its head and foot where running heads stand
_MARGIN = 0.045  # within which only what a printing program adds can stand: acts keep 2 cm (Decree 30/2020)
_DIGITS = re.compile(r"\d+")
_SOFT = {"\ufffe": "-", "\u0002": "-", "\u00a0": " "}  # PDFium's word for a hyphen at a line's end


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line of text and its box, in points from the page's lower left corner; `first` is the width of its
    first word."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    first: float

    @property
    def height(self) -> float:
        """How tall its letters are."""
        return self.top - self.bottom


@dataclass(slots=True)
class _Line:
    """A line in the making: its characters and the boxes of those that are printed."""

    chars: list[str] = field(default_factory=list)
    boxes: list[tuple[float, float, float, float] | None] = field(default_factory=list)

    def is_above(self, box: tuple[float, float, float, float]) -> bool:
        """Whether a character stands below the last one and further left: on another line."""
        last = next((b for b in reversed(self.boxes) if b is not None), None)
        return last is not None and box[3] < last[1] and box[0] < last[0]

    def finished(self) -> PdfLine | None:
        """The line without outer blanks, wide gaps as four blanks; None for an empty one."""
        printed = [b for b in self.boxes if b is not None]
        text = self._text()
        if not printed or not text.strip():
            return None
        left, right = min(b[0] for b in printed), max(b[2] for b in printed)
        bottom, top = min(b[1] for b in printed), max(b[3] for b in printed)
        return PdfLine(text.strip(), left, right, bottom, top, self._first_word())

    def _text(self) -> str:
        widths = [b[2] - b[0] for b in self.boxes if b is not None]
        wide = _WIDE * (sum(widths) / len(widths)) if widths else 0.0
        found: list[str] = []
        last: float | None = None
        for char, box in zip(self.chars, self.boxes, strict=True):
            if box is not None:
                if last is not None and box[0] - last > wide and found and found[-1] == " ":
                    found.append("   ")
                last = box[2]
            found.append(char)
        return "".join(found)

    def _first_word(self) -> float:
        left = right = None
        for char, box in zip(self.chars, self.boxes, strict=True):
            if box is None or char.isspace():
                if left is not None:
                    break
                continue
            left = box[0] if left is None else left
            right = box[2]
        return right - left if left is not None and right is not None else 0.0


def lines_of_page(page: PdfPage, most: int) -> Iterator[PdfLine]:
    """The lines of a page in the order in which it draws them. Raises Unreadable: over `most` characters."""
    text_page = page.get_textpage()
    count = text_page.count_chars()
    if count > most:
        raise Unreadable(f"a PDF with {count:,} characters on a page", todo="Split it")
    before: PdfLine | None = None
    for line in _drawn(text_page, count):
        if before is not None and (whole := _rejoined(before, line)) is not None:
            before = whole
            continue
        if before is not None:
            yield before
        before = line
    if before is not None:
        yield before
    text_page.close()


def _drawn(text_page: PdfTextPage, count: int) -> Iterator[PdfLine]:
    """The lines as PDFium parts them."""
    line = _Line()
    for char, box in _characters(text_page, count):
        if char in "\r\n":
            if finished := line.finished():
                yield finished
            line = _Line()
            continue
        if box is not None and line.is_above(box):
            if finished := line.finished():
                yield finished
            line = _Line()
        line.chars.append(char)
        line.boxes.append(box)
    if finished := line.finished():
        yield finished


def _rejoined(before: PdfLine, line: PdfLine) -> PdfLine | None:
    """Two pieces of one line in one, where PDFium took a narrow column for writing from top to bottom."""
    height = max(before.height, line.height)
    overlap = min(before.top, line.top) - max(before.bottom, line.bottom)
    gap = line.left - before.right
    if overlap < 0.5 * min(before.height, line.height) or not -_BLANK * height < gap < _COLUMN * height:
        return None
    return PdfLine(
        before.text + (" " if gap > _BLANK * height else "") + line.text,
        before.left,
        line.right,
        min(before.bottom, line.bottom),
        max(before.top, line.top),
        before.first if " " in before.text or gap > _BLANK * height else line.right - before.left,
    )


def _characters(
    text_page: PdfTextPage, count: int
) -> Iterator[tuple[str, tuple[float, float, float, float] | None]]:
    """Each character with its box; None for blanks, and for what PDFium adds between words."""
    from pypdfium2 import raw

    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    room = raw.FS_RECTF()
    high = ""
    for index in range(count):
        char = chr(raw.FPDFText_GetUnicode(text_page.raw, index))
        if "\ud800" <= char <= "\udbff":
            high = char
            continue
        if "\udc00" <= char <= "\udfff":
            char = (high + char).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        high = ""
        char = _SOFT.get(char, char)
        if char.isspace() or char == "\0" or raw.FPDFText_IsGenerated(text_page.raw, index) == 1:
            yield ("" if char == "\0" else char), None
            continue
        # Printed height, but the width with the room that the font gives: no gap inside a word then.
        raw.FPDFText_GetCharBox(text_page.raw, index, left, right, bottom, top)
        raw.FPDFText_GetLooseCharBox(text_page.raw, index, room)
        yield char, (room.left, bottom.value, room.right, top.value)


def running(pages: Sequence[Sequence[PdfLine]], heights: Sequence[float]) -> list[set[PdfLine]]:
    """Of each page the lines at its head or foot that other pages have, too, numbers aside; page numbers."""
    edges = [
        [line for line in lines if line.bottom > height * (1 - _EDGE) or line.top < height * _EDGE]
        for lines, height in zip(pages, heights, strict=True)
    ]
    outside = {
        line
        for lines, height in zip(edges, heights, strict=True)
        for line in lines
        if line.bottom > height * (1 - _MARGIN) or line.top < height * _MARGIN
    }
    seen = Counter(key for lines in edges for key in {_key(line) for line in lines})
    least = max(2, (len(pages) + 1) // 2)
    return [{line for line in lines if line in outside or _repeated(line, seen, least)} for lines in edges]


def _repeated(line: PdfLine, seen: Counter[tuple[str, int]], least: int) -> bool:
    text, _ = key = _key(line)
    return not text.strip("# -–—/.") or seen[key] >= least


def _key(line: PdfLine) -> tuple[str, int]:
    """What a line says and where, so that "Trang 2/5" and "Trang 3/5" are one."""
    return _DIGITS.sub("#", line.text), round(line.bottom / 6)
