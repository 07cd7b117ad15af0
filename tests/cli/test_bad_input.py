"""Bad input gets one clear message and the exit code of the contract; the others of a batch are done."""

from __future__ import annotations

import json
import shutil
import socket
from pathlib import Path

import pytest

from tests.cli.conftest import SAMPLE, Line, run


def _one_error(stderr: str) -> str:
    errors = [row for row in stderr.splitlines() if row.startswith("Error: ")]
    assert len(errors) == 1, stderr
    assert "Traceback" not in stderr
    return errors[0]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "the file is empty"),
        ("blank.txt", b"\n\n  \n", "the file is empty"),
        ("binary.txt", b"MZ\x00\x01\x02", "a binary file"),
        ("latin.txt", "Thủ tướng".encode("utf-16-le")[1:] + b"\xff", "binary file"),
        ("cut.txt", "Chỉ thị số 19/CT-TTg".encode()[:4], "not UTF-8"),
        ("missing.txt", None, "there is no such file or folder"),
    ],
)
@pytest.mark.parametrize("verb", ["extract", "ingest"])
def test_a_bad_file_is_named_and_the_others_are_done(
    line: Line, tmp_path: Path, verb: str, name: str, content: bytes | None, says: str
) -> None:
    bad = tmp_path / name
    if content is not None:
        bad.write_bytes(content)
    arguments = [verb, bad, SAMPLE / "005.txt", *(["--json"] if verb == "ingest" else [])]
    result = line(*arguments)
    assert result.exit_code == 2
    error = _one_error(result.stderr)
    assert says in error
    assert str(bad) in error
    done = json.loads(result.stdout)
    assert len(done["loaded"]) == 1 if verb == "ingest" else done["file"] == "005.txt"


def test_a_folder_without_documents_is_named(line: Line, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "picture.png").write_bytes(b"\x89PNG")
    result = line("ingest", folder)
    assert result.exit_code == 2
    assert "the folder holds no file that can be read" in _one_error(result.stderr)


def test_a_text_over_the_limit_is_refused_and_says_how_to_raise_it(line: Line) -> None:
    result = line("ingest", SAMPLE / "005.txt", env={"TIENGVANG_MAX_TEXT_BYTES": "100"})
    assert result.exit_code == 2
    assert "TIENGVANG_MAX_TEXT_BYTES" in _one_error(result.stderr)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("echoes", "xin chào"), "no number of an official act"),
        (("echoes", "987/CT-TTg"), "no act of this number"),
        (("compare", "Tây Nin"), "Did you mean Tây Ninh"),
        (("compare", "Paris", "Rome"), "no province of 2020"),
        (("compare", "72", "91", "--measure", "no-such"), "no measure"),
        (("compare", "72", "91", "--since", "last year"), "no date"),
        (("provenance", "0" * 32), "no statement has this key"),
        (("remove", "12345678"), "no document has this id"),
    ],
)
def test_what_does_not_exist_is_refused(real: Line, arguments: tuple[str, ...], says: str) -> None:
    result = real(*arguments)
    assert result.exit_code == 2
    assert says in _one_error(result.stderr)


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("mysql://localhost", "no URL of a graph store"),
        ("embedded:", "names no folder"),
        ("bolt://user:secret@localhost", "stands in the URL"),
        ("bolt://127.0.0.1:1", "127.0.0.1:1"),
    ],
)
@pytest.mark.parametrize("verb", [("echoes", "172-TB/TW"), ("serve", "--port", 0)], ids=["echoes", "serve"])
def test_a_store_that_cannot_be_reached(url: str, says: str, verb: tuple[object, ...]) -> None:
    result = Line(url)(*verb)
    assert result.exit_code == 2
    assert result.stdout == ""
    error = _one_error(result.stderr)
    assert says in error
    assert "secret" not in error


@pytest.mark.neo4j
def test_a_wrong_password(neo4j_address: object, monkeypatch: pytest.MonkeyPatch) -> None:
    url = getattr(neo4j_address, "url")  # noqa: B009 - the fixture's class lives in a plugin
    monkeypatch.setenv("TIENGVANG_GRAPH_PASSWORD", "certainly-wrong")
    result = Line(url)("echoes", "172-TB/TW")
    assert result.exit_code == 2
    assert "certainly-wrong" not in _one_error(result.stderr)


@pytest.mark.parametrize("verb", [("serve",), ("demo",)])
def test_a_port_in_use_is_told_before_anything_else(line: Line, verb: tuple[str, ...]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = line(*verb, "--port", port)
    assert result.exit_code == 2
    assert f"127.0.0.1:{port}" in _one_error(result.stderr)
    assert result.stdout == ""
    assert not Path(line.url.removeprefix("embedded:")).exists()


@pytest.mark.parametrize(
    ("header", "row", "says"),
    [
        ("path,province", "005.txt,Paris", "line 2, column province"),
        ("path,date", "005.txt,2020-02-30", "line 2, column date"),
        ("path,number", "005.txt,hello", "line 2, column number"),
        ("path,source_url", "005.txt,ftp://x", "line 2, column source_url"),
        ("path,retrieved_at", "005.txt,yesterday", "line 2, column retrieved_at"),
        ("path,province", "nowhere.txt,72", "line 2, column path"),
        ("path,province", ",72", "line 2, column path"),
        ("path,province", "005.txt,72,73", "line 2"),
        ("path,colour", "005.txt,red", "there is no column 'colour'"),
        ("province", "72", "the column 'path' is missing"),
        ("path,province", "005.txt,72\n005.txt,74", "line 3, column path"),
    ],
)
def test_a_bad_row_of_metadata_is_named_and_nothing_is_loaded(
    line: Line, tmp_path: Path, header: str, row: str, says: str
) -> None:
    shutil.copy(SAMPLE / "005.txt", tmp_path / "005.txt")
    table = tmp_path / "facts.csv"
    table.write_text(f"{header}\n{row}\n", encoding="utf-8")
    result = line("ingest", tmp_path / "005.txt", "--metadata", table)
    assert result.exit_code == 2
    error = _one_error(result.stderr)
    assert says in error
    assert "facts.csv" in error
    assert not Path(line.url.removeprefix("embedded:")).exists()


def test_a_setting_of_the_wrong_kind() -> None:
    result = Line()("serve", env={"TIENGVANG_PORT": "eighty"})
    assert result.exit_code == 2
    assert "TIENGVANG_PORT" in _one_error(result.stderr)


def test_an_unknown_command_and_option_name_what_there_is() -> None:
    assert Line()("dance").exit_code == 2
    done = run("echoes", "--colour")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
