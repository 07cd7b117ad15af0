"""Reads and checks the vocabulary's CSV files: a bad row is named by file, line and column."""

from __future__ import annotations

import csv
import dataclasses
import hashlib
import io
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from ingest.errors import VocabularyInvalid
from ingest.vocabulary.tables import (
    Body,
    BodyHead,
    BodyTitle,
    CatalogueAct,
    Cue,
    DocType,
    Formula,
    IssuerCode,
    Measure,
    MeasurePattern,
    MeasureWord,
    NameCue,
    Province,
    RelationCue,
    Vocabulary,
)

SHIPPED_DIR = Path(__file__).parent
_T = TypeVar("_T")

# file -> (row type, columns that may not be empty)
_REQUIRED: Mapping[str, tuple[str, ...]] = {
    "provinces.csv": ("code", "name", "full_name", "type", "region", "unit_2025", "source"),
    "bodies.csv": ("id", "name", "level", "source"),
    "body_heads.csv": ("member", "bare", "source"),
    "body_titles.csv": ("forms", "kind", "name", "source"),
    "measures.csv": ("id", "name", "kind", "source"),
    "measure_patterns.csv": ("measure", "pattern", "examples"),
    "measure_words.csv": ("name", "words"),
    "cues.csv": ("words", "effect"),
    "directives.csv": ("key", "doc_type", "date", "topic", "source"),
    "doc_types.csv": ("name", "side", "source"),
    "issuer_codes.csv": ("code", "name", "level", "source"),
    "name_cues.csv": ("words", "effect", "source"),
    "relation_cues.csv": ("cue", "effect", "source"),
    "formulas.csv": ("phrase", "reach", "source"),
}


def load_vocabulary(folder: Path = SHIPPED_DIR) -> Vocabulary:
    """The vocabulary in `folder`. Raises VocabularyInvalid for the first thing found wrong."""
    raw = {name: _bytes(folder / name) for name in _REQUIRED}
    bodies = _keyed(folder, "bodies.csv", Body, raw, "id")
    vocabulary = Vocabulary(
        provinces=_keyed(folder, "provinces.csv", Province, raw, "code"),
        bodies=bodies,
        body_heads=tuple(row for _, row in _rows(folder, "body_heads.csv", BodyHead, raw)),
        body_titles=tuple(row for _, row in _rows(folder, "body_titles.csv", BodyTitle, raw)),
        measures=_keyed(folder, "measures.csv", Measure, raw, "id"),
        measure_patterns=tuple(row for _, row in _rows(folder, "measure_patterns.csv", MeasurePattern, raw)),
        measure_words=_keyed(folder, "measure_words.csv", MeasureWord, raw, "name"),
        cues=tuple(row for _, row in _rows(folder, "cues.csv", Cue, raw)),
        name_cues=tuple(row for _, row in _rows(folder, "name_cues.csv", NameCue, raw)),
        directives=_keyed(folder, "directives.csv", CatalogueAct, raw, "key"),
        doc_types=tuple(row for _, row in _rows(folder, "doc_types.csv", DocType, raw)),
        issuer_codes=_keyed(folder, "issuer_codes.csv", IssuerCode, raw, "code"),
        relation_cues=_keyed(folder, "relation_cues.csv", RelationCue, raw, "cue"),
        formulas=tuple(row for _, row in _rows(folder, "formulas.csv", Formula, raw)),
        sha256=hashlib.sha256(b"\0".join(raw[name] for name in sorted(raw))).hexdigest(),
    )
    _check_parents(folder, vocabulary)
    return vocabulary


@lru_cache(maxsize=1)
def shipped() -> Vocabulary:
    """The vocabulary that comes with the program."""
    return load_vocabulary()


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise VocabularyInvalid(
            what="a vocabulary file is missing", where=str(path), todo="Put the file there"
        ) from None


def _keyed(folder: Path, name: str, row_type: type[_T], raw: Mapping[str, bytes], key: str) -> dict[str, _T]:
    table: dict[str, _T] = {}
    for line, row in _rows(folder, name, row_type, raw):
        value = getattr(row, key)
        if value in table:
            raise _bad(folder / name, line, key, f"{value!r} stands there already", "Remove one of the rows")
        table[value] = row
    return table


def _rows(folder: Path, name: str, row_type: type[_T], raw: Mapping[str, bytes]) -> Iterable[tuple[int, _T]]:
    path = folder / name
    try:
        reader = csv.DictReader(io.StringIO(raw[name].decode("utf-8-sig"), newline=""), strict=True)
        fields = {f.name: str(f.type) for f in dataclasses.fields(row_type)}  # type: ignore[arg-type]
        _check_header(path, reader.fieldnames or (), tuple(fields))
        rows = [(reader.line_num, _row(path, reader.line_num, cells, fields, row_type)) for cells in reader]
    except (csv.Error, UnicodeDecodeError) as error:
        raise VocabularyInvalid(
            what=f"not a CSV file in UTF-8: {error}", where=str(path), todo="Save it as CSV, UTF-8"
        ) from error
    if not rows:
        raise VocabularyInvalid(what="the table has no rows", where=str(path), todo="Add rows or restore it")
    return rows


def _check_header(path: Path, found: Iterable[str], wanted: tuple[str, ...]) -> None:
    if tuple(found) != wanted:
        raise VocabularyInvalid(
            what=f"the columns are {', '.join(found) or 'none'}",
            where=f"{path}, line 1",
            todo=f"Make them {', '.join(wanted)}",
        )


def _row(
    path: Path,
    line: int,
    cells: Mapping[str | None, str | None],
    fields: Mapping[str, str],
    row_type: type[_T],
) -> _T:
    if None in cells or None in cells.values():
        raise _bad(path, line, "all", "the row has more or fewer cells than the header", "Quote its commas")
    for column in _REQUIRED[path.name]:
        if not (cells[column] or "").strip():
            raise _bad(path, line, column, "the cell is empty", "Fill it")
    values = {
        name: _split(cells[name] or "") if kind.startswith("tuple") else (cells[name] or "").strip()
        for name, kind in fields.items()
    }
    return row_type(**values)


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _check_parents(folder: Path, vocabulary: Vocabulary) -> None:
    """Every id that a table borrows from bodies.csv or measures.csv stands there."""
    for name, column, row, body in _borrowed_bodies(vocabulary):
        if body and body not in vocabulary.bodies:
            raise _bad(folder / name, 0, column, f"{row}: no body {body!r}", "Add it")
    for pattern in vocabulary.measure_patterns:
        if pattern.measure not in vocabulary.measures:
            where = folder / "measure_patterns.csv"
            raise _bad(where, 0, "measure", f"{pattern.pattern!r}: no measure {pattern.measure!r}", "Add it")


def _borrowed_bodies(vocabulary: Vocabulary) -> Iterable[tuple[str, str, str, str]]:
    """File, column, row and id of each body that another table names."""
    for act in vocabulary.directives.values():
        yield "directives.csv", "issuer", act.key, act.issuer
    for head in vocabulary.body_heads:
        for body in (head.central, head.province, head.district, head.commune):
            yield "body_heads.csv", "ids", head.member[0], body
    for title in vocabulary.body_titles:
        for body in (part for pair in title.orgs for part in pair.split("=")):
            yield "body_titles.csv", "orgs", title.name, body
    for code in vocabulary.issuer_codes.values():
        yield "issuer_codes.csv", "body", code.code, code.body


def _bad(path: Path, line: int, column: str, what: str, todo: str) -> VocabularyInvalid:
    where = f"{path}, line {line}, column {column}" if line else f"{path}, column {column}"
    return VocabularyInvalid(what=what, where=where, todo=todo)
