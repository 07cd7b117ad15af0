"""`tiengvang cypher`: a query from a file or from the standard input, in four formats."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cli import cli
from app.settings import settings
from graph.queries import inline
from graph.store import open_store
from tests.readonly.conftest import FILLED

PROVINCES = "MATCH (p:Province) RETURN p.code AS code, p.name AS name, [p.code] AS codes ORDER BY code"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An embedded store with a few nodes, held as long as the module runs: the commands attach."""
    url = f"embedded:{tmp_path_factory.mktemp('cypher') / 'graph'}"
    with open_store(url) as store:
        store.write(inline(FILLED))
        yield url


@pytest.fixture(autouse=True)
def _settings_anew() -> Iterator[None]:
    settings.cache_clear()
    yield
    settings.cache_clear()


def run(url: str, *arguments: str, text: str | bytes | None = None, **environment: str) -> Result:
    """One command on the store."""
    given = ["cypher", *arguments, "--graph", url]
    return CliRunner().invoke(
        cli,
        given,
        input=text,
        env={"TIENGVANG_CYPHER_TIMEOUT": "120"} | {k.upper(): v for k, v in environment.items()},
    )


def test_a_table(url: str, tmp_path: Path) -> None:
    file = tmp_path / "q.cypher"
    file.write_text(f"// which\n{PROVINCES}\n", encoding="utf-8")
    shown = run(url, str(file))
    assert shown.exit_code == 0
    assert shown.stdout.splitlines() == [
        "code  name        codes",
        '72    Tây Ninh    ["72"]',
        '91    Kiên Giang  ["91"]',
        "",
        "2 rows.",
    ]


def test_json_lines_and_csv_say_the_same(url: str) -> None:
    lines = run(url, "-", "--format", "jsonl", text=PROVINCES).stdout.splitlines()
    whole = json.loads(run(url, "-", "--format", "json", text=PROVINCES).stdout)
    sheet = list(csv.DictReader(io.StringIO(run(url, "-", "--format", "csv", text=PROVINCES).stdout)))
    rows = [dict(zip(whole["columns"], row, strict=True)) for row in whole["rows"]]
    assert [json.loads(line) for line in lines] == rows
    assert [(row["code"], row["name"]) for row in sheet] == [(row["code"], row["name"]) for row in rows]


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ("x=72", "72"),
        ("x:=72", 72),
        ("$x=a=b", "a=b"),
        ("x=", ""),
        ('x:=["72", {"a": null}]', ["72", {"a": None}]),
    ],
)
def test_parameters(url: str, given: str, value: object) -> None:
    shown = run(url, "-", "--param", given, "--format", "json", text="RETURN $x AS x")
    assert json.loads(shown.stdout)["rows"] == [[value]]


def test_a_cell_computes_nothing_in_a_spreadsheet(url: str) -> None:
    shown = run(url, "-", "--format", "csv", text="RETURN '=1+1' AS x")
    assert shown.stdout.splitlines()[1] == "'=1+1,False"


def test_a_limit_may_be_more_than_the_usual_one_and_a_cut_is_told(url: str) -> None:
    text = "UNWIND range(1, 3) AS n RETURN n"
    shown = run(url, "-", "--limit", "2", text=text)
    assert "2 rows and more." in shown.stdout
    assert "Cut after 2 rows" in shown.stderr
    whole = run(url, "-", "--limit", "3", text=text, tiengvang_cypher_rows="1")
    assert "3 rows." in whole.stdout


@pytest.mark.parametrize(
    ("text", "arguments", "says"),
    [
        ("MATCH (n)\nDELETE n", [], "line 2, column 1: DELETE writes"),
        ("MATCH (n RETURN n", [], "line 1, column 10: "),
        ("RETURN $x AS x", [], "line 1, column 8: no value is given"),
        ("RETURN 1 AS x", ["--param", "y=1"], "no parameter $y"),
        ("RETURN $x AS x", ["--param", "x"], "no NAME=TEXT"),
        ("RETURN $x AS x", ["--param", "x:=y"], "is no JSON"),
        (b"RETURN '\xff' AS x", [], "not UTF-8"),
        ("", [], "there is no query here"),
    ],
)
def test_what_cannot_be_asked_is_told_in_one_line(
    url: str, text: str | bytes, arguments: list[str], says: str
) -> None:
    shown = run(url, "-", *arguments, text=text)
    assert shown.exit_code == 2
    assert says in shown.stderr
    assert "Traceback" not in shown.output


def test_a_query_that_takes_too_long_is_ended(url: str) -> None:
    endless = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS n"
    shown = run(url, "-", text=endless, tiengvang_cypher_timeout="0.3")
    assert shown.exit_code == 2
    assert "not answered within 0.3 seconds" in shown.stderr


def test_a_store_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    shown = run(f"embedded:{tmp_path / 'none'}", "-", text="RETURN 1 AS x")
    assert shown.exit_code == 2
    assert "no graph here yet" in shown.stderr
    assert not (tmp_path / "none").exists()
