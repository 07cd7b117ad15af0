"""Composed acts as alignment sees them: read, segmented and shingled, without the graph."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from bench.generator import Act
from ingest.aligning.align import Passage
from ingest.aligning.commonplaces import commonplaces
from ingest.aligning.formulas import Commonness
from ingest.aligning.held import Held
from ingest.aligning.matching import Matcher
from ingest.aligning.stretches import Stretch, packed, stretches_of, unpacked
from ingest.aligning.thresholds import Thresholds
from ingest.segmenting.segment import segment
from ingest.text.normalise import normalise
from ingest.vocabulary import shipped

Key = tuple[str, tuple[int, int], str, tuple[int, int], str, float]


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents and their texts by id."""

    held: Sequence[Held]
    texts: Mapping[str, str]

    def first(self, documents: int) -> Collection:
        """The first documents of it."""
        return Collection(self.held[:documents], self.texts)

    def matcher(self, thresholds: Thresholds) -> Matcher:
        """What finds its passages."""
        common = Commonness(self.held, thresholds)
        return Matcher(self.held, common, commonplaces(shipped()), thresholds, self._some)

    def _some(self, ids: Sequence[str]) -> Mapping[str, str]:
        return {id: self.texts[id] for id in ids}


def collection(acts: Iterable[Act], trees: Mapping[str, Sequence[Stretch]] | None = None) -> Collection:
    """A collection of acts; `trees` gives their stretches where they are at hand."""
    found = [(hashlib.sha256(act.text.encode()).hexdigest(), act) for act in acts]
    held = [
        Held(
            id=id,
            act=f"{act.number}@{act.issued_on[:4]}~{act.province or ''}",
            date=act.issued_on,
            central=act.level == "central",
            level=act.level,
            province=act.province,
            issuer="ttg" if act.level == "central" else None,
            stretches=trees[act.name] if trees else stretches(act.text),
        )
        for id, act in found
    ]
    return Collection(held, {id: act.text for id, act in found})


def stretches(text: str) -> tuple[Stretch, ...]:
    """The stretches of a text, as an ingest makes them."""
    return stretches_of(segment(normalise(text)), text)


def stretches_of_all(acts: Sequence[Act], jobs: int) -> dict[str, Sequence[Stretch]]:
    """The stretches of many acts by name, over several processes."""
    with ProcessPoolExecutor(jobs) as pool:
        found = pool.map(_packed, [act.text for act in acts], chunksize=50)
        return {act.name: unpacked(one) for act, one in zip(acts, found, strict=True)}


def _packed(text: str) -> str:
    return packed(stretches(text))


def key(passage: Passage) -> Key:
    """A passage as it can be compared."""
    return (
        passage.source.document,
        passage.source_span,
        passage.target.document,
        passage.target_span,
        passage.grade,
        passage.score,
    )
