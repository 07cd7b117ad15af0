"""Provinces and what is held of them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from app.answers.comparing.peculiar import Peculiar
from app.answers.comparing.peculiar import peculiar as what_is_peculiar
from app.answers.echoing.rows import TakenUpRow, taken_up_rows
from app.answers.echoing.taken_up import TakenUpAnswer, taken_up
from app.answers.models.held import ProvinceDetail, ProvinceSummary
from app.answers.models.shapes import Page
from app.answers.places import provinces as answers
from app.answers.places.additions import Additions, additions
from app.conditional import Conditional
from app.deps import StoreGiven
from app.formats import FormatChosen, listing_documented, table_documented, tabled
from app.problems import documented
from app.routes.directives import Level
from app.routes.params import EvidenceLimit, Listing, Since, Until, iso

router = APIRouter(prefix="/provinces", tags=["provinces"], route_class=Conditional)


@router.get(
    "", name="list", response_model=Page[ProvinceSummary], responses=listing_documented() | documented()
)
def list_(
    store: StoreGiven,
    listing: Listing,
) -> Page[ProvinceSummary] | Response:
    """All 63 provinces of 2020 in code order, with how many documents of each are held."""
    return listing.of(answers.list_provinces(store, cursor=listing.cursor, limit=listing.limit))


@router.get("/{code}", name="get", responses=documented(404))
def get(
    store: StoreGiven,
    code: Annotated[str, Path(description="Code of 2020, or a name with or without marks", examples=["72"])],
) -> ProvinceDetail:
    """One province, by code or name: its documents, the measures stated there, the directives cited."""
    return answers.province(store, answers.find_province(code).code)


@router.get("/{code}/peculiar", name="peculiar", responses=documented(404))
def peculiar(
    store: StoreGiven,
    code: Annotated[str, Path(description="Code of 2020, or a name with or without marks", examples=["72"])],
    evidence_limit: EvidenceLimit,
    since: Since = None,
    until: Until = None,
) -> Peculiar:
    """What the province ordered and no other province of its region did, out of how many that are held."""
    found = answers.find_province(code).code
    return what_is_peculiar(store, found, since=iso(since), until=iso(until), evidence_limit=evidence_limit)


@router.get(
    "/{code}/echoed",
    name="echoed",
    response_model=TakenUpAnswer,
    responses=table_documented() | documented(404),
)
def echoed(
    request: Request,
    store: StoreGiven,
    form: FormatChosen,
    code: Annotated[str, Path(description="Code of 2020, or a name with or without marks", examples=["72"])],
    evidence_limit: EvidenceLimit,
    level: Annotated[
        list[Level] | None, Query(description="Levels that count; province unless asked")
    ] = None,
) -> TakenUpAnswer | Response:
    """The central acts that the province echoed, the earliest echo first: how, since when, in which words."""
    found = answers.find_province(code).code
    answer = taken_up(store, [found], levels=level or ["province"], evidence_limit=evidence_limit)
    return tabled(request, answer, TakenUpRow, taken_up_rows(answer), form)


@router.get("/{code}/added", name="added", responses=documented(404))
def added(
    store: StoreGiven,
    code: Annotated[str, Path(description="Code of 2020, or a name with or without marks", examples=["72"])],
    evidence_limit: EvidenceLimit,
    since: Since = None,
    until: Until = None,
) -> Additions:
    """What the province ordered that no held directive which it cites had ordered by then; out of how many.

    What a directive orders whose text is not held is not known here: `denominator` says how many are held.
    """
    found = answers.find_province(code).code
    return additions(store, [found], since=iso(since), until=iso(until), evidence_limit=evidence_limit)
