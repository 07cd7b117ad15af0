"""What the corpus holds, and what it lacks."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.answers.models.held import Coverage
from app.answers.surveying.coverage import WANTED, CoverageRow, coverage, coverage_rows
from app.conditional import Conditional
from app.deps import StoreGiven
from app.formats import FormatChosen, table_documented, tabled
from app.problems import documented

router = APIRouter(prefix="/coverage", tags=["documents"], route_class=Conditional)


@router.get("", name="coverage", response_model=Coverage, responses=table_documented() | documented())
def get(
    request: Request,
    store: StoreGiven,
    form: FormatChosen,
    wanted: Annotated[
        int, Query(ge=0, le=1000, description="Rows of the fetch list; `wanted_total` stands beside them")
    ] = WANTED,
) -> Coverage | Response:
    """Documents by province and month, and the directives cited and not held, by how many provinces.

    A sheet has the documents: a row for a province and month. What is to be fetched is a list: `/v1/wanted`.
    """
    answer = coverage(store, wanted)
    return tabled(request, answer, CoverageRow, coverage_rows(answer), form)
