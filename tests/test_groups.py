"""Tests that share what a module has loaded stay together."""

from __future__ import annotations

import pytest

from tests.groups import LONG, group_of, in_order
from tests.repository import ROOT


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


def test_long_tests_come_first_and_then_the_larger_groups() -> None:
    few = f"{LONG[0]}::test_a"
    nodes = ["tests/test_b.py::test_b", "tests/test_c.py::test_a", "tests/test_c.py::test_b", few]
    assert in_order(nodes) == [LONG[0], "tests/test_c.py", "tests/test_b.py"]


def test_the_modules_called_long_are_there() -> None:
    assert [name for name in LONG if not (ROOT / name).is_file()] == []
