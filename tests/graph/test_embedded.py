"""The embedded store among several processes: one holds it, others attach, death leaves nothing behind."""

from __future__ import annotations

import os
import re
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph import embedded, holding, schema
from graph.errors import EmbeddedFailed, EmbeddedMissing, QueryFailed, SchemaOutdated, StoreLocked
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


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"embedded:{tmp_path / 'graph'}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "graph"


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


def test_a_note_that_cannot_be_read_is_no_hindrance(url: str, folder: Path) -> None:
    open_store(url).close()
    (folder / holding.NOTE_FILE).write_text('{"pid": 1, ', encoding="utf-8")
    with open_store(url) as store:
        assert not store.attached


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


def test_only_the_holder_makes_the_schema(url: str, tmp_path: Path) -> None:
    shipped = schema.load_migrations()
    for migration in shipped:
        (tmp_path / migration.path.name).write_text(migration.path.read_text("utf-8"), "utf-8")
    added = f"V{len(shipped) + 1:03d}__later"
    (tmp_path / f"{added}.cypher").write_text(
        "CREATE INDEX later IF NOT EXISTS FOR (n:Later) ON (n.x)", "utf-8"
    )
    with open_store(url) as holder, open_store(url) as attached:
        with pytest.raises(SchemaOutdated, match=f"lacks {added}.*Stop that process"):
            schema.migrate(attached, tmp_path)
        assert schema.migrate(holder, tmp_path) == [added]
        assert schema.migrate(attached, tmp_path) == []


def test_a_closed_store_leaves_no_note_and_can_be_opened_again(url: str, folder: Path) -> None:
    for code in ("72", "91"):
        with open_store(url) as store:
            assert holding.published(folder)
            store.write(CREATE, code=code)
        store.close()
        assert holding.published(folder) is None
    with open_store(url) as store:
        assert store.read(CODES) == [{"code": "72"}, {"code": "91"}]


def test_a_process_that_forgets_to_close_leaves_no_note(url: str, folder: Path) -> None:
    forgetful = "import sys; from graph.store import open_store; store = open_store(sys.argv[1]); print(1)"
    process = _start(forgetful, url)
    output, errors = process.communicate(timeout=60)
    assert (process.returncode, output, errors) == (0, "1\n", "")
    assert holding.published(folder) is None


def test_two_stores_in_one_process_are_apart(tmp_path: Path) -> None:
    with open_store(f"embedded:{tmp_path / 'a'}") as one, open_store(f"embedded:{tmp_path / 'ab'}") as other:
        one.write(CREATE, code="72")
        other.write(CREATE, code="91")
        assert (one.read(CODES), other.read(CODES)) == ([{"code": "72"}], [{"code": "91"}])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no file modes")
def test_what_lets_others_in_is_for_the_owner_only(url: str, folder: Path) -> None:
    with open_store(url) as store:
        secret = holding.read_secret(folder)
        assert secret
        assert secret not in store.describe()
        for name in (holding.SECRET_FILE, holding.NOTE_FILE, holding.LOCK_FILE):
            assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600


def test_a_lost_secret_is_made_anew(url: str, folder: Path) -> None:
    with open_store(url) as store:
        store.write(CREATE, code="72")
    (folder / holding.SECRET_FILE).unlink()
    with open_store(url) as store:
        assert store.read(CODES) == [{"code": "72"}]


LISTENING = "0A"
LOOPBACK = {"0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000"}


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="no list of sockets in /proc on this system")
def test_the_engine_listens_on_loopback_only(url: str) -> None:
    before = _listeners()
    with open_store(url):
        opened = _listeners() - before
        assert opened
        assert {address for address, _ in opened} <= LOOPBACK


def _listeners() -> set[tuple[str, str]]:
    lines = [
        line for name in ("tcp", "tcp6") for line in Path("/proc/net", name).read_text("ascii").splitlines()
    ]
    rows = [line.split() for line in lines]
    return {(row[1].split(":")[0], row[1].split(":")[1]) for row in rows if row[3] == LISTENING}


@pytest.mark.parametrize("source", ["file:///etc/hostname", "/etc/hostname", "http://127.0.0.1:9/x"])
def test_the_machine_is_out_of_reach_of_a_query(url: str, source: str) -> None:
    for _ in range(2):  # and still so when the store is opened again
        with open_store(url) as store, pytest.raises(QueryFailed, match="LOAD CSV"):
            store.read(inline(f"LOAD CSV FROM '{source}' AS line RETURN line AS line"))


def test_without_the_engine_the_message_says_what_to_install(
    url: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "arcadedb", None)
    with pytest.raises(EmbeddedMissing, match="Install the package arcadedb"):
        open_store(url)
    monkeypatch.undo()
    open_store(url).close()


def test_files_that_are_no_store_are_left_alone(url: str, folder: Path) -> None:
    folder.mkdir()
    databases = folder / "databases"
    databases.write_text("something else", encoding="utf-8")
    for _ in range(2):  # the second try would be StoreLocked, had the first kept the folder
        with pytest.raises(EmbeddedFailed, match=re.escape(str(folder))):
            open_store(url)
    assert databases.read_text(encoding="utf-8") == "something else"


def test_opening_is_quiet(url: str) -> None:
    process = _start(PROCESS, url, "72")
    output, errors = process.communicate(timeout=60)
    assert (output, errors) == ("holds\n", "")


def test_patience_ends(folder: Path) -> None:
    folder.mkdir()
    lock = holding.FolderLock.take(folder)
    assert lock
    started = time.monotonic()
    with pytest.raises(StoreLocked, match="another process holds this graph"):
        embedded.acquire(folder, patience=0.2)
    assert time.monotonic() - started >= 0.2
    lock.release()


@pytest.mark.parametrize(
    ("statement", "twin"),
    [
        ("CREATE INDEX x IF NOT EXISTS FOR (n:A) ON (n.b)", ()),
        ("MATCH (n) RETURN n AS n", ()),
        (
            "// why\nCREATE FULLTEXT INDEX found IF NOT EXISTS FOR (p:Provision)\n ON EACH [p.text, p.fold]",
            (
                "CREATE VERTEX TYPE Provision IF NOT EXISTS",
                "CREATE PROPERTY Provision.text IF NOT EXISTS STRING",
                "CREATE PROPERTY Provision.fold IF NOT EXISTS STRING",
                "CREATE INDEX found IF NOT EXISTS ON Provision (text, fold) FULL_TEXT",
            ),
        ),
    ],
)
def test_the_sql_twin_of_a_full_text_index(statement: str, twin: tuple[str, ...]) -> None:
    assert embedded.fulltext_twin(statement) == twin
