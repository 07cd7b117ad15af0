"""Documents that may be one act twice: nearly the same words under two keys. Proposed, never merged.

Copies of an act that say its number, date and place meet in one directive by themselves. Left are those whose
number a scanner misread, whose head is cut away, or whose place is not stated; and excerpts of either.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

SHARED = 0.8  # share of the shorter document's shingles that the longer one has
LEAST = 20  # shingles of a document that can be told: two dozen syllables and more
_SAMPLE = 8  # one shingle in so many is looked up
_COMMON = 50  # documents that have a shingle from which it is a formula, and proposes nothing
_MISREAD = 1  # letters by which a number may differ where a scanner read it


@dataclass(frozen=True, slots=True)
class Text:
    """A document to compare: its act's key, its shingles, what it states of itself (None: nothing)."""

    id: str
    act: str
    number: str | None
    shingles: frozenset[int]
    date: str | None = None
    province: str | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two documents, the longer first, and the share of the shorter's wording that both have."""

    longer: Text
    shorter: Text
    shared: float


def proposals(texts: Sequence[Text]) -> Iterator[Proposal]:
    """The pairs of documents of two acts that may be one, by their ids."""
    known = {t.id: t for t in texts if len(t.shingles) >= LEAST}
    for one, other in sorted(_candidates(known)):
        a, b = known[one], known[other]
        if len(a.shingles) < len(b.shingles):
            a, b = b, a
        shared = len(a.shingles & b.shingles) / len(b.shingles)
        if shared >= SHARED and not _told_apart(a, b):
            yield Proposal(a, b, shared)


def _candidates(texts: Mapping[str, Text]) -> set[tuple[str, str]]:
    """Pairs of two acts' documents that have sampled shingles in common, half of the shorter's at least."""
    holders: dict[int, list[str]] = defaultdict(list)
    sampled: dict[str, int] = {}
    for text in texts.values():
        sample = [s for s in text.shingles if s % _SAMPLE == 0]
        sampled[text.id] = len(sample)
        for shingle in sample:
            holders[shingle].append(text.id)
    counts = Counter(pair for ids in holders.values() if len(ids) <= _COMMON for pair in _pairs(sorted(ids)))
    return {
        pair
        for pair, count in counts.items()
        if texts[pair[0]].act != texts[pair[1]].act and count * 2 >= min(map(sampled.__getitem__, pair))
    }


def _pairs(ids: Sequence[str]) -> Iterable[tuple[str, str]]:
    return ((a, b) for i, a in enumerate(ids) for b in ids[i + 1 :])


def _told_apart(a: Text, b: Text) -> bool:
    """Whether what they state says that they are two acts: offices of one kind issue the same words.

    A scanner misreads a number; number, date and province all together it does not.
    """
    stated = ((a.number, b.number), (a.date, b.date), (a.province, b.province))
    if all(one and other and one != other for one, other in stated):
        return True
    if not (a.number and b.number):
        return False
    return Levenshtein.distance(_plain(a.number), _plain(b.number), score_cutoff=_MISREAD) > _MISREAD


def _plain(number: str) -> str:
    return "".join(c for c in number.casefold() if c.isalnum())
