"""What an export holds: all of the graph, the same in every format, on both stores."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx
import pyarrow.parquet
import pytest

from app.annotations import annotation_page
from app.export.manifest import faults, read_manifest
from app.export.tables import DERIVED, NODES, STATEMENTS, tables
from graph.foreign import our_labels
from graph.queries import inline
from graph.schema import load_migrations
from graph.store import Store
from tests.export.making import BASE, NAMES, ODD, fill, from_csv, from_jsonl, names, write_all

NODE_COUNTS = inline("MATCH (n) RETURN labels(n) AS labels, count(n) AS count")
EDGE_COUNTS = inline("MATCH ()-[r]->() RETURN type(r) AS type, count(r) AS count")


@pytest.fixture(scope="module")
def filled(module_store: Store, tmp_path_factory: pytest.TempPathFactory) -> Store:
    fill(module_store, tmp_path_factory.mktemp("documents"))
    return module_store


@pytest.fixture(scope="module")
def folder(filled: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_all(filled, tmp_path_factory.mktemp("export") / "all")


@pytest.fixture(scope="module")
def manifest(folder: Path) -> dict[str, Any]:
    return read_manifest(folder)


@pytest.fixture(scope="module")
def graph(folder: Path) -> Any:
    return networkx.read_graphml(folder / "graphml" / "graph.graphml")


def test_every_table_has_the_rows_of_the_graph(filled: Store, folder: Path) -> None:
    nodes = {row["labels"][0]: row["count"] for row in filled.read(NODE_COUNTS)}
    edges = {row["type"]: row["count"] for row in filled.read(EDGE_COUNTS)}
    assert set(nodes) - {"Dataset", "Migration"} <= {label for label, _ in NODES.values()}
    counts = {name: len(from_jsonl(folder, name)) for name in tables()}
    assert {name: counts[name] for name in NODES} == {
        name: nodes.get(label, 0) for name, (label, _) in NODES.items()
    }
    parents = sum(1 for row in from_jsonl(folder, "provisions") if row["parent"])
    wanted = {name: edges.get(name.upper(), 0) for name in counts if name not in NODES}
    assert {**wanted, "part_of": wanted["part_of"] - parents} == {name: counts[name] for name in wanted}
    structural = {"HAS_PROVISION", "PART_OF"}
    assert set(edges) - structural <= {name.upper() for name in counts}


def test_every_property_has_a_column(folder: Path) -> None:
    """Where this fails, declare the new property in app/export/columns.csv."""
    undeclared = [
        (name, row["other"]) for name in tables() for row in from_jsonl(folder, name) if row["other"]
    ]
    assert undeclared == []


def test_every_kind_of_the_schema_has_a_table() -> None:
    """Where this fails, give the new kind a table in app/export/tables.py."""
    schema = "".join(migration.path.read_text(encoding="utf-8") for migration in load_migrations())
    types = set(re.findall(r"\[\w+:(\w+)\]", schema))
    assert set(our_labels()) - {"Dataset", "Migration"} == {label for label, _ in NODES.values()}
    assert types == {name.upper() for name in STATEMENTS}


def test_each_column_is_declared_once() -> None:
    for table in tables().values():
        assert [name for name, times in Counter(names(table)).items() if times > 1] == []


def test_the_same_rows_stand_in_json_lines_csv_and_parquet(folder: Path) -> None:
    for name, table in tables().items():
        rows = from_jsonl(folder, name)
        parquet = pyarrow.parquet.read_table(folder / "parquet" / f"{name}.parquet")
        assert parquet.schema.names == names(table)
        assert parquet.to_pylist() == rows
        lenient = [{key: None if value == "" else value for key, value in row.items()} for row in rows]
        assert list(from_csv(folder, name)) == lenient


def test_every_quote_stands_in_the_text_of_its_file(folder: Path) -> None:
    texts = {row["id"]: row["text"] for row in from_jsonl(folder, "documents")}
    assert ODD in texts.values()
    quoted = 0
    for name in STATEMENTS:
        for row in from_jsonl(folder, name):
            if row["quote"] is not None:
                assert texts[row["document"]][row["start"] : row["end"]] == row["quote"]
                quoted += 1
    assert quoted > 200


def test_what_people_decided_goes_along(folder: Path) -> None:
    decisions = from_jsonl(folder, "decisions")
    assert sorted(row["action"] for row in decisions) == ["accept", "correct", "correct", "reject", "set"]
    (rejected,) = from_jsonl(folder, "rejected")
    assert (rejected["decided"], rejected["stated_type"]) == ("rejected", "MENTIONS")
    (corrected,) = [row for row in from_jsonl(folder, "cites") if row["decided"]]
    assert (corrected["basis"], corrected["relation"], corrected["changed"]) == (
        "curated",
        "mentions",
        ["relation"],
    )
    assert corrected["stated_relation"] == "implements"


def test_the_manifest_tells_what_there_is(folder: Path, manifest: dict[str, Any], filled: Store) -> None:
    assert list(faults(folder)) == []
    state = filled.read(inline("MATCH (s:Dataset) RETURN s.version AS version"))[0]
    assert manifest["dataset_version"] == state["version"]
    assert (manifest["documents"], manifest["synthetic_documents"]) == (5 + len(NAMES), len(NAMES))
    assert (manifest["synthetic"], manifest["licence"]["code"]) == (True, "MIT")
    by_table = {entry["table"]: entry for entry in manifest["files"] if entry["format"] == "parquet"}
    assert set(by_table) == set(tables())
    assert {name for name, entry in by_table.items() if entry["derived"]} == DERIVED
    for name, entry in by_table.items():
        assert entry["rows"] == len(from_jsonl(folder, name))
        assert [column["name"] for column in entry["columns"]] == names(tables()[name])


def test_networkx_reads_the_graph_with_types(filled: Store, graph: Any) -> None:
    """Each node and edge with its kind, each property with its type."""
    nodes = Counter(data["kind"] for _, data in graph.nodes(data=True))
    edges = Counter(data["kind"] for *_, data in graph.edges(data=True))
    ours = {label for label, _ in NODES.values()}
    held = {row["labels"][0]: row["count"] for row in filled.read(NODE_COUNTS)}
    assert nodes == {label: count for label, count in held.items() if label in ours}
    assert edges == {row["type"]: row["count"] for row in filled.read(EDGE_COUNTS)}
    citations = [data for *_, data in graph.edges(data=True) if data["kind"] == "CITES"]
    assert {type(data["start"]) for data in citations} == {int}
    reuses = [data for *_, data in graph.edges(data=True) if data["kind"] == "REUSES"]
    assert {type(data["score"]) for data in reuses} == {float}
    document = next(data for _, data in graph.nodes(data=True) if data["kind"] == "Document")
    assert type(document["synthetic"]) is bool


def test_a_quote_stands_in_the_text_of_a_graphml_node(graph: Any) -> None:
    texts = {key: data["text"] for key, data in graph.nodes(data=True) if data["kind"] == "Document"}
    assert ODD.replace("\x0b", "\ufffd").replace("\x0c", "\ufffd") in texts.values()
    for *_, data in graph.edges(data=True):
        if "quote" in data:
            text = texts[f"Document:{data['document']}"]
            assert text[data["start"] : data["end"]] == data["quote"]


def test_annotations_are_those_of_the_service(filled: Store, folder: Path) -> None:
    collection = json.loads((folder / "annotations" / "annotations.jsonld").read_text(encoding="utf-8"))
    items = collection["first"]["items"]
    assert collection["total"] == len(items)
    ids = [row["id"] for row in from_jsonl(folder, "documents")]
    assert items == [item for id in ids for item in _of_the_service(filled, id)]


def _of_the_service(store: Store, id: str) -> Iterator[dict[str, Any]]:
    page, _ = annotation_page(store, id, BASE, cursor=None, limit=10_000, context="reference")
    yield from page["items"]
