"""Citations that name an act and not which."""

from __future__ import annotations

from fastapi import APIRouter, Response

from app.answers.acts.unresolved_list import list_unresolved
from app.answers.models.acts import UnresolvedCitation
from app.answers.models.shapes import Page
from app.answers.places.provinces import find_province
from app.conditional import Conditional
from app.deps import StoreGiven
from app.formats import listing_documented
from app.problems import documented
from app.routes.params import Listing, ProvinceFilter

router = APIRouter(prefix="/unresolved", tags=["references"], route_class=Conditional)


@router.get(
    "",
    name="unresolved",
    response_model=Page[UnresolvedCitation],
    responses=listing_documented() | documented(404),
)
def get(
    store: StoreGiven, listing: Listing, province: ProvinceFilter = None
) -> Page[UnresolvedCitation] | Response:
    """Citations of no one act, by date of their document: the words, and the acts that they may mean.

    They count for no act until a person decides which one is meant.
    """
    code = find_province(province).code if province else None
    return listing.of(list_unresolved(store, province=code, cursor=listing.cursor, limit=listing.limit))
