"""An error as a page, for who reads pages; programs get the problem as JSON."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import Request, Response

from app import urls
from app.formats import Format
from app.pages.render import here_of, page
from app.problems import Problem

UNAVAILABLE = 503
_FOR_PROGRAMS = (f"{urls.API}/", "/healthz", "/readyz", "/version", "/openapi.json")


def render(request: Request, problem: Problem, headers: Mapping[str, str]) -> Response | None:
    """The problem as a page; None where a program asks."""
    wants_page = "text/html" in request.headers.get("accept", "") and not _wants_data(request)
    if not wants_page or request.url.path.startswith(_FOR_PROGRAMS):
        return None
    again = here_of(request) if problem.status == UNAVAILABLE and request.method == "GET" else None
    return page(request, "problem.html", status=problem.status, headers=headers, problem=problem, again=again)


def _wants_data(request: Request) -> bool:
    """Whether the address asks for data, whatever the browser would rather have."""
    return request.query_params.get("format") in set(Format)
