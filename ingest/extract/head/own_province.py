"""The province of the issuing body (tỉnh của cơ quan ban hành), where the text states it; never that of the
date line of
a central act."""

from __future__ import annotations

import re

from ingest.documents import Letterhead, Stated
from ingest.extract.head.lines import Piece, part_of
from ingest.extract.provinces import CITIES, Place, places
from ingest.extract.reading import Reading
from ingest.text.words import split

_BEHIND = 80  # characters behind the head that may tell what a name in it is

_LOCAL = re.compile(
    r"(?:tỉnh ủy|thành ủy"
    r"|(?:đảng bộ|ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân) (?:tỉnh|thành phố))\s+$"
)
_PORTAL = re.compile(
    r"(?:cong thong tin dien tu|trang thong tin dien tu|cong tttdt)\W+(?:cua )?(?:tinh|thanh pho)?"
)


def own_province(reading: Reading, head: Letterhead, pieces: list[Piece]) -> Stated | None:
    """The province by the names in the head, the place line, or the superior body that the text names."""
    if head.level == "central" or (head.issuer is None and not any(p.kind == "sender" for p in pieces)):
        return None
    above = _in_head(reading, pieces)
    senders = [p for p in pieces if p.kind == "sender"]
    if said := _in_pieces(reading, above, senders, "letterhead") or _in_place_line(reading, above, pieces):
        return said
    named = places(reading.words, reading.vocabulary)
    return (
        _of_issuer(reading, named, head) or _superior(reading, named, head) or _portal(reading, named, pieces)
    )


def _in_head(reading: Reading, pieces: list[Piece]) -> list[Place]:
    """The places named down to the end of the head: mostly enough, and a fraction of the text."""
    if not pieces:
        return []
    end = min(len(reading.view.text), pieces[-1].end + _BEHIND)
    return places(split(part_of(reading.view, 0, end)), reading.vocabulary)


def _in_pieces(reading: Reading, named: list[Place], pieces: list[Piece], rule: str) -> Stated | None:
    for piece in pieces:
        for place in named:
            if piece.start <= place.start < piece.end:
                return reading.stated(place.code, place.start, place.end, rule)
    return None


def _in_place_line(reading: Reading, named: list[Place], pieces: list[Piece]) -> Stated | None:
    """ "Tây Ninh, ngày …": the name right before the date, on a body's head that is not central."""
    for piece in pieces:
        if piece.kind not in ("date", "number"):
            continue
        for place in named:
            behind = reading.view.bare[place.end : place.end + 8]
            if piece.start <= place.start < piece.end and re.match(r"\s*,\s*ng", behind):
                return reading.stated(place.code, place.start, place.end, "place-line")
    return None


def _of_issuer(reading: Reading, named: list[Place], head: Letterhead) -> Stated | None:
    """The province in the words that name the issuer ("Ban Thường vụ Tỉnh ủy Tuyên Quang yêu cầu")."""
    codes: dict[str, Place] = {}
    for provision in reading.provisions:
        if provision.kind not in ("letterhead", "opening", "closing") or provision.parent is not None:
            continue
        start, end = reading.view.here(provision.start, provision.end)
        for place in named:
            if start <= place.start < end and _LOCAL.search(
                reading.view.key[max(0, place.start - 40) : place.start]
            ):
                codes.setdefault(place.code, place)
    if len(codes) != 1 or head.level == "district":
        return None
    place = next(iter(codes.values()))
    return reading.stated(place.code, place.start, place.end, "issuer-in-text")


def _superior(reading: Reading, named: list[Place], head: Letterhead) -> Stated | None:
    """Of a district: the one province whose committee the text names as its superior."""
    if head.level not in ("district", "commune"):
        return None
    found: dict[str, Place] = {}
    for place in named:
        before = reading.view.key[max(0, place.start - 40) : place.start]
        inside = reading.view.key[place.start : place.end]
        if (
            _LOCAL.search(before)
            or (
                place.code in CITIES
                and inside.startswith("thành phố")
                and re.search(r"(?:ubnd|nhân dân)\s+$", before)
            )
            or re.search(r"(?<!các )tỉnh\s+$", before)
        ):
            found.setdefault(place.code, place)
    if len(found) != 1:
        return None
    place = next(iter(found.values()))
    return reading.stated(place.code, place.start, place.end, "superior-in-text")


def _portal(reading: Reading, named: list[Place], pieces: list[Piece]) -> Stated | None:
    """A page of the province's own portal, whose head names it, reporting an act of the province."""
    for provision in reading.provisions[:8]:
        if provision.kind != "furniture":
            continue
        start, end = reading.view.here(provision.start, provision.end)
        for place in named:
            if start <= place.start < end and _PORTAL.search(reading.view.bare[start : place.start]):
                return reading.stated(place.code, place.start, place.end, "portal-of-province")
    return None
