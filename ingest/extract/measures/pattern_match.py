"""One pattern of `pattern_syntax` held against the words of a sentence, from a word on.

Each try visits a pair of (element, word) at most once a width of its gaps, so that time stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ingest.extract.measures.separators import COMMA, PLAIN
from ingest.text.words import Words
from ingest.vocabulary.pattern_syntax import Element, Pattern

__all__ = ["Found", "Pattern", "Standing", "Text", "match_at"]

_DIGITS = re.compile(r"\d+[a-z]?$")
_NUMERALS = frozenset(["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "nửa"])


class Found(NamedTuple):
    """A match: the words of the whole [start, stop) and of the mention [first, last], with what it took."""

    pattern: int
    start: int
    stop: int
    first: int
    last: int
    gap: int
    slips: int


# What stands at a word: by the spelling of a phrase, the word behind it, its slips, the highest level inside.
Standing = dict[str, tuple[int, int, int]]
_Ways = Sequence[tuple[int, int, int]]  # next word, gap, slips
_State = tuple[int, int, int, int, int, int]  # element, word, gap, slips, first and last word of the mention


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence under the matcher: its text's words, what stands before each, and the phrases at each."""

    words: Words
    levels: Sequence[int]
    atoms: dict[int, Standing]


def match_at(index: int, pattern: Pattern, limit: int, start: int, text: Text) -> Found | None:
    """The match of a pattern at a word with the smallest gaps, then the longest."""
    elements, opens, closes = pattern.elements, pattern.opens, pattern.closes
    if len(elements) == 1:
        ends = _phrases_at(elements[0].options, text.atoms[start], limit)
        return Found(index, start, ends[-1][0], start, ends[-1][0] - 1, 0, ends[-1][2]) if ends else None
    if not elements[1].gap and not elements[1].optional and not _goes_on(elements, start, text):
        return None
    stack: list[_State] = [(0, start, 0, 0, start, start)]
    seen: dict[tuple[int, int], int] = {}
    best: Found | None = None
    while stack:
        at, word, gap, slips, first, last = stack.pop()
        if seen.get((at, word), gap + 1) <= gap:
            continue
        seen[at, word] = gap
        if at == len(elements):
            if best is None or (gap, -word, slips) < (best.gap, -best.stop, best.slips):
                best = Found(index, start, word, first, last, gap, slips)
            continue
        for to, wider, more in _steps(elements, at, start, word, text, limit):
            head = to if at + 1 == opens else first
            tail = to - 1 if at + 1 == closes else last
            stack.append((at + 1, to, gap + wider, slips + more, head, tail))
    return best


def _goes_on(elements: Sequence[Element], start: int, text: Text) -> bool:
    """Whether what may begin a pattern at a word is followed by what must come next: mostly it is not."""
    first, second = elements[0], elements[1]
    if first.optional or first.number or second.number:
        return True
    atoms = text.atoms
    for phrase, (stop, _, _) in atoms[start].items():
        if stop in atoms and phrase in first.options and not second.options.isdisjoint(atoms[stop]):
            return True
    return False


def _steps(elements: Sequence[Element], at: int, start: int, here: int, text: Text, limit: int) -> _Ways:
    """What may follow as (next word, gap, slips), the least wanted first: the last is tried next."""
    element = elements[at]
    if element.gap:
        allowed = max(limit, COMMA) if element.commas else PLAIN
        reach, behind = _reach(text.levels, here, element.gap, allowed), elements[at + 1]
        widths = range(reach, -1, -1)
        if behind.options and not behind.optional:
            atoms, options = text.atoms, behind.options
            return [(here + w, w, 0) for w in widths if not options.isdisjoint(atoms.get(here + w, ()))]
        return [(here + w, w, 0) for w in widths]
    if element.optional:
        return [(here, 0, 0), *_taken(element, start, here, text, limit)]
    return _taken(element, start, here, text, limit)


def _taken(element: Element, start: int, here: int, text: Text, limit: int) -> _Ways:
    """`_steps` for an element that is there."""
    levels = text.levels
    if here >= len(levels) or (here > start and levels[here] > limit):
        return ()
    if element.number:
        word = text.words.keys[here]
        return [(here + 1, 0, 0)] if _DIGITS.match(word) or word in _NUMERALS else ()
    standing = text.atoms.get(here)
    return _phrases_at(element.options, standing, limit) if standing is not None else ()


def _phrases_at(options: frozenset[str], standing: Standing, limit: int) -> _Ways:
    """The phrases of an element that stand at a word, the longest last."""
    if len(standing) == 1:
        ((phrase, (stop, slips, level)),) = standing.items()
        return [(stop, 0, slips)] if level <= limit and phrase in options else ()
    ends: dict[int, int] = {}
    for phrase, (stop, slips, level) in standing.items():
        if phrase in options and level <= limit:
            ends[stop] = min(slips, ends.get(stop, slips))
    return [(stop, 0, ends[stop]) for stop in sorted(ends)]


def _reach(levels: Sequence[int], here: int, most: int, allowed: int) -> int:
    """How many words may be passed over from word `here` on."""
    width = 0
    while width < most and here + width < len(levels) and levels[here + width] <= allowed:
        width += 1
    return width
