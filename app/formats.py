"""How an answer leaves: JSON, JSON lines, or for lists CSV that opens in Excel with Vietnamese intact."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Header, Query, Request, Response
from pydantic import BaseModel

from app.answers.models.shapes import Answer, Page
from app.sheet import to_csv

CSV_TYPE = "text/csv; charset=utf-8; header=present"
JSONL_TYPE = "application/x-ndjson"
T = TypeVar("T", bound=BaseModel)
A = TypeVar("A", bound=Answer)


class Format(StrEnum):
    """What a list can be had as."""

    JSON = "json"
    CSV = "csv"
    JSONL = "jsonl"


# What a request may accept, the first where it likes several alike; JSON lines go by three names.
_TYPES = {
    "application/json": Format.JSON,
    "text/csv": Format.CSV,
    JSONL_TYPE: Format.JSONL,
    "application/jsonl": Format.JSONL,
    "application/jsonlines": Format.JSONL,
}


def chosen(
    asked: Annotated[
        Format | None, Query(alias="format", description="json, csv or jsonl; wins over the header Accept")
    ] = None,
    accept: Annotated[str, Header(include_in_schema=False)] = "",
) -> Format:
    """The format that the request asks for: `?format=`, else the one that `Accept` likes best, else JSON."""
    return asked if asked is not None else accepted(accept)


FormatChosen = Annotated[Format, Depends(chosen)]


def accepted(accept: str) -> Format:
    """The format that a header Accept likes best (RFC 9110, 12.5.1); JSON where it likes none of them."""
    ranges = [_range(part) for part in accept.split(",") if part.strip()]
    liked = {kind: _liking(kind, ranges) for kind in _TYPES}
    best = max(liked, key=lambda kind: liked[kind])
    return _TYPES[best] if liked[best] > 0 else Format.JSON


def _range(part: str) -> tuple[str, float]:
    name, *parameters = (piece.strip().lower() for piece in part.split(";"))
    weights = [p.removeprefix("q=") for p in parameters if p.startswith("q=")]
    try:
        return name, min(max(float(weights[0]), 0.0), 1.0) if weights else 1.0
    except ValueError:
        return name, 0.0


def _liking(kind: str, ranges: Sequence[tuple[str, float]]) -> float:
    """The weight of the range that names a type most closely; 0 where none does."""
    names = (kind, f"{kind.partition('/')[0]}/*", "*/*")
    found = [(names.index(name), weight) for name, weight in ranges if name in names]
    return min(found, key=lambda each: each[0])[1] if found else 0.0


def link_next(request: Request, following: str | None) -> dict[str, str]:
    """The header that leads to the page after a cursor, {} on the last.

    Relative, so that proxies cannot break it.
    """
    if following is None:
        return {}
    url = request.url.include_query_params(cursor=following)
    return {"Link": f'<{url.path}?{url.query}>; rel="next"'}


def listed(request: Request, response: Response, page: Page[T], form: Format) -> Page[T] | Response:
    """One page of a list in the format asked for, with the way to the next."""
    headers = link_next(request, page.next)
    if form is Format.JSON:
        response.headers.update(headers)
        return page
    headers |= {
        "X-Total-Count": str(page.total),
        "X-Dataset-Version": page.dataset_version,
        "X-Synthetic": str(page.synthetic).lower(),
    }
    if form is Format.JSONL:
        lines = "".join(f"{item.model_dump_json()}\n" for item in page.items)
        return Response(lines, media_type=JSONL_TYPE, headers=headers)
    headers["Content-Disposition"] = f'inline; filename="{_name(request)}.csv"'
    return Response(
        to_csv(row_model(page), page.items, synthetic=page.synthetic), media_type=CSV_TYPE, headers=headers
    )


def tabled(
    request: Request, answer: A, model: type[BaseModel], rows: Sequence[BaseModel], form: Format
) -> A | Response:
    """An answer that is no list, in the format asked for: as CSV and JSON lines its `rows`, all of them."""
    if form is Format.JSON:
        return answer
    headers = {
        "X-Total-Count": str(len(rows)),
        "X-Dataset-Version": answer.dataset_version,
        "X-Synthetic": str(answer.synthetic).lower(),
    }
    if form is Format.JSONL:
        lines = "".join(f"{row.model_dump_json()}\n" for row in rows)
        return Response(lines, media_type=JSONL_TYPE, headers=headers)
    headers["Content-Disposition"] = f'inline; filename="{_name(request)}.csv"'
    return Response(to_csv(model, rows, synthetic=answer.synthetic), media_type=CSV_TYPE, headers=headers)


def row_model(page: Page[Any]) -> type[BaseModel]:
    """The model of a page's rows, which stands in its type and is known where the page is empty."""
    model = type(page).model_fields["items"].annotation
    found: type[BaseModel] = model.__args__[0]  # type: ignore[union-attr]
    return found


def _name(request: Request) -> str:
    """What a browser calls the file: `documents`, `search`."""
    parts = [part for part in request.url.path.split("/") if part.isascii() and part.isalnum()]
    return "-".join(parts[1:])[:60] or "list"


def table_documented() -> dict[int | str, dict[str, Any]]:
    """The `responses` of an answer that is no list and can be had as a sheet."""
    text = {"schema": {"type": "string"}}
    headers = {
        name: {"description": said, "schema": {"type": "string"}}
        for name, said in _HEADERS.items()
        if name != "Link"
    }
    return {
        200: {
            "description": "The answer; as CSV or JSON lines, its rows, each with what places it",
            "content": {"text/csv": text, JSONL_TYPE: text},
            "headers": headers,
        }
    }


_HEADERS = {
    "Link": "rel=next leads to the next page; absent on the last",
    "X-Total-Count": "Of CSV and JSON lines: the exact number of rows in the whole list",
    "X-Dataset-Version": "Of CSV and JSON lines: `dataset_version`",
    "X-Synthetic": "Of CSV and JSON lines: `synthetic`",
}


def listing_documented() -> dict[int | str, dict[str, Any]]:
    """The `responses` of a list: JSON by its model, CSV, JSON lines, and the headers that lead on."""
    text = {"schema": {"type": "string"}}
    return {
        200: {
            "description": "One page of the list",
            "content": {"text/csv": text, JSONL_TYPE: text},
            "headers": {
                name: {"description": said, "schema": {"type": "string"}} for name, said in _HEADERS.items()
            },
        }
    }
