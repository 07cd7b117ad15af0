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
from bisect import bisect_left
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
    "\u2026": "…",
}
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
    starts: tuple[int, ...]
    ends: tuple[int, ...]

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
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(source):
        for char in _comparable(source[start:end]):
            chars.append(char)
            starts.append(start)
            ends.append(end)
    text = "".join(chars)
    key = _key(text)
    return View(source, text, key, _bare(text), tuple(starts), tuple(ends))


def key_of(phrase: str) -> str:
    """The `key` reading of a phrase of the vocabulary."""
    return normalise(phrase).key


def bare_of(phrase: str) -> str:
    """The `bare` reading of a phrase: lower case, no marks."""
    return normalise(phrase).bare


_CLUSTER = re.compile(r"\r\n|[\s\S](?:[\u200b-\u200f\u2060\ufeff\u00ad]*[\u0300-\u036f])*")


def _clusters(source: str) -> list[tuple[int, int]]:
    """Base characters with the combining marks behind them: what NFC may join."""
    return [m.span() for m in _CLUSTER.finditer(source)]


@lru_cache(maxsize=8192)
def _comparable(cluster: str) -> str:
    if cluster in ("\r\n", "\r"):
        return "\n"
    composed = unicodedata.normalize("NFC", "".join(c for c in cluster if c not in _DROPPED))
    return "".join(_plain(c) for c in composed)


def _plain(char: str) -> str:
    if char in _LOOKALIKES:
        return _LOOKALIKES[char]
    if char not in "\n\t " and char.isspace():
        return " "
    return char


_WORD = re.compile(r"[^\W\d_]+")


def _key(text: str) -> str:
    """Lower case, then each word by `_key_word`; the same length as `text`."""
    lowered = "".join(map(_lower, text))
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
    return "".join(_bare_char(c) for c in text)


@lru_cache(maxsize=4096)
def _bare_char(char: str) -> str:
    low = _lower(char)
    if low == "đ":
        return "d"
    base = unicodedata.normalize("NFD", low)[:1]
    return base if low.isalpha() and base else low
