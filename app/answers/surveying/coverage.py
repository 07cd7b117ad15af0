"""What the corpus holds, and what it lacks."""

from __future__ import annotations

from collections import defaultdict

from pydantic import Field

from app.answers.acts.wanted import list_wanted
from app.answers.asking.reading import dataset_version, documents_by_province, number, queries, text
from app.answers.asking.wording import coverage_words
from app.answers.models.held import Coverage, Dataset, PeriodCount, ProvinceCoverage
from app.answers.models.shapes import ProvinceRef
from graph.store import Store

WANTED = 50  # rows of the fetch list unless asked for


class CoverageRow(ProvinceRef):
    """The documents of a province in one month; a province of which none is held has one row of 0."""

    documents: int = Field(description="Of the province, in all.")
    month: str | None
    in_month: int = Field(description="Of the month; without one, documents without date.")


def coverage(store: Store, wanted: int = WANTED) -> Coverage:
    """Documents by province and month; directives cited and not held, by how many provinces."""
    counts = {name: number(v) for name, v in store.read(queries()["corpus_counts"])[0].items()}
    fetch = list_wanted(store, limit=wanted)
    provinces = _provinces(store)
    with_documents = sum(1 for province in provinces if province.documents)
    return Coverage(
        dataset_version=dataset_version(store),
        synthetic=counts["synthetic"] > 0,
        documents=counts["documents"],
        central=counts["central"],
        unplaced=counts["unplaced"],
        undated=counts["undated"],
        synthetic_documents=counts["synthetic"],
        provinces=provinces,
        wanted=fetch.items,
        wanted_total=fetch.total,
        words=coverage_words(
            with_documents, counts["documents"], counts["undated"], counts["unplaced"], counts["central"]
        ),
    )


def coverage_rows(answer: Coverage) -> list[CoverageRow]:
    """Every province by code and month, those without documents among them."""
    none = [PeriodCount(month=None, documents=0)]
    return [
        CoverageRow(
            code=each.code,
            name=each.name,
            documents=each.documents,
            month=period.month,
            in_month=period.documents,
        )
        for each in answer.provinces
        for period in each.periods or none
    ]


def dataset(store: Store) -> Dataset:
    """Version and size of the whole."""
    state = store.read(queries()["dataset"])
    counts = store.read(queries()["corpus_counts"])[0]
    return Dataset(
        dataset_version=dataset_version(store),
        synthetic=number(counts["synthetic"]) > 0,
        documents=number(counts["documents"]),
        directives=number(store.read(queries()["directive_count"])[0]["directives"]),
        statements=number(store.read(queries()["statement_count"])[0]["statements"]),
        unfinished=bool(state and state[0]["unfinished"]),
    )


def _provinces(store: Store) -> list[ProvinceCoverage]:
    periods: dict[str, list[PeriodCount]] = defaultdict(list)
    for row in store.read(queries()["coverage_by_month"]):
        period = PeriodCount(month=text(row["month"]), documents=number(row["documents"]))
        periods[str(row["code"])].append(period)
    return [
        ProvinceCoverage(
            code=str(row["code"]),
            name=str(row["name"]),
            documents=number(row["documents"]),
            periods=sorted(periods[str(row["code"])], key=lambda p: p.month or "9999"),
        )
        for row in documents_by_province(store)
    ]
