"""Two provinces: what one ordered and the other did not, what both did in each one's words, and whom
they charged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from app.answers.comparison_models import (
    Cell,
    Charged,
    MatrixRow,
    MeasureEvidence,
    ProvinceColumn,
    Sentence,
    SideBySide,
    SideMeasure,
    Task,
    Words,
)
from app.answers.reading import Row, number, queries
from app.answers.sentences import sentence_around
from app.answers.shapes import Named, ProvinceRef
from graph.store import Reader

BEGINNING = 200  # characters of a task that are shown


def side_by_side(
    reader: Reader, columns: Sequence[ProvinceColumn], rows: Sequence[MatrixRow], limit: int | None
) -> SideBySide:
    """The two columns of a matrix; at most `limit` orders of each cell are shown."""
    both = [row for row in rows if all(map(_ordered, row.cells))]
    shown = {e.document for row in both for cell in row.cells for e in _orders(cell, limit)}
    tasks, texts = _tasks(reader, shown), _texts(reader, shown)
    first, second = (ProvinceRef(code=column.code, name=column.name) for column in columns)
    return SideBySide(
        first=first,
        second=second,
        only_first=[row for row in rows if _only(row.cells[0], row.cells[1])],
        only_second=[row for row in rows if _only(row.cells[1], row.cells[0])],
        both=[
            SideMeasure(
                measure=row.measure,
                first=_words(row.cells[0], tasks, texts, limit),
                second=_words(row.cells[1], tasks, texts, limit),
            )
            for row in both
        ],
    )


def _ordered(cell: Cell) -> bool:
    return any(state.state == "ordered" for state in cell.states)


def _only(cell: Cell, other: Cell) -> bool:
    return _ordered(cell) and not _ordered(other)


def _orders(cell: Cell, limit: int | None) -> list[MeasureEvidence]:
    return [e for e in cell.evidence if e.state == "ordered"][:limit]


def _tasks(reader: Reader, documents: Iterable[str]) -> dict[str, list[Row]]:
    tasks: dict[str, list[Row]] = defaultdict(list)
    for row in reader.read(queries()["tasks_of_documents"], documents=sorted(documents)):
        tasks[str(row["document"])].append(row)
    return tasks


def _texts(reader: Reader, documents: Iterable[str]) -> dict[str, str]:
    rows = reader.read(queries()["texts_of_documents"], ids=sorted(documents))
    return {str(row["id"]): str(row["text"]) for row in rows}


def _words(
    cell: Cell, tasks: Mapping[str, list[Row]], texts: Mapping[str, str], limit: int | None
) -> list[Words]:
    found = []
    for order in _orders(cell, limit):
        charging = _charging(order, tasks.get(order.document, ()))
        found.append(
            Words(
                evidence=order,
                sentence=_sentence(order, texts[order.document]),
                task=_task(charging[0]) if charging else None,
                charged=[_charged(row) for row in charging],
            )
        )
    return found


def _sentence(order: MeasureEvidence, text: str) -> Sentence:
    start, end = sentence_around(text, order.start, order.end)
    return Sentence(quote=text[start:end], start=start, end=end)


def _charging(order: MeasureEvidence, tasks: Sequence[Row]) -> list[Row]:
    """The statements that charge somebody with the smallest task that holds the order."""
    holding = [t for t in tasks if number(t["start"]) <= order.start and order.end <= number(t["end"])]
    least = min((_length(t) for t in holding), default=0)
    return [task for task in holding if _length(task) == least]


def _task(row: Row) -> Task:
    return Task(beginning=str(row["quote"])[:BEGINNING], start=number(row["start"]), end=number(row["end"]))


def _charged(row: Row) -> Charged:
    return Charged(body=Named(id=str(row["body"]), name=str(row["name"])), key=str(row["key"]))


def _length(task: Row) -> int:
    return number(task["end"]) - number(task["start"])
