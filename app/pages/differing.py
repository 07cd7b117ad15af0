"""Two wordings beside each other (đối chiếu): which words of each the other lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\w+|\W", re.UNICODE)
_LONGEST = 600  # words; what is longer is not compared word by word


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words in a row that the other wording has, too, or lacks."""

    text: str
    differs: bool


def differing(one: str, other: str) -> tuple[list[Stretch], list[Stretch]]:
    """Both wordings in stretches, whole: joined again they are the wordings. Case and spaces do not count."""
    ones, others = _TOKEN.findall(one), _TOKEN.findall(other)
    if max(len(ones), len(others)) > 2 * _LONGEST:
        return [Stretch(one, False)], [Stretch(other, False)]
    first, second = ([token.lower() for token in tokens if _counts(token)] for tokens in (ones, others))
    same_first, same_second = set[int](), set[int]()
    for a, b, size in SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks():
        same_first.update(range(a, a + size))
        same_second.update(range(b, b + size))
    return list(_stretches(ones, same_first)), list(_stretches(others, same_second))


def likeness(one: str, other: str) -> float:
    """How much of two wordings is the same, from 0 to 1."""
    first, second = ([t.lower() for t in _TOKEN.findall(text) if _counts(t)] for text in (one, other))
    return SequenceMatcher(None, first, second, autojunk=False).quick_ratio()


def _counts(token: str) -> bool:
    return token[0].isalnum()


def _stretches(tokens: list[str], same: set[int]) -> Iterator[Stretch]:
    """Tokens joined where they follow each other alike; signs and spaces go with the word before them."""
    at, text, differs = 0, "", False
    for token in tokens:
        if _counts(token):
            now = at not in same
            at += 1
            if now != differs and text:
                yield Stretch(text, differs)
                text = ""
            differs = now
        text += token
    if text:
        yield Stretch(text, differs)
