"""The command line as a user has it: arguments in, text and an exit code out."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cli import cli
from app.settings import settings
from tests.repository import ROOT

REAL = ROOT / "corpus" / "real"
SAMPLE = ROOT / "corpus" / "sample"


@pytest.fixture(autouse=True)
def _settings_anew(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Settings are read once a process; a test that sets the environment gets them anew."""
    for name in [name for name in os.environ if name.startswith("TIENGVANG_")]:
        monkeypatch.delenv(name)
    settings.cache_clear()
    yield
    settings.cache_clear()


@dataclass(frozen=True, slots=True)
class Line:
    """Runs commands on one store; `url` "" leaves `--graph` away."""

    url: str = ""

    def __call__(self, *arguments: object, env: Mapping[str, str] | None = None) -> Result:
        """The result of one command."""
        graph = ["--graph", self.url] if self.url else []
        return CliRunner().invoke(cli, [*map(str, arguments), *graph], env=env)


def run(*arguments: object, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """One command in a process of its own."""
    return subprocess.run(command(*arguments), capture_output=True, encoding="utf-8", env=env, check=False)


def command(*arguments: object) -> list[str]:
    """The command line for a process of its own."""
    return [sys.executable, "-m", "app.cli", *map(str, arguments)]


@pytest.fixture
def line(tmp_path: Path) -> Line:
    """Commands on a new embedded store."""
    return Line(f"embedded:{tmp_path / 'graph'}")


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Line:
    """Commands on an embedded store that holds the four real documents."""
    settings.cache_clear()
    made = Line(f"embedded:{tmp_path_factory.mktemp('real') / 'graph'}")
    result = made("ingest", REAL)
    assert result.exit_code == 0, result.output
    return made
