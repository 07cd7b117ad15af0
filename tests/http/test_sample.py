"""The composed sample over HTTP: every kind of echo, every quote true, and marked as a sample everywhere."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.http.client import assert_quotes_hold

CORPUS = "sample"
CENTRAL = ["19/CT-TTg@2020", "07-KL/TW@2021", "1099/CĐ-TTg@2021", "68/NQ-CP@2021"]


def _get(client: TestClient, path: str, **parameters: Any) -> dict[str, Any]:
    response = client.get(path, params=parameters)
    assert response.status_code == 200, response.text
    body: dict[str, Any] = response.json()
    return body


@pytest.mark.parametrize("key", CENTRAL)
def test_echoes_quote_both_sides_truly(client: TestClient, key: str) -> None:
    answer = _get(client, f"/v1/directives/{key}/echoes", evidence_limit=1000)
    assert answer["denominator"]["echoed"] > 0
    assert assert_quotes_hold(client, answer) > 0
    for province in answer["provinces"]:
        assert len(province["evidence"]) == province["evidence_total"]
        assert (province["state"] == "echoed") == bool(set(province["how"]) - {"adopts"})


@pytest.mark.parametrize(
    ("path", "counted"),
    [
        ("/v1/provinces/14/echoed", "items"),
        ("/v1/provinces/14/added", "items"),
        ("/v1/measures/xet-nghiem/ordering", "charged"),
    ],
)
def test_what_one_place_or_measure_has_to_itself_is_quoted_truly(
    client: TestClient, path: str, counted: str
) -> None:
    answer = _get(client, path)
    assert answer[counted]
    assert assert_quotes_hold(client, answer) >= len(answer[counted])


def test_an_echo_of_a_province_is_that_of_the_directive(client: TestClient) -> None:
    for item in _get(client, "/v1/provinces/14/echoed", evidence_limit=1000)["items"]:
        key = item["directive"]["key"]
        echoes = _get(client, f"/v1/directives/{key}/echoes", evidence_limit=1000)
        (province,) = [p for p in echoes["provinces"] if p["code"] == "14"]
        assert (province["state"], province["first_on"]) == ("echoed", item["first_on"])
        assert {e["key"] for e in item["evidence"]} <= {e["key"] for e in province["evidence"]}


def test_evidence_is_cut_to_what_is_asked_and_its_total_stays(client: TestClient) -> None:
    path = f"/v1/directives/{CENTRAL[0]}/echoes"
    whole = _get(client, path, evidence_limit=1000)
    for limit, parameters in ((3, {}), (1, {"evidence_limit": 1}), (0, {"evidence_limit": 0})):
        answer = _get(client, path, **parameters)
        for cut, full in zip(answer["provinces"], whole["provinces"], strict=True):
            assert cut["evidence"] == full["evidence"][:limit]
            assert cut["evidence_total"] == full["evidence_total"]
            assert (cut["state"], cut["how"], cut["first_on"]) == (
                full["state"],
                full["how"],
                full["first_on"],
            )


def test_another_level_counts_when_asked_for(client: TestClient) -> None:
    path = f"/v1/directives/{CENTRAL[0]}/echoes"
    assert _get(client, path)["levels"] == ["province"]
    assert _get(client, path, level=["province", "district"])["levels"] == ["province", "district"]


@pytest.mark.parametrize(
    "path",
    [
        "/v1/directives",
        f"/v1/directives/{CENTRAL[0]}",
        f"/v1/directives/{CENTRAL[0]}/echoes",
        "/v1/provinces",
        "/v1/provinces/14",
        "/v1/measures/5k",
        "/v1/measures/xet-nghiem/ordering",
        "/v1/provinces/14/echoed",
        "/v1/provinces/14/added",
        "/v1/compare?province=14&province=36&province=80",
        "/v1/documents",
        "/v1/coverage",
    ],
)
def test_an_answer_from_composed_documents_says_so(client: TestClient, path: str) -> None:
    assert _get(client, path)["synthetic"] is True


@pytest.mark.parametrize(
    "path", ["/", f"/directives/{CENTRAL[0]}", "/documents", "/compare?province=14&province=36"]
)
@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Composed sample, not evidence of what a province did"), ("vi", "soạn sẵn")],
)
def test_a_page_from_composed_documents_says_so(
    client: TestClient, path: str, language: str, words: str
) -> None:
    response = client.get(path, headers={"Accept-Language": language})
    assert response.status_code == 200
    assert words in response.text


@pytest.mark.parametrize("path", ["/v1/provinces/14", "/v1/measures/xet-nghiem", "/v1/compare"])
def test_answers_about_measures_quote_truly(client: TestClient, path: str) -> None:
    limit = {} if path == "/v1/provinces/14" else {"evidence_limit": 100}
    assert assert_quotes_hold(client, _get(client, path, **limit)) > 0


def test_filters_pick_what_they_say(client: TestClient) -> None:
    in_may = _get(client, "/v1/documents", since="2020-05-01", until="2020-05-31", limit=1000)
    assert in_may["items"]
    assert all("2020-05" in item["date"] for item in in_may["items"])
    son_la = _get(client, "/v1/documents", province="Sơn La")
    assert {item["province"]["code"] for item in son_la["items"]} == {"14"}
    nowhere = _get(client, "/v1/documents", province="?")
    assert nowhere["items"]
    assert all(item["province"] is None for item in nowhere["items"])
    held = _get(client, "/v1/directives", held=True, limit=1000)
    assert held["items"]
    assert all(item["text_held"] for item in held["items"])


@pytest.mark.parametrize("ask", [{"params": {"format": "csv"}}, {"headers": {"Accept": "text/csv"}}])
def test_a_list_comes_as_csv_with_the_same_rows(client: TestClient, ask: dict[str, Any]) -> None:
    response = client.get("/v1/documents", **ask)
    assert response.headers["content-type"].startswith("text/csv")
    assert response.content.startswith("\ufeff".encode())
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    items = _get(client, "/v1/documents")["items"]
    assert [row["id"] for row in rows] == [item["id"] for item in items]
    assert [row["number"] for row in rows] == [item["number"] or "" for item in items]
    assert {row["answer_synthetic"] for row in rows} == {"True"}
