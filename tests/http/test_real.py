"""The four real documents over HTTP: the honest answers, each with the words that state it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.http.client import assert_quotes_hold, client_on, pages
from tests.store_fixtures import StoreAddress

CORPUS = "real"


def _get(client: TestClient, path: str, **parameters: Any) -> dict[str, Any]:
    response = client.get(path, params=parameters)
    assert response.status_code == 200, response.text
    body: dict[str, Any] = response.json()
    return body


def test_nobody_placed_echoes_172_and_one_document_is_not_placed(client: TestClient) -> None:
    answer = _get(client, "/v1/directives/172-TB/TW/echoes")
    assert answer["directive"]["key"] == "172-TB/TW@2020"
    assert answer["directive"]["text_held"] is False
    denominator = answer["denominator"]
    assert (denominator["provinces"], denominator["with_documents"]) == (63, 2)
    assert (denominator["echoed"], denominator["unplaced"]) == (0, 1)
    codes = [p["code"] for p in answer["provinces"]]
    assert codes == sorted(codes)
    assert len(codes) == 63
    states = {p["code"]: p["state"] for p in answer["provinces"]}
    assert {code for code, state in states.items() if state != "no_documents"} == {"72", "91"}
    assert states["72"] == states["91"] == "no_echo_found"
    (unplaced,) = answer["unplaced"]
    assert unplaced["number"] == "1378-CT/TU"
    assert unplaced["how"] == ["cites"]
    assert any("172-TB/TW" in e["quote"] for e in unplaced["evidence"])
    assert answer["synthetic"] is False
    assert assert_quotes_hold(client, answer)


def test_tay_ninh_and_kien_giang_side_by_side(client: TestClient) -> None:
    answer = _get(client, "/v1/compare", province=["72", "91"])
    assert [p["code"] for p in answer["provinces"]] == ["72", "91"]
    assert answer["rows"]
    assert {len(row["cells"]) for row in answer["rows"]} == {2}
    assert answer["side_by_side"]["both"]
    assert assert_quotes_hold(client, answer)


@pytest.mark.parametrize("name", ["72", "Tây Ninh", "tay ninh", "Tỉnh Tây Ninh"])
def test_a_province_is_found_by_code_or_name(client: TestClient, name: str) -> None:
    assert _get(client, f"/v1/provinces/{name}")["province"]["code"] == "72"
    assert [p["code"] for p in _get(client, "/v1/compare", province=[name, "91"])["provinces"]] == [
        "72",
        "91",
    ]


def test_every_list_pages_to_its_end_without_gap_or_double(client: TestClient) -> None:
    for path, size, key in (
        ("/v1/directives", 50, "key"),
        ("/v1/provinces", 20, "code"),
        ("/v1/measures", 30, "id"),
        ("/v1/bodies", 40, "id"),
        ("/v1/documents", 1, "id"),
    ):
        found = list(pages(client, path, limit=size))
        keys = [item[key] for page in found for item in page["items"]]
        assert len(found) > 1, path
        assert len(keys) == len(set(keys)) == found[0]["total"]
        assert path == "/v1/documents" or keys == sorted(keys)
        whole = _get(client, path, limit=1000)
        assert [item[key] for item in whole["items"]] == keys
        assert whole["next"] is None


def test_the_documents_are_whole_and_all_they_state_is_quoted(client: TestClient) -> None:
    for row in _get(client, "/v1/documents")["items"]:
        answer = _get(client, f"/v1/documents/{row['id']}")
        text = answer["text"]
        assert answer["statements"]
        assert assert_quotes_hold(client, answer["statements"], row["id"]) > 0
        assert assert_quotes_hold(client, list(answer["header"].values()), row["id"]) > 0
        assert all(0 <= p["start"] < p["end"] <= len(text) for p in answer["provisions"])
        assert _get(client, f"/v1/documents/{row['id'][:12]}")["document"]["id"] == row["id"]


def test_the_evidence_of_a_statement_is_read_again_from_the_text(client: TestClient) -> None:
    echoes = _get(client, "/v1/directives/172-TB/TW/echoes")
    piece = echoes["unplaced"][0]["evidence"][0]
    answer = _get(client, f"/v1/provenance/{piece['key']}")
    assert answer["verified"] is True
    assert answer["evidence"]["quote"] == piece["quote"]
    assert answer["document"]["id"] == piece["document"]
    assert answer["document"]["source"]["paths"][0].endswith("cong-van-1378_tinh-uy_2020-03-24_web.txt")
    text = _get(client, f"/v1/documents/{piece['document']}")["text"]
    around = answer["evidence"]
    assert around["before"] + around["quote"] + around["after"] in text
    assert assert_quotes_hold(client, answer) == 1


def test_coverage_counts_what_is_held_and_names_what_is_wanted(client: TestClient) -> None:
    answer = _get(client, "/v1/coverage")
    assert (answer["documents"], answer["unplaced"]) == (4, 2)
    assert "172-TB/TW@2020" in {row["directive"]["key"] for row in answer["wanted"]}


def test_every_answer_names_one_dataset(client: TestClient) -> None:
    version = _get(client, "/version")["dataset_version"]
    assert version
    for path in (
        "/readyz",
        "/v1/coverage",
        "/v1/documents",
        "/v1/provinces/72",
        "/v1/measures/5k",
        "/v1/directives/172-TB/TW",
        "/v1/directives/172-TB/TW/echoes",
        "/v1/compare?province=72&province=91",
    ):
        assert _get(client, path)["dataset_version"] == version, path


def test_a_known_act_that_nobody_cites_is_answered_with_nothing_echoed(client: TestClient) -> None:
    answer = _get(client, "/v1/directives/05/CT-TTg@2020/echoes")
    assert answer["denominator"]["echoed"] == 0
    assert {p["state"] for p in answer["provinces"]} <= {"no_echo_found", "no_documents"}
    assert answer["directive"]["catalogued"] is True


@pytest.mark.parametrize("path", ["/", "/healthz", "/v1/documents", "/v1/directives/172-TB/TW/echoes"])
def test_head_answers_as_get_without_a_body(client: TestClient, path: str) -> None:
    head, get = client.head(path), client.get(path)
    assert head.status_code == get.status_code == 200
    assert head.content == b""
    assert head.headers["content-type"] == get.headers["content-type"]


def test_many_readers_at_once_share_one_store(store_address: StoreAddress, client: TestClient) -> None:
    expected = _get(client, "/v1/directives/172-TB/TW/echoes")
    with client_on(store_address) as fresh, ThreadPoolExecutor(16) as readers:
        asked = [readers.submit(fresh.get, "/v1/directives/172-TB/TW/echoes") for _ in range(32)]
        answers = [each.result() for each in asked]
    assert {a.status_code for a in answers} == {200}
    assert all(a.json() == expected for a in answers)
