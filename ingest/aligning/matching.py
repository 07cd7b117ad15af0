"""Which passages the documents of a collection take from one another: every pair that may, without comparing
all with all.

Exact: two blocks can only share a passage if they share enough shingles (an inverted index, no sketch that
loses recall); those that do are compared word by word. Pairs come in portions, so that memory stays bounded.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from ingest.aligning.align import NOTHING, Block, Passage, compare
from ingest.aligning.commonplaces import Commonplaces
from ingest.aligning.formulas import Commonness, Worn
from ingest.aligning.held import Held
from ingest.aligning.thresholds import SHINGLE, Thresholds
from ingest.keys import provision_key

INDEXED = 1_500_000  # shingles in the index at a time
PORTION = 200  # documents whose texts are at hand at a time
_SETS = 50_000  # stretches whose shingles are kept as sets
_BLOCKS = 5_000  # stretches whose words are kept from one portion to the next
_Place = tuple[int, int]  # document and stretch, by number


class Index:
    """Stretches by shingle."""

    def __init__(self) -> None:
        self._places: dict[int, list[_Place]] = {}
        self.size = 0

    def add(self, place: _Place, shingles: Iterable[int]) -> None:
        """Enters the shingles of one stretch."""
        for shingle in set(shingles):
            self._places.setdefault(shingle, []).append(place)
            self.size += 1

    def meet(self, shingles: Iterable[int], least: int) -> list[_Place]:
        """The stretches that share at least `least` of these shingles, each counted as often as given."""
        hits = [found for s in shingles if (found := self._places.get(s)) is not None]
        if len(hits) < least:
            return []
        counts = Counter(chain.from_iterable(hits))
        return [place for place, count in counts.items() if count >= least]


@dataclass(slots=True)
class Matcher:
    """Finds passages. `texts` gives the texts of documents by id."""

    held: Sequence[Held]
    common: Commonness
    commonplaces: Commonplaces
    thresholds: Thresholds
    texts: Callable[[Sequence[str]], Mapping[str, str]]
    _worn: dict[int, Worn] = field(default_factory=dict)
    _sets: dict[_Place, frozenset[int]] = field(default_factory=dict)
    _blocks: dict[_Place, Block] = field(default_factory=dict)

    def passages(self, changed: set[str], loaded: set[str]) -> Iterator[list[Passage]]:
        """The passages of all pairs with a `changed` source or a `loaded` target, in portions; a pair's come
        whole in one portion."""
        givers: dict[str, list[int]] = defaultdict(list)
        takers: dict[str, list[int]] = defaultdict(list)
        for number, item in enumerate(self.held):
            if item.giver is not None:
                givers[item.giver].append(number)
            for group in item.takers:
                takers[group].append(number)
        for group in sorted(givers):
            new = [n for n in givers[group] if self.held[n].id in changed]
            old = [n for n in givers[group] if self.held[n].id not in changed]
            fresh = [n for n in takers[group] if self.held[n].id in loaded]
            yield from self._group(new, takers[group])
            yield from self._group(old, fresh)

    def _group(self, sources: Sequence[int], targets: Sequence[int]) -> Iterator[list[Passage]]:
        """All pairs of these, in portions; the fewer are indexed."""
        if not sources or not targets:
            return
        turned = len(targets) < len(sources)
        inner, outer = (targets, sources) if turned else (sources, targets)
        for index in self._indexes(inner, as_source=not turned):
            for start in range(0, len(outer), PORTION):
                pairs = self._candidates(index, outer[start : start + PORTION], turned=turned)
                if pairs:
                    yield self._verified(pairs)

    def _indexes(self, numbers: Sequence[int], *, as_source: bool) -> Iterator[Index]:
        index = Index()
        for number in numbers:
            for place, shingles in self._stretches(number, as_source=as_source):
                index.add(place, shingles)
            if index.size >= INDEXED:
                yield index
                index = Index()
        if index.size:
            yield index

    def _stretches(self, number: int, *, as_source: bool) -> Iterator[tuple[_Place, Sequence[int]]]:
        """The compared stretches of a document with the shingles that count: of a source, those that are not
        wholly worn."""
        worn = self._worn_of(number) if as_source else {}
        for stretch_number, stretch in enumerate(self.held[number].stretches):
            if not stretch.closing:
                gone = worn.get(stretch_number, NOTHING)
                shingles = (
                    [s for i, s in enumerate(stretch.shingles) if not gone.issuperset(range(i, i + SHINGLE))]
                    if gone
                    else stretch.shingles
                )
                yield (number, stretch_number), shingles

    def _worn_of(self, number: int) -> Worn:
        if number not in self._worn:
            self._worn[number] = self.common.worn(self.held[number])
        return self._worn[number]

    def _candidates(
        self, index: Index, numbers: Sequence[int], *, turned: bool
    ) -> dict[tuple[int, int], list[tuple[int, int]]]:
        """Stretches to compare, (source, target) by (source, target) document."""
        least = self.thresholds.least_seeds
        found: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        for number in numbers:
            for (_, stretch), shingles in self._stretches(number, as_source=turned):
                for other, other_stretch in index.meet(shingles, least):
                    s, t = ((number, stretch), (other, other_stretch))[:: 1 if turned else -1]
                    if self.held[t[0]].may_take_from(self.held[s[0]]) and self._may_share(s, t):
                        found[s[0], t[0]].append((s[1], t[1]))
        return found

    def _may_share(self, source: _Place, target: _Place) -> bool:
        """Whether two stretches share as many shingles near one another, or in a row, as reuse needs."""
        there, here = self._shingles_of(source), self.held[target[0]].stretches[target[1]].shingles
        apart = self.thresholds.max_gap + SHINGLE  # so far apart, two shingles are of two passages
        shared = 0
        first = last = -apart  # of the run that goes on
        for i in [i for i, shingle in enumerate(here) if shingle in there]:
            if i != last + 1:
                first = i
            shared = SHINGLE if i - last >= apart else shared + min(SHINGLE, i - last)
            last = i
            if last - first + SHINGLE >= self.thresholds.min_run or shared >= self.thresholds.min_loose:
                return True
        return False

    def _shingles_of(self, place: _Place) -> frozenset[int]:
        if place not in self._sets:
            if len(self._sets) > _SETS:
                self._sets.clear()
            self._sets[place] = frozenset(self.held[place[0]].stretches[place[1]].shingles)
        return self._sets[place]

    def _verified(self, pairs: Mapping[tuple[int, int], Sequence[tuple[int, int]]]) -> list[Passage]:
        numbers = sorted({n for pair in pairs for n in pair})
        texts = self.texts([self.held[n].id for n in numbers])
        if len(self._blocks) > _BLOCKS:
            self._blocks.clear()
        return [
            passage
            for (source, target), stretches in sorted(pairs.items())
            for passage in self._pair(source, target, stretches, texts)
        ]

    def _pair(
        self,
        source: int,
        target: int,
        stretches: Sequence[tuple[int, int]],
        texts: Mapping[str, str],
    ) -> Iterator[Passage]:
        """The passages of two documents."""
        by_target: dict[int, list[int]] = defaultdict(list)
        for s, t in stretches:
            by_target[t].append(s)
        worn = self._worn_of(source)
        for t, others in sorted(by_target.items()):
            sources = [(self._block((source, s), texts), worn.get(s, NOTHING)) for s in sorted(others)]
            yield from compare(sources, self._block((target, t), texts), self.thresholds)

    def _block(self, place: _Place, texts: Mapping[str, str]) -> Block:
        if place not in self._blocks:
            self._blocks[place] = self.block(self.held[place[0]], place[1], texts)
        return self._blocks[place]

    def block(self, item: Held, number: int, texts: Mapping[str, str]) -> Block:
        """A stretch with its words."""
        stretch = item.stretches[number]
        text = texts[item.id][stretch.start : stretch.end]
        holder = provision_key(item.id, *stretch.holder)
        return Block.of(item.id, holder, stretch.start, text, self.commonplaces)
