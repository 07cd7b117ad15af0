"""A pytest plugin: graph stores to test on, each test once on the embedded engine and once on a real Neo4j.

    def test_x(store):                  an open, migrated and empty store; emptied again before each test

    @pytest.fixture(scope="module")     load once, ask often: `module_store` is emptied once a module;
    def loaded(module_store):           do not use it beside `store` in one module
        load(module_store, ...)
        return module_store

    def test_y(store_address):          `store_address.open()` opens the same server again, `.url`, `.user`,
                                        `.password` and `.environment()` name it for a command line
    def test_z(fresh_store):            as after an installation: no schema yet, and none of its data

Each store is started once a run. Neo4j comes from tools/neo4j, on a free port, in a home of its own; its
tests carry the marker `neo4j`, and tests.left_out skips them where Java or Maven are missing. What the tests
ran on (CALL dbms.components()) stands at the end of the run.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from graph.queries import inline
from graph.store import Store, open_store
from tests.repository import ROOT

KINDS = ("embedded", "neo4j")
# Where commands of tests mirror decisions, unless a test says otherwise: not beside a developer's own.
NOBODYS_DECISIONS = str(Path(tempfile.gettempdir()) / f"tiengvang-tests-{os.getpid()}.jsonl")
# A Java that ends within minutes: what its second compiler and other collectors take would not come back.
SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
RAN_ON = pytest.StashKey[dict[str, str]]()

_DELETE = inline(
    "MATCH (n) WHERE NOT n:Migration WITH n LIMIT 5000 DETACH DELETE n RETURN count(*) AS deleted", "clear"
)
_DELETE_ALL = inline("MATCH (n) WITH n LIMIT 5000 DETACH DELETE n RETURN count(*) AS deleted", "clear_all")
_CONSTRAINTS = inline("SHOW CONSTRAINTS YIELD name RETURN name AS name", "constraints")
_INDEXES = inline("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name AS name", "indexes")


@dataclass(frozen=True, slots=True)
class StoreAddress:
    """How to open a store of the tests, from here or from another process."""

    url: str
    user: str | None = None
    password: str | None = field(default=None, repr=False)

    def open(self, **changes: str) -> Store:
        """Open it once more; the caller closes it."""
        return open_store(**{"url": self.url, "user": self.user, "password": self.password, **changes})

    def environment(self) -> dict[str, str]:
        """The environment of a command that shall use this store."""
        named = {"": self.url, "_USER": self.user, "_PASSWORD": self.password}
        given = {f"TIENGVANG_GRAPH{key}": value for key, value in named.items() if value}
        return {**os.environ, "TIENGVANG_DECISIONS": NOBODYS_DECISIONS, **given}


def clear(store: Store, *, schema: bool = False) -> None:
    """Delete everything in the store but its schema, or its schema too (Neo4j only)."""
    query = _DELETE_ALL if schema else _DELETE
    while store.write(query)[0]["deleted"]:
        pass
    if schema:
        for row in store.read(_CONSTRAINTS):
            store.define(f"DROP CONSTRAINT {row['name']}")
        for row in store.read(_INDEXES):
            store.define(f"DROP INDEX {row['name']}")


@pytest.fixture(scope="session")
def neo4j_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the run's Neo4j keeps its data."""
    return tmp_path_factory.mktemp("neo4j")


@pytest.fixture(scope="session")
def neo4j_address(neo4j_home: Path) -> Iterator[StoreAddress]:
    """A Neo4j of this run's own."""
    started = neo4j_server("start", "--port", "0", home=neo4j_home)
    if started.returncode:
        pytest.fail(started.stderr, pytrace=False)
    values = [line.split("=", 1)[1].strip("'") for line in started.stdout.splitlines()]
    yield StoreAddress(*values)
    kill_neo4j(neo4j_home)


def neo4j_server(*arguments: str, home: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run tools/neo4j/server.py on a home, `environment` on top of this one's, less our variables."""
    command = [sys.executable, str(ROOT / "tools" / "neo4j" / "server.py"), *arguments, "--home", str(home)]
    clean = {key: value for key, value in os.environ.items() if not key.startswith("TIENGVANG_")}
    given = {**clean, "JDK_JAVA_OPTIONS": SHORT_LIVED, **environment}
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=given, check=False)


def kill_neo4j(home: Path) -> None:
    """End the server of a home that nobody needs any more, at once; none there does no harm."""
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        os.kill(json.loads((home / "server.json").read_text(encoding="utf-8"))["pid"], signal.SIGKILL)


@pytest.fixture(scope="session", params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def store_kind(request: pytest.FixtureRequest) -> str:
    """Which store a test runs on."""
    return str(request.param)


@pytest.fixture(scope="session")
def store_address(
    store_kind: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> StoreAddress:
    """The run's store of that kind."""
    if store_kind == "neo4j":
        address: StoreAddress = request.getfixturevalue("neo4j_address")
        return address
    return StoreAddress(f"embedded:{tmp_path_factory.mktemp('embedded')}")


@pytest.fixture(scope="session")
def session_store(
    store_address: StoreAddress, store_kind: str, pytestconfig: pytest.Config
) -> Iterator[Store]:
    """One open and migrated store for the whole run; use `store` or `module_store`, which empty it."""
    with store_address.open() as opened:
        opened.migrate()
        ran_on = f"{opened.describe()}; CALL dbms.components() -> {opened.components()}"
        pytestconfig.stash.setdefault(RAN_ON, {})[store_kind] = ran_on
        yield opened


@pytest.fixture
def store(session_store: Store) -> Store:
    """A migrated and empty store."""
    clear(session_store)
    return session_store


@pytest.fixture(scope="module")
def module_store(session_store: Store) -> Store:
    """A migrated store, emptied once for this module."""
    clear(session_store)
    return session_store


@pytest.fixture
def fresh_store(store_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """A store that was never migrated (Neo4j), or that was just made with its schema (embedded)."""
    if store_kind == "embedded":
        with open_store(f"embedded:{tmp_path / 'graph'}") as opened:
            yield opened
        return
    session: Store = request.getfixturevalue("session_store")
    clear(session, schema=True)
    yield session
    clear(session, schema=True)
    session.migrate()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Of several processes, each tells the first what its tests ran on."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["ran_on"] = session.config.stash.get(RAN_ON, {})


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    """What a process told when it ended."""
    node.config.stash.setdefault(RAN_ON, {}).update(getattr(node, "workeroutput", {}).get("ran_on", {}))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """What the tests ran on."""
    for kind, line in sorted(config.stash.get(RAN_ON, {}).items()):
        terminalreporter.write_line(f"store {kind}: {line}")
