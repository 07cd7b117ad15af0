"""The command line for tests of exports, on one store of the four real documents for all that only ask."""

from __future__ import annotations

import pytest

from app.settings import settings
from tests.cli.conftest import REAL, Line, _settings_anew

__all__ = ["_settings_anew"]


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Line:
    """Commands on an embedded store that holds the four real documents; nothing is written there."""
    settings.cache_clear()
    made = Line(f"embedded:{tmp_path_factory.mktemp('real') / 'graph'}")
    result = made("ingest", REAL)
    assert result.exit_code == 0, result.output
    return made
