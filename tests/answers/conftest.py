"""The composed sample, loaded once a store, with the answers expected of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph.queries import inline, shipped
from graph.store import Store
from ingest.pipeline import ingest
from ingest.vocabulary import shipped as vocabulary
from tests.repository import ROOT

SAMPLE = ROOT / "corpus" / "sample"
EXPECTED: dict[str, Any] = json.loads(
    (ROOT / "tests" / "data" / "world_expected.json").read_text(encoding="utf-8")
)
_FILES = inline("MATCH (d:Document) RETURN d.id AS id, d.paths AS paths", "files")


@pytest.fixture(scope="module")
def sample(module_store: Store) -> Store:
    """The fifty documents of corpus/sample."""
    report = ingest(module_store, shipped(), vocabulary(), [SAMPLE])
    assert len(report.loaded) == 50
    return module_store


@pytest.fixture(scope="module")
def files(sample: Store) -> dict[str, str]:
    """Document id -> file name."""
    return {str(row["id"]): Path(row["paths"][0]).name for row in sample.read(_FILES)}
