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
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.text.readings import readings

_DROPPED = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u180e\u202a\u202b\u202c\u202d\u202e")
_DROPPED_OR_CR = re.compile(f"[\r{''.join(sorted(_DROPPED))}]")
# Open syllables only: tone on the glide (old: hoà, khoẻ, uỷ) moves to the first vowel (new: hòa, khỏe, ủy);
# y and i interchange only as the whole rhyme of an open syllable after these initials.
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONED = {unicodedata.normalize("NFC", vowel + tone): (vowel, tone) for vowel in "aey" for tone in _TONES}
_TONED_Y = "".join(char for char, (vowel, _) in _TONED.items() if vowel == "y")
# Sought by its last letter, which is rare, with a look back at what stands before.
_OPEN = re.compile(
    rf"[y{''.join(_TONED)}](?![^\W\d_])"
    r"(?:(?<=[ou][^y])(?<![aeiouyq]..)"
    rf"|(?<=[y{_TONED_Y}])(?:(?<=[hklmst].)(?<![^\W\d_]..)|(?<=qu.)(?<![^\W\d_]...)))",
    re.DOTALL,
)


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
    whole, starts, ends = composed(source)
    text, lowered, bare = readings(whole)
    return View(source, text, spelt_now(lowered), bare, starts, ends)


def composed(source: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """The text in NFC without what is dropped, with its map home."""
    if unicodedata.is_normalized("NFC", source) and not _DROPPED_OR_CR.search(source):
        # One character for one: most documents, and the map then costs nothing, however long the text.
        return source, range(len(source)), range(1, len(source) + 1)
    pieces: list[str] = []
    starts, ends = array("L"), array("L")
    kept = 0  # up to where the source is dealt with
    for match in _CHANGED.finditer(source):
        start, end = match.span()
        if kept < start:
            _keep(source, kept, start, pieces, starts, ends)
        _put(match.group(), start, end, pieces, starts, ends)
        kept = end
    _keep(source, kept, len(source), pieces, starts, ends)
    return "".join(pieces), starts, ends


def _keep(source: str, start: int, end: int, pieces: list[str], starts: array[int], ends: array[int]) -> None:
    """A stretch without marks of its own, which is as it should be, all but always."""
    stretch = source[start:end]
    if unicodedata.is_normalized("NFC", stretch):
        pieces.append(stretch)
        starts.extend(range(start, end))
        ends.extend(range(start + 1, end + 1))
        return
    for at, char in enumerate(stretch, start):
        _put(char, at, at + 1, pieces, starts, ends)


def _put(cluster: str, start: int, end: int, pieces: list[str], starts: array[int], ends: array[int]) -> None:
    for char in _comparable(cluster):
        pieces.append(char)
        starts.append(start)
        ends.append(end)


def key_of(phrase: str) -> str:
    """The `key` reading of a phrase of the vocabulary."""
    return _short(phrase)[0] if len(phrase) < _SHORT else normalise(phrase).key


def bare_of(phrase: str) -> str:
    """The `bare` reading of a phrase: lower case, no marks."""
    return _short(phrase)[1] if len(phrase) < _SHORT else normalise(phrase).bare


_SHORT = 64  # characters of words that are asked about again and again


@lru_cache(maxsize=8192)
def _short(phrase: str) -> tuple[str, str]:
    view = normalise(phrase)
    return view.key, view.bare


# A base character with its combining marks, a few zero-width marks between them or not: what NFC may join;
# and what is dropped or made a line end.
_CHANGED = re.compile(
    rf"\r\n?|[\s\S](?:[\u200b-\u200f\u2060\ufeff\u00ad]{{0,3}}[\u0300-\u036f])+|[{''.join(sorted(_DROPPED))}]"
)


@lru_cache(maxsize=8192)
def _comparable(cluster: str) -> str:
    if cluster in ("\r\n", "\r"):
        return "\n"
    return unicodedata.normalize("NFC", "".join(c for c in cluster if c not in _DROPPED))


def spelt_now(lowered: str) -> str:
    """The tone marks and y of open syllables where they are written today; as long as before."""
    pieces: list[str] = []
    kept = 0
    for match in _OPEN.finditer(lowered):
        at = match.start()
        before = lowered[at - 1]
        vowel, tone = _TONED.get(match.group(), ("y", ""))
        glide = before in "ou" and lowered[at - 2 : at - 1] != "q"
        pieces.append(lowered[kept : at - 1])
        end = f"{before}{tone}{vowel}" if glide else f"{before}i{tone}"
        pieces.append(unicodedata.normalize("NFC", end))
        kept = at + 1
    return "".join((*pieces, lowered[kept:])) if pieces else lowered
