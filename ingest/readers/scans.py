"""Pages that are pictures: drawn, read by OCR, handed on as lines with their places like those of a PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING

from ingest.errors import Unreadable
from ingest.readers.limits import Ocr
from ingest.readers.pdf_lines import PdfLine
from ingest.readers.tesseract import Word, read_lines

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfPage

DPI = 300  # that Tesseract's own makers advise
POINTS = 72  # an inch
_PLAUSIBLE = range(70, 1201)  # dots an inch that a picture may say of itself
_WIDE = 2.5  # widths of a letter: a gap that parts two columns
_FORMATS = ("JPEG", "PNG", "TIFF")


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """The lines of a page, in points from its lower left corner; its height; the mean confidence of its
    letters (0 to 100, None where none was read)."""

    lines: tuple[PdfLine, ...]
    height: float
    confidence: float | None


def read_page(page: PdfPage, ocr: Ocr) -> ScannedPage:
    """A page of a PDF, drawn and read. Raises Unreadable."""
    width, height = page.get_size()
    scale = min(DPI / POINTS, sqrt(ocr.pixels / max(width * height, 1)))
    return _read(page.render(scale=scale, grayscale=True).to_pil(), ocr, round(scale * POINTS))


def read_picture(raw: bytes, ocr: Ocr) -> Iterator[ScannedPage]:
    """The pages of a picture; a TIFF may have several. Raises Unreadable: broken, too large."""
    from PIL import UnidentifiedImageError

    try:
        with _opened(raw) as picture:
            frames = _frames(picture)
            refuse_many(frames, ocr)
            for number in range(frames):
                picture.seek(number)
                _refuse_large(picture.size, ocr)
                yield _read(picture, ocr, _dots(picture))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise Unreadable(f"a picture that is broken ({error})", todo="Scan it anew") from error


def pages_of_picture(raw: bytes) -> int:
    """How many pages a picture has, 1 where that cannot be told: Pillow is missing, or the picture broken."""
    try:
        with _opened(raw) as picture:
            return _frames(picture)
    except (ImportError, OSError, SyntaxError, ValueError):
        return 1


def _opened(raw: bytes) -> Image:
    """A picture of which nothing but its head is read yet."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # sizes are bounded here, before a picture is unpacked
    return Image.open(BytesIO(raw), formats=_FORMATS)


def _frames(picture: Image) -> int:
    """A TIFF's pages; the frames of an animation are none."""
    return int(getattr(picture, "n_frames", 1)) if picture.format == "TIFF" else 1


def refuse_many(pages: int, ocr: Ocr) -> None:
    """Raises Unreadable for more pages of pictures than are read."""
    if pages > ocr.pages:
        what = f"{pages:,} pages of pictures, over the limit of {ocr.pages:,} for OCR"
        raise Unreadable(what, todo="Raise TIENGVANG_OCR_PAGES, or split it")


def _refuse_large(size: tuple[int, int], ocr: Ocr) -> None:
    if size[0] * size[1] > ocr.pixels:
        what = f"a picture of {size[0]:,} × {size[1]:,} pixels, over the limit of {ocr.pixels:,}"
        raise Unreadable(what, todo="Raise TIENGVANG_OCR_PIXELS, or scan it with fewer dots an inch")


def _dots(picture: Image) -> int:
    said = picture.info.get("dpi", (0, 0))
    dots = round(float(said[1])) if isinstance(said, tuple) and len(said) == 2 else 0
    return dots if dots in _PLAUSIBLE else DPI


def _read(picture: Image, ocr: Ocr, dpi: int) -> ScannedPage:
    lines = read_lines(picture, ocr, dpi)
    scale, height = POINTS / dpi, picture.height * POINTS / dpi
    letters = sum(len(word.text) for line in lines for word in line)
    sure = sum(len(word.text) * word.confidence for line in lines for word in line)
    drawn = tuple(_line(line, scale, height) for line in lines)
    return ScannedPage(drawn, height, round(sure / letters, 1) if letters else None)


def _line(words: Sequence[Word], scale: float, height: float) -> PdfLine:
    first = words[0]
    return PdfLine(
        _text(words),
        first.left * scale,
        words[-1].right * scale,
        height - max(word.bottom for word in words) * scale,
        height - min(word.top for word in words) * scale,
        (first.right - first.left) * scale,
    )


def _text(words: Sequence[Word]) -> str:
    """The words with a blank between, four where the gap parts two columns."""
    letter = sum(word.right - word.left for word in words) / sum(len(word.text) for word in words)
    found = [words[0].text]
    for before, word in pairwise(words):
        found.append("    " if word.left - before.right > _WIDE * letter else " ")
        found.append(word.text)
    return "".join(found)
