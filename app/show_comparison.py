"""A comparison in a terminal: the denominator first, the matrix, then two provinces side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console

from app.answers.models.comparison import (
    BodyComparison,
    Cell,
    Comparison,
    MatrixRow,
    MeasureEvidence,
    ProvinceColumn,
    SideBySide,
    StateSeen,
    Words,
)
from app.tables import console, heading, indented, plain, quoted, quoted_around, synthetic_line, table

COLUMNS = 4  # provinces that fit beside each other


def print_comparison(answer: Comparison, limit: int) -> None:
    """The answer with `limit` quotes a measure and province."""
    with framed(answer) as out:
        if answer.rows:
            out.print()
            out.print(_matrix(answer) if len(answer.provinces) <= COLUMNS else _summary(answer))
        if answer.side_by_side is not None:
            _print_sides(out, answer.side_by_side, limit)


@contextmanager
def framed(answer: Comparison | BodyComparison) -> Iterator[Console]:
    """What stands over and under every comparison: the denominator, what is held of each, the version."""
    out = console()
    out.print(answer.words)
    for line in synthetic_line(answer.synthetic):
        out.print(line)
    _print_columns(out, answer.provinces)
    yield out
    out.print(f"\nDataset version {answer.dataset_version}.")


def _print_columns(out: Console, columns: Sequence[ProvinceColumn]) -> None:
    """What is held of each column; of more than fit beside each other, only of those that hold documents."""
    for column in columns:
        if column.documents or len(columns) <= COLUMNS:
            undated = f", {column.undated} undated" if column.undated else ""
            members = f" = {', '.join(m.name for m in column.members)}" if len(column.members) > 1 else ""
            out.print(f"{column.name}{members} ({column.code}): {_held(column.documents)}{undated}")


def _held(documents: int) -> str:
    return f"{documents} document{'' if documents == 1 else 's'}" if documents else "no documents here"


def _matrix(answer: Comparison) -> object:
    rows = [(row.measure.name, *(_cell(cell) for cell in row.cells)) for row in answer.rows]
    return table(("measure", *(column.name for column in answer.provinces)), rows)


def _cell(cell: Cell) -> str:
    """The headline with its first order, and the other states seen."""
    if not cell.states:
        return plain(cell.headline)
    first = f" since {cell.first_on}" if cell.first_on and cell.headline == "ordered" else ""
    days = "" if first else "".join(_days(state) for state in cell.states if state.state == cell.headline)
    others = [plain(state.state) + _days(state) for state in cell.states if state.state != cell.headline]
    also = f"; also {', '.join(others)}" if others else ""
    return f"{plain(cell.headline)}{first}{days} (×{cell.provisions}){also}"


def _days(state: StateSeen) -> str:
    """On which days a state was seen: the one, or the first and the last."""
    if not state.dates:
        return " undated"
    return f" {state.dates[0]}" if len(state.dates) == 1 else f" {state.dates[0]} to {state.dates[-1]}"


def _summary(answer: Comparison) -> object:
    rows = [(row.measure.name, _counts(row)) for row in answer.rows]
    columns = "provinces" if answer.units == "2020" else "units"
    return table(("measure", f"of {len(answer.provinces)} {columns}"), rows)


def _counts(row: MatrixRow) -> str:
    counts: Counter[str] = Counter(cell.headline for cell in row.cells)
    order = ("ordered", "lifted", "avoided", "mentioned", "not_mentioned", "no_documents")
    return ", ".join(f"{plain(state)} {counts[state]}" for state in order if counts[state])


def _print_sides(out: Console, sides: SideBySide, limit: int) -> None:
    _print_only(out, sides.first.name, sides.second.name, sides.only_first, 0, limit)
    _print_only(out, sides.second.name, sides.first.name, sides.only_second, 1, limit)
    out.print(heading(f"Both ordered ({len(sides.both)})"))
    for side in sides.both:
        out.print(indented(side.measure.name, 2))
        for name, words in ((sides.first.name, side.first), (sides.second.name, side.second)):
            _print_words(out, name, words, limit)


def _print_only(
    out: Console, name: str, other: str, rows: Sequence[MatrixRow], index: int, limit: int
) -> None:
    out.print(heading(f"{name} ordered, {other} did not ({len(rows)})"))
    for row in rows:
        out.print(indented(f"{row.measure.name} — {other}: {plain(row.cells[1 - index].headline)}", 2))
        orders = [e for e in row.cells[index].evidence if e.state == "ordered"]
        for piece in orders[:limit]:
            quote = f"{quoted(piece.quote, 160)} [{piece.start}–{piece.end}]"
            out.print(indented(f"{_where(piece)}: {quote}", 4))
            out.print(indented(f"key {piece.key}", 4))


def _print_words(out: Console, name: str, words: Sequence[Words], limit: int) -> None:
    for each in words[:limit]:
        piece = each.evidence
        charged = ", ".join(c.body.name or c.body.id for c in each.charged)
        told = f" — charged: {charged}" if charged else ""
        begin = each.sentence.start
        quote = quoted_around(each.sentence.quote, piece.start - begin, piece.end - begin, 160)
        out.print(indented(f"{name}, {_where(piece)}: {quote} [{piece.start}–{piece.end}]{told}", 4))
        out.print(indented(f"key {piece.key}", 4))


def _where(piece: MeasureEvidence) -> str:
    """The number and date of the document that a quote stands in."""
    return f"{piece.number or piece.document[:12]}, {piece.date or 'undated'}"
