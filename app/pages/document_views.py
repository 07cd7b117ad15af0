"""Pages of documents: the list, the reader, the relations of one (lược đồ)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request, Response

from app import urls
from app.answers.asking.reading import vocabulary
from app.answers.correcting.corrections import DECIDABLE
from app.answers.echoing.echoes import LEVELS
from app.answers.models.found import Direction, RelationRow
from app.answers.models.held import Annotation, DocumentDetail, DocumentSummary
from app.answers.places import provinces
from app.answers.sources import documents
from app.answers.sources.relations import Relation, relations
from app.deps import SettingsGiven, StoreGiven
from app.guard import writing_of
from app.pages.as_data import Rows, shown
from app.pages.citing import citation
from app.pages.decide_views import SETTABLE, corrections
from app.pages.marking import Mark, marked
from app.pages.names import province_name
from app.pages.reader import ALL_KINDS, kind_of, kinds_asked, parts_of, window_at
from app.pages.texts import Texts, language_of, texts

router = APIRouter(include_in_schema=False)
NOT_PLACED = "?"
FIRST = 20  # relations of each direction where both are shown


@dataclass(frozen=True, slots=True)
class Filters:
    """Which documents to list; an empty field of the form is no filter."""

    province: Annotated[str, Query(max_length=100)] = ""
    doc_type: Annotated[str, Query(max_length=100)] = ""
    level: Annotated[str, Query(max_length=20)] = ""
    since: Annotated[str, Query(max_length=10)] = ""
    until: Annotated[str, Query(max_length=10)] = ""

    def given(self) -> dict[str, str]:
        """Those that are set, as they stand in the address."""
        return {name: value for name in self.__slots__ if (value := getattr(self, name))}


@router.get("/documents")
def held(
    request: Request,
    store: StoreGiven,
    settings: SettingsGiven,
    filters: Annotated[Filters, Depends()],
    cursor: str | None = None,
) -> Response:
    """The documents held, by province, kind, level and date."""
    given = filters.given()
    place = provinces.find_province(given["province"]) if given.get("province", "?") != NOT_PLACED else None
    if place:
        given["province"] = place.code
    answer = documents.list_documents(store, **given, cursor=cursor, limit=settings.page_limit)
    return shown(
        request,
        "documents.html",
        answer,
        Rows(DocumentSummary, answer.items),
        given=given,
        place=place,
        provinces=sorted(vocabulary().provinces.values(), key=lambda row: row.code),
        doc_types=[row.name for row in vocabulary().doc_types],
        levels=("central", *LEVELS),
    )


@dataclass(frozen=True, slots=True)
class Opened:
    """Where the reader is opened, and which kinds of marks it shows."""

    start: Annotated[int | None, Query(ge=0)] = None
    end: Annotated[int | None, Query(ge=0)] = None
    kind: Annotated[list[str] | None, Query(max_length=20)] = None

    def span(self, length: int) -> tuple[int, int] | None:
        """The span in a text of that length; None where there is none."""
        if self.start is None or self.end is None or not self.start < self.end <= length:
            return None
        return self.start, self.end


@router.get("/documents/{id}")
def document(
    request: Request,
    store: StoreGiven,
    settings: SettingsGiven,
    id: str,
    opened: Annotated[Opened, Depends()],
) -> Response:
    """The reader: the text whole, with what it states marked and listed; opens at a span."""
    answer = documents.document(store, id)
    span, kinds = opened.span(len(answer.text)), kinds_asked(opened.kind or ())
    starts = [p.start for p in answer.provisions]
    part = window_at(len(answer.text), opened.start or 0, starts)
    listed = [s for s in answer.statements if s.start is not None and kind_of(s.type, s.detail) in kinds]
    inside = [s for s in listed if part.start <= (s.start or 0) < part.end]
    link = _opening(request, opened)
    marks = [Mark(s.start or 0, s.end or 0, kind_of(s.type, s.detail)) for s in listed]
    return shown(
        request,
        "document.html",
        answer,
        Rows(Annotation, answer.statements),
        alternate=urls.document(answer.document.id),
        part=part,
        text=marked(answer.text, marks, part, span, link),
        inside=inside,
        link=link,
        kinds=kinds if len(kinds) < len(ALL_KINDS) else (),
        counts=_counts(answer, part.start, part.end),
        kind_of=kind_of,
        target=span,
        chosen=[s for s in answer.statements if span and (s.start, s.end) == span],
        rejected_here=[s for s in answer.rejected if span and (s.start, s.end) == span],
        cite=citation(_words(request), answer, span, str(request.base_url)),
        writing=writing_of(request, settings),
        decidable=DECIDABLE,
        corrections=corrections,
        settable=SETTABLE,
        province_name=province_name,
        page_at=_with_kinds(answer.document.id, opened),
        cuts=parts_of(len(answer.text), starts) if part.of > 1 else [],
        outline=[p for p in answer.provisions if p.parent is None and part.start <= p.start < part.end],
    )


def _with_kinds(id: str, opened: Opened) -> str:
    """The reader with the kinds that are shown, without a span."""
    query = urlencode([("kind", kind) for kind in opened.kind or ()])
    return f"{urls.document_page(id)}?{query}" if query else urls.document_page(id)


def _words(request: Request) -> Texts:
    asked = request.query_params.get("lang")
    return texts(language_of(asked, request.headers.get("accept-language", "")))


def _opening(request: Request, opened: Opened) -> Callable[[int, int], str]:
    """A span -> this page opened there, as a short address within it; language and kinds stay."""
    lang = request.query_params.get("lang")
    kept = [("kind", kind) for kind in opened.kind or ()] + ([("lang", lang)] if lang else [])
    tail = f"&{urlencode(kept)}" if kept else ""

    def link(start: int, end: int) -> str:
        return f"?start={start}&end={end}{tail}#{urls.anchor(start, end)}"

    return link


def _counts(answer: DocumentDetail, start: int, end: int) -> list[tuple[str, int]]:
    """How many statements of each kind begin within a part, kinds without any left out."""
    found = [
        kind_of(s.type, s.detail) for s in answer.statements if s.start is not None and start <= s.start < end
    ]
    return [(kind, found.count(kind)) for kind in ALL_KINDS if kind in found]


@router.get("/documents/{id}/relations")
def related(
    request: Request,
    store: StoreGiven,
    settings: SettingsGiven,
    id: str,
    direction: Direction | None = None,
    relation: Relation | None = None,
    cursor: str | None = None,
) -> Response:
    """Relations of a document (lược đồ): what it cites, and who cites its act, with a quote each."""
    summary = documents.document_summaries(store, [documents.find_document(store, id)])[0]
    sides: tuple[Direction, ...] = (direction,) if direction else ("out", "in")
    limit = settings.page_limit if direction else FIRST
    found = [
        relations(store, summary.id, direction=side, relation=relation, cursor=cursor, limit=limit)
        for side in sides
    ]
    answer = found[0].model_copy(
        update={
            "items": [row for page in found for row in page.items],
            "total": sum(page.total for page in found),
            "next": found[0].next if direction else None,
            "synthetic": any(page.synthetic for page in found),
        }
    )
    return shown(
        request,
        "relations.html",
        answer,
        Rows(RelationRow, answer.items),
        document=summary,
        sides=list(zip(sides, found, strict=True)),
        direction=direction,
        relation=relation,
    )
