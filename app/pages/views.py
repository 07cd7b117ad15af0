"""Pages over the answers: a directive's echoes, comparison, problems, the API."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Query, Request, Response

from app import urls
from app.answers import provinces
from app.answers.comparison import compare
from app.deps import StoreGiven
from app.pages.api_page import operations
from app.pages.render import page
from app.problems import kinds

router = APIRouter(include_in_schema=False)
EVIDENCE = 12  # pieces a province on a page; the rest is a link away
WORDS = 3  # pieces each in a comparison
Lang = Annotated[str | None, Query(max_length=20)]


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
