"""A measure whole: who ordered it and when, who was charged with it, who avoided or lifted it."""

from __future__ import annotations

from pydantic import Field

from app.answers.comparing.comparison import compare
from app.answers.models.comparison import Measure, MeasureEvidence
from app.answers.models.shapes import Answer, Model, ProvinceRef
from app.answers.subjects.adoption import AdoptionOrder, adoption_order
from app.answers.subjects.ordering import CentralOrder, ChargedWith, ordering
from graph.store import Store

OTHER = ("avoided", "lifted", "mentioned")


class OtherState(Model):
    """A province that avoids, lifts or mentions a measure, in its words."""

    province: ProvinceRef
    state: str
    evidence: MeasureEvidence


class MeasureWhole(Answer):
    """All that a page tells of a measure."""

    measure: Measure
    adoption: AdoptionOrder
    central: list[CentralOrder]
    charged: list[ChargedWith]
    others: list[OtherState] = Field(description="Avoided, lifted or mentioned; each province's first words.")


def measure_whole(
    store: Store, id: str, *, since: str | None = None, until: str | None = None
) -> MeasureWhole:
    """A measure by its id; the provinces' orders within dates. Raises MeasureUnknown, FilterInvalid."""
    adoption = adoption_order(store, id, since=since, until=until)
    beside = ordering(store, id)
    return MeasureWhole(
        dataset_version=adoption.dataset_version,
        synthetic=adoption.synthetic or beside.synthetic,
        measure=adoption.measure,
        adoption=adoption,
        central=beside.central,
        charged=beside.charged,
        others=_others(store, id, since, until),
    )


def _others(store: Store, id: str, since: str | None, until: str | None) -> list[OtherState]:
    found = compare(store, [], [id], since, until)
    names = {column.code: column.name for column in found.provinces}
    rows = []
    for cell in found.rows[0].cells:
        for state in OTHER:
            first = next((piece for piece in cell.evidence if piece.state == state), None)
            if first is not None:
                province = ProvinceRef(code=cell.province, name=names[cell.province])
                rows.append(OtherState(province=province, state=state, evidence=first))
    return sorted(
        rows, key=lambda row: (OTHER.index(row.state), row.evidence.date or "9999", row.province.code)
    )
