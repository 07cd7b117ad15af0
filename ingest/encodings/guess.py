"""Which encoding a text is in: each that may be is tried, and the share of Vietnamese syllables decides."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.encodings.legacy import BEYOND_LEGACY, LEGACY, converted
from ingest.encodings.syllables import Fit, fit_of

GOOD = 0.8  # share of marked words that are syllables, in a text read as it was written
POOR = 0.4  # at most, in a text read as what it is not
_APART = 0.3  # by which the best guess is ahead of any other
_LINE_WORDS = 3  # syllables by which a line can be told
_TEXT_WORDS = 8  # and lines of one text together
NAMES = {
    "utf-8": "UTF-8",
    "unicode": "Unicode",
    "windows-1258": "windows-1258",
    "windows-1252": "windows-1252",
    "tcvn3": "TCVN3 (ABC)",
    "vni": "VNI",
}


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding, and how well the text fits read in it."""

    encoding: str
    fit: Fit


def guesses(readings: Iterable[tuple[str, str]]) -> list[Guess]:
    """(encoding, text read in it) -> guesses, the best first."""
    found = [Guess(encoding, fit_of(unicodedata.normalize("NFC", text))) for encoding, text in readings]
    return sorted(found, key=lambda g: -g.fit.share)


def of_letters(text: str) -> list[Guess]:
    """The guesses about characters already decoded: Unicode as they stand, or written in a legacy font."""
    # Letters that a legacy font cannot hold speak against it.
    foreign = BEYOND_LEGACY.sub("\ufffd", text)
    return guesses([("unicode", text), *((font, converted(foreign, font)) for font in LEGACY)])


def evidence(found: Sequence[Guess]) -> str:
    """The guesses in words: "TCVN3 (ABC) (412 of 420 marked words are Vietnamese syllables), not …"."""
    first, *others = [f"{NAMES[g.encoding]} ({g.fit})" for g in found]
    first = first[:-1] + " marked words are Vietnamese syllables)"
    return f"{first}, rather than {' or '.join(others)}" if others else first


def clear(found: list[Guess]) -> bool:
    """Whether the best guess fits, and no other does."""
    best, second = found[0], found[1]
    return best.fit.share >= GOOD and second.fit.share <= max(POOR, best.fit.share - _APART)


def strangers(text: str, encoding: str) -> list[tuple[int, Guess]]:
    """The lines, numbered from 1, of a text in `encoding` ("unicode", "tcvn3", "vni") that are clearly in
    another; none where they are so few that a damaged line may look so by chance."""
    found: list[tuple[int, Guess]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.isascii():
            continue
        told = of_letters(line)
        here = next(g for g in told if g.encoding == encoding)
        foreign = told[0].fit.syllables >= _LINE_WORDS and told[0].fit.share >= GOOD
        if foreign and here.fit.share <= told[0].fit.share - _APART:
            found.append((number, told[0]))
    return found if sum(g.fit.syllables for _, g in found) >= _TEXT_WORDS else []
