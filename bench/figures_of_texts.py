"""Lengths and frequencies of composed texts beside those of real ones."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median

from ingest.documents import Document, Extraction
from ingest.extract import extract
from ingest.read import list_files, read_documents
from ingest.vocabulary import shipped

REAL = Path(__file__).resolve().parent.parent / "corpus" / "real"
AT_MOST = 100  # documents of a folder that are read
FEW = 23  # documents among which shared wording is counted: it grows with their number


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one folder: characters a text, and mentions a thousand characters."""

    documents: int
    longest: int
    mean_length: float
    median_length: float
    citations: float
    measures: float
    bodies: float
    syllable_runs: float


def figures_of(folder: Path) -> Figures:
    """The figures of the texts in a folder, at most AT_MOST of them, evenly taken."""
    files = sorted(p for p in list_files([folder]).files if p.suffix == ".txt")
    some = files[:: max(1, len(files) // AT_MOST)][:AT_MOST]
    found = [extract(d, shipped()) for d in read_documents(some) if isinstance(d, Document)]
    lengths = [len(e.document.text) for e in found]
    return Figures(
        len(files),
        max(lengths),
        mean(lengths),
        median(lengths),
        _share(found, "REFERENCE", sum(lengths)),
        _share(found, "MEASURE", sum(lengths)),
        _share(found, "BODY", sum(lengths)),
        _repeated([e.document.text for e in found[:: max(1, len(found) // FEW)][:FEW]]),
    )


def _share(found: Sequence[Extraction], label: str, characters: int) -> float:
    return 1000 * sum(m.label == label for e in found for m in e.mentions) / characters


def _repeated(texts: Sequence[str]) -> float:
    """The share of runs of four syllables that another text has too."""
    runs = [{tuple(words[i : i + 4]) for i in range(len(words) - 3)} for words in map(str.split, texts)]
    seen: dict[tuple[str, ...], int] = {}
    for of_text in runs:
        for run in of_text:
            seen[run] = seen.get(run, 0) + 1
    total = sum(len(of_text) for of_text in runs)
    return sum(n for n in seen.values() if n > 1) / max(total, 1)


def report(composed: Path) -> Iterator[str]:
    """A table: the composed texts, corpus/real, and TIENGVANG_DEVCORPUS where it is set."""
    folders = [("composed", composed), ("corpus/real", REAL)]
    if extra := os.environ.get("TIENGVANG_DEVCORPUS"):
        folders.append(("development texts", Path(extra)))
    yield f"{'':<34}" + "".join(f"{name:>20}" for name, _ in folders)
    rows = [figures_of(folder) for _, folder in folders]
    for title, name, form in (
        ("documents", "documents", ",.0f"),
        ("characters a text, mean", "mean_length", ",.0f"),
        ("characters a text, median", "median_length", ",.0f"),
        ("characters of the longest", "longest", ",.0f"),
        ("citations a 1,000 characters", "citations", ".2f"),
        ("measures a 1,000 characters", "measures", ".2f"),
        ("bodies a 1,000 characters", "bodies", ".2f"),
        ("runs of 4 shared, among 23", "syllable_runs", ".1%"),
    ):
        yield f"{title:<34}" + "".join(f"{format(getattr(row, name), form):>20}" for row in rows)
