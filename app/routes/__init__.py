"""HTTP, one module a resource. A route checks, asks one question, and shapes one response."""

from __future__ import annotations

from fastapi import APIRouter, Depends, FastAPI

from app import urls
from app.known_parameters import known_parameters
from app.routes import (
    bodies,
    compare,
    coverage,
    cypher,
    decisions,
    directives,
    documents,
    duplicates,
    formulas,
    measures,
    new,
    provenance,
    provinces,
    references,
    search,
    service,
    unresolved,
    wanted,
)


def install(app: FastAPI) -> None:
    """Put every resource under /v1, and the service's own addresses at the root."""
    api = APIRouter(prefix=urls.API, dependencies=[Depends(known_parameters)])
    for module in (
        directives,
        provinces,
        measures,
        bodies,
        compare,
        documents,
        duplicates,
        provenance,
        search,
        references,
        unresolved,
        coverage,
        new,
        wanted,
        formulas,
        decisions,
        cypher,
    ):
        api.include_router(module.router)
    app.include_router(api)
    app.include_router(service.router)
