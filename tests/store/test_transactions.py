"""What a transaction leaves: all of it or nothing, and the same after a second time."""

from __future__ import annotations

import datetime
import threading

import pytest

from graph.errors import ConstraintViolated, QueryFailed, QueryParametersInvalid, TiengVangError
from graph.queries import inline
from graph.store import Store, Tx
from tests.store_fixtures import StoreAddress

CREATE = inline("UNWIND $rows AS row CREATE (n:Province {code: row.code})")
COUNT = inline("MATCH (n) WHERE NOT n:Migration RETURN count(n) AS n")
EDGES = inline(
    "MATCH (:Provision)-[r:CITES]->(:Directive) RETURN r.key AS key, r.quote AS quote ORDER BY key"
)
CITE = inline(
    "UNWIND $rows AS row MERGE (p:Provision {key: row.provision}) MERGE (d:Directive {key: row.directive}) "
    "MERGE (p)-[r:CITES {key: row.key}]->(d) SET r += row.props"
)


def codes(first: int, last: int) -> list[dict[str, object]]:
    return [{"code": str(number)} for number in range(first, last)]


def test_a_statement_that_fails_halfway_leaves_nothing(store: Store) -> None:
    store.write(CREATE, rows=[{"code": "300"}])
    with pytest.raises(ConstraintViolated):
        store.write(CREATE, rows=codes(0, 600))
    assert store.read(COUNT) == [{"n": 1}]


def test_statements_before_the_one_that_fails_are_undone(store: Store) -> None:
    def work(tx: Tx) -> None:
        tx.run(CREATE, rows=codes(0, 300))
        tx.run(CREATE, rows=codes(299, 301))

    with pytest.raises(ConstraintViolated):
        store.transaction(work)
    assert store.read(COUNT) == [{"n": 0}]


def test_an_error_of_the_callers_own_undoes_the_work(store: Store) -> None:
    def work(tx: Tx) -> None:
        tx.run(CREATE, rows=codes(0, 3))
        raise TiengVangError("the quote is not in the text")

    with pytest.raises(TiengVangError, match="the quote is not in the text"):
        store.transaction(work)
    assert store.read(COUNT) == [{"n": 0}]


def test_a_transaction_sees_its_own_writes_and_returns_what_the_work_returns(store: Store) -> None:
    def work(tx: Tx) -> int:
        tx.run(CREATE, rows=codes(0, 3))
        return int(tx.run(COUNT)[0]["n"])

    assert store.transaction(work) == 3
    assert store.read_transaction(lambda tx: tx.run(COUNT)) == [{"n": 3}]


def test_parallel_evidence_between_two_nodes_is_kept_apart_and_loads_twice_without_effect(
    store: Store,
) -> None:
    rows = [
        {"key": key, "provision": "p", "directive": "d", "props": {"quote": f"Chỉ thị {key}"}}
        for key in ("1", "2")
    ]
    for _ in range(2):
        store.write(CITE, rows=rows)
        assert store.read(EDGES) == [{"key": "1", "quote": "Chỉ thị 1"}, {"key": "2", "quote": "Chỉ thị 2"}]
    assert store.read(COUNT) == [{"n": 2}]


def test_statements_are_replaced_in_one_transaction(store: Store) -> None:
    """A unique key forbids a second edge elsewhere, not the deletion and a new edge in one transaction."""
    moved = {"key": "1", "provision": "p", "directive": "other", "props": {}}
    store.write(CITE, rows=[{**moved, "directive": "d"}])
    with pytest.raises(ConstraintViolated):
        store.write(CITE, rows=[moved])

    def replace(tx: Tx) -> None:
        tx.run(inline("MATCH ()-[r:CITES {key: '1'}]->() DELETE r"))
        tx.run(CITE, rows=[moved])

    store.transaction(replace)
    target = inline("MATCH ()-[r:CITES]->(d) RETURN d.key AS key")
    assert store.read(target) == [{"key": "other"}]


def test_two_writers_at_once_lose_nothing(store: Store, store_address: StoreAddress) -> None:
    store.write(inline("CREATE (:Dataset {id: 'counter', n: 0})"))
    add = inline("MATCH (c:Dataset {id: 'counter'}) SET c.n = c.n + 1")

    def count_up(own: Store) -> None:
        for _ in range(20):
            own.write(add)

    with store_address.open() as other:
        threads = [threading.Thread(target=count_up, args=(each,)) for each in (store, store, other)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert store.read(inline("MATCH (c:Dataset {id: 'counter'}) RETURN c.n AS n")) == [{"n": 60}]


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("'Giãn cách, ‘5K’ – Đồng Tháp'", "Giãn cách, ‘5K’ – Đồng Tháp"),
        ("date('2020-03-31')", datetime.date(2020, 3, 31)),
        ("[date('2020-03-31'), 1, null]", [datetime.date(2020, 3, 31), 1, None]),
        ("{a: 1.5, b: [true]}", {"a": 1.5, "b": [True]}),
    ],
)
def test_values_come_as_plain_python(store: Store, expression: str, value: object) -> None:
    assert store.read(inline(f"RETURN {expression} AS value")) == [{"value": value}]


def test_nodes_and_relationships_come_as_their_properties(store: Store) -> None:
    create = "CREATE (:Provision {key: 'p', on: $on})-[:CITES {key: 'e'}]->(:Directive {key: 'd'})"
    store.write(inline(create), on=datetime.date(2020, 3, 31))
    rows = store.read(inline("MATCH (a)-[r:CITES]->(b) RETURN a AS a, r AS r, collect(b) AS b"))
    assert rows == [
        {"a": {"key": "p", "on": datetime.date(2020, 3, 31)}, "r": {"key": "e"}, "b": [{"key": "d"}]}
    ]


def test_what_is_given_comes_back(store: Store) -> None:
    text = "Tỉnh ủy\r\n\t" + "ộ" * 1_000_000
    given = {"text": text, "on": datetime.date(2021, 7, 4), "offsets": [0, 17], "none": None}
    store.write(inline("CREATE (n:Document {id: 'd'}) SET n += $given"), given=given)
    found = store.read(inline("MATCH (n:Document) RETURN n AS n"))[0]["n"]
    assert found == {"id": "d", "text": text, "on": datetime.date(2021, 7, 4), "offsets": [0, 17]}


def test_a_text_of_many_megabytes_comes_back_whole(store: Store) -> None:
    """The engine's own limit of a message is 16 MB, which one long document exceeds."""
    text = "Điều 1.\n" * (17 * 2**20 // 10)
    store.write(inline("CREATE (:Document {id: 'd', text: $text})"), text=text)
    assert store.read(inline("MATCH (n:Document) RETURN n.text AS text")) == [{"text": text}]


@pytest.mark.parametrize("params", [{}, {"rows": [], "row": []}, {"row": []}])
def test_other_parameters_than_declared_are_refused_before_anything_runs(
    store: Store, params: dict[str, object]
) -> None:
    with pytest.raises(QueryParametersInvalid, match=r"query inline (lacks|has no parameter)"):
        store.write(CREATE, **params)


def test_a_failing_query_is_named(store: Store) -> None:
    with pytest.raises(QueryFailed, match="query of_mine"):
        store.read(inline("RETURN toInteger(1) + missing AS n", "of_mine"))
