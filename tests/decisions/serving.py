"""The service on a store of the tests, as one that calls from somewhere sees it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from app.main import create_app
from tests.http.client import settings_for
from tests.repository import ROOT
from tests.store_fixtures import StoreAddress

PAGE = ROOT / "corpus" / "real" / "cong-van-1378_tinh-uy_2020-03-24_web.txt"
ECHOES = "/v1/directives/172-TB/TW/echoes"
SIGNED = {"by": "Lan", "reason": "read again"}


@contextmanager
def served(
    address: StoreAddress,
    folder: Path,
    client: str = "127.0.0.1",
    host: str = "127.0.0.1:8000",
    **settings: Any,
) -> Iterator[TestClient]:
    """The service as one that calls from `client` and named it `host` sees it."""
    app = create_app(settings_for(address, decisions=folder / "decisions.jsonl", **settings))
    with TestClient(app, f"http://{host}", client=(client, 50000), raise_server_exceptions=False) as opened:
        yield opened


def evidence(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get(ECHOES).json()["unplaced"][0]["evidence"][0]
    return found


def decisions(client: TestClient) -> int:
    """How many decisions the log holds."""
    return int(client.get("/v1/decisions").json()["total"])
