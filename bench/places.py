"""Empty stores for long rounds: a folder of the embedded store, or a Neo4j of its own on a free port."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from graph.queries import inline
from graph.store import Store, open_store

ROOT = Path(__file__).resolve().parent.parent
SERVER = ROOT / "tools" / "neo4j" / "server.py"
KINDS = ("embedded", "neo4j")
_DELETE = inline("MATCH (n) WHERE NOT n:Migration WITH n LIMIT 5000 DETACH DELETE n RETURN count(*) AS n")


class Place(ABC):
    """Where a store is, for this process and for commands."""

    @abstractmethod
    def named(self) -> dict[str, str]:
        """The variables that name it to a command."""

    @abstractmethod
    def empty(self) -> None:
        """Forget all that it holds."""

    @abstractmethod
    def restart(self) -> bool:
        """Stop what serves it and start it anew; False where nothing serves it between commands."""

    def open(self) -> Store:
        """Opened in this process; the caller closes it."""
        given = self.named()
        return open_store(
            given["TIENGVANG_GRAPH"],
            user=given.get("TIENGVANG_GRAPH_USER"),
            password=given.get("TIENGVANG_GRAPH_PASSWORD"),
        )

    def environment(self) -> dict[str, str]:
        """The environment of a command on it."""
        return {**os.environ, "TIENGVANG_DECISIONS": os.devnull, **self.named()}

    def told(self, *arguments: object) -> Any:
        """The JSON that a command of ours prints. Raises ValueError with its words where it prints none."""
        done = subprocess.run(
            command(*arguments, "--json"),
            capture_output=True,
            encoding="utf-8",
            cwd=ROOT,
            env=self.environment(),
            check=False,
        )
        if not done.stdout:
            raise ValueError(done.stderr)
        return json.loads(done.stdout)


class Folder(Place):
    """The embedded store: whichever process opens it holds it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def named(self) -> dict[str, str]:
        return {"TIENGVANG_GRAPH": f"embedded:{self._folder}"}

    def empty(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)

    def restart(self) -> bool:
        return False


class Server(Place):
    """A Neo4j with a home of its own."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._named: dict[str, str] = {}

    def named(self) -> dict[str, str]:
        return self._named

    def empty(self) -> None:
        with self.open() as store:
            while store.write(_DELETE)[0]["n"]:
                pass

    def start(self) -> None:
        """Start it, on another port than before."""
        lines = self._server("start", "--port", "0").splitlines()
        pairs = (shlex.split(line)[1].partition("=") for line in lines)
        self._named = {name: value for name, _, value in pairs}

    def stop(self) -> None:
        """Stop it and wait until it has closed its files."""
        self._server("stop")

    def restart(self) -> bool:
        self.stop()
        self.start()
        return True

    def _server(self, *arguments: str) -> str:
        command = [sys.executable, str(SERVER), *arguments, "--home", str(self._home)]
        return subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout


@contextmanager
def place(kind: str, work: Path) -> Iterator[Place]:
    """An empty store of a kind (`KINDS`) below `work`, until the end of the block."""
    if kind == "embedded":
        yield Folder(work / "graph")
        return
    server = Server(work / "neo4j")
    server.start()
    try:
        yield server
    finally:
        server.stop()


def command(*arguments: object) -> Sequence[str]:
    """A command of ours in a process of its own."""
    return [sys.executable, "-m", "app.cli", *map(str, arguments)]
