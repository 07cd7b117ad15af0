"""One CSV file of a vocabulary -> checked rows, each with its place; everything wrong with it is gathered.

A file may have a byte order mark, any line ends, and commas, semicolons or tabs between its cells (as
spreadsheets of different countries write them); it is UTF-8. Columns may stand in any order, and those that
may be empty may be left out.
"""

from __future__ import annotations

import csv
import dataclasses
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Generic, TypeVar

from ingest.errors import VocabularyInvalid
from ingest.vocabulary.cells import wrong_cells

SEPARATORS = ",;\t"
Faults = list[VocabularyInvalid]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of a vocabulary: its table, its name, where it lies as a person says it, its bytes."""

    table: str
    file: str
    place: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """A row and where it stands."""

    row: T
    place: str
    line: int

    def fault(self, column: str, what: str, todo: str) -> VocabularyInvalid:
        """What is wrong with a cell of this row."""
        return fault(self.place, self.line, column, what, todo)


def fault(place: str, line: int, column: str, what: str, todo: str) -> VocabularyInvalid:
    """An error that names file, line and column."""
    return VocabularyInvalid(what, where=f"{place}, line {line}, column {column}", todo=todo)


def read_rows(sheet: Sheet, row_type: type[T], required: Sequence[str], faults: Faults) -> list[Placed[T]]:
    """The rows of a sheet; what is wrong is added to `faults`, and such a row is left out."""
    text = _text(sheet, faults)
    if text is None:
        return []
    fields = {f.name: str(f.type) for f in dataclasses.fields(row_type)}  # type: ignore[arg-type]
    rows: list[Placed[T]] = []
    lines = 0
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text, fields), strict=True)
        header = [cell.strip() for cell in next(reader, [])]
        if not _header_fits(sheet, header, fields, required, faults):
            return []
        for cells in reader:
            if any(cell.strip() for cell in cells):
                lines += 1
                rows += _row(sheet, reader.line_num, header, cells, row_type, fields, required, faults)
    except csv.Error as error:
        todo = "Close what is quoted, write a quotation mark inside a cell twice, and save it as CSV"
        faults.append(VocabularyInvalid(f"not CSV: {error}", where=_line(sheet, reader.line_num), todo=todo))
        return rows
    if not lines:
        todo = "Add rows, or remove the file: the built-in one is used then"
        faults.append(VocabularyInvalid("the table has no rows", where=sheet.place, todo=todo))
    return rows


def _text(sheet: Sheet, faults: Faults) -> str | None:
    try:
        return sheet.raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = sheet.raw.count(b"\n", 0, error.start) + 1
        what = f"not UTF-8 (byte 0x{sheet.raw[error.start]:02X})"
        todo = "Save it as CSV UTF-8 (in a spreadsheet: save as, CSV UTF-8)"
        faults.append(VocabularyInvalid(what, where=_line(sheet, line), todo=todo))
        return None


def _separator(text: str, fields: Iterable[str]) -> str:
    """The mark between the cells: the one by which the first line names the most columns."""
    first, known = text.split("\n", 1)[0], set(fields)
    return max(SEPARATORS, key=lambda mark: len(known & {cell.strip(' "\r') for cell in first.split(mark)}))


def _header_fits(
    sheet: Sheet, header: Sequence[str], fields: Mapping[str, str], required: Sequence[str], faults: Faults
) -> bool:
    wrong = list(_header_faults(header, fields, required))
    columns = f"the columns are {', '.join(fields)}"
    faults += [
        VocabularyInvalid(f"{what}; {columns}", where=_line(sheet, 1), todo=todo) for what, todo in wrong
    ]
    return not wrong


def _header_faults(
    header: Sequence[str], fields: Mapping[str, str], required: Sequence[str]
) -> Iterator[tuple[str, str]]:
    if not any(header):
        yield "there is no line of columns", "Begin the file with the names of its columns"
        return
    for column in sorted({c for c in header if header.count(c) > 1}):
        yield f"the column {column!r} stands there twice", "Remove one of them"
    for column in header:
        if column not in fields:
            near = get_close_matches(column, list(fields), 1)
            yield (
                f"unknown column {column!r}",
                f"Rename it to {near[0]}" if near else "Remove it, or correct it",
            )
    for column in required:
        if column not in header:
            yield f"the column {column!r} is missing", "Add it"


def _row(
    sheet: Sheet,
    line: int,
    header: Sequence[str],
    cells: Sequence[str],
    row_type: type[T],
    fields: Mapping[str, str],
    required: Sequence[str],
    faults: Faults,
) -> Iterator[Placed[T]]:
    if len(cells) != len(header):
        what = (
            f"the row has {len(cells)} cells and the header {len(header)}: more or fewer cells than columns"
        )
        todo = "Put cells that hold the separator in quotation marks"
        faults.append(fault(sheet.place, line, header[min(len(cells), len(header)) - 1], what, todo))
        return
    named = {column: cell.strip() for column, cell in zip(header, cells, strict=True)}
    empty = [(c, "the cell is empty", "Fill it") for c in required if not named[c]]
    wrong = empty or list(wrong_cells(sheet.table, named))
    faults += [fault(sheet.place, line, *one) for one in wrong]
    if not wrong:
        values = {
            name: _split(named.get(name, "")) if kind.startswith("tuple") else named.get(name, "")
            for name, kind in fields.items()
        }
        yield Placed(row_type(**values), sheet.place, line)


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _line(sheet: Sheet, line: int) -> str:
    return f"{sheet.place}, line {line}"
