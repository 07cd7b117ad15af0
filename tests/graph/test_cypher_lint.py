"""Neo4j's own linter has nothing to say about any query, and would speak up about a bad one."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

import pytest

from tests.repository import ROOT

pytestmark = pytest.mark.cypher_lint
LINTER = ROOT / "tools" / "cypher_lint"


@pytest.fixture(scope="module")
def linter() -> Path:
    """The linter, installed from its lock once."""
    digest = hashlib.sha256((LINTER / "package-lock.json").read_bytes()).hexdigest()
    stamp = LINTER / "node_modules" / ".lock.sha256"
    if not stamp.exists() or stamp.read_text(encoding="ascii") != digest:
        command = ["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"]
        done = subprocess.run(command, cwd=LINTER, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr
        stamp.write_text(digest, encoding="ascii")
    return LINTER / "lint.mjs"


def _lint(linter: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    command = ["node", str(linter), str(folder)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


def test_every_query_passes(linter: Path) -> None:
    done = _lint(linter, ROOT / "cypher")
    assert (done.returncode, done.stderr) == (0, "")


def test_each_fault_is_told_with_its_file_and_line(linter: Path, tmp_path: Path) -> None:
    faults = {
        "unknown_variable": ("MATCH (n)\nRETURN m.x AS x", "2:8"),
        "implicit_grouping": ("MATCH (d)\nRETURN d{.id, c: collect(d.x)} AS d", "2:8"),
        "unknown_function": ("MATCH (n)\nRETURN fold(n.x) AS x", "2:8"),
        "plugin": ("MATCH (n)\nRETURN apoc.text.clean(n.x) AS x", "2:8"),
        "unknown_procedure": ("CALL db.none() YIELD a RETURN a AS a", "1:6"),
        "deprecated": ("MATCH (n)\nCALL { WITH n RETURN 1 AS one } RETURN one AS one", "2:1"),
        "syntax": ("MATCH (n) RETRUN n AS n", "1:11"),
    }
    for name, (text, _) in faults.items():
        (tmp_path / f"{name}.cypher").write_text(f"{text}\n", encoding="utf-8")
    done = _lint(linter, tmp_path)
    assert done.returncode == 1
    for name, (_, place) in faults.items():
        assert f"{name}.cypher:{place}: " in done.stderr


def test_parameters_need_no_values(linter: Path, tmp_path: Path) -> None:
    (tmp_path / "x.cypher").write_text(
        "UNWIND $rows AS row RETURN row.x AS x LIMIT $limit\n", encoding="utf-8"
    )
    assert _lint(linter, tmp_path).returncode == 0


def test_an_empty_folder_is_a_fault(linter: Path, tmp_path: Path) -> None:
    done = _lint(linter, tmp_path)
    assert done.returncode == 1
    assert "no .cypher file" in done.stderr
