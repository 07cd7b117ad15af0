"""What stands behind a private person's name and tells who it is: year of birth, address, telephone, card."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ingest.documents import PrivateKind
from ingest.extract.persons.names import UPPER

_I = re.IGNORECASE
_REACH = 260  # characters behind a name in which its details stand
_END = re.compile(r"[;\n]|(?<=[^\W_]{2})(?<!TP)(?<!TX)(?<!TT)[.!?](?=\s|\Z)")
BIRTH = re.compile(
    r"(?<!\w)(?:sinh(?: năm| ngày)?|SN|N\.?S|năm sinh)\s*:?\s*(?:năm\s+)?"
    r"((?:\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?)?(?:19|20)\d{2})(?!\d)",
    _I,
)
# A cell of a table behind a name: "| Nguyễn Văn An | nam | 1985 |".
BORN_IN_CELL = re.compile(r"[|\t]\s{0,20}((?:\d{1,2}/\d{1,2}/)?(?:19[2-9]\d|20[01]\d))\s*(?=[|\t\n])")
# In brackets right behind a name: "Nguyễn Thị Hạnh (1990)".
BORN_IN_BRACKETS = re.compile(r"\s{0,2}\(\s?((?:\d{1,2}/\d{1,2}/)?(?:19\d|20[0-2])\d)\s?(?=[),;])")
_AGE = re.compile(r"(?<!\w)\d{1,3} (?:tháng )?tuổi(?!\w)", _I)
_CARD = re.compile(
    r"(?<!\w)(?:CMND|CMT|CCCD|căn cước(?: công dân)?|chứng minh (?:nhân dân|thư)|hộ chiếu)"
    r"\s*(?:số)?\s*:?\s*([A-Z]?\d{6,12})(?!\d)",
    _I,
)
# Cells behind a name: nine or twelve digits are a card's, ten with a nought before them a telephone's.
_CARD_IN_CELL = re.compile(r"[|\t] {0,20}(\d{12}|\d{9}) {0,20}(?=[|\t\n]|\Z)")
_PHONE_IN_CELL = re.compile(r"[|\t] {0,20}(0\d{9}) {0,20}(?=[|\t\n]|\Z)")
_PHONE = re.compile(
    r"(?<!\w)(?:điện thoại|SĐT|ĐT|liên hệ|qua số|zalo)[^\d\n;]{0,25}((?:\+84|0)[\d .]{7,13}\d)(?!\d)", _I
)
_HOTLINE = re.compile(r"đường dây nóng|trực ban", _I)
_LIVES = (
    r"(?:(?:thường |tạm )?trú(?: tại| quán)?|hộ khẩu(?: thường trú)?(?: tại)?|HKTT|địa chỉ|cư trú(?: tại)?"
    r"|ngụ(?: tại)?|(?:hiện )?ở(?: tại)?|quê(?: quán)?|nơi ở|chỗ ở)\s*:?\s*"
)
# What is more exact than a district: a house, a street, a hamlet, a commune.
_PART = (
    r"(?:(?:số nhà|nhà số|số|ngõ|ngách|hẻm|kiệt|đường|phố|thôn|xóm|ấp|bản|buôn|bon|plei|làng|sóc"
    r"|khóm|tổ dân phố"
    r"|tổ|TDP|khu phố|khu dân cư|khu|cụm|đội|chung cư|căn hộ|tòa|toà|lô|khối|tiểu khu|xã|phường"
    r"|thị trấn|P\.|X\.)"
    rf"\s?(?:số )?(?:[{UPPER}\d][\w'’/-]*)(?: [{UPPER}\d][\w'’/-]*){{0,4}})"
)
_ADDRESS = re.compile(
    rf"(?<!\w)(?:(?i:{_LIVES})|(?<=, )|(?<=\| )|(?<=\())((?:{_PART}(?:\s*[,–-]\s*(?={_PART}))?)+)"
)


class Detail(NamedTuple):
    """A stretch that tells who somebody is."""

    start: int
    end: int
    kind: PrivateKind


_KINDS: tuple[tuple[re.Pattern[str], PrivateKind], ...] = (
    (BIRTH, "birth"),
    (BORN_IN_CELL, "birth"),
    (_CARD, "card"),
    (_CARD_IN_CELL, "card"),
    (_PHONE_IN_CELL, "phone"),
    (_PHONE, "phone"),
    (_ADDRESS, "address"),
)


def clause_end(text: str, start: int) -> int:
    """Where the clause that goes on at `start` ends: at a sentence's end, a semicolon or a line's end."""
    found = _END.search(text, start, start + _REACH)
    return found.start() if found else min(len(text), start + _REACH)


def details(text: str, start: int, end: int) -> Iterator[Detail]:
    """The details in a stretch behind a name, and a telephone that is named later in its sentence."""
    if born := BORN_IN_BRACKETS.match(text, start):
        yield Detail(*born.span(1), "birth")
    for pattern, kind in _KINDS:
        for match in pattern.finditer(text, start, end):
            yield Detail(*match.span(1), kind)
    last = end
    while last < len(text) and text[last] == ";" and last < start + _REACH:
        last = clause_end(text, last + 1)
    if last > end and not _HOTLINE.search(text, end, last):
        yield from (Detail(*match.span(1), "phone") for match in _PHONE.finditer(text, end, last))


def tells_person(text: str, start: int, end: int) -> bool:
    """Whether what stands right behind a name is said of private persons: birth, age, home, card."""
    near = text[start : min(end, start + 40)]
    lives = re.search(rf"(?<!\w){_LIVES}", near, _I)
    return bool(
        BORN_IN_BRACKETS.match(text, start)
        or BIRTH.search(text, start, min(end, start + 40))
        or _AGE.search(near)
        or lives
        or _CARD.search(near)
    )
