"""One store behind one driver: Neo4j, or the embedded engine, chosen by a URL.

    with open_store("embedded:data/graph") as store:
        store.migrate()
        store.write(queries.merge_documents, rows=rows)
        store.read(queries.echoes_of, key="172-TB/TW@2020", until=None)

All work runs in managed transactions, which the driver retries and which leave nothing behind when they fail.
A function given to `transaction` may therefore run more than once; driver errors must pass through it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Protocol, TypeVar
from urllib.parse import urlsplit

from graph import embedded, schema
from graph.driver import RETRY_TIME, URL_HELP, Address, Row, Trace, connect, rows, translated
from graph.errors import StoreUnavailable, StoreUrlInvalid
from graph.queries import Query, inline

if TYPE_CHECKING:
    import neo4j

T = TypeVar("T")
Kind = Literal["embedded", "neo4j"]
NEO4J_SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
COMPONENTS = inline(
    "CALL dbms.components() YIELD name, versions, edition "
    "RETURN name AS name, versions AS versions, edition AS edition",
    "components",
)


class Reader(Protocol):
    """What answers rows: a store, each query in a transaction of its own, or a transaction for them all."""

    def read(self, query: Query, /, **params: object) -> list[Row]:
        """The rows of one query."""
        ...


class Tx:
    """A transaction under way; a Reader of one state of the store."""

    __slots__ = ("_trace", "_tx")

    def __init__(self, tx: neo4j.ManagedTransaction, trace: Trace) -> None:
        self._tx = tx
        self._trace = trace

    def run(self, query: Query, /, **params: object) -> list[Row]:
        """The rows of a query. Raises QueryParametersInvalid before anything is sent."""
        query.check(params)
        self._trace.name = query.name
        return rows(self._tx.run(query.text, params))

    def read(self, query: Query, /, **params: object) -> list[Row]:
        """As `run`, by the name that a store has for it."""
        return self.run(query, **params)


@dataclass(slots=True)
class _Connection:
    """A driver, and for the embedded store the engine it speaks to."""

    driver: neo4j.Driver
    address: Address
    engine: embedded.Engine | embedded.Attached | None = None

    def close(self) -> None:
        self.driver.close()
        if isinstance(self.engine, embedded.Engine):
            self.engine.stop()


class Store:
    """An open graph store. Safe to share between threads; a context manager that closes it."""

    def __init__(self, connection: _Connection, kind: Kind) -> None:
        self.kind: Kind = kind
        self._connection = connection
        self._guard = threading.Lock()

    @property
    def attached(self) -> bool:
        """True where another process holds the embedded store and this one speaks to it."""
        return isinstance(self._connection.engine, embedded.Attached)

    @property
    def address(self) -> Address:
        """Where other clients of Bolt reach this store (Neo4j Browser, py2neo), with user and password."""
        return self._connection.address

    @property
    def driver(self) -> neo4j.Driver:
        """The official driver at work, for the other modules of this package."""
        return self._connection.driver

    def read(self, query: Query, /, **params: object) -> list[Row]:
        """The rows of one query in a read transaction."""
        return self.read_transaction(lambda tx: tx.run(query, **params))

    def write(self, query: Query, /, **params: object) -> list[Row]:
        """The rows of one query in a write transaction."""
        return self.transaction(lambda tx: tx.run(query, **params))

    def read_transaction(self, work: Callable[[Tx], T]) -> T:
        """Run `work` in one read transaction and return what it returns."""
        return self._managed(work, write=False)

    def transaction(self, work: Callable[[Tx], T]) -> T:
        """Run `work` in one write transaction: all of it is kept, or nothing.

        Raises ConstraintViolated, QueryFailed, StoreUnavailable or StoreRefused, and whatever `work` raises.
        """
        return self._managed(work, write=True)

    def _managed(self, work: Callable[[Tx], T], *, write: bool) -> T:
        connection = self._connection
        engine = connection.engine
        if not isinstance(engine, embedded.Attached):
            return _attempt(connection, work, write=write)
        # A holder that ended does not come back on its port, for which the driver would wait half a minute.
        if engine.answers():
            try:
                return _attempt(connection, work, write=write)
            except StoreUnavailable:
                if engine.answers():
                    raise
        self._follow(connection)
        return _attempt(self._connection, work, write=write)

    def _follow(self, lost: _Connection) -> None:
        """The process that held the embedded store is gone: hold it here, or attach to who does now."""
        with self._guard:
            if self._connection is lost:
                self._connection = _connect_embedded(embedded.folder_of(lost.address.shown))
                lost.close()

    def define(self, statement: str, name: str = "schema") -> None:
        """Run one schema statement, in the embedded engine's own words where it has no Cypher for it.

        `name` tells a person where the statement comes from. Raises QueryFailed, EmbeddedFailed.
        """
        engine = self._connection.engine
        twin = embedded.fulltext_twin(statement) if isinstance(engine, embedded.Engine) else ()
        if twin and isinstance(engine, embedded.Engine):
            engine.sql(twin)
        else:
            self.write(inline(statement, name))

    def migrate(self) -> list[str]:
        """Bring the schema up to date; the names of the migrations applied, [] where nothing was to do.

        Raises SchemaFileInvalid, SchemaNewer, or SchemaOutdated where only the holding process may.
        """
        return schema.migrate(self)

    def components(self) -> list[Row]:
        """What the server says it is: rows of name, versions, edition. The embedded one says Neo4j, too."""
        return self.read(COMPONENTS)

    def describe(self) -> str:
        """One line for a person: which engine, where, and who holds it."""
        found = self._connection
        if found.engine is not None:
            return f"{found.engine.describe()}, {found.address.shown}"
        what = ", ".join(
            f"{row['name']} {'/'.join(row['versions'])} {row['edition']}" for row in self.components()
        )
        return f"{what}, {found.address.shown}"

    def close(self) -> None:
        """Close the driver, and stop the embedded engine where this process holds it. Twice does no harm."""
        self._connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _attempt(connection: _Connection, work: Callable[[Tx], T], *, write: bool) -> T:
    trace = Trace()
    driver = connection.driver
    # The driver's own bookmark manager: what one session wrote, the next one on a cluster reads.
    bookmarks = driver.execute_query_bookmark_manager
    with (
        translated(connection.address, trace),
        driver.session(database=connection.address.database, bookmark_manager=bookmarks) as session,
    ):
        run = session.execute_write if write else session.execute_read
        return run(lambda tx: work(Tx(tx, trace)))


def check_there(url: str) -> None:
    """Raises StoreUnavailable where `url` names a folder without an embedded store; a server tells itself."""
    if not url.startswith(embedded.SCHEME):
        return
    folder = embedded.folder_of(url)
    if not folder.is_dir() or not any(folder.iterdir()):
        raise StoreUnavailable(
            "there is no graph here yet",
            where=url,
            todo="Ingest first, or correct the store's URL",
        )


def open_store(
    url: str,
    *,
    user: str | None = None,
    password: str | None = None,
    database: str | None = None,
    retry_time: float = RETRY_TIME,
) -> Store:
    """Open the store that `url` names: `embedded:FOLDER`, or a Neo4j URL.

    The embedded store comes with its schema; on Neo4j `migrate` makes it.

    user: "neo4j" where only a password is given; no password means a server without authentication.
    retry_time: seconds that a transaction at Neo4j is tried anew while the server is away.
    Raises StoreUrlInvalid, StoreUnavailable, StoreRefused, StoreLocked, EmbeddedMissing, EmbeddedFailed.
    """
    if url.startswith(embedded.SCHEME):
        return Store(_connect_embedded(embedded.folder_of(url)), "embedded")
    _check_url(url)
    address = Address(url, url, user or "neo4j", password, database, retry_time)
    return Store(_Connection(connect(address), address), "neo4j")


def _check_url(url: str) -> None:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise StoreUrlInvalid(str(error), where=url, todo=URL_HELP) from error
    if parts.scheme not in NEO4J_SCHEMES or not parts.hostname or port == 0:
        raise StoreUrlInvalid("this is no URL of a graph store", where=url or "(empty)", todo=URL_HELP)
    if parts.username or parts.password:
        raise StoreUrlInvalid(
            "a user or password stands in the URL, where logs would show it",
            where=f"{parts.scheme}://…@{parts.hostname}",
            todo="Set TIENGVANG_GRAPH_USER and TIENGVANG_GRAPH_PASSWORD instead",
        )


def _connect_embedded(folder: Path) -> _Connection:
    """Hold the store in `folder` or attach to its holder, who makes the schema before it can be found."""
    engine = embedded.acquire(folder)
    shown = f"{embedded.SCHEME}{folder}"
    address = Address(engine.uri, shown, embedded.USER, engine.secret, embedded.DATABASE)
    try:
        connection = _Connection(connect(address), address, engine)
    except BaseException:
        if isinstance(engine, embedded.Engine):
            engine.stop()
        raise
    if isinstance(engine, embedded.Engine):
        _make_ready(connection, engine)
    return connection


def _make_ready(connection: _Connection, engine: embedded.Engine) -> None:
    try:
        Store(connection, "embedded").migrate()
        engine.publish()
    except BaseException:
        connection.close()
        raise
