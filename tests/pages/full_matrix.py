"""The widest matrix that there is: every province, every measure of the vocabulary."""

from __future__ import annotations

from collections.abc import Sequence

from app.answers.asking.reading import vocabulary
from app.answers.comparing.comparison import measure_of
from app.answers.models.comparison import (
    Cell,
    CompareDenominator,
    Comparison,
    MatrixRow,
    ProvinceColumn,
)

STATES = ("ordered", "mentioned", "not_mentioned", "lifted", "avoided", "no_documents")


def full_matrix(states: Sequence[str] = ("ordered",)) -> Comparison:
    """A comparison whose cells have these states by turns; those that are no absence were seen on one day."""
    places, measures = vocabulary().provinces.values(), vocabulary().measures
    return Comparison(
        dataset_version="full",
        provinces=[ProvinceColumn(code=p.code, name=p.name, documents=9) for p in places],
        rows=[
            MatrixRow(
                measure=measure_of(id),
                cells=[_cell(p.code, states[(x + y) % len(states)]) for x, p in enumerate(places)],
            )
            for y, id in enumerate(measures)
        ],
        denominator=CompareDenominator(
            provinces=63,
            with_documents=63,
            documents=567,
            measures=len(measures),
            measures_found=len(measures),
        ),
        words="",
    )


def _cell(province: str, state: str) -> Cell:
    absent = state in ("not_mentioned", "no_documents")
    seen = [] if absent else [{"state": state, "dates": ["2020-04-01"], "provisions": 3}]
    values = {"province": province, "headline": state, "states": seen}
    return Cell.model_validate(values | ({} if absent else {"first_on": "2020-04-01"}))
