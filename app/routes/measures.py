"""Measures (biện pháp) over all provinces."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from app.answers.models.held import MeasureDetail, MeasureSummary
from app.answers.models.shapes import Page
from app.answers.subjects import measures as answers
from app.answers.subjects.adoption import Adopter, AdoptionOrder, adopters_of, adoption_order
from app.answers.subjects.ordering import Ordering, OrderingRow, ordering_rows
from app.answers.subjects.ordering import ordering as who_is_charged
from app.conditional import Conditional
from app.deps import StoreGiven
from app.formats import FormatChosen, listing_documented, table_documented, tabled
from app.problems import documented
from app.routes.params import EvidenceLimit, Listing, Since, Until, iso

router = APIRouter(prefix="/measures", tags=["measures"], route_class=Conditional)


@router.get(
    "", name="list", response_model=Page[MeasureSummary], responses=listing_documented() | documented()
)
def list_(
    store: StoreGiven,
    listing: Listing,
) -> Page[MeasureSummary] | Response:
    """All measures of the vocabulary by id, with how many provinces and documents state each."""
    return listing.of(answers.list_measures(store, cursor=listing.cursor, limit=listing.limit))


@router.get("/{id}", name="get", responses=documented(404))
def get(
    store: StoreGiven,
    id: Annotated[str, Path(description="Id of the measure", examples=["5k"])],
    evidence_limit: EvidenceLimit,
) -> MeasureDetail:
    """One measure in every province, and in which order the provinces first ordered it."""
    return answers.measure(store, id, evidence_limit)


@router.get(
    "/{id}/adoption",
    name="adoption",
    response_model=AdoptionOrder,
    responses=table_documented() | documented(404),
)
def adoption(
    request: Request,
    store: StoreGiven,
    form: FormatChosen,
    id: Annotated[str, Path(description="Id of the measure", examples=["5k"])],
    since: Since = None,
    until: Until = None,
) -> AdoptionOrder | Response:
    """Who ordered a measure first, and who followed when, each in its own words; and who did not."""
    answer = adoption_order(store, id, since=iso(since), until=iso(until))
    return tabled(request, answer, Adopter, adopters_of(answer), form)


@router.get(
    "/{id}/ordering",
    name="ordering",
    response_model=Ordering,
    responses=table_documented() | documented(404),
)
def ordering(
    request: Request,
    store: StoreGiven,
    form: FormatChosen,
    id: Annotated[str, Path(description="Id of the measure", examples=["5k"])],
) -> Ordering | Response:
    """Which central acts order a measure, and whom documents charge with it, each in its first words."""
    answer = who_is_charged(store, id)
    return tabled(request, answer, OrderingRow, ordering_rows(answer), form)
