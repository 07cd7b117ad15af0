"""A text as the extractors see it, without running those that a test is not about."""

from __future__ import annotations

from ingest.documents import Document, Source
from ingest.extract.mending import mended
from ingest.extract.reading import Reading
from ingest.segmenting.segment import segment
from ingest.text.normalise import normalise
from ingest.text.words import split
from ingest.vocabulary import shipped

mended(normalise("Ủy ban nhân dân tỉnh"), shipped())  # its table is built before a property's first example


def reading_of(text: str) -> Reading:
    """The reading of a text with the shipped vocabulary."""
    view = mended(normalise(text), shipped())
    document = Document("0" * 64, text, "0" * 64, "txt", Source("a.txt"))
    return Reading(document, view, split(view), segment(view), shipped())
