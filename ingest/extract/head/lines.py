"""The pieces of a letterhead (thể thức): each line cut into its columns, and what each piece is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ingest.extract.reading import Reading
from ingest.segmenting import zone_cues as cues
from ingest.segmenting.columns import columns
from ingest.segmenting.layout import is_caps, lines_of
from ingest.text.normalise import View, bare_of

PieceKind = Literal["nation", "party", "motto", "rule", "number", "about", "type", "date", "sender", "text"]

_MARKUP = re.compile(r"^(?:\*\*|\*(?=[^\s*])|#+\s*|\\|_(?=[^\W_]))+|[*_\\\s]+$")
# Stamps and marks beside the head that name nobody: "HỎA TỐC", "KHẨN", "DỰ THẢO", "BẢN SAO".
_STAMP = re.compile(
    r"^\W*(?:hoa toc|thuong khan|khan|mat|toi mat|du thao|ban sao|sao y|trich sao|den|cong van den)\b"
)
# "Số: 12/…", "Nghị quyết số: 43/2022/QH15", "No. 19/CT-TTg", "12-CT/TU" alone.
_NUMBER_START = re.compile(
    r"^\W*(?:[a-z]+ [a-z]+ )?(?:s[o60]|[$8]6(?=:)|no\.?(?=[: ]))\s*[:.]?\s*(?:[^a-z\s]|[-/]|\d)"
    r"|^\W*\d{1,5}(?:/(?:19|20)\d\d)?\s?[-/]\s?[a-z]{2,5}[-/]"
)
_NAMED = re.compile(r"^\W*[a-z]+ [a-z]+ so\b")
# What a scanner makes of stamps before the type's name: "DEN i: : _¬ CHỈ THỊ".
_DEBRIS = re.compile(r"^[^\n]{0,24}?[^\w\s,.;()/-]\s+(?=[^\W\d_]+ ?[^\W\d_]+\s*$)")
_DATED_BEHIND = re.compile(r"\s?,\s*ng.y [\d.…\s]*th.ng[\d.…\s]*n.m[\s\d.…]*$")
# The national title broken in a narrow column: "CỘNG" above "HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM".
_NATION_BROKEN = re.compile(r"\W*C.NG(?: H.A(?: X.)?)?\W*")
_ABOUT_BEHIND = re.compile(r"\s+(?=v/v\b)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a head's line: view span without leftovers of Markdown, and the blank lines before it
    (`gap`).
    """

    start: int
    end: int
    gap: int
    text: str
    bare: str
    kind: PieceKind

    @property
    def lower(self) -> bool:
        """Whether it begins in lower case."""
        return self.text[:1].islower()


def head_pieces(reading: Reading) -> list[Piece]:
    """The pieces of the letterhead in text order; empty where the text has none."""
    view = reading.view
    spans = [view.here(p.start, p.end) for p in reading.provisions if p.kind == "letterhead"]
    if not spans:
        return []
    low, high = spans[0][0], spans[-1][1]
    found: list[Piece] = []
    for line in lines_of(view, low, high):
        parts = [part for a, b in columns(view, line) for part in _number_and_about(view, a, b)]
        for nth, (start, end) in enumerate(parts):
            found.append(_piece(reading, start, end, line.gap if nth == 0 else 0))
    return found


def _number_and_about(view: View, start: int, end: int) -> list[tuple[int, int]]:
    """A number with the abstract on its line ("Số: 123/UBND-VX V/v tăng cường kiểm tra") is two pieces."""
    about = _ABOUT_BEHIND.search(view.bare, start, end)
    if about is None or not _NUMBER_START.match(view.bare[start:end]):
        return [(start, end)]
    return [(start, about.start()), (about.end(), end)]


def place_behind(view: View, start: int, end: int) -> int | None:
    """Where the right column's place and date begin behind an abstract that ends at `end`; None without one.

    "V/v đón công dân Quảng Trị, ngày 05 tháng 8 năm 2021": the place are the capitalised words at its comma.
    """
    dated = _DATED_BEHIND.search(view.bare, start, end)
    if dated is None:
        return None
    words = list(re.finditer(r"[^\s,]+", view.text[start : dated.start()]))[-4:]
    run = 0
    while run < len(words) and words[-1 - run].group()[:1].isupper():
        run += 1
    whole = start + words[-run].start() if run else None
    return whole if whole is not None and whole > start else None


def part_of(view: View, start: int, end: int) -> View:
    """The stretch [start, end) of a view as a view: offsets in it are `start` less, spans lead home all the
    same.
    """
    return View(
        view.source,
        view.text[start:end],
        view.key[start:end],
        view.bare[start:end],
        view.starts[start:end],
        view.ends[start:end],
    )


def _piece(reading: Reading, start: int, end: int, gap: int) -> Piece:
    text = reading.view.text[start:end]
    lead = _MARKUP.match(text)
    if lead and lead.end() < len(text):
        start += lead.end()
        text = text[lead.end() :]
    tail = _MARKUP.search(text)
    if tail and 0 < tail.start() < len(text) and tail.end() == len(text):
        end = start + tail.start()
        text = text[: tail.start()]
    if debris := _DEBRIS.match(text):
        rest = text[debris.end() :]
        if cues.is_type_text(rest, bare_of(rest)):
            start, text = start + debris.end(), rest
    bare = reading.view.bare[start:end]
    return Piece(start, end, gap, text, bare, _kind(text, bare))


def _kind(text: str, bare: str) -> PieceKind:
    tests: tuple[tuple[PieceKind, bool], ...] = (
        ("nation", bool(cues.NATION.search(bare) or _NATION_BROKEN.fullmatch(text)) and len(text) < 60),
        ("motto", bool(cues.MOTTO.match(bare))),
        ("party", bool(cues.PARTY.search(bare)) and is_caps(text)),
        ("rule", not any(c.isalpha() for c in text) and not any(c.isdigit() for c in text)),
        ("about", bool(cues.ABOUT.match(bare))),
        ("number", bool(_NUMBER_START.match(bare)) and len(text) < 120 and not _headline(bare)),
        (
            "date",
            (bool(cues.PLACE_DATE.search(bare)) and len(text) < 90 and not text[:1].islower())
            or _bare_date(bare)
            or _broken(text, bare),
        ),
        ("type", cues.is_type_text(text, bare)),
        (
            "sender",
            (is_caps(text) and _worded(text) and not _STAMP.match(bare)) or cues.is_sender(text, bare),
        ),
    )
    return next((kind for kind, holds in tests if holds), "text")


def _headline(bare: str) -> bool:
    """ "Chỉ thị số 16/CT-TTg ngày 31/3/2020 của Thủ tướng …: những điều cần biết" only speaks of the act."""
    return bool(_NAMED.match(bare) and cues.CITED_NUMBER.match(bare))


def _worded(text: str) -> bool:
    """Whether capitals may name somebody: words, or the first syllable of a name that a line end cut off
    ("HỘI / ĐỒNG NHÂN DÂN"); no figures ("01:00 20/02/2022 GMT+7")."""
    letters = sum(map(str.isalpha, text))
    return letters > sum(map(str.isdigit, text)) and (len(text) > 3 or (text.isalpha() and len(text) > 1))


def _broken(text: str, bare: str) -> bool:
    return bool(cues.BROKEN_DATE.match(bare)) and text[:1].isupper()


def _bare_date(bare: str) -> bool:
    """ "ngày 25 tháng 6 năm 2021" alone on its line, in lower case."""
    return bool(re.fullmatch(r"\W*ng.y\s*[\d.…\s]*th.ng\s*[\d.…\s]*n.m\s*[\d.…]*\W*", bare))
