"""Carrying out what people decide over HTTP, one decision at a time: each is made on what the last left."""

from __future__ import annotations

import threading

from app.answers.correcting.deciding import Asked, decide_document, decide_statement
from app.settings import Settings
from graph.store import Store
from ingest.decisions.mirror import Mirror

_ONE_AT_A_TIME = threading.Lock()


def on_statement(store: Store, settings: Settings, key: str, asked: Asked) -> None:
    """A decision about the statement with this key. Raises as `decide_statement`."""
    with _ONE_AT_A_TIME:
        decide_statement(store, key, asked, Mirror(settings.decisions_file))


def on_document(store: Store, settings: Settings, id: str, asked: Asked) -> None:
    """A decision about a document's own data. Raises as `decide_document`."""
    with _ONE_AT_A_TIME:
        decide_document(store, id, asked, Mirror(settings.decisions_file))
