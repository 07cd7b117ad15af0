"""A small graph to ask, and all that must be the same afterwards."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from graph.driver import connect, plain
from graph.queries import inline
from graph.readonly import Limits, reader_of
from graph.store import Store

PATIENT = Limits(seconds=120)  # where a test is not about time: a busy machine is no fault
FILLED = (
    "CREATE (d:Document {id: 'd1', number: '1/CT', text: 'Tây Ninh'}) "
    "CREATE (p:Province {code: '72', name: 'Tây Ninh'}) "
    "CREATE (d)-[:ISSUED_IN {key: 'k1', document: 'd1', start: 0, end: 8, quote: 'Tây Ninh'}]->(p) "
    "CREATE (:Province {code: '91', name: 'Kiên Giang'}) "
    "CREATE (:Directive {key: '16/CT-TTg@2020', number: '16/CT-TTg'})"
)
FILLER = "UNWIND range(0, 149) AS n CREATE (:Filler {n: n})"
LINKED = "MATCH (a:Filler), (b:Filler) WHERE b.n IN [a.n + 1, a.n + 2, a.n + 3] CREATE (a)-[:NEXT]->(b)"

_NODES = inline("MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties", "nodes")
_EDGES = inline(
    "MATCH (a)-[r]->(b) RETURN properties(a) AS a, type(r) AS type, properties(r) AS properties, "
    "properties(b) AS b",
    "edges",
)
_SCHEMA = {
    "constraints": "SHOW CONSTRAINTS YIELD name RETURN name AS name",
    "indexes": "SHOW INDEXES YIELD name RETURN name AS name",
}
# The embedded engine makes a type, which Neo4j has not, for each label and each kind of relationship.
_TYPES = {
    "labels": "CALL db.labels() YIELD label RETURN label AS name",
    "relationships": "CALL db.relationshipTypes() YIELD relationshipType RETURN relationshipType AS name",
}


@pytest.fixture(scope="module")
def filled(module_store: Store) -> Store:
    """A store with a few nodes of ours."""
    module_store.write(inline(FILLED))
    return module_store


def state(store: Store) -> dict[str, Any]:
    """Counts and digests of nodes, relationships, schema and users."""
    nodes, edges = store.read(_NODES), store.read(_EDGES)
    asked = _SCHEMA | _TYPES if store.kind == "embedded" else _SCHEMA
    schema = {
        name: sorted(str(row["name"]) for row in store.read(inline(text))) for name, text in asked.items()
    }
    return {
        "nodes": len(nodes),
        "edges": len(edges),
        "digest": _digest([*_sorted(nodes), *_sorted(edges)]),
        "schema": _digest([schema]),
        "users": _users(store),
    }


def _sorted(rows: list[dict[str, Any]]) -> list[str]:
    return sorted(json.dumps(_settled(row), sort_keys=True, default=str) for row in rows)


def _settled(row: dict[str, Any]) -> dict[str, Any]:
    return row | {"labels": sorted(row["labels"])} if "labels" in row else row


def _digest(rows: list[Any]) -> str:
    return hashlib.sha256(json.dumps(rows, sort_keys=True, default=str).encode()).hexdigest()


def _users(store: Store) -> str:
    if store.kind == "embedded":
        config = Path(store.address.shown.removeprefix("embedded:")) / "config"
        return _digest([path.read_text(encoding="utf-8") for path in sorted(config.iterdir())])
    with store.driver.session(database="system") as session:
        return _digest([plain(dict(row)) for row in session.run("SHOW USERS YIELD user, roles")])


@contextmanager
def committing_reader(store: Store) -> Iterator[Callable[[str], object]]:
    """Runs a query as a reader does, without the guard, and commits it. Raises what the driver raises."""
    if store.kind == "neo4j":
        yield lambda text: store.driver.execute_query(text, routing_="r")  # type: ignore[arg-type]
        return
    address = reader_of(store.address)
    with connect(address) as driver:
        yield lambda text: driver.execute_query(text, database_=address.database)  # type: ignore[arg-type]
