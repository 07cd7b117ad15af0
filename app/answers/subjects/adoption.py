"""First movers: in which order provinces first ordered a measure, each in its own words."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from app.answers.asking.reading import (
    Row,
    check_day,
    dataset_version,
    number,
    queries,
    text,
    until_end,
    vocabulary,
)
from app.answers.asking.wording import adoption_words
from app.answers.comparing.comparison import STATE_OF, measure_of
from app.answers.models.comparison import Measure, MeasureEvidence
from app.answers.models.held import Source
from app.answers.models.shapes import Answer, Model, ProvinceRef
from app.answers.sources.documents import document_summaries
from graph.store import Store

_FULL = 10  # characters of a whole ISO date


class Adopter(Model):
    """A province that ordered the measure, and the words in which it first did."""

    province: ProvinceRef
    region: str
    rank: int | None = Field(description="1 for the first mover; those of one day share it. Null if undated.")
    first_on: str | None
    lag_days: int | None = Field(description="Days behind the first mover; null where a day is not known.")
    acts: int = Field(description="Acts that order it; copies of one act count once.")
    statements: int
    evidence: MeasureEvidence = Field(description="The first of them.")
    source: Source


class AdoptionDenominator(Model):
    """Out of how many."""

    provinces: int
    with_documents: int
    ordering: int
    undated: int
    no_documents: int


class AdoptionOrder(Answer):
    """Who ordered a measure first, and who followed when."""

    measure: Measure
    order: list[Adopter] = Field(description="By the day of the first order, then by code.")
    undated: list[Adopter] = Field(
        description="Provinces whose orders have no date, so no place in the order."
    )
    not_ordered: list[ProvinceRef] = Field(description="Documents held, and none orders it.")
    no_documents: list[ProvinceRef]
    denominator: AdoptionDenominator
    words: str
    since: str | None
    until: str | None


def adoption_order(
    store: Store, measure: str, *, since: str | None = None, until: str | None = None
) -> AdoptionOrder:
    """The order of adoption of a measure (id) among all provinces. Raises MeasureUnknown, FilterInvalid."""
    known = measure_of(measure)
    span = {"since": check_day(since, "since"), "until": until_end(check_day(until, "until"))}
    rows = store.read(queries()["orders_of_measure"], measure=measure, **span)
    dated = [row for row in rows if text(row["first_on"])]
    days = [str(row["first_on"]) for row in dated]
    held = _held(store, span)
    ordering = {str(row["province"]) for row in rows}
    adopters = _adopters(store, rows, days)
    absent = [code for code in vocabulary().provinces if not held.get(code)]
    denominator = AdoptionDenominator(
        provinces=len(vocabulary().provinces),
        with_documents=len(vocabulary().provinces) - len(absent),
        ordering=len(dated),
        undated=len(rows) - len(dated),
        no_documents=len(absent),
    )
    return AdoptionOrder(
        dataset_version=dataset_version(store),
        synthetic=any(number(row["synthetic"]) for row in held.values()),
        measure=known,
        order=[a for a in adopters if a.first_on],
        undated=[a for a in adopters if not a.first_on],
        not_ordered=[
            _ref(code) for code in sorted(vocabulary().provinces) if held.get(code) and code not in ordering
        ],
        no_documents=[_ref(code) for code in sorted(absent)],
        denominator=denominator,
        words=adoption_words(
            known.name,
            [a.province.name for a in adopters if a.rank == 1],
            denominator.ordering,
            denominator.with_documents,
            denominator.no_documents,
        ),
        since=since,
        until=until,
    )


def adopters_of(answer: AdoptionOrder) -> list[Adopter]:
    """Every province that ordered the measure, those whose orders have no date last."""
    return [*answer.order, *answer.undated]


def _held(store: Store, span: dict[str, str | None]) -> dict[str, Row]:
    """The provinces with documents within the dates."""
    codes = sorted(vocabulary().provinces)
    rows = store.read(queries()["province_holdings"], provinces=codes, **span)
    return {str(row["code"]): row for row in rows if number(row["documents"])}


def _adopters(store: Store, rows: list[dict[str, object]], days: list[str]) -> list[Adopter]:
    pieces = [_piece(row) for row in rows]
    sources = {d.id: d.source for d in document_summaries(store, sorted({p.document for p in pieces}))}
    return [
        Adopter(
            province=_ref(str(row["province"])),
            region=vocabulary().provinces[str(row["province"])].region,
            rank=days.index(str(row["first_on"])) + 1 if text(row["first_on"]) else None,
            first_on=text(row["first_on"]),
            lag_days=_lag(days, text(row["first_on"])),
            acts=number(row["acts"]),
            statements=number(row["statements"]),
            evidence=piece,
            source=sources[piece.document],
        )
        for row, piece in zip(rows, pieces, strict=True)
    ]


def _piece(row: Row) -> MeasureEvidence:
    first = row["first"]
    assert isinstance(first, dict)
    values = {name: value for name, value in first.items() if name != "type"}
    return MeasureEvidence.model_validate({**values, "state": STATE_OF[str(first["type"])]})


def _lag(days: list[str], day: str | None) -> int | None:
    """Days between the first mover's and this one's; a year alone is no day."""
    if day is None or len(day) < _FULL or len(days[0]) < _FULL:
        return None
    return (dt.date.fromisoformat(day) - dt.date.fromisoformat(days[0])).days


def _ref(code: str) -> ProvinceRef:
    return ProvinceRef(code=code, name=vocabulary().provinces[code].name)
