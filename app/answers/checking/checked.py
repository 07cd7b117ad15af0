"""How much a check has looked at."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Checked:
    """Counts of what was looked at."""

    documents: int = 0
    statements: int = 0
    provisions: int = 0
    decisions: int = 0
