"""What a query in Cypher returned, drawn: its nodes on a ring, and the relationships between them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app import urls

MOST = 40  # nodes; more cannot be told apart
SIZE = 640  # units of the drawing, each side
_RING = 0.38  # of the side
_NAMES = ("number", "name", "label", "key", "id", "code")


@dataclass(frozen=True, slots=True)
class Dot:
    """A node as drawn; `page` is where its thing is shown, where there is such a page."""

    x: float
    y: float
    name: str
    label: str
    page: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """A relationship as drawn."""

    x1: float
    y1: float
    x2: float
    y2: float
    type: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing, and how many nodes were left out of it."""

    dots: list[Dot]
    lines: list[Line]
    left_out: int


def drawn(rows: Iterable[Iterable[Any]]) -> Drawn | None:
    """The drawing of the nodes and relationships among the values; None where there are no nodes."""
    nodes: dict[str, Mapping[str, Any]] = {}
    lines: dict[str, Mapping[str, Any]] = {}
    for thing in (thing for row in rows for value in row for thing in _things(value)):
        (nodes if thing["kind"] == "node" else lines)[str(thing["id"])] = thing
    if not nodes:
        return None
    shown = list(nodes.items())[:MOST]
    places = {id: _place(at, len(shown)) for at, (id, _) in enumerate(shown)}
    return Drawn(
        dots=[_dot(node, *places[id]) for id, node in shown],
        lines=[
            Line(*places[str(line["start"])], *places[str(line["end"])], type=str(line["type"]))
            for line in lines.values()
            if str(line["start"]) in places and str(line["end"]) in places
        ],
        left_out=len(nodes) - len(shown),
    )


def name_of(node: Mapping[str, Any]) -> str:
    """What a node is called: its number, name or key, cut."""
    properties = node["properties"]
    found = next((str(properties[name]) for name in _NAMES if properties.get(name)), str(node["id"]))
    return found if len(found) <= 24 else f"{found[:23]}…"


def page_of(node: Mapping[str, Any]) -> str | None:
    """Where the thing of a node is shown to readers."""
    label, properties = (node["labels"] or [""])[0], node["properties"]
    key = properties.get("key") or properties.get("id") or properties.get("code")
    if not isinstance(key, str):
        return None
    return urls.document_page(key) if label == "Document" else urls.target_page(label, key)


def _things(value: Any) -> Iterator[Mapping[str, Any]]:
    """The nodes and relationships within a value."""
    if isinstance(value, list):
        for part in value:
            yield from _things(part)
    elif isinstance(value, Mapping):
        kind = value.get("kind")
        if kind in ("node", "relationship"):
            yield value
        elif kind == "path":
            yield from _things(value["nodes"])
            yield from _things(value["relationships"])


def _place(at: int, of: int) -> tuple[float, float]:
    turn = 2 * math.pi * at / of - math.pi / 2
    ring = SIZE * _RING if of > 1 else 0
    return round(SIZE / 2 + ring * math.cos(turn), 1), round(SIZE / 2 + ring * math.sin(turn), 1)


def _dot(node: Mapping[str, Any], x: float, y: float) -> Dot:
    return Dot(x, y, name_of(node), (node["labels"] or [""])[0], page_of(node))
