"""Every error is one clear message, wherever it was raised."""

from __future__ import annotations

import pickle

import pytest

from graph.errors import QueryFailed, StoreError, StoreLocked, TiengVangError


@pytest.mark.parametrize(
    ("what", "where", "todo", "message"),
    [
        ("it broke", "", "", "it broke"),
        ("it broke", "a.txt", "", "a.txt: it broke"),
        ("it broke", "", "Mend it", "it broke. Mend it"),
        ("it broke", "a.txt", "Mend it", "a.txt: it broke. Mend it"),
        ("it broke.", "a.txt", "Mend it.", "a.txt: it broke. Mend it."),
    ],
)
def test_a_message_says_where_what_and_what_to_do(what: str, where: str, todo: str, message: str) -> None:
    assert str(TiengVangError(what, where=where, todo=todo)) == message


def test_an_error_crosses_a_process_whole() -> None:
    error = pickle.loads(pickle.dumps(StoreLocked("held", where="data/graph", todo="Wait")))
    assert type(error) is StoreLocked
    assert (error.what, error.where, error.todo) == ("held", "data/graph", "Wait")


def test_all_errors_have_one_root() -> None:
    assert issubclass(QueryFailed, StoreError)
    assert issubclass(StoreError, TiengVangError)
