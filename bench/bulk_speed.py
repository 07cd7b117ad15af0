"""How fast a first load of Neo4j is: its own importer, batches, and a MERGE a row, in one run.

    python -m bench.bulk_speed [--documents 300] [--few 10]

Kept in bench/results/bulk_speed.txt. Composed documents (bench/generator.py) are ingested into an embedded
store; its graph is the input of all three. Batches and single rows are the same statements, UNWIND of 5,000
rows or of one, each in a transaction of its own, over Bolt, constraints first; single rows get the graph of
fewer documents, and their rate counts. The importer's time is that of its process, and of constraints and
indexes afterwards. On the clock: ratios count, for a busy machine slows all.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.export.exporting import Wanted, export
from app.export.manifest import read_manifest
from app.export.neo4j_admin import FORMAT
from app.export.reading import portions
from app.export.tables import NODES, Row, Table, tables
from bench import generator
from graph.queries import Query, inline
from graph.queries import shipped as queries
from graph.store import Store, open_store
from ingest.pipeline import ingest
from ingest.vocabulary import shipped as vocabulary

TOOLS = Path(__file__).resolve().parent.parent / "tools" / "neo4j"
BATCH = 5000
_KEYS = dict(NODES.values())
_DELETE = inline("MATCH (n) WHERE NOT n:Migration WITH n LIMIT 5000 DETACH DELETE n RETURN count(*) AS n")
_WHOLE = inline("MERGE (s:Dataset {id: 'dataset'}) SET s += $props")


@dataclass(slots=True)
class Rows:
    """A graph as rows by the statement that merges them, nodes before relationships."""

    nodes: dict[str, list[Any]] = field(default_factory=lambda: defaultdict(list))
    edges: dict[str, list[Any]] = field(default_factory=lambda: defaultdict(list))

    @property
    def count(self) -> int:
        """All rows."""
        return sum(len(rows) for many in (self.nodes, self.edges) for rows in many.values())

    def statements(self, size: int) -> Iterator[tuple[Query, list[Any]]]:
        """Statements with so many rows each."""
        for many in (self.nodes, self.edges):
            for text, rows in many.items():
                query = inline(text, "merge")
                yield from ((query, rows[start : start + size]) for start in range(0, len(rows), size))


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints what each way takes."""
    options = _parser().parse_args(arguments)
    sys.path.insert(0, str(TOOLS))
    load = f"{os.getloadavg()[0]:.1f}"
    print(f"Python {platform.python_version()}, {os.cpu_count()} processors, load at the start {load}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        few = _graph(folder / "few", options.few)[0]
        rows, exported = _graph(folder / "all", options.documents)
        by_importer = _importer(folder, exported)
        by_batch, by_row = _over_bolt(folder, rows, few)
        same = _same(folder, exported)
    rate = rows.count / by_importer
    print(f"\n{'way':24}{'rows':>9}{'s':>9}{'rows/s':>10}{'slower than the importer':>27}")
    for way, count, seconds in (
        ("importer, then schema", rows.count, by_importer),
        (f"batches of {BATCH:,}", rows.count, by_batch),
        ("MERGE a row", few.count, by_row),
    ):
        each = count / seconds
        print(f"{way:24}{count:9,}{seconds:9.1f}{each:10,.0f}{rate / each:26.1f}x")
    print(f"\nbatches and importer make the same graph, every property compared: {'yes' if same else 'NO'}")
    return 0 if same else 1


def _graph(folder: Path, documents: int) -> tuple[Rows, Path]:
    """The graph of so many composed documents as rows, and exported for the importer."""
    texts = folder / "texts"
    generator.write(texts, documents, seed=1)
    with open_store(f"embedded:{folder / 'graph'}") as store:
        _, seconds = _timed(lambda: ingest(store, queries(), vocabulary(), [texts]))
        print(f"{documents} documents read into an embedded store: {seconds:.1f} s", flush=True)
        _, seconds = _timed(lambda: export(store, folder / "export", Wanted([FORMAT], "http://127.0.0.1")))
        print(f"  exported for the importer: {seconds:.1f} s", flush=True)
        return _rows(store), folder / "export"


def _rows(store: Store) -> Rows:
    found = Rows()
    for portion in portions(store):
        for name, rows in portion.items():
            table = tables()[name]
            for row in rows:
                if table.is_node:
                    _add_node(found, table, row)
                else:
                    _add_edge(
                        found,
                        table,
                        row,
                        (row["from_kind"], row["from_key"]),
                        (row["to_kind"], row["to_key"]),
                    )
    return found


def _props(table: Table, row: Row) -> dict[str, object]:
    return {c.name: row[c.name] for c in table.own if row.get(c.name) is not None}


def _add_node(found: Rows, table: Table, row: Row) -> None:
    key = row[str(table.key)]
    text = f"UNWIND $rows AS row MERGE (n:{table.kind} {{{table.key}: row.key}}) SET n += row.props"
    found.nodes[text].append({"key": key, "props": _props(table, row)})
    if table.name == "provisions":
        bare = Table("", "HAS_PROVISION", None, ())
        _add_edge(found, bare, {}, ("Document", row["document"]), ("Provision", key))
        if row["parent"]:
            bare = Table("", "PART_OF", None, ())
            _add_edge(found, bare, {}, ("Provision", key), ("Provision", row["parent"]))


def _add_edge(found: Rows, table: Table, row: Row, source: Any, target: Any) -> None:
    props = _props(table, row)
    key = " {key: row.props.key}" if "key" in props else ""
    text = (
        f"UNWIND $rows AS row MATCH (a:{source[0]} {{{_KEYS[source[0]]}: row.source}}) "
        f"MATCH (b:{target[0]} {{{_KEYS[target[0]]}: row.target}}) "
        f"MERGE (a)-[r:{table.kind}{key}]->(b) SET r += row.props"
    )
    found.edges[text].append({"source": source[1], "target": target[1], "props": props})


def _importer(folder: Path, exported: Path) -> float:
    import bulk_import

    manifest = read_manifest(exported)
    entries = [entry for entry in manifest["files"] if entry["format"] == FORMAT]
    home = folder / "imported"
    home.mkdir()
    _, importing = _timed(lambda: bulk_import.bulk_load(exported, entries, home))

    def ready(store: Store) -> float:
        return _timed(lambda: bulk_import.make_ready(store, entries, manifest))[1]

    try:
        schema = bulk_import.at_work(home, 0, ready)
    finally:
        bulk_import.server.stop(home)
    print(f"importer {importing:.1f} s, constraints and indexes {schema:.1f} s", flush=True)
    return importing + schema


def _over_bolt(folder: Path, rows: Rows, few: Rows) -> tuple[float, float]:
    import bulk_import

    home = folder / "merged"

    def work(store: Store) -> tuple[float, float]:
        store.migrate()
        _merge(store, few, BATCH)  # the server's own first steps count for nobody
        _clear(store)
        _, by_row = _timed(lambda: _merge(store, few, 1))
        _clear(store)
        _, by_batch = _timed(lambda: _merge(store, rows, BATCH))
        props = read_manifest(folder / "all" / "export")["state"]
        store.write(_WHOLE, props=props)
        export(store, folder / "again", Wanted([FORMAT], "http://127.0.0.1"))
        return by_batch, by_row

    try:
        return bulk_import.at_work(home, 0, work)
    finally:
        bulk_import.server.stop(home)


def _merge(store: Store, rows: Rows, size: int) -> None:
    for query, some in rows.statements(size):
        store.write(query, rows=some)


def _clear(store: Store) -> None:
    while store.write(_DELETE)[0]["n"]:
        pass


def _same(folder: Path, exported: Path) -> bool:
    """Whether the graph made by batches is the one that was given to the importer, file by file."""
    first, second = (
        {entry["path"]: entry["sha256"] for entry in read_manifest(each)["files"]}
        for each in (exported, folder / "again")
    )
    return first == second


def _timed(work: Any) -> tuple[Any, float]:
    started = time.perf_counter()
    made = work()
    return made, time.perf_counter() - started


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bench.bulk_speed",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--documents", type=int, default=300, help="for the importer and for batches")
    parser.add_argument("--few", type=int, default=10, help="documents that are merged row by row")
    return parser


if __name__ == "__main__":
    sys.exit(main())
