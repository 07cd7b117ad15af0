"""What every reader returns."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.read_as import PLAIN, ReadAs


@dataclass(frozen=True, slots=True)
class Rendered:
    """The text of a file, whole; the reader that read it, with its version; what it found beside it; and how
    many pages are pictures that it did not read."""

    text: str
    reader: str
    read_as: ReadAs = PLAIN
    pictures: int = 0
