"""A list of the files an ingest has gone through: one over thousands can be stopped and taken up again.

A CSV file that grows by a row a file, written when the file's document is in the graph. The last row of a
path counts. A file whose size and time are as listed is not opened again while the graph holds its document
as this program and this vocabulary read it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
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
        """Reads what is listed. Raises ManifestUnusable: unreadable, or not such a list."""
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
            with path.open(encoding="utf-8", newline="") as source:
                rows = csv.DictReader(source)
                if tuple(rows.fieldnames or ()) != COLUMNS and path.stat().st_size:
                    raise _unusable(path, f"its first line is not {','.join(COLUMNS)}")
                for row in rows:
                    self._rows[row["path"]] = _row(row)
        except OSError as error:
            raise _unusable(path, error.strerror or str(error)) from error
        except (UnicodeDecodeError, csv.Error, ValueError, TypeError, KeyError) as error:
            raise _unusable(path, f"a line of it is broken ({error})") from error


def _row(row: dict[str, str]) -> _Row:
    size, modified = int(row["bytes"] or 0), int(row["modified_ns"] or 0)
    return _Row(size, modified, row["state"], row["document"], row["reader"], row["synthetic"] == "yes")


def _listed(found: Document | Unreadable) -> tuple[object, ...]:
    if isinstance(found, Unreadable):
        return (found.where, *_stamp(Path(found.where)), FAILED, "", "", "", found.what)
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
