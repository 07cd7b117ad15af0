"""The embedded store among several processes: one holds it, others attach, death leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph import embedded, holding
from graph.errors import StoreLocked
from graph.queries import inline
from graph.store import open_store
from tests.repository import ROOT

CODES = inline("MATCH (n:Province) RETURN n.code AS code ORDER BY code")
CREATE = inline("CREATE (:Province {code: $code})")

# Opens the store, writes one node, says what it is, and keeps it until its input ends.
PROCESS = """
import sys
from graph.queries import inline
from graph.store import open_store
with open_store(sys.argv[1]) as store:
    store.write(inline("CREATE (:Province {code: $code})"), code=sys.argv[2])
    print("attached" if store.attached else "holds", flush=True)
    sys.stdin.read()
"""
# Writes batches of 50 without end.
WRITER = """
import sys
from graph.queries import inline
from graph.store import open_store
with open_store(sys.argv[1]) as store:
    for batch in range(1_000_000):
        rows = [f"{batch}-{number}" for number in range(50)]
        store.write(inline("UNWIND $rows AS row CREATE (:Province {code: row})"), rows=rows)
        print(batch, flush=True)
"""
# Holds the store, and forks a worker that lives on.
FORKING = """
import os, sys, time
from graph.store import open_store
with open_store(sys.argv[1]) as store:
    worker = os.fork()
    if worker == 0:
        time.sleep(60)
    print(worker, flush=True)
    time.sleep(60)
"""


def _start(code: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        cwd=ROOT,
        start_new_session=True,
    )


@contextmanager
def _process(url: str, code: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Another process with the store open, and whether it holds it."""
    process = _start(PROCESS, url, code)
    assert process.stdout is not None
    try:
        said = process.stdout.readline().strip()
        assert said, process.communicate()[1]
        yield process, said
    finally:
        process.kill()
        process.communicate()


def test_a_second_process_attaches_reads_and_writes(url: str) -> None:
    with open_store(url) as store:
        store.write(CREATE, code="72")
        with _process(url, "91") as (_, said):
            assert said == "attached"
            assert not store.attached
            assert store.read(CODES) == [{"code": "72"}, {"code": "91"}]


def test_attaching_says_who_holds(url: str) -> None:
    with _process(url, "72") as (process, said), open_store(url) as store:
        assert said == "holds"
        assert store.attached
        assert f"held by process {process.pid}" in store.describe()
        assert store.migrate() == []
        assert store.read(CODES) == [{"code": "72"}]


def test_a_holder_that_does_not_answer_is_locked_until_it_does(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "PATIENCE", 0.5)
    monkeypatch.setattr(embedded, "ANSWER_TIMEOUT", 0.5)
    with _process(url, "72") as (process, _):
        os.kill(process.pid, signal.SIGSTOP)
        with pytest.raises(StoreLocked, match=f"process {process.pid} holds this graph and does not answer"):
            open_store(url)
        os.kill(process.pid, signal.SIGCONT)
        monkeypatch.undo()
        with open_store(url) as store:
            assert store.attached


def test_after_kill_9_the_note_of_the_dead_process_is_ignored(url: str, folder: Path) -> None:
    with _process(url, "72") as (process, _):
        process.kill()
        process.wait()
        assert holding.published(folder)
        with open_store(url) as store:
            assert not store.attached
            assert store.read(CODES) == [{"code": "72"}]
            note = holding.published(folder)
            assert note is not None
            assert note.pid == os.getpid()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_a_forked_worker_does_not_keep_the_store_of_a_killed_process(url: str) -> None:
    process = _start(FORKING, url)
    assert process.stdout is not None
    worker = int(process.stdout.readline())
    try:
        process.kill()
        process.wait()
        with open_store(url) as store:
            assert not store.attached
            os.kill(worker, 0)  # it still lives
    finally:
        os.kill(worker, signal.SIGKILL)
        process.communicate()


@pytest.mark.parametrize("kill_after", [1, 7, 30])
def test_kill_9_amid_writing_tears_no_transaction(url: str, kill_after: int) -> None:
    process = _start(WRITER, url)
    assert process.stdout is not None
    for _ in range(kill_after):
        assert process.stdout.readline()
    process.kill()
    process.communicate()
    with open_store(url) as store:
        found = store.read(
            inline("MATCH (n:Province) RETURN count(n) AS n, count(DISTINCT n.code) AS codes")
        )[0]
        assert found["n"] >= 50 * kill_after
        assert found["n"] % 50 == 0
        assert found["codes"] == found["n"]


def test_processes_that_start_at_once_all_get_the_store(url: str) -> None:
    processes = [_start(PROCESS, url, code) for code in ("72", "79", "91")]
    said = [process.stdout.readline().strip() for process in processes if process.stdout]
    outputs = [process.communicate() for process in processes]
    assert sorted(said) == ["attached", "attached", "holds"], outputs
    with open_store(url) as store:
        assert store.read(CODES) == [{"code": "72"}, {"code": "79"}, {"code": "91"}]


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGINT])
def test_when_the_holder_ends_an_attached_process_goes_on(url: str, end: signal.Signals) -> None:
    with _process(url, "72") as (process, _), open_store(url) as store:
        assert store.attached
        process.send_signal(end)
        process.wait()
        store.write(CREATE, code="91")
        assert not store.attached
        assert store.read(CODES) == [{"code": "72"}, {"code": "91"}]


def test_an_attached_process_goes_on_when_its_stopped_holder_does(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with _process(url, "72") as (process, _), open_store(url) as store:
        monkeypatch.setattr(embedded, "PATIENCE", 0.2)
        monkeypatch.setattr(embedded, "ANSWER_TIMEOUT", 0.2)
        os.kill(process.pid, signal.SIGSTOP)
        with pytest.raises(StoreLocked, match=f"process {process.pid}"):
            store.read(CODES)
        os.kill(process.pid, signal.SIGCONT)
        monkeypatch.undo()
        assert store.read(CODES) == [{"code": "72"}]
        assert store.attached


def test_a_process_that_forgets_to_close_leaves_no_note(url: str, folder: Path) -> None:
    forgetful = "import sys; from graph.store import open_store; store = open_store(sys.argv[1]); print(1)"
    process = _start(forgetful, url)
    output, errors = process.communicate(timeout=60)
    assert (process.returncode, output, errors) == (0, "1\n", "")
    assert holding.published(folder) is None


def test_opening_is_quiet(url: str) -> None:
    process = _start(PROCESS, url, "72")
    output, errors = process.communicate(timeout=60)
    assert (output, errors) == ("holds\n", "")
