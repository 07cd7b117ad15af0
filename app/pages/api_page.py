"""The OpenAPI description as rows for a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that the API answers."""

    method: str
    path: str
    id: str
    tag: str
    summary: str
    parameters: tuple[Mapping[str, Any], ...]
    statuses: tuple[tuple[str, str], ...]


def operations(spec: Mapping[str, Any]) -> list[Operation]:
    """Every operation of an OpenAPI description, in its order."""
    return list(_operations(spec))


def _operations(spec: Mapping[str, Any]) -> Iterator[Operation]:
    for path, methods in spec["paths"].items():
        for method, found in methods.items():
            yield Operation(
                method.upper(),
                path,
                found["operationId"],
                (found.get("tags") or [""])[0],
                found.get("description", ""),
                tuple(found.get("parameters", ())),
                tuple((status, r["description"]) for status, r in found["responses"].items()),
            )
