"""Provinces beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from app.answers.comparing.cell_rows import body_rows, measure_rows
from app.answers.comparing.charging import compare_bodies
from app.answers.comparing.comparison import compare as side_by_side
from app.answers.comparing.divisions import chosen
from app.answers.models.comparison import BodyCellRow, BodyComparison, Comparison, MeasureCellRow, Units
from app.conditional import Conditional
from app.deps import SettingsGiven, StoreGiven
from app.formats import FormatChosen, table_documented, tabled
from app.problems import documented
from app.routes.params import Since, Until, iso

router = APIRouter(prefix="/compare", tags=["compare"], route_class=Conditional)
WIDE = 10  # provinces; the matrix of more counts, and quotes where it is asked to

Measures = Annotated[list[str] | None, Query(description="Ids; every measure found unless given")]
Bodies = Annotated[
    list[str] | None,
    Query(description="Ids; every body of the vocabulary charged unless given"),
]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which columns a comparison has, over which dates, with how many quotes, as what."""

    request: Request
    form: FormatChosen
    province: Annotated[
        list[str] | None,
        Query(
            description="Names or codes, two or more different ones; all unless given",
            examples=[["72", "91"]],
        ),
    ] = None
    units: Annotated[
        Units,
        Query(description="The 63 provinces of 2020, or the 34 units since 1 July 2025 (and their codes)"),
    ] = "2020"
    since: Since = None
    until: Until = None
    evidence_limit: Annotated[
        int | None,
        Query(
            ge=0,
            le=10_000,
            description="Pieces of evidence a cell; the totals stand beside them. Unless given, a few for up "
            f"to {WIDE} provinces and where measures or bodies are named, and none for a wider matrix: name "
            "the measure or body there to get a cell's quotes",
        ),
    ] = None

    @property
    def codes(self) -> list[str]:
        """The codes of the columns, none where all are asked for. Raises ProvinceUnknown, FilterInvalid."""
        return chosen(self.province or [], self.units)

    def limit(self, usual: int, named: list[str] | None) -> int:
        """Pieces a cell: those asked for, else a few, and none in a wide matrix that names no rows."""
        wide = (not self.province or len(self.province) > WIDE) and not named
        return self.evidence_limit if self.evidence_limit is not None else 0 if wide else usual


AskedFor = Annotated[Asked, Depends()]


@router.get("", name="get", response_model=Comparison, responses=table_documented() | documented(404))
def get(
    store: StoreGiven, settings: SettingsGiven, asked: AskedFor, measure: Measures = None
) -> Comparison | Response:
    """Provinces and measures: every state with its dates, or which absence it is; two also side by side."""
    limit = asked.limit(settings.evidence_limit, measure)
    dates = iso(asked.since), iso(asked.until)
    answer = side_by_side(store, asked.codes, measure or None, *dates, limit, units=asked.units)
    rows = [] if asked.form == "json" else measure_rows(answer)
    return tabled(asked.request, answer, MeasureCellRow, rows, asked.form)


@router.get(
    "/bodies", name="bodies", response_model=BodyComparison, responses=table_documented() | documented(404)
)
def bodies(
    store: StoreGiven, settings: SettingsGiven, asked: AskedFor, body: Bodies = None
) -> BodyComparison | Response:
    """Provinces and bodies: who was told to do it, on which days, or which absence; two also side by side."""
    limit = asked.limit(settings.evidence_limit, body)
    dates = iso(asked.since), iso(asked.until)
    answer = compare_bodies(store, asked.codes, body or None, *dates, limit, units=asked.units)
    rows = [] if asked.form == "json" else body_rows(answer)
    return tabled(asked.request, answer, BodyCellRow, rows, asked.form)
