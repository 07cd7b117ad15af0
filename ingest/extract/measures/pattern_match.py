"""Finds the patterns of `pattern_syntax` among the words of a text.

One pass of Aho-Corasick finds every phrase that any pattern is made of; a pattern is then tried only where a
phrase that it may begin with stands. Each try visits a pair of (element, word) at most once a width of its
gaps, so the time is linear in the length of the text.

Words are compared without marks first and with them after: `slips` counts those whose marks differ, which is
how a scan writes "truy vêt". A text that has no marks at all has no slips.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import or_
from typing import NamedTuple

from ingest.extract.measures.pattern_syntax import Element, Pattern
from ingest.extract.measures.separators import COMMA, PLAIN, SEMICOLON, SENTENCE
from ingest.extract.measures.spellings import Spellings, unmarked
from ingest.extract.measures.spellings import slips as slips_of
from ingest.text.readings import without_marks
from ingest.text.words import Words

__all__ = ["COMMA", "PLAIN", "SEMICOLON", "SENTENCE", "Found", "Matcher", "is_markless"]

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
_Standing = dict[str, tuple[int, int, int]]
_Ways = Sequence[tuple[int, int, int]]  # next word, gap, slips
_State = tuple[int, int, int, int, int, int]  # element, word, gap, slips, first and last word of the mention


@dataclass(frozen=True, slots=True)
class _Text:
    """A text under the matcher: its words, what stands before each, and the phrases that begin at each."""

    words: Words
    levels: Sequence[int]
    atoms: dict[int, _Standing]


class Matcher:
    """Patterns made ready; `limits[i]` is the highest separator level allowed inside pattern i.

    A phrase stands where no more than `most_slips` of its words differ by their marks from what is printed.
    """

    def __init__(self, patterns: Sequence[Pattern], limits: Sequence[int], most_slips: int = 2) -> None:
        self._patterns = patterns
        self._limits = limits
        self._most_slips = most_slips
        options = sorted({o for p in patterns for e in p.elements for o in e.options})
        spelt: dict[str, list[str]] = {}
        for phrase in options:
            spelt.setdefault(unmarked(phrase), []).append(phrase)
        self._known = frozenset(word for phrase in options for word in phrase.split())
        self._unmarked = Spellings({bare: tuple(phrases) for bare, phrases in spelt.items()})
        self._printed = Spellings({phrase: (phrase,) for phrase in options})
        self._graded = lru_cache(maxsize=65536)(self._grade)
        self._single = [len(p.elements) == 1 for p in patterns]
        # What a pattern requires behind its beginning: a bit for each set of words of which one must stand.
        wanted = list(dict.fromkeys(r for p in patterns for r in p.required[1:]))
        bits = {options: 1 << bit for bit, options in enumerate(wanted)}
        self._needs = [reduce(or_, (bits[r] for r in p.required[1:]), 0) for p in patterns]
        self._lacks: dict[str, int] = {}  # by phrase: all but the bits of the sets that it is of
        for required, bit in bits.items():
            for option in required:
                self._lacks[option] = self._lacks.get(option, -1) & ~bit
        self._starting: dict[str, list[int]] = {}
        for index, pattern in enumerate(patterns):
            for option in _first_options(pattern):
                self._starting.setdefault(option, []).append(index)

    def find(
        self, words: Words, levels: Sequence[int], within: Sequence[tuple[int, int]] | None = None
    ) -> Iterator[Found]:
        """The best match of each pattern at each place, in text order.

        With `within`, only what stands wholly in one of these stretches of words [first, stop).
        """
        text = _Text(
            words, levels, self._atoms(words, levels, [(0, len(words))] if within is None else within)
        )
        for starts in _sentences(sorted(text.atoms), levels):
            begun = self._begun(starts, text.atoms)
            for start in starts:
                yield from self._at(start, begun, text)

    def _at(self, start: int, begun: Mapping[str, list[int]], text: _Text) -> Iterator[Found]:
        """The matches at one word, in the order of the patterns."""
        standing = text.atoms[start]
        if len(standing) > 1:
            tried = sorted({i for phrase in standing for i in begun[phrase]})
            matches = (_match(i, self._patterns[i], self._limits[i], start, text) for i in tried)
            yield from (found for found in matches if found is not None)
            return
        ((phrase, (stop, slips, level)),) = standing.items()
        for index in begun[phrase]:
            if not self._single[index]:
                found = _match(index, self._patterns[index], self._limits[index], start, text)
                if found is not None:
                    yield found
            elif level <= self._limits[index]:
                yield Found(index, start, stop, start, stop - 1, 0, slips)

    def _begun(self, starts: list[int], atoms: Mapping[int, _Standing]) -> dict[str, list[int]]:
        """The patterns that each phrase of a sentence may begin, if the rest stands in the sentence."""
        present = {phrase for start in starts for phrase in atoms[start]}
        missing = -1
        for phrase in present:
            missing &= self._lacks.get(phrase, -1)
        needs = self._needs
        return {
            phrase: [i for i in self._starting.get(phrase, ()) if not needs[i] & missing]
            for phrase in present
        }

    def _atoms(
        self, words: Words, levels: Sequence[int], within: Sequence[tuple[int, int]]
    ) -> dict[int, _Standing]:
        """By first word: each phrase that stands there, by its spelling in the vocabulary."""
        key, offsets, markless = words.joined_key, words.offsets, is_markless(words)
        exact = not markless and not self._most_slips
        spelt = self._printed if exact else self._unmarked
        reading = key if exact else _without_marks(key)[0]
        atoms: dict[int, _Standing] = {}
        rows, graded_of = spelt.rows, self._graded
        graded: tuple[tuple[str, int], ...]
        for first, stop in within:
            begin = offsets[first] if first < stop else len(key)
            end = offsets[stop] - 1 if stop < len(words) else len(key)
            for which, position in spelt.find(reading[begin:end]):
                at = begin + position
                count, length, graded = rows[which]
                if not (exact or markless):
                    graded = graded_of(which, key[at : at + length])
                    if not graded:
                        continue
                word = bisect_left(offsets, at)
                level = max(levels[word + 1 : word + count]) if count > 1 else PLAIN
                if level == SENTENCE:
                    continue
                here = atoms.get(word)
                if here is None:
                    here = atoms[word] = {}
                for phrase, slips in graded:
                    here[phrase] = (word + count, slips, level)
        return atoms

    def _grade(self, which: int, printed: str) -> tuple[tuple[str, int], ...]:
        """The phrases of one unmarked spelling that may stand where `printed` does, each with its slips."""
        phrases = (phrase for phrase, _ in self._unmarked.rows[which][2])
        graded = ((phrase, slips_of(printed, phrase, self._known)) for phrase in phrases)
        return tuple((phrase, slips) for phrase, slips in graded if slips <= self._most_slips)


def _sentences(starts: Sequence[int], levels: Sequence[int]) -> Iterator[list[int]]:
    """Words by the sentence that they stand in; no pattern runs across its end."""
    sentence: list[int] = []
    previous = 0
    for start in starts:
        if sentence and SENTENCE in levels[previous + 1 : start + 1]:
            yield sentence
            sentence = []
        sentence.append(start)
        previous = start
    if sentence:
        yield sentence


def _match(index: int, pattern: Pattern, limit: int, start: int, text: _Text) -> Found | None:
    """The match of a pattern at a word with the smallest gaps, then the longest."""
    elements, opens, closes = pattern.elements, pattern.opens, pattern.closes
    if len(elements) == 1:
        ends = _phrases_at(elements[0], start, text, limit)
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
        for to, wider, more in _steps(elements[at], start, word, text, limit):
            head = to if at + 1 == opens else first
            tail = to - 1 if at + 1 == closes else last
            stack.append((at + 1, to, gap + wider, slips + more, head, tail))
    return best


def _goes_on(elements: Sequence[Element], start: int, text: _Text) -> bool:
    """Whether what may begin a pattern at a word is followed by what must come next: mostly it is not."""
    first, second = elements[0], elements[1]
    if first.optional or first.number or second.number:
        return True
    for phrase, (stop, _, _) in text.atoms[start].items():
        if phrase in first.options and not second.options.isdisjoint(text.atoms.get(stop, ())):
            return True
    return False


def _steps(element: Element, start: int, here: int, text: _Text, limit: int) -> _Ways:
    """What may follow as (next word, gap, slips), the least wanted first: the last is tried next."""
    if element.gap:
        allowed = max(limit, COMMA) if element.commas else PLAIN
        return [(here + w, w, 0) for w in range(_reach(text.levels, here, element.gap, allowed), -1, -1)]
    if element.optional:
        return [(here, 0, 0), *_taken(element, start, here, text, limit)]
    return _taken(element, start, here, text, limit)


def _taken(element: Element, start: int, here: int, text: _Text, limit: int) -> _Ways:
    """`_steps` for an element that is there."""
    if here >= len(text.levels) or (here > start and text.levels[here] > limit):
        return ()
    if element.number:
        word = text.words.keys[here]
        return [(here + 1, 0, 0)] if _DIGITS.match(word) or word in _NUMERALS else ()
    return _phrases_at(element, here, text, limit)


def _phrases_at(element: Element, here: int, text: _Text, limit: int) -> _Ways:
    """The phrases of an element that stand at a word, the longest last."""
    standing = text.atoms.get(here)
    if standing is None:
        return ()
    options = element.options
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


def _first_options(pattern: Pattern) -> set[str]:
    options: set[str] = set()
    for element in pattern.elements:
        options |= element.options
        if not element.optional:
            break
    return options


@lru_cache(maxsize=1)
def _without_marks(key: str) -> tuple[str, int]:
    """A whole text without marks, and how many letters had any; asked for by the measures and by the cues."""
    return without_marks(key)


def is_markless(words: Words) -> bool:
    """Whether a text has lost all its marks (typed or scanned without)."""
    return _without_marks(words.joined_key)[1] * 50 < len(words.joined_key)
