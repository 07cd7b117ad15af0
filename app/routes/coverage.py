"""What the corpus holds, and what it lacks."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from app.answers.models.held import Coverage
from app.answers.surveying.coverage import WANTED, coverage
from app.conditional import Conditional
from app.deps import StoreGiven
from app.problems import documented

router = APIRouter(prefix="/coverage", tags=["documents"], route_class=Conditional)


@router.get("", name="coverage", responses=documented())
def get(
    store: StoreGiven,
    wanted: Annotated[
        int, Query(ge=0, le=1000, description="Rows of the fetch list; `wanted_total` stands beside them")
    ] = WANTED,
) -> Coverage:
    """Documents by province and month, and the directives cited and not held, by how many provinces."""
    return coverage(store, wanted)
