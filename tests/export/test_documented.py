"""docs/data.md: its Python runs as it stands there, on real documents, and prints what is shown below."""

from __future__ import annotations

import contextlib
import io
import re
import tomllib
from pathlib import Path

import pytest
import yaml

from app.version import VERSION
from tests.cli.conftest import Line
from tests.repository import ROOT

PAGE = ROOT / "docs" / "data.md"
SNIPPET = re.compile(
    r"^## (?P<name>\S+)\n(?:(?!^## ).*\n)*?```python\n(?P<code>(?:(?!```).*\n)*)```\n", re.MULTILINE
)
PRINTED = re.compile(r"\n<!-- printed -->\n```\n(?P<text>(?:(?!```).*\n)*)```\n")


def _snippets() -> dict[str, tuple[str, str]]:
    """Code and what is shown as its output, by the heading above it."""
    page = PAGE.read_text(encoding="utf-8")
    found = {}
    for match in SNIPPET.finditer(page):
        printed = PRINTED.match(page, match.end())
        found[match["name"]] = match["code"], printed["text"] if printed else ""
    return found


@pytest.fixture(scope="module")
def exported(real: Line, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the page's `data-2026` lies."""
    folder = tmp_path_factory.mktemp("reader")
    result = real("export", folder / "data-2026", "--format", "parquet")
    assert result.exit_code == 0, result.output
    return folder


def test_the_page_has_a_snippet_for_pandas_and_one_for_sql() -> None:
    assert set(_snippets()) == {"pandas", "DuckDB"}


@pytest.mark.parametrize(
    ("name", "line"),
    [
        (
            "pandas",
            re.compile(
                r"\S+@\S+ +(implements|based_on|reports|mentions|amends) +(stated|inferred) +\d+ +\d+"
            ),
        ),
        ("DuckDB", re.compile(r"(Kiên Giang|Tây Ninh) \| [^|]+ \| 2021-\d\d-\d\d \| \d+")),
    ],
    ids=["pandas", "DuckDB"],
)
def test_a_snippet_runs_and_prints_what_is_shown(
    exported: Path, monkeypatch: pytest.MonkeyPatch, name: str, line: re.Pattern[str]
) -> None:
    """Rows of the same kind: which they are changes with the extractors."""
    code, shown = _snippets()[name]
    monkeypatch.chdir(exported)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, f"docs/data.md, {name}", "exec"), {})
    for text in (printed.getvalue(), shown):
        assert len([row for row in text.splitlines() if line.fullmatch(row.rstrip())]) >= 4


def test_the_citation_names_this_version_and_licence() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert citation["version"] == VERSION == project["version"]
    assert citation["license"] == project["license"]
    assert [author["name"] for author in citation["authors"]] == [a["name"] for a in project["authors"]]
    assert f"## [{VERSION}] - {citation['date-released']}" in (ROOT / "CHANGELOG.md").read_text(
        encoding="utf-8"
    )
    assert {"cff-version", "message", "title"} <= set(citation)
