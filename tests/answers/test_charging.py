"""Two provinces by bodies: whom one charged and the other did not, and whom both did, in each one's words."""

from __future__ import annotations

import pytest

from app.answers.comparing.charging import compare_bodies
from app.answers.comparing.comparison import compare
from app.answers.models.comparison import BodySideBySide, TaskWords
from app.answers.sources.documents import document_text
from app.answers.sources.provenance import provenance
from graph.store import Store
from tests.store.corpus import REAL, holding

PAIR = ["72", "91"]  # Tây Ninh and Kiên Giang


@pytest.fixture(scope="module")
def loaded(session_store: Store) -> Store:
    """The four real documents."""
    return holding(session_store, REAL)


@pytest.fixture(scope="module")
def sides(loaded: Store) -> BodySideBySide:
    """Both provinces, with a task each."""
    found = compare_bodies(loaded, PAIR, evidence_limit=1).side_by_side
    assert found is not None
    return found


def _tasks(sides: BodySideBySide) -> list[TaskWords]:
    return [task for side in sides.both for task in (*side.first, *side.second)]


def test_whom_both_charge_stands_in_each_ones_own_words(loaded: Store, sides: BodySideBySide) -> None:
    whole = compare_bodies(loaded, PAIR).side_by_side
    assert whole is not None
    wanted = {side.body.id: (len(side.first), len(side.second)) for side in whole.both}
    assert {"btgtu", "ubnd-tinh"} <= {side.body.id for side in sides.both}
    for side in sides.both:
        assert len(side.first) == len(side.second) == 1
        assert (side.first_total, side.second_total) == wanted[side.body.id]
        assert side.first[0].evidence.document != side.second[0].evidence.document
    for task in _tasks(sides):
        text = document_text(loaded, task.evidence.document)
        assert text[task.task.start : task.task.end] == task.task.quote
        assert task.task.start == task.evidence.start
        assert task.actor is not None
        assert text[task.actor.start : task.actor.end] == task.actor.quote


def test_who_else_is_charged_with_a_task_is_named_with_the_statement(
    loaded: Store, sides: BodySideBySide
) -> None:
    shared = [task for task in _tasks(sides) if task.others]
    assert shared
    for task in shared:
        for other in task.others:
            found = provenance(loaded, other.key)
            assert (found.type, found.document.id) == ("ASSIGNS", task.evidence.document)
            assert found.evidence is not None
            assert (found.evidence.start, found.evidence.end) == (task.evidence.start, task.evidence.end)
            assert found.object.key == other.body.id


def test_whom_only_one_charges_stands_apart(sides: BodySideBySide) -> None:
    assert "du-ca" in {row.body.id for row in sides.only_first}
    assert "vptu" in {row.body.id for row in sides.only_second}
    for rows, place in ((sides.only_first, 0), (sides.only_second, 1)):
        for row in rows:
            assert row.cells[place].headline == "charged"
            assert row.cells[1 - place].headline == "not_charged"


def test_a_body_is_there_only_where_acts_of_the_range_charge_it(loaded: Store) -> None:
    before = compare_bodies(loaded, PAIR, until="2021-05")
    assert before.side_by_side is not None
    assert not before.side_by_side.both
    assert not before.side_by_side.only_first
    assert {cell.headline for row in before.rows for cell in row.cells[:1]} == {"no_documents"}
    assert before.side_by_side.only_second


def test_an_order_is_quoted_also_where_other_statements_come_before_it(loaded: Store) -> None:
    """A few pieces a cell: those of its orders stand beside each other, whatever else is said earlier."""
    answer = compare(loaded, PAIR, evidence_limit=1)
    assert answer.side_by_side is not None
    assert answer.side_by_side.both
    for side in answer.side_by_side.both:
        assert [len(side.first), len(side.second)] == [1, 1], side.measure.id
    assert all(len(cell.evidence) <= 1 for row in answer.rows for cell in row.cells)
