"""Who echoed a directive (design, section 4)."""

from __future__ import annotations

from collections.abc import Sequence

from app.answers.models import EchoAnswer
from graph.store import Store


def echoes(
    store: Store, key: str, evidence_limit: int | None = None, levels: Sequence[str] = ("province",)
) -> EchoAnswer:
    """Every province's answer to the directive with this key (from `find_directive`). Raises DirectiveUnknown."""
    raise NotImplementedError
