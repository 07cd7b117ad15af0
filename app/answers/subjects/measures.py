"""Measures: the vocabulary's, with who states them."""

from __future__ import annotations

from app.answers.asking.cursors import key_of, split_page
from app.answers.asking.reading import dataset_version, number, queries, vocabulary
from app.answers.asking.wording import measure_words
from app.answers.comparing.comparison import compare, measure_of
from app.answers.models.comparison import Cell, Comparison
from app.answers.models.held import Adoption, MeasureDetail, MeasureSummary
from app.answers.models.shapes import Page, ProvinceRef
from graph.store import Store


def list_measures(store: Store, *, cursor: str | None = None, limit: int = 100) -> Page[MeasureSummary]:
    """All measures by id. Raises CursorInvalid."""
    after = key_of(cursor)
    ids, following = split_page(sorted(id for id in vocabulary().measures if id > after)[: limit + 1], limit)
    counts = {str(row["id"]): row for row in store.read(queries()["measure_counts"], measures=ids)}
    names = ("provinces", "documents", "provisions")
    return Page[MeasureSummary](
        dataset_version=dataset_version(store),
        synthetic=any(number(row["synthetic"]) for row in counts.values()),
        items=[
            MeasureSummary.model_validate(
                measure_of(id).model_dump() | {name: number(counts.get(id, {}).get(name)) for name in names}
            )
            for id in ids
        ],
        total=len(vocabulary().measures),
        next=following,
    )


def measure(store: Store, id: str, evidence_limit: int | None = 3) -> MeasureDetail:
    """One measure over all provinces. Raises MeasureUnknown."""
    comparison = compare(store, [], [id], evidence_limit=evidence_limit)
    cells = comparison.rows[0].cells
    adoption = _adoption(comparison, cells)
    return MeasureDetail(
        dataset_version=comparison.dataset_version,
        synthetic=comparison.synthetic,
        measure=comparison.rows[0].measure,
        cells=cells,
        adoption=adoption,
        words=measure_words(len(adoption), comparison.denominator),
    )


def _adoption(comparison: Comparison, cells: list[Cell]) -> list[Adoption]:
    """Provinces in the order in which they first ordered it; those of one day share a rank."""
    names = {column.code: column.name for column in comparison.provinces}
    firsts = sorted((cell.first_on, cell.province) for cell in cells if cell.first_on)
    days = [day for day, _ in firsts]
    return [
        Adoption(province=ProvinceRef(code=code, name=names[code]), first_on=day, rank=days.index(day) + 1)
        for day, code in firsts
    ]
