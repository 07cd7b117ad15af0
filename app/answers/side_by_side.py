"""Two provinces: what one ordered and the other did not, what both did in each one's words, and whom
they charged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from app.answers.comparison_models import (
    Cell,
    Charged,
    MatrixRow,
    MeasureEvidence,
    ProvinceColumn,
    SideBySide,
    SideMeasure,
    Words,
)
from app.answers.reading import Row, number, queries
from app.answers.shapes import Named, ProvinceRef
from graph.store import Store


def side_by_side(
    store: Store, columns: Sequence[ProvinceColumn], rows: Sequence[MatrixRow], limit: int | None
) -> SideBySide:
    """The two columns of a matrix whose cells carry all their evidence; `limit` cuts what is shown."""
    both = [row for row in rows if all(map(_ordered, row.cells))]
    tasks = _tasks(store, {e.document for row in both for cell in row.cells for e in cell.evidence})
    first, second = (ProvinceRef(code=column.code, name=column.name) for column in columns)
    return SideBySide(
        first=first,
        second=second,
        only_first=[_cut(row, limit) for row in rows if _only(row.cells[0], row.cells[1])],
        only_second=[_cut(row, limit) for row in rows if _only(row.cells[1], row.cells[0])],
        both=[
            SideMeasure(
                measure=row.measure,
                first=_words(row.cells[0], tasks, limit),
                second=_words(row.cells[1], tasks, limit),
            )
            for row in both
        ],
    )


def _ordered(cell: Cell) -> bool:
    return any(state.state == "ordered" for state in cell.states)


def _only(cell: Cell, other: Cell) -> bool:
    return _ordered(cell) and not _ordered(other)


def _cut(row: MatrixRow, limit: int | None) -> MatrixRow:
    cells = [cell.model_copy(update={"evidence": cell.evidence[:limit]}) for cell in row.cells]
    return row.model_copy(update={"cells": cells})


def _tasks(store: Store, documents: Iterable[str]) -> dict[str, list[Row]]:
    tasks: dict[str, list[Row]] = defaultdict(list)
    for row in store.read(queries()["tasks_of_documents"], documents=sorted(documents)):
        tasks[str(row["document"])].append(row)
    return tasks


def _words(cell: Cell, tasks: dict[str, list[Row]], limit: int | None) -> list[Words]:
    orders = [e for e in cell.evidence if e.state == "ordered"][:limit]
    return [Words(evidence=e, charged=_charged(e, tasks[e.document])) for e in orders]


def _charged(order: MeasureEvidence, tasks: Sequence[Row]) -> list[Charged]:
    """Those charged with the smallest task that holds the order."""
    holding = [t for t in tasks if number(t["start"]) <= order.start and order.end <= number(t["end"])]
    least = min((_length(t) for t in holding), default=0)
    return [
        Charged(
            body=Named(id=str(task["body"]), name=str(task["name"])),
            key=str(task["key"]),
            quote=str(task["quote"]),
            start=number(task["start"]),
            end=number(task["end"]),
        )
        for task in holding
        if _length(task) == least
    ]


def _length(task: Row) -> int:
    return number(task["end"]) - number(task["start"])
