"""Maps, lines and chains: what is drawn is what is known, and it stands where it belongs."""

from __future__ import annotations

import re

import pytest

from app.answers.asking.reading import vocabulary
from app.pages.drawing.chains import BOX_WIDTH, Label, Link, chains
from app.pages.drawing.maps import Region, draw, shade_of, steps
from app.pages.drawing.shapes import HEIGHT, WIDTH, Units, shapes
from app.pages.drawing.timelines import Answered, timeline

POINT = re.compile(r"M(\d+),(\d+)")


@pytest.mark.parametrize(("units", "count"), [("2020", 63), ("2025", 34)])
def test_every_place_has_a_shape_within_the_drawing(units: Units, count: int) -> None:
    found = shapes(units)
    known = {p.code if units == "2020" else p.unit_2025 for p in vocabulary().provinces.values()}
    assert {shape.code for shape in found} == known
    assert len(found) == count
    for shape in found:
        assert 0 < shape.middle[0] < WIDTH
        assert 0 < shape.middle[1] < HEIGHT
        assert all(0 <= int(x) <= WIDTH and 0 <= int(y) <= HEIGHT for x, y in POINT.findall(shape.path))


def test_a_unit_covers_its_provinces() -> None:
    old = {shape.code: _area(shape.path) for shape in shapes("2020")}
    for shape in shapes("2025"):
        members = [p.code for p in vocabulary().provinces.values() if p.unit_2025 == shape.code]
        assert _area(shape.path) == pytest.approx(sum(old[code] for code in members))


def _area(path: str) -> float:
    total = 0.0
    for ring in path.strip("z").split("z"):
        start, _, rest = ring[1:].partition("l")
        x, y = map(int, start.split(","))
        points = [(x, y)]
        for step in rest.split():
            dx, dy = map(int, step.split(","))
            x, y = x + dx, y + dy
            points.append((x, y))
        pairs = zip(points, [*points[1:], points[0]], strict=True)
        total += sum(a * d - c * b for (a, b), (c, d) in pairs) / 2
    return total


def test_a_map_shows_the_island_districts_as_their_provinces() -> None:
    regions = {code: Region(code, code, "echoed", "") for code in ("48", "56", "72")}
    found = draw("2020", regions)
    assert [drawn.region.code for drawn in found.regions] == ["48", "56", "72"]
    assert [(island.name, island.region.code) for island in found.islands] == [
        ("Hoàng Sa", "48"),
        ("Trường Sa", "56"),
    ]


def test_no_document_is_no_shade_of_some() -> None:
    shades = {shade for shade, _, _ in steps()}
    assert shade_of(0) not in shades
    for shade, first, last in steps():
        assert shade_of(first) == shade
        assert last is None or shade_of(last) == shade


@pytest.mark.parametrize("start", ["2020-03-31", "2020", None])
def test_days_stand_in_order_on_the_line(start: str | None) -> None:
    days = ["2020-04-10", "2020-04-01", "2020-04-01", "2020"]
    line = timeline(start, [Answered(str(at), f"p{at}", day, None) for at, day in enumerate(days)])
    assert line
    assert [each.answered.code for each in line.lines] == ["1", "2", "0"], "a year alone has no place on it"
    assert [each.at for each in line.lines] == sorted(each.at for each in line.lines)
    assert line.lines[-1].at == 100
    assert [(step.count, step.up) for step in line.steps] == [(2, 66.67), (3, 100)]
    assert line.curve.startswith("0,100")
    assert line.curve.endswith("100,0")


def test_an_answer_on_the_day_of_issue_is_at_the_start() -> None:
    line = timeline("2020-03-31", [Answered("01", "a", "2020-03-31", 0)])
    assert line
    assert [each.at for each in line.lines] == [0]


def test_nothing_answered_draws_nothing() -> None:
    assert timeline("2020-03-31", []) is None
    assert chains("a", [], {}) is None


def test_an_act_stands_right_of_the_one_that_it_takes_up() -> None:
    pairs = [("b", "a"), ("c", "b"), ("d", "b"), ("e", "a"), ("b", "a")]
    labels = {key: Label(key, "", "/") for key in "abcde"}
    found = chains("a", [Link(act, to, "cites", "", "/") for act, to in pairs], labels)
    assert found
    at = {node.key: (node.x, node.y) for node in found.nodes}
    assert set(at) == set("abcde")
    assert len(set(at.values())) == 5, "no box hides another"
    for act, to in pairs:
        assert at[act][0] >= at[to][0] + BOX_WIDTH
    assert len(found.arcs) == 4, "two pieces of evidence of one link are one line"
    assert found.width >= max(x for x, _ in at.values()) + BOX_WIDTH


def test_acts_that_cite_each_other_end() -> None:
    labels = {key: Label(key, "", "/") for key in "ab"}
    found = chains("a", [Link("b", "a", "cites", "", "/"), Link("a", "b", "cites", "", "/")], labels)
    assert found
    assert len(found.nodes) == 2
