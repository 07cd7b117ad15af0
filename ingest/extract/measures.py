"""Measures (biện pháp) with polarity."""
from __future__ import annotations

from ingest.documents import Mention
from ingest.reading import Reading


def find_measures(reading: Reading, references: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """MEASURE mentions in text order."""
    return ()
