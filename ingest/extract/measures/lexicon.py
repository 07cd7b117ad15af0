"""The tables of measures and cues made ready for matching, once a vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from ingest.extract.measures.matcher import Matcher
from ingest.extract.measures.pattern_match import Found
from ingest.extract.measures.separators import COMMA, PLAIN, SEMICOLON, SENTENCE
from ingest.extract.measures.spellings import unmarked
from ingest.text.words import Words
from ingest.vocabulary import Vocabulary
from ingest.vocabulary.checking import word_lists
from ingest.vocabulary.pattern_syntax import parse
from ingest.vocabulary.tables import Cue, MeasurePattern

REGIME = "regime"  # flag of the patterns that name an act, and row of measure_words.csv: what it brings about
WORDS = ("thing", "told-apart")  # cues that are asked for by the word, and not looked for in a text
_SENTENCE_WORDS = 120  # looked at on each side of a match: no sentence that somebody reads is longer


@dataclass(frozen=True, slots=True)
class Row:
    """A row of measure_patterns.csv as it is used.

    `stance`: `dreaded` (a state to be avoided by its name), `fought` (the bare name of the thing fought),
    `place` (an area or site of the measure), `background` (a state that people or places are in), or "".
    `stay`: people and places are in it for a time; `headgap`: of several heads before one verb the nearest
    counts; `task`: a word so common that only as a task it is a measure; `keeps_parts`: measures inside the
    match stand beside it (a chain, a shared verb).
    """

    measure: str
    rule: str
    stance: str = ""
    exact: bool = False
    headgap: bool = False
    stay: bool = False
    task: bool = False
    keeps_parts: bool = False
    unless_before: tuple[str, ...] = ()
    unless_after: tuple[str, ...] = ()
    near: frozenset[str] = frozenset()  # without marks


class Lexicon:
    """Matchers for the measures' patterns and for the cues, with the rows behind them."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        names = word_lists(vocabulary.measure_words.values(), vocabulary.subject)
        table = [row for row in vocabulary.measure_patterns if REGIME not in row.flags]
        self.rows = [
            Row(
                measure=row.measure,
                rule=_rule(row.stance, row.flags),
                stance=row.stance,
                exact="exact" in row.flags,
                headgap="headgap" in row.flags,
                stay="stay" in row.flags,
                task="task" in row.flags,
                keeps_parts=bool({"chain", "shared"} & set(row.flags)),
                unless_before=_spread(row.unless_before, names),
                unless_after=_spread(row.unless_after, names),
                near=frozenset(map(unmarked, _spread((row.near,), names))) if row.near else frozenset(),
            )
            for row in table
        ]
        limits = [_limit(row.flags) for row in table]
        self.measures = Matcher([parse(row.pattern, names) for row in table], limits)
        cues = [cue for cue in vocabulary.cues if cue.effect not in WORDS]
        self.effects = [cue.effect for cue in cues]
        self.cues = Matcher(
            [parse(cue.words, names) for cue in cues], [PLAIN] * len(self.effects), most_slips=0
        )
        self.words = {effect: _words_of(vocabulary.cues, effect, names) for effect in WORDS}
        self.regimes = _regimes(vocabulary.measure_patterns, names)
        self.regime_states = names.get(REGIME, frozenset())

    def regime_row(self, measure: str) -> Row:
        """The row of a regime named after a directive (see ingest.extract.measures.regimes)."""
        return Row(measure, "regime-with-directive")

    def vetoed(self, row: Row, found: Found, words: Words, levels: Sequence[int]) -> bool:
        """Whether words beside a match make it something else, or words that it needs are missing."""
        if row.unless_before and levels[found.start] == PLAIN:
            before = " ".join(words.keys[max(0, found.start - 6) : found.start])
            if any(f" {before}".endswith(f" {phrase}") for phrase in row.unless_before):
                return True
        if row.unless_after and found.stop < len(words) and levels[found.stop] == PLAIN:
            after = " ".join(words.keys[found.stop : found.stop + 8])
            if any(f"{after} ".startswith(f"{phrase} ") for phrase in row.unless_after):
                return True
        return bool(row.near) and not self._near(row, found, words, levels)

    def _near(self, row: Row, found: Found, words: Words, levels: Sequence[int]) -> bool:
        """Whether one of the words that a row needs stands in the sentence, outside the match."""
        first, last = found.start, found.stop
        lowest, highest = max(0, first - _SENTENCE_WORDS), min(len(words), last + _SENTENCE_WORDS)
        while first > lowest and levels[first] < SENTENCE:
            first -= 1
        while last < highest and levels[last] < SENTENCE:
            last += 1
        around, behind = words.keys[first : found.start], words.keys[found.stop : last]
        sentence = unmarked(f" {' '.join(around)} | {' '.join(behind)} ")
        return any(f" {phrase} " in sentence for phrase in row.near)


_READY: dict[str, Lexicon] = {}


def lexicon_of(vocabulary: Vocabulary) -> Lexicon:
    """The lexicon of a vocabulary, built on first use."""
    if vocabulary.sha256 not in _READY:
        _READY[vocabulary.sha256] = Lexicon(vocabulary)
    return _READY[vocabulary.sha256]


def _words_of(cues: Iterable[Cue], effect: str, names: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The words of all cues of an effect."""
    rows = [parse(cue.words, names) for cue in cues if cue.effect == effect]
    return frozenset(word for row in rows for element in row.elements for word in element.options)


def _regimes(rows: Iterable[MeasurePattern], names: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """Every way to write an act after which a regime is named, and the measure."""
    found: dict[str, str] = {}
    for row in rows:
        if REGIME in row.flags:
            steps = [{*e.options, *([""] if e.optional else [])} for e in parse(row.pattern, names).elements]
            found |= {" ".join(" ".join(way).split()): row.measure for way in product(*steps)}
    return found


def _spread(cells: tuple[str, ...], names: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    if not cells:
        return ()
    return tuple(sorted(parse(f"({'|'.join(cells)})", names).elements[0].options))


def _limit(flags: tuple[str, ...]) -> int:
    """What a match may run across: no comma (`tight`), a comma, or a semicolon too (`semi`, `chain`)."""
    if {"chain", "semi"} & set(flags):
        return SEMICOLON
    return PLAIN if "tight" in flags else COMMA


def _rule(stance: str, flags: tuple[str, ...]) -> str:
    """The rule a mention names: how the pattern was meant."""
    if "chain" in flags:
        return "measure-chain"
    if "shared" in flags:
        return "measure-shared-verb"
    return f"measure-{stance}" if stance else "measure-phrase"
