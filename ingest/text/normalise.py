"""Text -> comparable text, with an offset map home.

Three readings of one text, equal in length and sharing one map back to the source, so that a span
found in any of them is a span of the document:

- `text`: NFC; zero-width marks dropped; look-alikes of space, hyphen, slash and quotation mark made one;
  Ð (U+00D0) read as Đ. Line ends stay; CR becomes a line end or is dropped before one.
- `key`: lower case, tone mark on one place (hoà = hòa, uỷ = ủy), y and i made one where both are written
  (kỹ = kĩ, ly = li). What the vocabulary is matched in.
- `bare`: no marks at all (đ = d). For OCR that lost them; ambiguous, so only a rule that says so uses it.

Source of the orthographic rules: TCVN 6909:2001 and the two tone placements in use; work goes syllable by
syllable, since a blind replacement turns "hoàn" into "hòan".
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

_DROPPED = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u180e\u202a\u202b\u202c\u202d\u202e")
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
_ONE_FOR_ONE = str.maketrans({**_LOOKALIKES, **dict.fromkeys(_SPACES, " ")})
_DROPPED_OR_CR = re.compile(f"[\r{''.join(sorted(_DROPPED))}]")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
# Open syllables only: tone on the glide (old: hoà, khoẻ, uỷ) moves to the first vowel (new: hòa, khỏe, ủy).
_OPEN_GLIDE = re.compile(rf"(?<![aeiouyăâêôơưq])(o|u)([aey])([{_TONES}])(?![\w{_TONES}\u0302\u0306\u031b])")
# y and i interchange only as the whole rhyme of an open syllable after these initials.
_OPEN_Y = re.compile(rf"(?<![^\W\d_])(h|k|l|m|s|t|qu)y(?=[{_TONES}]?(?![\w{_TONES}]))")


@dataclass(frozen=True, slots=True)
class View:
    """A text in its comparable readings. `starts[i]`/`ends[i]` are the source offsets of character i."""

    source: str
    text: str
    key: str
    bare: str
    starts: Sequence[int]
    ends: Sequence[int]

    def home(self, start: int, end: int) -> tuple[int, int]:
        """Source span of the half-open span [start, end) of this view; `start < end` is required."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"not a span of this view: [{start}, {end}) of {len(self.text)}")
        return self.starts[start], self.ends[end - 1]

    def quote(self, start: int, end: int) -> str:
        """The source's own words for a span of this view."""
        a, b = self.home(start, end)
        return self.source[a:b]

    def here(self, start: int, end: int) -> tuple[int, int]:
        """Span of this view for a source span: the inverse of `home`."""
        return bisect_left(self.ends, start + 1), bisect_left(self.starts, end)


def normalise(source: str) -> View:
    """The comparable readings of `source`; any string is accepted."""
    text, starts, ends = _composed(source)
    return View(source, text, _key(text), _bare(text), starts, ends)


def _composed(source: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """The `text` reading with its map home."""
    if unicodedata.is_normalized("NFC", source) and not _DROPPED_OR_CR.search(source):
        # One character for one: most documents, and the map then costs nothing, however long the text.
        return source.translate(_ONE_FOR_ONE), range(len(source)), range(1, len(source) + 1)
    chars: list[str] = []
    starts, ends = array("L"), array("L")
    for match in _CLUSTER.finditer(source):
        for char in _comparable(match.group()):
            chars.append(char)
            starts.append(match.start())
            ends.append(match.end())
    return "".join(chars), starts, ends


def key_of(phrase: str) -> str:
    """The `key` reading of a phrase of the vocabulary."""
    return normalise(phrase).key


def bare_of(phrase: str) -> str:
    """The `bare` reading of a phrase: lower case, no marks."""
    return normalise(phrase).bare


# A base character with its combining marks, a few zero-width marks between them or not: what NFC may join.
_CLUSTER = re.compile(r"\r\n|[\s\S](?:[\u200b-\u200f\u2060\ufeff\u00ad]{0,3}[\u0300-\u036f])*")


@lru_cache(maxsize=8192)
def _comparable(cluster: str) -> str:
    if cluster in ("\r\n", "\r"):
        return "\n"
    composed = unicodedata.normalize("NFC", "".join(c for c in cluster if c not in _DROPPED))
    return composed.translate(_ONE_FOR_ONE)


_WORD = re.compile(r"[^\W\d_]+")


def _key(text: str) -> str:
    """Lower case, then each word by `_key_word`; the same length as `text`."""
    lowered = text.translate(_LOWER)
    return _WORD.sub(lambda m: _key_word(m.group()), lowered)


def _lower(char: str) -> str:
    low = char.lower()
    return low if len(low) == 1 else char


@lru_cache(maxsize=65536)
def _key_word(word: str) -> str:
    """One lower-case syllable with tone placement and y/i made one; same length as it came."""
    marks = unicodedata.normalize("NFD", word)
    marks = _OPEN_GLIDE.sub(r"\1\3\2", marks)
    marks = _OPEN_Y.sub(r"\1i", marks)
    changed = unicodedata.normalize("NFC", marks)
    return changed if len(changed) == len(word) else word


def _bare(text: str) -> str:
    return text.translate(_BARE)


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
