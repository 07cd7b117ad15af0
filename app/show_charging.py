"""A comparison by bodies in a terminal: who was told to do it, then two provinces side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.console import Console

from app.answers.models.comparison import BodyCell, BodyComparison, BodyRow, BodySideBySide, TaskWords
from app.show_comparison import COLUMNS, framed
from app.tables import heading, indented, plain, quoted, table


def print_charging(answer: BodyComparison, limit: int) -> None:
    """The answer with `limit` tasks a body and province."""
    with framed(answer) as out:
        if answer.rows:
            out.print()
            out.print(_matrix(answer) if len(answer.provinces) <= COLUMNS else _summary(answer))
        if answer.side_by_side is not None:
            _print_sides(out, answer.side_by_side, limit)


def _matrix(answer: BodyComparison) -> object:
    rows = [(_name(row), *(_cell(cell) for cell in row.cells)) for row in answer.rows]
    return table(("body", *(column.name for column in answer.provinces)), rows)


def _cell(cell: BodyCell) -> str:
    """Since when it is charged with tasks, in how many provisions."""
    if cell.headline != "charged":
        return plain(cell.headline)
    undated = f", {cell.undated} undated" if cell.undated else ""
    return f"charged{f' since {cell.first_on}' if cell.first_on else ''} (×{cell.provisions}{undated})"


def _summary(answer: BodyComparison) -> object:
    columns = "provinces" if answer.units == "2020" else "units"
    rows = [(_name(row), _counts(row)) for row in answer.rows]
    return table(("body", f"of {len(answer.provinces)} {columns}"), rows)


def _counts(row: BodyRow) -> str:
    counts: Counter[str] = Counter(cell.headline for cell in row.cells)
    return ", ".join(
        f"{plain(state)} {counts[state]}"
        for state in ("charged", "not_charged", "no_documents")
        if counts[state]
    )


def _name(row: BodyRow) -> str:
    return row.body.name or row.body.id


def _print_sides(out: Console, sides: BodySideBySide, limit: int) -> None:
    _print_only(out, sides.first.name, sides.second.name, sides.only_first, 0, limit)
    _print_only(out, sides.second.name, sides.first.name, sides.only_second, 1, limit)
    out.print(heading(f"Both charged ({len(sides.both)})"))
    for side in sides.both:
        out.print(indented(side.body.name or side.body.id, 2))
        _print_tasks(out, sides.first.name, side.first[:limit])
        _print_tasks(out, sides.second.name, side.second[:limit])


def _print_only(out: Console, name: str, other: str, rows: Sequence[BodyRow], place: int, limit: int) -> None:
    out.print(heading(f"{name} charged, {other} did not ({len(rows)})"))
    for row in rows:
        out.print(indented(f"{_name(row)} — {other}: {plain(row.cells[1 - place].headline)}", 2))
        for piece in row.cells[place].evidence[:limit]:
            where = f"{piece.number or piece.document[:12]}, {piece.date or 'undated'}"
            out.print(indented(f"{where}: {quoted(piece.beginning, 160)}", 4))
            out.print(indented(f"key {piece.key}", 4))


def _print_tasks(out: Console, name: str, tasks: Sequence[TaskWords]) -> None:
    for each in tasks:
        where = f"{name}, {each.evidence.date or 'undated'}"
        actor = f" by «{each.actor.quote}»" if each.actor else ""
        out.print(indented(f"{where}{actor}: {quoted(each.task.quote, 160)}", 4))
        if each.others:
            others = ", ".join(other.body.name or other.body.id for other in each.others)
            out.print(indented(f"with it: {others}", 6))
        if each.measures:
            out.print(indented(f"measures: {', '.join(measure.name for measure in each.measures)}", 6))
        out.print(indented(f"key {each.evidence.key}", 6))
