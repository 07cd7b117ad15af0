"""Parameters that several resources take, each checked and described once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Query, Request, Response

from app.answers.models.shapes import Page
from app.deps import SettingsGiven
from app.formats import FormatChosen, T, listed

Cursor = Annotated[
    str | None, Query(description="`next` of the page before; opaque", max_length=2000, examples=[None])
]
Since = Annotated[dt.date | None, Query(description="Only acts of this day or later")]
Until = Annotated[dt.date | None, Query(description="Only acts of this day or earlier")]
ProvinceFilter = Annotated[
    str | None,
    Query(description="Province: its name, with or without marks, or its code of 2020", max_length=100),
]


def _page_limit(
    settings: SettingsGiven,
    limit: Annotated[
        int | None, Query(ge=1, description="Rows a page; what is over the most is cut to it")
    ] = None,
) -> int:
    return min(limit or settings.page_limit, settings.page_limit_max)


def _evidence_limit(
    settings: SettingsGiven,
    evidence_limit: Annotated[
        int | None,
        Query(ge=0, le=10_000, description="Pieces of evidence each; the totals stand beside them"),
    ] = None,
) -> int:
    return settings.evidence_limit if evidence_limit is None else evidence_limit


PageLimit = Annotated[int, Depends(_page_limit)]
EvidenceLimit = Annotated[int, Depends(_evidence_limit)]


def iso(day: dt.date | None) -> str | None:
    """The date as answers write it."""
    return day.isoformat() if day else None


@dataclass(frozen=True, slots=True)
class ListGiven:
    """What every list takes: where to go on, how many rows, in which format."""

    request: Request
    response: Response
    limit: PageLimit
    form: FormatChosen
    cursor: Cursor = None

    def of(self, page: Page[T]) -> Page[T] | Response:
        """The page in the format asked for, with the way to the next."""
        return listed(self.request, self.response, page, self.form)


Listing = Annotated[ListGiven, Depends()]
