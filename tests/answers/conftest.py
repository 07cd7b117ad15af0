"""The composed sample, loaded once a store, with the answers expected of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph.queries import inline
from graph.store import Store
from tests.repository import ROOT
from tests.store.corpus import SAMPLE, holding

EXPECTED: dict[str, Any] = json.loads(
    (ROOT / "tests" / "data" / "world_expected.json").read_text(encoding="utf-8")
)
_FILES = inline("MATCH (d:Document) RETURN d.id AS id, d.paths AS paths", "files")


@pytest.fixture(scope="module")
def sample(session_store: Store) -> Store:
    """The fifty documents of corpus/sample."""
    return holding(session_store, SAMPLE)


@pytest.fixture(scope="module")
def files(sample: Store) -> dict[str, str]:
    """Document id -> file name."""
    return {str(row["id"]): Path(row["paths"][0]).name for row in sample.read(_FILES)}
