"""How a file was read, kept beside its text: encoding, pages, page furniture, the way back to the bytes."""

from __future__ import annotations

import base64
import json
import zlib
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import accumulate
from typing import Literal, Self

Unit = Literal["page", "paragraph"]


@dataclass(frozen=True, slots=True)
class ByteMap:
    """The bytes of a source that each character of its converted text was made of.

    `ends[i]` is one past the last byte of character i; the first begins at byte 0 and none is left out.
    """

    ends: Sequence[int]

    @classmethod
    def of(cls, widths: Sequence[int]) -> Self:
        """The map of a text whose characters take so many bytes each."""
        return cls(array("L", accumulate(widths)))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The bytes [first, last) of the characters [start, end); `start < end` is required."""
        if not 0 <= start < end <= len(self.ends):
            raise ValueError(f"not a span of this text: [{start}, {end}) of {len(self.ends)}")
        return (self.ends[start - 1] if start else 0), self.ends[end - 1]

    def packed(self) -> str:
        """The map as text to keep: the widths, compressed."""
        widths = array("H", (b - a for a, b in zip([0, *self.ends], self.ends, strict=False)))
        return base64.b64encode(zlib.compress(widths.tobytes())).decode("ascii")

    @classmethod
    def unpacked(cls, text: str) -> Self:
        """The map from what `packed` made of it."""
        widths = array("H")
        widths.frombytes(zlib.decompress(base64.b64decode(text)))
        return cls.of(widths)


@dataclass(frozen=True, slots=True)
class Recognition:
    """How pages that are pictures were read (OCR): by which engine, with which languages, how surely.

    data: a mark of the language data, 12 hex of its sha256. confidence: the engine's own, mean over the
    letters, 0 to 100. pages: the number of each page that was read so, with its confidence; None: no words.
    """

    engine: str
    version: str
    languages: str
    data: str
    confidence: float
    pages: tuple[tuple[int, float | None], ...]

    @property
    def step(self) -> str:
        """The engine as a step of reading: another engine or other data is another reader."""
        return f"ocr {self.engine} {self.version} {self.languages} {self.data}"

    def remarks(self, least: float) -> tuple[str, ...]:
        """What people should know: that it is OCR, and which pages are below the confidence `least`."""
        count = "1 page" if len(self.pages) == 1 else f"{len(self.pages):,} pages"
        by = f"{self.engine} {self.version}, {self.languages}"
        found = [f"read by OCR ({by}): {count}, confidence {self.confidence:g} of 100"]
        poor = [f"{n} ({sure:g})" for n, sure in self.pages if sure is not None and sure < least]
        if poor:
            shown = ", ".join(poor[:10]) + (", …" if len(poor) > 10 else "")
            found.append(f"OCR is unsure (below {least:g} of 100) of page {shown}: compare with the scan")
        if empty := [str(n) for n, sure in self.pages if sure is None]:
            found.append(f"OCR found no words on page {', '.join(empty[:10])}")
        return tuple(found)


@dataclass(frozen=True, slots=True)
class ReadAs:
    """What a reader found out about a file beside its text.

    `steps` name the encoding and each conversion; `remarks` are for people: the evidence of a guess, pages
    without words. `furniture` are the spans of the page around the act, in order. `unit_starts[n]` is where
    page or paragraph n + 1 begins (`unit` says which). `ocr` is there where pictures were read. Offsets are
    code points of the text.
    """

    steps: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    furniture: tuple[tuple[int, int], ...] = ()
    unit: Unit | None = None
    unit_starts: tuple[int, ...] = ()
    byte_map: ByteMap | None = None
    ocr: Recognition | None = None

    def unit_at(self, offset: int) -> int | None:
        """The number, from 1, of the page or paragraph that holds a character; None where none are known."""
        return bisect_right(self.unit_starts, offset) or None

    def to_json(self) -> str | None:
        """As text to keep with the document; None where there is nothing to keep."""
        kept: dict[str, object] = {
            "steps": self.steps,
            "remarks": self.remarks,
            "furniture": self.furniture,
            "unit": self.unit,
            "unit_starts": self.unit_starts,
            "byte_map": self.byte_map.packed() if self.byte_map else None,
            "ocr": asdict(self.ocr) if self.ocr else None,
        }
        kept = {name: value for name, value in kept.items() if value}
        return json.dumps(kept, ensure_ascii=False, sort_keys=True) if kept else None

    @classmethod
    def from_json(cls, text: str | None) -> Self:
        """From what `to_json` kept."""
        kept = json.loads(text or "{}")
        byte_map, ocr = kept.get("byte_map"), kept.get("ocr")
        return cls(
            tuple(kept.get("steps", ())),
            tuple(kept.get("remarks", ())),
            tuple((start, end) for start, end in kept.get("furniture", ())),
            kept.get("unit"),
            tuple(kept.get("unit_starts", ())),
            ByteMap.unpacked(byte_map) if byte_map else None,
            Recognition(**{**ocr, "pages": tuple((n, sure) for n, sure in ocr["pages"])}) if ocr else None,
        )


PLAIN = ReadAs()  # read as it stands: UTF-8, nothing beside the text
