"""Other people's Cypher, truly read-only on both stores, within limits of time, rows and size.

    with ReadOnly(store) as reader:
        reader.ask("MATCH (d:Document) RETURN d.number AS number", limits=Limits(rows=100))

What holds, one behind the other: the guard of words (graph.readonly_guard); a session that says it reads,
which Neo4j holds to; on the embedded engine, which does not, a login without the right to write; and a
transaction that is never committed. Time is watched from a second connection: the embedded engine knows no
time limit.
"""

from __future__ import annotations

import json
import logging
import threading
import time
import uuid
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from dataclasses import dataclass, replace
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal

from graph import embedded, readonly_guard, readonly_login
from graph.cypher_text import returned_columns
from graph.driver import Address, Trace, connect, translated
from graph.errors import StoreError, StoreUnavailable
from graph.queries import inline
from graph.readonly_errors import CypherBusy, CypherTooLarge, CypherTooSlow, own_words
from graph.readonly_values import json_safe

if TYPE_CHECKING:
    import neo4j

    from graph.store import Store

AT_ONCE = 2  # questions under way at one time
FETCH = 100  # rows that the store sends at a time: what is cut is not sent in full
GRACE = 2.0  # seconds that a query is waited for, once it was told to end
AGAIN = 0.2  # seconds until it is told again
GIVEN_UP = 60.0  # seconds after which it is no longer told

_HERE = inline("RETURN 1 AS one", "here")
_UNDER_WAY = inline(
    "SHOW TRANSACTIONS YIELD transactionId, currentQuery WHERE currentQuery CONTAINS $tag "
    "RETURN transactionId AS id, currentQuery AS query",
    "under_way",
)
Cut = Literal["rows", "size"]
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a question may go: seconds, rows, bytes of its answer as JSON."""

    seconds: float = 5.0
    rows: int = 1000
    size: int = 8 << 20


@dataclass(frozen=True, slots=True)
class Rows:
    """An answer: columns, rows of values as JSON has them, and which limit cut it, if one did."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    cut: Cut | None
    seconds: float


@dataclass(frozen=True, slots=True)
class _Question:
    """A query with a mark of its own, by which it is found among those under way."""

    text: str
    parameters: dict[str, Any]
    limits: Limits
    tag: str

    @property
    def tagged(self) -> str:
        # Behind the query, so that the places in a store's messages are right; on a line of its own, so that
        # no comment swallows it.
        return f"{self.text}\n/* {self.tag} */"


class ReadOnly:
    """Questions to an open store that cannot change it. Safe to share between threads."""

    def __init__(self, store: Store, *, at_once: int = AT_ONCE, guarded: bool = True) -> None:
        """guarded: False leaves the refusing to the store alone, as a test of the store wants it."""
        self._store = store
        self._guarded = guarded
        self._lock = threading.Lock()
        self._own: tuple[Address, neo4j.Driver] | None = None
        self._free = threading.BoundedSemaphore(at_once)
        self._asking = ThreadPoolExecutor(at_once, "cypher")
        self._ending = ThreadPoolExecutor(at_once, "cypher-end")

    def ask(
        self, query: str, parameters: Mapping[str, Any] | None = None, limits: Limits | None = None
    ) -> Rows:
        """The rows of a question.

        Who asks is answered in time, whatever the store does: a query that does not end when it is told to
        keeps its place among those at one time until it does.
        Raises CypherRefused (`line`, `column`), CypherTooSlow, CypherTooLarge, CypherBusy, StoreError.
        """
        given = dict(parameters or {})
        if self._guarded:
            readonly_guard.check(query, given)
        question = _Question(query, given, limits or Limits(), f"tiengvang-{uuid.uuid4().hex}")
        address, driver = self._driver()
        if not self._free.acquire(blocking=False):
            raise CypherBusy("other queries are under way", todo="Try again in some seconds")
        asked = self._asking.submit(self._rows, question, address, driver)
        asked.add_done_callback(lambda _: self._free.release())
        return self._in_time(asked, question)

    def _in_time(self, asked: Future[Rows], question: _Question) -> Rows:
        limit = question.limits.seconds
        done, _ = wait_for([asked], limit)
        if done:
            return asked.result()
        self._ending.submit(self._end, asked, question.tag)
        done, _ = wait_for([asked], GRACE)
        if not done:
            log.info("a query was told to end and goes on: %s", question.tag)
        raise CypherTooSlow(
            f"not answered within {limit:g} seconds, and {'ended' if done else 'told to end'}",
            todo="Ask for less, or allow more time (TIENGVANG_CYPHER_TIMEOUT)",
        )

    def _end(self, asked: Future[Rows], tag: str) -> None:
        """The watchdog: end the query with this mark, from another connection, until it is gone."""
        until = time.monotonic() + GIVEN_UP
        try:
            while not asked.done() and time.monotonic() < until:
                for row in self._store.read(_UNDER_WAY, tag=tag):
                    if row["query"].endswith(f"/* {tag} */"):
                        self._store.read(inline(f"TERMINATE TRANSACTIONS '{row['id']}'", "terminate"))
                wait_for([asked], AGAIN)
        except StoreError as error:  # who asked is answered by now, and Neo4j ends it by its own limit
            log.warning("a query could not be told to end: %s", error)

    def _rows(self, question: _Question, address: Address, driver: neo4j.Driver) -> Rows:
        """The rows, in a thread of their own. Raises as `ask` does."""
        from neo4j import exceptions

        started = time.monotonic()
        try:
            with translated(address, Trace()):
                try:
                    return _collect(question, address, driver, started)
                except exceptions.Neo4jError as error:
                    if error.code and "Security.Unauthorized" in error.code:
                        raise
                    raise own_words(error, question.tag) from error
        except StoreUnavailable as error:
            self._store.read(_HERE)  # raises where it is the store that is gone
            raise CypherTooLarge(
                "the store broke this off: most likely it asks for more memory than there is",
                todo="Ask for less at a time",
            ) from error

    def _driver(self) -> tuple[Address, neo4j.Driver]:
        """On Neo4j the store's own driver; on the embedded engine one with the login that only reads."""
        if self._store.kind != "embedded":
            return self._store.address, self._store.driver
        self._store.read(_HERE)  # where the holder is gone, the store turns to the next one
        with self._lock:
            address = reader_of(self._store.address)
            if self._own is None or self._own[0] != address:
                if self._own is not None:
                    self._own[1].close()
                self._own = (address, connect(address))
            return self._own

    def close(self) -> None:
        """Close what was opened here; the store stays open. Twice does no harm."""
        with self._lock:
            own, self._own = self._own, None
        if own is not None:
            own[1].close()
        for pool in (self._asking, self._ending):
            pool.shutdown(wait=False, cancel_futures=True)

    def __enter__(self) -> ReadOnly:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def reader_of(address: Address) -> Address:
    """The same store with the login that only reads."""
    secret = readonly_login.read_secret(embedded.folder_of(address.shown))
    if secret is None:
        raise StoreError(
            "the process that holds this graph is of an older version and has no login that only reads",
            where=address.shown,
            todo="Start that process anew",
        )
    return replace(address, user=readonly_login.USER, password=secret)


def _collect(question: _Question, address: Address, driver: neo4j.Driver, started: float) -> Rows:
    """The rows up to the limits. The transaction is never committed."""
    limits = question.limits
    with (
        driver.session(
            database=address.database,
            default_access_mode="READ",
            fetch_size=FETCH,
            bookmark_manager=driver.execute_query_bookmark_manager,
        ) as session,
        session.begin_transaction(timeout=limits.seconds) as tx,
    ):
        result = tx.run(question.tagged, question.parameters)
        rows, cut = _within(limits, result)
        columns = tuple(result.keys()) or _columns(question.text)
        tx.rollback()
    return Rows(columns, tuple(rows), cut, time.monotonic() - started)


def _columns(text: str) -> tuple[str, ...]:
    """The columns by the query's own words: the embedded engine names none where there is no row."""
    try:
        return returned_columns(text)
    except ValueError:  # a column without a plain name
        return ()


def _within(limits: Limits, result: neo4j.Result) -> tuple[list[tuple[Any, ...]], Cut | None]:
    rows: list[tuple[Any, ...]] = []
    size = 0
    for record in result:
        if len(rows) == limits.rows:
            return rows, "rows"
        row = tuple(json_safe(value) for value in record)
        size += len(json.dumps(row, ensure_ascii=False).encode("utf-8", "replace"))
        if size > limits.size:
            return rows, "size"
        rows.append(row)
    return rows, None
