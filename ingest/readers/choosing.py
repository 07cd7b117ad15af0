"""Which reader reads a file: by what its bytes are, and not by its name alone."""

from __future__ import annotations

from ingest.readers.rendered import Rendered
from ingest.readers.text import read_text


def render(raw: bytes, suffix: str) -> Rendered:
    """The text of a file's bytes; `suffix` is its name's, in small letters. Raises Unreadable."""
    return read_text(raw)
