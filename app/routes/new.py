"""What is new."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response

from app.answers.models.found import NewItem, NewPage
from app.answers.models.shapes import Page
from app.answers.surveying.news import what_is_new
from app.conditional import Conditional
from app.deps import StoreGiven
from app.formats import listing_documented
from app.problems import documented
from app.routes.params import Listing

router = APIRouter(prefix="/new", tags=["documents"], route_class=Conditional)


@router.get("", name="new", response_model=NewPage, responses=listing_documented() | documented())
def get(
    store: StoreGiven,
    listing: Listing,
    since: Annotated[
        dt.date, Query(description="The first day that counts, in UTC", examples=["2026-11-24"])
    ],
    kind: Annotated[
        Literal["document", "directive"] | None,
        Query(description="Only documents, or only acts first cited; both unless given"),
    ] = None,
) -> Page[NewItem] | Response:
    """Documents that came here since a day, and acts that no document here cited before."""
    return listing.of(what_is_new(store, since, kind=kind, cursor=listing.cursor, limit=listing.limit))
