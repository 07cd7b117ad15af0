"""A pytest plugin: which tests stay together when `pytest -n` spreads them over processes.

The tests of a module on one store share what a fixture of the module has loaded; apart, each process would
load it again. Groups are told by the names of the tests: pytest-xdist's own marker has no effect in pytest 9.
Groups of few long tests come first, then the larger before the smaller: what is left for the end is short.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest

STORES = {"embedded", "neo4j", "real", "sample"}  # parameters that choose a store, and what it holds

LONG = (  # modules of few tests that take their time: a server started anew, a kill, an import, a linter
    "tests/store/test_neo4j_server.py",
    "tests/export/test_bulk_import.py",
    "tests/graph/test_cypher_lint.py",
    "tests/cli/test_interrupted.py",
    "tests/decisions/test_replay.py",
    "tests/http/test_lists_under_writes.py",
    "tests/decisions/test_command_line.py",
    "tests/answers/test_derived.py",
    "tests/store/test_ingest.py",
    "tests/store/test_foreign_data.py",
    "tests/test_readme.py",
)


def group_of(nodeid: str) -> str:
    """The module of a test, and the store that its parameters name."""
    module, _, name = nodeid.partition("::")
    words = re.split(r"[-\]]", name.partition("[")[2])
    return " ".join([module, *(word for word in words if word in STORES)])


def in_order(nodeids: list[str]) -> list[str]:
    """The groups of tests in the order in which they are handed out."""
    sizes = Counter(map(group_of, nodeids))
    return sorted(sizes, key=lambda group: (group.split(" ")[0] not in LONG, -sizes[group], group))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Orders the tests of a process that is handed groups; alone, pytest's own order is kept."""
    if hasattr(config, "workerinput"):
        places = {group: place for place, group in enumerate(in_order([item.nodeid for item in items]))}
        items.sort(key=lambda item: places[group_of(item.nodeid)])


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Hand out whole groups, in the order of the tests."""
    from xdist.scheduler import LoadScopeScheduling

    class ByGroup(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return group_of(nodeid)

    config.option.loadscopereorder = False
    return ByGroup(config, log)
