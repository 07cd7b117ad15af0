"""The parts of a symbol behind its serial: CT and TTg of 16/CT-TTg, however spaced, cased or misread."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.numbering.symbols import Symbols

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


# The separators of a symbol: a hyphen after a line end only where a code sticks to it ("UBND\n-KGVX", no
# bullet), a slash at either side of one.
_SEPARATOR = re.compile(
    r"(?P<before>[ \t]{0,2})(?P<mark>-|\n-(?=[A-ZĐ]{2,8}(?![^\W\d_]))"
    r"|\|(?=[A-ZĐ]{2})|\n?[ \t]{0,2}[/\\])(?P<after>[ \t]{0,2}\n?[ \t]{0,2})"
)
_LOST_HYPHEN = re.compile(r"(?P<before>[ \t]?)(?P<mark>[._~=](?! )|(?=[A-ZĐ]))(?P<after>[ \t]?)")
# CT, TTg, BGD&ĐT, VP.UBND, T.Ư, QH15, VP6; also what scanners make of them, sorted out by what is known.
_CODE = re.compile(r"[^\W\d_]+(?:[.&][A-ZĐƯ]{1,8}(?![^\W\d_]))*[0-9]{0,3}(?:(?<=QH)[IlSO]\d?|(?<=QHI)\d)?")
_SPLIT_TTG = re.compile(r"T\sT[^\W\d_]\b")
# What runs into a code where the scanner lost a blank: "68/NQ-CPngày 01/7".
_GLUED = re.compile(r"(?P<code>[A-ZĐ]+g?)(?:ngày|ngay|của|cua|về|và)$")


def read_parts(text: str, position: int, known: Symbols) -> list[Part]:
    """The parts that begin at `position`, with their separators; empty where no symbol stands."""
    parts: list[Part] = []
    while len(parts) < MAX_PARTS:
        separator = _SEPARATOR.match(text, position)
        part = _part(text, separator, known, parts) if separator else _behind_lost_hyphen(text, parts, known)
        if part is None:
            break
        parts.append(part)
        position = part.end
    return _unjoined(_corrected(_undotted(parts, known), known), known)


def _behind_lost_hyphen(text: str, parts: list[Part], known: Symbols) -> Part | None:
    """The issuer behind a type where the scanner made another mark or a blank of the hyphen ("16/CT.TTg")."""
    if len(parts) != 1 or parts[0].code not in known.types:
        return None
    separator = _LOST_HYPHEN.match(text, parts[0].end)
    part = _part(text, separator, known, parts) if separator else None
    if (
        part is None
        or not part.known
        or not known.is_issuer(part.code)
        or part.flags not in ((), ("spaced",))
    ):
        return None
    return replace(part, separator="-", flags=(*part.flags, "separator"))


def _corrected(parts: list[Part], known: Symbols) -> list[Part]:
    """A misread type before a known issuer: "68/NO-CP"."""
    if len(parts) > 1 and not parts[0].known and known.is_issuer(parts[1].code):
        kind = known.misread_type(parts[0].code)
        if kind:
            return [replace(parts[0], code=kind, known=True, flags=(*parts[0].flags, "misread")), *parts[1:]]
    return parts


def _part(text: str, separator: re.Match[str], known: Symbols, before: list[Part]) -> Part | None:
    typed = len(before) == 1 and before[0].code in known.types
    split = _SPLIT_TTG.match(text, separator.end()) if typed else None
    match = split or _CODE.match(text, separator.end())
    if match is None:
        return None
    printed, mark, end = match.group(), separator["mark"].strip(), match.end()
    if glued := _GLUED.match(printed):
        printed, end = glued["code"], match.start() + glued.end("code")
    code = _without_footnote(printed) or known.repair(printed)
    misread = None if code or not typed else known.misread_issuer(printed)
    flags = _repairs(printed, code) if code else ("misread",) if misread else ()
    code = code or misread
    tight = not separator["before"] and " " not in separator["after"]
    if code is None and not (tight and (_is_code(printed) or known.split(printed))):
        return None
    end -= len(printed) - len(code) if code and printed.startswith(code) else 0
    flags += () if tight and "\n" not in separator.group() else ("spaced",)
    return Part(
        code or printed,
        "-" if mark in ("-", ".", "_", "") else "/",
        match.start(),
        end,
        code is not None,
        flags,
    )


def _is_code(printed: str) -> bool:
    """Whether an unknown run looks like a code: capitals, with a number behind them at most."""
    return all(c.isupper() or c.isdigit() or c in ".&" for c in printed)


def _without_footnote(printed: str) -> str | None:
    """A code with the mark of a footnote run into it ("16/CT-TTg1")."""
    base = printed.rstrip("0123456789")
    return base if base != printed and base in ("TTg", "CP", "TW", "TU") else None


def _repairs(printed: str, code: str) -> tuple[str, ...]:
    if printed.startswith(code):
        return ()
    return ("case",) if printed.lower() == code.lower() else ("diacritics",)


def _undotted(parts: list[Part], known: Symbols) -> list[Part]:
    """A point for the hyphen between type and issuer ("12/CĐ.UBND"); VP.UBND is one code."""
    if not parts or parts[0].known or "." not in parts[0].code:
        return parts
    kind, _, issuer = parts[0].code.partition(".")
    if kind not in known.types or not known.is_issuer(issuer):
        return parts
    first, flags = parts[0], (*parts[0].flags, "separator")
    cut = first.start + len(kind)
    return [
        replace(first, code=kind, end=cut, known=True, flags=flags),
        Part(issuer, "-", cut + 1, first.end, True, flags),
        *parts[1:],
    ]


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
