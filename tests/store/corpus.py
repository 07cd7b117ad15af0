"""Loading documents for a test: from files of the repository or from texts given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from graph.queries import shipped as queries
from graph.store import Store
from ingest.decisions.curation import Curated
from ingest.pipeline import Report, ingest
from ingest.vocabulary import shipped as vocabulary
from tests.repository import ROOT

REAL = ROOT / "corpus" / "real"
SAMPLE = ROOT / "corpus" / "sample"


def load(store: Store, paths: Iterable[Path], curated: Mapping[str, Curated] | None = None) -> Report:
    """Ingests files or folders with what ships."""
    return ingest(store, queries(), vocabulary(), paths, curated=curated)


def write(folder: Path, **texts: str) -> dict[str, Path]:
    """Texts as files of a folder, by name."""
    paths = {name: folder / f"{name}.txt" for name in texts}
    for name, text in texts.items():
        paths[name].write_text(text, encoding="utf-8")
    return paths
