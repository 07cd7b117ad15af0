"""What the tests of the notebooks share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.store import open_store
from tests.notebooks.serving import serving
from tests.repository import ROOT
from tests.store.corpus import REAL, load
from tests.store_fixtures import StoreAddress


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoreAddress]:
    """The real documents in an embedded store, held by `tiengvang serve` in a process of its own."""
    address = StoreAddress(f"embedded:{tmp_path_factory.mktemp('served')}")
    with open_store(address.url) as store:
        load(store, [REAL])
    with serving(address):
        yield address


@pytest.fixture
def notebook_folder(monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the notebooks, whose helper may then be imported."""
    monkeypatch.syspath_prepend(str(ROOT / "notebooks"))
    return ROOT / "notebooks"
