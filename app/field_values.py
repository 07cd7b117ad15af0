"""The fields of a document that people may set, and how what they type is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from app.answers.asking.errors import ProvinceUnknown
from app.answers.places.provinces import find_province
from app.vocabulary import in_force
from ingest.numbering.numbers import parse_number
from ingest.text.normalise import bare_of


def _province(cell: str) -> str:
    try:
        return find_province(cell).code
    except ProvinceUnknown as error:
        raise ValueError(str(error)) from error


def _number(cell: str) -> str:
    found = parse_number(cell, in_force())
    if found is None:
        raise ValueError(f"{cell!r} is no number of an act")
    return found.value


def _day(cell: str) -> str:
    try:
        return date.fromisoformat(cell).isoformat()
    except ValueError:
        raise ValueError(f"{cell!r} is no day; write 2021-07-04") from None


def _instant(cell: str) -> str:
    try:
        datetime.fromisoformat(cell)
    except ValueError:
        raise ValueError(
            f"{cell!r} is no day or time; write 2021-07-04 or 2021-07-04T10:00:00+07:00"
        ) from None
    return cell


def _url(cell: str) -> str:
    if not cell.startswith(("http://", "https://")):
        raise ValueError(f"{cell!r} is no http address")
    return cell


def _issuer(cell: str) -> str:
    if cell not in in_force().bodies:
        raise ValueError(f"there is no body {cell!r}; take an id of bodies.csv, as ubnd-tinh")
    return cell


def _doc_type(cell: str) -> str:
    for row in in_force().doc_types:
        if bare_of(cell) in (bare_of(row.name), *map(bare_of, row.variants)):
            return row.name
    raise ValueError(f"{cell!r} is no kind of act; write Chỉ thị or Công văn")


# field of a document -> what it comes to; each raises ValueError with what is wrong
READERS: Mapping[str, Callable[[str], str]] = {
    "province": _province,
    "number": _number,
    "date": _day,
    "issuer": _issuer,
    "doc_type": _doc_type,
    "source_url": _url,
    "retrieved_at": _instant,
}
