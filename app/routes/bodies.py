"""Bodies: who issues, who is named, who is charged with tasks."""

from __future__ import annotations

from fastapi import APIRouter, Response

from app.answers.models.held import BodySummary
from app.answers.models.shapes import Page
from app.answers.places.provinces import find_province
from app.answers.subjects import bodies as answers
from app.conditional import Conditional
from app.deps import StoreGiven
from app.formats import listing_documented
from app.problems import documented
from app.routes.params import Listing, ProvinceFilter

router = APIRouter(prefix="/bodies", tags=["bodies"], route_class=Conditional)


@router.get(
    "", name="list", response_model=Page[BodySummary], responses=listing_documented() | documented(404)
)
def list_(
    store: StoreGiven,
    listing: Listing,
    province: ProvinceFilter = None,
) -> Page[BodySummary] | Response:
    """Bodies that a document names, by id, with how many tasks each is given."""
    code = find_province(province).code if province else None
    rows = answers.list_bodies(store, province=code, cursor=listing.cursor, limit=listing.limit)
    return listing.of(rows)
