"""Names of persons as Vietnamese texts print them: "Nguyễn Thị Hoa", "Vàng A Súa", "Trần Văn B.", "N.V.A"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.text.normalise import key_of
from ingest.vocabulary import Vocabulary
from ingest.vocabulary.once import Once

UPPER = "A-Z" + "".join(chr(code) for code in range(0xC0, 0x1EFA) if chr(code).isupper())  # for a class
_INITIALS = re.compile(rf"[A-ZĐ](?:\.\s?[A-ZĐ]){{1,3}}(?:\.(?!\s+[{UPPER}])|\b)")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LONGEST = 6  # words of a name
_FULL = 60  # characters of a line that was broken for want of room
# Words that no name has: what looks like one is a place, a body or the next sentence.
_NO_NAME = frozenset(
    {"tỉnh", "huyện", "quận", "phường", "sở", "bộ", "cục", "ủy", "tịch", "bệnh", "covid", "sars"}
)
_MIDDLE = frozenset({"thị", "văn"})  # of a name that goes on
_MEN_OF_STREETS = frozenset({"hồ chí minh"})


class Names:
    """What begins a person's name, and what looks like one and is a place."""

    def __init__(self, surnames: Iterable[str], places: Iterable[str]) -> None:
        self._surnames = frozenset(surnames)
        self._places = frozenset(places)

    def at(self, text: str, start: int) -> int | None:
        """Where a name that begins at `start` ends, None where none begins there."""
        if initials := _INITIALS.match(text, start):
            return initials.end()
        words = _capitals(text, start)
        said = [key_of(word.group()) for word in words]
        if len(words) < 2 or said[0] not in self._surnames or not _NO_NAME.isdisjoint(said[:2]):
            return None
        stop = next((i for i, word in enumerate(said) if word in _NO_NAME and i >= 2), len(said))
        whole = " ".join(said[:stop])
        if whole in _MEN_OF_STREETS or whole in self._places or " ".join(said[:2]) in self._places:
            return None
        end = words[stop - 1].end()
        abbreviated = len(words[stop - 1].group()) == 1 and text[end : end + 1] == "."
        return end + 1 if abbreviated and not text[end + 1 : end + 3].strip(" \n").isupper() else end


def _capitals(text: str, start: int) -> list[re.Match[str]]:
    """The capitalised words from `start` on that a single blank parts."""
    words: list[re.Match[str]] = []
    at = start
    while len(words) < _LONGEST and (word := _WORD.match(text, at)):
        said = word.group()
        if not said[0].isupper() or (len(said) > 1 and said.isupper() != _in_capitals(words, said)):
            break
        words.append(word)
        at = word.end() + 1
        if text[word.end() : at] not in (" ", "\u00a0") and not _wrapped(text, word.end(), words):
            break
    return words


def _wrapped(text: str, end: int, words: list[re.Match[str]]) -> bool:
    """Whether a name may go on in the next line: this one was full, or the name is not yet one."""
    if text[end : end + 1] != "\n":
        return False
    unfinished = len(words) == 1 or key_of(words[-1].group()) in _MIDDLE
    return unfinished or end - text.rfind("\n", 0, end) > _FULL


def _in_capitals(words: list[re.Match[str]], said: str) -> bool:
    """Whether a name goes on in capitals throughout, as it began."""
    first = next((w.group() for w in words if len(w.group()) > 1), said)
    return first.isupper()


def _build(vocabulary: Vocabulary) -> Names:
    surnames = {key_of(cue.words) for cue in vocabulary.name_cues if cue.effect in ("surname", "family")}
    places = {key_of(name) for p in vocabulary.provinces.values() for name in (p.name, *p.aliases)}
    towns = {key_of(cue.words) for cue in vocabulary.name_cues if cue.effect == "town"}
    return Names(surnames, places | towns)


names_of = Once(_build)
