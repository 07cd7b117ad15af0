"""`make test` names what it leaves out; `make test ALL=1` leaves nothing out, and fails if it would."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository import ROOT
from tools.machine import NEEDS, Need, missing

PASSES = "def test_a():\n    assert True\n"
SKIPS = PASSES + "import pytest\n@pytest.mark.skip(reason='no such thing here')\ndef test_b():\n    pass\n"
ALL = {"javac", "mvn", "node", "npm", "docker-compose", "chromium", "soffice", "tesseract"}
OUTSIDE = PASSES + "import pytest\n@pytest.mark.devcorpus\ndef test_b():\n    assert False\n"


def _pytest(folder: Path, source: str, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    (folder / "test_it.py").write_text(source, encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TIENGVANG_")}
    plugins = ("tests.left_out", "xdist.plugin", "no:cacheprovider")
    options = [word for plugin in plugins for word in ("-p", plugin)]
    return subprocess.run(
        [sys.executable, "-m", "pytest", *options, "-rs", *arguments, "."],
        cwd=folder,
        # Of the plugins that are installed only those named: all of them together take seconds to start.
        env={**kept, "PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("arguments", [(), ("-n", "2")])
@pytest.mark.parametrize(
    ("source", "variables", "code", "said"),
    [
        (PASSES, {}, 0, "1 passed"),
        (PASSES, {"TIENGVANG_TEST_ALL": "1"}, 0, "1 passed"),
        (SKIPS, {}, 0, "1 passed, 1 skipped"),
        (SKIPS, {"TIENGVANG_TEST_ALL": "1"}, 1, "1 tests were skipped: that is a failure"),
        (OUTSIDE, {}, 0, "left out: 1 tests on development documents (set TIENGVANG_DEVCORPUS)"),
        (OUTSIDE, {"TIENGVANG_TEST_ALL": "1"}, 0, "left out: 1 tests on development documents"),
        (OUTSIDE, {"TIENGVANG_DEVCORPUS": "somewhere"}, 1, "1 failed, 1 passed"),
    ],
)
def test_a_run_says_what_it_left_out(
    tmp_path: Path, arguments: tuple[str, ...], source: str, variables: dict[str, str], code: int, said: str
) -> None:
    done = _pytest(tmp_path, source, *arguments, **variables)
    assert said in done.stdout
    assert done.returncode == code


@pytest.mark.parametrize(
    ("installed", "lacks"),
    [
        (ALL, set()),
        (ALL - {"chromium", "soffice"} | {"google-chrome", "libreoffice"}, set()),
        (ALL - {"mvn"}, {"neo4j"}),
        (ALL - {"npm"}, {"cypher_lint"}),
        (ALL - {"chromium"}, {"browser"}),
        (ALL - {"docker-compose"}, {"compose"}),
        (ALL - {"soffice"}, {"office"}),
        (ALL - {"tesseract"}, {"ocr"}),
        (set(), {"neo4j", "cypher_lint", "compose", "browser", "office", "ocr"}),
    ],
)
def test_what_a_machine_lacks(installed: set[str], lacks: set[str]) -> None:
    def found(command: str) -> str | None:
        return command if command in installed else None

    assert set(missing(found, lambda command, language: True)) == lacks


def test_tesseract_without_vietnamese_is_not_enough() -> None:
    assert set(missing(lambda command: command, lambda command, language: False)) == {"ocr"}


@pytest.mark.parametrize("need", NEEDS, ids=lambda need: need.marker)
def test_each_lack_is_one_line_that_says_how_to_get_it(need: Need) -> None:
    line = need.line()
    assert line.startswith("left out: ")
    assert "apt-get install" in line
    assert "\n" not in line
