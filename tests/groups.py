"""A pytest plugin: which tests stay together when `pytest -n` spreads them over processes.

The tests of a module on one store share what a fixture of the module has loaded; apart, each process would
load it again.
"""

from __future__ import annotations

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Group the tests by module and store."""
    for item in items:
        call = getattr(item, "callspec", None)
        store = call.params.get("store_kind", "") if call else ""
        item.add_marker(pytest.mark.xdist_group(f"{item.location[0]} {store}"))
