"""A Neo4j database with somebody else's data in it: never touched, and ours beside it only when asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import StoreForeign
from graph.foreign import our_labels, refuse_foreign
from graph.queries import inline
from graph.store import Store
from tests.cli.conftest import SAMPLE, run
from tests.export.making import from_jsonl
from tests.store_fixtures import StoreAddress, clear

pytestmark = pytest.mark.neo4j

THEIRS = inline(
    "CREATE (a:Person {name: 'Ann', key: 'k'})-[:KNOWS {since: 1999}]->(b:Person {name: 'Bob', key: 'k'}),"
    " (a)-[:MENTIONS {key: 'k'}]->(:Book {title: 'Truyện Kiều'}), ({free: true})"
)
SEEN = inline(
    "MATCH (n) WHERE n:Person OR n:Book OR labels(n) = [] OPTIONAL MATCH (n)-[r]->(m) "
    "RETURN labels(n) AS labels, properties(n) AS props, type(r) AS type, properties(r) AS of, "
    "coalesce(m.name, m.title) AS to ORDER BY coalesce(n.name, n.title, ''), to"
)
SCHEMA = inline("SHOW CONSTRAINTS YIELD name RETURN name AS name")
OURS = inline("MATCH (n:Document) RETURN count(n) AS count")
DOCUMENT = SAMPLE / "005.txt"


@pytest.fixture
def theirs(neo4j_address: StoreAddress) -> Iterator[Store]:
    """A database that this program never saw, with another's data."""
    with neo4j_address.open() as store:
        clear(store, schema=True)
        store.write(THEIRS)
        yield store
        clear(store, schema=True)
        store.migrate()


def test_without_yes_nothing_is_written(theirs: Store, neo4j_address: StoreAddress) -> None:
    before = theirs.read(SEEN)
    done = run("ingest", DOCUMENT, env=neo4j_address.environment())
    assert done.returncode == 2
    assert "holds somebody else's data: 4 nodes (Book, Person)" in done.stderr
    assert "ingest --yes" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert theirs.read(SEEN) == before
    assert theirs.read(SCHEMA) == []


def test_with_yes_ours_stands_beside_it_and_theirs_is_as_before(
    theirs: Store, neo4j_address: StoreAddress, tmp_path: Path
) -> None:
    before, environment = theirs.read(SEEN), neo4j_address.environment()
    assert run("ingest", DOCUMENT, "--yes", env=environment).returncode == 0
    assert theirs.read(OURS) == [{"count": 1}]
    # The database is ours too from now on: nobody is asked again.
    assert run("ingest", DOCUMENT, env=environment).returncode == 0
    exported = run("export", tmp_path / "out", env=environment)
    assert exported.returncode == 0, exported.stderr
    (document,) = from_jsonl(tmp_path / "out", "documents")
    assert "Truyện Kiều" not in "".join(path.read_text("utf-8") for path in tmp_path.rglob("*.jsonl"))
    assert run("remove", document["id"], env=environment).returncode == 0
    assert theirs.read(OURS) == [{"count": 0}]
    assert theirs.read(SEEN) == before


def test_a_label_of_ours_is_refused_in_any_case(theirs: Store) -> None:
    for label in our_labels():
        if label == "Migration":  # which is what tells that the database is ours
            continue
        theirs.write(inline(f"CREATE (:{label} {{name: 'not ours'}})"))
        with pytest.raises(StoreForeign, match=f"1 nodes labelled {label} that are not ours"):
            refuse_foreign(theirs, allowed=True)
        theirs.write(inline(f"MATCH (n:{label}) DELETE n"))


def test_a_newer_schema_is_refused_by_commands_that_only_ask(
    theirs: Store, neo4j_address: StoreAddress, tmp_path: Path
) -> None:
    theirs.write(inline("CREATE (:Migration {version: 99, name: 'later', checksum: 'x'})"))
    for command in (["export", tmp_path / "out"], ["check"], ["ingest", DOCUMENT]):
        done = run(*command, env=neo4j_address.environment())
        assert done.returncode == 2
        assert "the graph has schema version 99" in done.stderr
        assert "Use the newer version of the program" in done.stderr
    assert not (tmp_path / "out").exists()
