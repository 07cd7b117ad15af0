"""Reading files: nothing lost, and one clear message for what cannot be read."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from ingest.errors import Unreadable
from ingest.read import list_files, read_document


def test_the_text_is_the_file_to_the_letter(tmp_path: Path) -> None:
    raw = "\ufeffSố 1\r\nđiều\u00a0hai\n\n".encode()
    path = tmp_path / "a.txt"
    path.write_bytes(raw)
    document = read_document(path)
    assert document.text.encode() == raw
    assert document.id == hashlib.sha256(raw).hexdigest()
    assert not document.synthetic


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        ("\ufeff \n".encode(), "no words"),
        (b"abc\0def", "binary file (a zero byte at 3)"),
        (b"Tay Ninh \xe1\xba", "not UTF-8: byte 0xE1 at 9"),
    ],
)
def test_what_cannot_be_read_says_why_and_where(tmp_path: Path, raw: bytes, message: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(raw)
    with pytest.raises(Unreadable) as caught:
        read_document(path)
    assert message in str(caught.value)
    assert str(path) in str(caught.value)
    assert caught.value.todo


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_text("Công văn " * 100)
    with pytest.raises(Unreadable, match="over the limit of 100"):
        read_document(path, max_bytes=100)


def test_a_folder_gives_its_texts_and_counts_the_rest(tmp_path: Path) -> None:
    for name in ("b.txt", "sub/a.md", "README.md", ".hidden.txt", "table.xlsx"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    listing = list_files([tmp_path, tmp_path / "b.txt"])
    assert [p.name for p in listing.files] == ["b.txt", "a.md"]
    assert listing.passed_over == 2


def test_missing_and_barren_paths_are_named(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    listing = list_files([tmp_path / "gone.txt", tmp_path / "none"])
    assert [p.what.split(" (")[0] for p in listing.problems] == [
        "there is no such file or folder",
        "the folder holds no file that can be read",
    ]
    assert ".docx" in listing.problems[1].what
    assert listing.files == ()


def test_a_marked_folder_holds_synthetic_documents(tmp_path: Path) -> None:
    (tmp_path / "SYNTHETIC").write_text("composed")
    (tmp_path / "a.txt").write_text("Công văn")
    assert read_document(tmp_path / "a.txt").synthetic
