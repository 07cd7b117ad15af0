"""PDF: the words of each page, lines joined to paragraphs, running heads marked; pictures of pages by OCR.

PDFium takes the pages apart. A PDF knows no paragraphs: a line goes on into the next where the next line's
first word would not have fitted on it. What stands at the head or foot of many pages (a running head, a page
number) is put behind the paragraph that it interrupts, so that a sentence over two pages is whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ingest.errors import ReaderMissing, Scanned, Unreadable
from ingest.readers.limits import Ocr, limits
from ingest.readers.page_writing import Page, written
from ingest.readers.pdf_lines import lines_of_page
from ingest.readers.rendered import Rendered
from ingest.readers.scans import ScannedPage, pages_of_picture, read_page, read_picture, refuse_many
from ingest.readers.tesseract import engine
from ingest.readers.xml import EXTRA

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_END = b"%%EOF"
_TOO_LONG = "Raise TIENGVANG_READER_PAGES, or split it"
_TOO_MUCH = "Raise TIENGVANG_READER_CHARACTERS, or split it"
_FEW = 8  # letters on a page that is a picture: a scanner's stamp
_GIVE = "Have its text recognised (OCR) and give that file"


def read_pdf(raw: bytes, ocr: Ocr | None = None) -> Rendered:
    """The text of a PDF; pages that are pictures are read where `ocr` says how.

    Raises Unreadable: encrypted, broken, cut short, too large; Scanned where there is no text.
    """
    if _END not in raw[-4096:]:
        raise Unreadable("a PDF that is cut short: its end mark is missing", todo="Fetch it again")
    document = _opened(raw)
    try:
        pages = [*_pages(document)]
        pictures = [n for n, page in enumerate(pages, start=1) if page.picture]
        if ocr is not None and pictures:
            return _recognised(document, pages, ocr)
    finally:
        document.close()
    if pictures and not any(page.lines for page in pages):
        what = f"a scanned PDF: {_counted(len(pages))} of pictures without a text layer"
        raise Scanned(what, todo=_GIVE, pages=len(pages))
    remarks = [_unread(pictures)] if pictures else []
    return replace(written(pages, "pdf", remarks), pictures=len(pictures))


def read_scan(raw: bytes, ocr: Ocr | None = None) -> Rendered:
    """The text of a picture (JPEG, PNG, TIFF of several pages), by OCR. Raises Unreadable, Scanned."""
    if ocr is None:
        pages = pages_of_picture(raw)
        raise Scanned(f"a scan: a picture of {_counted(pages)}, without text", todo=_GIVE, pages=pages)
    return _told([_page(page) for page in read_picture(raw, ocr)], "picture", ocr)


def _recognised(document: PdfDocument, pages: Sequence[Page], ocr: Ocr) -> Rendered:
    """The text of a PDF of which some pages are pictures, those by OCR."""
    refuse_many(sum(page.picture for page in pages), ocr)
    read = [
        _page(read_page(document[number], ocr)) if page.picture else page for number, page in enumerate(pages)
    ]
    return _told(read, "pdf", ocr)


def _told(pages: Sequence[Page], form: str, ocr: Ocr) -> Rendered:
    if not any(page.lines for page in pages):
        what = f"a scan: {_counted(len(pages))} of pictures, on which OCR found no words"
        raise Scanned(what, todo="Scan it anew, or remove it", pages=len(pages))
    return written(pages, form, [], engine(ocr), ocr.confidence)


def _counted(pages: int) -> str:
    return "1 page" if pages == 1 else f"{pages:,} pages"


def _unread(pictures: Sequence[int]) -> str:
    shown = ", ".join(map(str, pictures[:10])) + (", …" if len(pictures) > 10 else "")
    return f"{len(pictures):,} pages are pictures and were not read: {shown}"


def _page(found: ScannedPage) -> Page:
    return Page(found.lines, found.height, picture=True, confidence=found.confidence)


def _opened(raw: bytes) -> PdfDocument:
    try:
        import pypdfium2
    except ImportError as error:
        raise ReaderMissing("a PDF; what reads it, PDFium, is not installed", todo=EXTRA) from error
    try:
        document = pypdfium2.PdfDocument(raw)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Unreadable("a PDF that is encrypted", todo="Save it without a password") from error
        raise Unreadable(f"a PDF that is broken ({error})", todo="Fetch it again") from error
    if count > limits().pages:
        document.close()
        raise Unreadable(f"a PDF of {count:,} pages, over the limit of {limits().pages:,}", todo=_TOO_LONG)
    return document


def _pages(document: PdfDocument) -> Iterator[Page]:
    left = most = limits().characters
    for number in range(len(document)):
        page = document[number]
        lines = tuple(lines_of_page(page, left))
        left -= sum(len(line.text) for line in lines)
        if left <= 0:
            raise Unreadable(f"a PDF of more than {most:,} characters", todo=_TOO_MUCH)
        letters = sum(c.isalnum() for line in lines for c in line.text)
        picture = letters < _FEW and _has_picture(page)
        yield Page(() if picture else lines, page.get_height(), picture)
        page.close()


def _has_picture(page: PdfPage) -> bool:
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    return next(iter(page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=3)), None) is not None
