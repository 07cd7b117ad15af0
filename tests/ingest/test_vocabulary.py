"""The vocabulary is data with a validator: what is wrong is named by file, line and column."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ingest.errors import VocabularyInvalid
from ingest.vocabulary import load_vocabulary, shipped
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
        ("provinces.csv", "\n02,", "\n01,", "line 3, column code", "stands there already"),
        ("provinces.csv", "code,name", "code,title", "line 1", "columns are"),
        ("provinces.csv", "01,Hà Nội,", "01,Hà Nội,x,", "line 2", "more or fewer cells"),
        ("directives.csv", ",bct,", ",nobody,", "column issuer", "no body 'nobody'"),
    ],
)
def test_a_bad_row_is_named(folder: Path, name: str, old: str, new: str, where: str, what: str) -> None:
    break_file(folder, name, old, new)
    with pytest.raises(VocabularyInvalid) as caught:
        load_vocabulary(folder)
    assert name in caught.value.where
    assert where in caught.value.where
    assert what in caught.value.what
    assert caught.value.todo


def test_an_empty_table_is_an_error(folder: Path) -> None:
    path = folder / "measures.csv"
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    with pytest.raises(VocabularyInvalid, match="no rows"):
        load_vocabulary(folder)


def test_a_missing_table_is_an_error(folder: Path) -> None:
    (folder / "bodies.csv").unlink()
    with pytest.raises(VocabularyInvalid, match="missing"):
        load_vocabulary(folder)


def test_another_row_is_another_version(folder: Path) -> None:
    before = load_vocabulary(folder).sha256
    break_file(folder, "provinces.csv", "Hanoi", "Ha-noi")
    assert load_vocabulary(folder).sha256 != before
