"""Provinces (tỉnh, thành phố trực thuộc trung ương)."""
from __future__ import annotations

from ingest.documents import Mention
from ingest.reading import Reading


def find_provinces(reading: Reading) -> tuple[Mention, ...]:
    """PROVINCE mentions in text order."""
    return ()
