"""What a person searches for, read for an index and for a text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from app.answers.asking.errors import SearchInvalid
from ingest.text.normalise import normalise

MOST_WORDS = 30
WIDEST = 300  # code points; words further apart than this are not quoted together
# As the analyzers of both indexes cut a text: a mark between letters or digits holds a word together (3.000).
_WORD = re.compile(r"[^\W_]+(?:[.,':_][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: as typed in lower case, without marks, and word by word (without marks)."""

    typed: str
    phrase: str
    words: tuple[str, ...]

    @property
    def lucene(self) -> str:
        """The question to a full-text index: every word, in quotation marks, so that no character means
        anything to the index. Each is one word to its analyzer: a phrase is any of its words to the embedded
        engine."""
        return " AND ".join(f'"{word}"' for word in self.words)


def read_wanted(text: str) -> Wanted:
    """Reads what a person typed. Raises SearchInvalid where there is no letter and no digit in it."""
    view = normalise(unicodedata.normalize("NFC", text))
    words = tuple(dict.fromkeys(_WORD.findall(view.bare)))
    if not words or len(words) > MOST_WORDS:
        what = f"more than {MOST_WORDS} words" if words else "nothing to search for"
        raise SearchInvalid(what, where=text, todo="Write a few words, or the number of an act")
    return Wanted(_single_spaced(view.text.lower()), _single_spaced(view.bare), words)


def locate(text: str, wanted: Wanted) -> tuple[int, int] | None:
    """The span of `text` that matches best: the phrase as typed, without marks, else the words together."""
    view = normalise(text)
    for phrase, reading in ((wanted.typed, view.text.lower()), (wanted.phrase, view.bare)):
        if len(reading) == len(view.text) and (found := _phrase(phrase).search(reading)):
            return view.home(found.start(), found.end())
    span = _together([_places(word, view.bare) for word in wanted.words])
    return view.home(*span) if span else None


def _single_spaced(text: str) -> str:
    return " ".join(text.split())


def _phrase(text: str) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, text.split()))
    return re.compile(rf"(?<![^\W_]){words}(?![^\W_])")


def _places(word: str, text: str) -> list[tuple[int, int]]:
    """Where a word stands on its own, else where it stands at all."""
    whole = [m.span() for m in re.finditer(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", text)]
    return whole or [m.span() for m in re.finditer(re.escape(word), text)]


def _together(places: Sequence[Sequence[tuple[int, int]]]) -> tuple[int, int] | None:
    """The narrowest span that holds one place of each word; the first word's where that is too wide."""
    if not all(places):
        return None
    starts = [[start for start, _ in each] for each in places]
    best: tuple[int, int] | None = None
    for first in sorted({span for each in places for span in each}):
        spans = [_from(each, ats, first[0]) for each, ats in zip(places, starts, strict=True)]
        if not all(spans):
            break
        end = max(span[1] for span in spans if span)
        if best is None or end - first[0] < best[1] - best[0]:
            best = (first[0], end)
    return best if best and best[1] - best[0] <= WIDEST else min(places[0])


def _from(places: Sequence[tuple[int, int]], starts: Sequence[int], position: int) -> tuple[int, int] | None:
    at = bisect_left(starts, position)
    return places[at] if at < len(places) else None
