"""Decisions of people in a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from app.answers.models.decided import DecisionRow
from app.answers.sources.decisions import said
from app.tables import console, indented


def print_decisions(rows: Iterable[DecisionRow]) -> None:
    """A decision a paragraph: its id and standing, what was decided, about what."""
    out = console()
    for row in rows:
        out.print(f"\n{row.id}  {row.standing}")
        out.print(indented(said(row), 2))
        out.print(indented(_about(row), 2))


def _about(row: DecisionRow) -> str:
    target = row.target
    if target.field:
        return f"{target.field} of document {target.document[:12]}"
    span = f"[{target.start}–{target.end}]"
    return f"{target.type} {target.target} {span} of document {target.document[:12]}, key {row.statement}"
