"""Search: with and without marks, numbers however typed, ranked, each in its place, on each store alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.answers.asking.errors import SearchInvalid
from app.answers.searching.search import search
from app.answers.searching.words import WIDEST, locate, read_wanted
from graph.store import Store, open_store
from ingest.text.normalise import bare_of
from tests.http.client import assert_quotes_hold, pages
from tests.store.corpus import SAMPLE, load

CORPUS = "sample"


def _find(client: TestClient, q: str, **parameters: Any) -> dict[str, Any]:
    response = client.get("/v1/search", params={"q": q, "limit": 1000} | parameters)
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("gian cach", "giãn cách"),
        ("giãn cách", "giãn cách"),
        ("GIÃN  CÁCH", "giãn cách"),
        ("gia\u0303n ca\u0301ch", "giãn cách"),  # NFD, as a Mac types it
        ("xet nghiem", "xét nghiệm"),
        ("dap dich", "dập dịch"),
    ],
)
def test_words_are_found_with_and_without_marks(client: TestClient, typed: str, found: str) -> None:
    answer = _find(client, typed)
    assert found in {hit["quote"].lower() for hit in answer["items"] if hit["quote"]}
    assert answer["total"] == len(answer["items"])


def test_marks_and_none_find_the_same_and_marks_rank_it(client: TestClient) -> None:
    bare, marked = _find(client, "giam sat"), _find(client, "giám sát")
    assert {hit["key"] for hit in bare["items"]} == {hit["key"] for hit in marked["items"]}
    assert {hit["match"] for hit in bare["items"]} <= {"phrase_without_marks", "words"}
    matches = [hit["match"] for hit in marked["items"]]
    assert matches[0] == "phrase"
    assert matches == sorted(matches, key=["number", "phrase", "phrase_without_marks", "words"].index)


@pytest.mark.parametrize(
    "typed",
    [
        "1099/CĐ-TTg",
        "1099/cd-ttg",
        "1099 cđ ttg",
        "1099 / CĐ - TTg",
        "Công điện số 1099/CĐ-TTg",
        "1099/CĐ-TTg@2021",
    ],
)
def test_a_known_number_is_first_however_typed(client: TestClient, typed: str) -> None:
    answer = _find(client, typed)
    directive, document, *others = answer["items"]
    assert (directive["kind"], directive["key"]) == ("directive", "1099/CĐ-TTg@2021")
    assert (document["kind"], document["act"]) == ("document", "1099/CĐ-TTg@2021")
    assert directive["match"] == document["match"] == "number"
    assert all(hit["match"] != "number" for hit in others)
    assert "1099" in directive["quote"]


@pytest.mark.parametrize("typed", ["1099cd-ttg", "1099CĐTTg", "1099 cd ttg", "1099/CĐ-TTg"])
def test_a_number_finds_the_provisions_that_cite_it_however_typed(client: TestClient, typed: str) -> None:
    hits = _find(client, typed, kind="provision")["items"]
    assert hits
    assert {hit["key"] for hit in hits} == {
        hit["key"] for hit in _find(client, "1099/CĐ-TTg", kind="provision")["items"]
    }
    assert all("1099" in hit["quote"] for hit in hits)


@pytest.mark.parametrize(
    "typed",
    ["Thông báo 172", "thong bao 172", "THÔNG BÁO SỐ 172", "TB 172", "tb172", "thông báo số 172-TB/TW"],
)
def test_a_kind_and_a_bare_number_find_the_act(client: TestClient, typed: str) -> None:
    found = [(hit["key"], hit["match"]) for hit in _find(client, typed, kind="directive")["items"]]
    assert ("172-TB/TW@2020", "number") in found


@pytest.mark.parametrize("typed", ["Chỉ thị 172", "Công văn 172", "việc 172"])
def test_a_bare_number_of_another_kind_is_no_act(client: TestClient, typed: str) -> None:
    assert "number" not in {hit["match"] for hit in _find(client, typed)["items"]}


def test_a_number_of_several_acts_finds_all_of_them(client: TestClient) -> None:
    found = [hit["key"] for hit in _find(client, "05/CT-TTg")["items"] if hit["match"] == "number"]
    assert found == ["05/CT-TTg@2021", "05/CT-TTg@2020"]


def test_an_act_that_is_only_catalogued_is_found_and_says_so(client: TestClient) -> None:
    hits = {hit["key"]: hit for hit in _find(client, "vaccination")["items"]}
    hit = hits["1467/QĐ-BYT@2021"]
    assert (hit["basis"], hit["quote"], hit["document"]) == ("catalogue", None, None)


def test_filters_pick_what_they_say(client: TestClient) -> None:
    every = _find(client, "phòng, chống dịch")
    assert {hit["kind"] for hit in every["items"]} == {"directive", "document", "provision"}
    for kind in ("directive", "document", "provision"):
        only = _find(client, "phòng, chống dịch", kind=kind)
        assert only["items"] == [hit for hit in every["items"] if hit["kind"] == kind]
    here = _find(client, "phòng, chống dịch", province="Sơn La")
    assert here["items"]
    assert {(hit["province"] or {"code": "14"})["code"] for hit in here["items"]} == {"14"}
    dated = _find(client, "phòng, chống dịch", since="2021-07-01", until="2021-07-31")
    assert dated["items"]
    assert all("2021-07-01" <= hit["date"] <= "2021-07-31" for hit in dated["items"])
    nowhere = _find(client, "phòng, chống dịch", province="?")
    assert all(hit["province"] is None for hit in nowhere["items"])


def test_every_hit_holds_the_words_at_its_place(client: TestClient) -> None:
    for typed in ("phong chong dich", "xét nghiệm", "cach ly tai nha", "khẩu trang"):
        answer = _find(client, typed, kind="provision")
        assert answer["items"]
        assert assert_quotes_hold(client, answer["items"]) == len(answer["items"])
        for hit in answer["items"]:
            text = client.get(f"/v1/documents/{hit['document']}/text").text
            around = hit["before"] + hit["quote"] + hit["after"]
            assert text[hit["start"] - len(hit["before"]) : hit["end"] + len(hit["after"])] == around
            assert any(word in bare_of(hit["quote"]) for word in bare_of(typed).split())


def test_a_provision_is_found_in_its_innermost_part_only(client: TestClient) -> None:
    hits = _find(client, "xét nghiệm", kind="provision")["items"]
    parents: dict[str, str | None] = {}
    for document in {hit["document"] for hit in hits}:
        answer = client.get(f"/v1/documents/{document}").json()
        parents |= {provision["key"]: provision["parent"] for provision in answer["provisions"]}
    keys = {hit["key"] for hit in hits}
    assert keys & {parents[key] for key in keys} == set()


@pytest.mark.parametrize("typed", ["xyzzy", '"', "zzz AND", "dich NOT covid xyzzy", "xyz* OR abc~2 [a TO z]"])
def test_what_is_nowhere_finds_nothing_or_is_refused(client: TestClient, typed: str) -> None:
    response = client.get("/v1/search", params={"q": typed})
    if response.status_code == 200:
        assert response.json()["total"] == 0
        assert response.json()["words"].startswith("0 hits in ")
    else:
        assert response.json()["type"] == "/problems/search-invalid"


def test_pages_come_in_one_order(client: TestClient) -> None:
    whole = _find(client, "dịch bệnh")
    found = [
        hit
        for page in pages(client, "/v1/search?q=d%E1%BB%8Bch+b%E1%BB%87nh&limit=7")
        for hit in page["items"]
    ]
    assert found == whole["items"]


def test_what_is_too_common_is_cut_after_whole_documents_and_says_so(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = _find(client, "dịch", kind="provision")
    assert whole["cut"] is False
    monkeypatch.setattr("app.answers.searching.search.RANKED", 20)
    cut = _find(client, "dịch", kind="provision")
    assert cut["cut"] is True
    assert "more hold these words" in cut["words"]
    assert 20 <= cut["total"] < whole["total"]
    last = max(hit["document"] for hit in cut["items"])
    held = {hit["key"] for hit in whole["items"] if hit["document"] <= last}
    assert {hit["key"] for hit in cut["items"]} == held


# --- both stores alike, and whatever is typed ------------------------------------------------------


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An embedded store of its own with the same documents."""
    with open_store(f"embedded:{tmp_path_factory.mktemp('reference')}") as opened:
        load(opened, [SAMPLE])
        yield opened


WORDS = [
    "dịch",
    "giãn",
    "cách",
    "ban",
    "an",
    "toàn",
    "to",
    "the",
    "16/CT-TTg",
    "5K",
    "covid-19",
    "24/7",
    "3.000",
]
ODD = st.sampled_from(
    ["+", "-", "&&", "||", "!", "(", ")", "{", "}", "[", "]", "^", '"', "~", "*", "?", ":", "\\", "/"]
)
TYPED = st.lists(st.one_of(st.sampled_from(WORDS), ODD, st.text(max_size=5)), min_size=1, max_size=5)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
@given(words=TYPED)
def test_whatever_is_typed_finds_the_same_on_each_store(
    client: TestClient, session_store: Store, reference: Store, words: list[str]
) -> None:
    typed = " ".join(words)
    try:
        found = search(session_store, typed, limit=1000)
    except SearchInvalid:
        assert not any(c.isalnum() for c in bare_of(typed))
        return
    other = search(reference, typed, limit=1000)
    assert [hit.model_dump() for hit in found.items] == [hit.model_dump() for hit in other.items]
    assert found.total == len(found.items)


@given(st.text(alphabet="aăđ ớn\n/-.16", min_size=1), st.data())
def test_words_that_stand_in_a_text_are_located_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    try:
        wanted = read_wanted(text[start:end])
    except SearchInvalid:
        return
    span = locate(text, wanted)
    assert span is not None
    assert 0 <= span[0] < span[1] <= len(text)
    assert span[1] - span[0] <= max(WIDEST, end - start)
    assert any(word in bare_of(text[slice(*span)]) for word in wanted.words)
