"""manifest.json: what an export holds, of which state of the data, under which licence; and its check."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeGuard

from app.export.errors import ManifestInvalid
from app.export.state import State
from app.export.tables import DERIVED, Column
from app.version import VERSION

NAME = "manifest.json"
PROGRAM = "tiengvang"
FORM = 1  # of the manifest itself
LICENCE = {
    "code": "MIT",
    "data": "MIT",
    "texts": "Official documents are outside copyright in Viet Nam (Law on Intellectual Property, article "
    "15); any other text keeps the rights that it has.",
}


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file of an export. `table` is "" for one that holds the whole graph; `rows` counts rows, nodes and
    relationships, or annotations. `of` says for Neo4j's importer what the rows are."""

    path: str
    format: str
    table: str
    rows: int
    columns: tuple[Column, ...] = ()
    of: Mapping[str, str | int] = field(default_factory=dict)


def write_manifest(
    folder: Path, state: State, entries: Sequence[FileEntry], *, documents: int, synthetic: int
) -> dict[str, Any]:
    """Writes the manifest of the files in a folder and returns it."""
    found = {
        "name": PROGRAM,
        "manifest": FORM,
        "title": "Tiếng Vang: statements of Vietnamese official documents, each with its quote",
        "program_version": VERSION,
        "schema_version": state.schema,
        "dataset_version": state.version,
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "documents": documents,
        "synthetic_documents": synthetic,
        "synthetic": synthetic > 0,
        "licence": LICENCE,
        "state": {name: value for name, value in sorted(state.props.items()) if name != "id"},
        "files": [_entry(folder, entry) for entry in sorted(entries, key=lambda e: e.path)],
    }
    text = json.dumps(found, ensure_ascii=False, indent=1)
    (folder / NAME).write_text(text + "\n", encoding="utf-8")
    return found


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a folder. Raises ManifestInvalid where it is no export of this program."""
    try:
        found = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ManifestInvalid(
            f"no {NAME} can be read here ({error})", where=folder, todo="Name the folder of an export"
        ) from error
    if not _is_ours(found):
        raise ManifestInvalid(
            f"the {NAME} is of another program or version", where=folder, todo="Export anew"
        )
    return found


def _is_ours(found: object) -> TypeGuard[dict[str, Any]]:
    if not isinstance(found, dict) or (found.get("name"), found.get("manifest")) != (PROGRAM, FORM):
        return False
    files = found.get("files")
    needed = {"path", "format", "bytes", "sha256"}
    return isinstance(files, list) and all(isinstance(e, dict) and needed <= e.keys() for e in files)


def foreign_file(folder: Path) -> str | None:
    """A file that is of no export of ours, None where every file is listed by the manifest."""
    try:
        listed = {entry["path"] for entry in read_manifest(folder)["files"]}
    except ManifestInvalid:
        return next((path.name for path in sorted(folder.iterdir())), None)
    present = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}
    return next(iter(sorted(present - listed - {NAME})), None)


def faults(folder: Path) -> Iterator[str]:
    """One line for each file that is not as the manifest says. Raises ManifestInvalid."""
    for entry in read_manifest(folder)["files"]:
        path = folder / entry["path"]
        if not path.is_file():
            yield f"{entry['path']}: missing"
        elif path.stat().st_size != entry["bytes"]:
            yield f"{entry['path']}: {path.stat().st_size} bytes, the manifest says {entry['bytes']}"
        elif digest_of(path) != entry["sha256"]:
            yield f"{entry['path']}: its sha256 is not the one of the manifest"
    stranger = foreign_file(folder)
    if stranger is not None:
        yield f"{stranger}: not in the manifest"


def digest_of(path: Path) -> str:
    """sha256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _entry(folder: Path, entry: FileEntry) -> dict[str, Any]:
    path = folder / entry.path
    return {
        "path": entry.path,
        "format": entry.format,
        **({"table": entry.table, "derived": entry.table in DERIVED} if entry.table else {}),
        **entry.of,
        "rows": entry.rows,
        "bytes": path.stat().st_size,
        "sha256": digest_of(path),
        "columns": [asdict(column) for column in entry.columns],
    }
