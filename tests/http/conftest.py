"""The application on a store that holds the corpus which a module names (`CORPUS = "real"`)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from graph.queries import shipped
from graph.store import Store
from ingest.pipeline import ingest
from ingest.vocabulary import shipped as vocabulary
from tests.http.client import client_on
from tests.repository import ROOT
from tests.store_fixtures import StoreAddress


@pytest.fixture(scope="module")
def client(
    request: pytest.FixtureRequest, module_store: Store, store_address: StoreAddress
) -> Iterator[TestClient]:
    """A client of the application, on both stores."""
    report = ingest(module_store, shipped(), vocabulary(), [ROOT / "corpus" / request.module.CORPUS])
    assert report.loaded
    assert not report.failed
    with client_on(store_address) as opened:
        yield opened
