"""Reuse of wording between two stretches of text, aligned span by span.

Every run of `SHINGLE` equal syllables that two blocks share is a seed; seeds close together are chained into
a passage; its edges are drawn out word by word where both sides correspond, to the ends of their clauses
where one word stands for another; and the passage is verified by a character ratio (rapidfuzz). What is
compared is the `key` reading: case, end marks, line ends and tone placement make no difference.

After seriatim/passim (Smith, Cordell, Mullen 2015), with one source and a direction by date.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz.fuzz import ratio

from ingest.commonplaces import Commonplaces
from ingest.normalise import normalise
from ingest.thresholds import SHINGLE, Thresholds
from ingest.words import Words, split

_ENDS = ".!?…"
_REACH = 12  # words looked at beyond a chain
_STEP = 4  # words between two that correspond, at an edge
_UNEVEN = 2  # words that one side may have more where an edge has other words
NOTHING: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document to compare: the own words of one provision. Offsets are the document's.

    `places` tells where each shingle stands; the words `idle` count for nobody.
    """

    document: str
    provision: str
    start: int
    words: Words
    places: Mapping[str, tuple[int, ...]] = field(repr=False)
    idle: frozenset[int] = field(repr=False)

    @classmethod
    def of(cls, document: str, provision: str, start: int, text: str, common: Commonplaces) -> Block:
        """A block of `text`, which stands at `start` of the document."""
        words = split(normalise(text))
        return cls(document, provision, start, words, _places(words), common.idle(words))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Document span from word `first` to word `last`, inclusive, with the full stop behind it."""
        a, b = self.words.span(first, last)
        rest = self.words.view.text[b : b + 2]
        if rest[:1] in _ENDS and rest[:1] and not rest[1:].isalnum():
            b += 1
        start, end = self.words.view.home(a, b)
        return self.start + start, self.start + end

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


def compare(
    sources: Iterable[tuple[Block, Collection[int]]], target: Block, thresholds: Thresholds
) -> list[Passage]:
    """The passages of `target` that reuse wording of one document's blocks, in text order; of those that
    overlap, the best.

    With each block of the source come the words of it that are a formula.
    """
    found = [
        passage
        for source, worn in sources
        for chain in _chains(_seeds(source, target), thresholds)
        if chain.counted(worn, target.idle) >= thresholds.min_shared
        for passage in _verified(source, target, chain, thresholds)
    ]
    return sorted(_best(found), key=lambda p: p.target_span)


def _places(words: Words) -> dict[str, tuple[int, ...]]:
    places: dict[str, tuple[int, ...]] = {}
    keys = [words.key(i) for i in range(len(words))]
    for i in range(len(keys) - SHINGLE + 1):
        shingle = " ".join(keys[i : i + SHINGLE])
        places[shingle] = (*places.get(shingle, ()), i)
    return places


def _seeds(source: Block, target: Block) -> list[tuple[int, int]]:
    """Where both have the same shingle: word positions (target, source), in order."""
    shared = source.places.keys() & target.places.keys()
    return sorted((t, s) for key in shared for t in target.places[key] for s in source.places[key])


@dataclass(slots=True)
class _Chain:
    """Seeds in a row: first and last word on both sides, and each target word with the source word it
    equals."""

    source_first: int
    source_last: int
    target_first: int
    target_last: int
    shared: dict[int, int] = field(default_factory=dict)

    def takes(self, source: int, target: int, max_gap: int) -> bool:
        """Whether a seed follows in both texts, with no more than `max_gap` words between."""
        ahead, along = source - self.source_last, target - self.target_last
        return -SHINGLE < ahead <= max_gap and -SHINGLE < along <= max_gap

    def add(self, source: int, target: int) -> None:
        self.source_last = max(self.source_last, source + SHINGLE - 1)
        self.target_last = max(self.target_last, target + SHINGLE - 1)
        for i in range(SHINGLE):
            self.shared.setdefault(target + i, source + i)

    def counted(self, worn: Collection[int], idle: Collection[int]) -> int:
        """How many words are shared and neither a formula nor anybody's; one that is repeated counts once."""
        own = [(t, s) for t, s in self.shared.items() if t not in idle and s not in worn]
        return min(len(own), len({s for _, s in own}))


def _chains(seeds: Sequence[tuple[int, int]], thresholds: Thresholds) -> list[_Chain]:
    """Seeds that follow one another in both texts with small gaps."""
    chains: list[_Chain] = []
    open_chains: list[_Chain] = []
    for target, source in seeds:
        # A chain that lies too far back takes nothing any more: what is left to ask stays short.
        open_chains = [c for c in open_chains if target - c.target_last <= thresholds.max_gap]
        chain = next((c for c in open_chains if c.takes(source, target, thresholds.max_gap)), None)
        if chain is None:
            chain = _Chain(source, source, target, target)
            chains.append(chain)
            open_chains.append(chain)
        chain.add(source, target)
    return chains


def _verified(source: Block, target: Block, chain: _Chain, thresholds: Thresholds) -> Iterator[Passage]:
    most = thresholds.max_edge
    s1, t1 = _widened(source.words, target.words, chain.source_first, chain.target_first, -1, most)
    s2, t2 = _widened(source.words, target.words, chain.source_last, chain.target_last, 1, most)
    if min(s2 - s1, t2 - t1) + 1 < thresholds.min_syllables:
        return
    here, there = target.reading(t1, t2), source.reading(s1, s2)
    score = ratio(here, there) / 100
    grade = "verbatim" if here == there else "near" if score >= thresholds.near else "partial"
    if score >= thresholds.partial:
        yield Passage(source, target, source.span(s1, s2), target.span(t1, t2), round(score, 3), grade)


def _widened(source: Words, target: Words, s: int, t: int, step: int, most: int) -> tuple[int, int]:
    """The edge drawn out, backwards (`step` -1) or forwards (1), as far as words correspond in the clause;
    then by at most `most` words that stand for others, where one side's clause begins or ends with them.

    A lead-in that one side alone has ("trên tinh thần", "với phương châm") stays outside.
    """
    room_s, room_t = _room(source, s, step), _room(target, t, step)
    ahead_s, ahead_t = _matched(source, target, s, t, step, (room_s, room_t))
    rest_s, rest_t = room_s - ahead_s, room_t - ahead_t
    rest = min(rest_s, rest_t)
    if 0 < rest <= most:
        ahead_s += rest_s if rest_s <= rest + _UNEVEN else rest
        ahead_t += rest_t if rest_t <= rest + _UNEVEN else rest
    return s + step * ahead_s, t + step * ahead_t


def _room(words: Words, edge: int, step: int) -> int:
    """Words from `edge` to the end of its clause, at most `_REACH`."""
    room = 0
    while room < _REACH:
        here, there = edge + step * room, edge + step * (room + 1)
        if not 0 <= there < len(words) or words.broken(min(here, there), max(here, there)):
            break
        room += 1
    return room


def _matched(
    source: Words, target: Words, s: int, t: int, step: int, room: tuple[int, int]
) -> tuple[int, int]:
    """How far equal words go on beyond the edge, a few others between them."""
    i = j = 0
    while True:
        ahead = [
            (a + b, a, b)
            for a in range(1, min(_STEP, room[0] - i) + 1)
            for b in range(1, min(_STEP, room[1] - j) + 1)
            if source.key(s + step * (i + a)) == target.key(t + step * (j + b))
        ]
        if not ahead:
            return i, j
        _, a, b = min(ahead)
        i, j = i + a, j + b


def _best(found: Sequence[Passage]) -> list[Passage]:
    """Of passages that overlap in the target, the one with most matched words."""
    kept: list[Passage] = []
    for passage in sorted(found, key=_weight, reverse=True):
        if not any(_overlap(passage, other) for other in kept):
            kept.append(passage)
    return kept


def _weight(passage: Passage) -> tuple[float, int, tuple[int, int]]:
    length = passage.target_span[1] - passage.target_span[0]
    return passage.score * length, -passage.source_span[0], passage.target_span


def _overlap(a: Passage, b: Passage) -> bool:
    return a.target_span[0] < b.target_span[1] and b.target_span[0] < a.target_span[1]
