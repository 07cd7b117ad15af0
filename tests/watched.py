"""A pytest plugin: coverage looks away where it would learn nothing, for it doubles the time of what it sees.

A test with a store as its parameter runs the same code on both, so one is watched; those of the graph package
and of the stores are watched on each. Rounds of random and damaged texts (tests/bench) run rules that the
tests of the extractors have shown already.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

ON_EACH_STORE = ("tests/graph/", "tests/store/")
REPEATING = ("tests/bench/",)


def watched(nodeid: str, store: object) -> bool:
    """Whether coverage may learn from a test; `store` is the kind that it has as a parameter."""
    if nodeid.startswith(REPEATING):
        return False
    return store != "neo4j" or nodeid.startswith(ON_EACH_STORE)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Stop or go on watching; where nothing changes, nothing is done."""
    control = _control(item.config)
    if control is not None:
        parameters = getattr(item, "callspec", None)
        wanted = watched(item.nodeid, parameters.params.get("store_kind") if parameters else None)
        if wanted != control.started:
            (control.resume if wanted else control.pause)()
    return (yield)


def _control(config: pytest.Config) -> Any:
    """What starts and stops coverage in this process; None where it does not run."""
    plugin = config.pluginmanager.getplugin("_cov")
    return getattr(plugin, "cov_controller", None)
