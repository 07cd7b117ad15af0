"""Assignments (phân công nhiệm vụ): who shall do what."""
from __future__ import annotations

from ingest.documents import Assignment, Letterhead, Mention
from ingest.reading import Reading


def find_assignments(
    reading: Reading, letterhead: Letterhead, bodies: tuple[Mention, ...], measures: tuple[Mention, ...]
) -> tuple[tuple[Assignment, ...], tuple[Mention, ...]]:
    """The assignments, and `bodies` with the role assignee set on those who are told to act."""
    return (), bodies
