"""Finds many patterns of `pattern_syntax` in a text, sentence by sentence.

One pass of Aho-Corasick over a sentence finds every phrase that any pattern is made of. From these follows
which patterns may match: those that begin with one of them and have something for all that they require.
Mostly that is none, and the sentence is done with. A pattern is then tried only where it may begin, by
`pattern_match`, so the time is linear in the length of the text.

Words are compared without marks first and with them after: `slips` counts those whose marks differ, which is
how a scan writes "truy vêt". A text that has no marks at all has no slips.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, reduce
from itertools import compress, count, pairwise
from operator import and_, or_
from typing import NamedTuple

from ingest.extract.measures.pattern_match import Found, Pattern, Text, match_at
from ingest.extract.measures.separators import PLAIN, SENTENCE
from ingest.extract.measures.spellings import Spellings, unmarked
from ingest.extract.measures.spellings import slips as slips_of
from ingest.text.readings import without_marks
from ingest.text.words import Words

_Phrases = tuple[tuple[str, int], ...]  # each with its slips
_Hits = Sequence[tuple[int, int, int]]  # spelling, start and end in the sentence


class Matcher:
    """Patterns made ready; `limits[i]` is the highest separator level allowed inside pattern i.

    A phrase stands where no more than `most_slips` of its words differ by their marks from what is printed.
    """

    def __init__(self, patterns: Sequence[Pattern], limits: Sequence[int], most_slips: int = 2) -> None:
        self._most_slips = most_slips
        options = sorted({o for p in patterns for e in p.elements for o in e.options})
        spelt: dict[str, list[str]] = {}
        for phrase in options:
            spelt.setdefault(unmarked(phrase), []).append(phrase)
        alike = {bare: tuple(phrases) for bare, phrases in spelt.items()}
        self._unmarked = _Spelt(alike, patterns, limits, most_slips)
        self._printed = _Spelt({phrase: (phrase,) for phrase in options}, patterns, limits, most_slips)

    def find(
        self, words: Words, levels: Sequence[int], within: Sequence[tuple[int, int]] | None = None
    ) -> Iterator[Found]:
        """The best match of each pattern at each place, in text order.

        With `within`, only what stands wholly in one of these stretches of words [first, stop).
        """
        key, offsets, markless = words.joined_key, words.offsets, is_markless(words)
        exact = not markless and not self._most_slips
        spelt, reading = (self._printed, key) if exact else (self._unmarked, _without_marks(key)[0])
        graded = not (exact or markless)
        for first, stop in _sentences(levels, [(0, len(words))] if within is None else within):
            begin, end = offsets[first], offsets[stop] - 1 if stop < len(words) else len(key)
            hits = spelt.spellings.find(reading[begin:end])
            tried = spelt.tried(hits) if hits else None
            if tried is not None:
                text = Text(words, levels, {})
                starts = spelt.place(hits, tried, text, (first, stop), graded=graded)
                yield from spelt.at(starts, text)


class _Tried(NamedTuple):
    """The patterns that may match in a sentence: by the spelling that they begin with, and all as bits."""

    begun: dict[int, tuple[int, ...]]
    bits: int


class _Spelt:
    """The patterns by the spellings of what they are made of, with marks or without."""

    def __init__(
        self,
        alike: dict[str, tuple[str, ...]],
        patterns: Sequence[Pattern],
        limits: Sequence[int],
        most_slips: int,
    ) -> None:
        self._patterns, self._limits, self._most_slips = patterns, limits, most_slips
        self._known = frozenset(word for phrases in alike.values() for p in phrases for word in p.split())
        self.spellings = Spellings(alike)
        spelling_of = {phrase: n for n, phrases in enumerate(alike.values()) for phrase in phrases}
        # What a pattern requires behind its beginning: a bit for each set of words of which one must stand.
        wanted = list(dict.fromkeys(r for p in patterns for r in p.required[1:]))
        bits = {options: 1 << bit for bit, options in enumerate(wanted)}
        self._needs = [reduce(or_, (bits[r] for r in p.required[1:]), 0) for p in patterns]
        self._lacks = [-1] * len(alike)  # by spelling: all but the bits of the sets that it is of
        for required, bit in bits.items():
            for option in required:
                self._lacks[spelling_of[option]] &= ~bit
        self._uses = [0] * len(alike)  # by spelling: the patterns that it is part of, as bits
        self._starting: dict[int, list[int]] = {}
        for index, pattern in enumerate(patterns):
            for option in {o for e in pattern.elements for o in e.options}:
                self._uses[spelling_of[option]] |= 1 << index
            for which in {spelling_of[option] for option in _first_options(pattern)}:
                self._starting.setdefault(which, []).append(index)
        self._wants = {w: reduce(or_, (self._needs[i] for i in many)) for w, many in self._starting.items()}
        self._alone = [p.elements[0].options if len(p.elements) == 1 else None for p in patterns]
        self._possible = lru_cache(maxsize=65536)(self._filtered)
        self._graded = lru_cache(maxsize=65536)(self._grade)

    def tried(self, hits: _Hits) -> _Tried | None:
        """Which patterns may match in a sentence that has these spellings; None where none may."""
        present = {which for which, _, _ in hits}
        missing = reduce(and_, map(self._lacks.__getitem__, present))
        begun: dict[int, tuple[int, ...]] = {}
        bits = 0
        for which in present & self._starting.keys():
            begun[which], more = self._possible(which, missing & self._wants[which])
            bits |= more
        return _Tried(begun, bits) if bits else None

    def _filtered(self, which: int, lacking: int) -> tuple[tuple[int, ...], int]:
        """The patterns that a spelling may begin where some of what they need is lacking; as bits too."""
        patterns = tuple(i for i in self._starting[which] if not self._needs[i] & lacking)
        return patterns, reduce(or_, (1 << i for i in patterns), 0)

    def place(
        self, hits: _Hits, tried: _Tried, text: Text, sentence: tuple[int, int], *, graded: bool
    ) -> dict[int, tuple[int, ...]]:
        """The patterns to try at each word; what they are made of goes into `text.atoms`."""
        first, stop = sentence
        key, offsets, levels = text.words.joined_key, text.words.offsets, text.levels
        begin, atoms = offsets[first], text.atoms
        starts: dict[int, tuple[int, ...]] = {}
        uses, rows, bits, begun = self._uses, self.spellings.rows, tried.bits, tried.begun
        for which, position, _ in hits:
            if not uses[which] & bits:
                continue
            at = begin + position
            length, characters, phrases = rows[which]
            if graded and not (phrases := self._graded(which, key[at : at + characters])):
                continue
            word = bisect_left(offsets, at, first, stop)
            behind = word + length
            level = max(levels[word + 1 : behind]) if length > 1 else PLAIN
            here = atoms.setdefault(word, {})
            for phrase, slips in phrases:
                here[phrase] = (behind, slips, level)
            if patterns := begun.get(which):
                starts[word] = (*starts[word], *patterns) if word in starts else patterns
        return starts

    def at(self, starts: Mapping[int, Sequence[int]], text: Text) -> Iterator[Found]:
        """The matches of some patterns at each word, in text order, at one word in that of the patterns."""
        patterns, limits, alone = self._patterns, self._limits, self._alone
        for start in sorted(starts):
            standing = text.atoms[start]
            tried = starts[start]
            for index in tried if len(tried) == 1 else sorted({*tried}):
                options = alone[index]
                if options is None or len(standing) > 1:
                    found = match_at(index, patterns[index], limits[index], start, text)
                    if found is not None:
                        yield found
                    continue
                ((phrase, (stop, slips, level)),) = standing.items()
                if level <= limits[index] and phrase in options:
                    yield Found(index, start, stop, start, stop - 1, 0, slips)

    def _grade(self, which: int, printed: str) -> _Phrases:
        """The phrases of one unmarked spelling that may stand where `printed` does, each with its slips."""
        phrases = (phrase for phrase, _ in self.spellings.rows[which][2])
        graded = ((phrase, slips_of(printed, phrase, self._known)) for phrase in phrases)
        return tuple((phrase, slips) for phrase, slips in graded if slips <= self._most_slips)


def _sentences(levels: Sequence[int], within: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The sentences in some stretches of words; no pattern runs across the end of one."""
    begins = [*compress(count(), map(SENTENCE.__eq__, levels))]
    for first, stop in within:
        inner = begins[bisect_right(begins, first) : bisect_left(begins, stop)]
        yield from pairwise((first, *inner, stop)) if first < stop else ()


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
