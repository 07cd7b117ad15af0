"""Where the spellings of phrases stand among the words of a text: one pass of Aho-Corasick."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ahocorasick_rs import AhoCorasick, MatchKind

from ingest.text.readings import without_marks

_OTHER_WORD = 9  # more slips than any pattern allows


def unmarked(key: str) -> str:
    """A `key` reading without marks; the same length."""
    return without_marks(key)[0]


class Spellings:
    """Spellings found in one pass, each with what is so spelt; `rows`: its words, its length, the phrases."""

    def __init__(self, phrases: Mapping[str, tuple[str, ...]]) -> None:
        self.rows = [
            (spelling.count(" ") + 1, len(spelling), tuple((phrase, 0) for phrase in alike))
            for spelling, alike in phrases.items()
        ]
        self._finder = AhoCorasick([f" {spelling} " for spelling in phrases], matchkind=MatchKind.Standard)

    def find(self, joined: str) -> Sequence[tuple[int, int, int]]:
        """(row, position, end) of each spelling among words joined by single blanks."""
        return self._finder.find_matches_as_indexes(f" {joined} ", overlapping=True)


def slips(text: str, phrase: str, known: frozenset[str]) -> int:
    """How many words of a phrase stand there with other marks; a word of its own is no slip of another.

    "dùng" is not "dừng" badly scanned; "dưng", which is in no phrase, and "dung" without its mark may be.
    """
    count = 0
    for printed, wanted in zip(text.split(), phrase.split(), strict=True):
        if printed != wanted:
            count += _OTHER_WORD if printed in known and unmarked(printed) != printed else 1
    return count
