"""Pages of provinces and units: the list, and one with its documents, its echoes and what it added."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from app.answers.echoing.taken_up import TakenUp
from app.answers.models.held import DocumentSummary
from app.answers.places.additions import Addition
from app.answers.places.place import Place, PlaceRow, place, places
from app.answers.quoting.in_context import in_sentences
from app.deps import StoreGiven
from app.pages.as_data import Rows, shown
from app.pages.names import measure_name

router = APIRouter(include_in_schema=False)
SHOWN = 15  # documents on a province's page; the list has all
Units = Annotated[Literal["2020", "2025"], Query()]
Table = Literal["documents", "echoed", "added"]


@router.get("/provinces")
def provinces(request: Request, store: StoreGiven, units: Units = "2020") -> Response:
    """The 63 provinces of 2020, or the 34 units of 2025, with how much is held of each."""
    answer = places(store, units)
    return shown(request, "provinces.html", answer, Rows(PlaceRow, answer.items), units=units)


@router.get("/provinces/{code}")
def province(
    request: Request, store: StoreGiven, code: str, units: Units = "2020", table: Table = "documents"
) -> Response:
    """One province or unit. `table` picks the rows of its CSV."""
    answer = place(store, code, units)
    return shown(
        request,
        "province.html",
        answer,
        _rows(answer, table),
        units=units,
        most=SHOWN,
        measure_name=measure_name,
        sentences=in_sentences(store, [e for item in answer.additions.items for e in item.evidence]),
    )


def _rows(answer: Place, table: Table) -> Rows:
    return {
        "documents": Rows(DocumentSummary, answer.documents),
        "echoed": Rows(TakenUp, answer.echoed),
        "added": Rows(Addition, answer.additions.items),
    }[table]
