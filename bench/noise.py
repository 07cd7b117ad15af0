"""What scanners and converters do to a text, by the kinds seen in real ones, at random.

Lost tone marks ("Bôn tại chỗ" for "Bốn"), tr read as ừ ("quan ừọng"), a vowel dropped ("tng" for "tổng"), a
comma that wandered ("phòng chống, dịch"), a page break inside a sentence, Markdown left around headings, Ð
(U+00D0) for Đ, Đ without its stroke in symbols ("23/2021/QD-TTg"), and letters for figures in dates and
numbers ("3l/3/2O20", "l6/CT-TTg").
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator

from bench.edits import Edit

_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_TR = re.compile(r"(?<!\w)tr(?=[aăâeêioôơuưy]|[^\x00-\x7f])")
_DROPPED = re.compile(r"(?<=[^\W\d_])[ổồốộ](?=ng?(?!\w))")
_COMMA = re.compile(r",( \w+)(?= \w)")
_LETTERS = re.compile(r"(?<=[^\W\d_]) (?=[^\W\d_])")
_LINE = re.compile(r"(?m)^.{12,}$")
_FIGURES = re.compile(r"(?:(?<=ngày )|(?<=số )|(?<=Số )|(?<=Số: ))\d[\d/ -]*")
_SYMBOL = re.compile(r"(?<=/)(?:[QCN]Đ)(?=-)")


def scanned(text: str, chance: random.Random) -> Iterator[Edit]:
    """The edits of one reading of a text; overlapping ones fall to the first."""
    yield from _often(_SYMBOL, text, chance, 0.3, lambda found: found.replace("Đ", "D"))
    yield from _often(_TR, text, chance, 0.02, lambda _: "ừ")
    yield from _often(_DROPPED, text, chance, 0.02, lambda _: "")
    yield from _often(_COMMA, text, chance, 0.02, lambda found: found[1:] + ",")
    yield from _pages(text, chance)
    yield from _often(_WORD, text, chance, 0.015, _toneless)
    yield from _often(_FIGURES, text, chance, 0.05, lambda found: _misread(found, chance))
    for match in _LINE.finditer(text):
        if match.group().isupper() and chance.random() < 0.3:
            yield Edit(match.start(), match.start(), "**")
            yield Edit(match.end(), match.end(), "**")
    for at, char in enumerate(text):
        if char == "Đ" and chance.random() < 0.3:
            yield Edit(at, at + 1, "\u00d0")


def _often(
    pattern: re.Pattern[str], text: str, chance: random.Random, share: float, change: object
) -> Iterator[Edit]:
    assert callable(change)
    for match in pattern.finditer(text):
        if chance.random() < share:
            yield Edit(*match.span(), change(match.group()))


def _pages(text: str, chance: random.Random) -> Iterator[Edit]:
    for match in _LETTERS.finditer(text):
        if text[match.end()].islower() and chance.random() < 1 / 300:
            yield Edit(*match.span(), "\n\n")


def _misread(figures: str, chance: random.Random) -> str:
    """One 1 or 0 of a date or number as the letter that looks like it."""
    at = chance.randrange(len(figures))
    return figures[:at] + {"1": "l", "0": "O"}.get(figures[at], figures[at]) + figures[at + 1 :]


def _toneless(word: str) -> str:
    """Without its tone; the marks of ă, â, ê, ô, ơ, ư stay."""
    return unicodedata.normalize("NFC", _TONE.sub("", unicodedata.normalize("NFD", word)))
