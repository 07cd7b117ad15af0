"""Words of a view and phrases found among them.

A word is a run of letters and digits; punctuation between words is no part of a phrase, so that
"phòng, chống dịch", "phòng chống dịch" and a phrase broken by a line end or a quotation mark are one. Where a
phrase may not run across a boundary (end of a sentence, a new paragraph), `Words.broken` tells.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from ingest.text.normalise import View

_WORD = re.compile(r"[^\W_]+")
_HARD = re.compile(r"[.!?;:](?:\s|$)|[|•●▪➢]")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a view: view offsets of each, and the two readings joined by single spaces."""

    view: View
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    joined_key: str
    joined_bare: str
    offsets: tuple[int, ...]  # where word i begins in the joined readings

    def __len__(self) -> int:
        return len(self.starts)

    def key(self, index: int) -> str:
        """The `key` reading of a word."""
        return self.view.key[self.starts[index] : self.ends[index]]

    def bare(self, index: int) -> str:
        """The `bare` reading of a word."""
        return self.view.bare[self.starts[index] : self.ends[index]]

    def gap(self, index: int) -> str:
        """What stands in the view between word `index - 1` and word `index` ("" before the first)."""
        inside = 0 < index < len(self.starts)
        return self.view.text[self.ends[index - 1] : self.starts[index]] if inside else ""

    def broken(self, first: int, last: int) -> bool:
        """Whether a sentence or paragraph ends somewhere between word `first` and word `last`."""
        return any(self._boundary(i) for i in range(first + 1, last + 1))

    def _boundary(self, index: int) -> bool:
        gap = self.gap(index)
        if _HARD.search(gap):
            return True
        # A blank line inside a sentence is a page break: the next word then goes on in lower case.
        return bool(_BLANK_LINE.search(gap)) and not self.view.text[self.starts[index]].islower()

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
    spans = [m.span() for m in _WORD.finditer(view.text)]
    offsets: list[int] = []
    position = 0
    for start, end in spans:
        offsets.append(position)
        position += end - start + 1
    return Words(
        view,
        tuple(s for s, _ in spans),
        tuple(e for _, e in spans),
        " ".join(view.key[s:e] for s, e in spans),
        " ".join(view.bare[s:e] for s, e in spans),
        tuple(offsets),
    )


@dataclass(frozen=True, slots=True)
class Hit:
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
