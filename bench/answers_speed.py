"""How fast the API answers, both stores side by side.

    python -m bench.answers_speed [--work FOLDER] [--documents 10000] [--embedded-only]
    python -m bench.answers_speed --store URL --store URL       on stores that hold documents already

The first form does it whole: it composes the documents (bench.generator), ingests them into an embedded store
and into a Neo4j that it starts for itself, and measures; what FOLDER holds already is not made again.

Every store gets a server of its own; the stores take turns, question by question, over one connection each,
from the first byte sent to the last byte read, unpacked. 200 distinct questions of each kind, asked in
`--rounds` rounds; there is no cache of answers. p50, p95 and most are of all first rounds; `least` is the p95
of each question's quickest round: what is left of it when other work does not share the cores. Beside it the
bare Cypher that the question comes to, asked through the driver at the same store, and how many times as long
the answer takes. The password of a Neo4j is taken from TIENGVANG_GRAPH_PASSWORD. A run is kept in
bench/results/answers_speed.txt.
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
from dataclasses import dataclass, field
from datetime import date, timedelta
from http.client import HTTPConnection
from pathlib import Path
from random import Random
from statistics import median
from urllib.parse import quote, urlencode

from app.commands.serve import free_port
from bench.answers_stores import ROOT, filled
from graph.queries import Query, inline, shipped
from graph.store import Store, open_store

HOST = "127.0.0.1"
ASKED = 200
WORK = ROOT / ".cache" / "bench-answers"
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
    parser.add_argument("--store", action="append", metavar="URL", help="measure this one; more than once")
    parser.add_argument("--work", type=Path, default=WORK, help="where the stores of the whole run lie")
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument(
        "--embedded-only", action="store_true", help="without Neo4j, which needs Java and Maven"
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=sorted(_KINDS), action="append")
    options = parser.parse_args(arguments)
    with ExitStack() as stack:
        urls = options.store or stack.enter_context(
            filled(options.work, options.documents, options.seed, neo4j=not options.embedded_only)
        )
        asked = [stack.enter_context(_served(url)) for url in urls]
        _print_head(asked, options.rounds)
        kinds = options.only or _KINDS
        met = [_kind(kind, asked, Random(options.seed), options.rounds) for kind in kinds]
        print(f"load {os.getloadavg()[0]:.1f} when it ended")
    return 0 if all(met) else 1


def _print_head(asked: Sequence[Asked], rounds: int) -> None:
    print(f"Python {platform.python_version()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    documents = len(asked[0].store.read(_DOCUMENTS))
    print(f"{documents} documents, {ASKED} questions of each kind, {rounds} rounds; milliseconds")
    for each in asked:
        print(f"{each.name}: {each.store.describe()}")
    names = "".join(f"{name:>8}" for name in ("p50", "p95", "most", "least", "kB"))
    print(f"{'':<26}{names}{'bare p50':>10}{'bare p95':>10}{'ratio':>7}")


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


def _kind(kind: str, asked: Sequence[Asked], chance: Random, rounds: int) -> bool:
    """Asks all questions of a kind; whether every store meets the target."""
    questions = _KINDS[kind](asked[0].store, chance)
    found = {each.name: Taken() for each in asked}
    for _ in range(rounds):
        for question in questions:
            for each in asked:
                found[each.name].take(question.path, _timed(each.connection, question.path))
    target, met = TARGETS.get(kind), True
    for each in asked:
        taken = found[each.name]
        bare = sorted(_bare(each.store, q) for q in questions[:: max(1, len(questions) // BARE)])
        first, least = taken.first(), _p95(taken.least())
        verdict = _verdict(_p95(first), least, target)
        print(
            f"{kind + ', ' + each.name:<26}{median(first):8.1f}{_p95(first):8.1f}{first[-1]:8.1f}{least:8.1f}"
            f"{median(taken.sizes) / 1000:8.1f}{median(bare):10.1f}{_p95(bare):10.1f}"
            f"{median(first) / median(bare):7.2f}  {verdict}",
            flush=True,
        )
        met = met and not verdict.startswith("MISSED")
    return met


def _verdict(p95: float, least: float, target: float | None) -> str:
    if target is None:
        return ""
    said = "met" if p95 <= target else "met in the quickest rounds" if least <= target else "MISSED"
    return f"{said} (<= {target:.0f})"


@dataclass(slots=True)
class Taken:
    """How long each question took, round by round, and how large the answers were."""

    times: dict[str, list[float]] = field(default_factory=dict)
    sizes: list[int] = field(default_factory=list)

    def take(self, path: str, measured: tuple[float, int]) -> None:
        """Adds one answer."""
        self.times.setdefault(path, []).append(measured[0])
        self.sizes.append(measured[1])

    def first(self) -> list[float]:
        """Of each question its first round, the quickest first."""
        return sorted(times[0] for times in self.times.values())

    def least(self) -> list[float]:
        """Of each question its quickest round, the quickest first."""
        return sorted(map(min, self.times.values()))


def _p95(times: Sequence[float]) -> float:
    return times[int(len(times) * 0.95)]


def _timed(connection: HTTPConnection, path: str) -> tuple[float, int]:
    """Milliseconds and bytes of an answer."""
    started = time.perf_counter()
    status, size = _get(connection, path)
    taken = (time.perf_counter() - started) * 1000
    if status != 200:
        raise SystemExit(f"{path}: {status}")
    return taken, size


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
