"""The document's own data (thể thức văn bản)."""
from __future__ import annotations

from ingest.documents import Letterhead
from ingest.reading import Reading


def read_letterhead(reading: Reading) -> Letterhead:
    """The document's own data, each with the words that state it."""
    return Letterhead()
