"""The same words written otherwise: decomposed, other blanks and line ends, old tone marks, i for y."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator

from bench.edits import Edit

# Open syllables in oa, oe, uy: the tone mark on the first vowel (new) or on the second (old).
_NEW = ("òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy")
_OLD = ("oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ")
_TONES = dict(zip(_NEW, _OLD, strict=True))
_OPEN = re.compile(rf"(?<![qQ])(?:{'|'.join(_NEW)})(?!\w)", re.IGNORECASE)
_Y_TO_I = dict(zip("yỳýỷỹỵ", "iìíỉĩị", strict=True))
# y as the whole rhyme behind these letters is written i as well: ly/li, kỹ/kĩ, sỹ/sĩ, tỷ/tỉ, quý/quí.
_WITH_Y = re.compile(r"(?<!\w)(?:h|k|l|m|s|t|qu)[yỳýỷỹỵ](?!\w)", re.IGNORECASE)


def decomposed(text: str, _: random.Random) -> Iterator[Edit]:
    """NFD: every letter with its marks behind it."""
    for at, char in enumerate(text):
        apart = unicodedata.normalize("NFD", char)
        if apart != char:
            yield Edit(at, at + 1, apart)


def blanks(text: str, chance: random.Random) -> Iterator[Edit]:
    """Non-breaking spaces, zero-width spaces before words, CR before line ends."""
    for at, char in enumerate(text):
        if char == "\n" and text[at - 1 : at] != "\r":
            yield Edit(at, at + 1, "\r\n")
        elif char == " ":
            if chance.random() < 0.2:
                yield Edit(at, at + 1, "\u00a0")
            elif chance.random() < 0.05 and text[at + 1 : at + 2].isalpha():
                yield Edit(at + 1, at + 1, "\u200b")


def old_tones(text: str, _: random.Random) -> Iterator[Edit]:
    """hòa as hoà, ủy as uỷ."""
    for match in _OPEN.finditer(text):
        old = _TONES[match.group().lower()]
        pairs = zip(old, match.group(), strict=True)
        yield Edit(*match.span(), "".join(o.upper() if m.isupper() else o for o, m in pairs))


def i_for_y(text: str, _: random.Random) -> Iterator[Edit]:
    """cách ly as cách li, chiến sỹ as chiến sĩ."""
    for match in _WITH_Y.finditer(text):
        last = match.group()[-1]
        i = _Y_TO_I[last.lower()]
        yield Edit(match.end() - 1, match.end(), i.upper() if last.isupper() else i)
