"""A store that goes away in the middle of a notebook, and other errors of ours: one clear line each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

from graph.store import Store
from tests.http.gate import Gate
from tests.notebooks.running import FOLDER, HANGS_AFTER
from tests.store_fixtures import StoreAddress

OPEN = "from tiengvang_notebook import ask, open_graph\nstore = open_graph()"
COUNT = "ask(store, 'MATCH (d:Document) RETURN count(d) AS n')"
Run = Callable[[str], nbformat.NotebookNode]


@contextmanager
def kernel() -> Iterator[Run]:
    """Runs cells one after the other, as a reader does."""
    cells = new_notebook()
    client = NotebookClient(
        cells,
        timeout=HANGS_AFTER,
        kernel_name="python3",
        allow_errors=True,
        resources={"metadata": {"path": str(FOLDER)}},
    )

    def run(source: str) -> nbformat.NotebookNode:
        cells.cells.append(new_code_cell(source))
        return client.execute_cell(cells.cells[-1], len(cells.cells) - 1)

    with client.setup_kernel():
        yield run


def errors(cell: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    """The errors that a cell shows."""
    return [output for output in cell.outputs if output.output_type == "error"]


@pytest.mark.notebook
@pytest.mark.neo4j
def test_a_server_that_goes_away_is_one_line_and_comes_back(
    neo4j_address: StoreAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = urlsplit(neo4j_address.url).port
    assert port
    gate = Gate(port)
    behind = StoreAddress(f"bolt://127.0.0.1:{gate.port}", neo4j_address.user, neo4j_address.password)
    for name, value in behind.environment().items():
        if name.startswith("TIENGVANG_"):
            monkeypatch.setenv(name, value)
    with kernel() as run:
        assert errors(run(OPEN)) == []
        assert errors(run(COUNT)) == []
        gate.close()
        cell = run(COUNT)
        gate.open()
        assert errors(run(COUNT)) == []
    gate.close()
    (told,) = errors(cell)
    assert told.traceback == [
        f"StoreUnavailable: {behind.url}: no graph store answers. Start it, or correct the URL"
    ]
    assert [output for output in cell.outputs if output.output_type == "stream"] == []


LINES = {
    "ask(store, 'corpus_count')": "QuestionUnknown: cypher/: no query is named 'corpus_count'",
    "ask(store, 'MATCH (d RETURN d.id AS id')": "QueryFileInvalid: ",
    f"store.close()\n{COUNT}": "StoreUnavailable: ",
}


@pytest.mark.notebook
@pytest.mark.parametrize("store_kind", ["embedded"], indirect=True, scope="session")
def test_an_error_of_ours_is_one_line(
    store: Store, store_address: StoreAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in store_address.environment().items():
        if name.startswith("TIENGVANG_"):
            monkeypatch.setenv(name, value)
    with kernel() as run:
        run(OPEN)
        told = {source: errors(run(source))[0].traceback for source in LINES}
        (other,) = errors(run("1 / 0"))
    for source, lines in told.items():
        assert len(lines) == 1
        assert lines[0].startswith(LINES[source])
        assert "\n" not in lines[0]
    assert len(other.traceback) > 1  # of what is not ours all is shown
