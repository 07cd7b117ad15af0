"""How fast the extractors are, beside the straightforward spaCy way, in one run.

Kept in bench/results/speed.txt. The same texts for both: the real and the composed documents, and those of
TIENGVANG_DEVCORPUS where it is set, repeated in an order of their own. Ratios are of processor time, the two
taking turns, so that a busy machine slows both; --jobs is on the clock too, which wants an idle machine.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import product
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import finding, spacy_baseline, trials
from bench.corpora import DEVCORPUS, annotated, devcorpus, document
from bench.pieces import REPEATED
from ingest.documents import Document
from ingest.extract import extract
from ingest.extract.by_name import find_by_name
from ingest.vocabulary import shipped

MENTIONS_TARGET, EXTRACT_TARGET = 8.0, 2.0
TIMES = (1, 2, 4, 8, 16, 32, 64)
REPEATS = (2000, 4000, 8000, 16_000)
LINE_CHARACTERS = 5_000_000
MARKS = (1000, 5000, 10_000)
JOBS_CHARACTERS = 4_000_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints every trial asked for; exit code 1 where a ratio misses its target."""
    options = _parser().parse_args(arguments)
    texts = _texts()
    print(f"Python {platform.python_version()}, {os.cpu_count()} processors, {len(texts)} texts")
    print(f"of them from {DEVCORPUS}: {'some' if os.environ.get(DEVCORPUS) else 'none'}")
    print(f"load of the machine at the start: {os.getloadavg()[0]:.1f}")
    reached = True
    if "ratios" in options.only:
        reached = _ratios(texts, int(options.megabytes * 1_000_000), options.rounds)
    for name, trial in _TRIALS.items():
        if name in options.only:
            print(f"\n{name}")
            for line in trial(texts):
                print(f"  {line}", flush=True)
    return 0 if reached else 1


def _texts() -> list[str]:
    texts = [text for part in annotated() for text in part.texts.values()]
    for held in (False, True):
        texts += [text for _, text in devcorpus(held=held) or ()]
    return texts


def _repeated(texts: Sequence[str], characters: int) -> list[Document]:
    chance, total = random.Random(8), 0
    chosen: list[Document] = []
    while total < characters:
        for text in chance.sample(texts, len(texts)):
            chosen.append(document(text, f"{len(chosen)}.txt"))
            total += len(text)
    return chosen


def _ratios(texts: Sequence[str], characters: int, rounds: int) -> bool:
    vocabulary, nlp = shipped(), spacy_baseline.build(shipped())
    documents = _repeated(texts, characters)
    size = sum(len(d.text) for d in documents)
    works: dict[str, trials.Work] = {
        "spaCy baseline": lambda many: [*spacy_baseline.find_all(nlp, (d.text for d in many))],
        "finding by name": lambda many: [find_by_name(d.text, vocabulary) for d in many],
        "finding by grammar": lambda many: [finding.find(d, vocabulary) for d in many],
        "whole extract": lambda many: [extract(d, vocabulary) for d in many],
    }
    for work in works.values():
        work(documents[:10])
    taken = trials.side_by_side(works, documents, rounds)
    base = taken["spaCy baseline"]
    print(f"\nratios: {len(documents)} documents, {size} characters, median of {rounds} rounds")
    for name, seconds in taken.items():
        speed = f"{size / seconds / 1e6:6.2f} M characters/s"
        print(f"  {name:22} {seconds:8.2f} s  {speed}  {base / seconds:5.2f} x", flush=True)
    fast = base / taken["finding by name"] >= MENTIONS_TARGET
    whole = base / taken["whole extract"] >= EXTRACT_TARGET
    print(f"  mentions, like for like, at least {MENTIONS_TARGET:.0f} x: {'met' if fast else 'MISSED'}")
    print(f"  extract at least {EXTRACT_TARGET:.0f} x: {'met' if whole else 'MISSED'}")
    level = True
    print("\nrecall (a find of the same label and row overlaps; numbered references)")
    for part in annotated()[:2]:
        theirs = trials.recall(part, lambda d: next(spacy_baseline.find_all(nlp, [d.text])))
        named = trials.recall(part, lambda d: finding.by_name(d, vocabulary))
        ours = trials.recall(part, lambda d: finding.find(d, vocabulary))
        for label, tally in ours.items():
            values = f"spaCy {theirs[label].value:.3f}  by name {named[label].value:.3f}"
            print(f"  {part.name:6} {label:10} {values}  by grammar {tally.value:.3f}")
            level = level and named[label].value >= theirs[label].value
    print(f"  by name, no lower than the baseline's: {'met' if level else 'MISSED'}")
    return fast and whole and level


def _growth(texts: Sequence[str]) -> Iterator[str]:
    text = max(texts[:4], key=len)
    grown = trials.growth_of(lambda many: text * many, TIMES)
    before = 0.0
    for size, seconds in grown.steps:
        speed = f"{size / seconds / 1e6:6.3f} M characters/s"
        ratio = f"  {seconds / before:4.2f} x the time of half of it" if before else ""
        yield f"{size:9} characters {seconds:8.3f} s {speed}{ratio}"
        before = seconds
    yield f"growth exponent {grown.exponent:.2f} (1 is linear)"


def _repeats(_: Sequence[str]) -> Iterator[str]:
    """Pieces said over and over, alone and behind words that begin something: where time is not linear."""
    worst: list[tuple[float, tuple[int, float], str, str]] = []
    for piece, frame in product(REPEATED, ("{}", "Chỉ thị số {}!", "ngày {} UBND tỉnh {}x")):
        grown = trials.growth_of(partial(_said, piece, frame), REPEATS)
        worst.append((grown.exponent, grown.steps[-1], piece, frame))
    worst.sort(key=_slowness, reverse=True)
    for exponent, (size, seconds), piece, frame in worst[:20]:
        speed = f"{size / seconds / 1e6:6.3f} M characters/s"
        yield f"{size:6} characters {seconds:6.2f} s {speed} exponent {exponent:4.2f}  {piece!r} in {frame!r}"
    yield f"of {len(worst)} repeats {sum(row[0] > 1.3 for row in worst)} grow by more than the power of 1.3"


def _slowness(row: tuple[float, tuple[int, float], str, str]) -> float:
    size, seconds = row[1]
    return seconds / size


def _said(piece: str, frame: str, characters: int) -> str:
    return frame.replace("{}", piece * (characters // len(piece)))


def _line(texts: Sequence[str]) -> Iterator[str]:
    """One line of 5 MB: every line end of the texts made a space."""
    line = " ".join(" ".join(texts).split())
    line *= LINE_CHARACTERS // len(line) + 1
    for size in (LINE_CHARACTERS // 16, LINE_CHARACTERS // 4, LINE_CHARACTERS):
        ((_, seconds),) = trials.growth_of(lambda many: line[:many], (size,)).steps
        yield f"one line of {size:8} characters {seconds:8.2f} s {size / seconds / 1e6:6.3f} M characters/s"


def _memory(texts: Sequence[str]) -> Iterator[str]:
    """In a process of its own: the trials before it leave memory that would hide a growth."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        seen = pool.submit(_resident_at_marks, texts).result()
    for done, kib in seen:
        yield f"after {done:6} documents {kib / 1024:7.1f} MiB resident"
    yield f"grown by {(seen[-1][1] - seen[0][1]) / 1024:.1f} MiB between the first and the last"


def _resident_at_marks(texts: Sequence[str]) -> list[tuple[int, int]]:
    return trials.memory(trials.distinct(texts, MARKS[-1], 1500), shipped(), MARKS)


def _jobs(texts: Sequence[str]) -> Iterator[str]:
    """The command itself over files: of processors too, which tells what it would be on idle ones."""
    with TemporaryDirectory() as folder:
        for one in _repeated(texts, JOBS_CHARACTERS):
            Path(folder, one.source.path).write_bytes(one.text.encode())
        (alone, all_alone), (two, all_two) = (trials.elapsed(Path(folder), jobs) for jobs in (1, 2))
    yield f"--jobs 1 {alone:6.2f} s, --jobs 2 {two:6.2f} s on the clock: {alone / two:.2f} x"
    yield f"of processors {all_alone:6.2f} s and {all_two:6.2f} s: at most {2 * all_alone / all_two:.2f} x"
    yield f"load of the machine by then {os.getloadavg()[0]:.1f}: the clock counts on an idle one only"


_TRIALS: dict[str, Callable[[Sequence[str]], Iterator[str]]] = {
    "growth": _growth,
    "repeats": _repeats,
    "line": _line,
    "memory": _memory,
    "jobs": _jobs,
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.speed", description=__doc__)
    parser.add_argument("--megabytes", type=float, default=2.0, help="characters measured, in millions")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", type=lambda text: text.split(","), default=["ratios", *_TRIALS])
    return parser


if __name__ == "__main__":
    sys.exit(main())
