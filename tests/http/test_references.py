"""References in a text that is sent in: span, and found, ambiguous or not in the corpus."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.answers.asking.revision import revision
from graph.store import Store
from tests.http.client import assert_problem, client_on
from tests.store_fixtures import StoreAddress

CORPUS = "real"
PATH = "/v1/references/resolve"
TEXT = (
    "Thực hiện Chỉ thị số 16/CT-TTg ngày 31/3/2020 của Thủ tướng Chính phủ, Công văn số 230-CV/TU ngày "
    "04/7/2021 của Ban Thường vụ Tỉnh ủy, Chỉ thị số 05/CT-TTg, Quyết định số 9999/QĐ-UBND ngày 01/01/2021."
)


def _resolve(client: TestClient, text: str, **parameters: str) -> dict[str, Any]:
    response = client.post(PATH, json={"text": text}, params=parameters)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    for reference in answer["references"] + answer["generic"]:
        assert text[reference["start"] : reference["end"]] == reference["quote"]
    assert sum(answer["counts"].values()) == len(answer["references"])
    return answer


def _by_number(answer: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {each["number"]: each for each in answer["references"]}


def test_each_reference_is_found_or_ambiguous_or_not_in_the_corpus(client: TestClient) -> None:
    answer = _resolve(client, TEXT)
    found = _by_number(answer)
    assert {number: each["state"] for number, each in found.items()} == {
        "16/CT-TTg": "found",
        "230-CV/TU": "ambiguous",
        "05/CT-TTg": "ambiguous",
        "9999/QĐ-UBND": "not_in_corpus",
    }
    assert found["16/CT-TTg"]["directive"]["key"] == "16/CT-TTg@2020"
    assert client.get(found["16/CT-TTg"]["url"]).json()["directive"]["key"] == "16/CT-TTg@2020"
    assert [c["key"] for c in found["05/CT-TTg"]["candidates"]] == ["05/CT-TTg@2020", "05/CT-TTg@2021"]
    assert [c["key"] for c in found["230-CV/TU"]["candidates"]] == ["230-CV/TU@2021~72"]
    assert found["9999/QĐ-UBND"]["key"] is None, "an act whose place nobody tells has no key"
    assert answer["words"] == "4 references: 1 found, 2 ambiguous, 1 not in corpus"
    for each in found.values():
        for candidate in each["candidates"]:
            assert client.get(candidate["url"]).status_code == 200


def test_the_province_and_the_day_of_a_text_tell_whose_numbers_are_meant(client: TestClient) -> None:
    placed = _by_number(_resolve(client, TEXT, province="Tây Ninh"))
    assert placed["230-CV/TU"]["state"] == "found"
    assert placed["230-CV/TU"]["directive"]["key"] == "230-CV/TU@2021~72"
    elsewhere = _by_number(_resolve(client, TEXT, province="91"))
    assert elsewhere["230-CV/TU"]["key"] == "230-CV/TU@2021~91"
    assert elsewhere["230-CV/TU"]["directive"] is None
    dated = _by_number(_resolve(client, TEXT, date="2020-12-31"))
    assert dated["05/CT-TTg"]["directive"]["key"] == "05/CT-TTg@2020"
    assert dated["05/CT-TTg"]["basis"] == "inferred"
    # What was inferred could be another one: the acts that were weighed are shown.
    assert [c["key"] for c in dated["05/CT-TTg"]["candidates"]] == ["05/CT-TTg@2020"]
    assert dated["16/CT-TTg"]["candidates"] == []


def test_words_that_name_no_act_stand_apart(client: TestClient) -> None:
    answer = _resolve(client, "Quán triệt các văn bản chỉ đạo của Trung ương về phòng, chống dịch.")
    assert answer["references"] == []
    assert answer["generic"]


@pytest.mark.parametrize("text", ["", " \n", "Không có gì ở đây.", "😀 16", "\u0000", "a" * 10_000])
def test_a_text_without_references_has_none(client: TestClient, text: str) -> None:
    answer = _resolve(client, text)
    assert answer["references"] == []
    assert answer["characters"] == len(text)
    assert answer["dataset_version"]


def test_offsets_count_code_points_and_not_bytes_or_halves(client: TestClient) -> None:
    text = "😀 Đà Nẵng thực hiện Chỉ thị số 16/CT-TTg ngày 31/3/2020 của Thủ tướng Chính phủ."
    (found,) = _resolve(client, text)["references"]
    assert text[found["start"] : found["end"]].startswith("Chỉ thị số 16/CT-TTg")


def test_plain_text_is_read_as_json_is(client: TestClient) -> None:
    for kind in ("text/plain", "text/plain; charset=utf-8", 'text/plain; charset="UTF-8"'):
        plain = client.post(PATH, content=TEXT.encode(), headers={"Content-Type": kind})
        assert plain.json() == client.post(PATH, json={"text": TEXT}).json()
    assert plain.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("kind", "body", "status", "problem"),
    [
        ("application/json", b"{", 422, "text-invalid"),
        ("application/json", b"[]", 422, "text-invalid"),
        ("application/json", b"{}", 422, "text-invalid"),
        ("application/json", b'{"text": 1}', 422, "text-invalid"),
        ("application/json", b'{"text": "a", "more": 1}', 422, "text-invalid"),
        ("application/json", b'{"text": "\\ud800"}', 422, "text-invalid"),
        ("application/json", b'{"text": "\xff"}', 422, "text-invalid"),
        ("application/json", b"[" * 100_000, 422, "text-invalid"),
        ("text/plain", "Chỉ thị".encode("utf-16"), 422, "text-invalid"),
        ("text/plain; charset=windows-1258", b"a", 415, "text-type-unknown"),
        ("application/pdf", b"%PDF-1.7", 415, "text-type-unknown"),
        ("multipart/form-data; boundary=x", b"--x--", 415, "text-type-unknown"),
        ("", b"a", 415, "text-type-unknown"),
    ],
)
def test_what_is_no_text_is_refused(
    client: TestClient, kind: str, body: bytes, status: int, problem: str
) -> None:
    assert_problem(client.post(PATH, content=body, headers={"Content-Type": kind}), status, problem)


def test_wrong_facts_about_a_text_are_refused(client: TestClient) -> None:
    for parameters, status in (({"province": "Atlantis"}, 404), ({"date": "soon"}, 422)):
        assert_problem(client.post(PATH, json={"text": TEXT}, params=parameters), status)
    assert_problem(client.get(PATH), 405)


@pytest.mark.parametrize("setting", ["max_request_bytes", "max_text_bytes"])
def test_a_text_over_the_limit_is_refused(
    store_address: StoreAddress, client: TestClient, setting: str
) -> None:
    assert client.post(PATH, json={"text": "x" * 1000}).status_code == 200
    with client_on(store_address, **{setting: 1000}) as strict:
        assert strict.post(PATH, content=b"x" * 1000).status_code == 200
        assert_problem(strict.post(PATH, content=b"x" * 1001), 413, "text-too-large")
        pieces = (b"x" * 600 for _ in range(2))  # sent without its length
        assert_problem(strict.post(PATH, content=pieces), 413, "text-too-large")


def test_nothing_of_a_text_is_kept(client: TestClient, session_store: Store) -> None:
    before = revision(session_store)
    documents = client.get("/v1/documents").json()
    _resolve(client, TEXT + " Số: 4321/UBND-VX")
    assert revision(session_store) == before
    assert client.get("/v1/documents").json() == documents
    assert client.get("/v1/search?q=4321").json()["total"] == 0


PIECES = st.sampled_from(
    [
        "Chỉ thị số ",
        "16/CT-TTg",
        " ngày 31/3/2020",
        " của Thủ tướng",
        "172-TB/TW",
        ", ",
        "\n",
        "Số: ",
        "căn cứ ",
    ]
)


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
@given(st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=12).map("".join))
def test_any_text_is_answered_with_its_own_words(client: TestClient, text: str) -> None:
    answer = _resolve(client, text)
    assert json.loads(json.dumps(answer)) == answer
    assert {each["state"] for each in answer["references"]} <= {"found", "ambiguous", "not_in_corpus"}
    for each in answer["references"]:
        assert (each["directive"] is not None) == (each["state"] == "found")
        keys = [candidate["key"] for candidate in each["candidates"]]
        assert bool(keys) == (each["state"] == "ambiguous") or (each["state"], each["basis"]) == (
            "found",
            "inferred",
        )
        assert not keys or each["state"] == "ambiguous" or each["key"] in keys
