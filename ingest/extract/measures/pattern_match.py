"""Finds the patterns of `pattern_syntax` among the words of a text.

One pass of Aho-Corasick finds every phrase that any pattern is made of; a pattern is then tried only where a
phrase that it may begin with stands. Each try visits a pair of (element, word) at most once a width of its
gaps, so the time is linear in the length of the text.

Words are compared without marks first and with them after: `slips` counts those whose marks differ, which is
how a scan writes "truy vêt". A text that has no marks at all has no slips.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import ne

from ahocorasick_rs import AhoCorasick, MatchKind

from ingest.extract.measures.pattern_syntax import Element, Pattern
from ingest.text.words import Words

PLAIN, COMMA, SEMICOLON, SENTENCE = range(4)

_LETTERS = [chr(c) for c in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))]
_UNMARKED = {ord(c): unicodedata.normalize("NFD", c)[0] for c in _LETTERS} | {ord("đ"): "d"}
_SENTENCE_END = re.compile(r"[.!?][\s\"'*)]|[|•●▪➢]|\n[ \t*]*(?:[-+*]|\d{1,2}[.)/])[ \t]|…")
_OTHER_WORD = 9  # more slips than any pattern allows
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


# What stands at a word: by the spelling of a phrase, the word behind it, its slips, the highest level inside.
_Standing = dict[str, tuple[int, int, int]]
_State = tuple[int, int, int, int, int, int]  # element, word, gap, slips, first and last word of the mention


@dataclass(frozen=True, slots=True)
class _Text:
    """A text under the matcher: its words, what stands before each, and the phrases that begin at each."""

    words: Words
    levels: Sequence[int]
    atoms: dict[int, _Standing]


class Matcher:
    """Patterns made ready; `limits[i]` is the highest separator level allowed inside pattern i."""

    def __init__(self, patterns: Sequence[Pattern], limits: Sequence[int]) -> None:
        self._patterns = patterns
        self._limits = limits
        # What a pattern requires behind its beginning, the rarest kinds of words first.
        self._required = [sorted((o for o in p.required[1:]), key=len) for p in patterns]
        spelt: dict[str, list[str]] = {}
        for phrase in sorted({o for p in patterns for e in p.elements for o in e.options}):
            spelt.setdefault(unmarked(phrase), []).append(phrase)
        self._known = frozenset(
            word for phrases in spelt.values() for phrase in phrases for word in phrase.split()
        )
        self._finder = AhoCorasick([f" {bare} " for bare in spelt], matchkind=MatchKind.Standard)
        self._spelt = [(bare.count(" ") + 1, len(bare), phrases) for bare, phrases in spelt.items()]
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
            present = {phrase for start in starts for phrase in text.atoms[start]}
            for start in starts:
                for index in self._tried(text.atoms[start], present):
                    found = _match(index, self._patterns[index], self._limits[index], start, text)
                    if found is not None:
                        yield found

    def _tried(self, standing: _Standing, present: set[str]) -> list[int]:
        """The patterns that may begin with what stands at a word, if the rest stands in the sentence."""
        begun = {i for phrase in standing for i in self._starting.get(phrase, ())}
        return sorted(i for i in begun if not any(r.isdisjoint(present) for r in self._required[i]))

    def _atoms(
        self, words: Words, levels: Sequence[int], within: Sequence[tuple[int, int]]
    ) -> dict[int, _Standing]:
        """By first word: each phrase that stands there, by its spelling in the vocabulary."""
        key, offsets, markless = words.joined_key, words.offsets, is_markless(words)
        plain = _unmarked_text(key)
        atoms: dict[int, _Standing] = {}
        for first, stop in within:
            begin = offsets[first] if first < stop else len(key)
            end = offsets[stop] - 1 if stop < len(words) else len(key)
            stretch = f" {plain[begin:end]} "
            for which, position, _ in self._finder.find_matches_as_indexes(stretch, overlapping=True):
                at = begin + position
                word = bisect_left(offsets, at)
                count, length, phrases = self._spelt[which]
                level = max(levels[word + 1 : word + count]) if count > 1 else PLAIN
                if level == SENTENCE:
                    continue
                here = atoms.setdefault(word, {})
                printed = key[at : at + length]
                for phrase in phrases:
                    slips = 0 if markless or printed == phrase else _slips(printed, phrase, self._known)
                    here[phrase] = (word + count, slips, level)
        return atoms


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


def _steps(element: Element, start: int, here: int, text: _Text, limit: int) -> list[tuple[int, int, int]]:
    """What may follow as (next word, gap, slips), the least wanted first: the last is tried next."""
    if element.gap:
        allowed = max(limit, COMMA) if element.commas else PLAIN
        return [(here + w, w, 0) for w in range(_reach(text.levels, here, element.gap, allowed), -1, -1)]
    passed = [(here, 0, 0)] if element.optional else []
    if here >= len(text.levels) or (here > start and text.levels[here] > limit):
        return passed
    if element.number:
        word = text.words.key(here)
        return [*passed, (here + 1, 0, 0)] if _DIGITS.match(word) or word in _NUMERALS else passed
    return passed + _phrases_at(element, here, text, limit)


def _phrases_at(element: Element, here: int, text: _Text, limit: int) -> list[tuple[int, int, int]]:
    """The phrases of an element that stand at a word, the longest last."""
    standing = text.atoms.get(here)
    if standing is None or element.options.isdisjoint(standing):
        return []
    ends: dict[int, int] = {}
    for phrase, (stop, slips, level) in standing.items():
        if phrase in element.options and level <= limit:
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
def _unmarked_text(key: str) -> str:
    """A whole text without marks; asked for twice, for the measures and for the cues."""
    return unmarked(key)


@lru_cache(maxsize=1)
def _markless(letters: str) -> bool:
    marked: int = sum(map(ne, letters, _unmarked_text(letters)))
    return marked * 50 < len(letters)


def is_markless(words: Words) -> bool:
    """Whether a text has lost all its marks (typed or scanned without)."""
    return _markless(words.joined_key)


def _slips(text: str, phrase: str, known: frozenset[str]) -> int:
    """How many words of a phrase stand there with other marks; a word of its own is no slip of another.

    "dùng" is not "dừng" badly scanned; "dưng", which is in no phrase, and "dung" without its mark may be.
    """
    slips = 0
    for printed, wanted in zip(text.split(), phrase.split(), strict=True):
        if printed != wanted:
            slips += _OTHER_WORD if printed in known and unmarked(printed) != printed else 1
    return slips
