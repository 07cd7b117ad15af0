"""The trials of `python -m bench.speed`: each runs something and returns what it took."""

from __future__ import annotations

import math
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.corpora import ROOT, Annotated, document
from bench.figures import Tally
from bench.spacy_baseline import Found
from ingest.documents import Document
from ingest.extract import extract
from ingest.extracting import extract_all
from ingest.vocabulary import Vocabulary, shipped

Work = Callable[[Sequence[Document]], object]


def recall(part: Annotated, found: Callable[[Document], Sequence[Found]]) -> dict[str, Tally]:
    """Gold mentions that a find of the same label and row overlaps; of references the numbered ones."""
    tallies: dict[str, Tally] = {}
    for file, gold in part.gold.items():
        finds = found(document(part.texts[file], file))
        for mention in gold["mentions"]:
            label = mention["label"]
            if label == "REFERENCE" and mention["attrs"]["kind"] != "numbered":
                continue
            near = (f for f in finds if f.label == label and f.start < mention["end"])
            right = any(f.end > mention["start"] and f.id in (None, mention["id"]) for f in near)
            tallies.setdefault(label, Tally()).add(right)
    return tallies


def side_by_side(works: dict[str, Work], documents: Sequence[Document], rounds: int) -> dict[str, float]:
    """Median processor seconds of each work over the same documents, the works taking turns."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            begin = time.process_time()
            work(documents)
            taken[name].append(time.process_time() - begin)
    return {name: statistics.median(seconds) for name, seconds in taken.items()}


@dataclass(frozen=True, slots=True)
class Growth:
    """Characters and seconds of texts of growing length, and the exponent of the growth (1 is linear)."""

    steps: tuple[tuple[int, float], ...]

    @property
    def exponent(self) -> float:
        """The slope of seconds over characters, both as logarithms, by least squares."""
        xs = [math.log(size) for size, _ in self.steps]
        ys = [math.log(seconds) for _, seconds in self.steps]
        return statistics.linear_regression(xs, ys).slope


def growth_of(text: Callable[[int], str], sizes: Sequence[int]) -> Growth:
    """Processor seconds of `extract` on the texts that `text` makes of the sizes."""
    steps = []
    for size in sizes:
        long = document(text(size), "long.txt")
        begin = time.process_time()
        extract(long, shipped())
        steps.append((len(long.text), time.process_time() - begin))
    return Growth(tuple(steps))


def distinct(texts: Sequence[str], count: int, longest: int) -> Iterator[Document]:
    """`count` documents, no two alike: stretches of the texts, each with words of its own in front."""
    chance = random.Random(4)
    for index in range(count):
        text = texts[index % len(texts)]
        begin = chance.randrange(max(1, len(text) - longest))
        yield document(f"Số: {index}/UBND-VX{index}\n{text[begin : begin + longest]}", f"{index}.txt")


def memory(
    documents: Iterator[Document], vocabulary: Vocabulary, marks: Sequence[int]
) -> list[tuple[int, int]]:
    """Resident memory in KiB of this process after so many documents, none of them kept (Linux)."""
    seen = []
    for done, _ in enumerate(extract_all(documents, vocabulary, 1), start=1):
        if done in marks:
            seen.append((done, _resident()))
    return seen


def _resident() -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmRSS:")[1].split()[0])


_COMMAND = "import sys; from app.cli import main; sys.exit(main())"


def elapsed(folder: Path, jobs: int) -> tuple[float, float]:
    """Seconds of `tiengvang extract` over so many processes, their start included: on the clock, and of the
    processors together (Unix)."""
    begin, used = time.perf_counter(), _of_children()
    command = [sys.executable, "-c", _COMMAND, "extract", str(folder), "--jobs", str(jobs)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    return time.perf_counter() - begin, _of_children() - used


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
