"""Quotes in their sentences, so that a reader sees an order in its author's own words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from app.answers.asking.reading import queries
from app.answers.models.held import Quoted
from app.answers.quoting.sentences import sentence_around
from graph.store import Reader


class Piece(Protocol):
    """A quote of a document."""

    @property
    def document(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Place = tuple[str, int, int]


def in_sentences(store: Reader, pieces: Iterable[Piece]) -> dict[Place, Quoted]:
    """The quotes with the rest of their sentences, by document, start and end."""
    places = {(piece.document, piece.start, piece.end) for piece in pieces}
    ids = sorted({document for document, _, _ in places})
    texts = {str(row["id"]): str(row["text"]) for row in store.read(queries()["texts_of_documents"], ids=ids)}
    return {place: _quoted(texts[place[0]], place[1], place[2]) for place in places if place[0] in texts}


def _quoted(text: str, start: int, end: int) -> Quoted:
    first, last = sentence_around(text, start, end)
    return Quoted(before=text[first:start], quote=text[start:end], after=text[end:last], start=start, end=end)
