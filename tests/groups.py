"""A pytest plugin: which tests stay together when `pytest -n` spreads them over processes.

The tests of a module on one store share what a fixture of the module has loaded; apart, each process would
load it again.
"""

from __future__ import annotations

import pytest

STORES = ("store_kind", "corpus")  # the parameters that choose what a store holds


@pytest.hookimpl(tryfirst=True)  # before pytest-xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Group the tests by module and store."""
    for item in items:
        call = getattr(item, "callspec", None)
        stores = [str(call.params[name]) for name in STORES if name in call.params] if call else []
        item.add_marker(pytest.mark.xdist_group(" ".join([item.location[0], *stores])))
