"""The form of a file is told by its bytes; what is none that is read, or belies its name, is named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.errors import ReaderMissing, Scanned, Unreadable
from ingest.read import read_document
from ingest.readers import doc
from ingest.readers.apart import Apart
from tests.readers.made import W, docx, odt, p, pdf, zipped

RTF = rb"{\rtf1 Chi thi so 16}"
PAGE = b"<!-- saved --><html><body>Chi thi so 16</body></html>"
WORD = docx(p("Chi thi so 16"))
TEXT = "Chỉ thị số 16".encode()
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(40)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40)


def stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le") + bytes(20)


@pytest.mark.parametrize(
    ("name", "raw", "reader", "text"),
    [
        ("a.doc", RTF, "rtf/1", "Chi thi so 16"),
        ("a.doc", PAGE, "html/1", "Chi thi so 16"),
        ("a.doc", WORD, "docx/1", "Chi thi so 16"),
        ("a.pdf", pdf([[(72, 700, "Chi thi so 16")]]), "pdf/1", "Chi thi so 16"),
        ("a.odt", odt("<text:p xmlns:text='x'/>"), "odt/1", None),
        ("a.xyz", TEXT, "text-utf8/1", "Chỉ thị số 16"),
        ("a", WORD, "docx/1", "Chi thi so 16"),
        ("a.txt", PAGE, "text-utf8/1", PAGE.decode()),
        ("a.html", b"Chi thi <b>so</b> 16", "html/1", "Chi thi so 16"),
        ("a.html", PAGE.decode().encode("utf-16"), "html+utf-16-le/1", "Chi thi so 16"),
    ],
)
def test_a_file_is_read_by_its_content(
    tmp_path: Path, name: str, raw: bytes, reader: str, text: str | None
) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    if text is None:
        with pytest.raises(Unreadable, match="no words"):
            read_document(path)
        return
    document = read_document(path)
    assert (document.reader, document.text) == (reader, text)


@pytest.mark.parametrize(
    ("name", "raw", "says"),
    [
        ("ok.docx", TEXT, "its name says Word (.docx), but it is plain text"),
        ("ok.pdf", TEXT, "its name says PDF (.pdf), but it is plain text"),
        ("photo.docx", JPEG, "its name says Word (.docx), but it is a picture (JPEG)"),
        ("photo.jpg", JPEG, "a scan: a picture of 1 page, without text"),
        ("x.docx", b"MZ\x90\x00" + bytes(99), "something else (it begins with 4D 5A 90 00)"),
        ("t.docx", zipped({"xl/workbook.xml": ""}), "an Excel workbook, which is not read"),
        (
            "t.docx",
            zipped({"a.txt": "x"}),
            "its name says Word (.docx), but it is a zip archive of other files",
        ),
        ("cut.docx", WORD[: len(WORD) // 2], "zip is broken or cut short"),
        ("a.rar", b"Rar!\x1a\x07\x00" + bytes(40), "a RAR archive, which is not read"),
        ("a.xls", stream("Workbook"), "an Excel workbook (.xls), not a document"),
        ("a.docx", stream("EncryptedPackage"), "an Office file that is encrypted"),
        ("a.odt", odt("", manifest="<encryption-data/>"), "an OpenDocument file that is encrypted"),
        ("a.rtf", RTF[:-1], "RTF that is cut short"),
        ("a.docx", docx("<w:p>"), "word/document.xml in it is no sound XML"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str, raw: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    with pytest.raises(Unreadable) as caught:
        read_document(path)
    assert says in str(caught.value)
    assert str(caught.value).startswith(f"{path}: ")
    assert caught.value.todo


def test_a_picture_is_one_of_the_scans(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    with pytest.raises(Scanned):
        read_document(tmp_path / "a.png")


def test_old_word_files_name_the_program_that_reads_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "OFFICES", ("no-such-program",))
    with pytest.raises(ReaderMissing, match=r"LibreOffice reads.*not installed.*apt-get install"):
        doc.as_docx(stream("WordDocument"))


@pytest.fixture
def apart() -> Iterator[Apart]:
    """A process for readers of its own, ended after the test."""
    process = Apart()
    yield process
    process.close()


def test_a_docx_that_declares_entities_is_refused(apart: Apart) -> None:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    bomb = f'<!DOCTYPE x [<!ENTITY l0 "ha">{lol}]><w:document {W}><w:body>&l8;</w:body></w:document>'
    with pytest.raises(Unreadable, match="entit"):
        apart.render(zipped({"word/document.xml": bomb}), "docx")


def test_a_docx_with_parts_nested_too_deep_is_refused(apart: Apart) -> None:
    deep = f"<w:document {W}>{'<w:sdt>' * 9000}{'</w:sdt>' * 9000}</w:document>"
    with pytest.raises(Unreadable, match="no sound XML"):
        apart.render(zipped({"word/document.xml": deep}), "docx")


def test_a_docx_that_unpacks_to_more_than_it_may_is_refused(apart: Apart) -> None:
    with pytest.raises(Unreadable, match="unpacks to more than"):
        apart.render(zipped({"word/document.xml": bytes(65 * 1024 * 1024)}), "docx")


def test_rtf_with_groups_nested_too_deep_is_refused(apart: Apart) -> None:
    with pytest.raises(Unreadable, match="500 groups inside one another"):
        apart.render(b"{\\rtf1 " + b"{" * 100_000 + b"}", "rtf")


def test_a_file_that_ends_the_reader_or_takes_too_long_is_named_and_the_next_is_read() -> None:
    apart = Apart(memory=400 * 1024**2)
    try:
        body = "<w:p/>" * 4_000_000
        with pytest.raises(Unreadable, match="memory"):
            apart.render(docx(body), "docx")
        assert apart.render(WORD, "docx").text == "Chi thi so 16"
        with pytest.raises(Unreadable, match="more than 0 seconds"):
            Apart(seconds=0).render(WORD, "docx")
    finally:
        apart.close()
