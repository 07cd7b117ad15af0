"""PDFs as scanners hand them out: pictures of pages, with no text in them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 200  # what office scanners are set to


def pages_of(pdf: Path) -> list[Image]:
    """The pages of a PDF as pictures in shades of grey."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=DPI / 72, grayscale=True).to_pil().convert("L") for page in document]
    finally:
        document.close()


def as_pdf(pages: list[Image]) -> bytes:
    """Pictures as a PDF, a page each."""
    out = BytesIO()
    pages[0].save(out, "PDF", resolution=DPI, save_all=True, append_images=pages[1:])
    return out.getvalue()


def scanned(pdf: Path, into: Path) -> Path:
    """A PDF of the same pages as pictures only."""
    into.write_bytes(as_pdf(pages_of(pdf)))
    return into


def stamped(pdf: Path, into: Path) -> Path:
    """A PDF's own pages, and behind them the same as pictures."""
    import pypdfium2

    whole, pictures = pypdfium2.PdfDocument(pdf), pypdfium2.PdfDocument(as_pdf(pages_of(pdf)))
    try:
        whole.import_pages(pictures)
        whole.save(into)
    finally:
        pictures.close()
        whole.close()
    return into


def pictures_of(pdf: Path, form: str) -> bytes:
    """The upper part of a PDF's first page as a picture: PNG, JPEG or TIFF."""
    out, page = BytesIO(), pages_of(pdf)[0]
    page.crop((0, 0, page.width, page.height * 2 // 5)).save(out, form, dpi=(DPI, DPI))
    return out.getvalue()
