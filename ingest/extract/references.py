"""References to acts (viện dẫn văn bản)."""
from __future__ import annotations

from ingest.documents import Letterhead, Mention
from ingest.reading import Reading


def find_references(reading: Reading, letterhead: Letterhead) -> tuple[Mention, ...]:
    """REFERENCE mentions in text order."""
    return ()
