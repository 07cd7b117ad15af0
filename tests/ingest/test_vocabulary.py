"""The vocabulary is data with a validator: what is wrong is named by file, line and column."""

from __future__ import annotations

import ast
import csv
import io
import re
import shutil
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.errors import VocabularyInvalid
from ingest.vocabulary import faults_of, kept_vocabulary, load_vocabulary, shipped
from ingest.vocabulary.checking import NAMED_BY_RULES
from ingest.vocabulary.loader import SHIPPED_DIR


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path in SHIPPED_DIR.glob("*.csv"):
        shutil.copy(path, tmp_path)
    return tmp_path


def test_what_ships_is_whole() -> None:
    vocabulary = shipped()
    assert len(vocabulary.provinces) == 63
    assert len({p.unit_2025 for p in vocabulary.provinces.values()}) == 34
    assert len(vocabulary.directives) == 131
    assert vocabulary.measures
    assert vocabulary.bodies


def test_every_row_has_a_source() -> None:
    vocabulary = shipped()
    tables = (vocabulary.provinces, vocabulary.bodies, vocabulary.measures, vocabulary.directives)
    assert all(row.source for table in tables for row in table.values())  # type: ignore[attr-defined]


def break_file(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "old", "new", "where", "what"),
    [
        ("provinces.csv", "01,Hà Nội,", "01,,", "line 2, column name", "empty"),
        ("provinces.csv", "\n02,", "\n01,", "line 3, column code", "stands there already, in line 2"),
        ("provinces.csv", "\n02,", "\n2,", "line 3, column code", "not of its form"),
        (
            "provinces.csv",
            "code,name",
            "code,title",
            "line 1",
            "unknown column 'title'; the columns are code",
        ),
        ("provinces.csv", "code,name", "code,code", "line 1", "stands there twice"),
        ("provinces.csv", "01,Hà Nội,", "01,Hà Nội,x,", "line 2", "more or fewer cells"),
        ("provinces.csv", "01,Hà Nội,", '01,"Hà Nội,', "provinces.csv, line", "not CSV"),
        ("directives.csv", ",bct,", ",nobody,", "column issuer", "no body 'nobody'"),
        ("directives.csv", ",2020-03-19,", ",2020-03-32,", "column date", "no day of the calendar"),
        ("measures.csv", "\n5k,", "\n6k,", "column measure", "no measure '5k'"),
        ("measure_patterns.csv", "{dich}", "{disease}", "line 2, column pattern", "no row 'disease'"),
        (
            "measure_patterns.csv",
            "như chống giặc,",
            "(như chống giặc,",
            "line 2, column pattern",
            "cannot be read",
        ),
        ("cues.csv", ",lifts", ",raises", "line 2, column effect", "'raises' is none of its words"),
        ("bodies.csv", "\nttg,", "\npm,", "column id", "rules of the program name these bodies"),
        ("subject.csv", ",bcdqg,", ",bcdqg2,", "line 2, column national_board", "no body 'bcdqg2'"),
    ],
)
def test_a_bad_row_is_named(folder: Path, name: str, old: str, new: str, where: str, what: str) -> None:
    break_file(folder, name, old, new)
    with pytest.raises(VocabularyInvalid):
        load_vocabulary(folder)
    found = [f for f in faults_of(folder) if name in f.where or "patterns" in f.where]
    assert [f for f in found if where in f.where and what in f.what and f.todo], [str(f) for f in found]


def test_everything_wrong_is_named_at_once(folder: Path) -> None:
    break_file(folder, "provinces.csv", "01,Hà Nội,", "01,,")
    break_file(folder, "measures.csv", "\n5k,", "\n5 K,")
    break_file(folder, "directives.csv", ",bct,", ",nobody,")
    faults = faults_of(folder)
    assert [f.where.rpartition("/")[2].partition(",")[0] for f in faults] == [
        "provinces.csv",
        "measures.csv",
        "directives.csv",
    ]
    with pytest.raises(VocabularyInvalid, match=r"2 more: tiengvang vocabulary check"):
        load_vocabulary(folder)


def test_an_empty_table_is_an_error(folder: Path) -> None:
    path = folder / "measures.csv"
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    with pytest.raises(VocabularyInvalid, match="no rows"):
        load_vocabulary(folder)


def test_an_empty_file_is_an_error(folder: Path) -> None:
    (folder / "measures.csv").write_bytes(b"")
    with pytest.raises(VocabularyInvalid, match="no line of columns"):
        load_vocabulary(folder)


def test_a_table_that_is_not_there_is_the_built_in_one(tmp_path: Path) -> None:
    shutil.copy(SHIPPED_DIR / "bodies.csv", tmp_path)
    vocabulary = load_vocabulary(tmp_path)
    assert vocabulary.sha256 == shipped().sha256
    assert (vocabulary.name, list(vocabulary.own)) == (tmp_path.name, ["bodies.csv"])


@pytest.mark.parametrize("folder_of", ["missing", "empty", "misnamed"])
def test_a_folder_that_is_no_vocabulary_is_an_error(tmp_path: Path, folder_of: str) -> None:
    if folder_of == "misnamed":
        shutil.copy(SHIPPED_DIR / "bodies.csv", tmp_path / "bodie.csv")
    with pytest.raises(VocabularyInvalid) as caught:
        load_vocabulary(tmp_path / "x" if folder_of == "missing" else tmp_path)
    assert str(tmp_path) in caught.value.where
    assert folder_of != "misnamed" or "Rename it to bodies.csv" in caught.value.todo


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_spreadsheets_csv_is_the_same_vocabulary(
    tmp_path: Path, separator: str, line_end: str, encoding: str
) -> None:
    rows = list(csv.reader((SHIPPED_DIR / "bodies.csv").open(encoding="utf-8", newline="")))
    with (tmp_path / "bodies.csv").open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=separator, lineterminator=line_end).writerows(rows)
    assert load_vocabulary(tmp_path).sha256 == shipped().sha256


def test_a_file_that_is_not_utf_8_is_named_by_its_line(tmp_path: Path) -> None:
    (tmp_path / "bodies.csv").write_bytes(b"id,name,level,source\nx,Caf\xe9,central,me\n")
    with pytest.raises(VocabularyInvalid, match="line 2: not UTF-8"):
        load_vocabulary(tmp_path)


def test_columns_that_may_be_empty_may_be_left_out_and_stand_in_any_order(tmp_path: Path) -> None:
    (tmp_path / "bodies.add.csv").write_text(
        "source,level,name,id\nmine,central,Hội đồng Khí tượng,hd-kt\n", encoding="utf-8"
    )
    body = load_vocabulary(tmp_path).bodies["hd-kt"]
    assert (body.name, body.level, body.aliases) == ("Hội đồng Khí tượng", "central", ())


def test_added_rows_stand_behind_the_built_in_ones(tmp_path: Path) -> None:
    header = "id,name,level,source\n"
    (tmp_path / "bodies.add.csv").write_text(header + "ttg,Thủ tướng,central,mine\n", encoding="utf-8")
    with pytest.raises(
        VocabularyInvalid, match=r"'ttg' stands there already, in line \d+ of built-in bodies.csv"
    ):
        load_vocabulary(tmp_path)


def test_another_row_is_another_version(folder: Path) -> None:
    before = load_vocabulary(folder).sha256
    break_file(folder, "provinces.csv", "Hanoi", "Ha-noi")
    assert load_vocabulary(folder).sha256 != before


def test_the_catalogue_does_not_change_how_texts_are_read(folder: Path) -> None:
    break_file(folder, "directives.csv", "2020-03-19", "2020-03-18")
    after = load_vocabulary(folder)
    assert after.sha256 != shipped().sha256
    assert after.reading_sha256 == shipped().reading_sha256


def test_a_vocabulary_kept_as_text_is_the_same(folder: Path) -> None:
    loaded = load_vocabulary(folder)
    assert kept_vocabulary(loaded.name, loaded.own, "graph") == loaded


def test_the_bodies_that_rules_name_are_those_in_the_code() -> None:
    """Ids in the extractors are either of these, or are looked up and may be missing."""
    quoted = re.compile(r"\"([a-z0-9]+(?:-[a-z0-9]+)*)\"")
    named = {
        word
        for path in (SHIPPED_DIR.parent / "extract").rglob("*.py")
        for word in quoted.findall(path.read_text(encoding="utf-8"))
        if word in shipped().bodies
    }
    may_be_missing = {"vptw", "vpcp", "qutw", "tct-cp", "cdc", "ubmttq"}
    assert named - set(NAMED_BY_RULES) - may_be_missing == set()


def test_no_rule_names_the_subject() -> None:
    subject = re.compile(r"covid|corona|sars|dịch bệnh|dich benh|giãn cách|5k", re.IGNORECASE)
    named = [
        f"{path.name}: {line.strip()}"
        for path in SHIPPED_DIR.parent.rglob("*.py")
        if path.parent.name != "persons"  # names that are none: of no subject, and of many diseases
        for line in _code(path.read_text(encoding="utf-8"))
        if subject.search(line)
    ]
    assert named == []


def _code(text: str) -> Iterator[str]:
    """The lines of a module without docstrings and comments."""
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    docstrings = {
        node.body[0].value.lineno: node.body[0].value.end_lineno
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
        and isinstance(node.body[0].value, ast.Constant)
    }
    for token in tokens:
        if token.type == tokenize.STRING and token.start[0] not in docstrings:
            yield token.string
