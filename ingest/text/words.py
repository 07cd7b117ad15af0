"""Words of a view and phrases found among them.

A word is a run of letters and digits; punctuation between words is no part of a phrase, so that
"phòng, chống dịch", "phòng chống dịch" and a phrase broken by a line end or a quotation mark are one. Where a
phrase may not run across a boundary (end of a sentence, a new paragraph), `Words.broken` tells.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain, repeat
from operator import add
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from ingest.text.normalise import View

_WORD = re.compile(r"[^\W_]+")
_HARD = re.compile(r"[.!?;:](?:\s|$)|[|•●▪➢]")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_RUN = re.compile(r"[^\W_]+(?: [^\W_]+)*")  # words with one blank between every two


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a view: view offsets of each, and the two readings joined by single spaces."""

    view: View
    starts: Sequence[int]
    ends: Sequence[int]
    keys: Sequence[str]
    bares: Sequence[str]
    gaps: Sequence[str]  # what stands before each word; "" before the first
    odd: Sequence[int]  # the words before which something else than one blank stands, and the first
    breaks: Sequence[int]  # the words before which a sentence or paragraph ends
    joined_key: str
    joined_bare: str
    offsets: Sequence[int]  # where word i begins in the joined readings

    def __len__(self) -> int:
        return len(self.starts)

    def key(self, index: int) -> str:
        """The `key` reading of a word."""
        return self.keys[index]

    def bare(self, index: int) -> str:
        """The `bare` reading of a word."""
        return self.bares[index]

    def gap(self, index: int) -> str:
        """What stands in the view between word `index - 1` and word `index` ("" before the first)."""
        return self.gaps[index] if 0 < index < len(self.gaps) else ""

    def broken(self, first: int, last: int) -> bool:
        """Whether a sentence or paragraph ends somewhere between word `first` and word `last`."""
        after = bisect_right(self.breaks, first)
        return after < len(self.breaks) and self.breaks[after] <= last

    def span(self, first: int, last: int) -> tuple[int, int]:
        """View span from the start of word `first` to the end of word `last` (inclusive)."""
        return self.starts[first], self.ends[last]

    def at(self, position: int) -> int:
        """Index of the first word that starts at or after a view offset."""
        return bisect_left(self.starts, position)

    def before(self, position: int) -> int:
        """Index of the last word that ends at or before a view offset; -1 where there is none."""
        return bisect_right(self.ends, position) - 1


def split(view: View) -> Words:
    """The words of `view`, in order."""
    text, key = view.text, view.key
    runs = [match.span() for match in _RUN.finditer(text)]
    joined_key = " ".join([key[a:b] for a, b in runs])
    keys = joined_key.split(" ") if runs else []
    lengths = list(map(len, keys))
    offsets = list(accumulate(map((1).__add__, lengths[:-1]), initial=0)) if keys else []
    counts = [key.count(" ", a, b) + 1 for a, b in runs]
    odd = list(accumulate(counts[:-1], initial=0)) if runs else []
    moved = [a - offsets[first] for (a, _), first in zip(runs, odd, strict=True)]
    starts = list(map(add, offsets, chain.from_iterable(map(repeat, moved, counts))))
    joined_bare = " ".join([view.bare[a:b] for a, b in runs])
    gaps = [" "] * len(keys)
    before = 0
    for (start, end), first in zip(runs, odd, strict=True):
        gaps[first] = text[before:start]
        before = end
    if gaps:
        gaps[0] = ""
    return Words(
        view,
        starts,
        list(map(add, starts, lengths)),
        keys,
        joined_bare.split(" ") if runs else [],
        gaps,
        odd,
        [first for first in odd if _breaks(gaps[first], text[starts[first]])],
        joined_key,
        joined_bare,
        offsets,
    )


def _breaks(gap: str, following: str) -> bool:
    """Whether a sentence or paragraph ends in a gap. A blank line inside a sentence is a page break: the next
    word then goes on in lower case."""
    hard, blank = _judged(gap) if len(gap) < _SHORT else _judge(gap)
    return hard or (blank and not following.islower())


_SHORT = 16  # gaps that are met again and again


def _judge(gap: str) -> tuple[bool, bool]:
    return _HARD.search(gap) is not None, _BLANK_LINE.search(gap) is not None


_judged = lru_cache(maxsize=1024)(_judge)


class Hit(NamedTuple):
    """A phrase found: words `first` to `last` inclusive, and which phrase (index as given)."""

    first: int
    last: int
    phrase: int


class Phrases:
    """Many phrases, found in one pass (Aho-Corasick over whole words).

    `phrases` are strings in the reading they shall be matched in (`key` unless `bare`); punctuation in them
    is passed over as it is in the text. Overlapping hits are all given, in order of their end.
    """

    def __init__(self, phrases: Iterable[str], *, bare: bool = False) -> None:
        self._bare = bare
        self._lengths: list[int] = []
        needles: list[str] = []
        for phrase in phrases:
            words = _WORD.findall(phrase)
            if not words:
                raise ValueError(f"a phrase without a word: {phrase!r}")
            needles.append(f" {' '.join(words)} ")
            self._lengths.append(len(words))
        self._automaton = AhoCorasick(needles, matchkind=MatchKind.Standard) if needles else None

    def find(self, words: Words) -> Iterator[Hit]:
        """Every occurrence in `words`, also across boundaries (see `Words.broken`)."""
        if self._automaton is None or not len(words):
            return
        joined = f" {words.joined_bare if self._bare else words.joined_key} "
        for phrase, start, _ in self._automaton.find_matches_as_indexes(joined, overlapping=True):
            first = bisect_left(words.offsets, start)
            yield Hit(first, first + self._lengths[phrase] - 1, phrase)
