"""What is kept beside the statements (basis: derived), or gathered from them while an ingest is under way.

Both ways give the same; `tiengvang check` compares them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from app.answers.asking.reading import Row, documents_by_province, number, queries, vocabulary
from graph.store import Reader
from ingest.steps.deriving import FORM
from ingest.steps.echo_rows import EchoRow, gather, unpack
from ingest.steps.tallies import (
    Days,
    Kinds,
    days_of,
    first_orders_of,
    kinds_of,
    unpack_days,
    unpack_kinds,
)

About = Literal["measure", "body"]


@dataclass(frozen=True, slots=True)
class State:
    """Of which data an answer is made, and whether what is kept beside the statements is true to them."""

    version: str
    derived: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """What one province states, day by day, by measure or body."""

    days: Days
    kinds: Mapping[str, Kinds]


def state_of(reader: Reader) -> State:
    """The state of the whole; version "empty" where nothing was ever ingested."""
    rows = reader.read(queries()["state_of_derived"])
    if not rows:
        return State("empty", derived=False)
    row = rows[0]
    return State(str(row["version"] or "empty"), row["derived"] == FORM and not row["unfinished"])


def echo_rows(reader: Reader, state: State, act: str) -> list[EchoRow]:
    """All pieces that may speak for the echo of an act."""
    kept = reader.read(queries()["echo_list"], act=act) if state.derived else []
    return unpack(str(kept[0]["pieces"])) if kept else gather(reader, queries(), act)


def first_orders(reader: Reader, state: State, measures: Sequence[str], since: str) -> list[list[EchoRow]]:
    """The first orders, of each level, of measures that nobody in a province had ordered before `since`."""
    if state.derived:
        rows = reader.read(queries()["first_orders"], measures=list(measures), since=since)
        return [unpack(str(row["pieces"])) for row in rows]
    return [
        list(first.rows)
        for province in sorted(vocabulary().provinces)
        for first in first_orders_of(reader, queries(), province)
        if first.measure in measures and first.first >= since
    ]


def holdings(reader: Reader, state: State) -> list[Row]:
    """All provinces in code order with `documents` held and how many of them are `synthetic`."""
    if not state.derived:
        return documents_by_province(reader)
    held = {str(row["code"]): row for row in reader.read(queries()["holdings"])}
    nothing = {"documents": 0, "synthetic": 0}
    return [
        {**held.get(code, nothing), "code": code, "name": row.name}
        for code, row in sorted(vocabulary().provinces.items())
    ]


def counted(reader: Reader, state: State, provinces: Sequence[str], about: About) -> dict[str, Counted]:
    """What provinces state, by code; a province without documents is left out."""
    if state.derived:
        rows = reader.read(queries()[f"{about}_tallies"], provinces=list(provinces))
        return {
            str(row["code"]): Counted(unpack_days(str(row["days"])), unpack_kinds(str(row["kinds"])))
            for row in rows
        }
    query = "measures_of_province" if about == "measure" else "bodies_of_province"
    held = {str(row["code"]) for row in documents_by_province(reader) if number(row["documents"])}
    return {
        code: Counted(days_of(reader, queries(), code), kinds_of(reader, queries(), query, code))
        for code in provinces
        if code in held
    }
