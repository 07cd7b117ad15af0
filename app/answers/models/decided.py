"""The shapes of answers about what people decided."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from app.answers.models.shapes import Model

DecisionAction = Literal["accept", "reject", "correct", "set", "undo"]
Standing = Literal["in force", "superseded", "undone"]
Status = Literal["accepted", "rejected", "corrected"]


class DecisionTarget(Model):
    """What was decided about: a field of a document, or a statement as it was stated."""

    document: str
    field: str | None = Field(default=None, description="Of a document: province, number, date, …")
    type: str | None = Field(default=None, description="Of a statement: CITES, ORDERS, …")
    start: int | None = None
    end: int | None = None
    target: str | None = Field(default=None, description="Of a statement: key of what it is about.")


class DecisionRow(Model):
    """One decision of a person; the log keeps every one."""

    id: str
    at: str = Field(description="When, UTC.")
    by: str = Field(description="Who decided, by name.")
    reason: str
    action: DecisionAction
    target: DecisionTarget
    value: str | dict[str, str] | None = Field(
        default=None,
        description="Of a field its value; of a correction what is to stand: relation, state, target.",
    )
    of: str | None = Field(default=None, description="Of an undoing: id of the decision that it undoes.")
    standing: Standing
    statement: str | None = Field(default=None, description="Key of the statement, for /provenance.")


class Stated(Model):
    """What was stated before a person rejected or corrected it."""

    key: str
    type: str
    target: str
    rule: str
    basis: str
    changed: dict[str, str | None] = Field(
        default={}, description="Properties that a correction changed, as they were stated."
    )
