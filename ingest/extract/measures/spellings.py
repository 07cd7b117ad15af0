"""Where the spellings of phrases stand among the words of a text: one pass of Aho-Corasick."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ahocorasick_rs import AhoCorasick, MatchKind


class Spellings:
    """Spellings found in one pass, each with what is so spelt; `rows`: its words, its length, the phrases."""

    def __init__(self, phrases: Mapping[str, tuple[str, ...]]) -> None:
        self.rows = [
            (spelling.count(" ") + 1, len(spelling), tuple((phrase, 0) for phrase in alike))
            for spelling, alike in phrases.items()
        ]
        self._finder = AhoCorasick([f" {spelling} " for spelling in phrases], matchkind=MatchKind.Standard)

    def find(self, joined: str) -> Iterator[tuple[int, int]]:
        """(row, position) of each spelling among words joined by single blanks."""
        hits = self._finder.find_matches_as_indexes(f" {joined} ", overlapping=True)
        return ((row, position) for row, position, _ in hits)
