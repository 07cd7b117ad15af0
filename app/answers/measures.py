"""Measures: the vocabulary's, with who states them."""

from __future__ import annotations

from app.answers.held import MeasureDetail, MeasureSummary
from app.answers.models import Page
from graph.store import Store


def list_measures(store: Store, *, cursor: str | None = None, limit: int = 100) -> Page[MeasureSummary]:
    """All measures by id."""
    raise NotImplementedError


def measure(store: Store, id: str, evidence_limit: int | None = 3) -> MeasureDetail:
    """One measure over all provinces. Raises MeasureUnknown."""
    raise NotImplementedError
