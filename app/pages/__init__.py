"""Pages for readers: rendered on the server over the same answers, and whole without JavaScript."""

from __future__ import annotations

from fastapi import FastAPI

from app.pages import (
    compare_views,
    cypher_views,
    decide_views,
    directive_views,
    document_views,
    duplicate_views,
    errors,
    measure_views,
    overview,
    place_views,
    search_views,
    try_views,
    views,
)
from app.pages.render import STATIC, SecurityHeaders
from app.pages.static_files import Files


def install(app: FastAPI) -> None:
    """Serve pages and their style sheet; errors of pages are pages, too."""
    app.state.render_problem = errors.render
    app.add_middleware(SecurityHeaders)
    app.mount("/static", Files(directory=STATIC), name="static")
    for module in (
        overview,
        compare_views,
        directive_views,
        document_views,
        decide_views,
        duplicate_views,
        place_views,
        measure_views,
        search_views,
        try_views,
        cypher_views,
        views,
    ):
        app.include_router(module.router)
