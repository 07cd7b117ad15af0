"""How fast the API answers, both stores side by side.

    python -m bench.generator --documents 10000 --seed 1 OUT
    tiengvang ingest OUT --graph URL                            for each store
    python -m bench.answers_speed --store URL --store URL

Every store gets a server of its own; the stores take turns, question by question, over one connection each,
from the first byte sent to the last byte read, unpacked. 200 distinct questions of each kind, each asked
once; there is no cache of answers. Beside it the bare Cypher that the question comes to, asked through the
driver at the same store. The password of a Neo4j is taken from TIENGVANG_GRAPH_PASSWORD. The output is kept
in bench/results/answers_speed.txt.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from http.client import HTTPConnection
from random import Random
from statistics import median
from urllib.parse import quote, urlencode

from app.commands.serve import free_port
from graph.queries import Query, inline, shipped
from graph.store import Store, open_store

HOST = "127.0.0.1"
ASKED = 200
QUIET = ("--no-access-log", "--log-level", "warning", "--timeout-keep-alive", "600")
BARE = 20  # bare questions of a kind; some take seconds
START = 60.0  # seconds for a server to come up
TARGETS = {"echoes": 50.0, "matrix": 150.0, "provenance": 10.0}  # ms, p95
_FIRST, _DAYS = date(2020, 2, 1), 690
_ACTS = inline(
    "MATCH (d:Directive)<-[r:CITES]-() WITH d.key AS key, count(r) AS times"
    " RETURN key AS key, times AS times ORDER BY times DESC, key LIMIT $limit",
    "acts",
)
_DOCUMENTS = inline("MATCH (d:Document) RETURN d.id AS id ORDER BY id", "documents")
_STATEMENTS = inline(
    "MATCH (d:Document {id: $id})-[:HAS_PROVISION]->(:Provision)-[r]->() WHERE r.key IS NOT NULL"
    " RETURN r.key AS key, type(r) AS type ORDER BY key",
    "statements",
)


@dataclass(frozen=True, slots=True)
class Question:
    """A path to ask at the API, and the bare Cypher beside it."""

    path: str
    query: Query
    given: dict[str, object]


@dataclass(frozen=True, slots=True)
class Asked:
    """A store, its server's connection, and itself."""

    name: str
    connection: HTTPConnection
    store: Store


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints a table; exit code 1 where a target is missed."""
    parser = argparse.ArgumentParser(prog="python -m bench.answers_speed", description=__doc__)
    parser.add_argument("--store", action="append", required=True, metavar="URL", help="more than once")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=sorted(_KINDS), action="append")
    options = parser.parse_args(arguments)
    with ExitStack() as stack:
        asked = [stack.enter_context(_served(url)) for url in options.store]
        print(
            f"Python {platform.python_version()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}"
        )
        print(f"{len(asked[0].store.read(_DOCUMENTS))} documents, {ASKED} questions of each kind")
        for each in asked:
            print(f"{each.name}: {each.store.describe()}")
        print(f"{'':<34}{'p50 ms':>9}{'p95 ms':>9}{'most':>9}{'kB':>8}{'bare p50':>10}{'ratio':>7}")
        met = [_kind(kind, asked, Random(options.seed)) for kind in options.only or _KINDS]
    return 0 if all(met) else 1


@contextmanager
def _served(url: str) -> Iterator[Asked]:
    """A server on a store, until the end; and the store itself, to ask without the server."""
    port = free_port(HOST, 0)
    command = [sys.executable, "-m", "uvicorn", "app.main:app", "--host", HOST, "--port", str(port)]
    environment = {**os.environ, "TIENGVANG_GRAPH": url}
    server = subprocess.Popen([*command, *QUIET], env=environment)
    try:
        connection = HTTPConnection(HOST, port, timeout=120)
        _wait(connection)
        password = os.environ.get("TIENGVANG_GRAPH_PASSWORD")
        with open_store(url, user=os.environ.get("TIENGVANG_GRAPH_USER"), password=password) as store:
            yield Asked(url.partition(":")[0], connection, store)
    finally:
        server.terminate()
        server.wait()


def _wait(connection: HTTPConnection) -> None:
    deadline = time.monotonic() + START
    while True:
        try:
            if _get(connection, "/readyz")[0] == 200:
                return
        except OSError:
            connection.close()
        if time.monotonic() > deadline:
            raise SystemExit("the server does not come up")
        time.sleep(0.2)


def _get(connection: HTTPConnection, path: str) -> tuple[int, int]:
    """Status and bytes of the answer."""
    connection.request("GET", path, headers={"Accept-Encoding": "identity"})
    response = connection.getresponse()
    return response.status, len(response.read())


def _kind(kind: str, asked: Sequence[Asked], chance: Random) -> bool:
    """Asks all questions of a kind; whether every store meets the target."""
    questions = _KINDS[kind](asked[0].store, chance)
    taken: dict[str, list[float]] = {each.name: [] for each in asked}
    sizes = []
    for question in questions:
        for each in asked:
            started = time.perf_counter()
            status, size = _get(each.connection, question.path)
            taken[each.name].append((time.perf_counter() - started) * 1000)
            sizes.append(size)
            if status != 200:
                raise SystemExit(f"{question.path}: {status}")
    met = True
    for each in asked:
        times = sorted(taken[each.name])
        p95, target = times[int(len(times) * 0.95)], TARGETS.get(kind)
        bare = median(_bare(each.store, question) for question in questions[:: len(questions) // BARE])
        verdict = "" if target is None else f"  {'met' if p95 <= target else 'MISSED'} (<= {target:.0f})"
        print(
            f"{kind + ', ' + each.name:<34}{median(times):9.1f}{p95:9.1f}{times[-1]:9.1f}"
            f"{median(sizes) / 1000:8.1f}{bare:10.1f}{median(times) / bare:7.2f}{verdict}",
            flush=True,
        )
        met = met and (target is None or p95 <= target)
    return met


def _bare(store: Store, question: Question) -> float:
    started = time.perf_counter()
    store.read(question.query, **question.given)
    return (time.perf_counter() - started) * 1000


def _echoes(store: Store, chance: Random) -> list[Question]:
    """The acts that are cited most: the hardest."""
    keys = [str(row["key"]) for row in store.read(_ACTS, limit=ASKED)]
    chance.shuffle(keys)
    query = shipped()["citations_of_acts"]
    return [Question(f"/v1/directives/{quote(key)}/echoes", query, {"keys": [key]}) for key in keys]


def _matrix(store: Store, chance: Random) -> list[Question]:
    """All provinces and measures, over ranges of dates."""
    query, codes = shipped()["measure_cells"], [f"{code:02}" for code in range(97)]
    found: dict[str, Question] = {}
    while len(found) < ASKED:
        since = _FIRST + timedelta(days=chance.randint(0, _DAYS // 2))
        until = since + timedelta(days=chance.randint(30, _DAYS))
        span = {"since": since.isoformat(), "until": until.isoformat()}
        path = f"/v1/compare?{urlencode(span)}"
        given: dict[str, object] = {"provinces": codes, "measures": None, **span}
        found[path] = Question(path, query, given)
    return list(found.values())


def _pairs(store: Store, chance: Random) -> list[Question]:
    """Two provinces side by side."""
    codes = [str(row["code"]) for row in store.read(shipped()["documents_by_province"]) if row["documents"]]
    query = shipped()["measure_cells"]
    found: dict[str, Question] = {}
    while len(found) < ASKED:
        pair = chance.sample(codes, 2)
        given: dict[str, object] = {"provinces": pair, "measures": None, "since": None, "until": None}
        path = f"/v1/compare?province={pair[0]}&province={pair[1]}"
        found[path] = Question(path, query, given)
    return list(found.values())


def _provenance(store: Store, chance: Random) -> list[Question]:
    """Statements of every type, of documents drawn at random."""
    documents = [str(row["id"]) for row in store.read(_DOCUMENTS)]
    found: dict[str, Question] = {}
    while len(found) < ASKED:
        rows = store.read(_STATEMENTS, id=chance.choice(documents))
        by_type: dict[str, list[str]] = {}
        for row in rows:
            by_type.setdefault(str(row["type"]), []).append(str(row["key"]))
        for kind, keys in sorted(by_type.items()):
            key = chance.choice(keys)
            text = f"MATCH (a)-[r:{kind}]->(b) WHERE r.key = $key RETURN r.quote AS quote, r.start AS start"
            found[key] = Question(f"/v1/provenance/{key}", inline(text, "bare"), {"key": key})
    return list(found.values())[:ASKED]


_KINDS: dict[str, Callable[[Store, Random], list[Question]]] = {
    "echoes": _echoes,
    "matrix": _matrix,
    "provenance": _provenance,
    "side by side": _pairs,
}

if __name__ == "__main__":
    sys.exit(main())
