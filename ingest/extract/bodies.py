"""Bodies (cơ quan, tổ chức, chức danh) with role."""
from __future__ import annotations

from ingest.documents import Letterhead, Mention
from ingest.reading import Reading


def find_bodies(
    reading: Reading, letterhead: Letterhead, references: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """BODY mentions in text order."""
    return ()
