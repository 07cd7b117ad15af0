"""A store that goes away between two requests: a page says so in the reader's language, and comes back."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient

from app import deps
from graph import embedded, holding
from graph.embedded import DATABASE, USER, folder_of
from graph.store import Store
from tests.http.client import client_on
from tests.http.gate import Gate
from tests.store.corpus import REAL, load
from tests.store_fixtures import StoreAddress

PATHS = ["/directives/172-TB/TW@2020?units=2025", "/compare?province=72&province=91"]
SAID = {
    "vi": ("Kho dữ liệu chưa trả lời", "hãy thử lại sau ít giây", "Thử lại"),
    "en": ("The store does not answer", "try again in a few seconds", "Try again"),
}
TRIES = 100


@pytest.fixture
def gate(store: Store, store_address: StoreAddress) -> Iterator[Gate]:
    """A gate before a store that holds the real documents."""
    load(store, [REAL])
    opened = Gate(_port(store_address))
    yield opened
    opened.close()


@pytest.fixture
def reader(gate: Gate, store_address: StoreAddress, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """Who reads pages of a service whose store lies behind the gate."""
    monkeypatch.setattr(deps, "RETRY_TIME", 0.1)
    monkeypatch.setattr(deps, "FORGET_AFTER", 0.0)
    user, password, database = store_address.user, store_address.password, None
    if store_address.url.startswith(embedded.SCHEME):
        user, password = USER, holding.read_secret(folder_of(store_address.url))
        database = DATABASE
    address = StoreAddress(f"bolt://127.0.0.1:{gate.port}", user, password)
    with client_on(address, graph_database=database) as client:
        yield client


def _port(address: StoreAddress) -> int:
    if not address.url.startswith(embedded.SCHEME):
        return urlsplit(address.url).port or 0
    note = holding.published(folder_of(address.url))
    assert note
    return note.port


def _status(client: TestClient, path: str) -> int:
    return client.get(path, headers={"Accept": "text/html"}).status_code


def test_a_page_says_that_the_store_is_away_and_is_there_again(reader: TestClient, gate: Gate) -> None:
    assert [_status(reader, path) for path in PATHS] == [200] * len(PATHS)
    gate.close()
    for path, (language, words) in zip(PATHS, SAID.items(), strict=True):
        answer = reader.get(path, headers={"Accept": "text/html", "Accept-Language": language})
        assert answer.status_code == 503
        assert int(answer.headers["retry-after"]) > 0
        assert all(said in answer.text for said in words)
        assert f'<html lang="{language}">' in answer.text
        assert f'<a href="{path.replace("&", "&amp;")}">{words[-1]}</a>' in answer.text
    asked = {"Accept": "text/html", "Accept-Language": "vi"}
    data = reader.get("/compare?province=72&province=91&format=json", headers=asked)
    assert (data.status_code, data.headers["content-type"]) == (503, "application/problem+json")
    gate.open()
    assert any(_status(reader, PATHS[0]) == 200 for _ in range(TRIES)), "found again without a restart"
    assert [_status(reader, path) for path in PATHS] == [200] * len(PATHS)
