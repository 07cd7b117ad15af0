"""Documents that are one act twice, or may be."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from app.answers.models.duplicates import DuplicatePair
from app.answers.models.shapes import Page
from app.answers.sources.documents import find_document
from app.answers.sources.duplicates import list_duplicates
from app.conditional import Conditional
from app.deps import StoreGiven
from app.formats import listing_documented
from app.problems import documented
from app.routes.params import Listing

router = APIRouter(prefix="/duplicates", tags=["documents"], route_class=Conditional)


@router.get(
    "",
    name="duplicates",
    response_model=Page[DuplicatePair],
    responses=listing_documented() | documented(404),
)
def get(
    store: StoreGiven,
    listing: Listing,
    document: Annotated[
        str | None, Query(description="Only pairs that this document is one of (its id, or its beginning)")
    ] = None,
) -> Page[DuplicatePair] | Response:
    """Pairs of documents of one act, and of two acts that may be one: how alike, and why they are listed.

    Nothing is merged by itself: a person says that they are one by number, date and province.
    """
    id = find_document(store, document) if document else None
    return listing.of(list_duplicates(store, document=id, cursor=listing.cursor, limit=listing.limit))
