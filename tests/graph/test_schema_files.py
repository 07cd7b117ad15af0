"""Schema files: ordered, whole, and the same on every system."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import SchemaFileInvalid
from graph.schema import load_migrations

INDEX = "CREATE INDEX x IF NOT EXISTS FOR (n:X) ON (n.x);\n"


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({}, "do not count from 1"),
        ({"V002__a.cypher": INDEX}, r"versions \[2\] do not count from 1 without a gap"),
        ({"V001__a.cypher": INDEX, "V003__b.cypher": INDEX}, r"versions \[1, 3\]"),
        ({"V001__a.cypher": INDEX, "V001__b.cypher": INDEX}, r"versions \[1, 1\]"),
        ({"V001_a.cypher": INDEX}, "V001_a.cypher: no name of a migration"),
        ({"V1__a.cypher": INDEX}, "no name of a migration"),
        ({"V001__a.cypher": "// nothing yet\n"}, "holds no statement"),
        ({"V001__a.cypher": "CREATE INDEX 'x;"}, "line 1: ' is opened and not closed"),
        ({"V001__a.cypher": "// only: oracle\n" + INDEX}, "no store is called 'oracle'"),
    ],
)
def test_a_folder_that_cannot_be_applied_is_refused(tmp_path: Path, files: dict[str, str], says: str) -> None:
    with pytest.raises(SchemaFileInvalid, match=says):
        load_migrations(write(tmp_path, files))


def test_a_migration_has_its_number_name_and_statements(tmp_path: Path) -> None:
    text = f"// Why.\n{INDEX}\n// only: neo4j\n{INDEX}// The end; really.\n"
    (migration,) = load_migrations(write(tmp_path, {"V001__first_indexes.cypher": text}))
    assert (migration.version, migration.name) == (1, "first_indexes")
    assert [statement.kinds for statement in migration.statements] == [("embedded", "neo4j"), ("neo4j",)]


def test_line_ends_do_not_change_the_checksum(tmp_path: Path) -> None:
    (tmp_path / "unix").mkdir()
    (tmp_path / "windows").mkdir()
    checksums = {
        load_migrations(write(tmp_path / kind, {"V001__a.cypher": text}))[0].checksum
        for kind, text in (("unix", INDEX * 2), ("windows", (INDEX * 2).replace("\n", "\r\n")))
    }
    assert len(checksums) == 1


def test_every_shipped_statement_may_run_twice() -> None:
    statements = [statement.text for migration in load_migrations() for statement in migration.statements]
    assert [text for text in statements if "IF NOT EXISTS" not in text] == []
