"""The statements of a document as W3C Web Annotations (Recommendation of 23 February 2017), in JSON-LD.

Each target is the document's text (`/v1/documents/{id}/text`) with two selectors that agree: the quote with
the words around it, and its position in code points. The context is named by its address, as the standard
asks, and kept in contexts/ for who has no network; `?context=inline` puts it into the answer instead.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, Literal

from app import urls
from app.answers.asking.cursors import cursor_after, key_of
from app.answers.asking.errors import CursorInvalid
from app.answers.models.held import Annotation
from app.answers.sources.documents import document
from graph.store import Store

MEDIA_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
CONTEXT_URL = "http://www.w3.org/ns/anno.jsonld"
CONTEXT_FILE = Path(__file__).parent / "contexts" / "anno.jsonld"
AROUND = 32  # code points before and after a quote, to find it in a text that has moved
ContextForm = Literal["reference", "inline"]
_PLACE = 10  # digits of a position in a cursor, so that cursors sort as positions do
_PURPOSE = {"CITES": "linking", "REUSES": "linking", "SHARES": "linking"}
_PATHS = {"Directive": urls.directive, "Province": urls.province, "Measure": urls.measure}


def annotation_page(
    store: Store, id: str, base: str, *, cursor: str | None, limit: int, context: ContextForm
) -> tuple[dict[str, Any], str | None]:
    """A page of annotations in the order of the text, and the cursor of the next.

    base: where the service answers, for addresses that hold outside of it. What no words state (a fact that a
    person added) has no place in a text and is not among them. Raises DocumentUnknown, CursorInvalid.
    """
    found = document(store, id)
    after = _after(cursor)
    placed = sorted((s for s in found.statements if s.quote is not None), key=_place)
    at = next((i for i, s in enumerate(placed) if _place(s) > after), len(placed))
    shown = placed[at : at + limit]
    following = cursor_after(_place(shown[-1])) if at + limit < len(placed) and shown else None
    own = base + urls.document_annotations(found.document.id)
    page: dict[str, Any] = {
        "@context": CONTEXT_URL if context == "reference" else inline_context(),
        "id": f"{own}?{urls.paging(cursor, limit)}",
        "type": "AnnotationPage",
        "partOf": {
            "id": own,
            "type": "AnnotationCollection",
            "label": found.document.number or found.document.act,
            "total": len(placed),
            "first": f"{own}?{urls.paging(None, limit)}",
        },
        "startIndex": at,
        "items": [annotation(found.document.id, found.text, statement, base) for statement in shown],
    }
    if following:
        page["next"] = f"{own}?{urls.paging(following, limit)}"
    return page, following


@cache
def inline_context() -> Any:
    """The context itself, for a reader that can fetch nothing."""
    return json.loads(CONTEXT_FILE.read_text(encoding="utf-8"))["@context"]


def page_documented() -> dict[int | str, dict[str, Any]]:
    """The `responses` of a page of annotations."""
    link = {
        "description": "rel=next leads to the next page; absent on the last",
        "schema": {"type": "string"},
    }
    schema = {
        "type": "object",
        "description": "An AnnotationPage of the Web Annotation Data Model",
        "required": ["@context", "id", "type", "partOf", "startIndex", "items"],
    }
    return {
        200: {
            "description": "One page of the annotations",
            "content": {MEDIA_TYPE: {"schema": schema}},
            "headers": {"Link": link},
        }
    }


def annotation(document: str, text: str, statement: Annotation, base: str) -> dict[str, Any]:
    """One statement of a document, whose words stand in its text, as an annotation of that text."""
    start, end = statement.start or 0, statement.end or 0
    return {
        "id": base + urls.provenance(statement.key),
        "type": "Annotation",
        "motivation": _PURPOSE.get(statement.type, "identifying"),
        "generator": {"id": f"{base}/version", "type": "Software", "name": "Tiếng Vang"},
        "body": [
            {
                "type": "SpecificResource",
                "source": _about(statement, base),
                "purpose": _PURPOSE.get(statement.type, "identifying"),
            },
            {
                "type": "TextualBody",
                "value": " ".join(part for part in (statement.type, statement.detail) if part),
                "format": "text/plain",
                "language": "en",
                "purpose": "tagging",
            },
        ],
        "target": {
            "type": "SpecificResource",
            "source": base + urls.document_text(document),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": text[start:end],
                    "prefix": text[max(0, start - AROUND) : start],
                    "suffix": text[end : end + AROUND],
                },
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        },
    }


def _about(statement: Annotation, base: str) -> str:
    """The address of what a statement is about; a body or a provision is known by the statement alone."""
    path = _PATHS.get(statement.target_label)
    return base + (path(statement.target) if path else f"{urls.provenance(statement.key)}#target")


def _place(statement: Annotation) -> str:
    start, end = statement.start or 0, statement.end or 0
    return f"{start:0{_PLACE}} {end:0{_PLACE}} {statement.key}"


def _after(cursor: str | None) -> str:
    key = key_of(cursor)
    if key and not key[:_PLACE].isdecimal():
        raise CursorInvalid(
            "this is no cursor of annotations", where=cursor, todo="Take it from `next`, unchanged"
        )
    return key
