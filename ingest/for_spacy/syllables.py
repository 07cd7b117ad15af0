"""A text cut into syllables (tiếng), numbers and marks, so that nothing is lost.

Vietnamese writes a space between syllables and not between words, so syllables are what can be told apart
without guessing. Every edge that a statement can have is an edge here: letters and digits part ("F0",
"5K"), each mark stands alone. What a syllable is made of stays together however it is encoded: base letters
with combining marks (NFD), zero-width marks between two letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# As ingest.text.normalise joins characters: marks belong to the character before them, of no width or not.
_MARKS = "(?:[\u200b-\u200f\u2060\ufeff\u00ad]*[\u0300-\u036f])*"
_BETWEEN = "[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad\u180e]*"  # dropped where a word is read
_LETTER = rf"[^\W\d_]{_MARKS}"
_PIECE = re.compile(
    rf"""(?P<line_end>\r\n|[\n\r\u2028\u2029\u0085\x0b\x0c])
    | (?P<blank>[^\S\n\r\u2028\u2029\u0085\x0b\x0c]+(?![\u0300-\u036f]))
    | (?P<syllable>{_LETTER}(?:{_BETWEEN}{_LETTER})*)
    | (?P<number>\d{_MARKS}(?:{_BETWEEN}\d{_MARKS})*)
    | (?P<mark>[\s\S]{_MARKS})""",
    re.VERBOSE,
)


class Piece(NamedTuple):
    """A piece of text, and whether one plain space (U+0020) follows it that is no piece of its own."""

    text: str
    space: bool


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of `text` in order: joined again, each with its space, they are `text`, whatever it is."""
    held: str | None = None
    for match in _PIECE.finditer(text):
        piece = match.group()
        if held is not None and match.lastgroup == "blank" and piece[0] == " ":
            yield Piece(held, True)
            held = piece[1:] or None
            continue
        if held is not None:
            yield Piece(held, False)
        held = piece
    if held is not None:
        yield Piece(held, False)
