"""Provinces beside each other."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from app.answers.comparison import compare as side_by_side
from app.answers.comparison_models import Comparison
from app.answers.provinces import find_province
from app.conditional import Conditional
from app.deps import StoreGiven
from app.problems import documented
from app.routes.params import EvidenceLimit, Since, Until, iso

router = APIRouter(prefix="/compare", tags=["compare"], route_class=Conditional)


@router.get("", name="get", responses=documented(404))
def get(
    store: StoreGiven,
    evidence_limit: EvidenceLimit,
    province: Annotated[
        list[str] | None,
        Query(description="Names or codes of 2020; all provinces unless given", examples=[["72", "91"]]),
    ] = None,
    measure: Annotated[list[str] | None, Query(description="Ids; every measure found unless given")] = None,
    since: Since = None,
    until: Until = None,
) -> Comparison:
    """Provinces and measures: every state with its dates, or which absence it is; two also side by side."""
    codes = [find_province(each).code for each in province or []]
    return side_by_side(
        store, list(dict.fromkeys(codes)), measure or None, iso(since), iso(until), evidence_limit
    )
