"""A pytest plugin: what a run leaves out is named, and with TIENGVANG_TEST_ALL=1 nothing may be.

A test marked `neo4j`, `cypher_lint` or `browser` is skipped where the machine lacks the programs
(tools/machine.py).
A test marked `devcorpus` reads development documents that are not part of the project: without the variable
TIENGVANG_DEVCORPUS it is deselected, in every kind of run.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest

from tools.machine import everything_wanted, missing

DEVCORPUS = "TIENGVANG_DEVCORPUS"
DESELECTED = pytest.StashKey[int]()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skip what the machine cannot run; deselect what reads documents that are not here."""
    lacks = missing()
    for item in items:
        for marker, need in lacks.items():
            if item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=need.line()))
    if os.environ.get(DEVCORPUS):
        return
    outside = [item for item in items if item.get_closest_marker("devcorpus")]
    if outside:
        config.hook.pytest_deselected(items=outside)
        items[:] = [item for item in items if item not in outside]
    config.stash[DESELECTED] = len(outside)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Fail a run that should have left nothing out and skipped a test; one of several tells the first."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["deselected"] = session.config.stash.get(DESELECTED, 0)
    if everything_wanted() and exitstatus == pytest.ExitCode.OK and list(_skipped(session.config)):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    """What a process told when it ended: each collects all tests."""
    node.config.stash[DESELECTED] = getattr(node, "workeroutput", {}).get("deselected", 0)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """One line for each thing left out."""
    outside = config.stash.get(DESELECTED, 0)
    if outside:
        terminalreporter.write_line(f"left out: {outside} tests on development documents (set {DEVCORPUS})")
    skipped = list(_skipped(config))
    if skipped and everything_wanted():
        terminalreporter.write_line(
            f"TIENGVANG_TEST_ALL=1, and {len(skipped)} tests were skipped: that is a failure.", red=True
        )


def _skipped(config: pytest.Config) -> Iterator[object]:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    yield from reporter.stats.get("skipped", ()) if reporter else ()
