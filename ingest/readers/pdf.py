"""PDF with a text layer: the words of each page, lines joined to paragraphs, running heads marked.

PDFium takes the pages apart. A PDF knows no paragraphs: a line goes on into the next where the next line's
first word would not have fitted on it. What stands at the head or foot of many pages (a running head, a page
number) is put behind the paragraph that it interrupts, so that a sentence over two pages is whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.encodings.decode import mended
from ingest.encodings.decoded import Decoded
from ingest.errors import ReaderMissing, Scanned, Unreadable
from ingest.read_as import ReadAs
from ingest.readers.pdf_joining import Setting, joined
from ingest.readers.pdf_lines import PdfLine, lines_of_page, running
from ingest.readers.rendered import Rendered
from ingest.readers.xml import EXTRA

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

READER = "pdf/1"
MAX_PAGES = 5_000
MAX_CHARACTERS = 20_000_000
_END = b"%%EOF"
_FEW = 8  # letters on a page that is a picture: a scanner's stamp
_PAGE_NUMBER = re.compile(r"\W*(?:trang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?\W*", re.IGNORECASE)


def read_pdf(raw: bytes) -> Rendered:
    """The text of a PDF. Raises Unreadable: encrypted, broken, cut short, too large; Scanned."""
    if _END not in raw[-4096:]:
        raise Unreadable("a PDF that is cut short: its end mark is missing", todo="Fetch it again")
    document = _opened(raw)
    try:
        pages = [*_pages(document)]
    finally:
        document.close()
    pictures = [n for n, page in enumerate(pages, start=1) if page.picture]
    if pictures and not any(page.lines for page in pages):
        count = "1 page" if len(pages) == 1 else f"{len(pages):,} pages"
        raise Scanned(
            f"a scanned PDF: {count} of pictures without a text layer",
            todo="Have its text recognised (OCR) and give that file",
        )
    return _rendered(pages, pictures)


@dataclass(frozen=True, slots=True)
class _Page:
    """A page's lines in reading order, and whether it is a picture of a page."""

    lines: tuple[PdfLine, ...]
    height: float
    picture: bool


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
    if count > MAX_PAGES:
        document.close()
        raise Unreadable(f"a PDF of {count:,} pages, over the limit of {MAX_PAGES:,}", todo="Split it")
    return document


def _pages(document: PdfDocument) -> Iterator[_Page]:
    left = MAX_CHARACTERS
    for number in range(len(document)):
        page = document[number]
        lines = tuple(lines_of_page(page, left))
        left -= sum(len(line.text) for line in lines)
        if left <= 0:
            raise Unreadable(f"a PDF of more than {MAX_CHARACTERS:,} characters", todo="Split it")
        letters = sum(c.isalnum() for line in lines for c in line.text)
        picture = letters < _FEW and _has_picture(page)
        yield _Page(() if picture else lines, page.get_height(), picture)
        page.close()


def _has_picture(page: PdfPage) -> bool:
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    return next(iter(page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=3)), None) is not None


@dataclass(slots=True)
class _Writing:
    """The text in the making; `aside` waits for the end of a paragraph that goes on over a page."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    furniture: list[tuple[int, int]] = field(default_factory=list)
    page_starts: list[int] = field(default_factory=list)
    aside: list[PdfLine] = field(default_factory=list)
    before: PdfLine | None = None
    setting: Setting = field(default_factory=Setting)  # of the page of `before`

    def add(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def add_page(self, body: Sequence[PdfLine]) -> None:
        """The lines of a page but its head and foot."""
        for number, line in enumerate(body):
            between = "\n"
            if self.before is not None:
                between = joined(self.before, line, self.setting, new_page=number == 0)
            if number == 0:
                self.setting = Setting.of(body)
            if between == "\n":
                self.add_aside()
            if self.length:
                self.add(between)
            if number == 0:
                self.page_starts.append(self.length)
            self.add(line.text)
            self.before = line
        if not body:
            self.page_starts.append(self.length)

    def add_aside(self) -> None:
        """The heads and feet that waited, each a line."""
        for line in self.aside:
            if self.length:
                self.add("\n")
            if not _PAGE_NUMBER.fullmatch(line.text):
                self.furniture.append((self.length, self.length + len(line.text)))
            self.add(line.text)
        self.aside = []


def _rendered(pages: Sequence[_Page], pictures: Sequence[int]) -> Rendered:
    heads = running([page.lines for page in pages], [page.height for page in pages])
    writing = _Writing()
    for page, apart in zip(pages, heads, strict=True):
        body = [line for line in page.lines if line not in apart]
        middle = page.height / 2
        writing.aside += [line for line in page.lines if line in apart and line.bottom > middle]
        writing.add_page(body)
        writing.aside += [line for line in page.lines if line in apart and line.bottom <= middle]
    writing.add_aside()
    return _finished(writing, pictures)


def _finished(writing: _Writing, pictures: Sequence[int]) -> Rendered:
    text = "".join(writing.pieces)
    decoded = mended(Decoded(text, ("utf-8",)))
    remarks = list(decoded.remarks)
    if pictures:
        shown = ", ".join(map(str, pictures[:10])) + (", …" if len(pictures) > 10 else "")
        remarks.insert(0, f"{len(pictures):,} pages are pictures and were not read: {shown}")
    starts = decoded.moved(writing.page_starts, text)
    edges = decoded.moved([edge for span in writing.furniture for edge in span], text)
    furniture = tuple(zip(edges[::2], edges[1::2], strict=True))
    steps = decoded.steps[1:]
    read_as = ReadAs(steps, tuple(remarks), furniture, "page", tuple(starts))
    return Rendered(decoded.text, "+".join(["pdf", *steps]) + "/1", read_as)
