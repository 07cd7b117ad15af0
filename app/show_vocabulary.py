"""A vocabulary in a line, and for programs: its name, its hash, and which tables come from where."""

from __future__ import annotations

from ingest.vocabulary import Vocabulary
from ingest.vocabulary.loader import ADDED, TABLES

_HASH = 12


def as_record(vocabulary: Vocabulary) -> dict[str, object]:
    """Name, hash, subject, and of each table whether it is `own`, `built-in` or `added` to."""
    return {
        "name": vocabulary.name,
        "sha256": vocabulary.sha256,
        "subject": vocabulary.subject.key,
        "tables": {table: _from(vocabulary, table) for table in TABLES},
    }


def described(vocabulary: Vocabulary) -> str:
    """The same for people."""
    tables = {table: _from(vocabulary, table) for table in TABLES}
    own = [f"{table}.csv" for table, source in tables.items() if source == "own"]
    added = [f"{table}.csv" for table, source in tables.items() if source == "added"]
    parts = [
        f"of its folder {', '.join(own)}" if own else "",
        f"with rows added to the built-in {', '.join(added)}" if added else "",
        f"{len(tables) - len(own) - len(added)} of {len(tables)} tables built in",
    ]
    name = f"Vocabulary {vocabulary.name} ({vocabulary.sha256[:_HASH]}), subject {vocabulary.subject.key}"
    return f"{name}: {'; '.join(part for part in parts if part)}."


def _from(vocabulary: Vocabulary, table: str) -> str:
    if f"{table}.csv" in vocabulary.own:
        return "own"
    return "added" if f"{table}{ADDED}" in vocabulary.own else "built-in"
