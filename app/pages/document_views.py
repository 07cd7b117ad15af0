"""Pages of documents: the list, the reader, the evidence of a statement."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app import urls
from app.answers import documents, provinces
from app.answers.held import DocumentSummary
from app.answers.provenance import provenance
from app.deps import SettingsGiven, StoreGiven
from app.pages import reader
from app.pages.as_data import Rows, shown
from app.pages.render import page

router = APIRouter(include_in_schema=False)


@router.get("/documents")
def held(
    request: Request,
    store: StoreGiven,
    settings: SettingsGiven,
    cursor: str | None = None,
    province: str | None = None,
) -> Response:
    """The documents held, all or those of a province."""
    place = provinces.find_province(province) if province else None
    code = place.code if place else None
    answer = documents.list_documents(store, province=code, cursor=cursor, limit=settings.page_limit)
    rows = Rows(DocumentSummary, answer.items)
    return shown(request, "documents.html", answer, rows, alternate=urls.documents(code), place=place)


@router.get("/documents/{id}")
def document(
    request: Request,
    store: StoreGiven,
    id: str,
    start: Annotated[int | None, Query(ge=0)] = None,
    end: Annotated[int | None, Query(ge=0)] = None,
) -> Response:
    """The reader: the text whole, with what it states marked; opens at a span."""
    answer = documents.document(store, id)
    shown_part = reader.window_at(len(answer.text), start or 0)
    span = (start, end) if start is not None and end is not None and start < end <= len(answer.text) else None
    return page(
        request,
        "document.html",
        alternate=urls.document(answer.document.id),
        answer=answer,
        window=shown_part,
        pieces=reader.pieces(answer.text, answer.statements, shown_part, span),
        kind_of=reader.kind_of,
        target=span,
    )


@router.get("/provenance/{key}")
def evidence(request: Request, store: StoreGiven, settings: SettingsGiven, key: str) -> Response:
    """The evidence of one statement."""
    answer = provenance(store, key, settings.context_chars)
    return page(request, "provenance.html", alternate=urls.provenance(key), answer=answer)
