"""Who ordered a measure at the centre, and whom documents charged with it: beside who ordered it where."""

from __future__ import annotations

from functools import partial
from typing import Literal

from pydantic import Field

from app.answers.asking.errors import MeasureUnknown
from app.answers.asking.reading import Row, dataset_version, named, number, queries, text, vocabulary
from app.answers.models.shapes import Answer, Model, Named
from app.answers.sources.documents import document_summaries
from graph.store import Reader, Store

_OF_CHARGED = ("body", "provinces", "documents", "tasks", "first")


class Saying(Model):
    """A statement with its words and the document that they stand in."""

    key: str
    document: str
    act: str | None
    number: str | None
    date: str | None
    start: int
    end: int
    quote: str
    rule: str
    basis: str


class CentralOrder(Model):
    """An act of a central body that orders the measure, in its first words."""

    subject: str | None
    issuer: Named | None
    statements: int
    first: Saying


class ChargedWith(Model):
    """A body that documents charge with tasks which order the measure; instances count as their body."""

    body: Named
    provinces: int
    documents: int
    tasks: int
    first: Saying = Field(description="The first task, whole.")


class Ordering(Answer):
    """Acts of central bodies that order a measure, and whom documents charge with it."""

    measure: Named
    central: list[CentralOrder] = Field(description="The earliest first.")
    charged: list[ChargedWith] = Field(description="The most often charged first.")


class OrderingRow(Model):
    """A central act that orders the measure, or a body charged with it; counts of the other kind are null."""

    kind: Literal["central", "charged"]
    measure: Named
    body: Named | None = Field(description="The issuer of a central act, or the body charged.")
    subject: str | None = None
    statements: int | None = None
    provinces: int | None = None
    documents: int | None = None
    tasks: int | None = None
    first: Saying


def ordering_rows(answer: Ordering) -> list[OrderingRow]:
    """The central acts, then the bodies charged, each in the order of the answer."""
    central = [
        OrderingRow(
            kind="central",
            measure=answer.measure,
            body=each.issuer,
            subject=each.subject,
            statements=each.statements,
            first=each.first,
        )
        for each in answer.central
    ]
    charged = [
        OrderingRow(kind="charged", measure=answer.measure, **{n: getattr(each, n) for n in _OF_CHARGED})
        for each in answer.charged
    ]
    return central + charged


def ordering(store: Store, measure: str) -> Ordering:
    """Central orders of a measure (id), and who was charged with it. Raises MeasureUnknown."""
    if measure not in vocabulary().measures:
        raise MeasureUnknown(
            "no measure of the vocabulary has this id", where=measure, todo="See the list of measures"
        )
    return store.read_transaction(partial(_answer, measure=measure))


def _answer(reader: Reader, measure: str) -> Ordering:
    central = reader.read(queries()["central_orders"], measure=measure)
    charged = [_charged(row) for row in reader.read(queries()["charged_with"], measure=measure)]
    first = document_summaries(reader, sorted({each.first.document for each in charged}))
    return Ordering(
        dataset_version=dataset_version(reader),
        synthetic=any(bool(row["synthetic"]) for row in central) or any(d.synthetic for d in first),
        measure=Named(id=measure, name=vocabulary().measures[measure].name),
        central=[_central(row) for row in central],
        charged=charged,
    )


def _central(row: Row) -> CentralOrder:
    return CentralOrder(
        subject=text(row["subject"]),
        issuer=named(row["issuer"]),
        statements=number(row["statements"]),
        first=Saying.model_validate({name: row[name] for name in Saying.model_fields}),
    )


def _charged(row: Row) -> ChargedWith:
    return ChargedWith(
        body=named(row["body"], row["name"]) or Named(id=str(row["body"]), name=None),
        provinces=number(row["provinces"]),
        documents=number(row["documents"]),
        tasks=number(row["tasks"]),
        first=Saying.model_validate(row["first"]),
    )
