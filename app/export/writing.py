"""Files of rows, one a table: JSON lines and CSV. What a format writes, every writer takes as portions."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

from app.export.manifest import FileEntry
from app.export.tables import Cell, Portion, Table, cells, tables

BOM = "\ufeff"  # without it Excel takes UTF-8 for a code page
END = "\r\n"  # of a CSV row (RFC 4180)


class Writer(Protocol):
    """One format being written. `close` ends its files and tells what they hold."""

    def take(self, portion: Portion) -> None:
        """Writes a portion."""

    def close(self) -> list[FileEntry]:
        """Ends the files."""

    def abort(self) -> None:
        """Lets go of the files; they are thrown away."""


class TableFile(Protocol):
    """One table being written."""

    def write(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Appends rows."""

    def close(self) -> None:
        """Ends the file."""


class PerTable:
    """A format with one file a table, an empty table's too, in a folder named for the format."""

    def __init__(
        self, folder: Path, name: str, suffix: str, opened: Callable[[Path, Table], TableFile]
    ) -> None:
        self._format, self._suffix = name, suffix
        (folder / name).mkdir()
        self._counts = dict.fromkeys(tables(), 0)
        self._stack = ExitStack()
        self._files: dict[str, TableFile] = {}
        try:
            for table in tables().values():
                file = opened(folder / name / f"{table.name}{suffix}", table)
                self._files[table.name] = file
                self._stack.callback(file.close)
        except BaseException:
            self._stack.close()
            raise

    def take(self, portion: Portion) -> None:
        """Appends each table's rows to its file."""
        for name, rows in portion.items():
            if rows:
                self._files[name].write([cells(tables()[name], row) for row in rows])
                self._counts[name] += len(rows)

    def close(self) -> list[FileEntry]:
        """Ends the files."""
        self._stack.close()
        return [
            FileEntry(
                f"{self._format}/{name}{self._suffix}", self._format, name, count, tables()[name].columns
            )
            for name, count in self._counts.items()
        ]

    def abort(self) -> None:
        """Lets go of the files."""
        self._stack.close()


class JsonLines:
    """One object a line, every column a member."""

    def __init__(self, path: Path, table: Table) -> None:
        self._names = [column.name for column in table.columns]
        self._file = path.open("x", encoding="utf-8", newline="")

    def write(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Appends rows."""
        for row in rows:
            self._file.write(json_line(dict(zip(self._names, row, strict=True))) + "\n")

    def close(self) -> None:
        """Ends the file."""
        self._file.close()


class Csv:
    """RFC 4180 in UTF-8 with a BOM. Text always stands in quotes and nothing in none, so that "" is told from
    nothing; a list is a JSON array. Cells are as the data have them: see docs/data.md on spreadsheets."""

    def __init__(self, path: Path, table: Table) -> None:
        self._file = path.open("x", encoding="utf-8", newline="")
        self._file.write(BOM + ",".join(column.name for column in table.columns) + END)

    def write(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Appends rows."""
        for row in rows:
            self._file.write(",".join(map(csv_cell, row)) + END)

    def close(self) -> None:
        """Ends the file."""
        self._file.close()


def json_line(value: object) -> str:
    """JSON on one line, also for readers that end a line at a separator of Unicode."""
    text = json.dumps(value, ensure_ascii=False)
    return text.replace("\x85", "\\u0085").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def csv_cell(value: Cell) -> str:
    """A cell as CSV."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return '"' + text.replace('"', '""') + '"'


def jsonl(folder: Path) -> Writer:
    """A writer of JSON lines."""
    return PerTable(folder, "jsonl", ".jsonl", JsonLines)


def csv(folder: Path) -> Writer:
    """A writer of CSV."""
    return PerTable(folder, "csv", ".csv", Csv)
