"""Somebody else's data in a Neo4j database: never touched, and ours beside it only when a person says so."""

from __future__ import annotations

import re

from graph.errors import StoreForeign
from graph.queries import inline
from graph.schema import load_migrations
from graph.store import Store

_LABEL = re.compile(r"\bFOR\s*\(\s*\w+\s*:\s*(\w+)\s*\)", re.IGNORECASE)
_SAMPLE = 10_000  # nodes of which the labels are shown
_SHOWN = 5

_MADE = inline("MATCH (m:Migration) RETURN count(m) AS count", "migrations_made")
_NODES = inline("MATCH (n) RETURN count(n) AS count", "nodes_held")
_LABELS = inline(
    f"MATCH (n) WITH n LIMIT {_SAMPLE} UNWIND labels(n) AS label "
    "RETURN DISTINCT label AS label ORDER BY label",
    "labels_held",
)


def refuse_foreign(store: Store, *, allowed: bool) -> None:
    """Raises StoreForeign where a Neo4j database without our schema holds nodes.

    allowed: ours may stand beside them. Nodes of labels that we use could not be told from ours: these are
    refused in any case.
    """
    if store.kind != "neo4j" or store.read(_MADE)[0]["count"]:
        return
    nodes = store.read(_NODES)[0]["count"]
    if not nodes:
        return
    for label in our_labels():
        held = store.read(inline(f"MATCH (n:{label}) RETURN count(n) AS count", "label_held"))[0]["count"]
        if held:
            raise StoreForeign(
                f"the database holds {held} nodes labelled {label} that are not ours, and so are ours",
                where=store.describe(),
                todo="Name another database (TIENGVANG_GRAPH_DATABASE)",
            )
    if not allowed:
        labels = [str(row["label"]) for row in store.read(_LABELS)]
        shown = ", ".join(labels[:_SHOWN]) + (", …" if len(labels) > _SHOWN else "")
        raise StoreForeign(
            f"the database holds somebody else's data: {nodes} nodes ({shown or 'without label'})",
            where=store.describe(),
            todo="Name another database (TIENGVANG_GRAPH_DATABASE), or put ours beside it with ingest --yes: "
            "what is not ours is never touched",
        )


def our_labels() -> list[str]:
    """The labels that the schema knows."""
    texts = (statement.text for migration in load_migrations() for statement in migration.statements)
    return sorted({match[1] for text in texts for match in _LABEL.finditer(text)})
