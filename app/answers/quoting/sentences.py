"""The sentence that a quote stands in, so that a reader sees it in its author's own words."""

from __future__ import annotations

import re

LONGEST = 500  # characters; a longer sentence is cut around its quote, between words

# A stop behind which a new sentence, a new item or nothing follows; what stands before it is no abbreviation
# of a few capitals (TP., Q., ThS.) and no number alone (1. Sở Y tế …).
_STOP = re.compile(
    r"(?<![\s.(][A-ZĐ])(?<![\s.(][A-ZĐ][A-ZĐa-z])(?<![\s.(][A-ZĐ][a-z][A-ZĐ])(?<!^\d)(?<!\n\d)(?<!\n\d\d)"
    r"(?:[.!?…]+[”\"’»)]*|[;:])(?=\s)"
)
# An empty line, or the line end before a bullet, a number, a heading, a table row.
_BREAK = re.compile(r"\n[ \t]*(?=\r?\n|[-–+*•|#]|\d+[.)/]|[a-zđ]\)|[IVX]+[.)])")
# A letter with its marks, also where they are characters of their own, or a digit.
_WORD = re.compile(r"[\w\u0300-\u036f]")


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Start and end (code points) of the sentence of `text` that holds [start, end), without outer spaces.

    Sentences end at . ! ? … ; and : before a space, at empty lines and before list items; never inside the
    quote or a word. One of more than LONGEST characters is cut at white space on both sides of the quote.
    """
    floor, ceiling = max(0, start - LONGEST), min(len(text), end + LONGEST)
    before, after = text[floor:start], text[end:ceiling]
    first = floor + max((found.end() for found in _ends(before)), default=0)
    last = end + min((found.end() for found in _ends(after)), default=len(after))
    spare = max(0, LONGEST - (end - start)) // 2
    if first < start - spare:
        first = _cut_before(text, start - spare, start)
    if last > end + spare:
        last = _cut_behind(text, end + spare, end)
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


def _cut_before(text: str, at: int, start: int) -> int:
    """The first place from `at` to `start` behind white space, or else where the quote's word begins."""
    while at < start and not (at == 0 or text[at - 1].isspace()):
        at += 1
    while at > 0 and _is_inside(text, at):
        at -= 1
    return at


def _cut_behind(text: str, at: int, end: int) -> int:
    """The last place from `end` to `at` before white space, or else where the quote's word ends."""
    while at > end and not (at == len(text) or text[at].isspace()):
        at -= 1
    while at < len(text) and _is_inside(text, at):
        at += 1
    return at


def _is_inside(text: str, at: int) -> bool:
    return _WORD.match(text[at - 1]) is not None and _WORD.match(text[at]) is not None


def _ends(text: str) -> list[re.Match[str]]:
    # The look-behinds of a stop need to see what stands before; both patterns are run over the same piece.
    return [*_STOP.finditer(text), *_BREAK.finditer(text)]
