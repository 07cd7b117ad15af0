"""Cypher of one's own, read-only, for programs: off unless it is switched on."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from pydantic import ConfigDict, Field

from app.answers.cypher import CypherAnswer, CypherDesk
from app.answers.models.shapes import Model
from app.deps import SettingsGiven, StoreGiven
from app.guard import KeyRefused, WriteRefused, check_write
from app.problems import documented
from graph.errors import TiengVangError

router = APIRouter(tags=["cypher"])


class CypherDisabled(TiengVangError):
    """The service takes no Cypher unless it is told to."""


class CypherGiven(Model):
    """A query and what it is asked with."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "query": "MATCH (d:Document)-[:ISSUED_IN]->(:Province {code: $code}) RETURN d.number AS n",
                "parameters": {"code": "72"},
                "limit": 10,
            }
        },
    )

    query: str = Field(description="One query that reads: MATCH, WITH, UNWIND, CALL { … }, RETURN …")
    parameters: dict[str, Any] = Field(default={}, description="Values of its $parameters, all of them.")
    limit: int | None = Field(
        default=None, ge=1, description="Rows at the most; TIENGVANG_CYPHER_ROWS (1,000) if that is less."
    )


def check_allowed(request: Request, settings: SettingsGiven) -> None:
    """Lets who may write ask, too: a query costs the store more. Raises CypherDisabled and as for writes."""
    if not settings.cypher:
        raise CypherDisabled(
            "this service takes no Cypher",
            where=request.url.path,
            todo="Start it with TIENGVANG_CYPHER=1, or use `tiengvang cypher` on its machine",
        )
    try:
        check_write(request, settings)
    except (WriteRefused, KeyRefused) as error:
        what = error.what.replace("writing", "asking in Cypher")
        raise type(error)(what, where=error.where, todo=error.todo) from error


def desk_of(request: Request) -> CypherDesk:
    """Where this process asks its store."""
    desk: CypherDesk = request.app.state.cypher
    return desk


@router.post(
    "/cypher",
    name="run",
    dependencies=[Depends(check_allowed)],
    responses=documented(401, 403, 504),
    openapi_extra={"security": [{"bearer": []}, {"key": []}, {}]},
)
def run(
    store: StoreGiven,
    desk: Annotated[CypherDesk, Depends(desk_of)],
    given: CypherGiven,
    response: Response,
) -> CypherAnswer:
    """The rows of a query in Cypher that only reads. Off unless TIENGVANG_CYPHER=1.

    Refused are clauses that write, changes of the schema, procedures, LOAD CSV, commands to the server, plans
    and a second query; the store refuses writes as well. A query is ended after TIENGVANG_CYPHER_TIMEOUT
    seconds (5). Whoever may write may ask: this machine, or who has the key where one is set.
    """
    response.headers["Cache-Control"] = "no-store"
    return desk.ask(store, given.query, given.parameters, given.limit)
