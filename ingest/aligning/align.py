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

from ingest.aligning.commonplaces import Commonplaces
from ingest.aligning.thresholds import SHINGLE, Thresholds
from ingest.text.normalise import normalise
from ingest.text.words import Words, split

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
        offsets = self.words.offsets
        end = offsets[last + 1] - 1 if last + 1 < len(offsets) else None
        return self.words.joined_key[offsets[first] : end]


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
        if chain.enough(worn, target.idle, thresholds)
        for passage in _verified(source, target, chain, thresholds)
    ]
    return sorted(_best(found), key=lambda p: p.target_span)


def _places(words: Words) -> dict[str, tuple[int, ...]]:
    places: dict[str, tuple[int, ...]] = {}
    keys = words.joined_key.split(" ")
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

    def enough(self, worn: Collection[int], idle: Collection[int], thresholds: Thresholds) -> bool:
        """Whether enough words are shared that are somebody's and no formula; a repeated one counts once."""
        own = [(t, s) for t, s in self.shared.items() if t not in idle and s not in worn]
        count = min(len(own), len({s for _, s in own}))
        if count < thresholds.min_shared:
            return False
        return count >= thresholds.min_loose or _longest(own) >= thresholds.min_run


def _longest(pairs: Sequence[tuple[int, int]]) -> int:
    """The most pairs of words in one row, on both sides."""
    longest = length = 0
    last = (-1, -1)
    for pair in sorted(pairs):
        length = length + 1 if pair == (last[0] + 1, last[1] + 1) else 1
        longest, last = max(longest, length), pair
    return longest


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
    left, right = (chain.source_first, chain.target_first), (chain.source_last, chain.target_last)
    left, right = (
        _matched(source.words, target.words, left, -1),
        _matched(source.words, target.words, right, 1),
    )
    if min(right[0] - left[0], right[1] - left[1]) + 1 < thresholds.min_syllables:
        return
    s1, t1 = _substituted(source.words, target.words, left, -1, thresholds.max_edge)
    s2, t2 = _substituted(source.words, target.words, right, 1, thresholds.max_edge)
    here, there = target.reading(t1, t2), source.reading(s1, s2)
    score = round(ratio(here, there) / 100, 3)
    if score < thresholds.partial:
        return
    if score < thresholds.near or (s2 - s1 + 1) < thresholds.whole * _clause(source.words, s1, s2):
        grade = "partial"
    else:
        grade = "verbatim" if here == there else "near"
    yield Passage(source, target, source.span(s1, s2), target.span(t1, t2), score, grade)


def _clause(words: Words, first: int, last: int) -> int:
    """How many words the clauses have that a stretch of words stands in."""
    return _room(words, first, -1, len(words)) + last - first + 1 + _room(words, last, 1, len(words))


_Edge = tuple[int, int]  # a word of the source and one of the target


def _matched(source: Words, target: Words, edge: _Edge, step: int) -> _Edge:
    """The edge drawn out, backwards (`step` -1) or forwards (1), as far as words correspond in the clause,
    a few others between them.

    A lead-in that one side alone has ("trên tinh thần", "với phương châm") stays outside.
    """
    s, t = edge
    room_s, room_t = _room(source, s, step, _REACH), _room(target, t, step, _REACH)
    i = j = 0
    while True:
        ahead = [
            (a + b, a, b)
            for a in range(1, min(_STEP, room_s - i) + 1)
            for b in range(1, min(_STEP, room_t - j) + 1)
            if source.key(s + step * (i + a)) == target.key(t + step * (j + b))
        ]
        if not ahead:
            return s + step * i, t + step * j
        _, a, b = min(ahead)
        i, j = i + a, j + b


def _substituted(source: Words, target: Words, edge: _Edge, step: int, most: int) -> _Edge:
    """The edge drawn out by at most `most` words that stand for others, where a clause of one side begins or
    ends with them."""
    s, t = edge
    rest_s, rest_t = _room(source, s, step, _REACH), _room(target, t, step, _REACH)
    rest = min(rest_s, rest_t)
    if not 0 < rest <= most:
        return edge
    ahead_s = rest_s if rest_s <= rest + _UNEVEN else rest
    ahead_t = rest_t if rest_t <= rest + _UNEVEN else rest
    return s + step * ahead_s, t + step * ahead_t


def _room(words: Words, edge: int, step: int, most: int) -> int:
    """Words from `edge` to the end of its clause, at most `most`."""
    room = 0
    while room < most:
        here, there = edge + step * room, edge + step * (room + 1)
        if not 0 <= there < len(words) or words.broken(min(here, there), max(here, there)):
            break
        room += 1
    return room


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
