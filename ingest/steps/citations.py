"""The citations of documents, resolved: first when a document is loaded, and again when the acts known
change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.queries import Queries
from graph.store import Tx
from ingest.documents import Extraction, Mention
from ingest.keys import Place, provision_key
from ingest.resolving.acts import KnownActs
from ingest.resolving.identity import Identity
from ingest.resolving.resolve import Citation, Resolution, in_full, resolve
from ingest.statements.describe import act_of
from ingest.statements.nearby import Along
from ingest.statements.statement import Props, Statement, resolution_props
from ingest.steps.load import Loader
from ingest.storing.judging import as_stated, from_row
from ingest.storing.writing import write_statements
from ingest.vocabulary import Vocabulary

Resolved = tuple[Mention, Citation, Resolution]


def citations_of(extraction: Extraction, identity: Identity) -> list[tuple[Mention, Citation]]:
    """What each REFERENCE of a document says, ready to resolve."""
    provinces = Along(extraction.mentions, "PROVINCE")
    return [
        (mention, _citation(extraction, identity, mention, provinces))
        for mention in extraction.mentions
        if mention.label == "REFERENCE"
    ]


def resolve_all(
    pairs: Sequence[tuple[Mention, Citation]], identity: Identity, acts: KnownActs, vocabulary: Vocabulary
) -> list[Resolved]:
    """Each citation of one document with the act it means."""
    fellows = in_full(citation for _, citation in pairs)
    return [
        (mention, citation, _resolution(citation, fellows, identity.key, acts, vocabulary))
        for mention, citation in pairs
    ]


def acts_for(tx: Tx, queries: Queries, citations: Iterable[Citation]) -> KnownActs:
    """The acts in the store that these citations may mean."""
    wanted = list(citations)
    numbers = sorted({c.number for c in wanted if c.number})
    rows = tx.run(
        queries["known_acts"],
        numbers=[n for n in numbers if not n.isdigit()],
        serials=sorted({n.lstrip("0") or "0" for n in numbers if n.isdigit()}),
        dates=sorted({c.date for c in wanted if c.date and not c.number}),
    )
    return KnownActs(act for act in map(act_of, rows) if act is not None)


def resolve_anew(loader: Loader, documents: Sequence[str], vocabulary: Vocabulary, run: str) -> set[str]:
    """Resolves the open citations of documents against the acts now known.

    Returns the look-ups under which the acts known have changed by that.
    """

    def work(tx: Tx) -> set[str]:
        rows = tx.run(loader.queries["citations_of"], ids=list(documents))
        changed = _changed(tx, loader.queries, rows, vocabulary)
        if not changed:
            return set()
        before = loader.touched(tx, documents)
        for query in ("clear_citations", "clear_rejected_citations"):
            tx.run(loader.queries[query], keys=[key for key, _ in changed])
        write_statements(tx, loader.queries, [s for _, s in changed], run)
        loader.set_digests(tx, sorted({s.document for _, s in changed}))
        return loader.settle(tx, before, set(before) | set(loader.touched(tx, documents)))

    return loader.store.transaction(work)


def _changed(
    tx: Tx, queries: Queries, rows: Sequence[Props], vocabulary: Vocabulary
) -> list[tuple[str, Statement]]:
    """Stored key and new statement of each citation whose resolution is another now.

    What was rejected or corrected is resolved anew as well: decisions go by what is stated.
    """
    stored = [
        (str(_props(row)["key"]), stated, _stored_citation(row, stated))
        for row in rows
        for stated in (as_stated(from_row(str(row["document"]), row)),)
    ]
    acts = acts_for(tx, queries, [c for *_, c in stored])
    by_document: dict[str, list[Citation]] = defaultdict(list)
    for *_, citation in stored:
        by_document[citation.document].append(citation)
    fellows = {document: in_full(found) for document, found in by_document.items()}
    changed = []
    for key, stated, citation in stored:
        if stated.props.get("lookup") is None:
            continue
        resolution = resolve(citation, fellows[citation.document], acts, vocabulary)
        statement = _restated(stated, resolution)
        if statement.key != stated.key or _differs(statement, stated):
            changed.append((key, statement))
    return changed


def _restated(stated: Statement, resolution: Resolution) -> Statement:
    return replace(
        stated,
        to="Directive" if resolution.key else "Reference",
        target=resolution.key or provision_key(stated.document, stated.start or 0, stated.end or 0),
        rule=resolution.rule,
        basis=resolution.basis,
        props={**stated.props, **resolution_props(resolution, str(stated.props["found_by"]))},
    )


def _differs(statement: Statement, stated: Statement) -> bool:
    same_rule = (statement.rule, statement.basis) == (stated.rule, stated.basis)
    return not same_rule or statement.props["candidates"] != stated.props.get("candidates")


def _resolution(
    citation: Citation, fellows: Sequence[Citation], own_key: str, acts: KnownActs, vocabulary: Vocabulary
) -> Resolution:
    if citation.kind == "self":
        return Resolution(own_key, "stated", "self-reference")
    return resolve(citation, fellows, acts, vocabulary)


def _citation(extraction: Extraction, identity: Identity, mention: Mention, provinces: Along) -> Citation:
    attrs = mention.attrs
    inside = (m.id for m in provinces.starting(mention.start, mention.end) if m.end <= mention.end)
    return Citation(
        document=extraction.document.id,
        start=mention.start,
        end=mention.end,
        number=attrs.get("number"),
        doc_type=attrs.get("doc_type"),
        date=attrs.get("date"),
        issuer=attrs.get("issuer"),
        kind=attrs.get("kind") or "generic",
        province=next(inside, None),
        home=identity.place,
        home_date=identity.date,
    )


def _stored_citation(row: Props, stated: Statement) -> Citation:
    props = stated.props
    text = {
        name: str(props[name]) if props.get(name) is not None else None
        for name in ("number", "doc_type", "date", "issuer")
    }
    return Citation(
        document=stated.document,
        start=stated.start or 0,
        end=stated.end or 0,
        kind=str(props["kind"]),
        province=str(props["place"]) if props.get("place") else None,
        home=None if row["central"] else _home(row, stated.document),
        home_date=str(row["home_date"]) if row["home_date"] else None,
        **text,
    )


def _home(row: Props, document: str) -> Place:
    if row["home"] is None:
        return Place(owner=document)
    return Place(str(row["home"]), str(row["unit"]) if row["unit"] else None)


def _props(row: Props) -> Props:
    props = row["props"]
    assert isinstance(props, dict)
    return props
