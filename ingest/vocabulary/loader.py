"""A folder of CSV files -> a vocabulary. What is not in the folder is taken from the built-in one.

`bodies.csv` stands in the place of the built-in table of that name; the rows of `bodies.add.csv` are added to
it. What is wrong is named by file, line and column, and everything wrong is found at once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any

from ingest.errors import VocabularyInvalid
from ingest.vocabulary.checking import Tables, faults_between
from ingest.vocabulary.sheets import Faults, Placed, Sheet, read_rows
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
    Subject,
    Vocabulary,
)

SHIPPED_DIR = Path(__file__).parent
BUILT_IN = "built-in"
ADDED = ".add.csv"

# table -> (row type, columns that may not be empty)
TABLES: Mapping[str, tuple[type[Any], tuple[str, ...]]] = {
    "subject": (Subject, ("key", "name", "name_en", "source")),
    "provinces": (Province, ("code", "name", "full_name", "type", "region", "unit_2025", "source")),
    "bodies": (Body, ("id", "name", "level", "source")),
    "body_heads": (BodyHead, ("member", "bare", "source")),
    "body_titles": (BodyTitle, ("forms", "kind", "name", "source")),
    "measures": (Measure, ("id", "name", "kind", "source")),
    "measure_patterns": (MeasurePattern, ("measure", "pattern", "examples")),
    "measure_words": (MeasureWord, ("name", "words")),
    "cues": (Cue, ("words", "effect")),
    "directives": (CatalogueAct, ("key", "doc_type", "date", "topic", "source")),
    "doc_types": (DocType, ("name", "side", "source")),
    "issuer_codes": (IssuerCode, ("code", "name", "level", "source")),
    "name_cues": (NameCue, ("words", "effect", "source")),
    "relation_cues": (RelationCue, ("cue", "effect", "source")),
    "formulas": (Formula, ("phrase", "reach", "source")),
}
_KEYED = {
    "provinces": "code",
    "bodies": "id",
    "measures": "id",
    "measure_words": "name",
    "directives": "key",
    "issuer_codes": "code",
    "relation_cues": "cue",
}


def load_vocabulary(folder: Path) -> Vocabulary:
    """The vocabulary in `folder`. Raises VocabularyInvalid: the first thing wrong, and how many there are."""
    return _loaded(folder.resolve().name, _sheets(folder))


def faults_of(folder: Path) -> list[VocabularyInvalid]:
    """Everything that is wrong with the vocabulary in `folder`. Raises VocabularyInvalid where it is none."""
    return _read(_sheets(folder))[1]


def kept_vocabulary(name: str, own: Mapping[str, str], place: str) -> Vocabulary:
    """A vocabulary from the texts of its own files (`Vocabulary.own`), kept in `place`. Raises
    VocabularyInvalid."""
    sheets = [
        Sheet(_table(file), file, f"{place}, {file}", text.encode()) for file, text in sorted(own.items())
    ]
    return _loaded(name, sheets)


@lru_cache(maxsize=1)
def shipped() -> Vocabulary:
    """The vocabulary that comes with the program."""
    return _loaded(BUILT_IN, [])


def _sheets(folder: Path) -> list[Sheet]:
    """The files of a folder that are tables. Raises VocabularyInvalid."""
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".csv")
        sheets = [Sheet(_table(path.name), path.name, str(path), path.read_bytes()) for path in files]
    except OSError as error:
        todo = "Name a folder of CSV files (docs/vocabulary.md)"
        raise VocabularyInvalid(error.strerror or str(error), where=folder, todo=todo) from error
    if not sheets:
        todo = f"Put at least one table there: {', '.join(f'{table}.csv' for table in TABLES)}"
        raise VocabularyInvalid("the folder holds no CSV file", where=folder, todo=todo)
    return sheets


def _table(file: str) -> str:
    return file.removesuffix(ADDED).removesuffix(".csv")


def _loaded(name: str, own: Sequence[Sheet]) -> Vocabulary:
    tables, faults = _read(own)
    if faults:
        first, others = faults[0], len(faults) - 1
        more = f" ({others} more: tiengvang vocabulary check DIR names all)" if others else ""
        raise VocabularyInvalid(first.what, where=first.where, todo=f"{first.todo}{more}")
    parts: dict[str, Any] = {
        table: {getattr(p.row, _KEYED[table]): p.row for p in rows}
        if table in _KEYED
        else tuple(p.row for p in rows)
        for table, rows in tables.items()
    }
    digests = {table: hashlib.sha256(repr(parts[table]).encode()).hexdigest() for table in sorted(parts)}
    parts["subject"] = parts["subject"][0]
    return Vocabulary(
        **parts,
        sha256=_joined(digests.values()),
        reading_sha256=_joined(digest for table, digest in digests.items() if table != "directives"),
        name=name,
        own={sheet.file: sheet.raw.decode("utf-8-sig") for sheet in own},
    )


def _joined(digests: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(digests).encode()).hexdigest()


def _read(own: Sequence[Sheet]) -> tuple[Tables, Faults]:
    """Every table, from the own files and the built-in ones, and what is wrong with them."""
    faults: Faults = [_no_table(sheet) for sheet in own if sheet.table not in TABLES]
    tables: dict[str, list[Placed[Any]]] = {}
    for table, (row_type, required) in TABLES.items():
        mine = [sheet for sheet in own if sheet.table == table]
        if all(sheet.file.endswith(ADDED) for sheet in mine):
            path = SHIPPED_DIR / f"{table}.csv"
            mine.append(Sheet(table, path.name, f"built-in {path.name}", path.read_bytes()))
        mine.sort(key=lambda sheet: sheet.file.endswith(ADDED))
        tables[table] = [row for sheet in mine for row in read_rows(sheet, row_type, required, faults)]
    broken = {sheet.table for sheet in own if any(f.where.startswith(f"{sheet.place}, ") for f in faults)}
    faults += faults_between(tables, broken)
    return tables, faults


def _no_table(sheet: Sheet) -> VocabularyInvalid:
    near = get_close_matches(sheet.table, list(TABLES), 1)
    todo = f"Rename it to {near[0]}.csv" if near else f"The tables are {', '.join(TABLES)}"
    return VocabularyInvalid(
        f"no table of a vocabulary is called {sheet.table}.csv", where=sheet.place, todo=todo
    )
