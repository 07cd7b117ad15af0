"""Which state of the data an answer is made of, finer than `dataset_version`, which counts statements."""

from __future__ import annotations

from app.answers.asking.reading import queries
from graph.store import Store


def revision(store: Store) -> str | None:
    """Version, last run and moves of documents as one text; None while an ingest is under way.

    Rules, subjects and paths may change where no statement does. Raises StoreError.
    """
    rows = store.read(queries()["dataset"])
    if not rows:
        return "empty"
    state = rows[0]
    return None if state["unfinished"] else f"{state['version']} {state['run']} {state['moves']}"
