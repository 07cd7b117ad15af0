"""The documents say what there is: queries, schema, settings; and their links lead somewhere."""

from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from app.cli import COMMANDS
from app.settings import Settings
from tests.repository import ROOT
from tools import docs, docs_queries, docs_schema

PAGES = sorted((ROOT / "docs").glob("*.md"))


def test_schema_and_queries_are_those_of_the_program() -> None:
    command = [sys.executable, str(ROOT / "tools" / "docs.py"), "--check"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("queries.md", "### most_cited\n", "### least_cited\n"),
        ("queries.md", "Columns: `key`", "Columns: `clef`"),
        ("queries.md", '\n{"key":', '\n{"clef":'),
        ("schema.md", "| `document_id` | unique |", "| `document_id` | index |"),
        ("schema.svg", ">CITES<", ">SIGHTS<"),
    ],
)
def test_a_page_that_says_something_else_is_found(
    name: str, old: str, new: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "docs"
    folder.mkdir()
    for path in (ROOT / "docs").iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    monkeypatch.setattr(docs, "DOCS", folder)
    monkeypatch.setattr(docs, "ROOT", tmp_path)
    assert any(name in wrong for wrong in docs.stale())


def test_the_picture_is_svg_that_needs_nothing_from_elsewhere() -> None:
    text = (ROOT / "docs" / "schema.svg").read_text(encoding="utf-8")
    names = {element.text for element in ET.fromstring(text).iter() if element.tag.endswith("text")}
    assert {"Document", "Provision", "CITES", "ORDERS"} <= names
    assert re.findall(r"""(?:href|src|url)\s*[=(]\s*["']?(?!#)[^"')\s]+""", text.replace("url(#a)", "")) == []


def test_every_kind_of_statement_of_the_schema_stands_in_the_picture() -> None:
    edges = docs_schema.edges_of((ROOT / "docs" / "schema.md").read_text(encoding="utf-8"))
    unique = {
        match[1]
        for path in (ROOT / "cypher" / "schema").glob("*.cypher")
        for match in re.finditer(r"-\[r:(\w+)\]-\(\) REQUIRE", path.read_text(encoding="utf-8"))
    }
    assert unique - {"REJECTED"} <= {edge.type for edge in edges}


def test_examples_say_that_they_are_composed() -> None:
    text = (ROOT / "docs" / "queries.md").read_text(encoding="utf-8")
    assert "no evidence of what a province did" in " ".join(text.split())
    assert len(docs_queries.examples_in(text)) > 100


def _anchors(text: str) -> set[str]:
    return {
        re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")
        for title in re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    }


@pytest.mark.parametrize("page", [*PAGES, ROOT / "README.md"], ids=lambda path: path.name)
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    dead = []
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"```.*?```", "", text, flags=re.DOTALL)):
        if "://" in target:
            continue
        name, _, anchor = target.partition("#")
        path = (page.parent / name).resolve() if name else page
        if not path.exists() or (anchor and anchor not in _anchors(path.read_text(encoding="utf-8"))):
            dead.append(target)
    assert dead == []


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_commands_and_settings_named_are_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    settings = {f"TIENGVANG_{name.upper()}" for name in Settings.model_fields}
    others = {"TIENGVANG_DEVCORPUS", "TIENGVANG_TEST_ALL", "TIENGVANG_DOCUMENTS"}
    assert set(re.findall(r"TIENGVANG_[A-Z_]*[A-Z]", text)) - settings - others == set()
    assert set(re.findall(r"(?:bin/|`|^)tiengvang ([a-z]+)", text, re.MULTILINE)) - COMMANDS.keys() == set()


def test_the_defaults_of_cypher_are_told_rightly() -> None:
    text = (ROOT / "docs" / "queries.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `TIENGVANG_(CYPHER\w*)` \| ([^|]+) \|", text, re.MULTILINE))
    fields = {
        name.upper(): field for name, field in Settings.model_fields.items() if name.startswith("cypher")
    }
    assert told.keys() == fields.keys()
    for name, value in told.items():
        default = fields[name].default
        assert value == "off" if default is False else float(value) == default
