"""What the corpus holds, and what it lacks."""

from __future__ import annotations

from app.answers.held import Coverage, Dataset
from graph.store import Store


def coverage(store: Store) -> Coverage:
    """Documents by province and month; directives cited and not held, the most cited first."""
    raise NotImplementedError


def dataset(store: Store) -> Dataset:
    """Version and size of the whole."""
    raise NotImplementedError
