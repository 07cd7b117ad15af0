"""`tiengvang ingest --manifest`: what is listed and unchanged is not opened again, if the graph holds it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from ingest import read
from tests.cli.conftest import SAMPLE, Line


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of files opened, as they are."""
    names: list[str] = []
    real = read.read_document

    def noted(path: Path, **options: int) -> object:
        names.append(path.name)
        return real(path, **options)

    monkeypatch.setattr(read, "read_document", noted)
    return names


def test_a_second_ingest_opens_only_what_is_new(line: Line, tmp_path: Path, opened: list[str]) -> None:
    folder, listed = tmp_path / "acts", tmp_path / "list.csv"
    folder.mkdir()
    for name in ("001.txt", "002.txt"):
        shutil.copy(SAMPLE / name, folder)
    (folder / "bad.txt").write_bytes(b"")

    def ingested(*more: object) -> dict[str, object]:
        result = line("ingest", folder, "--manifest", listed, "--json", *more)
        assert result.exit_code == 2, result.output
        return dict(json.loads(result.stdout))

    first = ingested()
    assert opened == ["001.txt", "002.txt", "bad.txt"]
    opened.clear()
    shutil.copy(SAMPLE / "003.txt", folder)
    second = ingested()
    assert opened == ["003.txt", "bad.txt"]
    assert (second["unchanged"], len(list(second["loaded"]))) == (2, 1)  # type: ignore[call-overload]
    assert len(list(first["loaded"])) == 2  # type: ignore[call-overload]

    opened.clear()
    removed = line("remove", *list(first["loaded"])[:1])  # type: ignore[call-overload]
    assert removed.exit_code == 0, removed.output
    third = ingested()
    assert len(opened) == 2
    assert (third["unchanged"], len(list(third["loaded"]))) == (2, 1)  # type: ignore[call-overload]


def test_a_manifest_that_is_none_stops_before_the_store_is_made(line: Line, tmp_path: Path) -> None:
    listed = tmp_path / "list.csv"
    listed.write_text("something else\n")
    result = line("ingest", SAMPLE / "001.txt", "--manifest", listed)
    assert result.exit_code != 0
    assert "its first line is not path,bytes" in result.stderr
    assert not (tmp_path / "graph").exists()


@pytest.mark.parametrize("cut", [1, 3, 12, 40, 60, 90, 110])
def test_a_manifest_cut_in_its_last_line_is_taken_up_again(
    line: Line, tmp_path: Path, opened: list[str], cut: int
) -> None:
    listed = tmp_path / "list.csv"
    asked = ("ingest", SAMPLE / "001.txt", SAMPLE / "002.txt", "--manifest", listed)
    assert line(*asked).exit_code == 0
    whole = listed.read_bytes()
    listed.write_bytes(whole[:-cut])
    opened.clear()
    again = line(*asked)
    assert again.exit_code == 0, again.output
    assert f"{listed}: its last line was cut off, and was removed" in again.stderr
    assert opened == ["002.txt"]
    assert listed.read_bytes() == whole
    assert "cut off" not in line(*asked).stderr


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("a.txt,12", "2 cells instead of 8"),
        ("a.txt,12,34/x/b.txt,5,6,read,0f,text-utf8/1,,", "10 cells instead of 8"),
        ("a.txt,12,3x,read,0f,text-utf8/1,,", "bytes or modified_ns is no number: '12', '3x'"),
        ("a.txt,12,34,rea,0f,text-utf8/1,,", "state is 'rea', not read or failed"),
        ('"a.txt,12,34,read,0f,text-utf8/1,,', "unexpected end of data"),
    ],
)
def test_a_broken_line_of_a_manifest_is_named(line: Line, tmp_path: Path, row: str, says: str) -> None:
    listed = tmp_path / "list.csv"
    text = f"path,bytes,modified_ns,state,document,reader,synthetic,what\r\n{row}\r\n"
    listed.write_text(text, encoding="utf-8", newline="")
    result = line("ingest", SAMPLE / "001.txt", "--manifest", listed)
    assert result.exit_code != 0
    assert f"{listed}, line 2: a line of it is broken: {says}. Remove that line" in result.stderr
    assert listed.read_bytes() == text.encode()


def test_a_file_that_is_no_manifest_stays_as_it_is(line: Line, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("no line end")
    assert line("ingest", SAMPLE / "001.txt", "--manifest", notes).exit_code != 0
    assert notes.read_text() == "no line end"
