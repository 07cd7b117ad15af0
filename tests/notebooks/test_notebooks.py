"""The notebooks run from top to bottom on both stores, on the real documents and on the composed ones.

They are kept in git without outputs, and say what the program itself answers.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest

from app.answers.asking.wording import CENTRAL
from app.answers.comparing.comparison import compare
from app.answers.echoing.echoes import echoes
from graph.store import Store
from tests.notebooks.running import FOLDER, NOTEBOOKS, code, printed, run, shown
from tests.repository import ROOT
from tests.store.corpus import holding
from tests.store_fixtures import StoreAddress

FIGURES = {"01": 1, "02": 2, "03": 2}  # at the least
each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


# Queries answer alike on both stores (tests/store): the real documents on one are enough.
on_both_stores = pytest.mark.parametrize(
    ("store_kind", "corpus"),
    [
        ("embedded", "real"),
        ("embedded", "sample"),
        pytest.param("neo4j", "sample", marks=pytest.mark.neo4j),
    ],
    indirect=True,
    scope="session",
)


@pytest.fixture
def corpus(request: pytest.FixtureRequest, session_store: Store) -> str:
    """The name of the corpus that the store holds."""
    holding(session_store, ROOT / "corpus" / request.param)
    return str(request.param)


def test_the_course_is_numbered_without_a_gap() -> None:
    assert [path.name[:3] for path in NOTEBOOKS] == [f"{n:02d}_" for n in range(1, 7)]


@each_notebook
def test_outputs_are_stripped(path: Path) -> None:
    cells = code(nbformat.read(path, as_version=4))
    assert cells
    assert [c.id for c in cells if c.outputs or c.execution_count] == []


@pytest.mark.notebook
@on_both_stores
@each_notebook
def test_a_notebook_runs_from_top_to_bottom(
    path: Path,
    corpus: str,
    session_store: Store,
    store_address: StoreAddress,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    knows, agrees = CHECKS.get(path.name[:2], ("None", lambda *_: True))
    notebook, known = run(path, store_address.environment(), monkeypatch, knows)
    assert any(cell.outputs for cell in code(notebook))
    assert len(shown(notebook, "image/png")) >= FIGURES.get(path.name[:2], 0)
    assert agrees(session_store, known)


def _same_echoes(store: Store, known: dict[str, Any]) -> bool:
    """The notebook looks for citing, reusing and relaying, not for orders of the same measures."""
    answer = echoes(store, known["directive"])
    states = {p.code: "no_echo_found" if p.state == "same_measures" else p.state for p in answer.provinces}
    firsts = {p.code: p.first_on for p in answer.provinces if p.state == "echoed"}
    unplaced = {
        u.document for u in answer.unplaced if u.reason != CENTRAL and {"cites", "reuses"} & set(u.how)
    }
    assert known["states"] == states
    assert known["firsts"] == firsts
    assert set(known["unplaced"]) == unplaced
    return True


def _same_cells(store: Store, known: dict[str, Any]) -> bool:
    answer = compare(store, known["provinces"])
    said = {
        f"{row.measure.id} {cell.province}": [cell.headline, cell.provisions]
        for row in answer.rows
        for cell in row.cells
        if cell.states
    }
    assert known["cells"] == said
    return True


def _same_spans(_: Store, known: dict[str, Any]) -> bool:
    assert known["both"] > 0
    return bool(known["only_graph"] == known["only_spacy"] == 0)


# What a notebook knows at its end, as JSON, and whether the program says the same.
CHECKS: dict[str, tuple[str, Callable[[Store, dict[str, Any]], bool]]] = {
    "02": (
        """{
            'directive': DIRECTIVE,
            'states': provinces.state.to_dict(),
            'firsts': provinces.first_on.dropna().to_dict(),
            'unplaced': sorted(set(unplaced.document)),
        }""",
        _same_echoes,
    ),
    "03": (
        """{
            'provinces': PROVINCES,
            'cells': {
                f'{r.measure} {r.province}': [r.state, int(r.provisions)] for r in headline.itertuples()
            },
        }""",
        _same_cells,
    ),
    "05": (
        """{
            'both': len(in_graph & in_spans),
            'only_graph': len(in_graph - in_spans),
            'only_spacy': len(in_spans - in_graph),
        }""",
        _same_spans,
    ),
}


@pytest.mark.notebook
@pytest.mark.parametrize(
    ("store_kind", "corpus"), [("embedded", "sample")], indirect=True, scope="session", ids=["sample"]
)
@pytest.mark.parametrize("directive", ["19/CT-TTg@2020", "07-KL/TW@2021", "68/NQ-CP@2021"])
def test_the_second_notebook_agrees_on_other_directives(
    directive: str,
    corpus: str,
    session_store: Store,
    store_address: StoreAddress,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    knows, agrees = CHECKS["02"]
    changes = {"172-TB/TW@2020": directive}
    _, known = run(NOTEBOOKS[1], store_address.environment(), monkeypatch, knows, changes)
    assert known["directive"] == directive
    assert agrees(session_store, known)


@on_both_stores
def test_every_figure_on_composed_documents_says_so(
    corpus: str, session_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(FOLDER))
    from tiengvang_notebook import COMPOSED, titled

    assert titled(session_store, "Title") == ("Title" if corpus == "real" else f"Title\n({COMPOSED})")
    for path in NOTEBOOKS:
        source = "".join(cell.source for cell in code(nbformat.read(path, as_version=4)))
        assert source.count("titled(") >= source.count("plt.show()"), path


@pytest.mark.notebook
@pytest.mark.parametrize("number", ["01", "02", "06"])
def test_a_notebook_attaches_to_the_store_that_serve_holds(
    number: str, served: StoreAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = next(path for path in NOTEBOOKS if path.name.startswith(number))
    notebook, _ = run(path, served.environment(), monkeypatch)
    assert "attached to it" in "".join(printed(cell) for cell in code(notebook))
