"""No query of anybody's changes the graph, its schema or its users. Each that is tried is counted."""

from __future__ import annotations

from contextlib import suppress

from neo4j.exceptions import DriverError, Neo4jError

from graph.readonly import ReadOnly
from graph.readonly_text import CypherRefused
from graph.store import Store
from tests.readonly.attacks import OTHERS, RUNAWAYS, WRITES
from tests.readonly.conftest import committing_reader, state

REFUSED = WRITES | OTHERS
AT_LEAST = 120  # attempts; the list may grow


def test_the_list_is_as_long_as_it_was() -> None:
    assert len(REFUSED) == len(WRITES) + len(OTHERS)
    assert len(REFUSED) + len(RUNAWAYS) >= AT_LEAST
    assert len(set(REFUSED.values())) == len(REFUSED)


def test_the_guard_refuses_each_and_nothing_changes(filled: Store) -> None:
    before = state(filled)
    passed, changed, tried = [], [], 0
    with ReadOnly(filled) as reader:
        for name, text in REFUSED.items():
            tried += 1
            try:
                reader.ask(text)
                passed.append(name)
            except CypherRefused:
                pass
            if state(filled) != before:
                changed.append(name)
    assert (passed, changed) == ([], [])
    assert tried == len(WRITES) + len(OTHERS)


def test_the_store_alone_refuses_each_write_and_nothing_changes(filled: Store) -> None:
    before = state(filled)
    passed, changed, tried = [], [], 0
    with committing_reader(filled) as commit:
        for name, text in WRITES.items():
            tried += 1
            try:
                commit(text)
                passed.append(name)
            except Neo4jError:
                pass
            if state(filled) != before:
                changed.append(name)
    assert (passed, changed) == ([], [])
    assert tried == len(WRITES)


def test_what_a_store_may_take_for_reading_changes_nothing_either(filled: Store) -> None:
    before = state(filled)
    changed, tried = [], 0
    with committing_reader(filled) as commit:
        for name, text in OTHERS.items():
            tried += 1
            with suppress(Neo4jError, DriverError, UnicodeEncodeError):  # refused, too
                commit(text)
            if state(filled) != before:
                changed.append(name)
    assert changed == []
    assert tried == len(OTHERS)
