"""The same documents loaded in other orders and portions, on both stores: always the same graph.

    python -m bench.orders [--store embedded] [--rounds 8] [--seed 1]

Kept in bench/results/orders.txt. Real and composed documents are loaded at once; then each round shuffles
them and loads them one by one or in portions, by turns. The dataset version, a hash of all statements, must
be the same.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.places import KINDS, ROOT, Place, place
from graph.queries import shipped as queries
from graph.store import Store
from ingest.pipeline import ingest
from ingest.vocabulary import shipped as vocabulary

PORTIONS = (1, 7, 3, 20)  # documents at a time, by turns
DOCUMENTS = sorted(path for name in ("real", "sample") for path in (ROOT / "corpus" / name).glob("*.txt"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints a line a round; 1 where one came to something else."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--store", choices=KINDS, action="append", help="one of them only")
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    wrong = 0
    with tempfile.TemporaryDirectory() as work:
        for kind in options.store or KINDS:
            with place(kind, Path(work)) as at:
                wrong += _rounds(kind, at, options.rounds, random.Random(options.seed))
    return 1 if wrong else 0


def _rounds(kind: str, at: Place, rounds: int, rng: random.Random) -> int:
    """How many rounds came to another graph."""
    whole = _loaded(at, DOCUMENTS, len(DOCUMENTS))
    print(f"\n{kind}: {len(DOCUMENTS)} documents at once: version {whole}", flush=True)
    wrong = 0
    for number in range(rounds):
        size = PORTIONS[number % len(PORTIONS)]
        shuffled = rng.sample(DOCUMENTS, len(DOCUMENTS))
        same = _loaded(at, shuffled, size) == whole
        wrong += not same
        how = "one by one" if size == 1 else f"{size} at a time"
        print(f"  shuffled, {how:13}: {'the same' if same else 'ANOTHER'} version", flush=True)
    return wrong


def _loaded(at: Place, paths: Sequence[Path], size: int) -> str:
    """The version of an empty store that was given the documents in portions."""
    at.empty()
    with at.open() as store:
        store.migrate()
        return _in_portions(store, paths, size)


def _in_portions(store: Store, paths: Sequence[Path], size: int) -> str:
    version = ""
    for start in range(0, len(paths), size):
        portion = paths[start : start + size]
        version = ingest(store, queries(), vocabulary(), portion).dataset_version
    return version


if __name__ == "__main__":
    sys.exit(main())
