"""Sequences of decisions at random, replayed into an empty store and undone, on both stores.

    python -m bench.replays [--store embedded] [--rounds 20] [--seed 1]

Kept in bench/results/replays.txt. A round decides about statements and documents as they are at that moment,
empties the store, and reads documents and log again: every statement, act and answer must be the same. Then
everything is undone, and the store must hold what the texts alone say.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bench.places import KINDS, Place, place
from ingest.decisions.mirror import Mirror
from tests.decisions.sequences import KINDS as DECISIONS
from tests.decisions.sequences import Step, replayed

LONGEST = 12  # decisions a sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints a line a store; 1 where a sequence came to something else, which is printed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--store", choices=KINDS, action="append", help="one of them only")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for kind in options.store or KINDS:
            with place(kind, work) as at:
                wrong += _rounds(kind, at, work, options)
    return 1 if wrong else 0


def _rounds(kind: str, at: Place, work: Path, options: argparse.Namespace) -> int:
    """How many sequences came to something else."""
    rng = random.Random(options.seed)
    wrong, tried = 0, Counter[str]()
    with at.open() as store:
        store.migrate()
        for number in range(options.rounds):
            steps = _sequence(rng)
            tried.update(kind for kind, *_ in steps)
            try:
                replayed(store, steps, Mirror(work / f"{kind}-{number}.jsonl"))
            except AssertionError as error:
                wrong += 1
                print(f"{kind}: {steps}\n{error}", flush=True)
    counts = ", ".join(f"{tried[kind]} {kind}" for kind in DECISIONS)
    print(f"{kind}: {options.rounds - wrong} of {options.rounds} sequences the same ({counts})", flush=True)
    return wrong


def _sequence(rng: random.Random) -> list[Step]:
    length = rng.randint(1, LONGEST)
    return [(rng.choice(DECISIONS), rng.randrange(10**6), rng.randrange(10**6)) for _ in range(length)]


if __name__ == "__main__":
    sys.exit(main())
