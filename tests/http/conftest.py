"""The application on a store that holds the corpus which a module names (`CORPUS = "real"`)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from graph.store import Store
from tests.http.client import client_on
from tests.repository import ROOT
from tests.store.corpus import holding
from tests.store_fixtures import StoreAddress


@pytest.fixture(scope="module")
def client(
    request: pytest.FixtureRequest, session_store: Store, store_address: StoreAddress
) -> Iterator[TestClient]:
    """A client of the application, on both stores."""
    holding(session_store, ROOT / "corpus" / request.module.CORPUS)
    with client_on(store_address) as opened:
        yield opened
