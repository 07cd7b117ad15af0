"""The extractors, one module a label, and `extract`, which runs them in their order on one document."""

from __future__ import annotations

from ingest.documents import Document, Extraction, Mention
from ingest.extract.assignments import find_assignments
from ingest.extract.bodies.find import find_bodies
from ingest.extract.head.letterhead import read_letterhead
from ingest.extract.measures.find import find_measures
from ingest.extract.mending import mended
from ingest.extract.persons.find import find_private
from ingest.extract.provinces import find_provinces
from ingest.extract.reading import Reading
from ingest.extract.references.find import find_references
from ingest.segmenting.segment import segment
from ingest.text.normalise import normalise
from ingest.text.words import split
from ingest.vocabulary import Vocabulary


def extract(document: Document, vocabulary: Vocabulary) -> Extraction:
    """All that `document` states, by the annotation guidelines; mentions in text order. Touches no graph."""
    view = mended(normalise(document.text), vocabulary)
    reading = Reading(document, view, split(view), segment(view, document.read_as.furniture), vocabulary)
    letterhead = read_letterhead(reading)
    references = find_references(reading, letterhead)
    measures = find_measures(reading, references)
    bodies = find_bodies(reading, letterhead, references)
    assignments, bodies = find_assignments(reading, letterhead, bodies, measures)
    mentions = (*references, *measures, *bodies, *find_provinces(reading))
    mentions = tuple(m for m in mentions if not _of_the_page(m, document))
    ordered = sorted(mentions, key=lambda m: (m.start, -m.end, m.label, m.id or ""))
    return Extraction(
        document, letterhead, reading.provisions, tuple(ordered), assignments, find_private(reading)
    )


def _of_the_page(mention: Mention, document: Document) -> bool:
    """Whether a mention stands in a menu or among related links, which the act does not say."""
    return any(start <= mention.start and mention.end <= end for start, end in document.read_as.furniture)
