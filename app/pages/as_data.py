"""A page's answer as data: the same address gives JSON and CSV, by `?format=` or by the header Accept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import Request, Response
from pydantic import BaseModel

from app.answers.asking.errors import FilterInvalid
from app.answers.models.shapes import Answer
from app.formats import CSV_TYPE, JSONL_TYPE, Format, accepted
from app.pages.render import here_of, page
from app.sheet import to_csv

VARY = "Accept, Accept-Language"


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a page's table, and their model: what its CSV and JSON lines hold."""

    model: type[BaseModel]
    items: Sequence[BaseModel]


def shown(
    request: Request,
    template: str,
    answer: Answer,
    rows: Rows,
    *,
    alternate: str | None = None,
    **context: Any,
) -> Response:
    """The answer as a page, or as the data that the request asks for. Raises FilterInvalid.

    alternate: where programs find the same answer, if not at this address.
    """
    form = wanted(request)
    if form is not None:
        return as_data(request, form, answer, rows)
    links = {each.value: link_as(request, each) for each in (Format.CSV, Format.JSON)}
    return page(
        request,
        template,
        alternate=alternate or links["json"],
        headers={"Vary": VARY},
        answer=answer,
        as_data=links,
        **context,
    )


def wanted(request: Request) -> Format | None:
    """The format of data that is asked for; None for a page. Raises FilterInvalid."""
    asked = request.query_params.get("format")
    if asked is not None:
        if asked in ("", "html"):
            return None
        if asked not in list(Format):
            raise FilterInvalid(f"{asked!r} is no format", where="format", todo="Take json, csv or jsonl")
        return Format(asked)
    accept = request.headers.get("accept", "*/*")
    return None if "text/html" in accept or "*/*" in accept else accepted(accept)


def as_data(request: Request, form: Format, answer: Answer, rows: Rows) -> Response:
    """The answer whole as JSON, its rows as CSV or JSON lines."""
    headers = {"Vary": VARY, "X-Dataset-Version": answer.dataset_version}
    if form is Format.JSON:
        return Response(answer.model_dump_json(), media_type="application/json", headers=headers)
    if form is Format.JSONL:
        lines = "".join(f"{item.model_dump_json()}\n" for item in rows.items)
        return Response(lines, media_type=JSONL_TYPE, headers=headers)
    headers["Content-Disposition"] = f'inline; filename="{_name(request)}.csv"'
    table = to_csv(rows.model, rows.items, synthetic=answer.synthetic)
    return Response(table, media_type=CSV_TYPE, headers=headers)


def link_as(request: Request, form: Format) -> str:
    """This address in another format."""
    return here_of(request, format=form.value, lang=None)


def _name(request: Request) -> str:
    parts = request.url.path.replace("-", "/").split("/")
    parts = [part for part in parts if part.isascii() and part.isalnum()]
    return "-".join(parts)[:60] or "table"
