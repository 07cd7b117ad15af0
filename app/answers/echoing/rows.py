"""Echoes as rows of a sheet: a piece of evidence a row, with all that places it."""

from __future__ import annotations

from collections.abc import Iterator

from app.answers.echoing.taken_up import TakenUp, TakenUpAnswer
from app.answers.models.acts import DirectiveHead
from app.answers.models.echoes import EchoAnswer, Evidence, ProvinceEcho
from app.answers.models.shapes import Model, ProvinceRef


class PieceColumns(Model):
    """A piece of evidence in a sheet; empty where none is shown."""

    how: str | None = None
    relation: str | None = None
    grade: str | None = None
    basis: str | None = None
    number: str | None = None
    date: str | None = None
    quote: str | None = None
    document: str | None = None
    start: int | None = None
    end: int | None = None
    source_quote: str | None = None
    statement: str | None = None


class _Answers(Model):
    directive: str
    province: str
    province_name: str
    state: str
    first_on: str | None
    lag_days: int | None


class EchoRow(PieceColumns, _Answers):
    """One piece of evidence of a province's answer; a province without any has one row of its state."""


def echo_rows(answer: EchoAnswer) -> list[EchoRow]:
    """Every province, with the evidence that the answer shows of it."""
    return [row for province in answer.provinces for row in _of_province(answer.directive.key, province)]


def _of_province(directive: str, province: ProvinceEcho) -> Iterator[EchoRow]:
    head = EchoRow(
        directive=directive,
        province=province.code,
        province_name=province.name,
        state=province.state,
        first_on=province.first_on,
        lag_days=province.lag_days,
    )
    if not province.evidence:
        yield head
    for piece in province.evidence:
        yield head.model_copy(update=_of_piece(piece))


def _of_piece(piece: Evidence) -> dict[str, object]:
    names = PieceColumns.model_fields.keys() - {"statement"}
    return {"statement": piece.key} | {name: getattr(piece, name) for name in names}


class _TakenUp(Model):
    province: ProvinceRef
    directive: DirectiveHead
    first_on: str
    acts: int


class TakenUpRow(PieceColumns, _TakenUp):
    """One piece of evidence that a province echoed a central act; without any shown, one row of the act."""


def taken_up_rows(answer: TakenUpAnswer) -> list[TakenUpRow]:
    """Every central act that the one province of the answer echoed, with the evidence that is shown of it."""
    (province,) = answer.provinces
    return [row for item in answer.items for row in _of_act(province, item)]


def _of_act(province: ProvinceRef, item: TakenUp) -> Iterator[TakenUpRow]:
    head = TakenUpRow(province=province, directive=item.directive, first_on=item.first_on, acts=item.acts)
    if not item.evidence:
        yield head
    for piece in item.evidence:
        yield head.model_copy(update=_of_piece(piece))
