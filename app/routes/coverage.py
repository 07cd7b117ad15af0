"""What the corpus holds, and what it lacks."""

from __future__ import annotations

from fastapi import APIRouter

from app.answers.coverage import coverage
from app.answers.held import Coverage
from app.conditional import Conditional
from app.deps import StoreGiven
from app.problems import documented

router = APIRouter(prefix="/coverage", tags=["documents"], route_class=Conditional)


@router.get("", name="coverage", responses=documented())
def get(store: StoreGiven) -> Coverage:
    """Documents by province and month, and the directives that are cited and not held."""
    return coverage(store)
