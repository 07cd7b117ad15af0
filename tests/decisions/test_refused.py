"""Who may decide over HTTP, and what makes no sense: every refusal is a problem, and decides nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from app.guard import is_local
from graph.queries import shipped
from graph.store import Store
from ingest.pipeline import ingest
from ingest.vocabulary import shipped as vocabulary
from tests.decisions.serving import PAGE, SIGNED, decisions, evidence, served
from tests.http.client import assert_problem
from tests.store_fixtures import StoreAddress

KEY = "một-khóa-dài-và-ngẫu-nhiên"


@pytest.fixture(scope="module")
def held(module_store: Store) -> Store:
    report = ingest(module_store, shipped(), vocabulary(), [PAGE])
    assert report.loaded
    return module_store


@pytest.mark.parametrize(
    ("given", "status", "kind"),
    [
        ({"action": "accept", "by": "", "reason": "x"}, 422, "request-invalid"),
        ({"action": "accept", "by": "Lan", "reason": "  "}, 422, "request-invalid"),
        ({"action": "accept", "by": "Lan"}, 422, "request-invalid"),
        ({"action": "delete", **SIGNED}, 422, "request-invalid"),
        ({"action": "accept", **SIGNED, "more": 1}, 422, "request-invalid"),
        ({"action": "accept", **SIGNED, "value": ["a"]}, 422, "request-invalid"),
        ({"action": "accept", **SIGNED, "value": "x"}, 422, "decision-invalid"),
        ({"action": "set", **SIGNED, "value": {"province": "72"}}, 422, "decision-invalid"),
        ({"action": "correct", **SIGNED}, 422, "decision-invalid"),
        ({"action": "correct", **SIGNED, "value": {"relation": "likes"}}, 422, "decision-invalid"),
        ({"action": "correct", **SIGNED, "value": {"relation": "implements"}}, 422, "decision-invalid"),
        ({"action": "correct", **SIGNED, "value": {"state": "ordered"}}, 422, "decision-invalid"),
        ({"action": "correct", **SIGNED, "value": {"target": "no number"}}, 422, "decision-invalid"),
        ({"action": "correct", **SIGNED, "value": {"target": "05/CT-TTg"}}, 422, "decision-invalid"),
        ({"action": "undo", **SIGNED}, 404, "decision-unknown"),
        ({"action": "undo", **SIGNED, "of": "0" * 16}, 404, "decision-unknown"),
    ],
)
def test_what_makes_no_sense_of_evidence_is_refused_and_decides_nothing(
    held: Store, store_address: StoreAddress, tmp_path: Path, given: dict[str, Any], status: int, kind: str
) -> None:
    with served(store_address, tmp_path) as client:
        before = decisions(client)
        assert_problem(client.patch(f"/v1/provenance/{evidence(client)['key']}", json=given), status, kind)
        assert decisions(client) == before
    assert not (tmp_path / "decisions.jsonl").exists()


@pytest.mark.parametrize(
    ("given", "status", "kind"),
    [
        ({"action": "set"}, 422, "decision-invalid"),
        ({"action": "set", "value": {}}, 422, "decision-invalid"),
        ({"action": "set", "value": "72"}, 422, "decision-invalid"),
        ({"action": "set", "value": {"colour": "red"}}, 422, "decision-invalid"),
        ({"action": "set", "value": {"province": "Atlantis"}}, 422, "decision-invalid"),
        ({"action": "set", "value": {"number": "none"}}, 422, "decision-invalid"),
        ({"action": "set", "value": {"date": "2021-02-30"}}, 422, "decision-invalid"),
        ({"action": "set", "value": {"issuer": "nobody"}}, 422, "decision-invalid"),
        ({"action": "set", "value": {"doc_type": "song"}}, 422, "decision-invalid"),
        ({"action": "set", "value": {"source_url": "javascript:alert(1)"}}, 422, "decision-invalid"),
        ({"action": "set", "value": {"retrieved_at": "soon"}}, 422, "decision-invalid"),
        ({"action": "reject"}, 422, "decision-invalid"),
        ({"action": "reject", "value": "colour"}, 422, "decision-invalid"),
        ({"action": "reject", "value": "province"}, 422, "decision-invalid"),
        ({"action": "undo", "value": "province"}, 404, "decision-unknown"),
        ({"action": "undo", "of": "0" * 16}, 404, "decision-unknown"),
    ],
)
def test_what_makes_no_sense_of_a_document_is_refused_and_decides_nothing(
    held: Store, store_address: StoreAddress, tmp_path: Path, given: dict[str, Any], status: int, kind: str
) -> None:
    with served(store_address, tmp_path) as client:
        path, before = f"/v1/documents/{evidence(client)['document']}", decisions(client)
        assert_problem(client.patch(path, json={**SIGNED, **given}), status, kind)
        assert decisions(client) == before


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/v1/provenance/" + "0" * 32, "statement-unknown"),
        ("/v1/provenance/nonsense", "statement-unknown"),
        ("/v1/documents/" + "0" * 64, "document-unknown"),
        ("/v1/decisions?document=" + "0" * 64, "document-unknown"),
    ],
)
def test_what_is_not_here_is_told(
    held: Store, store_address: StoreAddress, tmp_path: Path, path: str, kind: str
) -> None:
    with served(store_address, tmp_path) as client:
        method = "GET" if "?" in path else "PATCH"
        body = {**SIGNED, "action": "set", "value": {"province": "72"}}
        assert_problem(client.request(method, path, json=body), 404, kind)


def test_what_is_of_the_document_itself_goes_by_its_fields(
    held: Store, store_address: StoreAddress, tmp_path: Path
) -> None:
    with served(store_address, tmp_path) as client:
        document = client.get(f"/v1/documents/{evidence(client)['document']}").json()
        own = next(s["key"] for s in document["statements"] if s["type"] == "TEXT_OF")
        given = {**SIGNED, "action": "reject"}
        body = assert_problem(client.patch(f"/v1/provenance/{own}", json=given), 422, "decision-invalid")
        assert document["document"]["id"] in body["detail"]


BEARER = {"Authorization": f"Bearer {KEY}".encode()}


@pytest.mark.parametrize(
    ("client", "host", "headers", "key", "status"),
    [
        ("127.0.0.1", "127.0.0.1:8000", {}, None, 200),
        ("127.0.0.1", "localhost:8000", {"Origin": "http://localhost:8000"}, None, 200),
        ("::1", "[::1]:8000", {}, None, 200),
        ("::ffff:127.0.0.1", "127.0.0.1:8000", {}, None, 200),
        ("203.0.113.7", "127.0.0.1:8000", {}, None, 403),
        ("10.0.0.2", "service.example", {}, None, 403),
        # A request that a proxy on this machine passes on, whatever it says of the one who sent it.
        ("127.0.0.1", "127.0.0.1:8000", {"X-Forwarded-For": "127.0.0.1"}, None, 403),
        ("127.0.0.1", "127.0.0.1:8000", {"Forwarded": "for=127.0.0.1"}, None, 403),
        ("127.0.0.1", "127.0.0.1:8000", {"X-Real-IP": "::1"}, None, 403),
        ("127.0.0.1", "127.0.0.1:8000", {"Via": "1.1 cache"}, None, 403),
        # A page of another site in a browser on this machine.
        ("127.0.0.1", "127.0.0.1:8000", {"Origin": "https://evil.example"}, None, 403),
        ("127.0.0.1", "127.0.0.1:8000", {"Origin": "null"}, None, 403),
        ("127.0.0.1", "rebound.example:8000", {}, None, 403),
        ("127.0.0.1", "127.0.0.1.evil.example", {}, None, 403),
        # A key that nobody set opens nothing.
        ("203.0.113.7", "service.example", BEARER, None, 403),
        ("203.0.113.7", "service.example", BEARER, KEY, 200),
        ("203.0.113.7", "service.example", {"X-API-Key": KEY.encode()}, KEY, 200),
        ("203.0.113.7", "service.example", {**BEARER, "X-Forwarded-For": "198.51.100.1"}, KEY, 200),
        ("127.0.0.1", "127.0.0.1:8000", {}, KEY, 401),
        ("127.0.0.1", "127.0.0.1:8000", {"X-API-Key": "another"}, KEY, 401),
        ("127.0.0.1", "127.0.0.1:8000", {"X-API-Key": KEY.encode()[:-1]}, KEY, 401),
        ("127.0.0.1", "127.0.0.1:8000", {"Authorization": f"Basic {KEY}".encode()}, KEY, 401),
        ("127.0.0.1", "127.0.0.1:8000", {"Authorization": b"Bearer "}, KEY, 401),
    ],
)
def test_who_may_write(
    held: Store,
    store_address: StoreAddress,
    tmp_path: Path,
    client: str,
    host: str,
    headers: Mapping[str, str | bytes],
    key: str | None,
    status: int,
) -> None:
    settings = {"api_key": key} if key else {}
    with served(store_address, tmp_path, client, host, **settings) as opened:
        found, before = evidence(opened), decisions(opened)
        for path in (f"/v1/provenance/{found['key']}", f"/v1/documents/{found['document']}"):
            given = {**SIGNED, "action": "accept"} | ({"value": "number"} if "documents" in path else {})
            response = opened.patch(path, json=given, headers=headers)  # type: ignore[arg-type]
            if status == 200:
                assert response.status_code == 200, response.text
                continue
            body = assert_problem(response, status, {401: "key-refused", 403: "write-refused"}[status])
            assert KEY not in json.dumps(body, ensure_ascii=False)
            assert response.headers.get("WWW-Authenticate") == ("Bearer" if status == 401 else None)
        assert decisions(opened) - before == (2 if status == 200 else 0)


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1", True),
        ("127.8.9.10", True),
        ("localhost", True),
        ("LOCALHOST", True),
        ("::1", True),
        ("[::1]", True),
        ("::ffff:127.0.0.1", True),
        ("0.0.0.0", False),
        ("::", False),
        ("10.0.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("localhost.evil.example", False),
        ("127.0.0.1.evil.example", False),
        ("2130706433", False),
        ("", False),
    ],
)
def test_which_addresses_are_this_machine(host: str, local: bool) -> None:
    assert is_local(host) is local
