"""The notebooks run from top to bottom on both stores, and are kept in git without outputs."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from graph.queries import shipped
from graph.store import Store
from ingest.pipeline import ingest
from ingest.vocabulary import shipped as shipped_vocabulary
from tests.repository import ROOT
from tests.store_fixtures import StoreAddress

FOLDER = ROOT / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
STARTS_WITHIN = 300  # seconds a cell may take; a hang ends the test, a slow machine does not


def test_there_are_notebooks() -> None:
    assert NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_outputs_are_stripped(path: Path) -> None:
    cells = [c for c in nbformat.read(path, as_version=4).cells if c.cell_type == "code"]
    assert cells
    assert [c.id for c in cells if c.outputs or c.execution_count] == []


@pytest.mark.notebook
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_runs_from_top_to_bottom(
    path: Path, store: Store, store_address: StoreAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest(store, shipped(), shipped_vocabulary(), [ROOT / "corpus" / "real"])
    for name, value in store_address.environment().items():
        if name.startswith("TIENGVANG_"):
            monkeypatch.setenv(name, value)
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook, timeout=STARTS_WITHIN, kernel_name="python3", resources={"metadata": {"path": str(FOLDER)}}
    )
    client.execute()
    ran = [c for c in notebook.cells if c.cell_type == "code"]
    assert [c.id for c in ran if not c.execution_count] == []
    assert any(c.outputs for c in ran)
