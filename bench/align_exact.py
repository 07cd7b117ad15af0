"""Exactness of alignment: python -m bench.align_exact [--documents 500] [--seed 1].

All pairs of documents, all pairs of their stretches, compared word by word, without index and without hashes:
common property is counted on the words themselves. The passages must be those that the program finds, from
scratch and document after document.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from time import perf_counter

from bench.align_collection import Collection, Key, collection, key
from bench.generator import acts
from ingest.aligning.align import Block, compare
from ingest.aligning.commonplaces import commonplaces
from ingest.aligning.held import Held, earliest, latest
from ingest.aligning.thresholds import RUN, Thresholds
from ingest.keys import provision_key
from ingest.vocabulary import shipped

_Runs = Mapping[tuple[str, ...], str | None]


def blocks_of(whole: Collection) -> dict[str, list[tuple[Block, bool]]]:
    """Every stretch of every document with its words, and whether it is a closing."""
    common = commonplaces(shipped())
    return {
        item.id: [
            (
                Block.of(item.id, provision_key(item.id, *s.holder), s.start, text[s.start : s.end], common),
                s.closing,
            )
            for s in item.stretches
        ]
        for item in whole.held
        for text in (whole.texts[item.id],)
    }


def runs(block: Block) -> Iterator[tuple[str, ...]]:
    """The runs of words that may be common property."""
    words = [block.words.key(i) for i in range(len(block.words))]
    for i in range(len(words) - RUN + 1):
        yield tuple(words[i : i + RUN])


def common_since(
    whole: Collection, blocks: Mapping[str, list[tuple[Block, bool]]], limits: Thresholds
) -> _Runs:
    """From which day on each run is common property; "" for ever, None never."""
    dates: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    closings: dict[tuple[str, ...], set[str]] = defaultdict(set)
    bodies: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for item in whole.held:
        for block, closing in blocks[item.id] if item.place else ():
            for run in runs(block):
                (closings if closing else bodies)[run].add(str(item.place))
                if item.date:
                    first = dates[run].get(str(item.place), "~")
                    dates[run][str(item.place)] = min(first, latest(item.date))
    since: dict[tuple[str, ...], str | None] = {}
    for run, places in dates.items():
        days = sorted(places.values())
        since[run] = days[limits.formula_provinces] if len(days) > limits.formula_provinces else None
    for run, found in closings.items():
        if len(found) > limits.formula_closings and len(found) > len(bodies[run]):
            since[run] = ""
    return since


def worn(item: Held, block: Block, since: _Runs) -> set[int]:
    """The words of an act's block that were common property before it."""
    day = earliest(item.date)
    return {
        word
        for i, run in enumerate(runs(block))
        if (known := since.get(run)) is not None and known < day
        for word in range(i, i + RUN)
    }


def brute(whole: Collection, limits: Thresholds) -> set[Key]:
    """The passages of all pairs."""
    blocks = blocks_of(whole)
    since = common_since(whole, blocks, limits)
    found: set[Key] = set()
    for source in whole.held:
        given = [(b, worn(source, b, since)) for b, closing in blocks[source.id] if not closing]
        for target in whole.held:
            if target.may_take_from(source):
                for block, closing in blocks[target.id]:
                    if not closing:
                        found |= {key(p) for p in compare(given, block, limits)}
    return found


def quick(whole: Collection, limits: Thresholds) -> set[Key]:
    """The passages that the program finds from scratch."""
    ids = {item.id for item in whole.held}
    return {key(p) for portion in whole.matcher(limits).passages(ids, ids) for p in portion}


def stepwise(whole: Collection, limits: Thresholds, seed: int) -> set[Key]:
    """The passages when the documents come in five portions in any order, as the store brings them."""
    order = list(whole.held)
    random.Random(seed).shuffle(order)
    kept: set[Key] = set()
    marks: dict[str, object] = {}
    step = -(-len(order) // 5)
    for start in range(0, len(order), step):
        held = sorted(order[: start + step], key=lambda item: item.id)
        matcher = Collection(held, whole.texts).matcher(limits)
        new = {item.id: matcher.common.worn(item) for item in held if item.giver}
        loaded = {item.id for item in order[start : start + step]}
        changed = {id for id, mark in new.items() if id in loaded or marks.get(id) != mark}
        kept = {k for k in kept if k[0] not in changed}
        kept |= {key(p) for portion in matcher.passages(changed, loaded) for p in portion}
        marks = dict(new)
    return kept


def main() -> int:
    """Compare; exit 1 where the sets differ."""
    parser = argparse.ArgumentParser(description="Exactness of alignment against all pairs.")
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    whole = collection(acts(args.documents, args.seed))
    pairs = sum(t.may_take_from(s) for s in whole.held for t in whole.held)
    print(f"{args.documents} documents, seed {args.seed}: {pairs:,} pairs that may take from one another")
    results = {}
    for name, work in (
        ("all pairs, no index", lambda: brute(whole, Thresholds())),
        ("the program, from scratch", lambda: quick(whole, Thresholds())),
        ("the program, in five portions", lambda: stepwise(whole, Thresholds(), args.seed)),
    ):
        start = perf_counter()
        results[name] = work()
        print(f"{name:<32} {len(results[name]):>6,} passages {perf_counter() - start:>8.1f} s", flush=True)
    equal = len({frozenset(found) for found in results.values()}) == 1
    print("equal sets" if equal else "DIFFERENT SETS")
    return 0 if equal else 1


if __name__ == "__main__":
    sys.exit(main())
