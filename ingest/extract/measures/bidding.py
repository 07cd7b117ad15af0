"""Whether a sentence of prose bids anybody to do something (câu cầu khiến).

A numbered task or a bullet is an order by its place. A sentence that stands in prose shows it by its grammar:
a verb without a subject at the beginning of one of its parts, a subject that can be told to act ("Sở Y tế",
"các hộ"), or a word of order before the measure. What has none of these only speaks of the measure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.extract.measures.cues import NEGATIVE, Cues
from ingest.extract.measures.separators import COMMA
from ingest.extract.time_words import behind_time
from ingest.text.words import Words

# Words that make a subject speak of itself, or begin a clause that tells when and why.
_TURNED = re.compile("là|khi|vì|nên|do|bởi|lúc|nhờ|rằng|như|mà")
# The offices that give somebody a task. Elsewhere: "là đầu mối tổng hợp", "là cơ quan thường trực".
_OFFICE = re.compile("đầu|cơ|đơn")
_LONGEST = 60  # words of a sentence before the measure


class Bidding:
    """The orders in the prose of one text."""

    def __init__(self, words: Words, levels: Sequence[int], cues: Cues, measured: set[int]) -> None:
        self._words = words
        self._levels = levels
        self._cues = cues
        self._measured = measured

    def bidden(self, first: int, last: int) -> bool:
        """Whether the sentence orders the measure [first, last]."""
        if self._cues.before(first, "orders", clause=False) or self._due(last):
            return True
        start = max(self._cues.start_of(first), first - _LONGEST)
        parts = [start, *(i for i in range(start + 1, first + 1) if self._begins_part(i))]
        return any(self._bids(part, first, index and parts[index - 1]) for index, part in enumerate(parts))

    def _begins_part(self, word: int) -> bool:
        return self._levels[word] >= COMMA or self._words.key(word - 1) == "thì"

    def _due(self, last: int) -> bool:
        """Whether a word of order follows in the same part ("Việc truy vết phải hoàn thành …")."""
        hit = next(iter(self._cues.after(last, "orders")), None)
        return hit is not None and all(level < COMMA for level in self._levels[last + 1 : hit.start + 1])

    def _bids(self, part: int, first: int, previous: int) -> bool:
        """Whether a part of the sentence begins with a verb or with somebody who can be told to act."""
        if self._cues.begins(part, "acts", "verbs", *NEGATIVE):
            return True
        if part in self._measured and not self._cues.thing(self._words.key(part)):
            return not any(word in self._measured for word in range(previous, part))
        actor = behind_time(self._words, part, first)
        if not self._cues.begins(actor, "actors"):
            return False
        return not any(self._turns(i) for i in range(actor + 1, first))

    def _turns(self, word: int) -> bool:
        """Whether a word makes a subject speak of itself, or begins a clause of time or reason."""
        key = self._words.key(word)
        if key == "là" and word + 1 < len(self._words):
            return not _OFFICE.fullmatch(self._words.key(word + 1))
        return bool(_TURNED.fullmatch(key))
