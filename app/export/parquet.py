"""Parquet, one file a table, by pyarrow (the extra `data`)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.export.errors import ExtraMissing
from app.export.tables import Cell, Table
from app.export.writing import PerTable, Writer

if TYPE_CHECKING:
    from types import ModuleType

GROUP_ROWS = 20_000  # of a row group, unless its texts are long
GROUP_CHARACTERS = 16_000_000


def parquet(folder: Path) -> Writer:
    """A writer of Parquet files. Raises ExtraMissing without pyarrow."""
    arrow = _pyarrow()
    return PerTable(folder, "parquet", ".parquet", lambda path, table: _File(arrow, path, table))


def _pyarrow() -> ModuleType:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise ExtraMissing(
            f"Parquet needs pyarrow ({error})",
            where="--format parquet",
            todo="Install it: .venv/bin/pip install pyarrow; or choose another format",
        ) from error
    module: ModuleType = pyarrow
    return module


class _File:
    """One Parquet file; rows wait until they make a row group worth its name."""

    def __init__(self, arrow: Any, path: Path, table: Table) -> None:
        types = {
            "string": arrow.string(),
            "integer": arrow.int64(),
            "number": arrow.float64(),
            "boolean": arrow.bool_(),
            "array": arrow.list_(arrow.string()),
        }
        self._arrow = arrow
        self._schema = arrow.schema([(column.name, types[column.type]) for column in table.columns])
        self._waiting: list[Sequence[Cell]] = []
        self._weight = 0
        self._writer = arrow.parquet.ParquetWriter(path, self._schema, compression="zstd")

    def write(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Appends rows."""
        self._waiting.extend(rows)
        self._weight += sum(len(cell) for row in rows for cell in row if isinstance(cell, str))
        if len(self._waiting) >= GROUP_ROWS or self._weight >= GROUP_CHARACTERS:
            self._write_group()

    def _write_group(self) -> None:
        rows, self._waiting, self._weight = self._waiting, [], 0
        columns = [
            self._arrow.array(values, type=field.type)
            for values, field in zip(zip(*rows, strict=True), self._schema, strict=True)
        ]
        self._writer.write_table(self._arrow.Table.from_arrays(columns, schema=self._schema))

    def close(self) -> None:
        """Ends the file."""
        try:
            if self._waiting:
                self._write_group()
        finally:
            self._writer.close()
