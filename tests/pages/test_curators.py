"""Decisions by forms: without JavaScript, only where writing is allowed, the key in no address."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from graph.queries import shipped
from graph.store import Store
from ingest.pipeline import ingest
from ingest.vocabulary import shipped as vocabulary
from tests.http.client import settings_for
from tests.repository import ROOT
from tests.store_fixtures import StoreAddress

TEXT = ROOT / "corpus" / "real" / "cong-van-1378_tinh-uy_2020-03-24_web.txt"
SIGNED = {"by": "Nguyễn Thị Đọc", "reason": "read it again"}
KEY = "a long and random key"
PAGE = {"Accept": "text/html"}


@pytest.fixture
def held(store: Store) -> str:
    """A store with one document; its id."""
    report = ingest(store, shipped(), vocabulary(), [TEXT])
    return report.loaded[0]


@pytest.fixture
def curator(held: str, store_address: StoreAddress, tmp_path: Path) -> Iterator[TestClient]:
    """A browser on the machine of a service without a key."""
    with _client(store_address, tmp_path) as client:
        yield client


def _client(address: StoreAddress, folder: Path, host: str = "127.0.0.1", **changes: Any) -> TestClient:
    app = create_app(settings_for(address, decisions=folder / "decisions.jsonl", **changes))
    return TestClient(app, base_url="http://127.0.0.1", client=(host, 50000), follow_redirects=False)


def _statement(client: TestClient, id: str, kind: str) -> dict[str, Any]:
    answer = client.get(f"/v1/documents/{id}").json()
    found: dict[str, Any] = next(
        s for s in answer["statements"] if s["type"] == kind and s["detail"] != "self"
    )
    return found


def test_a_rejected_statement_counts_no_more_and_an_undone_rejection_does(
    curator: TestClient, held: str
) -> None:
    key = _statement(curator, held, "ORDERS")["key"]
    answer = curator.post(f"/provenance/{key}?lang=en", data={"action": "reject", **SIGNED}, headers=PAGE)
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/provenance/{key}?lang=en"
    assert key not in [s["key"] for s in curator.get(f"/v1/documents/{held}").json()["statements"]]
    page = curator.get(f"/provenance/{key}?lang=en").text
    assert "Nguyễn Thị Đọc" in page
    assert "read it again" in page
    assert "Rejected by people" in curator.get(f"/documents/{held}?lang=en").text
    (gone,) = (s for s in curator.get(f"/v1/documents/{held}").json()["rejected"] if s["key"] == key)
    at = curator.get(f"/documents/{held}?lang=en&start={gone['start']}&end={gone['end']}").text
    assert '<a href="#rejected">' in at
    assert 'id="rejected"' in at
    assert "No statement has exactly this span" not in at
    curator.post(f"/provenance/{key}", data={"action": "undo", **SIGNED}, headers=PAGE)
    assert key in [s["key"] for s in curator.get(f"/v1/documents/{held}").json()["statements"]]


def test_a_corrected_relation_is_curated(curator: TestClient, held: str) -> None:
    stated = _statement(curator, held, "CITES")
    form = {"action": "correct", "relation": "reports", "state": "", "target": "", **SIGNED}
    answer = curator.post(f"/provenance/{stated['key']}", data=form, headers=PAGE)
    assert answer.status_code == 303
    now = curator.get(f"/v1{answer.headers['location']}").json()
    assert (now["detail"]["relation"], now["basis"], now["status"]) == ("reports", "curated", "corrected")


def test_a_province_that_a_person_sets_is_marked_in_reader_and_list(curator: TestClient, held: str) -> None:
    form = {"action": "set", "field": "province", "value": "Đồng Nai", **SIGNED}
    answer = curator.post(f"/documents/{held}", data=form, headers=PAGE)
    assert answer.headers["location"] == f"/documents/{held}#attributes"
    marked = '<span class="chip basis b-curated">added by a person</span>'
    for path in (f"/documents/{held}?lang=en", "/documents?lang=en", "/documents?province=75&lang=en"):
        page = curator.get(path).text
        assert marked in page[page.index("Đồng Nai</a>") :][:200], path
    assert curator.get("/v1/documents").json()["items"][0]["curated"] == ["province"]


SENSELESS = [
    ("provenance", {"action": "reject", "by": "", "reason": "x"}),
    ("provenance", {"action": "reject", "by": "x", "reason": " "}),
    ("provenance", {"action": "correct", "relation": "", **SIGNED}),
    ("provenance", {"action": "correct", "relation": "sings", **SIGNED}),
    ("provenance", {"action": "burn", **SIGNED}),
    ("documents", {"action": "set", "field": "text", "value": "x", **SIGNED}),
    ("documents", {"action": "set", "field": "date", "value": "yesterday", **SIGNED}),
]


def test_a_form_that_makes_no_sense_changes_nothing(curator: TestClient, held: str) -> None:
    before = curator.get("/v1/documents").json()["dataset_version"]
    key = _statement(curator, held, "CITES")["key"]
    for path, form in SENSELESS:
        answer = curator.post(f"/{path}/{held if path == 'documents' else key}", data=form, headers=PAGE)
        assert answer.status_code == 422, form
        assert answer.headers["content-type"].startswith("text/html")
    assert curator.get("/v1/documents").json()["dataset_version"] == before


def test_a_form_of_another_site_is_refused(curator: TestClient, held: str) -> None:
    key = _statement(curator, held, "CITES")["key"]
    for origin in ("https://elsewhere.example", "null"):
        headers = PAGE | {"Origin": origin}
        answer = curator.post(f"/provenance/{key}", data={"action": "reject", **SIGNED}, headers=headers)
        assert answer.status_code == 403
    assert curator.get(f"/v1/provenance/{key}").json()["status"] is None


def test_who_may_not_write_sees_no_form(held: str, store_address: StoreAddress, tmp_path: Path) -> None:
    with _client(store_address, tmp_path, host="192.0.2.7") as reader:
        key = _statement(reader, held, "CITES")["key"]
        for path in (f"/provenance/{key}", f"/documents/{held}"):
            assert 'method="post"' not in reader.get(path).text
        answer = reader.post(f"/provenance/{key}", data={"action": "reject", **SIGNED}, headers=PAGE)
        assert answer.status_code == 403


def test_a_key_is_given_in_the_form_and_stands_nowhere_else(
    held: str, store_address: StoreAddress, tmp_path: Path
) -> None:
    with _client(store_address, tmp_path, host="192.0.2.7", api_key=KEY) as curator:
        key = _statement(curator, held, "CITES")["key"]
        page = curator.get(f"/provenance/{key}").text
        assert 'name="key" type="password"' in page
        for wrong in ({}, {"key": ""}, {"key": "another"}):
            form = {"action": "accept", **SIGNED, **wrong}
            assert curator.post(f"/provenance/{key}", data=form, headers=PAGE).status_code == 401
        answer = curator.post(
            f"/provenance/{key}", data={"action": "accept", **SIGNED, "key": KEY}, headers=PAGE
        )
        assert answer.status_code == 303
        assert KEY not in str(answer.headers)
        assert not answer.headers.get("set-cookie")
        now = curator.get(f"/provenance/{key}").text
        assert "đã chấp nhận" in now.lower()
        assert KEY not in now
