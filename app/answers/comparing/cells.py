"""Cells of a comparison out of what was counted day by day (design, rule 2): sums over a range of dates."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.answers.models.comparison import Cell, CellState, MeasureState, StateSeen
from app.answers.models.shapes import trusted
from ingest.steps.tallies import UNDATED, Days, Kinds, Series

STATE_OF: Mapping[str, MeasureState] = {
    "ORDERS": "ordered",
    "LIFTS": "lifted",
    "AVOIDS": "avoided",
    "MENTIONS": "mentioned",
}
_RANK: Mapping[CellState, int] = {"ordered": 3, "lifted": 2, "avoided": 1, "mentioned": 0}  # on one day


@dataclass(frozen=True, slots=True)
class Span:
    """A range of dates, both ends taken in; None is open. Any end leaves out what is undated."""

    since: str | None = None
    until: str | None = None

    def cut(self, days: Sequence[str]) -> slice:
        """Which of these days, in order, lie within."""
        if self.since is None and self.until is None:
            return slice(0, len(days))
        first = bisect_left(days, self.since or UNDATED + "\0")
        return slice(first, len(days) if self.until is None else max(first, bisect_right(days, self.until)))


@dataclass(frozen=True, slots=True)
class Held:
    """Documents of a province within a range of dates; `undated` are counted whatever the range."""

    documents: int
    undated: int
    synthetic: int


def held_in(days: Days, span: Span) -> Held:
    """The documents of a province within a range."""
    cut = span.cut(days.days)
    undated = days.documents[0] if days.days[0] == UNDATED else 0
    return Held(sum(days.documents[cut]), undated, sum(days.synthetic[cut]))


def seen_in(series: Series, span: Span) -> tuple[list[str], int, int, int] | None:
    """Dates, provisions, undated provisions and statements within a range; None where nothing is."""
    cut = span.cut(series.days)
    days = list(series.days[cut])  # a copy: the series is shared
    if not days:
        return None
    provisions = series.provisions[cut]
    undated = provisions[0] if days[0] == UNDATED else 0
    return days[1:] if days[0] == UNDATED else days, sum(provisions), undated, sum(series.statements[cut])


def orders_in(kinds: Kinds | None, span: Span) -> int:
    """How many statements order a measure within a range."""
    series = kinds.get("ORDERS") if kinds else None
    found = seen_in(series, span) if series else None
    return found[3] if found else 0


def cell_of(province: str, kinds: Kinds | None, span: Span) -> Cell | None:
    """A province that holds documents and a measure: every state with its dates; None where nothing is."""
    states: list[StateSeen] = []
    headline: CellState = "not_mentioned"
    latest: tuple[str, int] = (UNDATED, -1)
    provisions = statements = 0
    for kind, state in STATE_OF.items() if kinds else ():
        series = kinds.get(kind) if kinds else None
        found = seen_in(series, span) if series else None
        if found:
            dates, said, undated, count = found
            seen = {"state": state, "dates": dates, "provisions": said, "undated": undated}
            states.append(trusted(StateSeen, seen))
            provisions += said
            statements += count
            # The latest state is the headline; an undated one only where nothing is dated.
            rank = (dates[-1] if dates else UNDATED, _RANK[state])
            if rank > latest:
                headline, latest = state, rank
    if not states:
        return None
    values: dict[str, object] = {
        "province": province,
        "headline": headline,
        "states": states,
        "first_on": states[0].dates[0] if states[0].state == "ordered" and states[0].dates else None,
        "provisions": provisions,
        "evidence": [],
        "evidence_total": statements,
    }
    return trusted(Cell, values)
