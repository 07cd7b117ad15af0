"""Every error over HTTP as an RFC 9457 problem: what happened, where, and what to do about it.

An error of ours becomes a problem by its class: the type is named for it, the status stands in `STATUSES`.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException

from app.answers.asking.errors import NotFound
from graph.errors import StoreError, TiengVangError

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER = 5  # seconds; a store that restarts is back by then

# By the name of the class or of its nearest ancestor that stands here.
STATUSES: Mapping[str, tuple[int, str]] = {
    "NumberInvalid": (422, "This is not the number of an act"),
    "NotFound": (404, "Nothing of that name here"),
    "DirectiveUnknown": (404, "No such directive"),
    "ProvinceUnknown": (404, "No such province"),
    "MeasureUnknown": (404, "No such measure"),
    "BodyUnknown": (404, "No such body"),
    "DocumentUnknown": (404, "No such document"),
    "FormulaUnknown": (404, "No such formula here"),
    "StatementUnknown": (404, "No such statement"),
    "DecisionUnknown": (404, "No such decision"),
    "DecisionInvalid": (422, "This cannot be decided"),
    "DecisionLogError": (503, "The log of decisions cannot be used"),
    "WriteRefused": (403, "This is for this machine only"),
    "KeyRefused": (401, "This needs the key of the service"),
    "CursorInvalid": (422, "This cursor is none of ours"),
    "FilterInvalid": (422, "A filter has a value that it cannot have"),
    "SearchInvalid": (422, "Nothing can be searched for with these words"),
    "TextInvalid": (422, "This text cannot be read"),
    "TextTooLarge": (413, "This text is too large"),
    "TextTypeUnknown": (415, "This kind of body is not taken"),
    "CypherDisabled": (403, "Cypher is not taken here"),
    "CypherRefused": (422, "This Cypher is not run"),
    "CypherTooLarge": (422, "This Cypher asks for more than the store can hold"),
    "CypherTooSlow": (504, "This Cypher takes too long"),
    "CypherBusy": (503, "Other Cypher is under way"),
    "BriefingMissing": (501, "The library for this kind of file is not installed"),
    "StoreLocked": (503, "Another process holds the store"),
    "StoreUnavailable": (503, "The store does not answer"),
    "StoreUrlInvalid": (503, "The URL of the store is none"),
    "EmbeddedMissing": (503, "The embedded engine is not installed"),
    "EmbeddedFailed": (503, "The embedded engine could not open its folder"),
    "StoreRefused": (503, "The store refused the user or the password"),
    "SchemaOutdated": (503, "The store lacks the schema"),
    "QueryFailed": (500, "The store refused a statement"),
    "StoreError": (503, "The store does not answer"),
    "TiengVangError": (500, "Something of ours failed"),
}

log = logging.getLogger(__name__)


class FieldProblem(BaseModel):
    """One value of the request that does not fit."""

    where: str = Field(description="Place in the request, `query.limit`", examples=["query.limit"])
    what: str = Field(description="What is wrong with it")


class Problem(BaseModel):
    """An error in the shape of RFC 9457 (Problem Details for HTTP APIs)."""

    model_config = ConfigDict(extra="allow")

    type: str = Field(description="Names the kind of problem", examples=["/problems/directive-unknown"])
    title: str = Field(description="The kind of problem in words; the same for every one of its type")
    status: int = Field(description="The HTTP status", examples=[404])
    detail: str = Field(description="What happened here, and what to do about it")
    instance: str = Field(description="The path that was asked for")
    errors: list[FieldProblem] | None = Field(
        default=None, description="Of an invalid request: each value at fault"
    )
    suggestions: list[str] | None = Field(
        default=None, description="Of an unknown name: those that come near it"
    )


Render = Callable[[Request, Problem, Mapping[str, str]], Response | None]


def as_json(found: Problem, headers: Mapping[str, str]) -> Response:
    """The problem as a program reads it."""
    body = found.model_dump(exclude_none=True)
    return JSONResponse(body, found.status, headers=dict(headers), media_type=MEDIA_TYPE)


def respond(request: Request, found: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """The problem as the one who asked can read it: a page for a reader of pages, else JSON."""
    render: Render | None = getattr(request.app.state, "render_problem", None)
    page = render(request, found, headers or {}) if render else None
    return page or as_json(found, headers or {})


def kind_of(error: TiengVangError) -> str:
    """The name in `STATUSES` of an error of ours: its class or the nearest ancestor that is listed."""
    return next(cls.__name__ for cls in type(error).__mro__ if cls.__name__ in STATUSES)


def slug(name: str) -> str:
    """`DirectiveUnknown` -> `directive-unknown`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()


def _of_ours(request: Request, error: Exception) -> Response:
    assert isinstance(error, TiengVangError)
    kind = kind_of(error)
    status, title = STATUSES[kind]
    if status == 500:
        log.error("%s %s: %s", request.method, request.url.path, error, exc_info=error)
    found = Problem(
        type=type_of(slug(kind)),
        title=title,
        status=status,
        detail=str(error),
        instance=request.url.path,
        suggestions=list(error.suggestions) or None if isinstance(error, NotFound) else None,
        **_place(error),
    )
    waits = isinstance(error, StoreError) and status == 503
    headers = {"Retry-After": str(RETRY_AFTER)} if waits else {}
    return respond(request, found, headers | ({"WWW-Authenticate": "Bearer"} if status == 401 else {}))


def _place(error: TiengVangError) -> dict[str, Any]:
    """Line and column in a text that was sent, where an error knows them."""
    return {name: getattr(error, name) for name in ("line", "column") if getattr(error, name, 0)}


def _of_validation(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    errors = [FieldProblem(where=".".join(map(str, e["loc"])), what=e["msg"]) for e in error.errors()]
    found = Problem(
        type=type_of(_INVALID[0]),
        title=_INVALID[2],
        status=_INVALID[1],
        detail="; ".join(f"{e.where}: {e.what}" for e in errors),
        instance=request.url.path,
        errors=errors,
    )
    return respond(request, found)


_INVALID = ("request-invalid", 422, "A value of the request does not fit")
_FAULT = ("fault", 500, "A fault of the service")
_HTTP = {
    404: ("Nothing here", "{path} is no address of this service. /docs lists those that are"),
    405: ("Method not allowed", "{path} does not take {method}; the header Allow says what it takes"),
}


def _of_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    title, detail = _HTTP.get(error.status_code, (str(error.detail), str(error.detail)))
    found = Problem(
        type=type_of(f"http-{error.status_code}"),
        title=title,
        status=error.status_code,
        detail=detail.format(method=request.method, path=request.url.path),
        instance=request.url.path,
    )
    return respond(request, found, error.headers)


def _of_fault(request: Request, error: Exception) -> Response:
    found = Problem(
        type=type_of(_FAULT[0]),
        title=_FAULT[2],
        status=_FAULT[1],
        detail="The service met what it was not made for; its log says more. Try again, then report it",
        instance=request.url.path,
    )
    return respond(request, found)


def type_of(kind: str) -> str:
    """The URI reference that names a kind of problem, where a page explains it."""
    return f"/problems/{kind}"


def kinds() -> dict[str, tuple[int, str]]:
    """Every kind of problem with its status and title."""
    ours = {slug(name): told for name, told in STATUSES.items()}
    http = {f"http-{status}": (status, title) for status, (title, _) in _HTTP.items()}
    return ours | http | {kind: (status, title) for kind, status, title in (_INVALID, _FAULT)}


def install(app: FastAPI) -> None:
    """Give every error of the application the shape of a problem."""
    app.add_exception_handler(TiengVangError, _of_ours)
    app.add_exception_handler(RequestValidationError, _of_validation)
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(Exception, _of_fault)


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route: which problems it may answer with. 422 and 503 stand on every route."""
    said = {404: "Well-formed, and not known here", 422: "A value of the request does not fit"}
    said |= {401: "The key of the service is missing or wrong", 403: "This is for this machine only"}
    said |= {413: "The text is larger than the limit", 415: "Neither JSON nor plain text in UTF-8"}
    said[504] = "Not answered in time, and ended"
    said[503] = "The store does not answer; `detail` says why"
    return {
        status: {
            "description": said[status],
            "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        for status in (*statuses, 422, 503)
    }
