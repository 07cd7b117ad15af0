"""Private persons in exports, commands and under decisions: hidden where shown, whole where kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.answers.checking.checked import Checked
from app.answers.checking.graph import findings
from app.answers.correcting.deciding import Asked, decide_statement
from app.discreet import Discreet
from app.export.exporting import FORMATS, Wanted, export
from app.settings import settings
from graph.queries import inline
from graph.store import Store
from tests.cli.conftest import Line, _settings_anew, line
from tests.private.texts import LETTER, SECRET, told_in, write
from tests.store.corpus import load

__all__ = ["_settings_anew", "line"]
_TEXT = inline("MATCH (d:Document {number: '2001/UBND-VX'}) RETURN d.text AS text")
_TASK = inline(
    "MATCH (:Provision)-[r:ORDERS]->() WHERE r.quote CONTAINS 'truy vết' RETURN r.key AS key LIMIT 1"
)


@pytest.fixture
def acts(store: Store, tmp_path: Path) -> Store:
    (tmp_path / "acts").mkdir()
    load(store, write(tmp_path / "acts"))
    return store


def test_a_decision_leaves_the_stored_text_whole(acts: Store) -> None:
    key = str(acts.read(_TASK)[0]["key"])
    decide_statement(Discreet(acts), key, Asked("reject", "An", "thử"), None)
    assert acts.read(_TEXT)[0]["text"] == LETTER
    assert list(findings(acts, Checked())) == []


def test_what_hides_does_not_write(acts: Store) -> None:
    with pytest.raises(TypeError, match="whole store"):
        Discreet(acts).write(inline("CREATE (:Document)"))


def test_exports_hide_them(acts: Store, tmp_path: Path) -> None:
    formats = [name for name in FORMATS if name != "all"]
    export(Discreet(acts), tmp_path / "out", Wanted(formats, "https://example.org"))
    for path in (p for p in (tmp_path / "out").rglob("*") if p.is_file()):
        assert told_in(_words(path)) == [], path.name


def _words(path: Path) -> str:
    if path.suffix != ".parquet":
        return path.read_text(encoding="utf-8")
    from pyarrow import parquet

    return str(parquet.read_table(path).to_pydict())


def test_commands_hide_them(line: Line, tmp_path: Path) -> None:
    (tmp_path / "acts").mkdir()
    assert line("ingest", *write(tmp_path / "acts")).exit_code == 0
    query = tmp_path / "all.cypher"
    query.write_text("MATCH (d:Document) RETURN d.text AS text", encoding="utf-8")
    asked = ("echoes 1099/CĐ-TTg --json", "echoes 1099/CĐ-TTg", "compare 72 91 --json", f"cypher {query}",
             "search truy", "search truy --json")  # fmt: skip
    for arguments in asked:
        done = line(*arguments.split())
        assert done.exit_code == 0, done.output
        assert told_in(done.output) == [], arguments
    settings.cache_clear()
    assert SECRET[0] in line("echoes", "1099/CĐ-TTg", "--json", env={"TIENGVANG_SHOW_PRIVATE": "1"}).output


def test_extract_tells_where_they_are_named(tmp_path: Path) -> None:
    files = write(tmp_path)
    told = Line()("extract", files[1]).output
    private = [LETTER[p["start"] : p["end"]] for p in json.loads(told)["private"]]
    assert "Kiều Thị Xuân" in private
    assert "BN 4321" in private
