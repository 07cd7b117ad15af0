"""Lists paged while documents come: nothing twice, and nothing lost of what was there and stays."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from graph.queries import inline
from graph.store import Store
from tests.http.client import client_on
from tests.http.lists import LISTS, List, busiest
from tests.repository import ROOT
from tests.store.corpus import load
from tests.store_fixtures import StoreAddress

DOCUMENTS = sorted((ROOT / "corpus" / "sample").glob("*.txt"))
ROUNDS = 4  # pages of each list, and documents that come between them


class _Walk:
    """One list on its way to the end."""

    def __init__(self, client: TestClient, each: List, document: str) -> None:
        self._client, self.each, self._document = client, each, document
        self.before = self.whole()
        self._next: str | None = each.at(document, limit=max(1, len(self.before) // ROUNDS))
        self.seen: list[Any] = []

    def whole(self) -> list[Any]:
        """All rows of this moment."""
        answer = self._client.get(self.each.at(self._document, limit=1000)).json()
        assert answer["total"] == len(answer["items"])
        return [self.each.key(row) for row in answer["items"]]

    def step(self) -> bool:
        """One page further; whether there was one."""
        if self._next is None:
            return False
        response = self._client.get(self._next)
        assert response.status_code == 200, response.text
        self.seen += [self.each.key(row) for row in response.json()["items"]]
        following = response.links.get("next")
        self._next = following["url"] if following else None
        return True


def test_pages_neither_repeat_nor_lose_while_documents_come(
    store: Store, store_address: StoreAddress
) -> None:
    coming = iter(DOCUMENTS[-3 * ROUNDS :])
    assert load(store, DOCUMENTS[: -3 * ROUNDS]).loaded
    with client_on(store_address) as client:
        document = busiest(client)
        walks = [_Walk(client, each, document) for each in LISTS]
        came = 0
        while [walk for walk in walks if walk.step()]:
            arriving = next(coming, None)
            came += len(load(store, [arriving]).loaded) if arriving else 0
        after = {walk.each.path: walk.whole() for walk in walks}
    assert came >= ROUNDS
    for walk in walks:
        stayed = set(walk.before) & set(after[walk.each.path])
        assert len(walk.seen) == len(set(walk.seen)), walk.each
        assert stayed - set(walk.seen) == set(), walk.each
        assert set(walk.before) <= set(after[walk.each.path]) or not walk.each.kept, walk.each
    assert any(set(after[walk.each.path]) - set(walk.before) for walk in walks)


def test_a_tag_goes_with_the_data_and_there_is_none_while_they_change(
    store: Store, store_address: StoreAddress, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(DOCUMENTS[0].read_bytes())
    load(store, [path])
    with client_on(store_address) as client:
        first = client.get("/v1/documents")
        held = {"If-None-Match": first.headers["etag"]}
        assert client.get("/v1/documents", headers=held).status_code == 304

        load(store, [path])
        assert client.get("/v1/documents", headers=held).status_code == 304, "nothing has changed"

        moved = path.rename(tmp_path / "b.txt")
        assert not load(store, [moved]).loaded
        second = client.get("/v1/documents", headers=held)
        assert second.status_code == 200, "the document was found elsewhere, and the answer says where"
        assert "b.txt" in second.text
        assert second.json()["dataset_version"] == first.json()["dataset_version"]

        store.write(inline("MATCH (s:Dataset) SET s.unfinished = true"))
        during = client.get("/v1/documents", headers={"If-None-Match": second.headers["etag"]})
        assert (during.status_code, "etag" in during.headers) == (200, False)
