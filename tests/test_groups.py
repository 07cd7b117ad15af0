"""Tests that share what a module has loaded stay together."""

from __future__ import annotations

import pytest

from tests.groups import group_of


@pytest.mark.parametrize(
    ("nodeid", "group"),
    [
        ("tests/test_a.py::test_b", "tests/test_a.py"),
        ("tests/http/test_lists.py::test_b[neo4j-/v1/documents]", "tests/http/test_lists.py neo4j"),
        ("tests/http/test_lists.py::test_b[embedded-csv]", "tests/http/test_lists.py embedded"),
        ("tests/n/test_n.py::test_b[01_first_look-embedded-real]", "tests/n/test_n.py embedded real"),
        ("tests/n/test_n.py::test_b[a]c-neo4j]", "tests/n/test_n.py neo4j"),
    ],
)
def test_a_group_is_a_module_on_a_store(nodeid: str, group: str) -> None:
    assert group_of(nodeid) == group
