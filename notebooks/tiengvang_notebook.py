"""What a notebook needs: the store that TIENGVANG_GRAPH names, and rows as data frames."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pandas as pd

from graph.queries import Query, inline, shipped
from graph.store import Store, open_store

PROJECT = Path(__file__).resolve().parent.parent
DEFAULT_GRAPH = "embedded:data/graph"


def open_graph() -> Store:
    """The store of the environment: TIENGVANG_GRAPH, _USER, _PASSWORD, _DATABASE, as for the command line.

    A folder is taken from the project's root, wherever the notebook runs. Raises graph.errors.StoreError.
    """
    url = os.environ.get("TIENGVANG_GRAPH") or DEFAULT_GRAPH
    if url.startswith("embedded:"):
        url = f"embedded:{PROJECT / Path(url.removeprefix('embedded:')).expanduser()}"
    return open_store(
        url,
        user=os.environ.get("TIENGVANG_GRAPH_USER"),
        password=os.environ.get("TIENGVANG_GRAPH_PASSWORD"),
        database=os.environ.get("TIENGVANG_GRAPH_DATABASE"),
    )


def ask(store: Store, question: str, **parameters: Any) -> pd.DataFrame:
    """The rows of a question: the name of a shipped query file, or Cypher of one's own."""
    query = shipped().get(question) or inline(question)
    return _frame(query, store.read(query, **parameters))


def _frame(query: Query, rows: list[dict[str, Any]]) -> pd.DataFrame:
    """Rows as a frame; an answer without rows keeps its columns."""
    return pd.DataFrame(rows, columns=list(query.columns) or None)
