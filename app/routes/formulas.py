"""Formulas: wording that many provinces share, and that alone makes no echo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response

from app.answers.acts.directives import find_directive
from app.answers.asking.province_names import find_province
from app.answers.models.acts import Several
from app.answers.models.formulas import FormulaPage, FormulaPlace, FormulaRow
from app.answers.models.shapes import Page
from app.answers.quoting import formulas as answers
from app.answers.sources.documents import find_document
from app.conditional import Conditional
from app.deps import StoreGiven
from app.formats import listing_documented
from app.problems import documented
from app.routes.directives import NUMBER, SEVERAL, several
from app.routes.params import EvidenceLimit, Listing, ProvinceFilter

router = APIRouter(prefix="/formulas", tags=["formulas"], route_class=Conditional)
FormulaId = Annotated[str, Path(description="Its `id` in the list", max_length=100)]


@dataclass(frozen=True, slots=True)
class Filters:
    """Which formulas to list."""

    province: ProvinceFilter = None
    document: Annotated[
        str | None, Query(description="Only those in this document (its id, or the beginning of it)")
    ] = None
    directive: Annotated[
        str | None, Query(description=f"Only those in the held texts of this act. {NUMBER}", max_length=200)
    ] = None
    least: Annotated[
        int | None, Query(ge=1, le=63, description="Only those that so many provinces share, or more")
    ] = None


@router.get(
    "",
    name="list",
    response_model=Page[FormulaRow],
    responses=listing_documented() | SEVERAL | documented(404),
)
def list_(
    store: StoreGiven, listing: Listing, given: Annotated[Filters, Depends()], members: EvidenceLimit
) -> Page[FormulaRow] | Response:
    """Wording that is common property, by id, each with its first places: quote, span, act, province."""
    documents = [find_document(store, given.document)] if given.document else None
    if given.directive is not None:
        found = find_directive(store, given.directive)
        if isinstance(found, Several):
            return several(found)
        held = found.directive.documents
        documents = held if documents is None else sorted({*documents} & {*held})
    page = answers.list_formulas(
        store,
        province=find_province(given.province).code if given.province else None,
        documents=documents,
        least=given.least,
        members=members,
        cursor=listing.cursor,
        limit=listing.limit,
    )
    return listing.of(page)


@router.get("/{id}", name="get", response_model=FormulaPage, responses=listing_documented() | documented(404))
def get(store: StoreGiven, id: FormulaId, listing: Listing) -> Page[FormulaPlace] | Response:
    """One formula with every place where it stands, by date."""
    return listing.of(answers.formula(store, id, cursor=listing.cursor, limit=listing.limit))
