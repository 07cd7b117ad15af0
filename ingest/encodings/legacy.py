"""Texts typed in the fonts of before Unicode: TCVN3 (ABC, phông .Vn…) and VNI (phông VNI-…).

Such a font draws Vietnamese letters where Windows has others, so that the text is letters of windows-1252 to
every program. TCVN3 (TCVN 5712:1993, table VN3) has a code a letter and no capitals with tones: a capital
font draws the small ones large. VNI writes the letter, then its marks as one code more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from ingest.encodings.decoded import Piece

_TCVN3_FROM = "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ"
_TCVN3_TO = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
TCVN3: Mapping[str, str] = dict(zip(_TCVN3_FROM, _TCVN3_TO, strict=True))

_VNI_TONES = "ùøûõï"  # sắc, huyền, hỏi, ngã, nặng after a plain vowel, ô (ơ) or ö (ư)
_VNI_PAIRS = {
    "a": {
        **dict(zip(_VNI_TONES, "áàảãạ", strict=True)),
        **dict(zip("âáàåãäêéèúüë", "âấầẩẫậăắằẳẵặ", strict=True)),
    },
    "e": {**dict(zip(_VNI_TONES, "éèẻẽẹ", strict=True)), **dict(zip("âáàåãä", "êếềểễệ", strict=True))},
    "o": {**dict(zip(_VNI_TONES, "óòỏõọ", strict=True)), **dict(zip("âáàåãä", "ôốồổỗộ", strict=True))},
    "u": dict(zip(_VNI_TONES, "úùủũụ", strict=True)),
    "y": dict(zip("ùøûõ", "ýỳỷỹ", strict=True)),
    "ô": dict(zip(_VNI_TONES, "ớờởỡợ", strict=True)),
    "ö": dict(zip(_VNI_TONES, "ứừửữự", strict=True)),
}
_VNI_SINGLE = dict(zip("ñíìæóòôöî", "đíìỉĩịơưỵ", strict=True))


def _with_capitals(pairs: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Pairs in small letters, in capitals, and a capital with the small code of its marks."""
    return {
        base + mark: made
        for small, marks in pairs.items()
        for mark_small, letter in marks.items()
        for base, mark, made in (
            (small, mark_small, letter),
            (small.upper(), mark_small.upper(), letter.upper()),
            (small.upper(), mark_small, letter.upper()),
        )
    }


VNI: Mapping[str, str] = {
    **_with_capitals(_VNI_PAIRS),
    **_VNI_SINGLE,
    **{code.upper(): letter.upper() for code, letter in _VNI_SINGLE.items()},
}
_VNI_UNIT = re.compile("|".join(sorted(map(re.escape, VNI), key=len, reverse=True)) + r"|[\s\S]")
# Letters of Vietnamese that no legacy font has a code for, since all its codes are those of windows-1252.
BEYOND_LEGACY = re.compile("[\u0100-\u0151\u0154-\u02af\u0300-\u036f\u1e00-\u1eff]")
_WORD = re.compile(r"[^\W\d_]+", re.ASCII)
_LINE = re.compile(r"[^\n]*\n?")


def tcvn3_pieces(text: str) -> Iterator[Piece]:
    """Each character of a TCVN3 text as Unicode, small letters of capital words made capitals."""
    for match in _LINE.finditer(text):
        line = match.group()
        capitals = _in_capitals(line)
        for word in re.finditer(r"\s+|\S+", line):
            raised = word.group()[:1].strip() and (capitals or _capital_word(word.group()))
            for char in word.group():
                letter = TCVN3.get(char, char)
                yield (letter.upper() if raised and char in TCVN3 else letter), 1


def vni_pieces(text: str) -> Iterator[Piece]:
    """The letters of a VNI text as Unicode, each with the one or two characters that wrote it."""
    for match in _VNI_UNIT.finditer(text):
        unit = match.group()
        yield VNI.get(unit, unit), len(unit)


# The fonts that are looked for, by the name that is shown.
LEGACY: Mapping[str, Callable[[str], Iterator[Piece]]] = {"tcvn3": tcvn3_pieces, "vni": vni_pieces}
LEGACY_NAMES = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI"}


def converted(text: str, font: str) -> str:
    """A text of the legacy font `font` ("tcvn3" or "vni") in Unicode."""
    return "".join(char for char, _ in LEGACY[font](text))


def font_encoding(name: str) -> str | None:
    """The encoding that a font's name stands for: ".VnTime" is TCVN3, "VNI-Times" VNI; None for others."""
    low = name.strip().lower()
    if low.startswith(".vn"):
        return "tcvn3"
    return "vni" if low.startswith("vni-") else None


def font_of_capitals(name: str) -> bool:
    """Whether a TCVN3 font draws small letters as capitals: ".VnTimeH"."""
    return font_encoding(name) == "tcvn3" and name.strip().endswith("H")


def _in_capitals(line: str) -> bool:
    """Whether the ASCII letters of a line are capitals, but for a word or two in many."""
    words: list[str] = _WORD.findall(line)
    long = [w for w in words if len(w) > 1]
    if not long:
        return len(words) > 1 and all(w.isupper() for w in words)
    return sum(w.isupper() for w in long) >= 0.8 * len(long)


def _capital_word(word: str) -> bool:
    letters = [c for c in word if c.isascii() and c.isalpha()]
    return len(letters) > 1 and all(c.isupper() for c in letters)
