"""What a document's statements follow from, as a hash: where it is the same, nothing is read anew."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from ingest.decisions.curation import Curated
from ingest.documents import Document
from ingest.vocabulary import Vocabulary


def fingerprint(document: Document, curated: Curated, vocabulary: Vocabulary) -> str:
    """What a document's statements follow from: reader, extractors, vocabulary, and a person's facts.

    Not the catalogue: which acts are known decides what citations mean, and those are resolved anew without
    reading a text again.
    """
    parts = (
        document.reader,
        extractors_version(),
        vocabulary.reading_sha256,
        curated.mark(),
        str(document.synthetic),
    )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


@cache
def extractors_version() -> str:
    """A hash over the program text of ingest: another extractor is another version, without anyone's
    doing."""
    files = sorted(Path(__file__).parents[1].rglob("*.py"))
    return hashlib.sha256(b"\0".join(f.read_bytes() for f in files)).hexdigest()[:16]
