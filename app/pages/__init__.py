"""Pages for readers: rendered on the server over the same answers, and whole without JavaScript."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from app.pages import document_views, errors, search_views, views
from app.pages.render import STATIC, SecurityHeaders


def install(app: FastAPI) -> None:
    """Serve pages and their style sheet; errors of pages are pages, too."""
    app.state.render_problem = errors.render
    app.add_middleware(SecurityHeaders)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    for module in (document_views, search_views, views):
        app.include_router(module.router)
