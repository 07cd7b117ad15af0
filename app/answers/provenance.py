"""The evidence of a statement (design, section 5)."""

from __future__ import annotations

from app.answers.held import Provenance
from graph.store import Store


def provenance(store: Store, key: str, context: int = 160) -> Provenance:
    """The evidence of the statement with this key, read again from the stored text. Raises StatementUnknown."""
    raise NotImplementedError
