"""Decisions for tests, about what a store holds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from app.answers.checking.checked import Checked
from app.answers.checking.graph import findings
from graph.queries import inline
from graph.queries import shipped as queries
from graph.store import Store
from ingest.decisions.log import Action, Decision, Target, Value
from ingest.decisions.mirror import Mirror
from ingest.pipeline import Report, decide
from ingest.vocabulary import shipped as vocabulary

START = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
_MINUTES = count()

STATEMENTS = inline(
    "MATCH (d:Document)-[:HAS_PROVISION]->(:Provision)-[r]->(t) WHERE r.key IS NOT NULL"
    " AND r.start IS NOT NULL AND r.decision IS NULL RETURN d.id AS document, d.number AS number,"
    " type(r) AS type, r.start AS start, r.end AS end, coalesce(t.key, t.id, t.code) AS target, r.key AS key,"
    " r.quote AS quote ORDER BY d.id, r.start, r.end, key"
)


def made(
    target: Target,
    action: Action,
    value: Value = None,
    *,
    of: str | None = None,
    reason: str = "read it again",
) -> Decision:
    """A decision of a person, a minute after the one before."""
    at = (START + timedelta(minutes=next(_MINUTES))).isoformat(timespec="microseconds")
    return Decision(at, "Nguyễn Thị Đọc", reason, target, action, value, of)


def undo(decision: Decision) -> Decision:
    """The undoing of a decision."""
    return made(decision.target, "undo", of=decision.id)


def target_of(row: dict[str, Any]) -> Target:
    """What a row of STATEMENTS is about."""
    return Target(row["document"], None, row["type"], row["start"], row["end"], row["target"])


def carry_out(store: Store, *decisions: Decision, mirror: Mirror | None = None) -> Report:
    """Decides, with what ships."""
    return decide(store, queries(), vocabulary(), decisions, mirror=mirror)


def statement(store: Store, kind: str, quote: str) -> Target:
    """The first statement of a type whose quote holds some words."""
    row = next(r for r in store.read(STATEMENTS) if r["type"] == kind and quote in r["quote"])
    return target_of(row)


def holding_documents(store: Store) -> dict[str, str]:
    """The ids of documents by number."""
    rows = store.read(inline("MATCH (d:Document) RETURN d.number AS number, d.id AS id ORDER BY id"))
    return {str(row["number"]): str(row["id"]) for row in rows}


def sound(store: Store, mirror: Mirror | None = None) -> list[str]:
    """What a check finds."""
    return list(findings(store, Checked(), mirror))
