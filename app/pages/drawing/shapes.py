"""The provinces as shapes for a map: the 63 of 2020, and the 34 units of 2025 made of them.

Degrees become a plane by shortening longitudes for the middle of the country, and whole numbers there, so
that a border that two provinces share stays the same line on both sides.
"""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Literal

from app.answers.asking.reading import vocabulary

Units = Literal["2020", "2025"]
Point = tuple[int, int]
Ring = list[Point]
FILE = Path(__file__).parent / "provinces.geojson"
SCALE = 100  # units of the drawing a degree of latitude
WEST, NORTH = 102.1, 23.4  # the upper left corner, degrees
_SHORTER = math.cos(math.radians(16))  # a degree of longitude there, in degrees of latitude
WIDTH, HEIGHT = 980, 1490  # room for the island districts at the right
# The island districts have no shape in the source: beside the mainland, not to scale, as their provinces.
ISLANDS = (("48", "Hoàng Sa", 850, 700), ("56", "Trường Sa", 890, 1240))


@dataclass(frozen=True, slots=True)
class Shape:
    """A province or unit: its outline as an SVG path, and the middle of its largest part."""

    code: str
    path: str
    middle: Point


@cache
def shapes(units: Units) -> tuple[Shape, ...]:
    """Every province of 2020, or every unit of 2025, by code."""
    rings = _rings()
    if units == "2025":
        rings = _dissolved(rings)
    return tuple(Shape(code, _path(found), _middle(found)) for code, found in sorted(rings.items()))


def _rings() -> dict[str, list[Ring]]:
    """By code, the outlines of a province, each once around in the same sense."""
    found: dict[str, list[Ring]] = {}
    for feature in json.loads(FILE.read_text(encoding="ascii"))["features"]:
        geometry = feature["geometry"]
        parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        outlines = (_placed(ring) for part in parts for ring in part)
        found[feature["properties"]["code"]] = [ring for ring in outlines if len(ring) > 2]
    return found


def _placed(ring: Iterable[tuple[float, float]]) -> Ring:
    """An outline on the drawing: whole numbers, no point twice in a row, no closing point, clockwise."""
    points: Ring = []
    for east, north in ring:
        point = round((east - WEST) * _SHORTER * SCALE), round((NORTH - north) * SCALE)
        if not points or points[-1] != point:
            points.append(point)
    if points and points[0] == points[-1]:
        points.pop()
    return points if _area(points) >= 0 else points[::-1]


def _area(ring: Sequence[Point]) -> float:
    following = [*ring[1:], *ring[:1]]
    return sum(x * v - u * y for (x, y), (u, v) in zip(ring, following, strict=True)) / 2


def _dissolved(rings: Mapping[str, list[Ring]]) -> dict[str, list[Ring]]:
    """The outlines of the units: the borders between the provinces of one unit fall away."""
    members: dict[str, list[Ring]] = defaultdict(list)
    for code, found in rings.items():
        members[vocabulary().provinces[code].unit_2025] += found
    return {unit: _outline(found) for unit, found in members.items()}


def _outline(rings: Iterable[Ring]) -> list[Ring]:
    """The rings around an area: a line that is walked in both directions lies inside it."""
    steps = Counter((a, b) for ring in rings for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))
    onward: dict[Point, list[Point]] = defaultdict(list)
    for (a, b), times in steps.items():
        onward[a] += [b] * max(0, times - steps[b, a])
    found = []
    for start in sorted(onward):
        while onward[start]:
            ring = [start]
            while (following := onward[ring[-1]].pop()) != start:
                ring.append(following)
            if len(ring) > 2:
                found.append(ring)
    return found


def _path(rings: Iterable[Ring]) -> str:
    """Outlines as the data of one SVG path, steps relative to the point before."""
    parts = []
    for ring in rings:
        steps = (f"{x - u},{y - v}" for (u, v), (x, y) in pairwise(ring))
        parts.append(f"M{ring[0][0]},{ring[0][1]}l{' '.join(steps)}z")
    return "".join(parts)


def _middle(rings: Sequence[Ring]) -> Point:
    """The centre of the largest ring's area."""
    ring = max(rings, key=lambda each: abs(_area(each)))
    area = _area(ring) or 1
    pairs = list(zip(ring, [*ring[1:], ring[0]], strict=True))
    x = sum((a + c) * (a * d - c * b) for (a, b), (c, d) in pairs) / (6 * area)
    y = sum((b + d) * (a * d - c * b) for (a, b), (c, d) in pairs) / (6 * area)
    return round(x), round(y)
