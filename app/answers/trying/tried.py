"""What a text would state, before anything is kept: read as an ingest would, resolved against the store."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

from pydantic import Field

from app.answers.asking.errors import TextInvalid
from app.answers.models.found import ReferencesFound
from app.answers.models.shapes import Answer, Model
from app.answers.trying.references import resolve_references
from graph.store import Store
from ingest.documents import Document, Extraction, Source
from ingest.errors import Unreadable
from ingest.extract import extract
from ingest.read import document_of, read_document
from ingest.readers.limits import Ocr
from ingest.records import record
from ingest.vocabulary import Vocabulary

PASTED = "pasted.txt"


class TriedMention(Model):
    """A mention as a row: what is named where, in which words, and by which rule."""

    label: str
    id: str | None
    start: int
    end: int
    quote: str
    detail: str | None = Field(description="Relation, polarity or role.")
    rule: str


class Tried(Answer):
    """What a text states. `record` is what `tiengvang extract` gives; nothing of the text is kept."""

    record: dict[str, Any]
    text: str
    mentions: list[TriedMention]
    references: ReferencesFound = Field(description="Its references, resolved against the store.")


def try_text(
    store: Store,
    vocabulary: Vocabulary,
    document: Document,
    *,
    province: str | None = None,
    date: str | None = None,
) -> Tried:
    """What a document states; `province` (code) and `date` (ISO) tell what it does not.

    Raises TextInvalid.
    """
    found = extract(document, vocabulary)
    references = resolve_references(store, document.text, province=province, date=date)
    return Tried(
        dataset_version=references.dataset_version,
        synthetic=references.synthetic,
        record=record(found, vocabulary),
        text=document.text,
        mentions=_mentions(found),
        references=references,
    )


_AT_ONCE = Ocr(pages=3, seconds=20.0)  # of a scan, while somebody waits for the page


def pasted(text: str) -> Document:
    """A text that was typed or pasted, as a document. Raises TextInvalid where it holds no words."""
    if not text.strip("\ufeff \t\r\n"):
        raise TextInvalid("there is no text", where="text", todo="Paste a text, or choose a file")
    if "\0" in text:
        raise TextInvalid("a zero character, which no text holds", where="text", todo="Take it out")
    return document_of(text.encode(), text, PASTED)


def uploaded(raw: bytes, name: str) -> Document:
    """A file that was sent, read as an ingest reads one. Raises TextInvalid where it cannot be."""
    suffix = PurePath(name).suffix.lower()
    known = suffix if suffix[1:].isascii() and suffix[1:].isalnum() else ""
    with tempfile.TemporaryDirectory(prefix="tiengvang-") as folder:  # gone before the answer is given
        path = Path(folder) / f"text{known}"
        path.write_bytes(raw)
        try:
            document = read_document(path, max_bytes=max(len(raw), 1), ocr=_AT_ONCE)
        except Unreadable as problem:
            raise TextInvalid(problem.what, where=name, todo=problem.todo) from problem
    return replace(document, source=Source(name))


def _mentions(found: Extraction) -> list[TriedMention]:
    return [
        TriedMention(
            label=m.label,
            id=m.id,
            start=m.start,
            end=m.end,
            quote=m.quote,
            detail=m.attrs.get("relation") or m.attrs.get("polarity") or m.attrs.get("role"),
            rule=m.rule,
        )
        for m in found.mentions
    ]
