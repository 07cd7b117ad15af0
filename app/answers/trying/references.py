"""References in any text that is sent in: which act each means, and whether that is known here.

The text is read by the extractors and resolved against store and vocabulary as an ingest would; nothing of it
is kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import get_args

from app.answers.acts.heads import acts_of_number, directive_heads
from app.answers.asking.errors import TextInvalid
from app.answers.asking.reading import dataset_version, queries, vocabulary
from app.answers.asking.wording import reference_words
from app.answers.models.acts import Candidate, DirectiveHead
from app.answers.models.found import GenericReference, ReferenceFound, ReferencesFound, ReferenceState
from graph.store import Store
from ingest.decisions.curation import Curated
from ingest.extract import extract
from ingest.read import document_of
from ingest.resolving.identity import identify
from ingest.resolving.resolve import Citation, Resolution
from ingest.steps.citations import Resolved, acts_for, citations_of, resolve_all

_OPEN_PLACE = "~?"  # in a key: the place is not known, so no other text can mean the same act
STATES: tuple[ReferenceState, ...] = get_args(ReferenceState)


def resolve_references(
    store: Store, text: str, *, province: str | None = None, date: str | None = None
) -> ReferencesFound:
    """Every reference in `text`, in its order; `province` (code) and `date` (ISO) tell whose text it is.

    Raises TextInvalid where it holds a character that no text can hold.
    """
    resolved = _resolved(store, text, province, date)
    named = [each for each in resolved if each[1].kind != "generic"]
    heads = directive_heads(store, sorted({r.key for *_, r in named if r.key}))
    candidates = _Candidates(store)
    found = [_reference(each, heads, candidates) for each in named]
    counts = {state: sum(1 for each in found if each.state == state) for state in STATES}
    held = [id for each in found if each.directive for id in each.directive.documents]
    return ReferencesFound(
        dataset_version=dataset_version(store),
        synthetic=bool(store.read(queries()["synthetic_documents"], ids=held)),
        characters=len(text),
        references=found,
        generic=[
            GenericReference(start=m.start, end=m.end, quote=m.quote)
            for m, citation, _ in resolved
            if citation.kind == "generic"
        ],
        counts=counts,
        words=reference_words(counts),
    )


def _resolved(store: Store, text: str, province: str | None, date: str | None) -> list[Resolved]:
    try:
        raw = text.encode()
    except UnicodeEncodeError as error:
        raise TextInvalid(
            "half of a surrogate pair, which is no character",
            where=f"character {error.start}",
            todo="Send the text as UTF-8",
        ) from error
    extraction = extract(document_of(raw, text, "text"), vocabulary())
    identity = identify(extraction, Curated(province=province, date=date), vocabulary())
    pairs = citations_of(extraction, identity)
    citations = [citation for _, citation in pairs]
    acts = store.read_transaction(partial(acts_for, queries=queries(), citations=citations))
    return resolve_all(pairs, identity, acts, vocabulary())


class _Candidates:
    """Acts that citations may mean, each number asked for once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._by_number: dict[str, list[Candidate]] = {}

    def of(self, citation: Citation, resolution: Resolution) -> list[Candidate]:
        """The acts that were weighed, else those of the number (and of the day, where the text tells it)."""
        if resolution.candidates:
            return acts_of_number(self._store, None, list(resolution.candidates))
        if not citation.number or citation.number.isdigit():
            return []
        if citation.number not in self._by_number:
            self._by_number[citation.number] = acts_of_number(self._store, citation.number, [])
        found = self._by_number[citation.number]
        return [act for act in found if citation.date is None or act.date in (None, citation.date)]


def _reference(
    resolved: Resolved, heads: Mapping[str, DirectiveHead], candidates: _Candidates
) -> ReferenceFound:
    mention, citation, resolution = resolved
    head = heads.get(resolution.key or "")
    sure = head is not None and resolution.basis == "stated"
    others: Sequence[Candidate] = () if sure else candidates.of(citation, resolution)
    return ReferenceFound(
        start=mention.start,
        end=mention.end,
        quote=mention.quote,
        state="found" if head else "ambiguous" if others else "not_in_corpus",
        kind=citation.kind,
        relation=mention.attrs.get("relation"),
        number=citation.number,
        doc_type=citation.doc_type,
        date=citation.date,
        issuer=citation.issuer,
        key=None if resolution.key and _OPEN_PLACE in resolution.key else resolution.key,
        directive=head,
        candidates=list(others),
        rule=resolution.rule,
        basis=resolution.basis,
    )
