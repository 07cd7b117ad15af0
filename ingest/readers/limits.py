"""What reading a file may cost, and how its pictures are read: settings of the caller's."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ocr:
    """How pages that are pictures are read (nhận dạng ký tự quang học).

    pages: of one file at most. pixels: of one page at most; a page of a PDF is drawn smaller, a picture
    refused. seconds: that one page may take. confidence: below it (0 to 100) a page is named in the remarks.
    languages: Tesseract's names of its language data, joined by "+".
    """

    pages: int = 200
    pixels: int = 50_000_000
    seconds: float = 60.0
    confidence: float = 75.0
    languages: str = "vie"
