"""The cells of a comparison as rows of a sheet, row by row of the matrix."""

from __future__ import annotations

from app.answers.models.comparison import (
    BodyCellRow,
    BodyComparison,
    Cell,
    Comparison,
    Measure,
    MeasureCellRow,
)
from app.answers.models.shapes import ProvinceRef


def measure_rows(answer: Comparison) -> list[MeasureCellRow]:
    """Every cell of provinces and measures, absences among them."""
    columns = {c.code: ProvinceRef(code=c.code, name=c.name) for c in answer.provinces}
    return [_measure(columns[cell.province], row.measure, cell) for row in answer.rows for cell in row.cells]


def _measure(province: ProvinceRef, measure: Measure, cell: Cell) -> MeasureCellRow:
    days = {state.state: state.dates for state in cell.states}
    first = cell.evidence[0] if cell.evidence else None
    return MeasureCellRow(
        province=province,
        measure=measure,
        headline=cell.headline,
        first_on=cell.first_on,
        ordered=days.get("ordered", []),
        lifted=days.get("lifted", []),
        avoided=days.get("avoided", []),
        mentioned=days.get("mentioned", []),
        undated=sum(state.undated for state in cell.states),
        provisions=cell.provisions,
        evidence_total=cell.evidence_total,
        document=first.document if first else None,
        number=first.number if first else None,
        date=first.date if first else None,
        quote=first.quote if first else None,
        start=first.start if first else None,
        end=first.end if first else None,
    )


def body_rows(answer: BodyComparison) -> list[BodyCellRow]:
    """Every cell of provinces and bodies, absences among them."""
    columns = {c.code: ProvinceRef(code=c.code, name=c.name) for c in answer.provinces}
    found = []
    for row in answer.rows:
        for cell in row.cells:
            first = cell.evidence[0] if cell.evidence else None
            found.append(
                BodyCellRow(
                    province=columns[cell.province],
                    body=row.body,
                    headline=cell.headline,
                    first_on=cell.first_on,
                    dates=cell.dates,
                    undated=cell.undated,
                    provisions=cell.provisions,
                    evidence_total=cell.evidence_total,
                    document=first.document if first else None,
                    number=first.number if first else None,
                    date=first.date if first else None,
                    beginning=first.beginning if first else None,
                    start=first.start if first else None,
                    end=first.end if first else None,
                )
            )
    return found
