"""From a store to a folder of files: all of it, of one state, or an error and nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.answers.asking.reading import queries
from app.export.annotated import Annotations
from app.export.errors import StoreChanged
from app.export.folder import new_folder
from app.export.graphml import GraphML
from app.export.manifest import write_manifest
from app.export.neo4j_admin import FORMAT as NEO4J_ADMIN
from app.export.neo4j_admin import Importable
from app.export.parquet import parquet
from app.export.reading import check_complete, portions
from app.export.state import State, state_of
from app.export.tables import Portion
from app.export.writing import Writer, csv, jsonl
from graph.store import Store

Progress = Callable[[int, int], None]
TRIES = 3  # of an export during which the store was changed


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written: the formats; the address that annotations begin with; whether an earlier export
    may be replaced."""

    formats: Sequence[str]
    base: str
    replace: bool = False


_MAKERS: Mapping[str, Callable[[Path, State, Wanted], Writer]] = {
    "jsonl": lambda folder, state, wanted: jsonl(folder),
    "parquet": lambda folder, state, wanted: parquet(folder),
    "csv": lambda folder, state, wanted: csv(folder),
    "graphml": lambda folder, state, wanted: GraphML(folder),
    "annotations": lambda folder, state, wanted: Annotations(folder, wanted.base, state.version),
    NEO4J_ADMIN: lambda folder, state, wanted: Importable(folder, state),
}
FORMATS = tuple(name for name in _MAKERS if name != NEO4J_ADMIN)


def export(
    store: Store, place: Path, wanted: Wanted, progress: Progress = lambda d, t: None
) -> dict[str, Any]:
    """Writes the formats into a new folder at `place`; the manifest that it has then.

    Where the store is changed meanwhile, all is read again. Raises ExportError, StoreError.
    """
    for attempt in range(1, TRIES + 1):
        try:
            with new_folder(place, replace=wanted.replace) as folder:
                return _written(store, folder, wanted, progress)
        except StoreChanged:
            if attempt == TRIES:
                raise
    raise AssertionError("unreachable")


def _written(store: Store, folder: Path, wanted: Wanted, progress: Progress) -> dict[str, Any]:
    """One attempt. Raises StoreChanged where the state at the end is not that of the beginning."""
    before = state_of(store)
    tally = _Tally(documents=int(store.read(queries()["corpus_counts"])[0]["documents"]))
    with ExitStack() as stack:
        writers = []
        for name in wanted.formats:
            writers.append(_MAKERS[name](folder, before, wanted))
            stack.callback(writers[-1].abort)
        for portion in portions(store):
            tally.add(portion)
            for writer in writers:
                writer.take(portion)
            progress(tally.rows["documents"], tally.documents)
        _check_same(store, before)
        check_complete(store, tally.rows, tally.parents)
        entries = [entry for writer in writers for entry in writer.close()]
    return write_manifest(
        folder, before, entries, documents=tally.rows["documents"], synthetic=tally.synthetic
    )


def _check_same(store: Store, before: State) -> None:
    if state_of(store) != before:
        raise StoreChanged(
            f"the store was changed during each of {TRIES} exports",
            where=store.describe(),
            todo="Export again when nothing is ingested or decided",
        )


@dataclass(slots=True)
class _Tally:
    """What was written so far, of so many documents."""

    documents: int
    rows: Counter[str] = field(default_factory=Counter)
    parents: int = 0
    synthetic: int = 0

    def add(self, portion: Portion) -> None:
        """Counts a portion."""
        self.rows.update({name: len(rows) for name, rows in portion.items()})
        self.parents += sum(1 for row in portion.get("provisions", ()) if row.get("parent"))
        self.synthetic += sum(1 for row in portion.get("documents", ()) if row.get("synthetic"))
