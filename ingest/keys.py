"""The keys of everything in the graph (design, section 2 rule 4): stable, readable, the same on every
machine."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from ingest.text.normalise import bare_of


@dataclass(frozen=True, slots=True)
class Place:
    """Where an act below the centre was issued: province code, unit below it, or unknown.

    `owner` is the document by which an unknown place is told from every other unknown place.
    """

    province: str | None = None
    unit: str | None = None
    owner: str | None = None

    @property
    def suffix(self) -> str:
        """`~72`, `~72.huyen-moc-chau`, or `~?` with 12 hex of the owner's id."""
        if self.province is None:
            return f"~?{(self.owner or '')[:12]}"
        return f"~{self.province}.{slug(self.unit)}" if self.unit else f"~{self.province}"


def slug(name: str) -> str:
    """A name as lower-case ASCII words joined by hyphens: `Phòng Y tế` -> `phong-y-te`."""
    return re.sub(r"[^a-z0-9]+", "-", bare_of(name)).strip("-")


def numbered_key(number: str, year: int | str, place: Place | None) -> str:
    """`NUMBER@YEAR`, with a place for acts below the centre: `172-TB/TW@2020`, `230-CV/TU@2021~72`."""
    return f"{number}@{year}{place.suffix if place else ''}"


def unnumbered_key(doc_type: str, body: str, date: str, place: Place | None) -> str:
    """`<type>-<body>@<ISO date>`: `ket-luan-ttg@2021-07-04`."""
    return f"{slug(doc_type)}-{body}@{date}{place.suffix if place else ''}"


def nameless_key(doc_type: str | None, document: str) -> str:
    """An act that states neither number nor date: known by the document that holds it, never merged."""
    return f"{slug(doc_type or 'van-ban')}@?{Place(owner=document).suffix}"


def provision_key(document: str, start: int, end: int) -> str:
    """`document:start-end`."""
    return f"{document}:{start}-{end}"


def body_key(body: str, province: str | None) -> str:
    """`btv-tu~72` for a body with a place, `byt` for one without."""
    return f"{body}~{province}" if province else body


def local_body(name: str) -> str:
    """`local:<slug>`: a body that has no row in the vocabulary."""
    return f"local:{slug(name)}"


def statement_key(document: str, kind: str, start: int | None, end: int | None, target: str) -> str:
    """First 32 hex of sha256 over document, relationship type, start, end and target key."""
    parts = (document, kind, "" if start is None else str(start), "" if end is None else str(end), target)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]
