"""Where the cues of relations stand in a text (vocabulary/relation_cues.csv)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from operator import ne

from ingest.extract.reading import Reading
from ingest.segmenting.zone_cues import BASES_HEADING
from ingest.text.normalise import bare_of, key_of
from ingest.text.words import Phrases
from ingest.vocabulary import Vocabulary
from ingest.vocabulary.once import Once

_SAMPLE = 4000  # characters that tell whether a text was typed without marks


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue, words `first` to `last` inclusive."""

    first: int
    last: int
    effect: str


def find_cues(reading: Reading) -> list[Cue]:
    """The cues in order; where two overlap the one that begins first stands, of those the longer."""
    phrases, effects = (_unmarked_phrases if _unmarked(reading) else _phrases)(reading.vocabulary)
    hits = sorted(phrases.find(reading.words), key=lambda h: (h.first, -h.last))
    found, end = [], -1
    for hit in hits:
        if hit.first > end and not reading.words.broken(hit.first, hit.last):
            found.append(Cue(hit.first, hit.last, effects[hit.phrase]))
            end = hit.last
    return found


def _build(vocabulary: Vocabulary, *, bare: bool) -> tuple[Phrases, tuple[str, ...]]:
    spell = bare_of if bare else key_of
    effects = {spell(row.cue): row.effect for row in vocabulary.relation_cues.values()}
    return Phrases(effects, bare=bare), tuple(effects.values())


_phrases = Once(partial(_build, bare=False))
_unmarked_phrases = Once(partial(_build, bare=True))


def _unmarked(reading: Reading) -> bool:
    """Whether the text was typed without marks: hardly a letter differs between its two readings."""
    key, bare = reading.view.key[:_SAMPLE], reading.view.bare[:_SAMPLE]
    marked: int = sum(map(ne, key, bare))
    return marked < 0.02 * sum(map(str.isalpha, key))


def bases_of(reading: Reading) -> list[tuple[int, int]]:
    """The document spans of sections whose heading says that legal bases follow."""
    found = []
    for provision in reading.provisions:
        if provision.heading:
            a, b = reading.view.here(provision.start, provision.start + provision.heading)
            if BASES_HEADING.match(reading.view.bare[a:b]):
                found.append((provision.start, provision.end))
    return found
