"""A text letter by letter: look-alikes made one, lower case, without marks; each as long as the text.

What is of the letters that official documents are written in goes by one encoding to single bytes and three
decodings, which costs a tenth of looking up every letter thrice; any other letter is looked up.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable, Mapping
from operator import ne

_LOOKALIKES = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe58\ufe63\uff0d", "-"),
    **dict.fromkeys("\u2044\u2215\uff0f\u29f8", "/"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02\u2033", '"'),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\uff07\u02bc", "'"),
    **dict.fromkeys("\u2028\u2029\u0085\u000b\u000c", "\n"),
    "\u00d0": "Đ",
    "\u01a2": "Ư",  # a PDF font puts the letter OI where Ư stands: "HƢỚNG DẪN"
    "\u01a3": "ư",
    "\u0189": "Đ",
    "\u00f0": "đ",
    "\uff0c": ",",
    "\uff1a": ":",
    "\uff1b": ";",
}
_SPACES = "\u00a0\u1680\u202f\u205f\u3000\x1c\x1d\x1e\x1f" + "".join(map(chr, range(0x2000, 0x200B)))
_ONE_FOR_ONE: Mapping[int, str] = str.maketrans({**_LOOKALIKES, **dict.fromkeys(_SPACES, " ")})
_LOWER_CASE = "abcdefghijklmnopqrstuvwxyzàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_OTHERS = "".join(chr(c) for c in (9, 10, *range(32, 127)) if not chr(c).isalpha())
# What else is met in them: blanks, dashes, quotation marks, bullets, a scanner's letters; 256 letters in all.
_MET = "\u00a0–—−“”‘’…•·§«»°²×µðÐƢƣ●▪ñ"


def readings(text: str) -> tuple[str, str, str]:
    """`text` with look-alikes made one, that in lower case, and that without marks (đ = d)."""
    try:
        return _decoded(text)
    except UnicodeEncodeError:
        pieces = [_looked_up(p) if n % 2 else _decoded(p) for n, p in enumerate(_STRANGE.split(text))]
        one, two, three = ("".join(column) for column in zip(*pieces, strict=True))
        return one, two, three


def _decoded(text: str) -> tuple[str, str, str]:
    encoded = codecs.charmap_encode(text, "strict", _ENCODING)[0]
    one, two, three = (codecs.charmap_decode(encoded, "strict", table)[0] for table in _DECODINGS)
    return one, two, three


def _looked_up(text: str) -> tuple[str, str, str]:
    plain = text.translate(_ONE_FOR_ONE)
    return plain, plain.translate(_LOWER), plain.translate(_BARE)


def without_marks(text: str) -> tuple[str, int]:
    """`text`, which is in lower case, without marks, and how many of its letters had any."""
    try:
        encoded = codecs.charmap_encode(text, "strict", _ENCODING)[0]
    except UnicodeEncodeError:
        bare = readings(text)[2]
        return bare, sum(map(ne, text, bare))
    marked = len(encoded) - len(encoded.translate(None, _MARKED))
    return codecs.charmap_decode(encoded, "strict", _DECODINGS[2])[0], marked


def lower_case(text: str) -> str:
    """`text` in lower case, letter for letter: as long as before."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(map(_lower, text))


def _lower(char: str) -> str:
    low = char.lower()
    return low if len(low) == 1 else char


def _bare_char(char: str) -> str:
    low = _lower(char)
    if low == "đ":
        return "d"
    base = unicodedata.normalize("NFD", low)[:1]
    return base if low.isalpha() and base else low


class _PerCharacter(dict[int, str]):
    """A translation table that works out a character when it first meets it."""

    def __init__(self, change: Callable[[str], str]) -> None:
        super().__init__()
        self._change = change

    def __missing__(self, code: int) -> str:
        changed = self[code] = self._change(chr(code))
        return changed


_LOWER = _PerCharacter(_lower)
_BARE = _PerCharacter(_bare_char)
_LETTERS = "".join(dict.fromkeys(_LOWER_CASE + _LOWER_CASE.upper() + _OTHERS + _MET))
_STRANGE = re.compile(f"([^{re.escape(_LETTERS)}]+)")
_ENCODING = codecs.charmap_build(_LETTERS)
_PLAIN = _LETTERS.translate(_ONE_FOR_ONE)
_DECODINGS = (_PLAIN, _PLAIN.translate(_LOWER), _PLAIN.translate(_BARE))
_MARKED = bytes(at for at, (low, bare) in enumerate(zip(*_DECODINGS[1:], strict=True)) if low != bare)
