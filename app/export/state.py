"""Which state of the store an export is of, and whether it is one that can be exported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.answers.asking.reading import queries
from app.export.errors import StoreUnsettled
from graph.schema import load_migrations, pending
from graph.store import Store


@dataclass(frozen=True, slots=True)
class State:
    """What is recorded of the whole (the node Dataset), and the newest migration."""

    props: Mapping[str, object]
    schema: int

    @property
    def version(self) -> str:
        """`dataset_version`."""
        return str(self.props["version"])


def state_of(store: Store) -> State:
    """The state of a store that is settled.

    Raises StoreUnsettled where nothing was ever ingested or an ingest is under way or was cut short, and
    SchemaNewer.
    """
    pending(store, load_migrations())
    rows = store.read(queries()["export_state"])
    props = rows[0]["props"] if rows else {}
    if not props.get("version"):
        raise StoreUnsettled("the store holds nothing yet", where=store.describe(), todo="Ingest first")
    if props.get("unfinished"):
        raise StoreUnsettled(
            "an ingest is under way, or was cut short",
            where=store.describe(),
            todo="Wait until it has ended; if none runs, ingest again to finish it",
        )
    versions = [int(row["version"]) for row in store.read(queries()["export_schema"])]
    return State(props, max(versions, default=0))
