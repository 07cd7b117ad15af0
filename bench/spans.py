"""Expected and predicted spans, paired."""

from __future__ import annotations

from collections.abc import Sequence

from bench.corpora import Json
from tests.data.score import iou, overlap


def pairs(expected: Sequence[Json], said: Sequence[Json], *, same_id: bool = True) -> dict[int, int]:
    """One-to-one pairs expected -> said of spans that overlap (and have one id), best overlap first."""
    fitting = [
        (iou(e, s), -i, -j)
        for i, e in enumerate(expected)
        for j, s in enumerate(said)
        if overlap(e, s) > 0 and (not same_id or e.get("id") == s.get("id"))
    ]
    chosen: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in sorted(fitting, reverse=True):
        if -i not in chosen and -j not in used:
            chosen[-i] = -j
            used.add(-j)
    return chosen


def label(mentions: Sequence[Json], name: str) -> list[Json]:
    """The mentions of one label."""
    return [m for m in mentions if m["label"] == name]


def shown(mention: Json) -> str:
    """A mention as one line of a listing."""
    quote = " ".join(str(mention["quote"]).split())
    return f"{mention['start']}-{mention['end']} {mention.get('id')} “{quote[:90]}”"
