"""Rows of every form have their words hidden by place; a query that quotes says of which document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.hiding import hidden
from graph.queries import shipped as queries
from ingest.steps.echo_rows import EchoRow, Holder, Origin, pack, unpack
from ingest.text.hiding import MASK, Spans, masked

ONE, TWO = "1" * 64, "2" * 64
TEXT = "Bệnh nhân Lê Thị Hoa đã khỏi"
SPANS = {ONE: [(10, 20)]}
SHOWN = "Bệnh nhân ██████████ đã khỏi"


def lookup(ids: Iterable[str]) -> Mapping[str, Spans]:
    """What the store tells of documents."""
    return {id: SPANS[id] for id in ids if id in SPANS}


PLACE = {"document": ONE, "start": 10, "end": 20}


@pytest.mark.parametrize(
    ("row", "column", "shown"),
    [
        ({**PLACE, "quote": TEXT[10:20]}, "quote", MASK * 10),
        ({**PLACE, "document": TWO, "quote": TEXT[10:20]}, "quote", TEXT[10:20]),
        ({"holder": ONE, "start": 7, "quote": TEXT[7:25]}, "quote", SHOWN[7:25]),
        ({"id": ONE, "text": TEXT}, "text", SHOWN),
        ({"source_document": ONE, "source_start": 0, "source_quote": TEXT}, "source_quote", SHOWN),
        ({"document": ONE, "subject_start": 0, "subject_quote": TEXT}, "subject_quote", SHOWN),
        ({"document": ONE, "start": 0, "beginning": TEXT[:16]}, "beginning", SHOWN[:16]),
        ({"document": ONE, "quote": TEXT}, "quote", MASK * len(TEXT)),
        ({"tasks": [{**PLACE, "quote": TEXT[10:20]}]}, "tasks", [{**PLACE, "quote": MASK * 10}]),
        ({"document": ONE, "props": {"start": 0, "quote": TEXT}}, "props", {"start": 0, "quote": SHOWN}),
    ],
)
def test_words_are_hidden_by_their_place(row: dict[str, Any], column: str, shown: object) -> None:
    assert hidden([row], lookup)[0][column] == shown


def test_rows_of_one_document_need_not_name_it() -> None:
    assert hidden([{"start": 0, "quote": TEXT}], lookup, ONE)[0]["quote"] == SHOWN


def test_packed_pieces_are_hidden_on_both_sides() -> None:
    holder = Holder(ONE, "a@2021", None, None, False, False, "72", None, None, None)
    origin = Origin(ONE, TEXT, 0, len(TEXT))
    piece = EchoRow("reuses", "t", "k", None, 0, len(TEXT), TEXT, "r", "derived", holder, origin)
    shown = unpack(hidden([{"act": "t", "pieces": pack([piece])}], lookup)[0]["pieces"])
    assert shown[0].quote == SHOWN
    assert shown[0].origin is not None
    assert shown[0].origin.quote == SHOWN
    assert shown[0].holder == holder


def test_every_query_that_quotes_says_of_which_document() -> None:
    quoting = [q for q in queries().values() if any(c.endswith("quote") for c in q.columns)]
    placed = {"document", "holder"}
    silent = [q.name for q in quoting if not placed & {*q.columns} and "id" not in q.params]
    assert quoting
    assert silent == []


SPANS_OF_A_TEXT = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), max_size=4)


@given(st.text(max_size=40), SPANS_OF_A_TEXT, st.integers(0, 20))
def test_what_is_hidden_has_its_length_and_nothing_else_changes(
    text: str, spans: list[tuple[int, int]], start: int
) -> None:
    shown = masked(text, spans, start)
    assert len(shown) == len(text)
    for at, (before, after) in enumerate(zip(text, shown, strict=True), start):
        inside = any(a <= at < b for a, b in spans)
        assert after == (MASK if inside and before != "\n" else before)
