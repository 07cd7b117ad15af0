"""Directives and who echoed them. A number holds slashes: plain, percent-encoded and `?number=` all work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from app import urls
from app.answers.acts import directives as answers
from app.answers.echoing.echoes import echoes as who_echoed
from app.answers.echoing.rows import EchoRow, echo_rows
from app.answers.models.acts import DirectiveDetail, DirectiveRow, Several
from app.answers.models.echoes import EchoAnswer
from app.answers.models.shapes import Page
from app.conditional import Conditional
from app.deps import StoreGiven
from app.formats import FormatChosen, listing_documented, table_documented, tabled
from app.problems import documented
from app.routes.params import EvidenceLimit, Listing, Since, Until, iso

router = APIRouter(prefix="/directives", tags=["directives"], route_class=Conditional)

NUMBER = (
    "As a person types it, in any spacing and case, with or without marks (`172-TB/TW`, `05/ct-ttg`); "
    "`05/CT-TTg@2020`, or a full key, picks one of several"
)
NumberPath = Annotated[str, Path(description=NUMBER, examples=["172-TB/TW"])]
Number = Annotated[str, Query(description=NUMBER, min_length=1, max_length=200, examples=["172-TB/TW"])]
Level = Literal["province", "department", "deconcentrated", "district", "commune"]
SEVERAL: dict[int | str, dict[str, Any]] = {
    300: {"model": Several, "description": "The number names several acts: pick one by its key"}
}


def several(found: Several, base: str = "") -> Response:
    """300 with the candidates, each with where its answer is, and no Location: nobody picks silently."""
    candidates = [c.model_copy(update={"url": urls.directive(c.key) + base}) for c in found.candidates]
    answer: BaseModel = found.model_copy(update={"candidates": candidates})
    return JSONResponse(answer.model_dump(mode="json"), status_code=300)


@dataclass(frozen=True, slots=True)
class Filters:
    """Which acts to list."""

    issuer: Annotated[str | None, Query(description="Id of the issuing body")] = None
    doc_type: Annotated[str | None, Query(description="Kind of act, `Chỉ thị`")] = None
    held: Annotated[bool | None, Query(description="Whether its text is held here")] = None
    central: Annotated[bool | None, Query(description="Whether a central body issued it")] = None
    cited: Annotated[
        bool | None, Query(description="Whether a text here cites it; with held=false: what is to be fetched")
    ] = None
    since: Since = None
    until: Until = None


@router.get(
    "",
    name="list",
    response_model=Page[DirectiveRow] | DirectiveDetail,
    responses=listing_documented() | SEVERAL | documented(404),
)
def list_(
    store: StoreGiven,
    listing: Listing,
    given: Annotated[Filters, Depends()],
    number: Annotated[
        str | None, Query(description=f"Answer as /directives/{{number}} does. {NUMBER}", max_length=200)
    ] = None,
) -> Page[DirectiveRow] | DirectiveDetail | Response:
    """All acts that are held, cited or catalogued, by key; with `number`, the one act that it names."""
    if number is not None:
        return _one(store, number)
    rows = answers.list_directives(
        store,
        issuer=given.issuer,
        doc_type=given.doc_type,
        held=given.held,
        central=given.central,
        cited=given.cited,
        since=iso(given.since),
        until=iso(given.until),
        cursor=listing.cursor,
        limit=listing.limit,
    )
    return listing.of(rows)


@dataclass(frozen=True, slots=True)
class EchoesAsked:
    """Whose echoes count, with how much evidence, as what."""

    request: Request
    form: FormatChosen
    limit: EvidenceLimit
    level: Annotated[list[Level] | None, Query(description="Levels that count; province unless asked")] = None

    def of(self, store: StoreGiven, number: str) -> EchoAnswer | Response:
        """Who echoed the act of a number; a sheet has a row for each piece of evidence shown."""
        found = answers.find_directive(store, number)
        if isinstance(found, Several):
            return several(found, "/echoes")
        answer = who_echoed(store, found.directive.key, self.limit, self.level or ["province"])
        return tabled(self.request, answer, EchoRow, echo_rows(answer), self.form)


AskedFor = Annotated[EchoesAsked, Depends()]


@router.get(
    "/echoes",
    name="echoes-by-number",
    response_model=EchoAnswer,
    responses=table_documented() | SEVERAL | documented(404),
)
def echoes_by_number(store: StoreGiven, number: Number, asked: AskedFor) -> EchoAnswer | Response:
    """Who echoed the directive, asked for by `?number=` where a proxy does not pass slashes."""
    return asked.of(store, number)


@router.get(
    "/{number:path}/echoes",
    name="echoes",
    response_model=EchoAnswer,
    responses=table_documented() | SEVERAL | documented(404),
)
def echoes(store: StoreGiven, number: NumberPath, asked: AskedFor) -> EchoAnswer | Response:
    """Who echoed the directive: every province with its state, how, since when, and the words that say so."""
    return asked.of(store, number)


@router.get("/{number:path}", name="get", response_model=DirectiveDetail, responses=SEVERAL | documented(404))
def get(store: StoreGiven, number: NumberPath) -> DirectiveDetail | Response:
    """One act: what it is known by, how often it is cited, and what the catalogue says of it."""
    return _one(store, number)


def _one(store: StoreGiven, number: str) -> DirectiveDetail | Response:
    found = answers.find_directive(store, number)
    if isinstance(found, Several):
        return several(found)
    return answers.directive(store, found.directive.key)
