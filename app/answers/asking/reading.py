"""What all answers share: the queries, the version, names, dates and cells of rows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from app.answers.asking.errors import FilterInvalid
from app.answers.models.shapes import Named
from app.vocabulary import in_force
from graph.queries import Queries
from graph.queries import shipped as shipped_queries
from graph.store import Reader
from ingest.vocabulary import Vocabulary

Row = Mapping[str, object]
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def queries() -> Queries:
    """The queries by name."""
    return shipped_queries()


def vocabulary() -> Vocabulary:
    """The vocabulary in force: the one that the graph at hand was made with."""
    return in_force()


def dataset_version(store: Reader) -> str:
    """The version that stands in every answer; "empty" where nothing was ever ingested."""
    rows = store.read(queries()["dataset"])
    return str(rows[0]["version"] or "empty") if rows else "empty"


def documents_by_province(store: Reader) -> list[Row]:
    """All provinces in code order with the documents held of each, also where nothing was ever ingested."""
    held = {str(row["code"]): row for row in store.read(queries()["documents_by_province"])}
    return [
        held.get(code) or {"code": code, "name": row.name, "documents": 0, "synthetic": 0}
        for code, row in sorted(vocabulary().provinces.items())
    ]


def named(id: object, name: object = None) -> Named | None:
    """An id with its name: the vocabulary's, else the one given."""
    if not id:
        return None
    row = vocabulary().bodies.get(str(id))
    return Named(id=str(id), name=row.name if row else text(name))


def text(value: object) -> str | None:
    """A cell as text, None where it is empty."""
    return None if value is None or value == "" else str(value)


def number(value: object) -> int:
    """A cell as a whole number, 0 where it is empty."""
    return int(str(value)) if value is not None else 0


def texts(value: object) -> list[str]:
    """A cell that holds a list, as texts."""
    return [str(part) for part in value] if isinstance(value, list) else []


def check_day(value: str | None, name: str) -> str | None:
    """A date filter: an ISO day, month or year. Raises FilterInvalid."""
    if value is None:
        return None
    if _DAY.fullmatch(value):
        try:
            date.fromisoformat(value + "-01" * (2 - value.count("-")))
        except ValueError:
            pass
        else:
            return value
    raise FilterInvalid(f"{value!r} is no date", where=name, todo="Write 2021-07-04, 2021-07 or 2021")


def until_end(value: str | None) -> str | None:
    """The upper end of a date filter, so that `2021-07` takes in every day of July."""
    return None if value is None else value + "-99" * (2 - value.count("-"))
