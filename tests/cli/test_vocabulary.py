"""`--vocabulary`, `tiengvang vocabulary`, and the setting that names a folder."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from app.settings import settings
from app.vocabulary import in_force
from ingest.vocabulary import shipped
from tests.cli.conftest import Line
from tests.repository import ROOT

TYPHOON = ROOT / "ingest" / "vocabulary" / "examples" / "typhoon"
TEXTS = ROOT / "corpus" / "typhoon"
CITING = next(TEXTS.glob("cong-dien-31*"))


@pytest.fixture
def line(tmp_path: Path) -> Line:
    return Line(f"embedded:{tmp_path / 'graph'}")


def test_the_example_has_nothing_wrong() -> None:
    result = Line()("vocabulary", "check", TYPHOON)
    assert result.exit_code == 0
    assert result.stdout.startswith("Nothing wrong. Vocabulary typhoon (")
    assert "rows added to the built-in bodies.csv" in result.stdout


def test_check_names_everything_wrong(tmp_path: Path) -> None:
    (tmp_path / "measures.csv").write_text("id,name,kind,source\nA B,x,y,z\nc,,y,z\n", encoding="utf-8")
    (tmp_path / "mesures.csv").write_text("id\n", encoding="utf-8")
    result = Line()("vocabulary", "check", tmp_path, "--json")
    places = [fault["where"].rpartition("/")[2] for fault in json.loads(result.stdout)["faults"]]
    assert result.exit_code == 2
    assert {"mesures.csv", "measures.csv, line 2, column id", "measures.csv, line 3, column name"} <= set(
        places
    )


def test_a_bad_vocabulary_ends_an_ingest_before_a_graph_is_made(line: Line, tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "measures.csv").write_text("id,name\n", encoding="utf-8")
    result = line("ingest", TEXTS, "--vocabulary", tmp_path / "words")
    assert result.exit_code == 2
    assert "measures.csv, line 1" in result.stderr
    assert not (tmp_path / "graph").exists()


def test_an_ingest_says_where_its_tables_come_from_and_the_graph_remembers(line: Line) -> None:
    told = json.loads(line("ingest", CITING, "--vocabulary", TYPHOON, "--json").stdout)["vocabulary"]
    assert (told["name"], told["subject"]) == ("typhoon", "bao-lu")
    assert (told["tables"]["measures"], told["tables"]["bodies"], told["tables"]["cues"]) == (
        "own",
        "added",
        "built-in",
    )
    assert json.loads(line("vocabulary", "show", "--json").stdout) == told


def test_a_vocabulary_is_in_force_for_one_command(line: Line) -> None:
    assert line("ingest", CITING, "--vocabulary", TYPHOON).exit_code == 0
    assert line("search", "bão").exit_code == 0
    assert in_force() is shipped()
    again = line("ingest", CITING)
    assert "Nothing changed" in again.stdout
    assert "Vocabulary typhoon" in again.stdout


def test_facts_are_read_with_the_vocabulary_of_the_graph(line: Line, tmp_path: Path) -> None:
    line("ingest", CITING, "--vocabulary", TYPHOON)
    facts = tmp_path / "facts.csv"
    facts.write_text(f"path,issuer\n{CITING},bch-pctt-huyen\n", encoding="utf-8")
    assert line("ingest", CITING, "--metadata", facts).exit_code == 0


def test_a_setting_that_names_another_vocabulary_is_told(line: Line, tmp_path: Path) -> None:
    line("ingest", CITING, "--vocabulary", TYPHOON)
    shutil.copytree(TYPHOON, other := tmp_path / "other")
    (other / "subject.csv").unlink()
    (other / "directives.csv").unlink()
    settings.cache_clear()
    result = line("echoes", "9901/CĐ-TTg", env={"TIENGVANG_VOCABULARY": str(other)})
    assert "TIENGVANG_VOCABULARY names other (" in result.stderr
    assert "the graph was made with typhoon (" in result.stderr
    assert result.exit_code == 0


def test_extract_takes_a_vocabulary(tmp_path: Path) -> None:
    plain, with_words = (
        {m["id"] for m in json.loads(Line()("extract", CITING, *more).stdout)["mentions"]}
        for more in ((), ("--vocabulary", TYPHOON))
    )
    assert "cam-bien" in with_words - plain
