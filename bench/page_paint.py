"""How soon a page stands on the screen and how much it weighs, in a real Chromium on this machine.

    python -m bench.page_paint [--work FOLDER] [--documents 10000]
    python -m bench.page_paint --store URL [--page PATH]

The first form composes the documents and ingests them into an embedded store (as bench.answers_speed
does; what FOLDER holds already is not made again). The pages are the echo pages of the acts that most
documents cite; beside them the overview, a matrix of all provinces and a province. `--page` names others.

Each page is opened `--rounds` times by a browser that has kept nothing, then by one that has been there.
`paint` is the first contentful paint and `answer` the last byte of the page itself, both of the browser's own
Performance API, in milliseconds since the navigation began: the median and the slowest of all rounds. `kB` is
what was sent, packed and with headers: all files of a first visit, and the page alone. Exit code 1 where an
echo page misses a target. A run is kept in bench/results/page_paint.txt.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.parse import quote

import httpx
from playwright.sync_api import Browser

from app.commands.serve import free_port
from bench.answers_speed import HOST, QUIET, START, WORK
from bench.answers_stores import filled
from graph.queries import inline
from graph.store import open_store
from tools.screenshots import chromium

PATIENCE = 120_000  # ms for a page to come at all
PAINT, WEIGHT = 1000.0, 500.0  # the targets of an echo page: ms, kB
OTHERS = ("/", "/compare?all=true", "/provinces/79")
_CITED = inline(
    "MATCH (d:Directive)<-[r:CITES]-() WITH d.key AS key, count(r) AS times"
    " RETURN key AS key, times AS times ORDER BY times DESC, key LIMIT $limit",
    "most_cited_acts",
)
_HELD = inline("MATCH (d:Document) RETURN count(d) AS held", "documents_held")
_TOLD = """() => {
  const page = performance.getEntriesByType("navigation")[0];
  const files = performance.getEntriesByType("resource");
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  return {paint: paint ? paint.startTime : null, answer: page.responseEnd, page: page.transferSize,
          all: files.reduce((sum, file) => sum + file.transferSize, page.transferSize)};
}"""


@dataclass(frozen=True, slots=True)
class Opened:
    """One opening of a page. Times in milliseconds, sizes in bytes."""

    paint: float
    answer: float
    page: int
    all: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints a table; exit code 1 where an echo page misses a target."""
    options = _options(arguments)
    with ExitStack() as stack:
        url = options.store or stack.enter_context(_filled(options.work, options.documents))
        site = stack.enter_context(_served(url))
        browser = stack.enter_context(chromium())
        echoes = options.page or _echo_pages(url, options.acts)
        _print_head(url, browser, options.rounds)
        met = [_measure(browser, site, path, options.rounds) for path in echoes]
        for path in [] if options.page else OTHERS:
            _measure(browser, site, path, options.rounds)
        print(f"load {os.getloadavg()[0]:.1f} when it ended")
    return 0 if all(met) else 1


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench.page_paint",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--store", metavar="URL", help="open pages on this store, which holds documents")
    parser.add_argument("--work", type=Path, default=WORK, help="where the store of the whole run lies")
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--acts", type=int, default=5, help="echo pages of so many acts, the most cited")
    parser.add_argument("--page", action="append", metavar="PATH", help="this page instead; more than once")
    parser.add_argument("--rounds", type=int, default=5)
    return parser.parse_args(arguments)


@contextmanager
def _filled(work: Path, documents: int) -> Iterator[str]:
    with filled(work, documents, 1, neo4j=False) as urls:
        yield urls[0]


@contextmanager
def _served(url: str) -> Iterator[str]:
    """The address of a server on a store, in a process of its own."""
    site = f"http://{HOST}:{free_port(HOST, 0)}"
    port = site.rpartition(":")[2]
    command = [sys.executable, "-m", "uvicorn", "app.main:app", "--host", HOST, "--port", port, *QUIET]
    server = subprocess.Popen(command, env={**os.environ, "TIENGVANG_GRAPH": url})
    try:
        _wait(site)
        yield site
    finally:
        server.terminate()
        server.wait()


def _wait(site: str) -> None:
    transport = httpx.HTTPTransport(retries=7)  # each wait twice the last, until it listens
    with httpx.Client(transport=transport, timeout=START) as client:
        answer = client.get(f"{site}/readyz")
    if answer.status_code != httpx.codes.OK:
        sys.exit(answer.text)


def _echo_pages(url: str, acts: int) -> list[str]:
    with open_store(url) as store:
        rows = store.read(_CITED, limit=acts)
    return [f"/directives/{quote(str(row['key']), safe='/@~')}" for row in rows]


def _print_head(url: str, browser: Browser, rounds: int) -> None:
    with open_store(url) as store:
        held = store.read(_HELD)[0]["held"]
        print(f"{held} documents, {url.partition(':')[0]}: {store.describe().partition(' (')[0]}")
    print(
        f"Python {platform.python_version()}, Chromium {browser.version}, {os.cpu_count()} processors, "
        f"load {os.getloadavg()[0]:.1f}; {rounds} first visits a page"
    )
    heads = ("paint", "slowest", "answer", "again", "kB", "page kB")
    print(f"{'':<44}{''.join(f'{head:>9}' for head in heads)}")


def _measure(browser: Browser, site: str, path: str, rounds: int) -> bool:
    """Prints one line; whether the page keeps within the targets of an echo page."""
    first = [visit for _ in range(rounds) for visit in _visits(browser, site + path, 1)]
    again = _visits(browser, site + path, 2)[1]
    paint, weight = median(v.paint for v in first), max(v.all for v in first) / 1000
    met = paint <= PAINT and weight <= WEIGHT
    figures = (paint, max(v.paint for v in first), median(v.answer for v in first), again.paint)
    sizes = (weight, max(v.page for v in first) / 1000)
    said = "" if path in OTHERS else f"  met (<= {PAINT:g} ms, <= {WEIGHT:g} kB)" if met else "  missed"
    print(f"{path[:43]:<44}{''.join(f'{figure:>9.0f}' for figure in (*figures, *sizes))}{said}", flush=True)
    return met


def _visits(browser: Browser, address: str, times: int) -> list[Opened]:
    """Visits of one reader, who has kept nothing when the first begins."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="vi-VN")
    found = []
    for _ in range(times):
        page = context.new_page()
        page.goto(address, wait_until="networkidle", timeout=PATIENCE)
        page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length > 0")
        found.append(Opened(**page.evaluate(_TOLD)))
        page.close()
    context.close()
    return found


if __name__ == "__main__":
    sys.exit(main())
