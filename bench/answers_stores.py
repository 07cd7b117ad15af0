"""The stores that answers are measured on: composed documents, ingested into the embedded store and a Neo4j.

What a folder already holds is left as it is, so that measuring again costs no ingest.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SERVER = ROOT / "tools" / "neo4j" / "server.py"


@contextmanager
def filled(work: Path, documents: int, seed: int, *, neo4j: bool) -> Iterator[list[str]]:
    """The URLs of both stores, each with all documents; Neo4j runs until the end."""
    corpus, home = work / f"documents-{documents}-{seed}", work / "neo4j"
    if not (corpus / "manifest.jsonl").exists():
        _run("-m", "bench.generator", "--documents", str(documents), "--seed", str(seed), str(corpus))
    stores = [f"embedded:{work / 'graph'}"]
    try:
        if neo4j:
            stores.append(_started(home))
        for url in stores:
            _ingest(corpus, url, work / f"{url.partition(':')[0]}.filled")
        yield stores
    finally:
        if neo4j:
            _run(str(SERVER), "stop", "--home", str(home))


def _started(home: Path) -> str:
    """Starts a Neo4j of its own, puts its user and password into the environment, and tells its URL."""
    _run(str(SERVER), "start", "--home", str(home), "--port", "0")
    told = subprocess.run(
        [sys.executable, str(SERVER), "env", "--home", str(home)], capture_output=True, text=True, check=True
    )
    given = dict(line.removeprefix("export ").split("=", 1) for line in told.stdout.splitlines())
    os.environ["TIENGVANG_GRAPH_USER"] = given["TIENGVANG_GRAPH_USER"]
    os.environ["TIENGVANG_GRAPH_PASSWORD"] = given["TIENGVANG_GRAPH_PASSWORD"]
    return given["TIENGVANG_GRAPH"]


def _ingest(corpus: Path, url: str, mark: Path) -> None:
    if mark.exists():
        return
    started = time.monotonic()
    _run("-m", "app.cli", "ingest", str(corpus), "--graph", url)
    mark.write_text(f"{time.monotonic() - started:.0f} s\n")


def _run(*command: str | Sequence[str]) -> None:
    subprocess.run([sys.executable, *map(str, command)], cwd=ROOT, check=True, stdout=sys.stderr)
