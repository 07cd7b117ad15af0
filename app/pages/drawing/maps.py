"""A map of provinces, each with what it shows: a class of colour, words, and where it leads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.pages.drawing.shapes import HEIGHT, ISLANDS, WIDTH, Units, shapes

HATCHED = "none"  # the class of a region without documents: hatched, never a colour
_STEPS = (1, 2, 5, 20)  # documents; a class of colour from each on


@dataclass(frozen=True, slots=True)
class Region:
    """What a province or unit shows. `shade` is a class of the style sheet."""

    code: str
    name: str
    shade: str
    words: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A region with its outline."""

    region: Region
    path: str


@dataclass(frozen=True, slots=True)
class Island:
    """An island district by name, as part of its province."""

    region: Region
    name: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Map:
    """All regions in code order, and the size of the drawing."""

    regions: Sequence[Drawn]
    islands: Sequence[Island]
    width: int = WIDTH
    height: int = HEIGHT


def draw(units: Units, regions: Mapping[str, Region]) -> Map:
    """The map of these regions, by code; what has no region is left out."""
    drawn = [Drawn(regions[shape.code], shape.path) for shape in shapes(units) if shape.code in regions]
    islands = [Island(regions[code], name, x, y) for code, name, x, y in ISLANDS if code in regions]
    return Map(drawn, islands)


def shade_of(documents: int) -> str:
    """The class of colour of a count of documents; hatched where there is none."""
    if not documents:
        return HATCHED
    return f"d{sum(1 for step in _STEPS if documents >= step)}"


def steps() -> list[tuple[str, int, int | None]]:
    """The classes of colour with the first and the last count of each; the last is open."""
    ends: list[int | None] = [step - 1 for step in _STEPS[1:]]
    return [
        (f"d{at}", first, last) for at, (first, last) in enumerate(zip(_STEPS, [*ends, None], strict=True), 1)
    ]
