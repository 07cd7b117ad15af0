"""The printed mark at the start of a line: Điều 3., II., 1., 1.1., a), -, a row of a table."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.documents import ProvisionKind
from ingest.segmenting.layout import Line, is_caps

# Nesting of the marks: a mark of a higher rank stands inside one of a lower rank.
ANNEX, PART, CHAPTER, LETTER, ROMAN, TITLE, ARTICLE, NUMBER, SUB, SUBSUB, POINT, BULLET, PLUS = range(13)
LEAF = 99  # prose: stands beside, holds nothing

# "Phụ lục", "PHỤ LỤC II" on a line of its own (an annex, phụ lục).
_ANNEX = re.compile(r"phu luc\b(?:\s+(?:so\s+)?[\divx]{1,5})?\s*[.:]?$")
# "Phần thứ nhất", "Chương II", "Mục 3" as a heading.
_CHAPTER = re.compile(r"(phan|chuong|muc|tieu muc)\s+(?:thu\s+\w+|[ivx]{1,6}|\d{1,2})\b[.:]?(?=\s|$)")
# "Điều 1.", "Điều 12a:"; a citation has no point behind the number.
_ARTICLE = re.compile(r"dieu\s+\d{1,3}[a-z]?\s*[.:](?=\W|$)")
# "I. MỤC ĐÍCH", "II- NHIỆM VỤ", "IV/ TỔ CHỨC".
_ROMAN = re.compile(r"([IVX]{1,6})(?:\s?[.)-]\**\s*|/\s+)(?=[^\W\d_])(?!v\b)")
# "A. ĐÁNH GIÁ", "B- PHƯƠNG HƯỚNG".
_LETTER = re.compile(r"([A-EĐ])\s?[./-]\s+(?=[^\W\d_])")
# "1. ", "2) ", "3/ ", "4- ", "5.**", "1.Các" (the blank lost).
_NUMBER = re.compile(r"(?:muc |khoan )?(\d{1,2})\s?(?:[.)/]\**(?=\s|[^\W\d_])|-\**(?=\s))")
# "Một là, ", "Hai là: ", "Thứ ba, "; "Thứ hai, ngày 5/7" is a day of the week.
_ORDINALS = ("mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi")
_WORDED = re.compile(
    rf"(?P<cardinal>{'|'.join(_ORDINALS)}) la\s?[,:]\s+(?=\S)"
    rf"|thu (?P<ordinal>nhat|{'|'.join(_ORDINALS)}|tu)\s?[,:]\s+(?!ngay\b|thu\b|sang\b|chieu\b|\d)(?=\S)"
)
# "1.1. ", "2.3 ", "4.2.1. ": as deep as there are points.
_SUB = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})[.)]?\**\s+(?=\S)")
# "a) ", "đ) ", "b. ".
_POINT = re.compile(r"([a-zđ]\d?)\s?([.)])\**\s+(?=\S)")
# "(i) ", "(a) ", "(2) ".
_BRACKETED = re.compile(r"\((?:[ivx]{1,4}|[a-zđ]|\d{1,2})\)\s+(?=\S)")
# "- ", "+ ", "• ", "* ", "–Các"; "-19" broken off a name is none.
_BULLET = re.compile(r"(?:[•●▪➢◦■□✓]|-(?=[^\d\W]|\s|\")|\+(?=\s|[^\d\W])|\*(?=\s)|~(?=\s))\s*(?=\S)")
# How any of them begins; most lines of prose do not.
_BEGUN = re.compile(
    r"\d|[^\w\s]|phu luc|phan\b|chuong\b|muc\b|tieu muc\b|dieu\b|khoan\b|[ivx]{1,6}[\s.)/-]|[a-ed]\s?[./-]"
    r"|[a-zđ]\d?\s?[.)]|thu [a-z]+\s?[,:]|[a-z]{2,4} la\s?[,:]"
)
_CELLS = re.compile(r"\|?\s*(\d{1,3})\s*\|")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark found: its rank, the kind of provision it opens, its label as printed, its number where it has
    one.
    """

    rank: int
    kind: ProvisionKind
    label: str
    number: int = 0
    trunk: str = ""  # "2.1" of "2.1.3": what it must stand under
    worded: bool = False  # a number in words: "Một là", "Thứ hai"


def mark_of(line: Line) -> Mark | None:
    """The mark at the start of a line, or None."""
    if line.text.count("|") >= 2:
        row = _CELLS.match(line.text)
        return Mark(NUMBER, "item", row[1], int(row[1])) if row else None
    if not _BEGUN.match(line.bare):
        return None
    return _heading(line) or _numbered(line) or _worded(line) or _bullet(line)


def _heading(line: Line) -> Mark | None:
    if _ANNEX.match(line.bare):
        return Mark(ANNEX, "section", line.text)
    if (m := _CHAPTER.match(line.bare)) and line.text[0].isupper() and len(line.text) < 150:
        return Mark(PART if m[1] == "phan" else CHAPTER, "section", line.text[: m.end()])
    if (m := _ARTICLE.match(line.bare)) and line.text[0].isupper():
        return Mark(ARTICLE, "article", line.text[: m.end()].rstrip(".: "), _digits(m.group()))
    if m := _ROMAN.match(line.text):
        return Mark(ROMAN, "section", m.group().strip("* "), _roman(m[1]))
    if m := _LETTER.match(line.text):
        return Mark(LETTER, "section", m.group().strip(), "ABCDĐE".index(m[1]) + 1)
    return None


def _numbered(line: Line) -> Mark | None:
    if m := _SUB.match(line.text):
        trunk, last = m[1].rsplit(".", 1)
        rank = SUB if "." not in trunk else SUBSUB
        return Mark(rank, "item", m.group().strip("* "), int(last), trunk)
    if m := _NUMBER.match(line.bare):
        label, number = line.text[: m.end()].strip("* "), int(m[1])
        # "1. MỤC ĐÍCH" in capitals is a section's heading, numbered where others write I.
        if _title(line.text[m.end() :]):
            return Mark(TITLE, "section", label, number)
        return Mark(NUMBER, "item", label, number)
    if m := _BRACKETED.match(line.bare):
        return Mark(POINT, "point", line.text[: m.end()].strip())
    if (m := _POINT.match(line.text)) and line.text[0].islower():
        return Mark(POINT, "point", m.group().strip("* "), 0 if m[2] == ")" else _point_number(m[1]))
    return None


def _worded(line: Line) -> Mark | None:
    m = _WORDED.match(line.bare)
    if m is None or not line.text[0].isupper():
        return None
    word = {"nhat": "mot", "tu": "bon"}.get(m["ordinal"] or "", m["ordinal"] or m["cardinal"])
    label = line.text[: m.end()].rstrip(" ,:")
    return Mark(NUMBER, "item", label, _ORDINALS.index(word) + 1, worded=True)


def _title(text: str) -> bool:
    return is_caps(text) and " " in text and not text.endswith((".", ";", ":")) and len(text) < 150


def _bullet(line: Line) -> Mark | None:
    if m := _BULLET.match(line.text):
        return Mark(PLUS if m.group().startswith("+") else BULLET, "bullet", m.group().strip())
    return None


def _digits(text: str) -> int:
    return int(re.sub(r"\D", "", text) or 0)


def _roman(text: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[c] for c in text]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-a if a < b else a for a, b in pairs)


def _point_number(letter: str) -> int:
    return "abcdđeghiklmnopqrstuvxy".find(letter[0]) + 1
