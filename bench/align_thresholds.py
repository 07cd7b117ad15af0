"""Thresholds of reuse on the labelled sample: python -m bench.align_thresholds [--wrong].

Prints precision and recall of "is there reuse" and the share of right grades over a grid of thresholds, each
varied while the others stand as chosen (ingest/thresholds.py), and the chosen point by kind of pair.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ingest.aligning.align import Block, compare
from ingest.aligning.commonplaces import commonplaces
from ingest.aligning.thresholds import Thresholds
from ingest.vocabulary import shipped

SAMPLE = Path(__file__).resolve().parent.parent / "tests" / "data" / "reuse_labelled.jsonl"
GRID: dict[str, tuple[float, ...]] = {
    "min_shared": (6, 7, 8, 9, 10, 11, 12, 14, 16),
    "min_run": (4, 6, 7, 8, 9, 10, 12),
    "min_loose": (12, 14, 16, 18, 20, 24),
    "min_syllables": (8, 10, 12, 14, 16),
    "partial": (0.3, 0.4, 0.5, 0.6, 0.7),
    "near": (0.6, 0.65, 0.7, 0.75, 0.8, 0.85),
    "whole": (0.3, 0.4, 0.5, 0.6, 0.7, 0.8),
    "max_gap": (3, 5, 7, 9, 12),
    "max_edge": (0, 1, 2, 3, 4, 6),
}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts, and what a reader says of them: verbatim, near, partial or none."""

    kind: str
    why: str
    source: Block
    target: Block


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision and recall of reuse, and how many of the pairs found have the right grade."""

    precision: float
    recall: float
    graded: float


def read(path: Path = SAMPLE) -> list[Pair]:
    """The labelled pairs."""
    common = commonplaces(shipped())
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Pair(
            row["kind"],
            row["why"],
            Block.of("s", "s", 0, row["source"], common),
            Block.of("t", "t", 0, row["target"], common),
        )
        for row in rows
    ]


def found(pair: Pair, thresholds: Thresholds) -> str:
    """The grade of the longest passage, or none."""
    passages = compare([(pair.source, ())], pair.target, thresholds)
    longest = max(passages, key=lambda p: p.target_span[1] - p.target_span[0], default=None)
    return longest.grade if longest else "none"


def measure(pairs: Sequence[Pair], thresholds: Thresholds) -> Figures:
    """How well these thresholds tell reuse from none."""
    table = Counter((pair.kind, found(pair, thresholds)) for pair in pairs)
    right = sum(n for (kind, got), n in table.items() if "none" not in (kind, got))
    said = sum(n for (_, got), n in table.items() if got != "none")
    true = sum(n for (kind, _), n in table.items() if kind != "none")
    graded = sum(n for (kind, got), n in table.items() if kind == got != "none")
    return Figures(right / max(said, 1), right / max(true, 1), graded / max(right, 1))


def lines(pairs: Sequence[Pair], chosen: Thresholds) -> Iterator[str]:
    """The report."""
    kinds = Counter(pair.kind for pair in pairs)
    yield f"{len(pairs)} pairs: " + ", ".join(f"{n} {kind}" for kind, n in kinds.items())
    for name, values in GRID.items():
        yield f"\n{name:<14} precision  recall  right grade"
        for value in values:
            figures = measure(pairs, replace(chosen, **{name: value}))  # type: ignore[arg-type]
            mark = "  <- chosen" if value == getattr(chosen, name) else ""
            yield f"{value:>14} {figures.precision:9.3f} {figures.recall:7.3f} {figures.graded:12.3f}{mark}"
    table = Counter((pair.kind, found(pair, chosen)) for pair in pairs)
    yield "\nat the chosen point, by kind (rows) and what was found (columns)"
    yield f"{'':>10} " + " ".join(f"{kind:>9}" for kind in kinds)
    for kind in kinds:
        yield f"{kind:>10} " + " ".join(f"{table[kind, got]:>9}" for got in kinds)


def main() -> int:
    """Print the report, or what is wrong at the chosen point."""
    parser = argparse.ArgumentParser(description="Thresholds of reuse on the labelled sample.")
    parser.add_argument("--wrong", action="store_true", help="print the pairs that come out otherwise")
    args = parser.parse_args()
    pairs, chosen = read(), Thresholds()
    if args.wrong:
        for pair in pairs:
            if found(pair, chosen) != pair.kind:
                print(f"{pair.kind} -> {found(pair, chosen)} ({pair.why})")
                print(f"   {pair.source.words.view.source!r}\n   {pair.target.words.view.source!r}")
    else:
        print("\n".join(lines(pairs, chosen)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
