"""The official driver, once for both stores: connecting, plain values, and its errors in our words."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graph import errors

if TYPE_CHECKING:
    import neo4j
    from neo4j.exceptions import Neo4jError

CONNECTION_TIMEOUT = 10.0  # seconds, for a host that does not answer
ACQUISITION_TIMEOUT = 30.0  # seconds, for a free connection of the pool
IDLE = 60.0  # seconds after which a pooled connection is tried before use: balancers drop what is idle
RETRY_TIME = 30.0  # seconds that a failed transaction is tried anew

REFUSALS = tuple(
    f"Neo.ClientError.Security.{name}"
    for name in ("Unauthorized", "AuthenticationRateLimit", "CredentialsExpired", "TokenExpired")
)

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Address:
    """Where a store is reached, and how it is named to a person.

    `password` is None where the server asks for none, `database` None for the server's default.
    """

    uri: str
    shown: str
    user: str
    password: str | None = field(repr=False)
    database: str | None
    retry_time: float = RETRY_TIME


@dataclass(slots=True)
class Trace:
    """The query that a transaction ran last: the one to name when it fails."""

    name: str = ""


def connect(address: Address) -> neo4j.Driver:
    """A driver that has spoken to its server and database once.

    Raises StoreUrlInvalid, StoreUnavailable (server down, database missing) or StoreRefused (wrong password).
    """
    import neo4j

    # Hints about missing labels and indexes: noise on an empty store; the linter and the tests look for them.
    logging.getLogger("neo4j.notifications").setLevel(logging.ERROR)
    # A connection that breaks is told once, in our words.
    for name in ("neo4j.io", "neo4j.pool"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    auth = (address.user, address.password) if address.password is not None else None
    try:
        driver = neo4j.GraphDatabase.driver(
            address.uri,
            auth=auth,
            connection_timeout=CONNECTION_TIMEOUT,
            connection_acquisition_timeout=ACQUISITION_TIMEOUT,
            liveness_check_timeout=IDLE,
            max_transaction_retry_time=address.retry_time,
        )
    except (ValueError, neo4j.exceptions.ConfigurationError) as error:
        raise errors.StoreUrlInvalid(str(error), where=address.shown, todo=URL_HELP) from error
    try:
        with translated(address, Trace()), driver.session(database=address.database) as session:
            session.run("RETURN 1 AS one").consume()
    except BaseException:
        driver.close()
        raise
    return driver


URL_HELP = "Use embedded:FOLDER, or a Neo4j URL such as bolt://127.0.0.1:7687 or neo4j+s://host"


@contextmanager
def translated(address: Address, trace: Trace) -> Iterator[None]:
    """Turn what the driver raises into this program's errors, with what, where and what to do."""
    from neo4j import exceptions

    try:
        yield
    except exceptions.Neo4jError as error:
        raise _server_error(error, address, trace) from error
    except (exceptions.ServiceUnavailable, exceptions.SessionExpired) as error:
        raise errors.StoreUnavailable(
            "no graph store answers", where=address.shown, todo="Start it, or correct the URL"
        ) from error
    except (exceptions.DriverError, OSError) as error:
        raise errors.StoreUnavailable(
            f"the connection failed ({error})", where=address.shown, todo="Check the URL and the server"
        ) from error


def _server_error(error: Neo4jError, address: Address, trace: Trace) -> errors.StoreError:
    code = error.code or ""
    if code in REFUSALS:
        return errors.StoreRefused(
            f"the store refused user {address.user!r} ({code.rsplit('.', 1)[-1]})",
            where=address.shown,
            todo="Set TIENGVANG_GRAPH_USER and TIENGVANG_GRAPH_PASSWORD",
        )
    if code.endswith("DatabaseNotFound"):
        return errors.StoreUnavailable(
            f"the store has no database {address.database!r}",
            where=address.shown,
            todo="Create it, or correct TIENGVANG_GRAPH_DATABASE",
        )
    if code.endswith("DatabaseUnavailable") or code.startswith("Neo.TransientError"):
        return errors.StoreUnavailable(
            f"the store could not do the work now ({code})", where=address.shown, todo="Try again"
        )
    kind = errors.ConstraintViolated if "Constraint" in code else errors.QueryFailed
    name = f"query {trace.name}: " if trace.name else ""
    return kind(f"{name}{error.message} ({code})", where=address.shown)


def plain(value: Any) -> Any:
    """A driver value as plain Python: nodes and relationships as dicts, dates as `datetime.date`."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if value is None or isinstance(value, (str, int, float, bool, bytes)):
        return value
    return _plain_rare(value)


def _plain_rare(value: Any) -> Any:
    from neo4j import graph, time

    if isinstance(value, (graph.Node, graph.Relationship)):
        return {key: plain(item) for key, item in dict(value).items()}
    if isinstance(value, graph.Path):
        return {
            "nodes": [plain(n) for n in value.nodes],
            "relationships": [plain(r) for r in value.relationships],
        }
    if isinstance(value, (time.Date, time.DateTime, time.Time)):
        return value.to_native()
    return value


def rows(result: neo4j.Result) -> list[Row]:
    """All rows of a result, as dicts of plain values by column."""
    columns = result.keys()
    return [dict(zip(columns, map(plain, record), strict=True)) for record in result]
