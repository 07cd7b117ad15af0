"""Provinces beside each other."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query

from app.answers.charging import compare_bodies
from app.answers.comparison import compare as side_by_side
from app.answers.comparison_models import BodyComparison, Comparison
from app.answers.provinces import find_province
from app.answers.units import compare_units, find_unit
from app.conditional import Conditional
from app.deps import SettingsGiven, StoreGiven
from app.problems import documented
from app.routes.params import Since, Until, iso

router = APIRouter(prefix="/compare", tags=["compare"], route_class=Conditional)
WIDE = 10  # provinces; the matrix of more counts, and quotes where it is asked to

Measures = Annotated[list[str] | None, Query(description="Ids; every measure found unless given")]
Bodies = Annotated[
    list[str] | None,
    Query(description="Ids; every body of the vocabulary charged unless given"),
]
EvidenceAsked = Annotated[
    int | None,
    Query(
        ge=0,
        le=10_000,
        description="Pieces of evidence a cell; the totals stand beside them. Unless given, a few for up to "
        f"{WIDE} provinces and where measures or bodies are named, and none for a wider matrix: there, ask "
        "for one province and measure to get a cell's quotes",
    ),
]


Provinces = Annotated[
    list[str] | None,
    Query(description="Names or codes; all provinces unless given", examples=[["72", "91"]]),
]


def _codes(province: Provinces = None) -> list[str]:
    return list(dict.fromkeys(find_province(each).code for each in province or []))


Codes = Annotated[list[str], Depends(_codes)]


@router.get("", name="get", responses=documented(404))
def get(
    store: StoreGiven,
    settings: SettingsGiven,
    province: Provinces = None,
    units: Annotated[
        Literal["2020", "2025"],
        Query(description="The 63 provinces of 2020, or the 34 units since 1 July 2025 (and their codes)"),
    ] = "2020",
    measure: Measures = None,
    since: Since = None,
    until: Until = None,
    evidence_limit: EvidenceAsked = None,
) -> Comparison:
    """Provinces and measures: every state with its dates, or which absence it is; two also side by side."""
    find, ask = (find_unit, compare_units) if units == "2025" else (find_province, side_by_side)
    codes = list(dict.fromkeys(find(each).code for each in province or []))
    limit = _limit(evidence_limit, settings.evidence_limit, wide=_is_wide(codes) and not measure)
    return ask(store, codes, measure or None, iso(since), iso(until), limit)


@router.get("/bodies", name="bodies", responses=documented(404))
def bodies(
    store: StoreGiven,
    settings: SettingsGiven,
    codes: Codes,
    body: Bodies = None,
    since: Since = None,
    until: Until = None,
    evidence_limit: EvidenceAsked = None,
) -> BodyComparison:
    """Provinces and bodies: who was told to do it, on which days, or which absence it is."""
    limit = _limit(evidence_limit, settings.evidence_limit, wide=_is_wide(codes) and not body)
    return compare_bodies(store, codes, body or None, iso(since), iso(until), limit)


def _is_wide(codes: list[str]) -> bool:
    return not codes or len(codes) > WIDE


def _limit(asked: int | None, usual: int, *, wide: bool) -> int:
    return asked if asked is not None else 0 if wide else usual
