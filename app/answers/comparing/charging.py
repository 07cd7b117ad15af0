"""Provinces and bodies (design, section 5): who was told to do it, over a range of dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from app.answers.asking.errors import BodyUnknown
from app.answers.asking.kept import Counted, state_of
from app.answers.asking.reading import queries, vocabulary
from app.answers.asking.wording import charging_words
from app.answers.comparing.body_sides import body_sides
from app.answers.comparing.cells import Span, seen_in
from app.answers.comparing.comparison import span_of
from app.answers.comparing.divisions import Division, columns_of, division_of
from app.answers.models.comparison import (
    BodyCell,
    BodyComparison,
    BodyDenominator,
    BodyRow,
    ProvinceColumn,
    TaskEvidence,
    Units,
)
from app.answers.models.shapes import Named
from graph.store import Reader, Store

_ALL = 2**31 - 1
_TASKS = "ASSIGNS"
_Evidence = Mapping[tuple[str, str], list[TaskEvidence]]


def compare_bodies(
    store: Store,
    provinces: Sequence[str],
    bodies: Sequence[str] | None = None,
    since: str | None = None,
    until: str | None = None,
    evidence_limit: int | None = None,
    *,
    units: Units = "2020",
) -> BodyComparison:
    """The matrix of provinces (codes; all where empty) and bodies (ids of the vocabulary or `local:` ones).

    Where `bodies` is None, those of the vocabulary that anybody there charges. Instances (`so-yt~72`) count
    as their body. units "2025": codes are of the 34 units. Two columns also side by side. Dates leave out
    undated acts. Raises ProvinceUnknown, BodyUnknown, FilterInvalid.
    """
    division, span = division_of(provinces, units), span_of(since, until)
    answer = store.read_transaction(
        partial(_answer, division=division, bodies=bodies, span=span, limit=evidence_limit)
    )
    return answer.model_copy(update={"since": since, "until": until})


def _answer(
    reader: Reader, division: Division, bodies: Sequence[str] | None, span: Span, limit: int | None
) -> BodyComparison:
    state = state_of(reader)
    found = division.counted(reader, state, "body")
    columns, synthetic = columns_of(division, found, span)
    rows = _matrix(_bodies(reader, bodies), columns, found, span, whole=bodies is not None)
    pieces: _Evidence = {}
    if limit != 0:
        pieces = division.pieces(_evidence(reader, division, [row.body.id for row in rows], span, limit))
        pieces = {place: of_one[:limit] for place, of_one in pieces.items()}
        rows = _quoted(rows, pieces)
    out_of = _denominator(columns, rows)
    return BodyComparison(
        dataset_version=state.version,
        synthetic=synthetic,
        units=division.units,
        provinces=columns,
        rows=rows,
        denominator=out_of,
        words=charging_words(out_of, division.units),
        side_by_side=body_sides(reader, columns, rows, pieces) if len(columns) == 2 else None,
    )


def _matrix(
    bodies: Sequence[Named],
    columns: Sequence[ProvinceColumn],
    found: Mapping[str, Counted],
    span: Span,
    *,
    whole: bool,
) -> list[BodyRow]:
    """The cells of bodies, without quotes; those that nobody charges only in a `whole` matrix."""
    rows = []
    for body in bodies:
        cells = [_cell(column, found.get(column.code), body.id, span) for column in columns]
        if whole or any(cell.headline == "charged" for cell in cells):
            rows.append(BodyRow(body=body, cells=cells))
    return rows


def _bodies(reader: Reader, asked: Sequence[str] | None) -> list[Named]:
    """The bodies asked for, or all of the vocabulary, in its order. Raises BodyUnknown."""
    known = {id: row.name for id, row in vocabulary().bodies.items()}
    if asked is None:
        return [Named(id=id, name=name) for id, name in known.items()]
    others = sorted(set(asked) - known.keys())
    rows = reader.read(queries()["bodies_named"], ids=others) if others else []
    named = {str(row["id"]): str(row["name"]) for row in rows}
    for id in asked:
        if id not in known and id not in named:
            raise BodyUnknown("no body has this id", where=id, todo="See the list of bodies")
    return [Named(id=id, name=known.get(id) or named.get(id)) for id in dict.fromkeys(asked)]


def _cell(column: ProvinceColumn, counts: Counted | None, body: str, span: Span) -> BodyCell:
    if counts is None or not column.documents:
        return BodyCell(province=column.code, headline="no_documents")
    series = counts.kinds.get(body, {}).get(_TASKS)
    seen = seen_in(series, span) if series else None
    if seen is None:
        return BodyCell(province=column.code, headline="not_charged")
    dates, provisions, undated, statements = seen
    return BodyCell(
        province=column.code,
        headline="charged",
        dates=dates,
        first_on=dates[0] if dates else None,
        provisions=provisions,
        undated=undated,
        evidence_total=statements,
    )


def _quoted(rows: Sequence[BodyRow], pieces: _Evidence) -> list[BodyRow]:
    """The same rows with the first tasks of each cell."""
    return [
        BodyRow(
            body=row.body,
            cells=[
                cell.model_copy(update={"evidence": pieces.get((row.body.id, cell.province), [])})
                for cell in row.cells
            ],
        )
        for row in rows
    ]


def _evidence(
    reader: Reader, division: Division, bodies: list[str], span: Span, limit: int | None
) -> _Evidence:
    """By body and province, the first tasks of each cell."""
    rows = reader.read(
        queries()["task_evidence"],
        provinces=division.provinces,
        bodies=bodies,
        since=span.since,
        until=span.until,
        limit=_ALL if limit is None else limit,
    )
    found: dict[tuple[str, str], list[TaskEvidence]] = {}
    for row in rows:
        pieces = row["evidence"]
        assert isinstance(pieces, list)
        found[str(row["body"]), str(row["province"])] = [TaskEvidence.model_validate(p) for p in pieces]
    return found


def _denominator(columns: Sequence[ProvinceColumn], rows: Sequence[BodyRow]) -> BodyDenominator:
    return BodyDenominator(
        provinces=len(columns),
        with_documents=sum(1 for column in columns if column.documents),
        documents=sum(column.documents for column in columns),
        bodies_charged=sum(1 for row in rows if any(cell.headline == "charged" for cell in row.cells)),
    )
