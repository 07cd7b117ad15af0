"""What parts the words of a text: nothing, a comma, a semicolon, or the end of a sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.text.words import Words

PLAIN, COMMA, SEMICOLON, SENTENCE = range(4)

_SENTENCE_END = re.compile(r"[.!?][\s\"'*)]|[|•●▪➢]|\n[ \t*]*(?:[-+*]|\d{1,2}[.)/])[ \t]|…")
_BLANK = re.compile(r"\n[ \t]*\n")


def separators(words: Words) -> list[int]:
    """What stands before each word: PLAIN, COMMA, SEMICOLON or SENTENCE (also a new item or paragraph)."""
    text, starts, gaps = words.view.text, words.starts, words.gaps
    levels = [PLAIN] * len(words)
    for i in words.odd:
        gap = gaps[i]
        level, blank = _judged(gap) if len(gap) < _SHORT else _judge(gap)
        # A blank line inside a sentence is a page break: the next word then goes on in lower case.
        levels[i] = SENTENCE if blank and not text[starts[i]].islower() else level
    levels[:1] = [SENTENCE]
    return levels


def _judge(gap: str) -> tuple[int, bool]:
    """The level of what stands between two words, and whether a blank line is in it."""
    blank = _BLANK.search(gap) is not None
    if _SENTENCE_END.search(gap):
        return SENTENCE, blank
    if ";" in gap or ":" in gap:
        return SEMICOLON, blank
    return COMMA if any(c in gap for c in ",()") else PLAIN, blank


_SHORT = 16  # gaps that are met again and again
_judged = lru_cache(maxsize=1024)(_judge)
