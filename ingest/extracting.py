"""Many files -> extractions, in input order and over several processes; needs no graph."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

from ingest.documents import Document, Extraction
from ingest.errors import Unreadable
from ingest.extract import extract
from ingest.read import MAX_TEXT_BYTES, list_files, read_documents
from ingest.readers.limits import Ocr
from ingest.vocabulary import Vocabulary

BATCH_DOCUMENTS = 100
BATCH_CHARACTERS = 4_000_000
PORTION_DOCUMENTS, PORTION_CHARACTERS = 4, 100_000  # that a process is given at a time
_AHEAD = 4  # portions for each process, so that none waits for the one that stores


def extract_files(
    paths: Iterable[Path],
    vocabulary: Vocabulary,
    *,
    jobs: int = 1,
    max_bytes: int = MAX_TEXT_BYTES,
    ocr: Ocr | None = None,
) -> Iterator[Extraction | Unreadable]:
    """The extraction of each file, or what is wrong with it, in input order; needs no graph."""
    listing = list_files(paths)
    yield from listing.problems
    documents = read_documents(listing.files, max_bytes=max_bytes, ocr=ocr)
    yield from extract_all(documents, vocabulary, jobs)


def extract_all(
    documents: Iterable[Document | Unreadable], vocabulary: Vocabulary, jobs: int
) -> Iterator[Extraction | Unreadable]:
    """Extractions in input order, over `jobs` processes; few are held at a time."""
    with Extractors(vocabulary, jobs) as extractors:
        yield from extractors.over(documents)


class Extractors:
    """Extracts over `jobs` processes, which start when they are first needed and end with the context.

    One for many calls: a process reads the vocabulary and builds its tables once, which takes as long as
    some hundred documents.
    """

    def __init__(self, vocabulary: Vocabulary, jobs: int) -> None:
        self._vocabulary, self._jobs = vocabulary, jobs
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Extractors:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def over(self, documents: Iterable[Document | Unreadable]) -> Iterator[Extraction | Unreadable]:
        """Extractions in input order. What is read ahead of the one that is asked for stays within bounds."""
        if self._jobs <= 1:
            _set_vocabulary(self._vocabulary)
            yield from map(_extract_one, documents)
            return
        ahead: deque[Future[list[Extraction | Unreadable]]] = deque()
        for portion in batches(documents, PORTION_DOCUMENTS, PORTION_CHARACTERS):
            if len(ahead) >= self._jobs * _AHEAD:
                yield from ahead.popleft().result()
            ahead.append(self._submit(portion))
        while ahead:
            yield from ahead.popleft().result()

    def _submit(self, portion: list[Document | Unreadable]) -> Future[list[Extraction | Unreadable]]:
        if self._pool is None:
            # Spawned, not forked: a fork would inherit the open store's threads and sockets.
            context = get_context("spawn")
            self._pool = ProcessPoolExecutor(self._jobs, context, _set_vocabulary, (self._vocabulary,))
        with _deaf_to_interrupts():
            return self._pool.submit(_extract_many, portion)  # starts a process where one is needed


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


def _extract_many(documents: list[Document | Unreadable]) -> list[Extraction | Unreadable]:
    return [*map(_extract_one, documents)]


def batches(
    documents: Iterable[Document | Unreadable],
    most: int = BATCH_DOCUMENTS,
    characters: int = BATCH_CHARACTERS,
) -> Iterator[list[Document | Unreadable]]:
    """Documents in portions, unless told such that fit in memory and in one transaction."""
    batch: list[Document | Unreadable] = []
    size = 0
    for document in documents:
        length = len(document.text) if isinstance(document, Document) else 0
        if batch and (len(batch) >= most or size + length > characters):
            yield batch
            batch, size = [], 0
        batch.append(document)
        size += length
    if batch:
        yield batch
