"""A list of the files an ingest has gone through: one over thousands can be stopped and taken up again.

A CSV file that grows by a row a file, written when the file's document is in the graph. The last row of a
path counts. A file whose size and time are as listed is not opened again while the graph holds its document
as this program and this vocabulary read it.
"""

from __future__ import annotations

import codecs
import csv
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from ingest.documents import Document, Source
from ingest.errors import ManifestUnusable, Unreadable

COLUMNS = ("path", "bytes", "modified_ns", "state", "document", "reader", "synthetic", "what")
READ, FAILED = "read", "failed"


@dataclass(frozen=True, slots=True)
class _Row:
    """What is listed of a file."""

    bytes: int
    modified_ns: int
    state: str
    document: str
    reader: str
    synthetic: bool


class Manifest:
    """The files gone through; without a path it lists nothing and knows none."""

    def __init__(self, path: Path | None = None) -> None:
        """Reads what is listed, and removes a last line that was cut off: `mended` says so to people.

        Raises ManifestUnusable: unreadable, not such a list, or a line of it is broken.
        """
        self.mended: str | None = None
        self._path = path
        self._rows: dict[str, _Row] = {}
        if path is not None and path.exists():
            self._read(path)

    def known(self, file: Path) -> Document | None:
        """The document of a file that is as it was when it was listed, its text not read; None for others."""
        row = self._rows.get(str(file))
        if row is None or row.state != READ or _stamp(file) != (row.bytes, row.modified_ns):
            return None
        return Document(row.document, "", "", row.reader, Source(str(file)), row.synthetic)

    def note(self, gone_through: Iterable[Document | Unreadable]) -> None:
        """Lists files whose documents are in the graph, and those that could not be read. Raises
        ManifestUnusable."""
        if self._path is None:
            return
        try:
            new = not self._path.exists() or self._path.stat().st_size == 0
            with self._path.open("a", encoding="utf-8", newline="") as out:
                writer = csv.writer(out)
                if new:
                    writer.writerow(COLUMNS)
                writer.writerows(map(_listed, gone_through))
        except OSError as error:
            raise _unusable(self._path, error.strerror or str(error)) from error

    def _read(self, path: Path) -> None:
        try:
            raw = path.read_bytes()
            whole = _whole_rows(raw, path)
            for line, cells in _cells(raw[:whole], path):
                self._rows[cells[0]] = _row(cells, f"{path}, line {line}")
            if whole < len(raw):
                os.truncate(path, whole)
                self.mended = f"{path}: its last line was cut off, and was removed; its file is read again"
        except OSError as error:
            raise _unusable(path, error.strerror or str(error)) from error


def _whole_rows(raw: bytes, path: Path) -> int:
    """How many of the bytes are whole rows: an ingest that was stopped hard may leave a part of one."""
    title = ",".join(COLUMNS).encode()
    if not raw.removeprefix(codecs.BOM_UTF8).startswith(title) and not title.startswith(raw):
        raise _unusable(path, f"its first line is not {title.decode()}")
    return raw.rfind(b"\n") + 1


def _cells(raw: bytes, path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows below the title, each with the number of its line."""
    try:
        rows = csv.reader(StringIO(raw.decode("utf-8-sig"), newline=""), strict=True)
        if (title := next(rows, None)) is not None and tuple(title) != COLUMNS:
            raise _unusable(path, f"its first line is not {','.join(COLUMNS)}")
        yield from ((rows.line_num, row) for row in rows if row)
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise _broken(f"{path}, line {line}", "it is not UTF-8") from error
    except csv.Error as error:
        raise _broken(f"{path}, line {rows.line_num}", str(error)) from error


def _row(cells: list[str], where: str) -> _Row:
    """What a line lists. Raises ManifestUnusable: cells are missing, or two lines are one."""
    if len(cells) != len(COLUMNS):
        raise _broken(where, f"{len(cells)} cells instead of {len(COLUMNS)}")
    _, size, modified, state, document, reader, synthetic, _ = cells
    if state not in (READ, FAILED):
        raise _broken(where, f"state is {state!r}, not {READ} or {FAILED}")
    if not all(number.isdecimal() or not number for number in (size, modified)):
        raise _broken(where, f"bytes or modified_ns is no number: {size!r}, {modified!r}")
    return _Row(int(size or 0), int(modified or 0), state, document, reader, synthetic == "yes")


def _listed(found: Document | Unreadable) -> tuple[object, ...]:
    if isinstance(found, Unreadable):
        what = " ".join(found.what.split())  # one line a file
        return (found.where, *_stamp(Path(found.where)), FAILED, "", "", "", what)
    path, synthetic = found.source.path, "yes" if found.synthetic else ""
    return (path, *_stamp(Path(path)), READ, found.id, found.reader, synthetic, "")


def _stamp(file: Path) -> tuple[int, int]:
    """Size and time of a file, those of its archive for one inside an archive; zeros where there is none."""
    for path in (file, *file.parents):
        if path.is_file():
            stat = path.stat()
            return stat.st_size, stat.st_mtime_ns
    return 0, 0


def _unusable(path: Path, what: str) -> ManifestUnusable:
    return ManifestUnusable(what, where=path, todo="Name another file, or remove it and begin anew")


def _broken(where: str, what: str) -> ManifestUnusable:
    todo = "Remove that line (its files are read again), or name another manifest"
    return ManifestUnusable(f"a line of it is broken: {what}", where=where, todo=todo)
