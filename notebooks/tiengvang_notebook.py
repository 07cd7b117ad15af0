"""What a notebook needs: the store that TIENGVANG_GRAPH names, rows as data frames, quotes read again."""

from __future__ import annotations

import logging
import os
import sys
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import pandas as pd

from graph.errors import TiengVangError
from graph.queries import Query, inline, shipped
from graph.schema import load_migrations, pending
from graph.store import Store, check_there, open_store

PROJECT = Path(__file__).resolve().parent.parent
DEFAULT_GRAPH = "embedded:data/graph"
COMPOSED = "văn bản soạn thử, không phải bằng chứng · composed sample, no evidence"


RETRY_TIME = 5.0  # seconds that a question waits for a server that has gone away


class NothingHeld(TiengVangError):
    """The store holds no document of ours."""


class QuestionUnknown(TiengVangError):
    """No shipped query has that name."""


class QuoteBroken(TiengVangError):
    """A quote is not the text at its offsets."""


def open_graph() -> Store:
    """The store of the environment: TIENGVANG_GRAPH, _USER, _PASSWORD, _DATABASE, as for the command line.

    A folder is taken from the project's root, wherever the notebook runs; while another process holds it
    (`tiengvang serve`), this one attaches. Raises graph.errors.StoreError: nothing there,
    server down, newer schema …
    """
    _tell_errors_in_one_line()
    url = os.environ.get("TIENGVANG_GRAPH") or DEFAULT_GRAPH
    if url.startswith("embedded:"):
        url = f"embedded:{PROJECT / Path(url.removeprefix('embedded:')).expanduser()}"
    check_there(url)
    store = open_store(
        url,
        user=os.environ.get("TIENGVANG_GRAPH_USER"),
        password=os.environ.get("TIENGVANG_GRAPH_PASSWORD"),
        database=os.environ.get("TIENGVANG_GRAPH_DATABASE"),
        retry_time=RETRY_TIME,
    )
    try:
        pending(store, load_migrations())
    except BaseException:
        store.close()
        raise
    return store


def _tell_errors_in_one_line() -> None:
    """Errors of ours say what, where and what to do; the calls that led there help nobody."""
    logging.getLogger("neo4j").setLevel(logging.ERROR)  # a server is asked again for some seconds, quietly
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is not None:
        shell.set_custom_exc((TiengVangError,), _one_line)


def _one_line(shell: Any, kind: type[BaseException], error: BaseException, *_: Any, **__: Any) -> list[str]:
    told = [f"{kind.__name__}: {error}"]
    shell._showtraceback(kind, error, told)
    return told


def ask(store: Store, question: str, **parameters: Any) -> pd.DataFrame:
    """The rows of a question: the name of a shipped query file, or Cypher of one's own.

    Raises QuestionUnknown, graph.errors.QueryParametersInvalid, QueryFailed, StoreUnavailable.
    """
    query = shipped().get(question) or _own(question)
    # An answer without rows keeps its columns.
    return pd.DataFrame(store.read(query, **parameters), columns=list(query.columns) or None)


def _own(question: str) -> Query:
    if len(question.split()) == 1:
        near = get_close_matches(question, list(shipped())) or sorted(shipped())
        raise QuestionUnknown(
            f"no query is named {question!r}", where="cypher/", todo=f"Perhaps one of: {', '.join(near)}"
        )
    return inline(question)


def held(store: Store) -> pd.DataFrame:
    """What the store holds, in counts. Raises NothingHeld where that is nothing."""
    counts = ask(store, "corpus_counts")
    if counts.documents[0] == 0:
        raise NothingHeld(
            "the store holds no document",
            where=store.describe(),
            todo="Run `make demo SERVE=0`, or `tiengvang ingest FOLDER`",
        )
    return counts


def titled(store: Store, title: str) -> str:
    """The title of a figure: marked wherever a composed document may stand behind it."""
    return f"{title}\n({COMPOSED})" if held(store).synthetic[0] else title


def with_words(store: Store, evidence: pd.DataFrame, around: int = 60) -> pd.DataFrame:
    """Evidence with the words `before` and `after` each quote, read again from the stored text.

    evidence: columns document, start, end, quote (offsets in code points). Raises QuoteBroken.
    """
    ids = sorted(set(evidence.document))
    texts = ask(store, "texts_of_documents", ids=ids).set_index("id").text.to_dict()
    for row in evidence.itertuples():
        if texts[row.document][row.start : row.end] != row.quote:
            raise QuoteBroken(
                f"{row.quote!r} is not the text at {row.start}-{row.end}",
                where=row.document,
                todo="Run `tiengvang check`",
            )
    places = [(texts[row.document], row.start, row.end) for row in evidence.itertuples()]
    return evidence.assign(
        before=[" ".join(text[max(0, start - around) : start].split()) for text, start, _ in places],
        after=[" ".join(text[end : end + around].split()) for text, _, end in places],
    )
