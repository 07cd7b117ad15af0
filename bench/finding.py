"""Finding the mentions, and no more, in two ways: as (start, end, label, id), as the spaCy baseline does.

`by_name`: by the names of the vocabulary and the shape of numbers, which is all that the baseline knows: like
for like. `find`: by the grammar of the extractors, numbered references, measures, bodies and provinces,
without the document's own data, polarity, roles, relations and assignments.
"""

from __future__ import annotations

from collections.abc import Iterator

from bench.spacy_baseline import Found
from ingest.documents import Document, Letterhead
from ingest.extract.bodies.level import context_of
from ingest.extract.bodies.names import Names
from ingest.extract.by_name import find_by_name
from ingest.extract.measures.lexicon import lexicon_of
from ingest.extract.measures.separators import separators
from ingest.extract.provinces import places
from ingest.extract.reading import Reading
from ingest.extract.references.act_words import act_words
from ingest.extract.references.identifiers import Identifiers
from ingest.extract.references.issuers import Issuers
from ingest.extract.references.numbered import find_numbered
from ingest.numbering.dates import find_dates
from ingest.numbering.numbers import find_numbers
from ingest.text.normalise import normalise
from ingest.text.words import split
from ingest.vocabulary import Vocabulary


def by_name(document: Document, vocabulary: Vocabulary) -> list[Found]:
    """The mentions of one document that the vocabulary's names show."""
    return [Found(*one) for one in find_by_name(document.text, vocabulary)]


def find(document: Document, vocabulary: Vocabulary) -> list[Found]:
    """The mentions of one document that the grammar finds, label by label."""
    view = normalise(document.text)
    reading = Reading(document, view, split(view), (), vocabulary)
    spans = (*_references(reading), *_measures(reading), *_bodies(reading), *_provinces(reading))
    return [Found(*view.home(start, end), label, id) for start, end, label, id in spans]


def _references(reading: Reading) -> Iterator[Found]:
    head = Letterhead()
    identifiers = Identifiers(reading.view, find_dates(reading.view), Issuers(reading, head))
    numbers = find_numbers(reading.view, reading.vocabulary)
    words = act_words(reading.words, reading.vocabulary)
    for one in find_numbered(reading, numbers, identifiers, words):
        yield Found(one.start, one.end, "REFERENCE", None)


def _measures(reading: Reading) -> Iterator[Found]:
    lexicon = lexicon_of(reading.vocabulary)
    levels = separators(reading.words)
    for found in lexicon.measures.find(reading.words, levels):
        row = lexicon.rows[found.pattern]
        if not lexicon.vetoed(row, found, reading.words, levels):
            yield Found(*reading.words.span(found.first, found.last), "MEASURE", row.measure)


def _bodies(reading: Reading) -> Iterator[Found]:
    for name in Names(reading, context_of(reading, Letterhead())).read():
        yield Found(*reading.words.span(name.first, name.last), "BODY", name.id)


def _provinces(reading: Reading) -> Iterator[Found]:
    for place in places(reading.words, reading.vocabulary):
        yield Found(place.start, place.end, "PROVINCE", place.code)
