"""Finds the patterns of `pattern_syntax` among the words of a text.

One pass of Aho-Corasick finds every phrase that any pattern is made of; a pattern is then tried only where a
phrase that it may begin with stands, and only if all it requires was found somewhere. Each try visits a
pair of (element, word) at most once a width of its gaps, so the time is linear in the length of the text.

Words are compared without marks first and with them after: `slips` counts those whose marks differ, which is
how a scan writes "truy vêt". A text that has no marks at all has no slips.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import ne

from ingest.extract.pattern_syntax import Element, Pattern
from ingest.words import Phrases, Words

PLAIN, COMMA, SEMICOLON, SENTENCE = range(4)

_LETTERS = [chr(c) for c in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))]
_UNMARKED = {ord(c): unicodedata.normalize("NFD", c)[0] for c in _LETTERS} | {ord("đ"): "d"}
_SENTENCE_END = re.compile(r"[.!?][\s\"'*)]|[|•●▪➢]|\n[ \t*]*(?:[-+*]|\d{1,2}[.)/])[ \t]|…")
_BLANK = re.compile(r"\n[ \t]*\n")
_DIGITS = re.compile(r"\d+[a-z]?$")
_NUMERALS = frozenset(["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "nửa"])


def unmarked(key: str) -> str:
    """A `key` reading without marks; the same length."""
    return key.translate(_UNMARKED)


def separators(words: Words) -> list[int]:
    """What stands before each word: PLAIN, COMMA, SEMICOLON or SENTENCE (also a new item or paragraph)."""
    levels = [SENTENCE]
    levels += [_level(words.gap(i), words.view.text[words.starts[i]]) for i in range(1, len(words))]
    return levels


def _level(gap: str, following: str) -> int:
    if gap == " ":
        return PLAIN
    if _SENTENCE_END.search(gap):
        return SENTENCE
    # A blank line inside a sentence is a page break: the next word then goes on in lower case.
    if _BLANK.search(gap) and not following.islower():
        return SENTENCE
    if ";" in gap or ":" in gap:
        return SEMICOLON
    return COMMA if any(c in gap for c in ",()") else PLAIN


@dataclass(frozen=True, slots=True)
class Found:
    """A match: the words of the whole [start, stop) and of the mention [first, last], with what it took."""

    pattern: int
    start: int
    stop: int
    first: int
    last: int
    gap: int
    slips: int


@dataclass(frozen=True, slots=True)
class _Atom:
    stop: int
    slips: int
    level: int


@dataclass(frozen=True, slots=True)
class _Text:
    """A text under the matcher: its words, what stands before each, and the phrases that begin at each."""

    words: Words
    levels: Sequence[int]
    atoms: dict[int, dict[str, _Atom]]


@dataclass(frozen=True, slots=True)
class _State:
    """How far a try has come: the next element and word, and what it took until there."""

    start: int
    element: int
    word: int
    gap: int
    slips: int
    first: int
    last: int

    def to(self, pattern: Pattern, word: int, gap: int, slips: int) -> _State:
        """The state behind the next element."""
        element = self.element + 1
        first = word if element == pattern.opens else self.first
        last = word - 1 if element == pattern.closes else self.last
        return _State(self.start, element, word, self.gap + gap, self.slips + slips, first, last)


class Matcher:
    """Patterns made ready; `limits[i]` is the highest separator level allowed inside pattern i."""

    def __init__(self, patterns: Sequence[Pattern], limits: Sequence[int]) -> None:
        self._patterns = patterns
        self._limits = limits
        self._phrases = sorted({o for p in patterns for e in p.elements for o in e.options})
        bare = [unmarked(p) for p in self._phrases]
        self._bare = sorted(set(bare))
        self._spelt: dict[int, list[str]] = defaultdict(list)
        where = {b: i for i, b in enumerate(self._bare)}
        for phrase, plain in zip(self._phrases, bare, strict=True):
            self._spelt[where[plain]].append(phrase)
        self._finder = Phrases(self._bare, bare=True)
        self._starting: dict[str, list[int]] = defaultdict(list)
        for index, pattern in enumerate(patterns):
            for option in _first_options(pattern):
                self._starting[option].append(index)

    def find(self, words: Words, levels: Sequence[int]) -> Iterator[Found]:
        """The best match of each pattern at each place, in text order."""
        text = _Text(words, levels, self._atoms(words, levels))
        present = {phrase for here in text.atoms.values() for phrase in here}
        possible = [all(r & present for r in p.required) for p in self._patterns]
        for start in sorted(text.atoms):
            phrases = text.atoms[start]
            tried = {i for phrase in phrases for i in self._starting.get(phrase, ()) if possible[i]}
            for index in sorted(tried):
                found = _match(index, self._patterns[index], self._limits[index], start, text)
                if found is not None:
                    yield found

    def _atoms(self, words: Words, levels: Sequence[int]) -> dict[int, dict[str, _Atom]]:
        """By first word: each phrase that stands there, by its spelling in the vocabulary."""
        plain = replace(words, joined_bare=unmarked(words.joined_key))
        markless = is_markless(words)
        atoms: dict[int, dict[str, _Atom]] = defaultdict(dict)
        for hit in self._finder.find(plain):
            level = max(levels[hit.first + 1 : hit.last + 1], default=PLAIN)
            if level == SENTENCE:
                continue
            begin = words.offsets[hit.first]
            text = words.joined_key[begin : begin + len(self._bare[hit.phrase])]
            for phrase in self._spelt[hit.phrase]:
                slips = 0 if markless else _slips(text, phrase)
                atoms[hit.first][phrase] = _Atom(hit.last + 1, slips, level)
        return atoms


def _match(index: int, pattern: Pattern, limit: int, start: int, text: _Text) -> Found | None:
    """The match of a pattern at a word with the smallest gaps, then the longest."""
    if len(pattern.elements) == 1:
        ends = list(_phrases_at(pattern.elements[0], start, text, limit))
        return Found(index, start, ends[-1][0], start, ends[-1][0] - 1, 0, ends[-1][2]) if ends else None
    stack = [_State(start, 0, start, 0, 0, start, start)]
    seen: dict[tuple[int, int], int] = {}
    best: Found | None = None
    while stack:
        state = stack.pop()
        if seen.get((state.element, state.word), state.gap + 1) <= state.gap:
            continue
        seen[state.element, state.word] = state.gap
        if state.element == len(pattern.elements):
            found = Found(index, start, state.word, state.first, state.last, state.gap, state.slips)
            best = found if best is None else min(best, found, key=lambda f: (f.gap, -f.stop, f.slips))
            continue
        for word, gap, slips in _steps(pattern.elements[state.element], state, text, limit):
            stack.append(state.to(pattern, word, gap, slips))
    return best


def _steps(element: Element, state: _State, text: _Text, limit: int) -> Iterator[tuple[int, int, int]]:
    """What may follow a state as (next word, gap, slips), the least wanted first: the last is tried next."""
    here = state.word
    if element.gap:
        allowed = max(limit, COMMA) if element.commas else PLAIN
        for width in range(_reach(text.levels, here, element.gap, allowed), -1, -1):
            yield here + width, width, 0
        return
    if element.optional:
        yield here, 0, 0
    if here >= len(text.words) or (here > state.start and text.levels[here] > limit):
        return
    if element.number:
        word = text.words.key(here)
        if _DIGITS.match(word) or word in _NUMERALS:
            yield here + 1, 0, 0
        return
    yield from _phrases_at(element, here, text, limit)


def _phrases_at(element: Element, here: int, text: _Text, limit: int) -> Iterator[tuple[int, int, int]]:
    standing = text.atoms.get(here, {})
    ends: dict[int, int] = {}
    for phrase in element.options & standing.keys():
        atom = standing[phrase]
        if atom.level <= limit:
            ends[atom.stop] = min(atom.slips, ends.get(atom.stop, atom.slips))
    for stop in sorted(ends):
        yield stop, 0, ends[stop]


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


def is_markless(words: Words) -> bool:
    """Whether a text has lost all its marks (typed or scanned without)."""
    letters = words.joined_key
    marked: int = sum(map(ne, letters, unmarked(letters)))
    return marked * 50 < len(letters)


def _slips(text: str, phrase: str) -> int:
    """How many words of a phrase stand there with other marks."""
    if text == phrase:
        return 0
    return sum(map(ne, text.split(), phrase.split()))
