"""How an answer leaves: JSON, or for lists CSV that opens in Excel with Vietnamese intact."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Header, Query, Request, Response
from pydantic import BaseModel

from app.answers.shapes import Page

CSV_TYPE = "text/csv; charset=utf-8; header=present"
BOM = "\ufeff"  # without it Excel takes UTF-8 for a code page
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
T = TypeVar("T", bound=BaseModel)


class Format(StrEnum):
    """What a list can be had as."""

    JSON = "json"
    CSV = "csv"


def chosen(
    asked: Annotated[
        Format | None, Query(alias="format", description="json or csv; wins over the header Accept")
    ] = None,
    accept: Annotated[str, Header(include_in_schema=False)] = "",
) -> Format:
    """The format that the request asks for: `?format=`, else `Accept`, else JSON."""
    if asked is not None:
        return asked
    first = accept.split(",")[0].split(";")[0].strip().lower()
    return Format.CSV if first == "text/csv" else Format.JSON


FormatChosen = Annotated[Format, Depends(chosen)]


def link_next(request: Request, page: Page[T]) -> dict[str, str]:
    """The header that leads to the next page, {} on the last. Relative, so that proxies cannot break it."""
    if page.next is None:
        return {}
    following = request.url.include_query_params(cursor=page.next)
    return {"Link": f'<{following.path}?{following.query}>; rel="next"'}


def listed(request: Request, response: Response, page: Page[T], form: Format) -> Page[T] | Response:
    """One page of a list in the format asked for, with the way to the next."""
    headers = link_next(request, page) | {"Vary": "Accept"}
    if form is Format.CSV:
        marks = {"X-Total-Count": str(page.total), "X-Dataset-Version": page.dataset_version}
        return Response(
            to_csv(page.items, synthetic=page.synthetic), media_type=CSV_TYPE, headers=headers | marks
        )
    response.headers.update(headers)
    return page


def to_csv(items: Sequence[BaseModel], *, synthetic: bool) -> str:
    """Rows as CSV: nested fields as `issuer.name`, lists joined by `; `, and whether it is a sample."""
    rows = [dict(_flat(item.model_dump(mode="json"))) | {"answer_synthetic": synthetic} for item in items]
    names = list(dict.fromkeys(name for row in rows for name in row))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([[_cell(row.get(name)) for name in names] for row in rows])
    return BOM + out.getvalue()


def _flat(value: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, inner in value.items():
        if isinstance(inner, Mapping):
            yield from _flat(inner, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", inner


def _cell(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula."""
    if isinstance(value, list):
        value = "; ".join(str(part) for part in value)
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value


def listing_documented() -> dict[int | str, dict[str, Any]]:
    """The `responses` of a list: JSON by its model, CSV, and the header that leads on."""
    link = {
        "description": "rel=next leads to the next page; absent on the last",
        "schema": {"type": "string"},
    }
    return {
        200: {
            "description": "One page of the list",
            "content": {"text/csv": {"schema": {"type": "string"}}},
            "headers": {"Link": link},
        }
    }
