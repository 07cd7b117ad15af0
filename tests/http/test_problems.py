"""What goes wrong over HTTP is a problem that says what, where, and what to do."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.http.client import assert_problem

CORPUS = "real"


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("/v1/nothing", 404, "http-404"),
        ("/v1/provinces/Atlantis", 404, "province-unknown"),
        ("/v1/provinces/00", 404, "province-unknown"),
        ("/v1/compare?province=Atlantis", 404, "province-unknown"),
        ("/v1/documents?province=Atlantis", 404, "province-unknown"),
        ("/v1/measures/flying", 404, "measure-unknown"),
        ("/v1/compare?province=72&province=91&measure=flying", 404, "measure-unknown"),
        ("/v1/compare?province=72", 422, "filter-invalid"),
        ("/v1/documents/0123456789abcdef", 404, "document-unknown"),
        ("/v1/provenance/0123456789abcdef", 404, "statement-unknown"),
        ("/v1/documents?cursor=nonsense", 422, "cursor-invalid"),
        ("/v1/directives?cursor=%00", 422, "cursor-invalid"),
        ("/v1/documents?limit=0", 422, "request-invalid"),
        ("/v1/documents?limit=many", 422, "request-invalid"),
        ("/v1/documents?format=xml", 422, "request-invalid"),
        ("/v1/compare?province=72&since=2021-02-30", 422, "request-invalid"),
        ("/v1/directives?since=yesterday", 422, "request-invalid"),
        ("/v1/directives/172-TB/TW/echoes?evidence_limit=-1", 422, "request-invalid"),
        ("/v1/directives/172-TB/TW/echoes?level=planet", 422, "request-invalid"),
        ("/v1/directives?held=perhaps", 422, "request-invalid"),
        ("/v1/directives?since_date=2021-01-01", 422, "request-invalid"),
        ("/v1/directives/172-TB/TW/echoes?format=xml", 422, "request-invalid"),
        ("/v1/provinces/72?limit=5", 422, "request-invalid"),
        ("/v1/directives/echoes", 422, "request-invalid"),
    ],
)
def test_a_problem_is_told(client: TestClient, path: str, status: int, kind: str) -> None:
    body = assert_problem(client.get(path), status, kind)
    assert "Traceback" not in body["detail"]


def test_an_invalid_value_is_named(client: TestClient) -> None:
    body = assert_problem(client.get("/v1/documents?limit=0&since=soon"), 422, "request-invalid")
    assert {e["where"] for e in body["errors"]} == {"query.limit", "query.since"}


def test_a_parameter_that_is_not_taken_is_named_with_those_that_are(client: TestClient) -> None:
    body = assert_problem(client.get("/v1/measures?provnce=72"), 422, "request-invalid")
    assert body["errors"][0]["where"] == "query.provnce"
    assert "taken: " in body["errors"][0]["what"]
    assert "limit" in body["errors"][0]["what"]


def test_a_near_name_is_suggested(client: TestClient) -> None:
    body = assert_problem(client.get("/v1/provinces/Tay Nin"), 404, "province-unknown")
    assert any("Tây Ninh" in each for each in body["suggestions"])


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_another_method_is_refused_and_told_which_fit(client: TestClient, method: str) -> None:
    response = client.request(method, "/v1/provinces")
    assert_problem(response, 405, "http-405")
    assert "GET" in response.headers["allow"]


@pytest.mark.parametrize("accept", ["application/json", "text/html", "*/*"])
def test_the_api_answers_problems_as_data_whatever_is_accepted(client: TestClient, accept: str) -> None:
    assert_problem(client.get("/v1/provinces/Atlantis", headers={"Accept": accept}), 404)


@pytest.mark.parametrize(
    ("path", "status"), [("/directives/9999/CT-TTg", 404), ("/nowhere", 404), ("/documents/zzz", 404)]
)
def test_a_reader_of_pages_gets_a_page(client: TestClient, path: str, status: int) -> None:
    response = client.get(path, headers={"Accept": "text/html,application/xhtml+xml"})
    assert response.status_code == status
    assert response.headers["content-type"].startswith("text/html")
    assert "<h1>" in response.text


def test_a_fault_of_ours_is_a_problem_and_tells_no_secrets(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("password=hunter2")

    monkeypatch.setattr("app.routes.coverage.coverage", broken)
    response = client.get("/v1/coverage")
    assert_problem(response, 500, "fault")
    assert "hunter2" not in response.text
