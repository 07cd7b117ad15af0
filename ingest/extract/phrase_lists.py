"""Lists of cue words written as one line of text each, which reads better than a quoted word an item.
Words come out in the `key` reading of a text.
"""

from __future__ import annotations

from ingest.text.normalise import key_of

Phrase = tuple[str, ...]


def words_of(text: str) -> frozenset[str]:
    """The words of a line: "các những mọi"."""
    return frozenset(key_of(text).split())


def phrases_of(text: str) -> tuple[Phrase, ...]:
    """The phrases of a line, parted by "|": "chịu trách nhiệm|phải"."""
    return tuple(tuple(phrase.split()) for phrase in key_of(text).split("|"))
