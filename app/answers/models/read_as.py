"""How a file was read, as it is shown."""

from __future__ import annotations

from dataclasses import asdict

from pydantic import Field

from app.answers.models.shapes import Model
from ingest.read_as import ReadAs, Recognition


class OcrPage(Model):
    """A page that was a picture."""

    page: int = Field(description="Its number, from 1.")
    confidence: float | None = Field(description="0 to 100; null where no words were found.")


class OcrShown(Model):
    """How pages that are pictures were read (OCR)."""

    engine: str
    version: str
    languages: str = Field(description="The engine's language data, joined by +.")
    data: str = Field(description="A mark of the language data: 12 characters of its sha256.")
    confidence: float = Field(description="The engine's own, mean over the letters, 0 to 100.")
    pages: list[OcrPage]


class ReadAsShown(Model):
    """How a file was read: its encoding and conversions, its pages, what of it is the page's."""

    steps: list[str] = Field(description="The encoding and each conversion after it; none for UTF-8.")
    unit: str | None = Field(description="page or paragraph: what unit_starts counts.")
    unit_starts: list[int] = Field(description="Where each page or paragraph begins in the text.")
    furniture: list[list[int]] = Field(description="[start, end) of what is the page's and not the act's.")
    byte_map: bool = Field(description="Whether the way back from each character to its bytes is kept.")
    ocr: OcrShown | None = Field(description="Where pages are pictures that were read; else null.")


def read_as_shown(kept: str | None) -> ReadAsShown:
    """From what is kept with the document."""
    found = ReadAs.from_json(kept)
    return ReadAsShown(
        steps=list(found.steps),
        unit=found.unit,
        unit_starts=list(found.unit_starts),
        furniture=[list(span) for span in found.furniture],
        byte_map=found.byte_map is not None,
        ocr=_ocr(found.ocr) if found.ocr else None,
    )


def _ocr(found: Recognition) -> OcrShown:
    pages = [OcrPage(page=number, confidence=confidence) for number, confidence in found.pages]
    return OcrShown.model_validate({**asdict(found), "pages": pages})
