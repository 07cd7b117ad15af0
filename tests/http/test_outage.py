"""A store that goes away in the middle, or was never there: 503 and why, and no restart needed after it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient

from app import deps
from graph import embedded, holding
from graph.embedded import DATABASE, USER, folder_of
from graph.store import Store
from tests.http.client import assert_problem, client_on
from tests.http.gate import Gate
from tests.store_fixtures import StoreAddress

ASKED = ("/v1/documents", "/readyz")
WITHIN = 60.0  # seconds for a store that is back to be found


@pytest.fixture
def gate(
    store_address: StoreAddress, session_store: Store, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Gate]:
    """A gate before the store of the tests, for an application that does not wait long for it to open."""
    monkeypatch.setattr(deps, "RETRY_TIME", 0.3)
    monkeypatch.setattr(deps, "FORGET_AFTER", 0.3)
    opened = Gate(_port(store_address))
    yield opened
    opened.close()


@pytest.fixture
def behind(gate: Gate, store_address: StoreAddress) -> Iterator[TestClient]:
    """A client of an application whose store lies behind the gate."""
    user, password, database = store_address.user, store_address.password, None
    if store_address.url.startswith(embedded.SCHEME):
        user, password = USER, holding.read_secret(folder_of(store_address.url))
        database = DATABASE
    address = StoreAddress(f"bolt://127.0.0.1:{gate.port}", user, password)
    with client_on(address, graph_database=database) as client:
        yield client


def _port(address: StoreAddress) -> int:
    if not address.url.startswith(embedded.SCHEME):
        port = urlsplit(address.url).port
        assert port
        return port
    note = holding.published(folder_of(address.url))
    assert note
    return note.port


def _back(client: TestClient, path: str) -> int:
    """The status once the store has been found again, or the last one before patience ended."""
    ends = time.monotonic() + WITHIN
    status = client.get(path).status_code
    while status == 503 and time.monotonic() < ends:
        time.sleep(0.2)
        status = client.get(path).status_code
    return status


def test_a_store_gone_in_the_middle_is_told_and_found_again(behind: TestClient, gate: Gate) -> None:
    assert behind.get("/v1/provinces").status_code == 200
    gate.close()
    for path in ASKED:
        response = behind.get(path)
        body = assert_problem(response, 503, "store-unavailable")
        assert body["detail"]
        assert int(response.headers["retry-after"]) > 0
    assert behind.get("/healthz").json() == {"status": "ok"}
    version = behind.get("/version").json()
    assert version["dataset_version"] is None
    assert version["store"]
    page = behind.get("/", headers={"Accept": "text/html"})
    assert page.status_code == 503
    assert "<h1>" in page.text
    gate.open()
    assert [_back(behind, path) for path in ASKED] == [200] * len(ASKED)


def test_a_store_that_comes_late_is_found(gate: Gate, store_address: StoreAddress) -> None:
    gate.close()
    user, password, database = store_address.user, store_address.password, None
    if store_address.url.startswith(embedded.SCHEME):
        user, password, database = USER, holding.read_secret(folder_of(store_address.url)), DATABASE
    address = StoreAddress(f"bolt://127.0.0.1:{gate.port}", user, password)
    with client_on(address, graph_database=database) as client:
        assert client.get("/healthz").status_code == 200
        assert_problem(client.get("/readyz"), 503, "store-unavailable")
        gate.open()
        assert _back(client, "/readyz") == 200


def test_a_wrong_password_is_told_and_not_shown(store_address: StoreAddress, session_store: Store) -> None:
    url, user = store_address.url, store_address.user
    if url.startswith(embedded.SCHEME):
        url, user = f"bolt://127.0.0.1:{_port(store_address)}", USER
    with client_on(StoreAddress(url, user, "wrong-s3cret")) as client:
        response = client.get("/readyz")
        assert_problem(response, 503, "store-refused")
        assert "wrong-s3cret" not in response.text


def test_a_held_and_silent_embedded_store_is_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "PATIENCE", 0.2)
    monkeypatch.setattr(deps, "FORGET_AFTER", 0.0)
    lock = holding.FolderLock.take(tmp_path)
    assert lock
    with client_on(StoreAddress(f"embedded:{tmp_path}")) as client:
        assert client.get("/healthz").status_code == 200
        assert_problem(client.get("/readyz"), 503, "store-locked")
        assert_problem(client.get("/v1/documents"), 503, "store-locked")
        lock.release()
        assert client.get("/readyz").status_code == 200
        assert client.get("/v1/documents").json()["total"] == 0


@pytest.mark.parametrize("url", ["ftp://host", "bolt://", "embedded:"])
def test_a_store_url_that_is_none_is_told(url: str) -> None:
    with client_on(StoreAddress(url)) as client:
        assert client.get("/healthz").status_code == 200
        assert_problem(client.get("/readyz"), 503, "store-url-invalid")
