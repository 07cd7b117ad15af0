"""Finds the patterns of `pattern_syntax` among the words of a text.

One pass of Aho-Corasick finds every phrase that any pattern is made of; a pattern is then tried only where its
first phrase stands, and only if all it requires was found somewhere. Each try visits a pair of (element, word)
at most once a width of its gaps, so the time is linear in the length of the text.

Words are compared without marks first and with them after: `slips` counts those whose marks differ, which is
how a scan writes "truy vêt". A text that has no marks at all has no slips.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

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
    for index in range(1, len(words)):
        levels.append(_level(words.gap(index), words.view.text[words.starts[index]]))
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


@dataclass(slots=True)
class _State:
    start: int
    element: int
    word: int
    gap: int
    slips: int
    first: int
    last: int


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
        atoms = self._atoms(words, levels)
        present = {phrase for here in atoms.values() for phrase in here}
        possible = [all(r & present for r in p.required) for p in self._patterns]
        for start in sorted(atoms):
            tried = {i for phrase in atoms[start] for i in self._starting.get(phrase, ()) if possible[i]}
            for index in sorted(tried):
                found = self._match(index, start, atoms, words, levels)
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
            text = [words.key(i) for i in range(hit.first, hit.last + 1)]
            for phrase in self._spelt[hit.phrase]:
                slips = 0 if markless else _slips(text, phrase)
                atoms[hit.first][phrase] = _Atom(hit.last + 1, slips, level)
        return atoms

    def _match(
        self,
        index: int,
        start: int,
        atoms: dict[int, dict[str, _Atom]],
        words: Words,
        levels: Sequence[int],
    ) -> Found | None:
        pattern, limit = self._patterns[index], self._limits[index]
        stack = [_State(start, 0, start, 0, 0, start, start)]
        seen: dict[tuple[int, int], int] = {}
        best: Found | None = None
        while stack:
            state = stack.pop()
            if seen.get((state.element, state.word), state.gap + 1) <= state.gap:
                continue
            seen[state.element, state.word] = state.gap
            if state.element == len(pattern.elements):
                last = state.word - 1 if pattern.closes == len(pattern.elements) else state.last
                found = Found(index, start, state.word, state.first, last, state.gap, state.slips)
                best = found if best is None else min(best, found, key=lambda f: (f.gap, -f.stop, f.slips))
                continue
            for after in _steps(pattern.elements[state.element], state, atoms, words, levels, limit):
                if after.element == pattern.opens:
                    after.first = after.word
                if after.element == pattern.closes:
                    after.last = after.word - 1
                stack.append(after)
        return best


def _steps(
    element: Element,
    state: _State,
    atoms: dict[int, dict[str, _Atom]],
    words: Words,
    levels: Sequence[int],
    limit: int,
) -> list[_State]:
    """What may follow a state, the least wanted first: the last one is tried next."""
    here, following = state.word, state.element + 1
    after: list[_State] = []

    def step(word: int, gap: int = 0, slips: int = 0) -> None:
        gaps, slipped = state.gap + gap, state.slips + slips
        after.append(_State(state.start, following, word, gaps, slipped, state.first, state.last))

    if element.gap:
        allowed = max(limit, COMMA) if element.commas else PLAIN
        for width in range(_reach(levels, here, element.gap, allowed), -1, -1):
            step(here + width, gap=width)
        return after
    if element.optional:
        step(here)
    if here >= len(words) or (here > state.start and levels[here] > limit):
        return after
    if element.number:
        if _DIGITS.match(words.key(here)) or words.key(here) in _NUMERALS:
            step(here + 1)
        return after
    standing = atoms.get(here, {})
    ends: dict[int, int] = {}
    for phrase in element.options & standing.keys():
        atom = standing[phrase]
        if atom.level <= limit:
            ends[atom.stop] = min(atom.slips, ends.get(atom.stop, atom.slips))
    for stop in sorted(ends):
        step(stop, slips=ends[stop])
    return after


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
    marked = sum(a != b for a, b in zip(letters, unmarked(letters), strict=True))
    return marked * 50 < len(letters)


def _slips(text: Sequence[str], phrase: str) -> int:
    return sum(a != b for a, b in zip(text, phrase.split(), strict=True))
