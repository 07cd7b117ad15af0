"""CSV files of a person's own: metadata about documents, and further acts for the catalogue.

A bad row is named by file, line and column, and nothing of the file is used.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.field_values import READERS
from app.vocabulary import in_force
from ingest.decisions.curation import Curated
from ingest.errors import MetadataInvalid
from ingest.vocabulary import CatalogueAct, Vocabulary

METADATA = ("path", "province", "number", "date", "issuer", "doc_type", "source_url", "retrieved_at", "note")
CATALOGUE = tuple(CatalogueAct.__slots__)
_LISTS = ("variants", "verified_fields")
_KEY = re.compile(r"[^@\s]+@\d{4}(-\d\d-\d\d)?")


@dataclass(frozen=True, slots=True)
class Line:
    """A row with its place in the file."""

    file: Path
    number: int
    cells: Mapping[str, str]

    def read(self, column: str, reader: Callable[[str], str]) -> str | None:
        """A cell through `reader`, None where it is empty. Raises MetadataInvalid with the place."""
        cell = self.cells.get(column, "")
        if not cell:
            return None
        try:
            return reader(cell)
        except ValueError as error:
            raise self.bad(column, str(error)) from error

    def bad(
        self, column: str, what: str, todo: str = "Correct the cell; nothing was loaded"
    ) -> MetadataInvalid:
        """The error that names this row and a column."""
        return MetadataInvalid(what, where=f"{self.file}, line {self.number}, column {column}", todo=todo)


@dataclass(frozen=True, slots=True)
class Metadata:
    """Curated facts by path as the ingest lists it; `elsewhere` are files that it leaves out."""

    curated: Mapping[str, Curated]
    elsewhere: tuple[str, ...]


def read_metadata(file: Path, listed: Iterable[Path]) -> Metadata:
    """What a person says of documents, by path. Raises MetadataInvalid.

    A path is taken from the file's own folder, else from the working directory.
    """
    names = {path.resolve(): str(path) for path in listed}
    curated: dict[str, Curated] = {}
    elsewhere: list[str] = []
    for line in _lines(file, METADATA, required=("path",)):
        path, facts = _path(line), _facts(line)
        if path not in names:
            elsewhere.append(line.cells["path"])
        elif names[path] in curated:
            raise line.bad(
                "path", f"{line.cells['path']} stands in an earlier row", "Keep one row a document"
            )
        else:
            curated[names[path]] = facts
    return Metadata(curated, tuple(elsewhere))


def read_catalogue(file: Path) -> tuple[CatalogueAct, ...]:
    """Further acts, in the columns of the vocabulary's directives.csv. Raises MetadataInvalid."""
    bodies = in_force().bodies
    acts = {}
    for line in _lines(file, CATALOGUE, required=("key", "doc_type", "date", "topic", "source")):
        key = line.cells["key"]
        if not _KEY.fullmatch(key):
            raise line.bad("key", f"{key!r} is no key of an act", "Write NUMBER@YEAR, as 16/CT-TTg@2020")
        if key in acts:
            raise line.bad("key", f"{key} stands in an earlier row", "Keep one row an act")
        _check_act(line)
        if line.cells["issuer"] and line.cells["issuer"] not in bodies:
            raise line.bad(
                "issuer", f"no body {line.cells['issuer']!r}", "Take an id of bodies.csv, or leave it"
            )
        acts[key] = _act(line)
    return tuple(acts.values())


def _check_act(line: Line) -> None:
    """Whether the key is that of the number and the day beside it. Raises MetadataInvalid."""
    day, number = line.read("date", READERS["date"]), line.read("number", READERS["number"])
    name, _, when = line.cells["key"].partition("@")
    if number is not None and (name, when) != (number, str(day)[:4]):
        todo = f"Write {number}@{str(day)[:4]}, or correct number or date"
        raise line.bad("key", f"the key {line.cells['key']!r} is not that of the number and date", todo)
    if number is None and when != day:
        raise line.bad("key", "an act without number has its whole day in the key", f"Write {name}@{day}")
    kinds = tuple(row.name for row in in_force().doc_types)
    if not line.cells["doc_type"].startswith(kinds):
        what = f"{line.cells['doc_type']!r} is no kind of act"
        raise line.bad("doc_type", what, f"Begin with one of {', '.join(kinds[:8])}, …")


def _act(line: Line) -> CatalogueAct:
    return catalogue_act(
        {name: cell.split("|") if name in _LISTS else cell for name, cell in line.cells.items()}
    )


def catalogue_act(values: Mapping[str, str | list[str]]) -> CatalogueAct:
    """An act of the catalogue from its cells; a list is one of names."""
    cells = {
        name: tuple(part.strip() for part in value if part.strip()) if isinstance(value, list) else value
        for name, value in values.items()
    }
    return CatalogueAct(**cells)  # type: ignore[arg-type]


def _facts(line: Line) -> Curated:
    facts = {field: line.read(field, reader) for field, reader in READERS.items()}
    return Curated.given(facts, line.cells["note"] or None)


def _path(line: Line) -> Path:
    given = Path(line.cells["path"]).expanduser()
    for candidate in (line.file.parent / given, given):
        if candidate.is_file():
            return candidate.resolve()
    raise line.bad("path", f"there is no file {line.cells['path']}")


def _lines(file: Path, columns: Sequence[str], required: Sequence[str]) -> list[Line]:
    try:
        raw = file.read_bytes().decode("utf-8-sig")
        reader = csv.DictReader(io.StringIO(raw, newline=""), strict=True)
        _check_header(file, reader.fieldnames or (), columns)
        return [_line(file, reader.line_num, cells, columns, required) for cells in reader]
    except (csv.Error, UnicodeDecodeError) as error:
        raise MetadataInvalid(f"not a CSV file in UTF-8: {error}", where=file, todo="Save it so") from error
    except OSError as error:
        raise MetadataInvalid(error.strerror or str(error), where=file, todo="Check the path") from error


def _check_header(file: Path, found: Sequence[str], columns: Sequence[str]) -> None:
    unknown = [name for name in found if name not in columns]
    if unknown or columns[0] not in found:
        what = f"there is no column {unknown[0]!r}" if unknown else f"the column {columns[0]!r} is missing"
        raise MetadataInvalid(what, where=f"{file}, line 1", todo=f"Take of the columns {', '.join(columns)}")


def _line(
    file: Path,
    number: int,
    cells: Mapping[str | None, str | None],
    columns: Sequence[str],
    required: Sequence[str],
) -> Line:
    if None in cells or None in cells.values():
        raise MetadataInvalid(
            "the row has more or fewer cells than the header",
            where=f"{file}, line {number}",
            todo="Quote cells that hold commas",
        )
    line = Line(file, number, {name: (cells.get(name) or "").strip() for name in columns})
    for column in required:
        if not line.cells[column]:
            raise line.bad(column, "the cell is empty")
    return line


def with_catalogue(vocabulary: Vocabulary, acts: Iterable[CatalogueAct]) -> Vocabulary:
    """The vocabulary with further acts; a row of one's own stands before the shipped one of its key."""
    added = {act.key: act for act in acts}
    if not added:
        return vocabulary
    text = vocabulary.sha256 + repr(sorted(added.items()))
    return replace(
        vocabulary,
        directives={**vocabulary.directives, **added},
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
