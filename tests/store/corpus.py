"""Loading documents for a test: from files of the repository or from texts given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from graph.queries import inline
from graph.queries import shipped as queries
from graph.store import Store
from ingest.decisions.curation import Curated
from ingest.pipeline import Report, ingest
from ingest.read import list_files
from ingest.vocabulary import shipped as vocabulary
from tests.repository import ROOT
from tests.store_fixtures import clear

REAL = ROOT / "corpus" / "real"
SAMPLE = ROOT / "corpus" / "sample"
_STATE = inline(
    "MATCH (n) WITH count(n) AS nodes OPTIONAL MATCH ()-[r]->() WITH nodes, count(r) AS edges"
    " OPTIONAL MATCH (s:Dataset) RETURN nodes AS nodes, edges AS edges, properties(s) AS dataset"
)
_LOADED: dict[int, tuple[tuple[Path, ...], list[dict[str, Any]]]] = {}  # by store: what, and its state then


def load(store: Store, paths: Iterable[Path], curated: Mapping[str, Curated] | None = None) -> Report:
    """Ingests files or folders with what ships."""
    return ingest(store, queries(), vocabulary(), paths, curated=curated)


def holding(store: Store, *paths: Path) -> Store:
    """The store with these documents and nothing else, for tests that only ask.

    Loaded, unless it is still as it was when they were loaded last: each ingest has a run of its own, which
    the state names.
    """
    if _LOADED.get(id(store)) != (paths, state := store.read(_STATE)):
        clear(store)
        assert len(load(store, paths).loaded) == len(list_files(paths).files)
        state = store.read(_STATE)
    _LOADED[id(store)] = paths, state
    return store


def write(folder: Path, **texts: str) -> dict[str, Path]:
    """Texts as files of a folder, by name."""
    paths = {name: folder / f"{name}.txt" for name in texts}
    for name, text in texts.items():
        paths[name].write_text(text, encoding="utf-8")
    return paths
