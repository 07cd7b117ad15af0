"""A pytest plugin: which tests stay together when `pytest -n` spreads them over processes.

The tests of a module on one store share what a fixture of the module has loaded; apart, each process would
load it again. Groups are told by the names of the tests: pytest-xdist's own marker has no effect in pytest 9.
"""

from __future__ import annotations

import re
from typing import Any

import pytest

STORES = {"embedded", "neo4j", "real", "sample"}  # parameters that choose a store, and what it holds


def group_of(nodeid: str) -> str:
    """The module of a test, and the store that its parameters name."""
    module, _, name = nodeid.partition("::")
    words = re.split(r"[-\]]", name.partition("[")[2])
    return " ".join([module, *(word for word in words if word in STORES)])


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Hand out whole groups."""
    from xdist.scheduler import LoadScopeScheduling

    class ByGroup(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return group_of(nodeid)

    return ByGroup(config, log)
