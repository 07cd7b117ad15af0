"""Provinces and measures (design, section 5)."""

from __future__ import annotations

from collections.abc import Sequence

from app.answers.models import Comparison
from graph.store import Store


def compare(
    store: Store,
    provinces: Sequence[str],
    measures: Sequence[str] | None = None,
    since: str | None = None,
    until: str | None = None,
    evidence_limit: int | None = None,
) -> Comparison:
    """The matrix of provinces (codes; all where empty) and measures (ids; all found there where None).

    Two provinces also side by side. Raises ProvinceUnknown, MeasureUnknown, FilterInvalid.
    """
    raise NotImplementedError
