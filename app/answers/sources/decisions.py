"""What people decided: the log in pages, and the decisions about one thing."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import get_args

from app.answers.asking.cursors import key_of, split_page
from app.answers.asking.errors import DecisionUnknown, FilterInvalid
from app.answers.asking.reading import dataset_version, number, queries
from app.answers.models.decided import DecisionAction, DecisionRow, DecisionTarget, Standing
from app.answers.models.shapes import Page
from graph.store import Store
from ingest.decisions.log import Decision, from_line, standings
from ingest.storing.writing import decisions_on

_ACTIONS: tuple[str, ...] = get_args(DecisionAction)


def list_decisions(
    store: Store,
    *,
    document: str | None = None,
    action: str | None = None,
    by: str | None = None,
    statement: str | None = None,
    ids: Sequence[str] | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[DecisionRow]:
    """Decisions in the order of the log. `document` is a whole id, `statement` a key.

    Raises CursorInvalid, FilterInvalid.
    """
    if action is not None and action not in _ACTIONS:
        raise FilterInvalid(f"{action!r} is no action", where="action", todo=f"Take of {', '.join(_ACTIONS)}")
    filters = {"document": document, "action": action, "by": by, "statement": statement, "ids": ids}
    total = number(store.read(queries()["decisions_count"], **filters)[0]["total"])
    rows = store.read(queries()["decisions_page"], **filters, after=key_of(cursor), limit=limit + 1)
    found = {f"{row['at']} {row['id']}": from_line(str(row["line"]), "the store") for row in rows}
    shown, following = split_page(list(found), limit)
    known = _standings(store, {found[key].target.document for key in shown})
    return Page[DecisionRow](
        dataset_version=dataset_version(store),
        items=[row_of(found[key], known) for key in shown],
        total=total,
        next=following,
    )


def decisions_about(store: Store, document: str, about: Callable[[Decision], bool]) -> list[DecisionRow]:
    """The decisions that hang on a document and are `about` something, in order."""
    log = logs(store, [document]).get(document, [])
    known = standings(log)
    return [row_of(decision, known) for decision in log if about(decision)]


def decision_of(store: Store, id: str) -> Decision:
    """One decision. Raises DecisionUnknown."""
    rows = store.read(queries()["decision_by_id"], id=id.strip().lower())
    if not rows:
        raise DecisionUnknown(
            "no decision has this id",
            where=id,
            todo="Take the 16 characters of `id` from the list of decisions",
        )
    return from_line(str(rows[0]["line"]), "the store")


def logs(store: Store, documents: list[str]) -> dict[str, list[Decision]]:
    """All decisions about some documents, by document."""
    return store.read_transaction(lambda tx: decisions_on(tx, queries(), documents))


def row_of(decision: Decision, known: Mapping[str, Standing]) -> DecisionRow:
    """A decision as answers show it."""
    return DecisionRow(
        id=decision.id,
        at=decision.at,
        by=decision.by,
        reason=decision.reason,
        action=decision.action,
        target=DecisionTarget.model_validate(decision.target.as_json()),
        value=decision.value,
        of=decision.of,
        standing=known[decision.id],
        statement=decision.target.statement,
    )


def said(row: DecisionRow) -> str:
    """A decision in words: "rejected by Nguyễn Văn A on 2026-11-24: a slogan, no order"."""
    verbs = {
        "accept": "accepted",
        "reject": "rejected",
        "correct": "corrected",
        "set": "set",
        "undo": "undone",
    }
    value = json.dumps(row.value, ensure_ascii=False) if isinstance(row.value, dict) else row.value
    what = f" {row.target.field}" if row.target.field else ""
    new = f" to {value}" if value and row.action in ("set", "correct") else ""
    reason = f": {row.reason}" if row.reason else ""
    return f"{verbs[row.action]}{what}{new} by {row.by} on {row.at[:10]}{reason}"


def _standings(store: Store, documents: set[str]) -> dict[str, Standing]:
    found: dict[str, Standing] = {}
    for log in logs(store, sorted(documents)).values():
        found.update(standings(log))
    return found
