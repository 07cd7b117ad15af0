"""What a newcomer is shown first: how much is held, of whom, and which directives are cited most."""

from __future__ import annotations

from app.answers.acts.directives import directive_heads
from app.answers.asking.reading import dataset_version, number, queries
from app.answers.models.acts import DirectiveRow
from app.answers.models.held import ProvinceSummary
from app.answers.models.shapes import Answer
from app.answers.places.provinces import list_provinces
from graph.store import Store

ALL = 100  # more than there are provinces


class Front(Answer):
    """The corpus at a glance."""

    documents: int
    central: int
    unplaced: int
    undated: int
    provinces: list[ProvinceSummary]
    cited: list[DirectiveRow]
    cited_total: int
    cited_held: int


def front(store: Store, limit: int) -> Front:
    """How much is held, every province, and the `limit` acts that most documents cite."""
    counts = store.read(queries()["corpus_counts"])[0]
    cited = store.read(queries()["cited_counts"])[0]
    return Front(
        dataset_version=dataset_version(store),
        synthetic=number(counts["synthetic"]) > 0,
        documents=number(counts["documents"]),
        central=number(counts["central"]),
        unplaced=number(counts["unplaced"]),
        undated=number(counts["undated"]),
        provinces=list_provinces(store, limit=ALL).items,
        cited=_most_cited(store, limit),
        cited_total=number(cited["cited"]),
        cited_held=number(cited["held"]),
    )


def _most_cited(store: Store, limit: int) -> list[DirectiveRow]:
    rows = store.read(queries()["most_cited"], limit=limit)
    heads = directive_heads(store, [str(row["key"]) for row in rows])
    return [
        DirectiveRow(
            **heads[str(row["key"])].model_dump(),
            citations=number(row["citations"]),
            citing_documents=number(row["documents"]),
            citing_provinces=number(row["provinces"]),
        )
        for row in rows
    ]
