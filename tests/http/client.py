"""A client of the application on a store of the tests, and walks over what it answers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from fastapi.testclient import TestClient
from httpx import Response

from app.main import create_app
from app.settings import Settings
from tests.store_fixtures import StoreAddress

PROBLEM = "application/problem+json"


def settings_for(address: StoreAddress, **changes: Any) -> Settings:
    """Settings of an application on this store."""
    given = {"graph": address.url, "graph_user": address.user, "graph_password": address.password}
    return Settings(**(given | changes))


@contextmanager
def client_on(address: StoreAddress, **changes: Any) -> Iterator[TestClient]:
    """The application served in this process."""
    app = create_app(settings_for(address, **changes))
    with TestClient(app, raise_server_exceptions=False, follow_redirects=False) as client:
        yield client


def assert_problem(response: Response, status: int, kind: str | None = None) -> dict[str, Any]:
    """The response is a problem in the shape of RFC 9457 with this status; its body."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == PROBLEM
    body: dict[str, Any] = response.json()
    assert {"type", "title", "status", "detail", "instance"} <= body.keys()
    assert body["status"] == status
    assert body["title"]
    assert body["detail"]
    assert body["instance"] == urlsplit(str(response.request.url)).path or "%" in str(response.request.url)
    if kind:
        assert body["type"] == f"/problems/{kind}"
    return body


def pages(client: TestClient, path: str, **parameters: Any) -> Iterator[dict[str, Any]]:
    """The pages of a list, by following Link: rel=next."""
    response = client.get(path, params=parameters or None)
    while True:
        assert response.status_code == 200, response.text
        body = response.json()
        yield body
        following = response.links.get("next")
        assert (following is None) == (body["next"] is None)
        if following is None:
            return
        response = client.get(following["url"])


def quotes(value: Any, document: str | None = None) -> Iterator[tuple[str, int, int, str]]:
    """Every quote with offsets in an answer, however deep: document, start, end, quote."""
    if isinstance(value, list):
        for part in value:
            yield from quotes(part, document)
    if not isinstance(value, dict):
        return
    here = _document_of(value) or document
    if isinstance(value.get("quote"), str) and isinstance(value.get("start"), int):
        assert here, f"a quote without its document: {value}"
        yield here, value["start"], value["end"], value["quote"]
    if isinstance(value.get("source_quote"), str):
        yield value["source_document"], value["source_start"], value["source_end"], value["source_quote"]
    for name, part in value.items():
        source = value.get("source_document") if name == "source_evidence" else None
        yield from quotes(part, source["id"] if isinstance(source, dict) else here)


def _document_of(value: dict[str, Any]) -> str | None:
    """The document that an object's quotes are of: its own, or that of the evidence beside them."""
    own = value.get("document")
    if isinstance(own, dict):
        return str(own["id"])
    beside = value.get("evidence")
    if own is None and isinstance(beside, dict):
        own = beside.get("document")
    return str(own) if own else None


def assert_quotes_hold(client: TestClient, answer: Any, document: str | None = None) -> int:
    """Every quote in the answer is the text at its offsets; how many there were."""
    texts: dict[str, str] = {}
    count = 0
    for id, start, end, quote in quotes(answer, document):
        if id not in texts:
            texts[id] = client.get(f"/v1/documents/{id}").json()["text"]
        assert texts[id][start:end] == quote
        count += 1
    return count
