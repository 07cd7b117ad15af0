"""One act from several sites: one directive, several documents; what only may be it is proposed by check."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import SAMPLE, Line
from tests.readers.made import docx, p

ACT = SAMPLE / "001.txt"


def _ingested(line: Line, folder: Path) -> list[str]:
    result = line("ingest", folder, "--json")
    assert result.exit_code == 0, result.output
    return list(json.loads(result.stdout)["loaded"])


def _notes(line: Line) -> list[str]:
    result = line("check", "--json")
    assert result.exit_code == 0, result.output
    return [note for note in json.loads(result.stdout)["notes"] if "may be one act" in note]


def test_copies_in_several_forms_are_one_directive(line: Line, tmp_path: Path) -> None:
    folder, text = tmp_path / "copies", ACT.read_text(encoding="utf-8")
    folder.mkdir()
    (folder / "a.txt").write_bytes(text.encode())
    (folder / "windows.txt").write_bytes(text.replace("\n", "\r\n").encode())
    (folder / "b.docx").write_bytes(docx("".join(p(row.replace("&", "&amp;")) for row in text.split("\n"))))
    assert len(_ingested(line, folder)) == 3
    found = line("extract", folder)
    acts = {json.loads(row)["act"] for row in found.stdout.splitlines()}
    assert len(acts) == 1
    assert _notes(line) == []


def test_a_copy_without_its_head_is_proposed_and_not_merged(line: Line, tmp_path: Path) -> None:
    folder, text = tmp_path / "copies", ACT.read_text(encoding="utf-8")
    folder.mkdir()
    (folder / "a.txt").write_bytes(text.encode())
    body = text.split("\n\n", 3)[-1]
    (folder / "part.txt").write_bytes(body.encode())
    assert len(_ingested(line, folder)) == 2
    notes = _notes(line)
    assert len(notes) == 1
    assert "a.txt" in notes[0]
    assert "part.txt" in notes[0]
    assert "Nothing was merged" in notes[0]
