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
