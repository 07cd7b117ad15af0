"""What is to be fetched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from app.answers.acts.wanted import list_wanted
from app.answers.asking.province_names import find_province
from app.answers.models.held import Wanted, WantedPage
from app.answers.models.shapes import Page
from app.conditional import Conditional
from app.deps import StoreGiven
from app.formats import listing_documented
from app.problems import documented
from app.routes.params import Listing, ProvinceFilter, Since, Until, iso

router = APIRouter(prefix="/wanted", tags=["documents"], route_class=Conditional)


@dataclass(frozen=True, slots=True)
class Filters:
    """Which acts to list."""

    province: ProvinceFilter = None
    issuer: Annotated[str | None, Query(description="Id of the issuing body")] = None
    doc_type: Annotated[str | None, Query(description="Kind of act, `Chỉ thị`")] = None
    central: Annotated[bool | None, Query(description="Whether a central body issued it")] = None
    since: Since = None
    until: Until = None


@router.get("", name="wanted", response_model=WantedPage, responses=listing_documented() | documented(404))
def get(store: StoreGiven, listing: Listing, given: Annotated[Filters, Depends()]) -> Page[Wanted] | Response:
    """The fetch list: acts cited whose text is not held, those first that most provinces cite.

    With a province, only what its documents cite, and the counts are theirs.
    """
    page = list_wanted(
        store,
        province=find_province(given.province).code if given.province else None,
        issuer=given.issuer,
        doc_type=given.doc_type,
        central=given.central,
        since=iso(given.since),
        until=iso(given.until),
        cursor=listing.cursor,
        limit=listing.limit,
    )
    return listing.of(page)
