"""Documents that are one act twice, or may be: listed for a person to decide about, and never merged here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from app.answers.asking.cursors import cursor_after, key_of
from app.answers.asking.reading import dataset_version, queries, text
from app.answers.asking.revision import revision
from app.answers.models.duplicates import Copy, DuplicatePair, Why
from app.answers.models.held import DocumentSummary
from app.answers.models.shapes import Page
from app.answers.sources.documents import document_summaries
from graph.store import Reader, Store
from ingest.aligning.duplicates import Proposal, Text, proposals
from ingest.aligning.stretches import unpacked
from ingest.errors import StretchesUnreadable

_PORTION = 500
_SAME = 0.98  # share of the wording from which two texts of about one length are the same
_PART = 0.8  # a text that has less of the other's length is an excerpt
_COPIES = 20  # of one act, compared with each other; further ones only with the longest


class _Pair(NamedTuple):
    longer: str
    shorter: str
    why: Why
    shared: float

    @property
    def place(self) -> str:
        """Where it stands in the list."""
        return f"{self.longer} {self.shorter}"


def list_duplicates(
    store: Store, *, document: str | None = None, cursor: str | None = None, limit: int = 50
) -> Page[DuplicatePair]:
    """A page of pairs by the documents' ids; `document` (id): only those that it is one of.

    Raises CursorInvalid.
    """
    after = key_of(cursor)
    found = [pair for pair in _pairs(store) if document in (None, pair.longer, pair.shorter)]
    left = [pair for pair in found if pair.place > after]
    shown = left[:limit]
    items = _shown(store, shown)
    return Page[DuplicatePair](
        dataset_version=dataset_version(store),
        synthetic=any(side.document.synthetic for item in items for side in (item.longer, item.shorter)),
        items=items,
        total=len(found),
        next=cursor_after(shown[-1].place) if len(left) > limit else None,
    )


def duplicate_notes(store: Reader) -> Iterator[str]:
    """One line a pair of documents of two acts that may be one; nothing is merged for it."""
    paths: dict[str, str] = {}
    texts = list(_texts(store, paths))
    for proposal in proposals(texts):
        yield _line(proposal, paths)


# The last answer, by state of the data: it takes all documents to make.
_AT_HAND: dict[str, tuple[_Pair, ...]] = {}


def _pairs(store: Store) -> tuple[_Pair, ...]:
    state = revision(store)
    key = f"{store.describe()} {state}"
    if state is None or key not in _AT_HAND:
        texts = list(_texts(store, {}))
        pairs = [_proposed(proposal) for proposal in proposals(texts)]
        pairs += _of_one_act(texts)
        _AT_HAND.clear()
        _AT_HAND[key] = tuple(sorted(pairs, key=lambda pair: pair.place))
    return _AT_HAND[key]


def _proposed(found: Proposal) -> _Pair:
    a, b = found.longer, found.shorter
    why: Why = "alike"
    if len(b.shingles) < _PART * len(a.shingles):
        why = "excerpt"
    elif found.shared >= _SAME:
        why = "same_text"
    return _Pair(a.id, b.id, why, found.shared)


def _of_one_act(texts: Sequence[Text]) -> Iterator[_Pair]:
    """Every two documents that are the text of one act."""
    acts: dict[str, list[Text]] = defaultdict(list)
    for one in texts:
        acts[one.act].append(one)
    for copies in acts.values():
        copies.sort(key=lambda copy: (-len(copy.shingles), copy.id))
        near = list(combinations(copies[:_COPIES], 2))
        for a, b in [*near, *((copies[0], copy) for copy in copies[_COPIES:])]:
            shared = len(a.shingles & b.shingles) / len(b.shingles) if b.shingles else 0.0
            yield _Pair(a.id, b.id, "same_act", shared)


def _shown(store: Store, pairs: Sequence[_Pair]) -> list[DuplicatePair]:
    ids = sorted({id for pair in pairs for id in (pair.longer, pair.shorter)})
    known: dict[str, DocumentSummary] = {d.id: d for d in document_summaries(store, ids)}
    whole = {
        str(row["id"]): text(row["completeness"]) for row in store.read(queries()["completeness_of"], ids=ids)
    }
    return [
        DuplicatePair(
            why=pair.why,
            shared=round(pair.shared, 4),
            longer=Copy(document=known[pair.longer], completeness=whole.get(pair.longer)),
            shorter=Copy(document=known[pair.shorter], completeness=whole.get(pair.shorter)),
        )
        for pair in pairs
        if pair.longer in known and pair.shorter in known
    ]


def _texts(store: Reader, paths: dict[str, str]) -> Iterator[Text]:
    after = ""
    while rows := store.read(queries()["documents_to_compare"], after=after, limit=_PORTION):
        for row in rows:
            after = str(row["id"])
            paths[after] = str(row["path"])
            stated = (text(row[name]) for name in ("date", "province"))
            shingles = _shingles(text(row["stretches"]))
            yield Text(after, str(row["act"]), text(row["number"]), shingles, *stated)


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
