"""The trích yếu (abstract) of an act: behind V/v, under the type's name, or the title of a page."""

from __future__ import annotations

import re

from ingest.documents import Stated
from ingest.extract.head.lines import Piece, place_behind
from ingest.extract.reading import Reading
from ingest.segmenting.layout import is_caps
from ingest.segmenting.zone_cues import ABOUT, SENDER

_ABOUT_START = re.compile(r"^\W*(?:v\s?[/\\]\s?v?|v[.iwl1|]{1,2}v|v\.?v|ve viec)\s*[:.]?\s+")
# The right column's date behind a line of the abstract: "… phòng, chống dịch   Hà Nội, ngày 5 tháng 7 năm
# 2021".
_DATE_BEHIND = re.compile(r"\s+(?:(?:tp\.?|thanh pho) )?\w+(?: \w+){0,3}, ng.y [\d.…\s]*th.ng.*$")
# Capitals under the abstract that name who decides: "ỦY BAN NHÂN DÂN TỈNH", "TRƯỞNG BAN CHỈ ĐẠO", "CHÍNH
# PHỦ".
_DECIDER = re.compile(
    r"^\W*(?:.y ban|ubnd|hoi dong|chu tich|thu tuong|chinh phu|bo truong|truong ban|quoc hoi|giam doc"
    r"|cuc truong|bo chinh tri"
    r"|ban bi thu|tong cuc truong|ban chap hanh|ban thuong vu|bo y te|tinh uy)\b"
)
# "(Ban hành kèm theo Quyết định số …)" under a title is no part of it.
_ISSUED_WITH = re.compile(r"^\W*(?:ban hanh )?kem theo\b")
# A line that cannot end there: "V/v thực hiện chỉ đạo của / Thủ tướng Chính phủ", "… về từ / Thành phố …".
_OPEN_END = re.compile(r"\s(?:cua|va|tu|voi|cho|tai|do|trong|tren|theo|den|giua|ve)$")
# "CHỈ THỊ VỀ VIỆC TĂNG CƯỜNG …" on one line.
_TYPE_ABOUT = re.compile(r"\W*(?:[a-z]+ ){1,4}?(?=ve viec )")
_URGENT = re.compile(r"^\W*(?:khan|hoa toc|thuong khan|cua|so)\b")


def read_subject(reading: Reading, pieces: list[Piece]) -> Stated | None:
    """The abstract without "V/v" or "Về việc", in the source's words; None where none is printed."""
    for first, piece in enumerate(pieces):
        if piece.kind == "about":
            return _run(reading, pieces, first, "abstract-behind-v-v")
    for nth, piece in enumerate(pieces):
        if piece.kind == "type":
            same_line = _after_type(reading, piece)
            if same_line is not None:
                return _stated(reading, same_line, _last(pieces, nth), "abstract-under-type")
            return _run(reading, pieces, nth + 1, "abstract-under-type")
    return _plain(reading, pieces)


def _run(reading: Reading, pieces: list[Piece], first: int, rule: str) -> Stated | None:
    while first < len(pieces) and (pieces[first].kind == "rule" or _of_issuer(pieces[first])):
        first += 1
    if first >= len(pieces) or pieces[first].kind in ("number", "date", "nation", "party", "motto"):
        return None
    last = _last(pieces, first)
    return _stated(reading, pieces[first].start, last, rule)


def _of_issuer(piece: Piece) -> bool:
    """ "CỦA BAN THƯỜNG VỤ TỈNH ỦY" under the type's name is whose act it is, not what about."""
    return bool(re.match(r"\W*cua\s", piece.bare)) and is_caps(piece.text)


def _last(pieces: list[Piece], first: int) -> Piece:
    """The last piece of an abstract that begins with piece `first`."""
    last = pieces[first]
    for piece in pieces[first + 1 :]:
        if piece.kind in ("date", "motto", "nation", "party", "number", "type", "about") or not _goes_on(
            last, piece
        ):
            break
        last = piece
    return last


def _goes_on(before: Piece, piece: Piece) -> bool:
    stamp = _URGENT.match(piece.bare) and is_caps(piece.text)
    if piece.kind == "rule" or stamp or _ISSUED_WITH.match(piece.bare):
        return False
    if _OPEN_END.search(before.bare) and not is_caps(piece.text):
        return True
    if piece.lower or before.text.endswith((",", "-", "–")):
        return True
    if is_caps(piece.text) and len(piece.text.split()) > 2 and not is_caps(before.text):
        return False  # the other column: "ĐOÀN TNCS HỒ CHÍ MINH" beside an abstract in small letters
    if piece.kind == "sender" and _DECIDER.match(piece.bare) and before.kind != "type":
        return is_caps(before.text) and piece.gap == 0
    return piece.gap == 0


def _after_type(reading: Reading, piece: Piece) -> int | None:
    """Where an abstract begins on the type's own line ("THÔNG BÁO**Ý KIẾN …"); None where nothing more stands
    there.
    """
    marked = re.match(r"[^*|]+\*+\s*(?=[^\W\d_])", piece.text) or _TYPE_ABOUT.match(piece.bare)
    return piece.start + marked.end() if marked else None


def _plain(reading: Reading, pieces: list[Piece]) -> Stated | None:
    """No V/v and no type: the first prose of the head ("Tiếp tục tăng cường …"), or a page's title."""
    for nth, piece in enumerate(pieces):
        if piece.kind == "text" and _reads(piece.text) and not _URGENT.match(piece.bare):
            return _run(reading, pieces, nth, "abstract-alone")
    if pieces and all(p.kind in ("sender", "rule") for p in pieces):
        first = next((p for p in pieces if not (is_caps(p.text) and SENDER.match(p.bare))), None)
        return _stated(reading, first.start, pieces[-1], "title") if first else None
    return None


def _reads(text: str) -> bool:
    """Whether a piece is words and no debris of a scan ("——; /CT- a Nội, ngà ing 3 năm 2")."""
    words = [w for w in text.split() if w[0].isalpha() or w[0] in "\"'(“"]
    return text[:1].isalpha() and len(words) >= 3 and len(words) * 3 >= 2 * len(text.split())


def _stated(reading: Reading, start: int, last: Piece, rule: str) -> Stated | None:
    bare = reading.view.bare
    end = last.end
    if ABOUT.match(bare[start:end]) and (m := _ABOUT_START.match(bare[start:end])):
        start += m.end()
    behind = place_behind(reading.view, start, end)
    if behind is not None:
        end = behind
    elif m := _DATE_BEHIND.search(bare[last.start : end]):
        end = last.start + m.start()
    while start < end and bare[start] in "*|# \n\t":
        start += 1
    while start < end and bare[end - 1] in "*|#_ \n\t":
        end -= 1
    if start >= end:
        return None
    return reading.stated(reading.view.quote(start, end), start, end, rule)
