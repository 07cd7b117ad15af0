"""References in a text that is sent in."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from fastapi import APIRouter, Query, Response

from app import urls
from app.answers.models.found import ReferenceFound, ReferencesFound
from app.answers.places.provinces import find_province
from app.answers.trying.references import resolve_references
from app.deps import StoreGiven
from app.problems import documented
from app.routes.params import ProvinceFilter, iso
from app.text_body import SentText, text_documented

router = APIRouter(prefix="/references", tags=["references"])


@router.post("/resolve", name="resolve", responses=documented(404, 413, 415), openapi_extra=text_documented())
def resolve(
    store: StoreGiven,
    response: Response,
    text: SentText,
    province: ProvinceFilter = None,
    date: Annotated[dt.date | None, Query(description="The day of the text, where it states none")] = None,
) -> ReferencesFound:
    """Every reference in any Vietnamese text: its span, and the act meant, those it may mean, or none here.

    `province` tells whose numbers are meant where the text does not say it. Nothing of the text is kept.
    """
    code = find_province(province).code if province else None
    answer = resolve_references(store, text, province=code, date=iso(date))
    response.headers["Cache-Control"] = "no-store"
    return answer.model_copy(update={"references": [_linked(each) for each in answer.references]})


def _linked(found: ReferenceFound) -> ReferenceFound:
    """With the addresses of the acts, as data."""
    url = urls.directive(found.directive.key) if found.directive else None
    candidates = [act.model_copy(update={"url": urls.directive(act.key)}) for act in found.candidates]
    return found.model_copy(update={"url": url, "candidates": candidates})
