"""Documents held."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from fastapi.responses import JSONResponse, PlainTextResponse

from app import annotations as web
from app.answers.models.found import Direction, RelationPage, RelationRow
from app.answers.models.held import DocumentDetail, DocumentSummary
from app.answers.models.shapes import Page
from app.answers.places.provinces import find_province
from app.answers.sources import documents as answers
from app.answers.sources.relations import Relation, relations
from app.conditional import Conditional
from app.deps import StoreGiven
from app.formats import link_next, listing_documented
from app.problems import documented
from app.routes.params import Cursor, Listing, PageLimit, Since, Until, iso


class AnnotationResponse(JSONResponse):
    """JSON-LD in the profile of Web Annotations."""

    media_type = web.MEDIA_TYPE


router = APIRouter(prefix="/documents", tags=["documents"], route_class=Conditional)
NOT_PLACED = "?"
DocumentId = Annotated[
    str, Path(description="Its id, or the first 8 or more characters of it", examples=["0a1b2c3d"])
]


@dataclass(frozen=True, slots=True)
class Filters:
    """Which documents to list."""

    province: Annotated[
        str | None, Query(description="Name or code of 2020; `?` for those that name none", max_length=100)
    ] = None
    doc_type: Annotated[str | None, Query(description="Kind of act, `Công văn`")] = None
    level: Annotated[str | None, Query(description="central, province, department, district, …")] = None
    since: Since = None
    until: Until = None


@router.get(
    "", name="list", response_model=Page[DocumentSummary], responses=listing_documented() | documented(404)
)
def list_(
    store: StoreGiven, listing: Listing, given: Annotated[Filters, Depends()]
) -> Page[DocumentSummary] | Response:
    """Documents held, by date (undated ones last), with where each came from."""
    named = given.province not in (None, NOT_PLACED)
    rows = answers.list_documents(
        store,
        province=find_province(given.province).code if given.province and named else given.province,
        doc_type=given.doc_type,
        level=given.level,
        since=iso(given.since),
        until=iso(given.until),
        cursor=listing.cursor,
        limit=listing.limit,
    )
    return listing.of(rows)


@router.get("/{id}", name="get", responses=documented(404))
def get(store: StoreGiven, id: DocumentId) -> DocumentDetail:
    """A document whole, by id or the first 8 or more characters of it: text, header, tree, statements."""
    return answers.document(store, id)


@router.get(
    "/{id}/text",
    name="text",
    response_class=PlainTextResponse,
    responses=documented(404),
)
def text(store: StoreGiven, id: DocumentId) -> PlainTextResponse:
    """The text alone, character for character: what all offsets count."""
    return PlainTextResponse(answers.document_text(store, id))


@router.get(
    "/{id}/relations",
    name="relations",
    response_model=RelationPage,
    responses=listing_documented() | documented(404),
)
def related(
    store: StoreGiven,
    id: DocumentId,
    listing: Listing,
    direction: Annotated[
        Direction | None, Query(description="out: what it cites; in: who cites its act; both unless given")
    ] = None,
    relation: Annotated[Relation | None, Query(description="Only this relation")] = None,
) -> Page[RelationRow] | Response:
    """Its relations (lược đồ), each with the words that state it: what it cites, then who cites its act."""
    page = relations(
        store, id, direction=direction, relation=relation, cursor=listing.cursor, limit=listing.limit
    )
    return listing.of(page)


@router.get(
    "/{id}/annotations",
    name="annotations",
    response_class=AnnotationResponse,
    responses=web.page_documented() | documented(404),
)
def annotated(
    request: Request,
    store: StoreGiven,
    id: DocumentId,
    limit: PageLimit,
    cursor: Cursor = None,
    context: Annotated[
        web.ContextForm,
        Query(description="inline: with the JSON-LD context itself, for a reader that can fetch nothing"),
    ] = "reference",
) -> AnnotationResponse:
    """All that its words state, as W3C Web Annotations: quote and position of each, on /text."""
    base = str(request.base_url).rstrip("/")
    page, following = web.annotation_page(store, id, base, cursor=cursor, limit=limit, context=context)
    return AnnotationResponse(page, headers=link_next(request, following))
