"""Values of a store as JSON has them: what JSON has no form for says what it is.

    {"kind": "node", "id": "…", "labels": ["Province"], "properties": {…}}
    {"kind": "relationship", "id": "…", "type": "CITES", "start": "…", "end": "…", "properties": {…}}
    {"kind": "path", "nodes": […], "relationships": […]}

Dates, times and durations are ISO 8601, bytes Base64; numbers that JSON lacks are "NaN", "Infinity",
"-Infinity". Ids hold within one answer: they tie relationships to their nodes, no more.
"""

from __future__ import annotations

import base64
import math
from typing import Any


def json_safe(value: Any) -> Any:
    """A value of the driver as JSON has it."""
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else _no_number(value)
    if isinstance(value, (bytes, bytearray)):
        return {"kind": "bytes", "base64": base64.b64encode(value).decode("ascii")}
    return _structure(value)


def _no_number(value: float) -> str:
    if math.isnan(value):
        return "NaN"
    return "Infinity" if value > 0 else "-Infinity"


def _structure(value: Any) -> Any:
    from neo4j import graph, spatial

    if isinstance(value, dict):
        return {str(name): json_safe(part) for name, part in value.items()}
    if isinstance(value, list):
        return [json_safe(part) for part in value]
    for kind, form in (
        (graph.Node, _node),
        (graph.Relationship, _relationship),
        (graph.Path, _path),
        (spatial.Point, _point),
    ):
        if isinstance(value, kind):
            return form(value)
    # Dates, times, durations; and what a later driver may bring, in its own words.
    return value.iso_format() if hasattr(value, "iso_format") else str(value)


def _path(value: Any) -> dict[str, Any]:
    edges = [_relationship(edge) for edge in value.relationships]
    return {"kind": "path", "nodes": [_node(node) for node in value.nodes], "relationships": edges}


def _point(value: Any) -> dict[str, Any]:
    return {"kind": "point", "srid": value.srid, "coordinates": [json_safe(part) for part in value]}


def _node(value: Any) -> dict[str, Any]:
    return {
        "kind": "node",
        "id": value.element_id,
        "labels": sorted(value.labels),
        "properties": _properties(value),
    }


def _relationship(value: Any) -> dict[str, Any]:
    start, end = (node.element_id if node is not None else None for node in value.nodes)
    return {
        "kind": "relationship",
        "id": value.element_id,
        "type": value.type,
        "start": start,
        "end": end,
        "properties": _properties(value),
    }


def _properties(value: Any) -> dict[str, Any]:
    return {name: json_safe(part) for name, part in sorted(value.items())}
