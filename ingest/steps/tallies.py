"""What one province states of measures and bodies, day by day: counted from the statements, or kept.

A tally counts, of each measure (and body) and each kind of statement, the provisions and statements of each
day, so that a comparison over any dates is a sum. Days are in order; those without date stand first as "".
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from graph.queries import Queries
from graph.store import Reader
from ingest.steps.echo_rows import EchoRow, echo_row, pack

UNDATED = ""
_REMEMBERED = 4 * 63  # texts: of every province by measure and by body, and as many again while they change
Row = Mapping[str, object]


class Series(NamedTuple):
    """One kind of statement about one measure or body: its days in order, and how much was said on each.

    A matrix of all provinces is made of thousands: a tuple is made faster than a record.
    """

    days: Sequence[str]
    provisions: Sequence[int]
    statements: Sequence[int]


Kinds = Mapping[str, Series]  # by relationship type


@dataclass(frozen=True, slots=True)
class Days:
    """The documents of a province by day."""

    days: tuple[str, ...]
    documents: tuple[int, ...]
    synthetic: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FirstOrder:
    """When a province first ordered a measure, and the first orders of each level in their words."""

    measure: str
    first: str
    rows: tuple[EchoRow, ...]


def days_of(reader: Reader, queries: Queries, province: str) -> Days:
    """The documents of a province, counted from the store."""
    rows = reader.read(queries["days_of_province"], province=province)
    rows = sorted(rows, key=_day)
    return Days(
        tuple(map(_day, rows)),
        tuple(int(str(row["documents"])) for row in rows),
        tuple(int(str(row["synthetic"])) for row in rows),
    )


def kinds_of(reader: Reader, queries: Queries, query: str, province: str) -> dict[str, Kinds]:
    """`measures_of_province` or `bodies_of_province` by measure or body, counted from the store."""
    found: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in reader.read(queries[query], province=province):
        found[str(row["target"])][str(row["type"])].append(row)
    return {
        target: {kind: _series(rows) for kind, rows in sorted(kinds.items())}
        for target, kinds in sorted(found.items())
    }


def _series(rows: Sequence[Row]) -> Series:
    rows = sorted(rows, key=_day)
    return Series(
        tuple(map(_day, rows)),
        tuple(int(str(row["provisions"])) for row in rows),
        tuple(int(str(row["statements"])) for row in rows),
    )


def _day(row: Row) -> str:
    return UNDATED if row["day"] is None else str(row["day"])


def first_orders_of(reader: Reader, queries: Queries, province: str) -> list[FirstOrder]:
    """When a province first ordered each measure, from the store; undated acts cannot tell."""
    ordered: dict[str, list[EchoRow]] = defaultdict(list)
    for row in reader.read(queries["orders_of_province"], province=province):
        piece = echo_row(row, "adopts")
        ordered[piece.target].append(piece)
    return [
        FirstOrder(measure, min(str(row.holder.date) for row in rows), tuple(_firsts_by_level(rows)))
        for measure, rows in sorted(ordered.items())
    ]


def _firsts_by_level(rows: Iterable[EchoRow]) -> list[EchoRow]:
    """The pieces of the first day of each level."""
    firsts: dict[str | None, list[EchoRow]] = defaultdict(list)
    for row in rows:
        known = firsts[row.holder.level]
        if known and str(row.holder.date) < str(known[0].holder.date):
            known.clear()
        if not known or row.holder.date == known[0].holder.date:
            known.append(row)
    found = [row for rows_of_level in firsts.values() for row in rows_of_level]
    return sorted(found, key=lambda r: (str(r.holder.date), r.holder.id, r.start, r.key))


def pack_days(days: Days) -> str:
    """Days as text to keep."""
    return _packed([" ".join(days.days), days.documents, days.synthetic])


def unpack_days(text: str) -> Days:
    """Days from what `pack_days` made of them."""
    days, documents, synthetic = json.loads(text)
    return Days(tuple(days.split(" ")), tuple(documents), tuple(synthetic))


def pack_kinds(found: Mapping[str, Kinds]) -> str:
    """Series by measure or body, as text to keep."""
    return _packed(
        {
            target: {kind: [" ".join(s.days), s.provisions, s.statements] for kind, s in kinds.items()}
            for target, kinds in found.items()
        }
    )


@lru_cache(maxsize=_REMEMBERED)
def unpack_kinds(text: str) -> Mapping[str, Mapping[str, Series]]:
    """Series from what `pack_kinds` made of them; the day "" of what is undated survives the split.

    Who asks for a matrix asks for the next one soon: what a text says is remembered by the text itself, so
    what has changed in the store is read anew. Not to be altered by who gets it.
    """
    return {
        target: {kind: Series(days.split(" "), p, s) for kind, (days, p, s) in kinds.items()}
        for target, kinds in json.loads(text).items()
    }


def first_order_rows(province: str, firsts: Iterable[FirstOrder]) -> list[dict[str, object]]:
    """First orders as rows to load."""
    return [
        {"province": province, "measure": f.measure, "first": f.first, "pieces": pack(f.rows)} for f in firsts
    ]


def _packed(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
