"""The vocabulary in force: the one that the graph at hand was made with, for whoever answers from it.

A request, or a command, sets it when it has the store; what needs it further down asks here. Kept by context,
so that requests to several stores in one process do not disturb each other.
"""

from __future__ import annotations

from contextvars import ContextVar

from ingest.vocabulary import Vocabulary, shipped

_IN_FORCE: ContextVar[Vocabulary | None] = ContextVar("vocabulary", default=None)


def in_force() -> Vocabulary:
    """The vocabulary to answer with; the built-in one where no graph is at hand."""
    return _IN_FORCE.get() or shipped()


def use(vocabulary: Vocabulary) -> None:
    """Answers with this vocabulary from here on, in this context."""
    _IN_FORCE.set(vocabulary)
