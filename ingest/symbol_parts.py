"""The parts of a symbol behind its serial: CT and TTg of 16/CT-TTg, however spaced, cased or misread."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.symbols import Symbols

MAX_PARTS = 4


@dataclass(frozen=True, slots=True)
class Part:
    """A code at [start, end) of a text with the separator before it; `known` codes are in the vocabulary."""

    code: str
    separator: str
    start: int
    end: int
    known: bool
    flags: tuple[str, ...]


# The separators of a symbol: a hyphen never after a line end (a bullet), a slash at either side of one.
_SEPARATOR = re.compile(
    r"(?P<before>[ \t]{0,2})(?P<mark>-|\n?[ \t]{0,2}[/\\])(?P<after>[ \t]{0,2}\n?[ \t]{0,2})"
)
# CT, TTg, BGD&ĐT, VP.UBND, T.Ư, QH15, VP6; also what scanners make of them, sorted out by what is known.
_CODE = re.compile(r"[^\W\d_]+(?:[.&][A-ZĐƯ]{1,8}(?![^\W\d_]))*[0-9]{0,3}(?:(?<=QH)[IlSO]\d?|(?<=QHI)\d)?")
_SPLIT_TTG = re.compile(r"T\sT[^\W\d_]\b")
_UPPER = re.compile(r"[A-ZĐƯƠ][A-ZĐƯƠ.&]*\d{0,3}")


def read_parts(text: str, position: int, known: Symbols) -> list[Part]:
    """The parts that begin at `position`, with their separators; empty where no symbol stands."""
    parts: list[Part] = []
    while len(parts) < MAX_PARTS:
        separator = _SEPARATOR.match(text, position)
        part = _part(text, separator, known, bool(parts)) if separator else None
        if part is None:
            break
        parts.append(part)
        position = part.end
    return _unjoined(parts, known)


def _part(text: str, separator: re.Match[str], known: Symbols, later: bool) -> Part | None:
    split = _SPLIT_TTG.match(text, separator.end()) if later else None
    match = split or _CODE.match(text, separator.end())
    if match is None:
        return None
    printed, mark = match.group(), separator["mark"].strip()
    code = _without_footnote(printed) or known.repair(printed)
    misread = None if code or not later else known.repair_misread(printed)
    flags = _repairs(printed, code) if code else ("misread",) if misread else ()
    code = code or misread
    tight = not separator["before"] and " " not in separator["after"]
    if code is None and not (tight and (_UPPER.fullmatch(printed) or known.split(printed))):
        return None
    end = match.end() - (len(printed) - len(code) if code and printed.startswith(code) else 0)
    flags += () if tight and "\n" not in separator.group() else ("spaced",)
    return Part(code or printed, "/" if mark in "/\\" else "-", match.start(), end, code is not None, flags)


def _without_footnote(printed: str) -> str | None:
    """A code with the mark of a footnote run into it ("16/CT-TTg1")."""
    base = printed.rstrip("0123456789")
    return base if base != printed and base in ("TTg", "CP", "TW", "TU") else None


def _repairs(printed: str, code: str) -> tuple[str, ...]:
    if printed.startswith(code):
        return ()
    return ("case",) if printed.lower() == code.lower() else ("diacritics",)


def _unjoined(parts: list[Part], known: Symbols) -> list[Part]:
    """A lone run without its hyphen ("16/CTTTg") as type and issuer."""
    if len(parts) == 1 and not parts[0].known and (pair := known.split(parts[0].code)):
        part = parts[0]
        flags = (*part.flags, "separator")
        return [
            replace(part, code=pair[0], known=True, flags=flags),
            replace(part, code=pair[1], known=True, separator="-"),
        ]
    return parts
