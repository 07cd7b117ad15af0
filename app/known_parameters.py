"""A parameter that a resource does not take is refused: it would be answered as if it had not been asked."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import Request
from fastapi.dependencies.models import Dependant
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute


def known_parameters(request: Request) -> None:
    """Raises RequestValidationError (422) that names each unknown parameter and those that are taken."""
    route = request.scope.get("route")
    if not isinstance(route, APIRoute):
        return
    taken = sorted(set(_taken(route.dependant)))
    strange = [name for name in request.query_params if name not in taken]
    if strange:
        told = f"not taken here; taken: {', '.join(taken) or 'none'}"
        raise RequestValidationError(
            [
                {"loc": ("query", name), "msg": told, "type": "extra_forbidden", "input": name}
                for name in strange
            ]
        )


def _taken(dependant: Dependant) -> Iterator[str]:
    """The names of the query parameters of a route and of all that it depends on."""
    yield from (field.alias for field in dependant.query_params)
    for below in dependant.dependencies:
        yield from _taken(below)
