"""POST /v1/cypher: off unless switched on, for who may write, and problems that say where."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from graph.store import Store
from tests.http.client import assert_problem, client_on
from tests.store_fixtures import StoreAddress

KEY = {"X-API-Key": "chìa khóa".encode().hex()}
PROVINCES = "MATCH (p:Province) RETURN p.code AS code, p.name AS name ORDER BY code"


@pytest.fixture(scope="module")
def service(filled: Store, store_address: StoreAddress) -> Iterator[TestClient]:
    """The application with Cypher switched on, and small limits."""
    given = {"cypher": True, "api_key": KEY["X-API-Key"], "cypher_timeout": 120, "cypher_rows": 50}
    with client_on(store_address, cypher_bytes=2000, **given) as client:
        yield client


def ask(client: TestClient, query: str, headers: dict[str, str] | None = None, **more: Any) -> Response:
    """The response to a query, asked with the key."""
    body = json.dumps({"query": query, **more})  # plain ASCII, so that half of a surrogate pair can be sent
    given = {"Content-Type": "application/json"} | (KEY if headers is None else headers)
    return client.post("/v1/cypher", content=body, headers=given)


def test_an_answer_has_columns_rows_and_what_every_answer_has(service: TestClient) -> None:
    answer = ask(service, PROVINCES + " LIMIT $n", parameters={"n": 5})
    assert answer.status_code == 200
    body = answer.json()
    assert body.pop("milliseconds") >= 0
    assert body.pop("dataset_version") == service.get("/v1/coverage").json()["dataset_version"]
    assert body == {
        "synthetic": False,
        "columns": ["code", "name"],
        "rows": [["72", "Tây Ninh"], ["91", "Kiên Giang"]],
        "truncated": False,
        "truncated_by": None,
    }
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("query", "limit", "rows", "by"),
    [
        (PROVINCES, 1, 1, "rows"),
        (PROVINCES, 2, 2, None),
        ("UNWIND range(1, 99) AS n RETURN n", 1000, 50, "rows"),
        ("UNWIND range(1, 40) AS n RETURN n, $x AS x", None, 19, "size"),
    ],
)
def test_what_is_cut_says_so(
    service: TestClient, query: str, limit: int | None, rows: int, by: str | None
) -> None:
    given = {"parameters": {"x": "x" * 94}} if "$x" in query else {}
    body = ask(service, query, limit=limit, **given).json()
    assert (len(body["rows"]), body["truncated"], body["truncated_by"]) == (rows, by is not None, by)


@pytest.mark.parametrize(
    ("query", "place"),
    [("MATCH (n)\n  SET n.x = 1", (2, 3)), ("MATCH (n RETURN n", (1, 10)), ("CALL db.labels()", (1, 1))],
)
def test_a_refusal_names_line_and_column(service: TestClient, query: str, place: tuple[int, int]) -> None:
    body = assert_problem(ask(service, query), 422, "cypher-refused")
    assert (body["line"], body["column"]) == place
    assert f"line {place[0]}, column {place[1]}" in body["detail"]


def test_a_query_that_takes_too_long_is_ended(filled: Store, store_address: StoreAddress) -> None:
    endless = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS n"
    given = {"cypher": True, "api_key": KEY["X-API-Key"], "cypher_timeout": 0.5}
    with client_on(store_address, **given) as client:
        body = assert_problem(ask(client, endless), 504, "cypher-too-slow")
    assert "within 0.5 seconds" in body["detail"]


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"query": 1},
        {"query": "RETURN 1 AS x", "limit": 0},
        {"query": "RETURN 1 AS x", "parameters": []},
        {"query": "RETURN 1 AS x", "other": 1},
    ],
)
def test_a_body_that_does_not_fit(service: TestClient, body: dict[str, Any]) -> None:
    assert_problem(service.post("/v1/cypher", json=body, headers=KEY), 422, "request-invalid")


@pytest.mark.parametrize(
    ("value", "says"), [(1 << 63, "64 bits"), ([[[[]]]] * 2, None), ("\ud800", "surrogate")]
)
def test_a_value_that_no_store_takes(service: TestClient, value: Any, says: str | None) -> None:
    answer = ask(service, "RETURN $x AS x", parameters={"x": value})
    if says is None:
        assert answer.json()["rows"] == [[value]]
    else:
        assert says in assert_problem(answer, 422, "cypher-refused")["detail"]


@pytest.mark.parametrize("headers", [{}, {"X-API-Key": "another"}, {"Authorization": "Bearer another"}])
def test_the_key_is_asked_for(service: TestClient, headers: dict[str, str]) -> None:
    body = assert_problem(ask(service, PROVINCES, headers), 401, "key-refused")
    assert "writing" not in body["detail"]


def test_off_unless_switched_on_whoever_asks(filled: Store, store_address: StoreAddress) -> None:
    with client_on(store_address, api_key=KEY["X-API-Key"]) as client:
        body = assert_problem(ask(client, PROVINCES), 403, "cypher-disabled")
    assert "TIENGVANG_CYPHER=1" in body["detail"]


def test_without_a_key_only_this_machine_asks(filled: Store, store_address: StoreAddress) -> None:
    with client_on(store_address, cypher=True) as client:  # the test client is another machine
        body = assert_problem(ask(client, PROVINCES, {}), 403, "write-refused")
    assert "asking in Cypher is for this machine only" in body["detail"]
