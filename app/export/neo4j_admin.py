"""CSV for Neo4j's own importer (`neo4j-admin database import full`): a file for each kind of node and for
each kind of relationship between two kinds of nodes, with the importer's header. A list without parts has the
part EMPTY, which is taken out after the import.

Every property of every node and relationship is in it, none that is not. Constraints, indexes and the nodes
`Migration` are made after the import, by the program's own migrations.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TextIO, cast

from app.export.errors import ExportIncomplete
from app.export.manifest import FileEntry
from app.export.state import State
from app.export.tables import Cell, Column, Portion, Row, Table, Type, tables
from app.export.writing import csv_cell

FORMAT = "neo4j-admin"
DELIMITER = "\x1f"  # between the parts of a list
EMPTY = "\x1e"  # the only part of a list that has none: the importer takes "" for no list at all
_TYPES: Mapping[Type, str] = {
    "string": "string",
    "integer": "long",
    "number": "double",
    "boolean": "boolean",
    "array": "string[]",
}


class Importable:
    """The files of one graph; a file is made when its first row comes."""

    def __init__(self, folder: Path, state: State) -> None:
        self._folder = folder / FORMAT
        self._folder.mkdir()
        self._state = state
        self._files: dict[str, _Rows] = {}

    def take(self, portion: Portion) -> None:
        """Writes a portion. Raises ExportIncomplete on a property that no type is declared for."""
        for name, rows in portion.items():
            table = tables()[name]
            for row in rows:
                if table.is_node:
                    self._node(table, row)
                else:
                    self._edge(table, _end(row, "from"), _end(row, "to"), row)

    def close(self) -> list[FileEntry]:
        """Adds the node of the whole, and ends the files."""
        self._node(_whole(self._state.props), self._state.props)
        self.abort()
        return [rows.entry(name) for name, rows in self._files.items()]

    def abort(self) -> None:
        """Lets go of the files."""
        for rows in self._files.values():
            rows.file.close()

    def _node(self, table: Table, row: Row) -> None:
        _check(table, row)
        head = [f"{table.key}:ID({table.kind})", *_header(table.own, without=table.key)]
        key = str(row[str(table.key)])
        self._rows(table.kind, {"label": table.kind}, head).write([key, *_values(table, row)])
        if table.name == "provisions":
            document, parent = str(row["document"]), row.get("parent")
            self._edge(_bare("HAS_PROVISION"), ("Document", document), ("Provision", key), {})
            if parent:
                self._edge(_bare("PART_OF"), ("Provision", key), ("Provision", str(parent)), {})

    def _edge(self, table: Table, source: tuple[str, str], target: tuple[str, str], row: Row) -> None:
        _check(table, row)
        name = f"{table.kind}__{source[0]}__{target[0]}"
        of = {"type": table.kind, "from": source[0], "to": target[0]}
        head = [f":START_ID({source[0]})", f":END_ID({target[0]})", *_header(table.own)]
        self._rows(name, of, head).write([source[1], target[1], *_values(table, row)])

    def _rows(self, name: str, of: Mapping[str, str | int], head: Sequence[str]) -> _Rows:
        if name not in self._files:
            self._files[name] = _Rows(self._folder / f"{name}.csv", of, head)
        return self._files[name]


class _Rows:
    """One file being written."""

    def __init__(self, path: Path, of: Mapping[str, str | int], head: Sequence[str]) -> None:
        self.file: TextIO = path.open("x", encoding="utf-8", newline="")
        self.of, self.count = of, 0
        self.longest = 0
        self.file.write(",".join(head) + "\n")

    def write(self, values: Sequence[Cell]) -> None:
        """Appends a row."""
        parts = [_cell(value) for value in values]
        self.longest = max(self.longest, *(len(part.encode()) for part in parts))
        self.file.write(",".join(parts) + "\n")
        self.count += 1

    def entry(self, name: str) -> FileEntry:
        """What the manifest says of it; `longest` is what the importer's buffer must hold, in bytes."""
        of = {**self.of, "longest": self.longest}
        return FileEntry(f"{FORMAT}/{name}.csv", FORMAT, "", self.count, (), of)


def _cell(value: Cell) -> str:
    if not isinstance(value, list):
        return csv_cell(value)
    if value == [""] or any(DELIMITER in part or EMPTY in part for part in value):
        raise ExportIncomplete(
            f"the list {value!r} cannot be told apart in the importer's files",
            where=FORMAT,
            todo="Correct it in the graph",
        )
    return csv_cell(DELIMITER.join(value) if value else EMPTY)


def _header(columns: Sequence[Column], without: str | None = None) -> list[str]:
    return [f"{column.name}:{_TYPES[column.type]}" for column in columns if column.name != without]


def _values(table: Table, row: Row) -> list[Cell]:
    return [cast("Cell", row.get(column.name)) for column in table.own if column.name != table.key]


def _end(row: Row, side: str) -> tuple[str, str]:
    return str(row[f"{side}_kind"]), str(row[f"{side}_key"])


def _bare(kind: str) -> Table:
    """A relationship without properties."""
    return Table(kind.lower(), kind, None, ())


def _whole(props: Row) -> Table:
    """The node that the state of the whole is kept in."""
    types: dict[type, Type] = {bool: "boolean", int: "integer", float: "number", str: "string"}
    columns = tuple(Column(name, types[type(value)], "") for name, value in sorted(props.items()))
    return Table("dataset", "Dataset", "id", columns)


def _check(table: Table, row: Row) -> None:
    """Raises ExportIncomplete on a property without a declared type."""
    declared = {column.name for column in table.columns} | {"from_key", "from_kind", "to_key", "to_kind"}
    unknown = sorted(name for name, value in row.items() if name not in declared and value is not None)
    if unknown:
        raise ExportIncomplete(
            f"{table.kind} has the property {unknown[0]}, whose type this program does not know",
            where=FORMAT,
            todo="Take it out of the graph; the other formats keep it in the column `other`",
        )
