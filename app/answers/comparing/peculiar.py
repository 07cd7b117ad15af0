"""What is peculiar to a province: the measures that it ordered and no other province of its region did."""

from __future__ import annotations

from pydantic import Field

from app.answers.asking.reading import vocabulary
from app.answers.asking.wording import peculiar_words
from app.answers.comparing.comparison import compare
from app.answers.models.comparison import Cell, MatrixRow, Measure, ProvinceColumn
from app.answers.models.shapes import Answer, Model, ProvinceRef
from graph.store import Store


class PeculiarMeasure(Model):
    """A measure, how the province orders it, and which others speak of it without ordering it."""

    measure: Measure
    cell: Cell
    spoken_of_by: list[ProvinceRef] = Field(
        description="Others of the region whose documents avoid, lift or mention it."
    )


class PeculiarDenominator(Model):
    """Out of how many: what nobody else did says little where of nobody else a document is held."""

    others: int = Field(description="Other provinces of the region.")
    others_with_documents: int
    documents: int = Field(description="Documents of the province.")
    ordered: int = Field(description="Measures that the province ordered.")
    peculiar: int


class Peculiar(Answer):
    """What one province ordered and none of its region beside it."""

    province: ProvinceRef
    region: str
    others: list[ProvinceColumn] = Field(description="The others, and how many documents of each are held.")
    measures: list[PeculiarMeasure]
    denominator: PeculiarDenominator
    words: str
    since: str | None
    until: str | None


def peculiar(
    store: Store,
    code: str,
    *,
    since: str | None = None,
    until: str | None = None,
    evidence_limit: int | None = 3,
) -> Peculiar:
    """The measures ordered in a province (code of 2020) and nowhere else in its region, within dates.

    Raises ProvinceUnknown, FilterInvalid.
    """
    region = vocabulary().provinces[code].region
    beside = sorted(p.code for p in vocabulary().provinces.values() if p.region == region and p.code != code)
    found = compare(store, [code, *beside], None, since, until, evidence_limit)
    own, *others = found.provinces
    ordered = [row for row in found.rows if _ordered(row.cells[0])]
    alone = [row for row in ordered if not any(map(_ordered, row.cells[1:]))]
    denominator = PeculiarDenominator(
        others=len(others),
        others_with_documents=sum(1 for other in others if other.documents),
        documents=own.documents,
        ordered=len(ordered),
        peculiar=len(alone),
    )
    return Peculiar(
        dataset_version=found.dataset_version,
        synthetic=found.synthetic,
        province=ProvinceRef(code=own.code, name=own.name),
        region=region,
        others=others,
        measures=[_measure(row, others) for row in alone],
        denominator=denominator,
        words=peculiar_words(
            own.name, len(alone), len(ordered), denominator.others_with_documents, denominator.others
        ),
        since=since,
        until=until,
    )


def _measure(row: MatrixRow, others: list[ProvinceColumn]) -> PeculiarMeasure:
    speaking = [other for other, cell in zip(others, row.cells[1:], strict=True) if cell.states]
    return PeculiarMeasure(
        measure=row.measure,
        cell=row.cells[0],
        spoken_of_by=[ProvinceRef(code=other.code, name=other.name) for other in speaking],
    )


def _ordered(cell: Cell) -> bool:
    return any(state.state == "ordered" for state in cell.states)
