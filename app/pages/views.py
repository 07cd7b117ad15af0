"""Pages over the answers: overview, a directive's echoes, the reader, comparison, evidence."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.responses import RedirectResponse

from app import urls
from app.answers import directives, documents, provinces
from app.answers.comparison import compare
from app.answers.echoes import echoes
from app.answers.front import front
from app.answers.models import Several
from app.answers.provenance import provenance
from app.deps import SettingsGiven, StoreGiven
from app.pages import reader
from app.pages.api_page import operations
from app.pages.render import page
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
    """The search box: to the one act that a number names, or to a choice."""
    found = directives.find_directive(store, number)
    if isinstance(found, Several):
        return _choice(request, found)
    query = f"?{urlencode({'lang': lang})}" if lang else ""
    return RedirectResponse(urls.directive_page(found.directive.key) + query, status_code=303)


@router.get("/directives/{number:path}")
def directive(request: Request, store: StoreGiven, number: str, evidence: int = EVIDENCE) -> Response:
    """Who echoed a directive, with the words that say so."""
    found = directives.find_directive(store, number)
    if isinstance(found, Several):
        return _choice(request, found)
    key = found.directive.key
    return page(
        request,
        "directive.html",
        alternate=urls.directive_echoes(key),
        answer=echoes(store, key, evidence),
        detail=directives.directive(store, key),
    )


def _choice(request: Request, found: Several) -> Response:
    query = urlencode({"number": found.number})
    return page(request, "several.html", status=300, alternate=f"{urls.API}/directives?{query}", answer=found)


@router.get("/documents")
def held(
    request: Request,
    store: StoreGiven,
    settings: SettingsGiven,
    cursor: str | None = None,
    province: str | None = None,
) -> Response:
    """The documents held, all or those of a province."""
    place = provinces.find_province(province) if province else None
    code = place.code if place else None
    answer = documents.list_documents(store, province=code, cursor=cursor, limit=settings.page_limit)
    alternate = urls.documents(code)
    return page(request, "documents.html", alternate=alternate, answer=answer, place=place)


@router.get("/documents/{id}")
def document(
    request: Request,
    store: StoreGiven,
    id: str,
    start: Annotated[int | None, Query(ge=0)] = None,
    end: Annotated[int | None, Query(ge=0)] = None,
) -> Response:
    """The reader: the text whole, with what it states marked; opens at a span."""
    answer = documents.document(store, id)
    shown = reader.window_at(len(answer.text), start or 0)
    span = (start, end) if start is not None and end is not None and start < end <= len(answer.text) else None
    return page(
        request,
        "document.html",
        alternate=urls.document(answer.document.id),
        answer=answer,
        window=shown,
        pieces=reader.pieces(answer.text, answer.statements, shown, span),
        kind_of=reader.kind_of,
        target=span,
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


@router.get("/provenance/{key}")
def evidence(request: Request, store: StoreGiven, settings: SettingsGiven, key: str) -> Response:
    """The evidence of one statement."""
    answer = provenance(store, key, settings.context_chars)
    return page(request, "provenance.html", alternate=urls.provenance(key), answer=answer)


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
