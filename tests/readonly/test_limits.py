"""A question takes no more time, rows and room than it may, and the store goes on."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from graph.queries import inline
from graph.readonly import Limits, ReadOnly
from graph.readonly_errors import CypherBusy, CypherTooLarge, CypherTooSlow
from graph.store import Store
from tests.readonly.attacks import RUNAWAYS
from tests.readonly.conftest import FILLER, LINKED, PATIENT, state

BRIEF = Limits(seconds=0.3)
UNDER_WAY = inline(
    "SHOW TRANSACTIONS YIELD transactionId, currentQuery RETURN transactionId AS id, currentQuery AS query"
)


@pytest.fixture(scope="module")
def crowded(module_store: Store) -> Store:
    """A store with enough nodes to make products of."""
    for text in (FILLER, LINKED):
        module_store.write(inline(text))
    return module_store


def test_each_runaway_is_ended_and_the_store_goes_on(crowded: Store) -> None:
    before = state(crowded)
    answered, tried = [], 0
    with ReadOnly(crowded, at_once=len(RUNAWAYS)) as reader:
        for name, text in RUNAWAYS.items():
            tried += 1
            try:
                answered.append((name, reader.ask(text, limits=BRIEF).rows))
            except (CypherTooSlow, CypherTooLarge):
                assert crowded.read(inline("RETURN 1 AS one")) == [{"one": 1}]
    assert answered == []
    assert tried == len(RUNAWAYS)
    assert state(crowded) == before


@pytest.mark.parametrize("name", ["product in rows", "product of ranges"])
def test_a_query_that_was_ended_is_gone(crowded: Store, name: str) -> None:
    with ReadOnly(crowded, at_once=1) as reader:
        with pytest.raises(CypherTooSlow, match=r"within 0\.3 seconds"):
            reader.ask(RUNAWAYS[name], limits=BRIEF)
        assert reader.ask("RETURN 1 AS one", limits=PATIENT).rows == ((1,),)  # the one place is free again
    assert not [row for row in crowded.read(UNDER_WAY) if RUNAWAYS[name] in row["query"]]


def test_as_many_as_may_ask_at_one_time_ask(crowded: Store) -> None:
    text = RUNAWAYS["product collected"]
    with ReadOnly(crowded, at_once=1) as reader, ThreadPoolExecutor(1) as others:
        slow = others.submit(reader.ask, text, limits=PATIENT)
        while not (under_way := [row for row in crowded.read(UNDER_WAY) if text in row["query"]]):
            assert not slow.done()  # until it has begun
        with pytest.raises(CypherBusy, match="Try again"):
            reader.ask("RETURN 1 AS one")
        crowded.read(inline(f"TERMINATE TRANSACTIONS '{under_way[0]['id']}'"))
        assert isinstance(slow.exception(), CypherTooSlow)
        assert reader.ask("RETURN 1 AS one", limits=PATIENT).rows == ((1,),)


@pytest.mark.parametrize(
    ("limit", "given", "cut"), [(1, 1, "rows"), (149, 149, "rows"), (150, 150, None), (1000, 150, None)]
)
def test_rows_stop_at_the_limit(crowded: Store, limit: int, given: int, cut: str | None) -> None:
    with ReadOnly(crowded) as reader:
        found = reader.ask("MATCH (n:Filler) RETURN n.n AS n ORDER BY n", limits=replace(PATIENT, rows=limit))
    assert (found.columns, len(found.rows), found.cut) == (("n",), given, cut)
    assert [row[0] for row in found.rows] == list(range(given))


def test_an_answer_stops_at_its_size(crowded: Store) -> None:
    text = "UNWIND range(1, 100) AS n RETURN 'ạ' + $filling AS text"
    with ReadOnly(crowded) as reader:
        found = reader.ask(text, {"filling": "x" * 96}, replace(PATIENT, size=1010))
    assert (len(found.rows), found.cut) == (9, "size")  # [\"ạ…\"] is 103 bytes of UTF-8


def test_a_question_without_rows_has_its_columns(crowded: Store) -> None:
    with ReadOnly(crowded) as reader:
        found = reader.ask("MATCH (n:Nowhere) RETURN n.a AS a, n.b AS b", limits=PATIENT)
    assert (found.columns, found.rows, found.cut) == (("a", "b"), (), None)
