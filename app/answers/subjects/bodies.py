"""Bodies: who is named, and who is charged with tasks."""

from __future__ import annotations

from app.answers.asking.cursors import cursor_after, key_of
from app.answers.asking.reading import dataset_version, number, queries, text
from app.answers.models.held import BodySummary
from app.answers.models.shapes import Page
from graph.store import Store


def list_bodies(
    store: Store, *, province: str | None = None, cursor: str | None = None, limit: int = 100
) -> Page[BodySummary]:
    """Bodies that a document names, by id; `province` is a code. Raises CursorInvalid."""
    after = key_of(cursor)
    total = number(store.read(queries()["bodies_count"], province=province)[0]["total"])
    rows = store.read(queries()["bodies_page"], province=province, after=after, limit=limit + 1)
    shown = rows[:limit]
    ids = [str(row["id"]) for row in shown]
    counts = {str(row["id"]): row for row in store.read(queries()["body_counts"], ids=ids)}
    corpus = store.read(queries()["corpus_counts"])[0]
    return Page[BodySummary](
        dataset_version=dataset_version(store),
        synthetic=number(corpus["synthetic"]) > 0,
        items=[
            BodySummary(
                id=str(row["id"]),
                name=text(row["name"]),
                level=text(row["level"]),
                province=text(row["province"]),
                instance_of=text(counts[str(row["id"])]["instance_of"]),
                tasks=number(counts[str(row["id"])]["tasks"]),
                mentions=number(counts[str(row["id"])]["mentions"]),
            )
            for row in shown
        ],
        total=total,
        next=cursor_after(ids[-1]) if len(rows) > limit else None,
    )
