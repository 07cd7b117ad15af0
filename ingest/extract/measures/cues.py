"""Cue words around a measure (từ báo hiệu), after the manner of ConText: what each does and which ones count.

Effects of cues.csv, in the order in which they are asked for:

- `lifts` ends what was in force, `stops` the same close before it, `ended` and `ceased` the same behind it;
  `refuses`: it shall not be done, `declined` the same behind it; `denies`: a bare negation, right before it;
- `breaks` tells of people who break a rule: the rule itself stands; `pseudo` looks like a cue and is none;
- `ends` ends the reach of a negation, `joint` (a preposition) that of a refusal; `acts` begins a new order
  in a list;
- `orders`: somebody is told to do something; `aims`: a goal;
- `asked`: the act cited behind it only asks for something;
- `praises`: those who do a thing are praised for it;
- a report: `past` and `reports` before a measure; `reports-first` and `describes-first` at the beginning of a
  sentence; `dated`, `rated` and `happens` (of a subject) behind a measure; `defines` says what it is;
- `verbs` begins a part of a sentence that orders without a subject, `actors` one of somebody who can be told;
- `background`, `state`, `people`, `place`, `noun`: the measure only describes a time, people, a place, a
  thing; `establishes`: a place of a measure is being set up or run;
- words asked for one by one: `thing`, the first word of a measure's name that is no verb ("luồng xanh");
  `told-apart`, the last syllable of those whom a clause behind them tells apart ("trường hợp đã …").
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from ingest.extract.measures.lexicon import Lexicon
from ingest.extract.measures.separators import SEMICOLON, SENTENCE
from ingest.text.words import Words

NEGATIVE = frozenset({"lifts", "stops", "refuses", "denies"})
_DENYING = frozenset({"không", "chưa", "tránh", "cấm", "chớ", "đừng"})
_UNDONE = frozenset({"past", "state", "reports", "orders", "rated", "defines"})
_WINDOW = 120  # words
_LONGEST_CUE = 24  # words


class CueHit(NamedTuple):
    """A cue at words [start, stop)."""

    start: int
    stop: int
    effect: str


class Cues:
    """The cues of one text. Only those within a window of words are looked at, so that time stays linear."""

    def __init__(
        self, lexicon: Lexicon, words: Words, levels: Sequence[int], measures: Sequence[tuple[int, int]]
    ) -> None:
        self._things, self._told_apart = lexicon.words["thing"], lexicon.words["told-apart"]
        self._sentence = _numbered(levels, SENTENCE)
        self._begins = [i for i in words.odd if i == 0 or levels[i] >= SENTENCE]
        self._clause = _numbered(levels, SEMICOLON)
        hits = [
            CueHit(f.start, f.stop, lexicon.effects[f.pattern])
            for f in lexicon.cues.find(words, levels, self._around(measures))
            if f.slips == 0
        ]
        self._hits = _standing(words, hits, measures)
        self._by_sentence = _by_part(self._hits, self._sentence)
        self._by_clause = _by_part(self._hits, self._clause)
        self._starts = [hit.start for hit in self._hits]

    def _around(self, measures: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """The sentences, as words [first, stop), that hold a measure: no cue counts beyond its sentence."""
        numbers = sorted({self._sentence[i] for first, last in measures for i in (first, last)})
        ends = [*self._begins[1:], len(self._sentence)]
        return [(self._begins[n], ends[n]) for n in (number - self._sentence[0] for number in numbers)]

    def thing(self, word: str) -> bool:
        """Whether a measure's name that begins with a word names a thing: "chốt kiểm soát", "5K"."""
        return word[:1].isdigit() or word in self._things

    def told_apart(self, word: str) -> bool:
        """Whether a clause behind a word tells some from others: "người | đã tiêm"."""
        return word in self._told_apart

    def before(self, word: int, *effects: str, clause: bool = True) -> list[CueHit]:
        """Cues that begin before a word in its sentence (in its clause, unless told), nearest last."""
        parts, part = (self._by_clause, self._clause) if clause else (self._by_sentence, self._sentence)
        return _of_words(parts.get(part[word], ()), word - _WINDOW, word, effects)

    def after(self, word: int, *effects: str) -> list[CueHit]:
        """Cues that begin after a word in its clause, nearest first."""
        return _of_words(self._by_clause.get(self._clause[word], ()), word + 1, word + _WINDOW, effects)

    def within(self, first: int, last: int, *effects: str) -> list[CueHit]:
        """Cues that stand wholly in words [first, last)."""
        if first >= last:
            return []
        hits = self._hits[bisect_left(self._starts, first) : bisect_left(self._starts, last)]
        return [h for h in hits if h.stop <= last and h.effect in effects]

    def between(self, first: int, last: int, *effects: str) -> bool:
        """Whether a cue stands wholly in words [first, last)."""
        return bool(self.within(first, last, *effects))

    def start_of(self, word: int) -> int:
        """The first word of the sentence of a word, or of as much of it as is looked at."""
        return max(self._begins[bisect_right(self._begins, word) - 1], word - _WINDOW)

    def opens(self, hit: CueHit) -> bool:
        """Whether a cue stands at the beginning of its sentence."""
        return self.start_of(hit.start) == hit.start

    def begins(self, word: int, *effects: str) -> bool:
        """Whether a cue begins with a word."""
        hits = self._hits[bisect_left(self._starts, word) : bisect_right(self._starts, word)]
        return any(h.effect in effects for h in hits)


def _numbered(levels: Sequence[int], boundary: int) -> list[int]:
    """The number of the part that each word stands in, where one begins at every level from `boundary` on."""
    return list(accumulate(map(boundary.__le__, levels)))


def _by_part(hits: Sequence[CueHit], parts: Sequence[int]) -> dict[int, list[CueHit]]:
    """The cues by the number of the part that they begin in."""
    found: dict[int, list[CueHit]] = {}
    for hit in hits:
        found.setdefault(parts[hit.start], []).append(hit)
    return found


def _start(hit: CueHit) -> int:
    return hit.start


def _of_words(hits: Sequence[CueHit], first: int, stop: int, effects: Sequence[str]) -> list[CueHit]:
    """Those of the cues of a part that begin at words [first, stop) and have one of the effects."""
    if len(hits) > _WINDOW:
        hits = hits[bisect_left(hits, first, key=_start) : bisect_left(hits, stop, key=_start)]
    return [h for h in hits if h.effect in effects and first <= h.start < stop]


def _settles(hit: CueHit, undoing: Sequence[CueHit]) -> bool:
    """Whether a negation is longer than every pseudo cue in it ("không cần thiết phải" over "cần thiết")."""
    near = (
        bisect_left(undoing, hit.start - _LONGEST_CUE, key=_start),
        bisect_left(undoing, hit.stop, key=_start),
    )
    over = [h for h in undoing[slice(*near)] if hit.start < h.stop]
    return all(hit.start <= h.start and h.stop <= hit.stop and h.effect == "pseudo" for h in over)


def _standing(words: Words, hits: list[CueHit], measures: Sequence[tuple[int, int]]) -> list[CueHit]:
    """Without cues undone by a pseudo cue, inside a measure's own words, or inside a longer negation."""
    pseudo = {word for h in hits if h.effect == "pseudo" for word in range(h.start, h.stop)}
    breaks = {word for h in hits if h.effect == "breaks" for word in range(h.start, h.stop)} | pseudo
    undoing = [h for h in hits if h.effect in ("breaks", "pseudo")]
    own = {word for first, last in measures for word in range(first, last + 1)}
    denying = {first for first, _ in measures if words.key(first) in _DENYING}
    standing: list[CueHit] = []
    longest = CueHit(-1, -1, "")
    for hit in sorted(hits, key=lambda h: (h.start, -h.stop)):
        within = range(hit.start, hit.stop)
        if hit.effect in NEGATIVE:
            inner = hit.stop <= longest.stop and (hit.start, hit.stop) != (longest.start, longest.stop)
            longest = hit if hit.stop > longest.stop else longest
            if inner or (not breaks.isdisjoint(within) and not _settles(hit, undoing)):
                continue
        elif hit.effect in _UNDONE and hit.start in pseudo:
            continue
        if hit.start not in own and denying.isdisjoint(within):
            standing.append(hit)
    return standing
