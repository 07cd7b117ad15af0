"""Zip archives stand for the documents in them; what tricks a reader is refused, the others are read."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from ingest.errors import ManifestUnusable, Unreadable
from ingest.manifest import COLUMNS, Manifest
from ingest.read import list_files, read_document, read_documents
from tests.readers.made import docx, p, zipped

TEXT = "Chỉ thị số 16/CT-TTg"


def archive(folder: Path, parts: dict[str, str | bytes], name: str = "acts.zip") -> Path:
    path = folder / name
    path.write_bytes(zipped(parts))
    return path


def test_an_archive_is_a_folder(tmp_path: Path) -> None:
    path = archive(
        tmp_path,
        {
            "2021/a.docx": docx(p(TEXT)),
            "b.txt": TEXT,
            "README.md": "x",
            "c.xlsx": "x",
            "__MACOSX/._b.txt": "x",
            "~$a.docx": "x",
        },
    )
    for given in (path, tmp_path):
        listing = list_files([given])
        assert listing.files == (path / "2021/a.docx", path / "b.txt")
        assert listing.passed_over == 2
        assert listing.problems == ()
    documents = [read_document(file) for file in listing.files]
    assert [d.text for d in documents] == [TEXT, TEXT]
    assert documents[0].source.path == f"{path}/2021/a.docx"
    assert list_files([path / "b.txt"]).files == (path / "b.txt",)


def test_a_marked_folder_in_an_archive_is_synthetic(tmp_path: Path) -> None:
    path = archive(tmp_path, {"made/SYNTHETIC": "composed", "made/a.txt": TEXT, "b.txt": TEXT})
    found = {
        d.source.path: d.synthetic for d in read_documents(list_files([path]).files) if hasattr(d, "text")
    }
    assert found == {str(path / "made/a.txt"): True, str(path / "b.txt"): False}


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("../../etc/a.txt", "a path that leaves the archive"),
        ("/etc/a.txt", "a path that leaves the archive"),
        ("a/../../b.txt", "a path that leaves the archive"),
        ("C:\\a.txt", "a path that leaves the archive"),
        ("a/..\\..\\w.txt", "a path that leaves the archive"),
        ("inner.zip", "an archive inside an archive"),
    ],
)
def test_a_member_that_tricks_is_named_and_the_others_are_read(tmp_path: Path, name: str, says: str) -> None:
    path = archive(tmp_path, {name: TEXT, "good.txt": TEXT})
    listing = list_files([path])
    assert [file.name for file in listing.files] == ["good.txt"]
    assert [problem.what for problem in listing.problems] == [says]
    assert read_document(listing.files[0]).text == TEXT


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_members_of_one_name_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as out:
        out.writestr("a.txt", "one")
        out.writestr("a.txt", TEXT)
    listing = list_files([path])
    assert [p.what for p in listing.problems] == [
        "a second file of this name in the archive: only the last one is read"
    ]
    assert [read_document(file).text for file in listing.files] == [TEXT]


def test_a_name_cannot_steer_the_terminal_that_shows_its_error(tmp_path: Path) -> None:
    path = archive(tmp_path, {"\x1b[2J\x9b1mchỉ\u202ethị.zip": TEXT})
    (problem,) = [p for p in list_files([path]).problems if p.what == "an archive inside an archive"]
    assert str(problem).startswith(f"{path}/\\x1b[2J\\x9b1mchỉ\\u202ethị.zip: an archive")


def test_a_link_in_an_archive_is_not_followed(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as out:
        link = zipfile.ZipInfo("a.txt")
        link.external_attr = 0o120777 << 16
        out.writestr(link, "/etc/passwd")
    assert [problem.what for problem in list_files([path]).problems] == ["a link, not a file"]


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (zipped({"a.txt": bytes(300 * 1024 * 1024)}), "that unpacks to 314,572,800 bytes"),
        (zipped({"a.txt": TEXT})[:40], "broken or cut short"),
        (zipped({"a.xlsx": "x"}), "the archive holds no file that can be read"),
    ],
    ids=["bomb", "cut", "barren"],
)
def test_an_archive_that_cannot_be_read_says_why(tmp_path: Path, raw: bytes, says: str) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(raw)
    listing = list_files([path])
    assert listing.files == ()
    assert [says in str(problem) for problem in listing.problems] == [True]


def test_a_member_over_the_limit_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path, {"a.txt": "x" * 5000})
    with pytest.raises(Unreadable, match="unpacks to more than 100 bytes"):
        read_document(path / "a.txt", max_bytes=100)


def test_a_member_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = archive(tmp_path, {"a.txt": TEXT}) / "b.txt"
    with pytest.raises(Unreadable) as caught:
        read_document(path)
    assert str(caught.value) == f"{path}: there is no such file in the archive. Check the path"


def test_a_manifest_knows_what_has_not_changed_since(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{TEXT} {name}", encoding="utf-8")
    (tmp_path / "empty.txt").write_text("")
    inside = archive(tmp_path, {"c.txt": TEXT}) / "c.txt"
    files = [tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "empty.txt", inside]
    listed = tmp_path / "list.csv"
    first = Manifest(listed)
    assert [first.known(f) for f in files] == [None] * 4
    first.note(read_documents(files))
    (tmp_path / "b.txt").write_text(f"{TEXT} khác hẳn", encoding="utf-8")
    again = Manifest(listed)
    known = [again.known(f) for f in files]
    assert [d.id if d else None for d in known] == [
        read_document(files[0]).id,
        None,  # another content
        None,  # could not be read
        read_document(inside).id,
    ]
    assert listed.read_text("utf-8").splitlines()[0] == ",".join(COLUMNS)
    assert "the file is empty" in listed.read_text("utf-8")


@pytest.mark.parametrize("content", ["a,b\n1,2\n", ",".join(COLUMNS) + "\nx,many,1,read,,,,\n", "\udcff"])
def test_a_file_that_is_no_manifest_is_refused_and_kept(tmp_path: Path, content: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(ManifestUnusable) as caught:
        Manifest(path)
    assert str(path) in str(caught.value)
    assert path.read_bytes() == content.encode("utf-8", "surrogateescape")


def test_a_manifest_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ManifestUnusable):
        Manifest(tmp_path / "none" / "list.csv").note([])
