"""Speed of alignment and its growth: python -m bench.align_speed [--sizes 1000,2000,5000,10000] [--jobs 2].

Times what an ingest does for reuse, from texts to passages and formulas, without reading files, extraction
and the store: stretches (segmentation and shingles, over `jobs` processes), what is common property,
passages, formulas; then one more document and one more central act into the largest collection.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from time import perf_counter, process_time
from typing import TypeVar

from bench.align_collection import Collection, collection, stretches_of_all
from bench.generator import acts
from ingest.aligning.formulas import formulas
from ingest.aligning.thresholds import Thresholds

_T = TypeVar("_T")


def timed(work: Callable[[], _T]) -> tuple[_T, float]:
    """What work gives, and how many seconds it took."""
    start = perf_counter()
    return work(), perf_counter() - start


def line(size: int, seed: int, jobs: int) -> tuple[Collection, str]:
    """One size: the collection and its line of the table."""
    composed = list(acts(size, seed))
    worked, helped = process_time(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    trees, reading = timed(lambda: stretches_of_all(composed, jobs))
    whole = collection(composed, trees)
    matcher, common = timed(lambda: whole.matcher(Thresholds()))
    ids = {item.id for item in whole.held}
    grades, matching = timed(
        lambda: Counter(p.grade for portion in matcher.passages(ids, ids) for p in portion)
    )
    found, listing = timed(lambda: formulas(whole.held, matcher.common, Thresholds()))
    total = reading + common + matching + listing
    shown = f"{size:>9,} {reading:>10.1f} {common:>10.1f} {matching:>10.1f} {listing:>10.1f} {total:>10.1f}"
    helped = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - helped
    shown = f"{shown} {process_time() - worked:>10.1f} {helped:>10.1f}"
    counts = " ".join(f"{grades[g]:>8,}" for g in ("verbatim", "near", "partial"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return whole, f"{shown} {1000 * total / size:>10.1f} {counts} {len(found):>9,} {peak:>8,}"


def incremental(whole: Collection) -> Iterator[str]:
    """How long one more document takes, of the pairs alone."""
    matcher = whole.matcher(Thresholds())
    last = whole.held[-1]
    _, seconds = timed(lambda: list(matcher.passages(set(), {last.id})))
    yield f"one more document, its pairs: {seconds:.2f} s"
    central = next(item for item in whole.held if item.central)
    _, seconds = timed(lambda: list(matcher.passages({central.id}, {central.id})))
    yield f"one more central act, its pairs: {seconds:.2f} s"


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Speed of alignment.")
    parser.add_argument("--sizes", default="1000,2000,5000,10000")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    args = parser.parse_args()
    print("seconds by the clock; CPU seconds of this process and of the jobs (stretches); peak memory in MB")
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} when it began")
    print(
        "documents  stretches     common   passages   formulas      total   own CPU  jobs' CPU     ms/doc"
        " verbatim     near  partial  formulas     peak"
    )
    for size in map(int, args.sizes.split(",")):
        whole, shown = line(size, args.seed, args.jobs)
        print(shown, flush=True)
    print("\n".join(incremental(whole)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
