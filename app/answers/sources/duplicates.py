"""Documents that may be one act twice, as lines for a person to decide about."""

from __future__ import annotations

from collections.abc import Iterator

from app.answers.asking.reading import queries, text
from graph.store import Reader
from ingest.aligning.duplicates import Proposal, Text, proposals
from ingest.aligning.stretches import unpacked
from ingest.errors import StretchesUnreadable

_PORTION = 500


def duplicate_notes(store: Reader) -> Iterator[str]:
    """One line a pair of documents that may be one act; nothing is merged for it."""
    paths: dict[str, str] = {}
    texts = list(_texts(store, paths))
    for proposal in proposals(texts):
        yield _line(proposal, paths)


def _texts(store: Reader, paths: dict[str, str]) -> Iterator[Text]:
    after = ""
    while rows := store.read(queries()["documents_to_compare"], after=after, limit=_PORTION):
        for row in rows:
            after = str(row["id"])
            paths[after] = str(row["path"])
            yield Text(after, str(row["act"]), text(row["number"]), _shingles(text(row["stretches"])))


def _shingles(stored: str | None) -> frozenset[int]:
    try:
        return frozenset(s for stretch in unpacked(stored or "") for s in stretch.shingles)
    except StretchesUnreadable:
        return frozenset()  # of another version: the next ingest makes it anew


def _line(found: Proposal, paths: dict[str, str]) -> str:
    a, b = found.longer, found.shorter
    one, other = f"{paths[a.id]} ({a.act})", f"{paths[b.id]} ({b.act})"
    return (
        f"{one} and {other} may be one act: {found.shared:.0%} of the shorter text is in the longer. "
        f"Nothing was merged; to say that it is one, give {b.id[:12]} its number, date and province "
        "(tiengvang decide, or --metadata)."
    )
