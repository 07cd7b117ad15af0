"""What came since a day: documents that were not here before, and the acts that only they cite."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Literal

from app.answers.acts.directives import directive_rows
from app.answers.asking.cursors import cursor_after, key_of
from app.answers.asking.reading import Row, dataset_version, number, queries
from app.answers.asking.wording import new_words
from app.answers.models.found import NewItem, NewPage
from app.answers.models.held import CitedIn
from app.answers.sources.documents import document_summaries
from graph.store import Store


def what_is_new(
    store: Store,
    since: dt.date | dt.datetime,
    *,
    kind: Literal["document", "directive"] | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> NewPage:
    """Documents and acts that came since a day (from its first minute in UTC) or a moment, by kind and key.

    `kind`: only documents, or only acts. What is read anew by better extractors is not new.
    Raises CursorInvalid.
    """
    first = run_at(since)
    after = key_of(cursor)
    rows = [*store.read(queries()["new_documents"], since=first)] if kind != "directive" else []
    documents = len(rows)
    if kind == "directive" or (kind is None and rows):  # only new documents cite an act first
        rows += store.read(queries()["new_acts"], since=first)
    ranked = sorted((row for row in rows if _place(row) > after), key=_place)
    page = ranked[:limit]
    cited = _citations(store, page)
    synthetic = any(row["synthetic"] for row in (*page, *cited.values()) if "synthetic" in row)
    return NewPage(
        dataset_version=dataset_version(store),
        synthetic=synthetic,
        items=_shown(store, page, cited),
        total=len(rows),
        next=cursor_after(_place(page[-1])) if len(ranked) > limit else None,
        since=since.isoformat(),
        documents=documents,
        directives=len(rows) - documents,
        words=new_words(documents, len(rows) - documents, since.isoformat()),
    )


def run_at(since: dt.date | dt.datetime) -> str:
    """The id that a run begun at this moment would begin with: `20261124T000000`."""
    if not isinstance(since, dt.datetime):
        return f"{since:%Y%m%d}"
    moment = since if since.tzinfo is None else since.astimezone(dt.UTC)
    return f"{moment:%Y%m%dT%H%M%S}"


def _place(row: Row) -> str:
    """Documents before acts, each by key."""
    return f"{row['kind']} {row['key']}"


def _citations(store: Store, page: Sequence[Row]) -> dict[str, Row]:
    """The first citation of each act on the page, by the act's key."""
    by_statement = {str(row["statement"]): str(row["key"]) for row in page if row["kind"] == "2"}
    rows = store.read(queries()["quoted_citations"], statements=list(by_statement)) if by_statement else []
    return {by_statement[str(row["statement"])]: row for row in rows}


def _shown(store: Store, page: Sequence[Row], cited: Mapping[str, Row]) -> list[NewItem]:
    ids = [str(row["key"]) for row in page if row["kind"] == "1"]
    documents = {d.id: d for d in document_summaries(store, ids)}
    rows, _ = directive_rows(store, [str(row["key"]) for row in page if row["kind"] == "2"])
    acts = {row.key: row for row in rows}
    return [
        NewItem(
            kind="document" if row["kind"] == "1" else "directive",
            key=str(row["key"]),
            at=_moment(str(row["run"])),
            run=str(row["run"]),
            document=documents.get(str(row["key"])),
            directive=acts.get(str(row["key"])),
            citation=_citation(cited[str(row["key"])]) if row["kind"] == "2" else None,
        )
        for row in page
    ]


def _citation(row: Row) -> CitedIn:
    return CitedIn(
        document=str(row["document"]),
        start=number(row["start"]),
        end=number(row["end"]),
        quote=str(row["quote"]),
    )


def _moment(run: str) -> str:
    """`20261124T094226Z-0a1b2c` -> `2026-11-24T09:42:26Z`."""
    return dt.datetime.strptime(run[:15], "%Y%m%dT%H%M%S").isoformat() + "Z"
