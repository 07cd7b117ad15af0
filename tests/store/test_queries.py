"""Every query that ships, on the same data on each store: the same rows, to the letter.

The embedded store is the lenient one; what it answers is the reference only because both must agree with it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from graph.queries import Query, inline
from graph.queries import shipped as queries
from graph.store import Store, open_store
from ingest.decisions.log import Decision, Target
from ingest.pipeline import decide
from ingest.vocabulary import shipped as vocabulary
from tests.store.corpus import REAL, SAMPLE, load

WRITES = ("load_", "clear_", "remove_", "sweep_", "set_", "describe_")
READS = sorted(name for name in queries() if not name.startswith(WRITES))
# What is right to be empty here: nothing is loose in a sound store, nobody added to the catalogue, and these
# find a document's statement or a provision's, never both.
EMPTY = {"act_formerly", "loose_directives", "loose_provisions", "loose_references", "documents_without_act"}
# No wording of these documents is common property; tests/align loads some that is.
EMPTY |= {"loose_formulas", "formula_places", "formula_members", "formulas_in"}
EMPTY |= {"formula_ids", "formula_ids_of_province", "formula_counts", "export_formulas"}
# Every number here tells which act it means; tests/answers/test_unresolved.py has some that do not.
EMPTY |= {"citations_under"}
# No text disagrees with the catalogue, no decision is half carried out; tests/decisions has some that do.
EMPTY |= {"catalogue_conflicts", "conflicts_of_acts", "stale_documents"}
# Of no act here there is so much to say that it is kept; tests/answers/test_derived.py loads one.
EMPTY |= {"echo_list", "echo_lists"}
# Nobody private is named in these documents; tests/private has some who are.
EMPTY |= {"private_of", "private_documents"}
DIRECTIVE = "19/CT-TTg@2020"
_DERIVED = ("days", "measures", "bodies", "orders", "first_orders")
OPTIONAL = (
    "issuer",
    "doc_type",
    "since",
    "until",
    "held",
    "central",
    "cited",
    "level",
    "unit",
    "province",
    "measures",
    "newest",
)


def _one(store: Store, text: str) -> dict[str, Any]:
    return store.read(inline(text))[0]


def _examples(store: Store) -> dict[str, Any]:
    """Values for parameters, by name and under a query's name for that query; taken from what is loaded."""
    document = _one(store, "MATCH (d:Document {number: '06/CT-UBND'}) RETURN d.id AS id, d.act AS act")
    central = _one(store, f"MATCH (d:Document {{act: '{DIRECTIVE}'}}) RETURN d.id AS id")
    citation = _one(store, "MATCH (:Provision)-[r:CITES]->() RETURN r.key AS key ORDER BY key LIMIT 1")
    issue = _one(store, "MATCH ()-[r:ISSUED_IN]->() RETURN r.key AS key ORDER BY key LIMIT 1")
    cited_only = _one(
        store,
        "MATCH (:Provision)-[:CITES]->(d:Directive) WHERE d.catalogue_doc_type IS NULL AND NOT d.held"
        " RETURN d.key AS key ORDER BY key LIMIT 1",
    )
    bare = _one(
        store, "MATCH (d:Directive {key: '16/CT-TTg@2020'}) RETURN d.serial AS serial, d.doc_type AS doc_type"
    )
    return {
        **dict.fromkeys(OPTIONAL),
        "key": citation["key"],
        "keys": [DIRECTIVE, document["act"], cited_only["key"]],
        "id": document["id"],
        "ids": [document["id"], central["id"]],
        "prefix": document["id"][:12],
        "act": DIRECTIVE,
        "documents": [document["id"], central["id"]],
        "number": "19/CT-TTg",
        "numbers": ["19/CT-TTg", "06/CT-UBND"],
        "serial": bare["serial"],
        "serials": [bare["serial"]],
        "dates": ["2020-04-24"],
        "lookups": ["number 19/CT-TTg", "number 1099/CĐ-TTg", "serial 16 chỉ thị"],
        "code": "14",
        "codes": ["14", "72", "91"],
        "provinces": ["14", "36", "86"],
        "after": "",
        "limit": 1000,
        "skip": 0,
        "measure": "xet-nghiem",
        "types": ["CITES", "ISSUED_IN", "NAMES", "ORDERS", "REUSES"],
        "sources": [central["id"]],
        "statement_of_document": {"key": issue["key"]},
        "task_evidence": {"bodies": ["so-yt"]},
        **{key: {"id": "so-yt"} for key in ("tasks_of_body", "body_named", "charging_provinces")},
        "export_first_orders": {"ids": ["14", "36"]},
        "export_links": {"ids": ["so-yt~14", "so-yt"]},
        "bodies_named": {"ids": ["so-yt"]},
        "body_counts": {"ids": ["byt", "so-yt~14", "ttg", "ubnd-tinh~14"]},
        "document_whole": {"after": document["id"][:12] + "g"},
        "keys_by_serial": {"doc_type": bare["doc_type"].lower()},
        "measure_counts": {"measures": ["5k", "deo-khau-trang", "xet-nghiem"]},
        "first_orders": {"measures": ["5k", "deo-khau-trang", "xet-nghiem"], "since": ""},
        "orders_of_act": {"documents": [central["id"]]},
        **{f"{what}_of_province": {"province": "14"} for what in _DERIVED},
        **_decided(store),
        **_searched(store),
    }


def _searched(store: Store) -> dict[str, dict[str, Any]]:
    """Examples for the queries on search, relations and what is new."""
    provision = _one(store, "MATCH (p:Provision) RETURN p.key AS key ORDER BY key LIMIT 1")
    asked = {"lucene": '"phong" AND "dich"', "words": ["phong", "dich"], "phrase": "phong", "typed": "phòng"}
    return {
        "provisions_found": asked,
        "acts_found": asked | {"most": 1000},
        "catalogue_found": {"words": ["covid"], "phrase": "covid"},
        "provision_texts": {"keys": [provision["key"]]},
        "formula_ids_of_province": {"province": "72"},
        "relations_in": {"relation": None},
        "new_documents": {"since": "2020"},
        "new_acts": {"since": "2020"},
        "quoted_citations": {
            "statements": [_one(store, "MATCH ()-[r:CITES]->() RETURN min(r.key) AS key")["key"]]
        },
    }


def _decided(store: Store) -> dict[str, dict[str, Any]]:
    """Examples for the queries on what people decided."""
    (rejected,) = [decision for decision in _decisions(store) if decision.action == "reject"]
    about = rejected.target
    listed = dict.fromkeys(("document", "action", "by", "statement", "ids"))
    return {
        "decided_words": {"statement": about.statement},
        "decision_by_id": {"id": rejected.id},
        "decisions_count": listed,
        "decisions_page": listed,
        "known_decisions": {"ids": [rejected.id]},
        "known_targets": {"keys": ["5k", "72", "byt"]},
        "rejected_statement": {"key": about.statement},
        "statements_at": {"spans": [{"document": about.document, "start": about.start, "end": about.end}]},
    }


def _decisions(store: Store) -> list[Decision]:
    """A name rejected, and an address set, of the document that the examples ask about."""
    name = _one(
        store,
        "MATCH (d:Document {number: '06/CT-UBND'})-[:HAS_PROVISION]->(:Provision)"
        "-[r:NAMES|REJECTED]->(p:Province) "
        "RETURN d.id AS document, r.start AS start, r.end AS end, p.code AS code "
        "ORDER BY start LIMIT 1",
    )
    words = Target(name["document"], None, "NAMES", name["start"], name["end"], name["code"])
    address = Target(name["document"], "source_url")
    at = "2026-11-24T09:00:00.000000+00:00"
    return [
        Decision(at, "Lan", "a river", words, "reject"),
        Decision(at, "Lan", "found there", address, "set", "https://example.org/06"),
    ]


def _params(query: Query, examples: dict[str, Any]) -> dict[str, Any]:
    given = {**examples, **examples.get(query.name, {})}
    missing = [name for name in query.params if name not in given]
    assert not missing, f"{query.path}: give an example of {missing} in this test"
    return {name: given[name] for name in query.params}


@pytest.fixture(scope="module")
def loaded(module_store: Store) -> Store:
    """Real and sample documents, once for the module."""
    load(module_store, [REAL, SAMPLE])
    decide(module_store, queries(), vocabulary(), _decisions(module_store))
    return module_store


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An embedded store of its own with the same documents."""
    with open_store(f"embedded:{tmp_path_factory.mktemp('reference')}") as opened:
        load(opened, [REAL, SAMPLE])
        decide(opened, queries(), vocabulary(), _decisions(opened))
        yield opened


@pytest.fixture(scope="module")
def examples(reference: Store) -> dict[str, Any]:
    """One value for each parameter."""
    return _examples(reference)


def comparable(query: Query, rows: list[dict[str, Any]]) -> list[str]:
    """Rows as text, in their order where the query has one; what differs by design is left out."""
    if query.name == "constraints":  # the embedded engine lists its property types among them
        rows = [row for row in rows if not row["name"].startswith("constraint_")]
    if query.name == "export_runs":  # a run is named by its moment
        rows = [{"props": {k: v for k, v in row["props"].items() if k != "id"}} for row in rows]
    texts = [json.dumps(_without_run(row), ensure_ascii=False, sort_keys=True) for row in rows]
    return texts if "ORDER BY" in query.text else sorted(texts)


def _without_run(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_run(v) for k, v in value.items() if k not in ("run", "first_run", "started_at")}
    return [_without_run(v) for v in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", READS)
def test_a_query_gives_the_same_rows_on_each_store(
    name: str, loaded: Store, reference: Store, examples: dict[str, Any]
) -> None:
    query = queries()[name]
    params = _params(query, examples)
    rows = loaded.read(query, **params)
    assert comparable(query, rows) == comparable(query, reference.read(query, **params))
    assert all(tuple(row) == query.columns for row in rows)


@pytest.mark.parametrize("name", sorted(set(READS) - EMPTY))
def test_the_example_of_a_query_finds_something(
    name: str, reference: Store, examples: dict[str, Any]
) -> None:
    query = queries()[name]
    assert reference.read(query, **_params(query, examples)), "an example that finds nothing proves nothing"
