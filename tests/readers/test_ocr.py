"""Scans are read by OCR: marked, with engine and confidence; what is hostile or unreadable is one message."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from ingest.documents import Document
from ingest.errors import Scanned, Unreadable
from ingest.extract import extract
from ingest.read import list_files, read_document
from ingest.read_as import ReadAs
from ingest.readers import tesseract
from ingest.readers.limits import Ocr
from ingest.vocabulary import shipped
from tests.readers.made import pdf
from tests.readers.test_made_files import stated
from tests.repository import ROOT
from tools.make_files import converted
from tools.scans import pictures_of, scanned, stamped

TEXT = ROOT / "corpus" / "sample" / "001.txt"
pytestmark = pytest.mark.ocr


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return converted([TEXT], "pdf", tmp_path_factory.mktemp("printed"))[0]


@pytest.fixture(scope="module")
def scan(printed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return scanned(printed, tmp_path_factory.mktemp("scan") / "scan.pdf")


@pytest.fixture(scope="module")
def read(scan: Path) -> Document:
    return read_document(scan, ocr=Ocr())


@pytest.mark.office
def test_a_scan_states_nearly_all_that_its_text_states(read: Document) -> None:
    wanted, found = stated(read_document(TEXT)), stated(read)
    assert (wanted & found).total() >= 0.9 * wanted.total()
    assert (found - wanted).total() <= 0.1 * wanted.total()


@pytest.mark.office
def test_a_scan_is_marked_as_read_by_ocr(read: Document) -> None:
    ocr = read.read_as.ocr
    assert ocr is not None
    assert (ocr.engine, ocr.languages, len(ocr.data)) == ("Tesseract", "vie", 12)
    assert ocr.version[0].isdigit()
    assert 80 < ocr.confidence <= 100
    assert [page for page, _ in ocr.pages] == [1]
    assert ocr.step in read.reader
    assert read.read_as.remarks[0].startswith(f"read by OCR (Tesseract {ocr.version}, vie): 1 page")
    assert ReadAs.from_json(read.read_as.to_json()) == read.read_as


@pytest.mark.office
def test_statements_of_a_scan_quote_its_text(read: Document) -> None:
    found = extract(read, shipped())
    assert found.letterhead.number is not None
    assert found.letterhead.number.value == "19/CT-TTg"
    assert all(read.text[m.start : m.end] == m.quote for m in found.mentions)


@pytest.mark.office
def test_pages_that_are_pictures_are_read_among_pages_of_text(printed: Path, tmp_path: Path) -> None:
    read = read_document(stamped(printed, tmp_path / "mixed.pdf"), ocr=Ocr())
    assert read.read_as.ocr is not None
    assert [page for page, _ in read.read_as.ocr.pages] == [2]
    assert len(read.read_as.unit_starts) == 2
    assert read.text.count("19/CT-TTg") == 2


@pytest.mark.office
@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF"])
def test_pictures_are_read_and_poor_pages_named(printed: Path, tmp_path: Path, form: str) -> None:
    path = tmp_path / f"page.{form.lower()}"
    path.write_bytes(pictures_of(printed, form))
    read = read_document(path, ocr=Ocr(confidence=99.9))
    assert "Thủ tướng Chính phủ chỉ thị" in read.text
    assert any("OCR is unsure (below 99.9 of 100) of page 1 (" in line for line in read.read_as.remarks)


def picture(size: tuple[int, int], form: str = "PNG", frames: int = 1) -> bytes:
    """A white picture."""
    from PIL import Image

    out, pages = BytesIO(), [Image.new("1", size, 1) for _ in range(frames)]
    more = {"save_all": True, "append_images": pages[1:]} if frames > 1 else {}
    pages[0].save(out, form, **more)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "raw", "ocr", "says"),
    [
        (
            "a.png",
            picture((9000, 9000)),
            Ocr(),
            "a picture of 9,000 × 9,000 pixels, over the limit of 50,000,000",
        ),
        ("a.png", picture((600, 800)), Ocr(), "a scan: 1 page of pictures, on which OCR found no words"),
        ("a.png", picture((600, 800))[:-30], Ocr(), "a picture that is broken"),
        ("a.tiff", picture((60, 80), "TIFF", 3), Ocr(pages=2), "3 pages of pictures, over the limit of 2"),
        ("a.pdf", pdf([None, None, None]), Ocr(pages=2), "3 pages of pictures, over the limit of 2"),
        ("a.pdf", pdf([None]), Ocr(), "on which OCR found no words"),
        ("a.png", picture((3000, 3000)), Ocr(seconds=0.001), "a page takes OCR more than 0.001 seconds"),
        ("a.docx", picture((60, 80)), Ocr(), "its name says Word (.docx), but it is a picture (PNG)"),
    ],
)
def test_what_cannot_be_read_is_one_message(
    tmp_path: Path, name: str, raw: bytes, ocr: Ocr, says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    with pytest.raises(Unreadable) as caught:
        read_document(path, ocr=ocr)
    assert says in str(caught.value)
    assert caught.value.todo


def test_a_letter_that_is_read_twice_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from PIL import Image

    head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
    said = enumerate(("CĐÐ", "NÑông"))
    rows = [f"5\t1\t1\t1\t1\t{n}\t{40 * n}\t10\t30\t12\t90.5\t{word}\n" for n, word in said]
    monkeypatch.setattr(tesseract, "_run", lambda *asked: head + "".join(rows))
    lines = tesseract.read_lines(Image.new("L", (9, 9)), Ocr(), 300)
    assert [[word.text for word in line] for line in lines] == [["CĐ", "Nông"]]


@pytest.mark.parametrize(("program", "languages"), [("no-such-program", "vie"), ("tesseract", "vie+xxx")])
def test_what_is_missing_is_told_with_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, languages: str
) -> None:
    monkeypatch.setattr(tesseract, "PROGRAM", program)
    (tmp_path / "a.pdf").write_bytes(pdf([None, None]))
    with pytest.raises(Scanned, match=r"a scanned PDF: 2 pages of pictures.*apt-get install tesseract-ocr"):
        read_document(tmp_path / "a.pdf", ocr=Ocr(languages=languages))


def test_of_pictures_in_a_folder_only_tiff_is_taken_for_a_scan(tmp_path: Path) -> None:
    for name in ("logo.png", "photo.jpg", "scan.tif"):
        (tmp_path / name).write_bytes(b"x")
    assert [path.name for path in list_files([tmp_path]).files] == ["scan.tif"]
    assert [path.name for path in list_files([tmp_path / "photo.jpg"]).files] == ["photo.jpg"]
