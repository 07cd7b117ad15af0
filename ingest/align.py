"""Reuse of wording between two texts, aligned span by span.

Exact: every run of `SHINGLE` equal syllables that two blocks share is a seed (an inverted index, no sketch
that loses recall); seeds close together are chained into a passage, its edges are drawn to the clause it
stands in, and the passage is verified by a character ratio (rapidfuzz). What is compared is the `key`
reading: case, end marks, line ends and tone placement make no difference.

After seriatim/passim (Smith, Cordell, Mullen 2015), with one source and a direction by date.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from ingest.normalise import View, normalise
from ingest.vocabulary import Vocabulary
from ingest.words import Phrases, Words, split

SHINGLE = 4  # syllables of a seed


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What counts as reuse. Ratios are of characters, 0 to 1; lengths in syllables.

    `min_shared` syllables must be equal in runs of `SHINGLE` and stand in no fixed phrase (motto, name of a
    measure).
    """

    near: float = 0.7
    partial: float = 0.5
    min_syllables: int = 12
    min_shared: int = 10
    max_gap: int = 7
    max_edge: int = 6


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document to compare: the own words of one provision. Offsets are the document's."""

    document: str
    provision: str
    start: int
    words: Words

    @classmethod
    def of(cls, document: str, provision: str, start: int, text: str) -> Block:
        """A block of `text`, which stands at `start` of the document."""
        return cls(document, provision, start, split(normalise(text)))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Document span from word `first` to word `last`, inclusive."""
        a, b = self.words.view.home(*self.words.span(first, last))
        return self.start + a, self.start + b

    def quote(self, start: int, end: int) -> str:
        """The document's own words for a document span inside this block."""
        return self.words.view.source[start - self.start : end - self.start]

    def reading(self, first: int, last: int) -> str:
        """The comparable words from `first` to `last`."""
        return " ".join(self.words.key(i) for i in range(first, last + 1))


@dataclass(frozen=True, slots=True)
class Passage:
    """Reused wording: a span of the later text and the span of the source it comes from."""

    source: Block
    target: Block
    source_span: tuple[int, int]
    target_span: tuple[int, int]
    score: float
    grade: str


class SourceIndex:
    """Blocks of earlier acts by shingle."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._places: dict[str, list[tuple[Block, int]]] = defaultdict(list)
        for block in blocks:
            for position, shingle in _shingles(block):
                self._places[shingle].append((block, position))

    def seeds(self, target: Block) -> dict[int, tuple[Block, list[tuple[int, int]]]]:
        """Shared shingles with each source block, as pairs of word positions (source, target)."""
        found: dict[int, tuple[Block, list[tuple[int, int]]]] = {}
        for position, shingle in _shingles(target):
            for block, at in self._places.get(shingle, ()):
                found.setdefault(id(block), (block, []))[1].append((at, position))
        return found


@dataclass(frozen=True, slots=True)
class Commonplaces:
    """What nobody takes from anybody: `formulas` of official style, which spoil a passage that holds one, and
    `fixed` phrases (mottoes, names of measures), whose words do not count as shared."""

    formulas: Phrases
    fixed: Phrases


def commonplaces(vocabulary: Vocabulary) -> Commonplaces:
    """The commonplaces of a vocabulary: its formulas, and the longer names of its measures."""
    names = (name for m in vocabulary.measures.values() for name in (m.name, *m.aliases))
    keys = (normalise(name).key for name in names)
    return Commonplaces(
        Phrases(normalise(formula.phrase).key for formula in vocabulary.formulas),
        Phrases(sorted({key for key in keys if len(key.split()) >= SHINGLE})),
    )


def passages(
    index: SourceIndex, target: Block, thresholds: Thresholds, common: Commonplaces
) -> Iterator[Passage]:
    """The passages of `target` that reuse indexed wording: of overlapping ones the best, in text order."""
    fixed = {i for hit in common.fixed.find(target.words) for i in range(hit.first, hit.last + 1)}
    found = [
        passage
        for source, seeds in index.seeds(target).values()
        for chain in _chains(seeds, thresholds)
        if len(chain.shared - fixed) >= thresholds.min_shared
        for passage in _verified(source, target, chain, thresholds)
        if not _is_formula(passage, common.formulas)
    ]
    yield from sorted(_best(found), key=lambda p: p.target_span)


def _shingles(block: Block) -> Iterator[tuple[int, str]]:
    keys = [block.words.key(i) for i in range(len(block.words))]
    for i in range(len(keys) - SHINGLE + 1):
        yield i, " ".join(keys[i : i + SHINGLE])


@dataclass(slots=True)
class _Chain:
    """Seeds in a row: first and last word in the source and in the target, and the target's words in
    seeds."""

    source_first: int
    source_last: int
    target_first: int
    target_last: int
    shared: set[int]

    def takes(self, source: int, target: int, max_gap: int) -> bool:
        """Whether a seed follows in both texts, with no more than `max_gap` words between."""
        ahead, along = source - self.source_last, target - self.target_last
        return -SHINGLE < ahead <= max_gap and -SHINGLE < along <= max_gap

    def add(self, source: int, target: int) -> None:
        self.source_last = max(self.source_last, source + SHINGLE - 1)
        self.target_last = max(self.target_last, target + SHINGLE - 1)
        self.shared.update(range(target, target + SHINGLE))


def _chains(seeds: Sequence[tuple[int, int]], thresholds: Thresholds) -> Iterator[_Chain]:
    """Seeds that follow one another in both texts with small gaps."""
    chains: list[_Chain] = []
    for source, target in sorted(seeds, key=lambda seed: (seed[1], seed[0])):
        chain = next((c for c in chains if c.takes(source, target, thresholds.max_gap)), None)
        if chain is None:
            chain = _Chain(source, source, target, target, set())
            chains.append(chain)
        chain.add(source, target)
    yield from chains


def _verified(source: Block, target: Block, chain: _Chain, thresholds: Thresholds) -> Iterator[Passage]:
    s1, s2 = _to_clause(source.words, chain.source_first, chain.source_last, thresholds.max_edge)
    t1, t2 = _to_clause(target.words, chain.target_first, chain.target_last, thresholds.max_edge)
    if min(s2 - s1, t2 - t1) + 1 < thresholds.min_syllables:
        return
    here, there = target.reading(t1, t2), source.reading(s1, s2)
    score = ratio(here, there) / 100
    grade = "verbatim" if here == there else "near" if score >= thresholds.near else "partial"
    if score >= thresholds.partial:
        yield Passage(source, target, source.span(s1, s2), target.span(t1, t2), round(score, 3), grade)


def _to_clause(words: Words, first: int, last: int, most: int) -> tuple[int, int]:
    """The span drawn out to the ends of its clauses, where they are no more than `most` words away."""
    start, end = first, last
    while start > 0 and not _ends_clause(words, start) and first - start <= most:
        start -= 1
    while end + 1 < len(words) and not _ends_clause(words, end + 1) and end - last <= most:
        end += 1
    return (start if first - start <= most else first), (end if end - last <= most else last)


def _ends_clause(words: Words, index: int) -> bool:
    """Whether a clause ends right before word `index`; a line end alone ends none."""
    return any(mark in words.gap(index) for mark in ".;:!?")


def _is_formula(passage: Passage, formulas: Phrases) -> bool:
    view: View = passage.target.words.view
    start, end = (p - passage.target.start for p in passage.target_span)
    return any(True for _ in formulas.find(split(normalise(view.source[start:end]))))


def _best(found: Sequence[Passage]) -> list[Passage]:
    """Of passages that overlap in the target and come from one source act, the one with most matched
    words."""
    kept: list[Passage] = []
    for passage in sorted(found, key=_weight, reverse=True):
        if not any(_overlap(passage, other) for other in kept):
            kept.append(passage)
    return kept


def _weight(passage: Passage) -> tuple[float, int, tuple[int, int]]:
    length = passage.target_span[1] - passage.target_span[0]
    return passage.score * length, -passage.source_span[0], passage.target_span


def _overlap(a: Passage, b: Passage) -> bool:
    same = a.source.document == b.source.document
    return same and a.target_span[0] < b.target_span[1] and b.target_span[0] < a.target_span[1]
