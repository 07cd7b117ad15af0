"""The embedded store in one process: what it keeps, what it shows, what it refuses."""

from __future__ import annotations

import re
import stat
import sys
import time
from pathlib import Path

import pytest

from graph import embedded, holding, schema
from graph.errors import EmbeddedFailed, EmbeddedMissing, QueryFailed, SchemaOutdated, StoreLocked
from graph.queries import inline
from graph.store import open_store

CODES = inline("MATCH (n:Province) RETURN n.code AS code ORDER BY code")
CREATE = inline("CREATE (:Province {code: $code})")


def test_a_note_that_cannot_be_read_is_no_hindrance(url: str, folder: Path) -> None:
    open_store(url).close()
    (folder / holding.NOTE_FILE).write_text('{"pid": 1, ', encoding="utf-8")
    with open_store(url) as store:
        assert not store.attached


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
