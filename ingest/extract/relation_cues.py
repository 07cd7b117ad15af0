"""Where the cues of relations stand in a text (vocabulary/relation_cues.csv)."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.normalise import bare_of, key_of
from ingest.reading import Reading
from ingest.words import Phrases

_SAMPLE = 4000  # characters that tell whether a text was typed without marks


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue, words `first` to `last` inclusive."""

    first: int
    last: int
    effect: str


def find_cues(reading: Reading) -> list[Cue]:
    """The cues in order; where two overlap the one that begins first stands, of those the longer."""
    bare = _unmarked(reading)
    spell = bare_of if bare else key_of
    effects = {spell(row.cue): row.effect for row in reading.vocabulary.relation_cues.values()}
    hits = sorted(Phrases(effects, bare=bare).find(reading.words), key=lambda h: (h.first, -h.last))
    names, found, end = tuple(effects.values()), [], -1
    for hit in hits:
        if hit.first > end and not reading.words.broken(hit.first, hit.last):
            found.append(Cue(hit.first, hit.last, names[hit.phrase]))
            end = hit.last
    return found


def _unmarked(reading: Reading) -> bool:
    """Whether the text was typed without marks: hardly a letter differs between its two readings."""
    key, bare = reading.view.key[:_SAMPLE], reading.view.bare[:_SAMPLE]
    marked = sum(a != b for a, b in zip(key, bare, strict=True))
    return marked < 0.02 * sum(map(str.isalpha, key))
