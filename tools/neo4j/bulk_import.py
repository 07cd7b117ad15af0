"""A first load by Neo4j's own importer: an export `--for neo4j-admin` becomes the database of a home.

    python tools/neo4j/bulk_import.py FOLDER [--home DIR] [--port 7687] [--force]

The home's server must be stopped. What it holds is replaced, so a home with data needs --force, and one with
decisions that FOLDER lacks is refused: they would be lost. Then the server is started, constraints, indexes
and migrations are made, and the counts compared; the lines to export are printed.
"""

from __future__ import annotations

import argparse
import csv
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import server

from app.export.manifest import faults, read_manifest
from app.export.neo4j_admin import DELIMITER, EMPTY, FORMAT
from app.export.tables import tables
from graph.errors import TiengVangError
from graph.queries import inline, shipped
from graph.store import Store, open_store

DATABASE = "neo4j"
BUFFER = 4 << 20  # bytes; the importer's own size, which every value must fit in
HEAP = "-Xmx1g"
PORTION = 50_000  # nodes or relationships a transaction
T = TypeVar("T")

_NODES = inline("MATCH (n) WHERE NOT n:Migration AND NOT n:Decision RETURN count(n) AS count", "count_nodes")


def main(arguments: list[str] | None = None) -> int:
    """One import; 0, or 2 with one line on stderr."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="made by tiengvang export --for neo4j-admin")
    parser.add_argument("--home", type=Path, default=server.CACHE / "home", help="as of server.py")
    parser.add_argument("--port", type=int, default=server.PORT, help="Bolt port (0: a free one)")
    parser.add_argument("--force", action="store_true", help="replace the data that the home holds")
    options = parser.parse_args(arguments)
    home: Path = options.home.resolve()
    try:
        server.say(run(options.folder, home, options.port, force=options.force))
    except (server.ServerError, TiengVangError) as error:
        sys.stderr.write(f"neo4j: {error}\n")
        return 2
    return 0


def run(folder: Path, home: Path, port: int, *, force: bool) -> str:
    """Imports, and returns the lines to export. Raises ServerError, TiengVangError."""
    if server.running(home) is not None:
        raise server.ServerError(f"the server of {home} runs; stop it first: make neo4j-stop")
    if port and not server.is_free(port):
        raise server.ServerError(f"port {port} on 127.0.0.1 is in use; choose another with --port")
    manifest = read_manifest(folder)
    entries = [entry for entry in manifest["files"] if entry["format"] == FORMAT]
    if not entries:
        raise server.ServerError(f"{folder} is no export for the importer: tiengvang export --for {FORMAT}")
    for fault in faults(folder):
        raise server.ServerError(f"{folder}: {fault}; export it again")
    server.need("java", "javac", "mvn")
    if (home / "data" / "databases" / DATABASE).exists():
        at_work(home, port, lambda store: refuse_loss(store, folder, home, force=force))
        server.stop(home)
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    bulk_load(folder, entries, home)
    at_work(home, port, lambda store: make_ready(store, entries, manifest))
    return server.exports(home)


def at_work(home: Path, port: int, work: Callable[[Store], T]) -> T:
    """Starts the server and does some work on its store; the server stays unless the work fails."""
    server.start(home, port)
    url = f"bolt://127.0.0.1:{server.state(home)['port']}"
    try:
        with open_store(url, password=server.password(home)) as store:
            return work(store)
    except BaseException:
        server.stop(home)
        raise


def refuse_loss(store: Store, folder: Path, home: Path, *, force: bool) -> None:
    """Raises ServerError where the import would take something away that nobody agreed to lose."""
    held = {str(row["id"]) for row in store.read(shipped()["decision_ids"])}
    missing = held - decisions_of(folder)
    if missing:
        raise server.ServerError(
            f"{home} holds {len(missing)} decisions that {folder} lacks, the first {min(missing)}: all lost "
            "then. Carry them out where FOLDER came from (tiengvang replay LOG), and export again"
        )
    nodes = int(store.read(_NODES)[0]["count"])
    if nodes and not force:
        raise server.ServerError(f"{home} holds {nodes} nodes already; --force replaces them all")


def decisions_of(folder: Path) -> set[str]:
    """The ids of the decisions in an export."""
    path = folder / FORMAT / "Decision.csv"
    if not path.exists():
        return set()
    with path.open(encoding="utf-8", newline="") as file:
        return {row["id:ID(Decision)"] for row in csv.DictReader(file)}


def bulk_load(folder: Path, entries: list[dict[str, Any]], home: Path) -> None:
    """Runs the importer; the home's database is made anew. Raises ServerError with its own words."""
    report = home / "import.report"
    arguments = ["database", "import", "full", DATABASE, "--overwrite-destination=true"]
    arguments += [f"--array-delimiter=U+{ord(DELIMITER):04X}", "--multiline-fields=true", "--bad-tolerance=0"]
    arguments += [f"--report-file={report}", f"--read-buffer-size={buffer_of(entries)}"]
    for entry in entries:
        what = f"--nodes={entry['label']}" if "label" in entry else f"--relationships={entry['type']}"
        arguments.append(f"{what}={(folder / entry['path']).resolve()}")
    opened = [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in server.OPENED]
    command = ["java", HEAP, *opened, "-cp", f"{server.fetch()}/*", "org.neo4j.cli.AdminTool", *arguments]
    places = {"NEO4J_HOME": str(home), "NEO4J_CONF": str(server.HERE)}
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **places}, check=False)
    if done.returncode:
        raise server.ServerError(f"the importer failed:\n{server.tail(done.stdout + done.stderr)}")


def buffer_of(entries: list[dict[str, Any]]) -> int:
    """How large the importer's buffer must be, in bytes, for the longest value."""
    return max(BUFFER, 4 * max(int(entry["longest"]) for entry in entries))


def make_ready(store: Store, entries: list[dict[str, Any]], manifest: dict[str, Any]) -> None:
    """Schema and migrations, and whether all has arrived. Raises ServerError, SchemaError."""
    empty_lists(store)
    store.migrate()
    wanted: Counter[str] = Counter()
    for entry in entries:
        wanted[entry.get("label") or entry["type"]] += entry["rows"]
    held: Counter[str] = Counter()
    for row in store.read(shipped()["export_counts"]):
        held[str(row["type"])] += int(row["count"])
    for kind in sorted(wanted.keys() - {"Dataset"}):
        if held[kind] != wanted[kind]:
            raise server.ServerError(f"{held[kind]} of {wanted[kind]} {kind} have arrived; import again")
    version = store.read(shipped()["export_state"])[0]["props"]["version"]
    if version != manifest["dataset_version"]:
        raise server.ServerError(f"dataset version {version} arrived, not {manifest['dataset_version']}")


def empty_lists(store: Store) -> None:
    """Takes the mark out of the lists that have no parts."""
    for table in tables().values():
        pattern = f"(n:{table.kind})" if table.is_node else f"()-[n:{table.kind}]->()"
        for column in table.own:
            if column.type == "array":
                name = column.name
                query = inline(
                    f"MATCH {pattern} WHERE n.{name} = [$mark] WITH n LIMIT {PORTION} SET n.{name} = [] "
                    "RETURN count(*) AS count",
                    f"empty {name}",
                )
                while store.write(query, mark=EMPTY)[0]["count"]:
                    pass


if __name__ == "__main__":
    sys.exit(main())
