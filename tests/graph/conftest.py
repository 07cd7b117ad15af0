"""What the tests of the graph package share."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where an embedded store of the test's own lies."""
    return tmp_path / "graph"


@pytest.fixture
def url(folder: Path) -> str:
    """Its URL."""
    return f"embedded:{folder}"
