"""The lines of pages -> one text, page numbers beside it, running heads behind what they interrupt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ingest.encodings.decode import mended
from ingest.encodings.decoded import Decoded
from ingest.read_as import ReadAs, Recognition
from ingest.readers.pdf_joining import Setting, joined
from ingest.readers.pdf_lines import PdfLine, running
from ingest.readers.rendered import Rendered
from ingest.readers.tesseract import Engine

_PAGE_NUMBER = re.compile(r"\W*(?:trang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """A page's lines in reading order; whether it is a picture of a page, and then how sure OCR was of its
    letters (0 to 100, None where it read none)."""

    lines: tuple[PdfLine, ...]
    height: float
    picture: bool
    confidence: float | None = None


def written(
    pages: Sequence[Page],
    form: str,
    remarks: Iterable[str],
    engine: Engine | None = None,
    least: float = 0.0,
) -> Rendered:
    """The text of pages. With an `engine` those that are pictures were read by it: the text is marked as OCR,
    and pages below the confidence `least` are named."""
    heads = running([page.lines for page in pages], [page.height for page in pages])
    writing = _Writing()
    for page, apart in zip(pages, heads, strict=True):
        body = [line for line in page.lines if line not in apart]
        middle = page.height / 2
        writing.aside += [line for line in page.lines if line in apart and line.bottom > middle]
        writing.add_page(body)
        writing.aside += [line for line in page.lines if line in apart and line.bottom <= middle]
    writing.add_aside()
    found = _recognition(pages, engine) if engine else None
    told = [*remarks, *(found.remarks(least) if found else ())]
    return _finished(writing, form, told, found)


def _recognition(pages: Sequence[Page], engine: Engine) -> Recognition:
    sure = [(page.confidence, _letters(page)) for page in pages if page.confidence is not None]
    letters = sum(count for _, count in sure)
    mean = round(sum(confidence * count for confidence, count in sure) / letters, 1) if letters else 0.0
    return Recognition(
        "Tesseract",
        engine.version,
        engine.languages,
        engine.data,
        mean,
        tuple((n, page.confidence) for n, page in enumerate(pages, start=1) if page.picture),
    )


def _letters(page: Page) -> int:
    return sum(len(line.text) for line in page.lines)


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


def _finished(writing: _Writing, form: str, remarks: list[str], ocr: Recognition | None) -> Rendered:
    text = "".join(writing.pieces)
    decoded = mended(Decoded(text, ("utf-8",)))
    starts = decoded.moved(writing.page_starts, text)
    edges = decoded.moved([edge for span in writing.furniture for edge in span], text)
    furniture = tuple(zip(edges[::2], edges[1::2], strict=True))
    steps = (*((ocr.step,) if ocr else ()), *decoded.steps[1:])
    told = (*remarks, *decoded.remarks)
    read_as = ReadAs(steps, told, furniture, "page", tuple(starts), ocr=ocr)
    return Rendered(decoded.text, "+".join([form, *steps]) + "/1", read_as)
