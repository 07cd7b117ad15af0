"""A box for queries in Cypher that only read: off unless it is switched on."""

from __future__ import annotations

import csv
import io
import json
from functools import cache
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request, Response
from pydantic import BaseModel, Field

from app.answers.asking.reading import queries
from app.answers.cypher import (
    CypherAnswer,
    CypherBusy,
    CypherDesk,
    CypherRefused,
    CypherTooLarge,
    CypherTooSlow,
)
from app.deps import SettingsGiven, StoreGiven
from app.formats import CSV_TYPE, Format
from app.guard import check_write_with, writing_of
from app.pages.as_data import wanted
from app.pages.cypher_graph import SIZE, drawn, name_of, page_of
from app.pages.render import page
from app.problems import STATUSES, kind_of
from app.routes.cypher import CypherDisabled, desk_of
from app.settings import Settings
from app.sheet import BOM, cell
from graph.errors import TiengVangError
from graph.queries import Query
from graph.readonly_guard import check

router = APIRouter(include_in_schema=False)
# Folders of shipped queries that only read, and tell something to people.
FOLDERS = ("browse", "compare", "echo", "relations", "provenance", "check")
FIRST = "most_cited"
FILLED = {"limit": 25, "skip": 0}  # counts, which may not be null; every other parameter may


class Asked(BaseModel):
    """What the form asks."""

    query: str = Field(default="", max_length=100_000)
    parameters: str = Field(default="", max_length=100_000)
    key: str = Field(default="", max_length=1000)


def check_enabled(request: Request, settings: SettingsGiven) -> None:
    """Raises CypherDisabled unless the service takes Cypher."""
    if not settings.cypher:
        raise CypherDisabled(
            "this service takes no Cypher",
            where=request.url.path,
            todo="Start it with TIENGVANG_CYPHER=1, or use `tiengvang cypher` on its machine",
        )


@router.get("/cypher", dependencies=[Depends(check_enabled)])
def box(request: Request, settings: SettingsGiven, example: str = FIRST, query: str = "") -> Response:
    """The box, filled with a shipped query or with the one in the address; nothing is asked yet."""
    chosen = examples().get(example)
    asked = Asked(
        query=query or (chosen.text if chosen else ""), parameters="" if query else _template(chosen)
    )
    return _shown(request, settings, asked, None, None)


@router.post("/cypher", dependencies=[Depends(check_enabled)])
def ask(
    request: Request,
    store: StoreGiven,
    settings: SettingsGiven,
    desk: Annotated[CypherDesk, Depends(desk_of)],
    asked: Annotated[Asked, Form()],
) -> Response:
    """The rows of the query, or why it is not run."""
    check_write_with(request, settings, asked.key)
    query = asked.query.replace("\r\n", "\n")
    try:
        answer = desk.ask(store, query, _parameters(asked.parameters))
    except (CypherRefused, CypherTooSlow, CypherTooLarge, CypherBusy) as error:
        return _shown(request, settings, asked, None, error)
    form = wanted(request)
    if form is Format.CSV:
        return Response(_csv(answer), media_type=CSV_TYPE)
    if form is not None:
        return Response(answer.model_dump_json(), media_type="application/json")
    return _shown(request, settings, asked, answer, None)


@cache
def examples() -> dict[str, Query]:
    """The shipped queries that may be asked here, by name."""
    told = {
        name: query
        for name, query in sorted(queries().items())
        if query.path and query.path.parent.name in FOLDERS and query.columns
    }
    return {name: query for name, query in told.items() if _may_be_asked(query)}


def _may_be_asked(query: Query) -> bool:
    try:
        check(query.text, query.params)
    except CypherRefused:  # it asks the server: constraints, say
        return False
    return True


def _template(query: Query | None) -> str:
    """The parameters of a query, to be filled in; counts are, so that it runs as it stands."""
    if query is None or not query.params:
        return ""
    return json.dumps({name: FILLED.get(name) for name in query.params}, ensure_ascii=False, indent=1)


def _chosen(typed: str) -> str | None:
    """The name of the shipped query that stands in the box, if one does."""
    text = typed.replace("\r\n", "\n").strip()
    return next((name for name, query in examples().items() if query.text.strip() == text), None)


def _parameters(typed: str) -> dict[str, Any]:
    try:
        found = json.loads(typed) if typed.strip() else {}
    except (ValueError, RecursionError) as error:
        raise CypherRefused(f"no JSON: {error}", where="parameters", todo='Write {"code": "72"}') from error
    if not isinstance(found, dict):
        raise CypherRefused("parameters are an object", where="parameters", todo='Write {"code": "72"}')
    return found


def _shown(
    request: Request,
    settings: Settings,
    asked: Asked,
    answer: CypherAnswer | None,
    error: TiengVangError | None,
) -> Response:
    response = page(
        request,
        "cypher.html",
        status=STATUSES[kind_of(error)][0] if error else 200,
        answer=answer,
        asked=asked,
        error=error,
        examples=examples(),
        chosen=_chosen(asked.query),
        drawing=drawn(answer.rows) if answer else None,
        size=SIZE,
        name_of=name_of,
        page_of=page_of,
        writing=writing_of(request, settings),
        limits=settings,
    )
    response.headers["Cache-Control"] = "no-store"
    return response


def _csv(answer: CypherAnswer) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(answer.columns)
    writer.writerows([[cell(value) for value in row] for row in answer.rows])
    return BOM + out.getvalue()
