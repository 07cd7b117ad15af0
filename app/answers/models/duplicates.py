"""The shape of documents that may be one act twice."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from app.answers.models.held import DocumentSummary
from app.answers.models.shapes import Model

Why = Literal["same_act", "same_text", "excerpt", "alike"]


class Copy(Model):
    """One of two documents."""

    document: DocumentSummary
    completeness: str | None = Field(description="full, excerpt or report: how much of its act it holds.")


class DuplicatePair(Model):
    """Two documents that are one act, or may be; nothing is merged for it."""

    why: Why = Field(
        description="same_act: number, date and place are the same, so that both are held as one directive; "
        "same_text: the same words under two keys; excerpt: one's words are a part of the other's; "
        "alike: most words are the same."
    )
    shared: float = Field(ge=0, le=1, description="Share of the shorter document's wording that both have.")
    longer: Copy
    shorter: Copy
