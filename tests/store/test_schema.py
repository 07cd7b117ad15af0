"""The schema of the graph: made once, checked each time, and kept by both stores."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import schema
from graph.errors import ConstraintViolated, QueryFailed, SchemaFileInvalid, SchemaNewer
from graph.queries import inline
from graph.store import Store
from tests.store_fixtures import StoreAddress

MIGRATIONS = inline(
    "MATCH (m:Migration) RETURN m.version AS version, m.checksum AS checksum ORDER BY version"
)
RULES = inline("SHOW CONSTRAINTS YIELD name RETURN name AS name ORDER BY name")
INDEXES = inline("SHOW INDEXES YIELD name, state RETURN name AS name, state AS state ORDER BY name")
NODE_KEYS = [
    ("Document", "id"),
    ("Directive", "key"),
    ("Reference", "key"),
    ("Province", "code"),
    ("Body", "id"),
    ("Measure", "id"),
    ("Provision", "key"),
    ("Run", "id"),
    ("Migration", "version"),
    ("Dataset", "id"),
]
EVIDENCE = [
    "TEXT_OF", "ISSUED_IN", "ISSUED_BY", "ADDRESSED_TO", "SENT_TO", "CITES", "ORDERS", "AVOIDS", "LIFTS",
    "MENTIONS", "ASSIGNS", "NAMES", "REUSES",
]  # fmt: skip


def test_migrating_twice_changes_nothing(fresh_store: Store) -> None:
    fresh_store.migrate()
    before = [fresh_store.read(query) for query in (MIGRATIONS, RULES, INDEXES)]
    assert fresh_store.migrate() == []
    assert [fresh_store.read(query) for query in (MIGRATIONS, RULES, INDEXES)] == before


def test_a_migrated_store_records_each_file_with_its_checksum(store: Store) -> None:
    files = schema.load_migrations()
    assert store.read(MIGRATIONS) == [{"version": m.version, "checksum": m.checksum} for m in files]


def test_every_index_is_ready(store: Store) -> None:
    assert {row["state"] for row in store.read(INDEXES)} == {"ONLINE"}


@pytest.mark.parametrize(("label", "key"), NODE_KEYS)
def test_a_node_key_is_taken_once(store: Store, label: str, key: str) -> None:
    create = inline(f"CREATE (n:{label} {{{key}: $value}})")
    count = inline(f"MATCH (n:{label} {{{key}: $value}}) RETURN count(n) AS n")
    store.write(create, value=77)
    with pytest.raises(ConstraintViolated):
        store.write(create, value=77)
    assert store.read(count, value=77) == [{"n": 1}]
    store.write(inline(f"MATCH (n:{label} {{{key}: 77}}) DELETE n"))


@pytest.mark.parametrize("kind", EVIDENCE)
def test_a_piece_of_evidence_is_kept_once(store: Store, kind: str) -> None:
    create = inline(f"CREATE (:Provision {{key: $a}})-[r:{kind} {{key: 'one'}}]->(:Provision {{key: $b}})")
    store.write(create, a="1", b="2")
    with pytest.raises(ConstraintViolated):
        store.write(create, a="3", b="4")
    assert store.read(inline("MATCH ()-[r]->() RETURN count(r) AS n")) == [{"n": 1}]


def test_text_is_found_with_and_without_its_marks(store: Store) -> None:
    store.write(
        inline("CREATE (:Provision {key: 'p', text: $text, text_fold: $fold}), (:Provision {key: 'q'})"),
        text="Thực hiện giãn cách xã hội",
        fold="thuc hien gian cach xa hoi",
    )
    find = inline("CALL db.index.fulltext.queryNodes('provision_text', $q) YIELD node RETURN node.key AS key")
    assert [store.read(find, q=words) for words in ("giãn cách", "gian cach", "GIÃN")] == [[{"key": "p"}]] * 3


def _folder(tmp_path: Path, **files: str) -> Path:
    for name, text in files.items():
        (tmp_path / f"{name}.cypher").write_text(text, encoding="utf-8")
    return tmp_path


FIRST = "CREATE CONSTRAINT migration_version IF NOT EXISTS FOR (n:Migration) REQUIRE n.version IS UNIQUE;"
SECOND = "// An index.\nCREATE INDEX later_x IF NOT EXISTS FOR (n:Later) ON (n.x);"


def test_a_new_file_is_applied_and_an_edited_one_refused(store: Store, tmp_path: Path) -> None:
    shipped = {m.path.stem: m.path.read_text(encoding="utf-8") for m in schema.load_migrations()}
    number = len(shipped) + 1
    added = f"V{number:03d}__later"
    folder = _folder(tmp_path, **shipped, **{added: SECOND})
    try:
        assert schema.migrate(store, folder) == [added]
        assert schema.migrate(store, folder) == []
        assert "later_x" in {row["name"] for row in store.read(INDEXES)}
        with pytest.raises(SchemaNewer, match=f"schema version {number}, this program knows {number - 1}"):
            store.migrate()
        _folder(tmp_path, **{added: SECOND + " // edited"})
        with pytest.raises(SchemaFileInvalid, match="was edited after it had been applied"):
            schema.migrate(store, folder)
    finally:
        store.write(inline("MATCH (m:Migration {version: $number}) DELETE m"), number=number)
        store.define("DROP INDEX later_x IF EXISTS")


def test_a_statement_for_one_store_runs_there_alone(store: Store, tmp_path: Path) -> None:
    shipped = {m.path.stem: m.path.read_text(encoding="utf-8") for m in schema.load_migrations()}
    number = len(shipped) + 1
    text = "// only: {0}\nCREATE INDEX only_{0} IF NOT EXISTS FOR (n:Only) ON (n.{0});"
    added = {f"V{number:03d}__only": text.format("neo4j") + "\n" + text.format("embedded")}
    try:
        schema.migrate(store, _folder(tmp_path, **shipped, **added))
        names = {row["name"] for row in store.read(INDEXES)}
        assert {name for name in names if name.startswith("only_")} == {f"only_{store.kind}"}
    finally:
        store.write(inline("MATCH (m:Migration {version: $number}) DELETE m"), number=number)
        store.define(f"DROP INDEX only_{store.kind} IF EXISTS")


def test_an_interrupted_migration_is_finished_by_the_next(fresh_store: Store, tmp_path: Path) -> None:
    broken = _folder(tmp_path, V001__first=FIRST + SECOND + "CREATE NONSENSE;")
    fresh_store.write(inline("MATCH (m:Migration) DELETE m"))
    with pytest.raises(QueryFailed, match="V001__first"):
        schema.migrate(fresh_store, broken)
    assert fresh_store.read(MIGRATIONS) == []
    assert schema.migrate(fresh_store, _folder(tmp_path, V001__first=FIRST + SECOND)) == ["V001__first"]


def test_another_session_sees_the_schema(store: Store, store_address: StoreAddress) -> None:
    with store_address.open() as other:
        assert other.migrate() == []
        assert other.read(RULES) == store.read(RULES)
