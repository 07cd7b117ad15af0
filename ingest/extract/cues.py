"""Cue words around a measure (từ báo hiệu), after the manner of ConText: what each does and which ones count.

Effects of cues.csv, in the order in which they are asked for:

- `lifts` ends what was in force, `stops` the same close before it, `ended` the same behind it; `refuses`: it
  shall not be done; `denies`: a bare negation, right before it;
- `breaks` tells of people who break a rule: the rule itself stands; `pseudo` looks like a cue and is none;
- `ends` ends the reach of a negation, `joint` (a preposition) that of a refusal; `acts` begins a new order
  in a list;
- `orders`: somebody is told to do something; `aims`: a goal;
- `past`, `reports`, `reports-first` (at the beginning of a sentence), `rated` (behind the measure): a report;
- `background`, `state`, `people`, `place`, `noun`: the measure only describes a time, people, a place, a
  thing; `establishes`: a place of a measure is being set up or run.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.extract.measure_lexicon import Lexicon
from ingest.extract.pattern_match import SEMICOLON, SENTENCE
from ingest.words import Words

NEGATIVE = frozenset({"lifts", "stops", "refuses", "denies"})
_DENYING = frozenset({"không", "chưa", "tránh", "cấm", "chớ", "đừng"})
_UNDONE_BY_PSEUDO = NEGATIVE | {"past", "state", "reports", "orders"}


@dataclass(frozen=True, slots=True)
class CueHit:
    """A cue at words [start, stop)."""

    start: int
    stop: int
    effect: str


class Cues:
    """The cues of one text, by sentence."""

    def __init__(
        self, lexicon: Lexicon, words: Words, levels: Sequence[int], measures: Sequence[tuple[int, int]]
    ) -> None:
        self.levels = levels
        self._sentence = _numbered(levels, SENTENCE)
        self._clause = _numbered(levels, SEMICOLON)
        hits = [
            CueHit(f.start, f.stop, lexicon.effects[f.pattern])
            for f in lexicon.cues.find(words, levels)
            if f.slips == 0
        ]
        self._by_sentence: dict[int, list[CueHit]] = defaultdict(list)
        for hit in _standing(words, hits, measures):
            self._by_sentence[self._sentence[hit.start]].append(hit)

    def before(self, word: int, *effects: str, clause: bool = True) -> list[CueHit]:
        """Cues that begin before a word in its sentence (in its clause, unless told), nearest last."""
        return [
            hit
            for hit in self._by_sentence[self._sentence[word]]
            if hit.start < word
            and hit.effect in effects
            and (not clause or self.same_clause(hit.start, word))
        ]

    def after(self, word: int, *effects: str) -> list[CueHit]:
        """Cues that begin after a word in its clause, nearest first."""
        return [
            hit
            for hit in self._by_sentence[self._sentence[word]]
            if hit.start > word and hit.effect in effects and self.same_clause(word, hit.start)
        ]

    def between(self, first: int, last: int, *effects: str) -> bool:
        """Whether a cue stands wholly in words [first, last)."""
        hits = self._by_sentence[self._sentence[first]] if first < last else []
        return any(first <= h.start and h.stop <= last and h.effect in effects for h in hits)

    def same_clause(self, a: int, b: int) -> bool:
        """Whether no semicolon, colon or sentence end stands between two words."""
        return self._clause[a] == self._clause[b]

    def sentence_start(self, word: int) -> int:
        """The first word of a word's sentence."""
        while word > 0 and self.levels[word] < SENTENCE:
            word -= 1
        return word


def _numbered(levels: Sequence[int], boundary: int) -> list[int]:
    numbers: list[int] = []
    number = 0
    for level in levels:
        number += level >= boundary
        numbers.append(number)
    return numbers


def _standing(words: Words, hits: list[CueHit], measures: Sequence[tuple[int, int]]) -> list[CueHit]:
    """Without cues undone by a pseudo cue, inside a measure's own words, or inside a longer negation."""
    undoing = [h for h in hits if h.effect in ("pseudo", "breaks")]
    own = {word for first, last in measures for word in range(first, last + 1)}
    denying = {first for first, _ in measures if words.key(first) in _DENYING}
    longer = [h for h in hits if h.effect in NEGATIVE]
    return sorted(
        (
            h
            for h in hits
            if h.start not in own
            and not (h.effect in _UNDONE_BY_PSEUDO and any(_undoes(u, h) for u in undoing))
            and not (h.effect in NEGATIVE and any(_inside(h, x) for x in longer))
            and not any(word in denying for word in range(h.start, h.stop))
        ),
        key=lambda h: (h.start, h.stop),
    )


def _undoes(undoing: CueHit, hit: CueHit) -> bool:
    """Whether a cue undoes another beside or across it; people who break a rule undo its negation only."""
    meets = undoing.start < hit.stop and hit.start < undoing.stop
    return meets and (undoing.effect == "pseudo" or hit.effect in NEGATIVE)


def _inside(inner: CueHit, outer: CueHit) -> bool:
    held = outer.start <= inner.start and inner.stop <= outer.stop
    return held and outer.stop - outer.start > inner.stop - inner.start
