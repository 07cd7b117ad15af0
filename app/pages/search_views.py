"""The search box: to the one act that a number means, to a choice of several, or to what holds the words."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from app import urls
from app.answers.acts.directives import directive_heads, find_directive
from app.answers.asking.errors import DirectiveUnknown, NumberInvalid
from app.answers.models.acts import Found, Several
from app.answers.models.found import SearchHit
from app.answers.searching.search import search
from app.answers.searching.suggesting import suggestions
from app.deps import SettingsGiven, StoreGiven
from app.pages.as_data import Rows, shown, wanted
from app.pages.render import fragment, page

router = APIRouter(include_in_schema=False)
SHORT = 60  # characters; what is longer is no number of an act
Typed = Annotated[str, Query(max_length=300)]
Lang = Annotated[str | None, Query(max_length=20)]


@router.get("/search")
def find(
    request: Request,
    store: StoreGiven,
    settings: SettingsGiven,
    q: Typed = "",
    cursor: str | None = None,
    lang: Lang = None,
) -> Response:
    """What was typed, as a number first and as words else."""
    typed = " ".join(q.split())
    if not typed:
        return page(request, "search.html", answer=None, q="", near=[])
    act = _act(store, typed) if cursor is None and wanted(request) is None else None
    if isinstance(act, Found):
        query = f"?{urlencode({'lang': lang})}" if lang else ""
        return RedirectResponse(urls.directive_page(act.directive.key) + query, status_code=303)
    if isinstance(act, Several):
        return choice(request, store, act)
    answer = search(store, typed, cursor=cursor, limit=settings.page_limit)
    found = {hit.key for hit in answer.items}
    near = [] if cursor else [s for s in suggestions(store, typed).items if s.key not in found]
    return shown(request, "search.html", answer, Rows(SearchHit, answer.items), q=typed, near=near)


@router.get("/suggest")
def suggest(request: Request, store: StoreGiven, q: Typed = "") -> HTMLResponse:
    """A few things that what was typed may mean, as items of a list."""
    return fragment(request, "suggestions.html", answer=suggestions(store, q), q=q)


def choice(request: Request, store: StoreGiven, found: Several) -> Response:
    """The acts that a number may mean: nobody picks silently."""
    return page(
        request,
        "several.html",
        status=300,
        alternate=f"{urls.API}/directives?{urlencode({'number': found.number})}",
        answer=found,
        heads=directive_heads(store, [candidate.key for candidate in found.candidates]),
    )


def _act(store: StoreGiven, typed: str) -> Found | Several | None:
    """The act or acts of a number; None where what was typed is no number that is known."""
    if len(typed) > SHORT:
        return None
    try:
        return find_directive(store, typed)
    except (NumberInvalid, DirectiveUnknown):
        return None
