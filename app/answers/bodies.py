"""Bodies: who is named, and who is charged with tasks."""

from __future__ import annotations

from app.answers.held import BodySummary
from app.answers.models import Page
from graph.store import Store


def list_bodies(
    store: Store, *, province: str | None = None, cursor: str | None = None, limit: int = 100
) -> Page[BodySummary]:
    """Bodies that a document names, by id."""
    raise NotImplementedError
