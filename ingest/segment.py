"""A text's tree of provisions."""
from __future__ import annotations

from ingest.documents import Provision
from ingest.normalise import View


def segment(view: View) -> tuple[Provision, ...]:
    """The provisions of a view, offsets in its source."""
    return (Provision("paragraph", 0, len(view.source)),) if view.source.strip() else ()
