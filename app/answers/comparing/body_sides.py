"""Two provinces: whom one charged with tasks and the other did not, whom both did, in each one's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from app.answers.asking.reading import Row, number, texts, vocabulary
from app.answers.comparing.side_by_side import charged_in, tasks_of, texts_of
from app.answers.models.comparison import (
    BodyRow,
    BodySideBySide,
    Measure,
    ProvinceColumn,
    Sentence,
    SideBody,
    TaskEvidence,
    TaskWords,
)
from app.answers.models.shapes import ProvinceRef
from graph.store import Reader

LONGEST = 400  # characters of a task that are shown


def body_sides(
    reader: Reader,
    columns: Sequence[ProvinceColumn],
    rows: Sequence[BodyRow],
    pieces: Mapping[tuple[str, str], Sequence[TaskEvidence]],
) -> BodySideBySide:
    """The two columns of a matrix of bodies; what is shown of each cell is `pieces`, by body and column."""
    first, second = (ProvinceRef(code=column.code, name=column.name) for column in columns)
    both = [row for row in rows if all(cell.headline == "charged" for cell in row.cells)]
    cells = {(row.body.id, cell.province) for row in both for cell in row.cells}
    shown = {piece.document for place in cells for piece in pieces.get(place, ())}
    tasks, stored = tasks_of(reader, shown), texts_of(reader, shown)
    return BodySideBySide(
        first=first,
        second=second,
        only_first=[row for row in rows if _only(row, 0)],
        only_second=[row for row in rows if _only(row, 1)],
        both=[
            SideBody(
                body=row.body,
                first=_words(pieces.get((row.body.id, first.code), ()), tasks, stored),
                second=_words(pieces.get((row.body.id, second.code), ()), tasks, stored),
                first_total=row.cells[0].evidence_total,
                second_total=row.cells[1].evidence_total,
            )
            for row in both
        ],
    )


def _only(row: BodyRow, place: int) -> bool:
    return row.cells[place].headline == "charged" != row.cells[1 - place].headline


def _words(
    pieces: Iterable[TaskEvidence], tasks: Mapping[str, list[Row]], stored: Mapping[str, str]
) -> list[TaskWords]:
    return [_task(piece, tasks[piece.document], stored[piece.document]) for piece in pieces]


def _task(piece: TaskEvidence, tasks: Sequence[Row], text: str) -> TaskWords:
    same = [t for t in tasks if (number(t["start"]), number(t["end"])) == (piece.start, piece.end)]
    own = next(task for task in same if task["key"] == piece.key)
    end = min(piece.end, piece.start + LONGEST)
    return TaskWords(
        evidence=piece,
        actor=_actor(own),
        task=Sentence(quote=text[piece.start : end], start=piece.start, end=end),
        others=[charged_in(task) for task in same if task["key"] != piece.key],
        measures=[_measure(id) for id in texts(own["measures"]) if id in vocabulary().measures],
    )


def _actor(task: Row) -> Sentence | None:
    if task["actor"] is None:
        return None
    start, end = number(task["actor_start"]), number(task["actor_end"])
    return Sentence(quote=str(task["actor"]), start=start, end=end)


def _measure(id: str) -> Measure:
    row = vocabulary().measures[id]
    return Measure(id=row.id, name=row.name, name_en=row.name_en or None, kind=row.kind)
