"""Migrations: ordered files of schema statements, applied once, recorded in the graph with their checksum.

`V001__first.cypher` holds statements parted by `;`. A comment `// only: neo4j` or `// only: embedded` before
a statement leaves it out elsewhere. A released file is never edited: a store that has applied it refuses
another text.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph.cypher_text import statements
from graph.errors import SchemaFileInvalid, SchemaNewer, SchemaOutdated
from graph.queries import QUERIES_DIR, SCHEMA_FOLDER, inline

if TYPE_CHECKING:
    from graph.store import Store

SCHEMA_DIR = QUERIES_DIR / SCHEMA_FOLDER
KINDS = ("embedded", "neo4j")

_FILE = re.compile(r"V(\d{3})__(\w+)\Z")
_ONLY = re.compile(r"^\s*//\s*only:\s*(\S*)", re.MULTILINE)
_APPLIED = inline(
    "MATCH (m:Migration) RETURN m.version AS version, m.checksum AS checksum", "applied_migrations"
)
_RECORD = inline(
    "MERGE (m:Migration {version: $version}) SET m.name = $name, m.checksum = $checksum", "record"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """One schema statement, and the kinds of store that it is for."""

    text: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Migration:
    """A step of the schema: its number, its name, and the sha256 of its text."""

    version: int
    name: str
    checksum: str
    statements: tuple[Statement, ...]
    path: Path


def load_migrations(folder: Path = SCHEMA_DIR) -> tuple[Migration, ...]:
    """The migrations of a folder in order. Raises SchemaFileInvalid on a bad name, a gap or an empty file."""
    found = tuple(_load(path) for path in sorted(folder.glob("*.cypher")))
    versions = [migration.version for migration in found]
    if versions != list(range(1, len(found) + 1)) or not found:
        raise SchemaFileInvalid(
            f"versions {versions} do not count from 1 without a gap", where=folder, todo="Rename the files"
        )
    return found


def _load(path: Path) -> Migration:
    match = _FILE.match(path.stem)
    if not match:
        raise SchemaFileInvalid(
            "no name of a migration", where=path, todo="Name it like V001__what_it_does.cypher"
        )
    text = path.read_text(
        encoding="utf-8"
    )  # newlines are one kind here, so checksums are the same everywhere
    try:
        parts = tuple(_statement(part, path) for part in statements(text))
    except ValueError as error:
        raise SchemaFileInvalid(str(error), where=path, todo="Correct the file") from error
    if not parts:
        raise SchemaFileInvalid("holds no statement", where=path, todo="Write one or delete the file")
    checksum = hashlib.sha256(text.encode()).hexdigest()
    return Migration(int(match[1]), match[2], checksum, parts, path)


def _statement(text: str, path: Path) -> Statement:
    only = _ONLY.search(text)
    if only and only[1] not in KINDS:
        raise SchemaFileInvalid(
            f"no store is called {only[1]!r}", where=path, todo=f"Write one of {', '.join(KINDS)}"
        )
    return Statement(text, (only[1],) if only else KINDS)


def pending(store: Store, migrations: tuple[Migration, ...]) -> list[Migration]:
    """The migrations that a store lacks. Raises SchemaNewer, or SchemaFileInvalid on an edited file."""
    applied = {row["version"]: row["checksum"] for row in store.read(_APPLIED)}
    newest = max(applied, default=0)
    if newest > len(migrations):
        raise SchemaNewer(
            f"the graph has schema version {newest}, this program knows {len(migrations)}",
            where=store.describe(),
            todo="Use the newer version of the program",
        )
    for migration in migrations:
        if applied.get(migration.version, migration.checksum) != migration.checksum:
            raise SchemaFileInvalid(
                "was edited after it had been applied",
                where=migration.path,
                todo="Restore it and put the change into a new file; or start with an empty graph",
            )
    return [migration for migration in migrations if migration.version not in applied]


def migrate(store: Store, folder: Path = SCHEMA_DIR) -> list[str]:
    """Apply what is pending; the names of what was applied.

    A migration is recorded after its last statement, and every statement says IF NOT EXISTS: one that was
    interrupted is run again.
    """
    todo = pending(store, load_migrations(folder))
    if todo and store.attached:
        raise SchemaOutdated(
            f"the graph lacks {todo[0].path.name}, and only the process that holds it can apply it",
            where=store.describe(),
            todo="Stop that process and try again",
        )
    for migration in todo:
        _apply(store, migration)
    return [migration.path.stem for migration in todo]


def _apply(store: Store, migration: Migration) -> None:
    for statement in migration.statements:
        if store.kind in statement.kinds:
            store.define(statement.text, migration.path.stem)
    if store.kind == "neo4j":
        store.define("CALL db.awaitIndexes(300)")
    store.write(_RECORD, version=migration.version, name=migration.name, checksum=migration.checksum)
