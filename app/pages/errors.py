"""An error as a page, for who reads pages; programs get the problem as JSON."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import Request, Response

from app import urls
from app.pages.render import page
from app.problems import Problem

_FOR_PROGRAMS = (f"{urls.API}/", "/healthz", "/readyz", "/version", "/openapi.json")


def render(request: Request, problem: Problem, headers: Mapping[str, str]) -> Response | None:
    """The problem as a page; None where a program asks."""
    wants_page = "text/html" in request.headers.get("accept", "")
    if not wants_page or request.url.path.startswith(_FOR_PROGRAMS):
        return None
    return page(request, "problem.html", status=problem.status, headers=headers, problem=problem)
