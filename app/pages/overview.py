"""The overview: what is held and what is not, on a map; what to fetch; what is new."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from app.answers.acts.unresolved_list import list_unresolved, unresolved_total
from app.answers.asking.reading import vocabulary
from app.answers.models.acts import UnresolvedCitation
from app.answers.models.found import NewItem
from app.answers.models.held import ProvinceSummary
from app.answers.places.provinces import find_province
from app.answers.surveying.coverage import coverage
from app.answers.surveying.front import front
from app.answers.surveying.news import what_is_new
from app.deps import SettingsGiven, StoreGiven
from app.pages.as_data import Rows, shown
from app.pages.drawing.maps import Region, draw, shade_of, steps
from app.pages.menu import place_page
from app.pages.render import texts_of
from app.pages.texts import Texts

router = APIRouter(include_in_schema=False)
SHOWN = 12
WEEK = dt.timedelta(days=7)
Units = Annotated[Literal["2020", "2025"], Query()]


@dataclass(frozen=True, slots=True)
class Place:
    """A province of 2020, or a unit of 2025 with all that its provinces hold."""

    code: str
    name: str
    documents: int
    first_on: str | None
    last_on: str | None
    members: Sequence[str]


@router.get("/")
def home(request: Request, store: StoreGiven, units: Units = "2020") -> Response:
    """What the corpus holds and does not, and the way to a directive."""
    answer = front(store, SHOWN)
    places = _places(answer.provinces, units)
    since = dt.datetime.now(dt.UTC).date() - WEEK
    words = texts_of(request)
    return shown(
        request,
        "home.html",
        answer,
        Rows(ProvinceSummary, answer.provinces),
        places=places,
        units=units,
        map=draw(units, {place.code: _region(place, words) for place in places}),
        steps=steps(),
        wanted=coverage(store, SHOWN),
        unresolved=unresolved_total(store),
        since=since.isoformat(),
        new=what_is_new(store, since, limit=1),
    )


@router.get("/unresolved")
def unresolved(
    request: Request,
    store: StoreGiven,
    settings: SettingsGiven,
    province: Annotated[str, Query(max_length=100)] = "",
    cursor: str | None = None,
) -> Response:
    """Citations that name an act and not which, with the acts that they may mean."""
    code = find_province(province).code if province else None
    answer = list_unresolved(store, province=code, cursor=cursor, limit=settings.page_limit)
    return shown(
        request,
        "unresolved.html",
        answer,
        Rows(UnresolvedCitation, answer.items),
        code=code,
        provinces=sorted(vocabulary().provinces.values(), key=lambda row: row.code),
    )


@router.get("/new")
def new(
    request: Request,
    store: StoreGiven,
    settings: SettingsGiven,
    since: Annotated[dt.date, Query()],
    cursor: str | None = None,
) -> Response:
    """Documents that came here since a day, and acts that no document here cited before."""
    answer = what_is_new(store, since, cursor=cursor, limit=settings.page_limit)
    return shown(request, "new.html", answer, Rows(NewItem, answer.items), since=since.isoformat())


def _region(place: Place, words: Texts) -> Region:
    held = words("compare.held", n=place.documents) if place.documents else words("state.no_documents")
    href = place_page(place.members[0]) if len(place.members) == 1 else None
    return Region(place.code, place.name, shade_of(place.documents), held, href if place.documents else None)


def _places(provinces: Sequence[ProvinceSummary], units: str) -> list[Place]:
    if units == "2020":
        return [Place(p.code, p.name, p.documents, p.first_on, p.last_on, [p.code]) for p in provinces]
    grouped: dict[str, list[ProvinceSummary]] = {}
    for province in provinces:
        grouped.setdefault(province.unit_2025, []).append(province)
    return [_unit(code, grouped[code]) for code in sorted(grouped)]


def _unit(code: str, members: Sequence[ProvinceSummary]) -> Place:
    return Place(
        code,
        members[0].unit_2025_name,
        sum(member.documents for member in members),
        min(_known(member.first_on for member in members), default=None),
        max(_known(member.last_on for member in members), default=None),
        [member.code for member in members],
    )


def _known(days: Iterable[str | None]) -> list[str]:
    return [day for day in days if day]
