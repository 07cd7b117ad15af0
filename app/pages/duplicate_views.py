"""The page of documents that are one act twice, or may be."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.answers.models.duplicates import DuplicatePair
from app.answers.sources.documents import find_document
from app.answers.sources.duplicates import list_duplicates
from app.deps import SettingsGiven, StoreGiven
from app.pages.as_data import Rows, shown

router = APIRouter(include_in_schema=False)


@router.get("/duplicates")
def duplicates(
    request: Request,
    store: StoreGiven,
    settings: SettingsGiven,
    document: Annotated[str, Query(max_length=64)] = "",
    cursor: str | None = None,
) -> Response:
    """Pairs of documents, those that one document is part of where it is named."""
    id = find_document(store, document) if document else None
    answer = list_duplicates(store, document=id, cursor=cursor, limit=settings.page_limit)
    rows = Rows(DuplicatePair, answer.items)
    return shown(request, "duplicates.html", answer, rows, document=document)
