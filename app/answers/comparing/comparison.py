"""Provinces and measures (design, section 5): the matrix, and two provinces side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial

from app.answers.asking.errors import MeasureUnknown
from app.answers.asking.kept import Counted, state_of
from app.answers.asking.reading import check_day, queries, until_end, vocabulary
from app.answers.asking.wording import compare_words
from app.answers.comparing.cells import STATE_OF, Span, cell_of, orders_in
from app.answers.comparing.divisions import Division, columns_of, division_of
from app.answers.comparing.side_by_side import side_by_side
from app.answers.models.comparison import (
    Cell,
    CompareDenominator,
    Comparison,
    MatrixRow,
    Measure,
    MeasureEvidence,
    ProvinceColumn,
    Units,
)
from app.answers.models.shapes import trusted
from graph.store import Reader, Store

__all__ = ["STATE_OF", "cells_of", "compare", "measure_of", "span_of"]
_ALL = 2**31 - 1
Pieces = Mapping[tuple[str, str], list[MeasureEvidence]]


def compare(
    store: Store,
    provinces: Sequence[str],
    measures: Sequence[str] | None = None,
    since: str | None = None,
    until: str | None = None,
    evidence_limit: int | None = None,
    *,
    units: Units = "2020",
) -> Comparison:
    """The matrix of provinces (codes; all where empty) and measures (ids; all found there where None).

    units "2025": codes are of the 34 units, each with all that its provinces state. Two columns also side by
    side. Dates leave out undated acts. `evidence_limit` 0 counts without quoting. Raises ProvinceUnknown,
    MeasureUnknown, FilterInvalid.
    """
    division, span = division_of(provinces, units), span_of(since, until)
    for id in measures or ():
        measure_of(id)
    answer = store.read_transaction(
        partial(_answer, division=division, measures=measures, span=span, limit=evidence_limit)
    )
    return answer.model_copy(update={"since": since, "until": until})


def _answer(
    reader: Reader, division: Division, measures: Sequence[str] | None, span: Span, limit: int | None
) -> Comparison:
    state = state_of(reader)
    found = division.counted(reader, state, "measure")
    columns, synthetic = columns_of(division, found, span)
    rows = _matrix(columns, measures, found, span)
    pieces: Pieces = {}
    if limit != 0:
        pieces = division.pieces(_evidence(reader, division, [row.measure.id for row in rows], span, limit))
        rows = _quoted(rows, pieces, limit)
    denominator = _denominator(columns, rows)

    def orders_of(measure: str, place: str) -> int:
        return orders_in(found[place].kinds.get(measure), span)

    return Comparison(
        dataset_version=state.version,
        synthetic=synthetic,
        units=division.units,
        provinces=columns,
        rows=rows,
        denominator=denominator,
        words=compare_words(denominator, division.units),
        side_by_side=side_by_side(reader, columns, rows, pieces, limit, orders_of)
        if len(columns) == 2
        else None,
    )


def cells_of(store: Store, code: str, evidence_limit: int = 3) -> list[tuple[Measure, Cell]]:
    """One province's cells: every measure that its documents state."""
    found = compare(store, [code], evidence_limit=evidence_limit)
    return [(row.measure, row.cells[0]) for row in found.rows]


def measure_of(id: str) -> Measure:
    """A measure of the vocabulary. Raises MeasureUnknown."""
    row = vocabulary().measures.get(id)
    if row is None:
        raise MeasureUnknown(
            "no measure of the vocabulary has this id", where=id, todo="See the list of measures"
        )
    return Measure(id=row.id, name=row.name, name_en=row.name_en or None, kind=row.kind)


def span_of(since: str | None, until: str | None) -> Span:
    """The range of dates that two filters mean. Raises FilterInvalid."""
    return Span(check_day(since, "since"), until_end(check_day(until, "until")))


def _matrix(
    columns: Sequence[ProvinceColumn],
    measures: Sequence[str] | None,
    found: Mapping[str, Counted],
    span: Span,
) -> list[MatrixRow]:
    """The cells of each measure asked for, of each that is stated anywhere where None, without quotes."""
    rows: list[MatrixRow] = []
    # What is not stated looks the same in every row, so that one cell a column stands for it.
    absent = [_absent(column) for column in columns]
    kinds = [found[column.code].kinds if column.documents else {} for column in columns]
    for id in vocabulary().measures:
        if measures is None or id in measures:
            stated = [
                cell_of(column.code, of_one.get(id), span)
                for column, of_one in zip(columns, kinds, strict=True)
            ]
            if measures is not None or any(stated):
                cells = [cell or nothing for cell, nothing in zip(stated, absent, strict=True)]
                rows.append(trusted(MatrixRow, {"measure": measure_of(id), "cells": cells}))
    return rows


def _absent(column: ProvinceColumn) -> Cell:
    return Cell(province=column.code, headline="not_mentioned" if column.documents else "no_documents")


def _quoted(rows: Sequence[MatrixRow], pieces: Pieces, limit: int | None) -> list[MatrixRow]:
    """The same rows with the first statements of each cell; all of them where there is no limit."""
    return [
        MatrixRow(
            measure=row.measure,
            cells=[
                cell.model_copy(update={"evidence": pieces.get((row.measure.id, cell.province), [])[:limit]})
                for cell in row.cells
            ],
        )
        for row in rows
    ]


def _evidence(
    reader: Reader, division: Division, measures: list[str], span: Span, limit: int | None
) -> dict[tuple[str, str], list[MeasureEvidence]]:
    """By measure and province, the first statements of each state; all of them where there is no limit."""
    rows = reader.read(
        queries()["measure_evidence"],
        provinces=division.provinces,
        measures=measures,
        since=span.since,
        until=span.until,
        limit=_ALL if limit is None else limit,
    )
    found: dict[tuple[str, str], list[MeasureEvidence]] = defaultdict(list)
    for row in rows:
        pieces = row["evidence"]
        assert isinstance(pieces, list)
        state = STATE_OF[str(row["type"])]
        found[str(row["measure"]), str(row["province"])] += [
            MeasureEvidence.model_validate({**piece, "state": state}) for piece in pieces
        ]
    return found


def _denominator(columns: Sequence[ProvinceColumn], rows: Sequence[MatrixRow]) -> CompareDenominator:
    """Out of how many."""
    return CompareDenominator(
        provinces=len(columns),
        with_documents=sum(1 for column in columns if column.documents),
        documents=sum(column.documents for column in columns),
        measures=len(vocabulary().measures),
        measures_found=sum(1 for row in rows if any(cell.states for cell in row.cells)),
    )
