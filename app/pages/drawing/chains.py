"""Chains of acts (lược đồ): who takes up whom, in layers from the directive to the right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

COLUMN, ROW = 250, 58  # distances of the drawing
BOX_WIDTH, BOX_HEIGHT = 196, 44
MOST = 60  # acts; what is more is told by number


@dataclass(frozen=True, slots=True)
class Link:
    """One act takes up another, with the words that do."""

    act: str
    to: str
    how: str
    quote: str
    href: str


@dataclass(frozen=True, slots=True)
class Label:
    """How an act is called in the drawing: its number, and whose and of when it is."""

    name: str
    note: str
    href: str


@dataclass(frozen=True, slots=True)
class Node:
    """An act with the upper left corner of its box."""

    key: str
    label: Label
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Arc:
    """A link between two boxes."""

    link: Link
    start: tuple[int, int]
    end: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Chains:
    """The whole drawing; `left_out` acts had no room in it."""

    nodes: Sequence[Node]
    arcs: Sequence[Arc]
    width: int
    height: int
    left_out: int


def chains(root: str, links: Iterable[Link], labels: Mapping[str, Label]) -> Chains | None:
    """The acts of these links in layers by their distance from the root; None where there is no link."""
    found = list({(link.act, link.to): link for link in links}.values())
    if not found:
        return None
    order = _walk(root, found)
    shown = order[:MOST]
    places = _places(shown)
    nodes = [Node(key, labels[key], *places[key]) for key, _ in shown]
    arcs = [_arc(link, places) for link in found if link.act in places and link.to in places]
    return Chains(
        nodes,
        arcs,
        max(x for x, _ in places.values()) + BOX_WIDTH,
        max(y for _, y in places.values()) + BOX_HEIGHT,
        len(order) - len(shown),
    )


def _walk(root: str, links: Sequence[Link]) -> list[tuple[str, int]]:
    """Every act that leads to the root, each once with its distance, each after the act that it takes up."""
    order: list[tuple[str, int]] = []
    waiting, seen = [(root, 0)], {root}
    while waiting:
        key, depth = waiting.pop()
        order.append((key, depth))
        above = sorted({link.act for link in links if link.to == key} - seen, reverse=True)
        seen.update(above)
        waiting += [(act, depth + 1) for act in above]
    return order


def _places(order: Sequence[tuple[str, int]]) -> dict[str, tuple[int, int]]:
    """An act stands right of the one that it takes up; the next one of the same in the row below."""
    places: dict[str, tuple[int, int]] = {}
    row, last = 0, -1
    for key, depth in order:
        if depth <= last:
            row += 1
        places[key] = depth * COLUMN, row * ROW
        last = depth
    return places


def _arc(link: Link, places: Mapping[str, tuple[int, int]]) -> Arc:
    (x, y), (u, v) = places[link.to], places[link.act]
    return Arc(link, (x + BOX_WIDTH, y + BOX_HEIGHT // 2), (u, v + BOX_HEIGHT // 2))
