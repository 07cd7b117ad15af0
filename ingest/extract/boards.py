"""Boards made for the vocabulary's subject (ban chỉ đạo, ban chỉ huy), as patterns of the `bare` reading.

"Ban Chỉ đạo phòng, chống dịch COVID-19 tỉnh", "BCĐ PCD": the words are those of subject.csv.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.text.normalise import bare_of
from ingest.vocabulary import Vocabulary
from ingest.vocabulary.once import Once

_NEVER = r"(?!)"


@dataclass(frozen=True, slots=True)
class Boards:
    """Patterns as text: names of the boards, their purposes, what is fought; blanks may be any white space.

    `purpose` is what may stand behind a board's name, blank and all; `title` a board with its level.
    """

    names: str
    purposes: str
    things: str

    @property
    def purpose(self) -> str:
        """A blank, the purpose, and the thing fought where it is named again."""
        return rf"\s+(?:{self.purposes})(?:\s+(?:{self.things}))?"

    @property
    def title(self) -> str:
        """A provincial board from its first word to its level."""
        between = rf"(?:(?:{self.purposes})\s+)?(?:(?:{self.things})\s+)?"
        return rf"(?:{self.names})\s+{between}(?:tinh|thanh pho)"


def _boards(vocabulary: Vocabulary) -> Boards:
    subject = vocabulary.subject
    return Boards(
        _any(subject.boards, r"\s+"), _any(subject.purposes, r",?\s+"), _any(subject.things, r"[\s-]+")
    )


def _any(phrases: Iterable[str], gap: str) -> str:
    """A pattern for any of some phrases, the longest first."""
    words = {tuple(re.findall(r"[a-z0-9]+", bare_of(phrase))) for phrase in phrases}
    ways = sorted((gap.join(way) for way in words if way), key=lambda way: (-len(way), way))
    return "|".join(ways) or _NEVER


boards_of = Once(_boards)
