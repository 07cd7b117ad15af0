"""How a file was read, as it is shown."""

from __future__ import annotations

from pydantic import Field

from app.answers.models.shapes import Model
from ingest.read_as import ReadAs


class ReadAsShown(Model):
    """How a file was read: its encoding and conversions, its pages, what of it is the page's."""

    steps: list[str] = Field(description="The encoding and each conversion after it; none for UTF-8.")
    unit: str | None = Field(description="page or paragraph: what unit_starts counts.")
    unit_starts: list[int] = Field(description="Where each page or paragraph begins in the text.")
    furniture: list[list[int]] = Field(description="[start, end) of what is the page's and not the act's.")
    byte_map: bool = Field(description="Whether the way back from each character to its bytes is kept.")


def read_as_shown(kept: str | None) -> ReadAsShown:
    """From what is kept with the document."""
    found = ReadAs.from_json(kept)
    return ReadAsShown(
        steps=list(found.steps),
        unit=found.unit,
        unit_starts=list(found.unit_starts),
        furniture=[list(span) for span in found.furniture],
        byte_map=found.byte_map is not None,
    )
