"""The embedded engine: ArcadeDB inside this process, reached like Neo4j over Bolt on loopback.

Every difference of it from Neo4j lives here. One process holds a folder; others attach to it over the Bolt
port that it publishes. Full-text indexes have no Cypher there: the holder makes their twins in SQL.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import re
import socket
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph import holding, readonly_login
from graph.errors import EmbeddedFailed, EmbeddedMissing, StoreLocked, StoreUrlInvalid

if TYPE_CHECKING:
    from types import ModuleType

SCHEME = "embedded:"
USER = "root"
DATABASE = "kg"
LOOPBACK = "127.0.0.1"
HEAP = "-Xmx1g"  # the engine takes half of the memory otherwise
MESSAGE_LIMIT = 256 << 20  # bytes; the engine's own limit of 16 MB is less than one long document
PATIENCE = 15.0  # seconds to wait for a holder that is just starting or stopping
ANSWER_TIMEOUT = 2.0  # seconds for a holder to answer the first bytes of a Bolt connection
RETRY_EVERY = 0.1  # seconds
BOLT_GREETING = bytes.fromhex("6060b017" + "00000404" + "00000000" * 3)  # magic number, then version 4.4

_FULLTEXT = re.compile(
    r"CREATE\s+FULLTEXT\s+INDEX\s+(?P<name>\w+)\s+(?:IF\s+NOT\s+EXISTS\s+)?"
    r"FOR\s*\(\s*(?P<variable>\w+)\s*:\s*(?P<label>\w+)\s*\)\s*ON\s+EACH\s*\[(?P<properties>[^\]]+)\]",
    re.IGNORECASE,
)


def folder_of(url: str) -> Path:
    """The folder of an `embedded:` URL. Raises StoreUrlInvalid where it names none."""
    path = url.removeprefix(SCHEME)
    if not path.strip():
        raise StoreUrlInvalid("the URL names no folder", where=url, todo="Write embedded:data/graph")
    return Path(path).expanduser()


def fulltext_twin(statement: str) -> tuple[str, ...]:
    """SQL for a Cypher full-text index, () for every other statement."""
    match = _FULLTEXT.search(statement)
    if not match:
        return ()
    label, name = match["label"], match["name"]
    properties = [
        part.strip().removeprefix(match["variable"] + ".") for part in match["properties"].split(",")
    ]
    return (
        f"CREATE VERTEX TYPE {label} IF NOT EXISTS",
        *(f"CREATE PROPERTY {label}.{each} IF NOT EXISTS STRING" for each in properties),
        f"CREATE INDEX {name} IF NOT EXISTS ON {label} ({', '.join(properties)}) FULL_TEXT",
    )


@dataclass(frozen=True, slots=True)
class Attached:
    """The way to an engine that another process holds."""

    note: holding.Note
    secret: str

    @property
    def uri(self) -> str:
        return f"bolt://{LOOPBACK}:{self.note.port}"

    def answers(self) -> bool:
        """Whether the holder still speaks Bolt."""
        return _answers(self.note.port)

    def describe(self) -> str:
        return f"{self.note.engine} (embedded, held by process {self.note.pid}, attached to it)"


class Engine:
    """The engine running in this process, which holds the folder until `stop`."""

    def __init__(self, folder: Path, lock: holding.FolderLock) -> None:
        self._folder = folder
        self._lock = lock
        self._server: Any = None
        self._process = os.getpid()
        holding.withdraw(folder)  # the lock is ours: a note still lying there is of a dead process
        self.secret = _secret(folder)
        readonly_login.prepare(folder, USER, self.secret, DATABASE)
        self._port = _free_port()
        self._module = _arcadedb(folder)
        # A process that ends without closing its store must still leave no note behind.
        atexit.register(self.stop)
        try:
            self._server = self._start()
            self._database = self._open()
        except self._module.ArcadeDBError as error:
            self.stop()
            raise EmbeddedFailed(
                f"the engine cannot open this folder ({error})",
                where=folder,
                todo="Name another, or move it away",
            ) from error

    def _start(self) -> Any:
        server = self._module.create_server(
            str(self._folder),
            root_password=self.secret,
            config={
                "host": LOOPBACK,
                "http_port": _free_port(),
                # Production mode would hide the texts of errors; what else it does, _open does.
                "mode": "development",
                "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
                "bolt_port": self._port,
                "bolt_maxMessageSize": MESSAGE_LIMIT,
                "bolt_packstream_maxValueLength": MESSAGE_LIMIT,
            },
        )
        server.start()
        return server

    def _open(self) -> Any:
        """The database, made where there is none."""
        database = self._server.create_database(DATABASE)
        database.set_wal_flush("yes_full")  # by default a commit is not forced to the disk
        for source in ("allowFileUrls", "allowRemoteUrls"):  # LOAD CSV would read the machine's files
            database.command("sql", f"ALTER DATABASE `arcadedb.opencypher.loadCsv.{source}` false")
        return database

    @property
    def uri(self) -> str:
        return f"bolt://{LOOPBACK}:{self._port}"

    def describe(self) -> str:
        return f"{self._name()} (embedded, held by this process)"

    def _name(self) -> str:
        return f"ArcadeDB {self._module.__version__}"

    def sql(self, statements: Iterable[str]) -> None:
        """Run statements that the engine has no Cypher for. Raises EmbeddedFailed."""
        for statement in statements:
            try:
                self._database.command("sql", statement)
            except self._module.ArcadeDBError as error:
                raise EmbeddedFailed(f"{statement}: {error}", where=self._folder) from error

    def publish(self) -> None:
        """Let other processes find this one."""
        holding.publish(self._folder, holding.Note(os.getpid(), self._port, self._name()))

    def stop(self) -> None:
        """Stop the engine and let the folder go. Twice does no harm, nor does it in a forked worker."""
        if os.getpid() != self._process:
            return
        atexit.unregister(self.stop)
        server, self._server = self._server, None
        if server is not None:
            holding.withdraw(self._folder)
            server.stop()
        self._lock.release()


def acquire(folder: Path, patience: float | None = None) -> Engine | Attached:
    """Start the engine on `folder`, or find the process that holds it.

    Raises StoreLocked when a holder does not answer within `patience` seconds, EmbeddedMissing without the
    engine, EmbeddedFailed where the folder cannot be used.
    """
    deadline = time.monotonic() + (PATIENCE if patience is None else patience)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        while True:
            lock = holding.FolderLock.take(folder)
            if lock:
                return _hold(folder.resolve(), lock)
            found = _reach(folder)
            if found:
                return found
            if time.monotonic() > deadline:
                raise _locked(folder)
            time.sleep(RETRY_EVERY)
    except OSError as error:
        raise EmbeddedFailed(
            f"cannot use this folder for the graph ({error.strerror})",
            where=folder,
            todo="Name one you may write",
        ) from error


def _hold(folder: Path, lock: holding.FolderLock) -> Engine:
    try:
        return Engine(folder, lock)
    except BaseException:
        lock.release()
        raise


def _locked(folder: Path) -> StoreLocked:
    note = holding.published(folder)
    who = f"process {note.pid}" if note else "another process"
    return StoreLocked(
        f"{who} holds this graph and does not answer", where=folder, todo="Wait for it to end, or stop it"
    )


def _reach(folder: Path) -> Attached | None:
    note, secret = holding.published(folder), holding.read_secret(folder)
    if note and secret and _answers(note.port):
        return Attached(note, secret)
    return None


def _answers(port: int) -> bool:
    """Whether something speaks Bolt there: a stopped process still accepts connections, and stays silent."""
    with (
        contextlib.suppress(OSError),
        socket.create_connection((LOOPBACK, port), ANSWER_TIMEOUT) as connection,
    ):
        connection.sendall(BOLT_GREETING)
        return len(connection.recv(4)) == 4
    return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def _secret(folder: Path) -> str:
    secret = holding.read_secret(folder)
    if secret is None:
        # Without its password the engine's list of users is of no use; it makes a new one.
        (folder / "config" / "server-users.jsonl").unlink(missing_ok=True)
        secret = holding.make_secret(folder)
    return secret


def _arcadedb(folder: Path) -> ModuleType:
    """The engine's package, told before its import to keep quiet and small."""
    os.environ.setdefault("ARCADEDB_LOG_CONSOLE", "0")
    os.environ.setdefault("ARCADEDB_LOG_DIR", str(folder / "log"))
    os.environ.setdefault("ARCADEDB_NATIVE_ISOLATE_ARGS", HEAP)
    try:
        import arcadedb
    except (ImportError, OSError) as error:
        raise EmbeddedMissing(
            f"the embedded graph engine is not here ({error})",
            where=folder,
            todo="Install the package arcadedb; where it has no build, name a Neo4j server",
        ) from error
    module: ModuleType = arcadedb
    return module
