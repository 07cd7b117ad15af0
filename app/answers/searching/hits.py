"""Hits of a search as they are shown: each with the words that match, where they stand, and their source."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.answers.acts.directives import directive_heads
from app.answers.asking.reading import Row, number, queries, text
from app.answers.models.acts import DirectiveHead
from app.answers.models.found import HitKind, Match, SearchHit
from app.answers.models.held import DocumentSummary
from app.answers.searching.words import Wanted, locate
from app.answers.sources.documents import document_summaries
from graph.store import Store

AROUND = 80  # code points before and after the words that match


@dataclass(frozen=True, slots=True)
class Hit:
    """A directive, document or provision that was found, and what ranks it."""

    kind: HitKind
    key: str
    match: Match
    date: str | None
    document: str | None


@dataclass(frozen=True, slots=True)
class _Quote:
    document: str
    start: int
    end: int
    quote: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class _Read:
    """What the hits of a page are shown with."""

    heads: Mapping[str, DirectiveHead]
    summaries: Mapping[str, DocumentSummary]
    headers: Mapping[str, Mapping[str, Mapping[str, object]]]
    provisions: Mapping[str, Row]
    citations: Mapping[str, Row]


def shown(store: Store, hits: Sequence[Hit], wanted: Wanted) -> list[SearchHit]:
    """Hits with their words, in their order."""
    read = _read(store, hits)
    return [_shown(hit, read, wanted) for hit in hits]


def _read(store: Store, hits: Sequence[Hit]) -> _Read:
    acts = [hit.key for hit in hits if hit.kind == "directive"]
    heads = directive_heads(store, acts)
    held = [document for head in heads.values() for document in head.documents]
    unheld = [key for key, head in heads.items() if not head.documents]
    citations = store.read(queries()["first_citations"], keys=unheld)
    ids = {
        *held,
        *(hit.document for hit in hits if hit.document),
        *(str(row["document"]) for row in citations),
    }
    headed = sorted({*held, *(hit.key for hit in hits if hit.kind == "document")})
    keys = [hit.key for hit in hits if hit.kind == "provision"]
    return _Read(
        heads,
        {summary.id: summary for summary in document_summaries(store, sorted(ids))},
        {
            str(row["id"]): json.loads(str(row["header"]))
            for row in store.read(queries()["headers_of_documents"], ids=headed)
        },
        {str(row["key"]): row for row in store.read(queries()["provision_texts"], keys=keys)},
        {str(row["target"]): row for row in citations},
    )


def _shown(hit: Hit, read: _Read, wanted: Wanted) -> SearchHit:
    quote = _quote(hit, read, wanted)
    summary = read.summaries.get(hit.document or (quote.document if quote else ""))
    head = read.heads.get(hit.key) if hit.kind == "directive" else None
    provision = read.provisions.get(hit.key, {}) if hit.kind == "provision" else {}
    own = summary if head is None else None
    return SearchHit(
        kind=hit.kind,
        key=hit.key,
        match=hit.match,
        directive=head,
        document=quote.document if quote else hit.document,
        act=own.act if own else None,
        number=own.number if own else head.number if head else None,
        date=own.date if own else head.date if head else None,
        province=own.province if own else None,
        synthetic=bool(summary and summary.synthetic),
        provision_kind=text(provision.get("kind")),
        provision_label=text(provision.get("label")),
        quote=quote.quote if quote else None,
        start=quote.start if quote else None,
        end=quote.end if quote else None,
        before=quote.before if quote else "",
        after=quote.after if quote else "",
        source=summary.source if summary else None,
        basis="stated" if quote else "catalogue",
    )


def _quote(hit: Hit, read: _Read, wanted: Wanted) -> _Quote | None:
    if hit.kind == "provision":
        row = read.provisions.get(hit.key)
        return _in_text(hit, str(row["text"]), number(row["start"]), wanted) if row and hit.document else None
    if hit.kind == "document":
        return _in_header(hit.key, read, hit.match, wanted)
    head = read.heads[hit.key]
    for document in head.documents:
        if (found := _in_header(document, read, hit.match, wanted)) is not None:
            return found
    cited = read.citations.get(hit.key)
    return _cited(cited) if cited else None


def _in_text(hit: Hit, words: str, offset: int, wanted: Wanted) -> _Quote | None:
    span = locate(words, wanted)
    if span is None or hit.document is None:
        return None
    start, end = span
    return _Quote(
        hit.document,
        offset + start,
        offset + end,
        words[start:end],
        words[max(0, start - AROUND) : start],
        words[end : end + AROUND],
    )


def _in_header(document: str, read: _Read, match: Match, wanted: Wanted) -> _Quote | None:
    """Of a number the number as printed, else the words of the subject; what is not printed is not quoted."""
    fields = read.headers.get(document, {})
    field = fields.get("number" if match == "number" else "subject") or fields.get("subject")
    if field is None:
        return None
    words, offset = str(field["quote"]), number(field["start"])
    start, end = (match != "number" and locate(words, wanted)) or (0, len(words))
    return _Quote(document, offset + start, offset + end, words[start:end], words[:start], words[end:])


def _cited(row: Row) -> _Quote:
    return _Quote(str(row["document"]), number(row["start"]), number(row["end"]), str(row["quote"]))
