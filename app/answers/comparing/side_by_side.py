"""Two provinces: what one ordered and the other did not, what both did in each one's words, and whom
they charged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from app.answers.asking.reading import Row, number, queries
from app.answers.models.comparison import (
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
from app.answers.models.shapes import Named, ProvinceRef
from app.answers.quoting.sentences import sentence_around
from graph.store import Reader

BEGINNING = 200  # characters of a task that are shown


def side_by_side(
    reader: Reader,
    columns: Sequence[ProvinceColumn],
    rows: Sequence[MatrixRow],
    pieces: Mapping[tuple[str, str], Sequence[MeasureEvidence]],
    limit: int | None,
    orders_of: Callable[[str, str], int],
) -> SideBySide:
    """The two columns of a matrix; at most `limit` orders of each cell are shown, out of `pieces`, by measure
    and column. `orders_of` counts all of them."""
    both = [row for row in rows if all(map(_ordered, row.cells))]
    orders = {place: [e for e in found if e.state == "ordered"][:limit] for place, found in pieces.items()}
    shown = {
        e.document for row in both for c in row.cells for e in orders.get((row.measure.id, c.province), ())
    }
    tasks, texts = tasks_of(reader, shown), texts_of(reader, shown)
    first, second = (ProvinceRef(code=column.code, name=column.name) for column in columns)
    return SideBySide(
        first=first,
        second=second,
        only_first=[row for row in rows if _only(row.cells[0], row.cells[1])],
        only_second=[row for row in rows if _only(row.cells[1], row.cells[0])],
        both=[
            SideMeasure(
                measure=row.measure,
                first=_words(orders.get((row.measure.id, first.code), ()), tasks, texts),
                second=_words(orders.get((row.measure.id, second.code), ()), tasks, texts),
                first_total=orders_of(row.measure.id, first.code),
                second_total=orders_of(row.measure.id, second.code),
            )
            for row in both
        ],
    )


def _ordered(cell: Cell) -> bool:
    return any(state.state == "ordered" for state in cell.states)


def _only(cell: Cell, other: Cell) -> bool:
    return _ordered(cell) and not _ordered(other)


def tasks_of(reader: Reader, documents: Iterable[str]) -> dict[str, list[Row]]:
    """The tasks of documents, by document."""
    tasks: dict[str, list[Row]] = defaultdict(list)
    for row in reader.read(queries()["tasks_of_documents"], documents=sorted(documents)):
        tasks[str(row["document"])].append(row)
    return tasks


def texts_of(reader: Reader, documents: Iterable[str]) -> dict[str, str]:
    """The texts of documents, by document."""
    rows = reader.read(queries()["texts_of_documents"], ids=sorted(documents))
    return {str(row["id"]): str(row["text"]) for row in rows}


def _words(
    orders: Iterable[MeasureEvidence], tasks: Mapping[str, list[Row]], texts: Mapping[str, str]
) -> list[Words]:
    found = []
    for order in orders:
        charging = _charging(order, tasks.get(order.document, ()))
        found.append(
            Words(
                evidence=order,
                sentence=_sentence(order, texts[order.document]),
                task=_task(charging[0]) if charging else None,
                charged=[charged_in(row) for row in charging],
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


def charged_in(row: Row) -> Charged:
    """The body that a task charges."""
    return Charged(body=Named(id=str(row["body"]), name=str(row["name"])), key=str(row["key"]))


def _length(task: Row) -> int:
    return number(task["end"]) - number(task["start"])
