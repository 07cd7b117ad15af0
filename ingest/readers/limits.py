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


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost, so that a hostile one ends alone.

    part_bytes: of one member of a zip (docx, odt, archives), unpacked. members: of a zip. archive_bytes,
    ratio: an archive that unpacks to more bytes, and to so many times its size, is refused. pages,
    characters: of a PDF. depth: groups of RTF inside one another. seconds: for reading it. memory: bytes of
    address space of the process that reads it, where the system can hold it to that.
    """

    part_bytes: int = 64 * 1024**2
    members: int = 100_000
    archive_bytes: int = 256 * 1024**2
    ratio: int = 300  # texts pack to a tenth, and to a hundredth where they repeat
    pages: int = 5_000
    characters: int = 20_000_000
    depth: int = 500
    seconds: float = 120.0
    memory: int = 3 * 1024**3


_IN_FORCE = [Limits()]


def limits() -> Limits:
    """The limits in force in this process."""
    return _IN_FORCE[0]


def set_limits(given: Limits) -> None:
    """Reads under these limits from here on, here and in the process that reads apart."""
    _IN_FORCE[0] = given
