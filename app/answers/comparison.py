"""Provinces and measures (design, section 5): the matrix, and two provinces side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from app.answers.comparison_models import (
    Cell,
    CellState,
    CompareDenominator,
    Comparison,
    MatrixRow,
    Measure,
    MeasureEvidence,
    MeasureState,
    ProvinceColumn,
    StateSeen,
)
from app.answers.errors import MeasureUnknown, ProvinceUnknown
from app.answers.reading import (
    Row,
    check_day,
    dataset_version,
    number,
    queries,
    text,
    until_end,
    vocabulary,
)
from app.answers.side_by_side import side_by_side
from app.answers.wording import compare_words
from graph.store import Store

STATE_OF: Mapping[str, MeasureState] = {
    "ORDERS": "ordered",
    "LIFTS": "lifted",
    "AVOIDS": "avoided",
    "MENTIONS": "mentioned",
}
_RANK: Mapping[CellState, int] = {"ordered": 3, "lifted": 2, "avoided": 1, "mentioned": 0}  # on one day
_ALL = 2**31 - 1


def compare(
    store: Store,
    provinces: Sequence[str],
    measures: Sequence[str] | None = None,
    since: str | None = None,
    until: str | None = None,
    evidence_limit: int | None = None,
) -> Comparison:
    """The matrix of provinces (codes; all where empty) and measures (ids; all found there where None).

    Two provinces also side by side. Dates leave out undated acts.
    Raises ProvinceUnknown, MeasureUnknown, FilterInvalid.
    """
    codes = _codes(provinces)
    _check_measures(measures)
    span = {"since": check_day(since, "since"), "until": until_end(check_day(until, "until"))}
    columns, synthetic = _columns(store, codes, span)
    limit = _ALL if len(codes) == 2 and evidence_limit is None else evidence_limit
    rows = _matrix(store, columns, measures, span, limit)
    denominator = _denominator(columns, rows)
    return Comparison(
        dataset_version=dataset_version(store),
        synthetic=synthetic,
        provinces=columns,
        rows=[_shortened(row, evidence_limit) for row in rows],
        denominator=denominator,
        words=compare_words(denominator),
        since=since,
        until=until,
        side_by_side=side_by_side(store, columns, rows, evidence_limit) if len(columns) == 2 else None,
    )


def cells_of(store: Store, code: str, evidence_limit: int = 3) -> list[tuple[Measure, Cell]]:
    """One province's cells: every measure that its documents state."""
    span = {"since": None, "until": None}
    columns, _ = _columns(store, [code], span)
    return [(row.measure, row.cells[0]) for row in _matrix(store, columns, None, span, evidence_limit)]


def measure_of(id: str) -> Measure:
    """A measure of the vocabulary. Raises MeasureUnknown."""
    row = vocabulary().measures.get(id)
    if row is None:
        raise MeasureUnknown(
            "no measure of the vocabulary has this id", where=id, todo="See the list of measures"
        )
    return Measure(id=row.id, name=row.name, name_en=row.name_en or None, kind=row.kind)


def _codes(provinces: Sequence[str]) -> list[str]:
    known = vocabulary().provinces
    for code in provinces:
        if code not in known:
            raise ProvinceUnknown(
                "no province of 2020 has this code", where=code, todo="Write 72, or find it by name"
            )
    return list(dict.fromkeys(provinces)) or sorted(known)


def _check_measures(measures: Sequence[str] | None) -> None:
    for id in measures or ():
        measure_of(id)


def _columns(
    store: Store, codes: list[str], span: Mapping[str, str | None]
) -> tuple[list[ProvinceColumn], bool]:
    held = {
        str(row["code"]): row for row in store.read(queries()["province_holdings"], provinces=codes, **span)
    }
    columns = [
        ProvinceColumn(
            code=code,
            name=vocabulary().provinces[code].name,
            region=vocabulary().provinces[code].region,
            documents=number(held[code]["documents"]) if code in held else 0,
            undated=number(held[code]["undated"]) if code in held else 0,
        )
        for code in codes
    ]
    return columns, any(number(row["synthetic"]) for row in held.values())


def _matrix(
    store: Store,
    columns: Sequence[ProvinceColumn],
    measures: Sequence[str] | None,
    span: Mapping[str, str | None],
    limit: int | None,
) -> list[MatrixRow]:
    asked = {
        "provinces": [column.code for column in columns],
        "measures": list(measures) if measures is not None else None,
        **span,
    }
    counted: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in store.read(queries()["measure_cells"], **asked):
        counted[str(row["measure"]), str(row["province"])].append(row)
    evidence = _evidence(store, asked, _ALL if limit is None else limit)
    found = {measure for measure, _ in counted} if measures is None else set(measures)
    known = [measure_of(id) for id in vocabulary().measures if id in found]
    return [
        MatrixRow(
            measure=measure,
            cells=[
                _cell(column, counted[measure.id, column.code], evidence.get((measure.id, column.code), []))
                for column in columns
            ],
        )
        for measure in known
    ]


def _evidence(
    store: Store, asked: Mapping[str, object], limit: int
) -> dict[tuple[str, str], list[MeasureEvidence]]:
    rows = store.read(queries()["measure_evidence"], **asked, limit=limit) if limit else []
    found: dict[tuple[str, str], list[MeasureEvidence]] = {}
    for row in rows:
        pieces = row["evidence"]
        assert isinstance(pieces, list)
        found[str(row["measure"]), str(row["province"])] = [_piece(piece) for piece in pieces]
    return found


def _piece(piece: Mapping[str, object]) -> MeasureEvidence:
    values = {name: value for name, value in piece.items() if name != "type"}
    return MeasureEvidence.model_validate({**values, "state": STATE_OF[str(piece["type"])]})


def _cell(column: ProvinceColumn, rows: Sequence[Row], evidence: list[MeasureEvidence]) -> Cell:
    if not column.documents:
        return Cell(province=column.code, headline="no_documents")
    if not rows:
        return Cell(province=column.code, headline="not_mentioned")
    states = _states(rows)
    # The latest state is the headline; undated ones only where nothing is dated.
    latest = max(states, key=lambda s: (s.dates[-1] if s.dates else "", _RANK[s.state]))
    ordered = next((s for s in states if s.state == "ordered"), None)
    return Cell(
        province=column.code,
        headline=latest.state,
        states=states,
        first_on=ordered.dates[0] if ordered and ordered.dates else None,
        provisions=sum(number(row["provisions"]) for row in rows),
        evidence=evidence,
        evidence_total=sum(number(row["statements"]) for row in rows),
    )


def _states(rows: Sequence[Row]) -> list[StateSeen]:
    seen = []
    for kind, state in STATE_OF.items():
        of_kind = [row for row in rows if row["type"] == kind]
        if of_kind:
            seen.append(
                StateSeen(
                    state=state,
                    dates=sorted(str(row["date"]) for row in of_kind if text(row["date"])),
                    provisions=sum(number(row["provisions"]) for row in of_kind),
                    undated=sum(number(row["provisions"]) for row in of_kind if not text(row["date"])),
                )
            )
    return seen


def _shortened(row: MatrixRow, limit: int | None) -> MatrixRow:
    cells = [cell.model_copy(update={"evidence": cell.evidence[:limit]}) for cell in row.cells]
    return row.model_copy(update={"cells": cells})


def _denominator(columns: Sequence[ProvinceColumn], rows: Sequence[MatrixRow]) -> CompareDenominator:
    return CompareDenominator(
        provinces=len(columns),
        with_documents=sum(1 for column in columns if column.documents),
        documents=sum(column.documents for column in columns),
        measures=len(vocabulary().measures),
        measures_found=sum(1 for row in rows if any(cell.states for cell in row.cells)),
    )
