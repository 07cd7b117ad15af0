"""Lines of a text and what kind of line each is: the eyes of segmentation (bố cục văn bản).

All offsets are the view's. A line's `core` is what stands inside leftovers of Markdown (`**`, `#`, `*…*`,
`\\*`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from ingest.text.normalise import View

UNWRAPPED = 1 << 30  # the width of a text whose lines are whole paragraphs
_LINE = re.compile(r"[^\n]+")
# "**1.** Các", "# CHỈ THỊ", "> trích", "\* " — but "* chữ" with a blank is a bullet and stays.
_DECORATION = re.compile(r"(?:\*\*|\*(?=[^\s*])|#+\s*|>\s+|_(?=[^\W_])|\\)+")
_TRAILER = "*_\\" + "".join(filter(str.isspace, map(chr, range(0x3001))))
_RULE = re.compile(r"^[\W_\dOo]{1,3}$|^[-=_*~.\s—\\|:+]{1,}$")
_PAGE = re.compile(r"^-*\s*(?:page\s*(?:\d+|break)|trang\s*\d+(?:\s*/\s*\d+)?|-\s*\d{1,3}\s*-|\d{1,3})\s*-*$")
# Words of a portal's page or of a signing stamp around the act. Elsewhere: "Lượt xem: 1.204", "Đăng lúc:
# 14:02 - 05/08/2021".
_FURNITURE = re.compile(
    r"co chu|trang chu\b|cong thong tin dien tu|(?:cac )?tin (?:khac|lien quan|moi)\b"
    r"|tin, anh|tin va anh|anh:|in (?:trang|bai)|chia se|dang nhap|so do trang|thoi tiet"
    r"|nguon:|tac gia:|ky boi|nguoi ky:|thoi gian ky|co quan: |e-?mail\b|dang (?:luc|ngay|boi)|ngay dang"
    r"|cap nhat|ban in|»|copyright|ban quyen|bai viet (?:lien quan|khac)|tu khoa|share\b|facebook"
    r"|thu vien phap luat"
)
_COUNTER = re.compile(r"luot (?:xem|truy cap|doc)")
_STAMP = re.compile(r"^(?:ky boi|nguoi ky|thoi gian ky|co quan|e-?mail)\b")
# A posting time: "26/03/2020 20:17", "Thứ ba, 29/06/2021 07:42", "Thứ hai, 05/7/2021 | 08:30 GMT+7".
_POSTED = re.compile(
    r"^(?:(?:thu (?:hai|ba|tu|nam|sau|bay)|chu nhat)\s*,?\s*)?(?:ngay )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?"
    r"(?:[\s|,-]+(?:luc )?\d{1,2}[:h]\d{2}.*)?$"
)
# Where the page goes on without the act: "Các tin khác", "Tin, ảnh: …", "Bài viết liên quan".
_PAGE_TAIL = re.compile(
    r"^(?:cac )?(?:tin|bai|bai viet) (?:khac|lien quan|moi hon|cu hon)\b|^tin, anh|^tin va anh|^tu khoa:"
    r"|^tags?:"
)
_END = re.compile(r"[.;:!?…](?:[/.]*)[\"')\]*_ ]*$|\./\.?[\"' ]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: [start, end) without outer blanks; [core, core_end) without leftovers of
    Markdown.

    `gap` is the number of blank lines before it; `text`, `key` and `bare` are readings of its core; `apart`
    tells that the reader marked it as the page's and not the act's.
    """

    start: int
    end: int
    core: int
    core_end: int
    gap: int
    text: str
    key: str
    bare: str
    apart: bool = False

    @property
    def caps(self) -> bool:
        """Whether all its letters are capitals, and there are at least two."""
        return is_caps(self.text)

    @property
    def ended(self) -> bool:
        """Whether a sentence or an entry ends with the line."""
        return bool(_END.search(self.text[-24:]))

    @property
    def lower(self) -> bool:
        """Whether it begins in lower case: it goes on from the line before."""
        return self.text[:1].islower()

    @property
    def rule(self) -> bool:
        """Whether it is a drawn line or a star under a name, without a word."""
        return bool(_RULE.match(self.text)) and not self.text.isalnum()

    @property
    def page_mark(self) -> bool:
        """Whether it is a page number or a mark of a page break: "2", "- 3 -", "Trang 2/5", "--- PAGE BREAK
        ---".
        """
        return bool(_PAGE.match(self.bare))

    @property
    def furniture(self) -> bool:
        """Whether it is of the page around the act: a menu, a posting date, a counter, a stamp."""
        if self.apart:
            return True
        bare = self.bare
        counted = "luot " in bare and _COUNTER.search(bare) is not None
        portal = counted or "thuvienphapluat" in bare
        return portal or bool(_FURNITURE.match(bare) or _POSTED.match(bare)) or self.menu

    @property
    def stamp(self) -> bool:
        """Whether it is of the stamp of an electronic signature, which may stand over the signer's name."""
        return bool(_STAMP.match(self.bare))

    @property
    def page_tail(self) -> bool:
        """Whether the act is over here and the page goes on: "Các tin khác"."""
        return bool(_PAGE_TAIL.match(self.bare))

    @property
    def menu(self) -> bool:
        """Whether it is a row of links: "Trang chủ | Giới thiệu | Tin tức"."""
        if "|" not in self.text:
            return False
        cells = [c.strip() for c in self.text.split("|")]
        if cells[0].lower() in ("stt", "tt", "số tt"):  # the head of a table
            return False
        return (
            len(cells) >= 3
            and all(c and len(c) < 30 and not c[0].isdigit() for c in cells)
            and not self.ended
        )


def is_caps(text: str) -> bool:
    """Whether all letters of `text` are capitals, and there are at least two."""
    return text.isupper() and sum(map(str.isalpha, text)) > 1


def lines_of(view: View, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of a view's stretch [start, end) that are not blank, in order; the whole view unless told."""
    found: list[Line] = []
    last_end = start
    for m in _LINE.finditer(view.text, start, len(view.text) if end is None else end):
        raw = m.group()
        if not raw.strip():
            continue
        first = m.start() + len(raw) - len(raw.lstrip())
        last = m.start() + len(raw.rstrip())
        gap = max(0, view.text.count("\n", last_end, first) - 1)
        found.append(_line(view, first, last, gap))
        last_end = last
    return found


def _line(view: View, start: int, end: int, gap: int) -> Line:
    core, core_end = start, end
    if lead := _DECORATION.match(view.text, start, end):
        core = lead.end()
    core_end = core + len(view.text[core:end].rstrip(_TRAILER))
    if core >= core_end:
        core, core_end = start, end
    return Line(
        start,
        end,
        core,
        core_end,
        gap,
        view.text[core:core_end],
        view.key[core:core_end],
        view.bare[core:core_end],
    )


def wrap_width(lines: list[Line]) -> int:
    """The width at which a hard-wrapped text breaks its lines; a very large number where it does not.

    A text is hard-wrapped where many of its lines that end no sentence are followed, without a blank line, by
    one that goes on in lower case.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if b.gap == 0]
    wrapped = [len(a.text) for a, b in pairs if b.lower and not a.ended]
    if len(wrapped) < 4 or len(wrapped) * 6 < len(lines):
        return UNWRAPPED
    return sorted(wrapped)[int(len(wrapped) * 0.9)]
