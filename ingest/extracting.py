"""Many files -> extractions, in input order and over several processes; needs no graph."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

from ingest.documents import Document, Extraction
from ingest.errors import Unreadable
from ingest.extract import extract
from ingest.read import MAX_TEXT_BYTES, list_files, read_documents
from ingest.vocabulary import Vocabulary

BATCH_DOCUMENTS = 100
BATCH_CHARACTERS = 4_000_000


def extract_files(
    paths: Iterable[Path], vocabulary: Vocabulary, *, jobs: int = 1, max_bytes: int = MAX_TEXT_BYTES
) -> Iterator[Extraction | Unreadable]:
    """The extraction of each file, or what is wrong with it, in input order; needs no graph."""
    listing = list_files(paths)
    yield from listing.problems
    documents = read_documents(listing.files, max_bytes=max_bytes)
    yield from extract_all(documents, vocabulary, jobs)


def extract_all(
    documents: Iterable[Document | Unreadable], vocabulary: Vocabulary, jobs: int
) -> Iterator[Extraction | Unreadable]:
    """Extractions in input order, over `jobs` processes; no more than a batch of documents is held at a
    time."""
    if jobs <= 1:
        _set_vocabulary(vocabulary)
        yield from map(_extract_one, documents)
        return
    # Spawned, not forked: a fork would inherit the open store's threads and sockets.
    context = get_context("spawn")
    with ProcessPoolExecutor(jobs, context, _set_vocabulary, (vocabulary,)) as pool:
        for batch in batches(documents):
            with _deaf_to_interrupts():
                extractions = pool.map(_extract_one, batch, chunksize=4)  # starts the processes it needs
            yield from extractions


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Processes that start inside do not hear Ctrl-C: this one does, and ends them."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# Of a worker process: the vocabulary is sent once and not with each text.
_AT_HAND: dict[str, Vocabulary] = {}


def _set_vocabulary(vocabulary: Vocabulary) -> None:
    _AT_HAND["vocabulary"] = vocabulary


def _extract_one(document: Document | Unreadable) -> Extraction | Unreadable:
    return extract(document, _AT_HAND["vocabulary"]) if isinstance(document, Document) else document


def batches(documents: Iterable[Document | Unreadable]) -> Iterator[list[Document | Unreadable]]:
    """Documents in portions that fit in memory and in one transaction."""
    batch: list[Document | Unreadable] = []
    size = 0
    for document in documents:
        length = len(document.text) if isinstance(document, Document) else 0
        if batch and (len(batch) >= BATCH_DOCUMENTS or size + length > BATCH_CHARACTERS):
            yield batch
            batch, size = [], 0
        batch.append(document)
        size += length
    if batch:
        yield batch
