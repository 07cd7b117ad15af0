"""Pages about the service: what a kind of problem means, the API in words."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request, Response

from app.pages.api_page import operations
from app.pages.render import page
from app.problems import kinds

router = APIRouter(include_in_schema=False)


@router.get("/problems/{kind}")
def problem_kind(request: Request, kind: str) -> Response:
    """What a kind of problem means: the `type` of a problem leads here."""
    known = kinds().get(kind)
    if known is None:
        raise HTTPException(404)
    return page(request, "problem_kind.html", kind=kind, code=known[0], title=known[1])


@router.get("/docs")
def docs(request: Request) -> Response:
    """The API in words; whole without network."""
    spec = request.app.openapi()
    return page(request, "docs.html", alternate="/openapi.json", spec=spec, operations=operations(spec))
