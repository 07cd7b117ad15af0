"""Numbers of acts in addresses: however typed, however sent, one meaning or an open choice."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from app import urls
from tests.http.client import assert_problem

CORPUS = "real"
KEY = "172-TB/TW@2020"


@pytest.mark.parametrize(
    "path",
    [
        "/v1/directives/172-TB/TW",
        "/v1/directives/172-TB%2FTW",
        "/v1/directives/172-tb/tw",
        "/v1/directives/172 - TB / TW",
        "/v1/directives/172-TB/TW@2020",
        "/v1/directives/172-TB%2FTW%402020",
        "/v1/directives?number=172-TB/TW",
        "/v1/directives?number=172-TB%2FTW",
    ],
)
def test_a_directive_is_found(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 200, response.text
    assert response.json()["directive"]["key"] == KEY


@pytest.mark.parametrize(
    "path",
    [
        "/v1/directives/172-TB/TW/echoes",
        "/v1/directives/172-TB%2FTW/echoes",
        "/v1/directives/echoes?number=172-TB/TW",
        "/v1/directives/172-TB/TW@2020/echoes",
    ],
)
def test_its_echoes_are_found(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 200, response.text
    assert response.json()["directive"]["key"] == KEY
    assert len(response.json()["provinces"]) == 63


@pytest.mark.parametrize(
    ("path", "tail"),
    [
        ("/v1/directives/05/CT-TTg", ""),
        ("/v1/directives?number=05/CT-TTg", ""),
        ("/v1/directives/05%2Fct-ttg/echoes", "/echoes"),
        ("/v1/directives/echoes?number=05/CT-TTg", "/echoes"),
    ],
)
def test_a_number_of_several_acts_is_a_choice_and_no_pick(client: TestClient, path: str, tail: str) -> None:
    response = client.get(path)
    assert response.status_code == 300
    assert "location" not in response.headers
    body = response.json()
    assert body["number"] == "05/CT-TTg"
    keys = [c["key"] for c in body["candidates"]]
    assert keys == ["05/CT-TTg@2020", "05/CT-TTg@2021"]
    for candidate in body["candidates"]:
        assert {"key", "date", "issuer", "subject", "documents", "url"} <= candidate.keys()
        assert candidate["url"].endswith(tail)
        picked = client.get(candidate["url"])
        assert picked.status_code == 200
        assert picked.json()["directive"]["key"] == candidate["key"]


@pytest.mark.parametrize("number", ["9999/CT-TTg", "05/CT-TTg@1999", "172-TB/TW@2020~72"])
def test_a_well_formed_and_unknown_number_is_not_found(client: TestClient, number: str) -> None:
    for path in (f"/v1/directives/{number}", f"/v1/directives/{number}/echoes"):
        assert_problem(client.get(path), 404, "directive-unknown")
    assert_problem(client.get("/v1/directives", params={"number": number}), 404, "directive-unknown")


@pytest.mark.parametrize("number", ["xin chào", "!!!", "172", "a" * 150])
def test_what_is_no_number_is_refused(client: TestClient, number: str) -> None:
    for path in (f"/v1/directives/{quote(number)}", f"/v1/directives/{quote(number)}/echoes"):
        assert_problem(client.get(path), 422, "number-invalid")


def test_an_endless_number_is_refused_at_the_door(client: TestClient) -> None:
    assert_problem(client.get("/v1/directives", params={"number": "1" * 500}), 422, "request-invalid")


def test_every_key_is_an_address_of_its_act(client: TestClient) -> None:
    items = client.get("/v1/directives", params={"limit": 1000}).json()["items"]
    keys = [item["key"] for item in items]
    assert any("?" in key for key in keys), "an act whose place is not known has a question mark in its key"
    for key in keys:
        assert client.get(urls.directive(key)).json()["directive"]["key"] == key
    for key in [key for key in keys if "~" in key or "Đ" in key or not key[0].isdigit()]:
        assert client.get(urls.directive_echoes(key)).json()["directive"]["key"] == key
    for key in [key for key in keys if "~" in key]:
        assert client.get(urls.directive_page(key)).status_code == 200
