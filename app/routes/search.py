"""Search over directives, documents and provisions."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from app.answers.models.found import HitKind, SearchHit, SearchPage
from app.answers.models.shapes import Page
from app.answers.places.provinces import find_province
from app.answers.searching.search import search as find
from app.conditional import Conditional
from app.deps import StoreGiven
from app.formats import listing_documented
from app.problems import documented
from app.routes.documents import NOT_PLACED
from app.routes.params import Listing, Since, Until, iso

router = APIRouter(prefix="/search", tags=["search"], route_class=Conditional)


@router.get("", name="find", response_model=SearchPage, responses=listing_documented() | documented(404))
def get(
    store: StoreGiven,
    listing: Listing,
    q: Annotated[
        str,
        Query(
            description="Words, with or without marks, or the number of an act, however typed",
            min_length=1,
            max_length=300,
            examples=["gian cach xa hoi"],
        ),
    ],
    kind: Annotated[list[HitKind] | None, Query(description="Only these kinds; all unless given")] = None,
    province: Annotated[
        str | None,
        Query(description="Name or code of 2020; `?` for documents that name none", max_length=100),
    ] = None,
    since: Since = None,
    until: Until = None,
) -> Page[SearchHit] | Response:
    """What holds the words: numbers first, then phrases, then words; each with its place in the document."""
    named = province not in (None, NOT_PLACED)
    page = find(
        store,
        q,
        kinds=kind or (),
        province=find_province(province).code if province and named else province,
        since=iso(since),
        until=iso(until),
        cursor=listing.cursor,
        limit=listing.limit,
    )
    return listing.of(page)
