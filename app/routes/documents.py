"""Documents held."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response

from app.answers import documents as answers
from app.answers.held import DocumentDetail, DocumentSummary
from app.answers.provinces import find_province
from app.answers.shapes import Page
from app.deps import StoreGiven
from app.formats import listing_documented
from app.problems import documented
from app.routes.params import Listing, Since, Until, iso

router = APIRouter(prefix="/documents", tags=["documents"])
NOT_PLACED = "?"


@dataclass(frozen=True, slots=True)
class Filters:
    """Which documents to list."""

    province: Annotated[
        str | None, Query(description="Name or code of 2020; `?` for those that name none", max_length=100)
    ] = None
    doc_type: Annotated[str | None, Query(description="Kind of act, `Công văn`")] = None
    level: Annotated[str | None, Query(description="central, province, department, district, …")] = None
    since: Since = None
    until: Until = None


@router.get(
    "", name="list", response_model=Page[DocumentSummary], responses=listing_documented() | documented(404)
)
def list_(
    store: StoreGiven, listing: Listing, given: Annotated[Filters, Depends()]
) -> Page[DocumentSummary] | Response:
    """Documents held, by id, with where each came from."""
    named = given.province not in (None, NOT_PLACED)
    rows = answers.list_documents(
        store,
        province=find_province(given.province).code if given.province and named else given.province,
        doc_type=given.doc_type,
        level=given.level,
        since=iso(given.since),
        until=iso(given.until),
        cursor=listing.cursor,
        limit=listing.limit,
    )
    return listing.of(rows)


@router.get("/{id}", name="get", responses=documented(404))
def get(
    store: StoreGiven,
    id: Annotated[
        str, Path(description="Its id, or the first 8 or more characters of it", examples=["0a1b2c3d"])
    ],
) -> DocumentDetail:
    """A document whole, by id or the first 8 or more characters of it: text, header, tree, statements."""
    return answers.document(store, id)
