"""What counts as reuse of wording and what as a formula: numbers that a person may set."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, astuple, dataclass, fields

SHINGLE = 4  # syllables of a seed: what two texts must share in a row to be looked at
RUN = 8  # syllables of wording that may be told to be common property


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Ratios are of characters, 0 to 1; lengths in syllables; chosen on tests/data/reuse_labelled.jsonl
    (`python -m bench.align_thresholds`).

    near: from here a passage is `near`; below, `partial`.
    partial: below, no reuse.
    whole: a passage that is a smaller part of its clause in the source is `partial`, however like.
    min_syllables: a passage is no reuse if it is shorter between the outermost words that both sides share.
    min_shared: syllables equal in runs of SHINGLE that are nobody's own (see commonplaces, formulas).
    min_run: so many of them stand in one row,
    min_loose: unless there are so many of them in all.
    max_gap: syllables that may lie between two seeds of one passage.
    max_edge: syllables that an edge is drawn out, where both sides have other words there.
    formula_provinces: wording that more places had before an act is a formula and not that act's.
    formula_closings: so is wording that stands in the closings of acts of more places, whatever the date.
    """

    near: float = 0.7
    partial: float = 0.5
    whole: float = 0.75
    min_syllables: int = 12
    min_shared: int = 10
    min_run: int = 8
    min_loose: int = 16
    max_gap: int = 7
    max_edge: int = 2
    formula_provinces: int = 2
    formula_closings: int = 5

    @property
    def least_seeds(self) -> int:
        """Below so many shared shingles two texts cannot have enough in common."""
        return min(self.min_run - SHINGLE + 1, -(-self.min_loose // SHINGLE))

    @property
    def digest(self) -> str:
        """A hash over the values: other thresholds, other reuse."""
        return hashlib.sha256(repr((SHINGLE, RUN, *astuple(self))).encode()).hexdigest()[:16]

    def to_json(self) -> str:
        """The values, for the store to keep."""
        return json.dumps(asdict(self), sort_keys=True)

    @classmethod
    def from_json(cls, stored: str | None) -> Thresholds:
        """What a store keeps; a value that it does not have is the default."""
        kept = json.loads(stored) if stored else {}
        return cls(**{f.name: kept[f.name] for f in fields(cls) if f.name in kept})
