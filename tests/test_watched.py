"""Coverage watches each line of ours once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository import ROOT
from tests.watched import watched

MODULE = "def first():\n    return 1\n\n\ndef second():\n    return 2\n"
TESTS = """
import pytest
import lines

@pytest.fixture(params=["neo4j", "embedded"])
def store_kind(request):
    return request.param

def test_on_both(store_kind):
    assert lines.first() if store_kind == "embedded" else lines.second()
"""


@pytest.mark.parametrize(
    ("nodeid", "store", "expected"),
    [
        ("tests/http/test_a.py::test_b[embedded-x]", "embedded", True),
        ("tests/http/test_a.py::test_b[neo4j-x]", "neo4j", False),
        ("tests/http/test_a.py::test_b", None, True),
        ("tests/store/test_a.py::test_b[neo4j]", "neo4j", True),
        ("tests/bench/test_a.py::test_b", None, False),
    ],
)
def test_one_of_two_stores_is_watched(nodeid: str, store: str | None, expected: bool) -> None:
    assert watched(nodeid, store) == expected


def test_coverage_stops_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "lines.py").write_text(MODULE, encoding="utf-8")
    (tmp_path / "test_it.py").write_text(TESTS, encoding="utf-8")
    plugins = ("tests.watched", "pytest_cov.plugin", "no:cacheprovider")
    options = [word for plugin in plugins for word in ("-p", plugin)]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "--cov=lines", "--cov-report=term-missing", "test_it.py"],
        cwd=tmp_path,
        env={"PYTHONPATH": f"{ROOT}:{tmp_path}", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "lines.py       4      1    75%   6" in done.stdout
