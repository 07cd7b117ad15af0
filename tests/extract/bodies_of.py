"""The bodies of a text, with a letterhead given instead of read."""

from __future__ import annotations

from ingest.documents import Letterhead, Level, Mention, Stated
from ingest.extract.bodies.find import find_bodies
from tests.extract.reading_of import reading_of


def letterhead_of(issuer: str = "ubnd-tinh", level: Level = "province", province: str = "40") -> Letterhead:
    """A letterhead that states issuer, level and province."""
    return Letterhead(
        issuer=Stated(issuer, 0, 1, "x", "test"), level=level, province=Stated(province, 0, 1, "x", "test")
    )


def bodies_of(text: str, head: Letterhead | None = None) -> tuple[Mention, ...]:
    """The BODY mentions of a text without references; a provincial act unless told."""
    return find_bodies(reading_of(text), head or letterhead_of(), ())
