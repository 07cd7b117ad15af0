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


def as_pdf(pages: list[Image], dpi: int = DPI) -> bytes:
    """Pictures as a PDF, a page each, packed as JPEG."""
    out = BytesIO()
    pages[0].save(out, "PDF", resolution=dpi, save_all=True, append_images=pages[1:])
    return out.getvalue()


def scanned(pdf: Path, into: Path) -> Path:
    """A PDF of the same pages as pictures only."""
    into.write_bytes(as_pdf(pages_of(pdf)))
    return into


def worn(pdf: Path, into: Path) -> Path:
    """A PDF of the same pages as an old scanner gives them: turned a little, blurred, coarse, as JPEG."""
    from PIL import Image, ImageFilter

    pages = []
    for page in pages_of(pdf):
        turned = page.rotate(0.4, resample=Image.Resampling.BICUBIC, fillcolor=255)
        blurred = turned.filter(ImageFilter.GaussianBlur(0.8))
        pages.append(blurred.resize((page.width * 3 // 4, page.height * 3 // 4), Image.Resampling.BILINEAR))
    into.write_bytes(as_pdf(pages, DPI * 3 // 4))
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
