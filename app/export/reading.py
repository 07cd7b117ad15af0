"""The store as portions of rows, always in the same order: the same graph gives the same rows on every store.

Nodes that belong to no document come first, kind by kind; then the documents by id, some at a time, each
with its provisions and its statements in the order of its text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from app.answers.asking.reading import queries
from app.export.errors import ExportIncomplete
from app.export.tables import LINKS, NODES, STATEMENTS, Portion, Row, tables
from graph.store import Store

DOCUMENTS = 50  # a portion, with all that they state
NODES_AT_A_TIME = 2000
LARGE = {"echo_lists": 20, "tallies": 10}  # nodes of much text
_TYPES = [name.upper() for name in STATEMENTS]


def portions(store: Store) -> Iterator[Portion]:
    """Everything, a bounded portion at a time."""
    for name in NODES:
        if name not in ("documents", "provisions"):
            yield from _nodes(store, name)
    for ids in document_ids(store):
        yield _documents(store, ids)


def document_ids(store: Store) -> Iterator[list[str]]:
    """The ids of all documents in order, a portion at a time."""
    after = ""
    query = queries()["document_ids"]
    while rows := store.read(query, after=after, limit=NODES_AT_A_TIME):
        ids = [str(row["id"]) for row in rows]
        yield from (ids[start : start + DOCUMENTS] for start in range(0, len(ids), DOCUMENTS))
        after = ids[-1]


def _nodes(store: Store, name: str) -> Iterator[Portion]:
    after, limit = "", LARGE.get(name, NODES_AT_A_TIME)
    query = queries()[f"export_{name}"]
    while rows := store.read(query, after=after, limit=limit):
        found = sorted(rows, key=lambda row: str(row["key"]))
        after = str(found[-1]["key"])
        yield {name: [row["props"] for row in found], **_joined(store, name, [str(r["key"]) for r in found])}


def _joined(store: Store, name: str, ids: list[str]) -> dict[str, list[Row]]:
    """The relationships that hang on nodes of a kind, and are no statements of a document."""
    query = {"bodies": "export_links", "provinces": "export_first_orders"}.get(name)
    if query is None:
        return {}
    found = _by_table(store.read(queries()[query], ids=ids))
    return {table: sorted(rows, key=_ends) for table, rows in found.items()}


def _documents(store: Store, ids: list[str]) -> Portion:
    documents = store.read(queries()["export_documents"], ids=ids)
    provisions = store.read(queries()["export_provisions"], ids=ids)
    statements = _by_table(store.read(queries()["export_statements"], ids=ids, types=_TYPES))
    trees = [{**row["props"], "parent": row["parent"]} for row in provisions]
    return {
        "documents": sorted((row["props"] for row in documents), key=lambda row: str(row["id"])),
        "provisions": sorted(trees, key=lambda row: (str(row["document"]), row["position"])),
        **{name: sorted(rows, key=_place) for name, rows in statements.items()},
    }


def _by_table(rows: list[dict[str, object]]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        props = row["props"]
        assert isinstance(props, dict)
        joined = {
            "from_key": row["source"],
            "from_kind": _kind(row["source_labels"]),
            "to_key": row["target"],
            "to_kind": _kind(row["target_labels"]),
        }
        found[str(row["type"]).lower()].append({**props, **joined})
    return found


def _kind(labels: object) -> str | None:
    """The label that is ours: others may have put theirs on a node as well."""
    assert isinstance(labels, list)
    return next((label for label, _ in NODES.values() if label in labels), None)


def _place(row: Row) -> tuple[str, int, int, str]:
    start, end = row.get("start"), row.get("end")
    return (
        str(row["document"]),
        start if isinstance(start, int) else -1,
        end if isinstance(end, int) else -1,
        str(row["key"]),
    )


def _ends(row: Row) -> tuple[str, str]:
    return str(row["from_key"]), str(row["to_key"])


def check_complete(store: Store, written: Mapping[str, int], parents: int) -> None:
    """Raises ExportIncomplete unless so many rows were written as the store holds.

    written: rows by table. parents: provisions that lie in another.
    """
    held: Counter[str] = Counter()
    for row in store.read(queries()["export_counts"]):
        held[str(row["type"])] += int(row["count"])
    expected = Counter({tables()[name].kind: count for name, count in written.items()})
    expected["HAS_PROVISION"] = written.get("provisions", 0)
    expected["PART_OF"] += parents
    ours = {label for label, _ in NODES.values()} | {name.upper() for name in (*STATEMENTS, *LINKS)}
    for kind in sorted(ours | {"HAS_PROVISION"}):
        if held[kind] != expected[kind]:
            raise ExportIncomplete(
                f"the store holds {held[kind]} {kind}, of which {expected[kind]} belong to its documents",
                where=store.describe(),
                todo="Run tiengvang check, and ingest again",
            )
