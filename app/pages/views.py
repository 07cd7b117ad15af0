"""Pages over the answers: overview, a directive's echoes, comparison."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.responses import RedirectResponse

from app import urls
from app.answers import directives, provinces
from app.answers.comparison import compare
from app.answers.echoes import echoes
from app.answers.front import front
from app.answers.models import Several
from app.deps import StoreGiven
from app.pages.api_page import operations
from app.pages.render import page
from app.pages.search_views import choice
from app.problems import kinds

router = APIRouter(include_in_schema=False)
EVIDENCE = 12  # pieces a province on a page; the rest is a link away
WORDS = 3  # pieces each in a comparison
SHOWN = 12
Lang = Annotated[str | None, Query(max_length=20)]


@router.get("/")
def home(request: Request, store: StoreGiven) -> Response:
    """What the corpus holds, and the way to a directive."""
    answer = front(store, SHOWN)
    return page(request, "home.html", alternate=f"{urls.API}/coverage", answer=answer)


@router.get("/directives")
def find(request: Request, store: StoreGiven, number: str = "", lang: Lang = None) -> Response:
    """The act of a number as an address: to the one act that it names, or to a choice."""
    found = directives.find_directive(store, number)
    if isinstance(found, Several):
        return choice(request, found)
    query = f"?{urlencode({'lang': lang})}" if lang else ""
    return RedirectResponse(urls.directive_page(found.directive.key) + query, status_code=303)


@router.get("/directives/{number:path}")
def directive(request: Request, store: StoreGiven, number: str, evidence: int = EVIDENCE) -> Response:
    """Who echoed a directive, with the words that say so."""
    found = directives.find_directive(store, number)
    if isinstance(found, Several):
        return choice(request, found)
    key = found.directive.key
    return page(
        request,
        "directive.html",
        alternate=urls.directive_echoes(key),
        answer=echoes(store, key, evidence),
        detail=directives.directive(store, key),
    )


@router.get("/compare")
def side_by_side(
    request: Request,
    store: StoreGiven,
    province: Annotated[list[str] | None, Query(max_length=10)] = None,
) -> Response:
    """Provinces side by side on measures."""
    asked = [provinces.find_province(each).code for each in province or [] if each]
    codes = list(dict.fromkeys(asked))
    query = urlencode({"province": codes}, doseq=True)
    return page(
        request,
        "compare.html",
        alternate=f"{urls.API}/compare?{query}" if codes else None,
        answer=compare(store, codes, evidence_limit=WORDS) if codes else None,
        choices=provinces.list_provinces(store, limit=100).items,
        codes=codes,
    )


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
