"""Where the catalogue of acts and the texts disagree: both are kept, and the difference is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.answers.models import Conflict
from app.answers.reading import Row, number, queries, text, vocabulary
from graph.store import Store
from ingest.vocabulary import Vocabulary


def conflicts_of(store: Store, keys: Sequence[str]) -> list[Conflict]:
    """What texts and citations say otherwise than the catalogue of these acts, in order of key and field."""
    rows = store.read(queries()["catalogue_conflicts"], keys=list(keys))
    ordered = sorted(rows, key=lambda r: (str(r["key"]), str(r["field"]), str(r["by"]), str(r["said"])))
    return [_conflict(row) for row in ordered]


def notes(store: Store, catalogue: Vocabulary) -> Iterator[str]:
    """One line a conflict, over all acts that the catalogue lists."""
    for conflict in conflicts_of(store, sorted(catalogue.directives)):
        yield f"{conflict.key}: {conflict.words}"


def _conflict(row: Row) -> Conflict:
    field, times = str(row["field"]), number(row["times"])
    said, listed = _shown(field, row["said"]), _shown(field, row["catalogue"])
    who = "citation" if row["by"] == "citation" else "text held"
    who = f"{times} {who}s say" if times > 1 and who == "citation" else f"the {who} says"
    return Conflict(
        key=str(row["key"]),
        field=field,
        catalogue=str(row["catalogue"]),
        said=str(row["said"]),
        by=str(row["by"]),
        times=times,
        statement=str(row["statement"]),
        words=f"{field}: {who} {said}, the catalogue says {listed}",
    )


def _shown(field: str, value: object) -> str:
    body = vocabulary().bodies.get(str(value)) if field == "issuer" else None
    return body.name if body else text(value) or ""
