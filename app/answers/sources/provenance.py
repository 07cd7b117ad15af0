"""The evidence of a statement (design, section 5), read again from the stored text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial

from app import urls
from app.answers.acts.directives import directive_heads
from app.answers.asking.errors import StatementUnknown
from app.answers.asking.reading import Row, dataset_version, number, queries, text, texts
from app.answers.asking.wording import statement_words
from app.answers.models.decided import DecisionRow, Stated
from app.answers.models.held import DocumentSummary, Endpoint, Provenance, ProvisionNode, Quoted
from app.answers.sources.decisions import row_of, said
from app.answers.sources.documents import summary_of
from graph.store import Reader, Store, Tx
from ingest.decisions.log import standings
from ingest.storing.writing import decisions_on

_KEY = re.compile(r"[0-9a-f]{32}")
_SHOWN_APART = frozenset(
    {"key", "document", "start", "end", "quote", "rule", "basis", "run"}
    | {"source_document", "source_start", "source_end", "source_quote"}
    | {"decided", "decision", "changed"}
)
_BASES = ("number_basis", "date_basis", "province_basis")
_BY_KEY = ("statement_of_provision", "statement_of_document", "rejected_statement")


def provenance(store: Store, key: str, context: int = 160) -> Provenance:
    """The evidence of the statement with this key, read again from the stored text. Raises StatementUnknown.

    context: characters shown before and after the quote.
    """
    return store.read_transaction(partial(_answer, key=key.strip().lower(), context=context))


def _answer(tx: Tx, key: str, context: int) -> Provenance:
    row = find_statement(tx, key)
    props = row["props"]
    assert isinstance(props, dict)
    decisions = _decisions(tx, str(row["document"]), props)
    ids = [str(row["document"]), *(texts([props["source_document"]]) if "source_document" in props else [])]
    behind = {str(r["id"]): r for r in tx.read(queries()["documents_behind"], ids=ids)}
    stored = {id: str(r["text"]) for id, r in behind.items()}
    summaries = {id: summary_of(r) for id, r in behind.items()}
    document = summaries[ids[0]]
    evidence = _quoted(stored[ids[0]], props, "", context)
    source = _quoted(stored.get(ids[-1], ""), props, "source_", context)
    target = _object(row, summaries.get(ids[-1]))
    return Provenance(
        dataset_version=dataset_version(tx),
        synthetic=any(s.synthetic for s in summaries.values()),
        key=str(props["key"]),
        type=str(row["type"]),
        says=statement_words(document, str(row["type"]), target, props) + _decided(props, decisions),
        subject=_subject(row, document),
        object=target,
        document=document,
        directive=directive_heads(tx, [document.act]).get(document.act),
        provision=_provision(row),
        evidence=evidence,
        source_evidence=source,
        source_document=summaries.get(ids[-1]) if source else None,
        detail=_detail(props),
        rule=str(props["rule"]),
        basis=str(props["basis"]),
        run=str(props["run"]),
        status=props.get("decided"),
        stated=_stated(props),
        decisions=decisions,
        verified=_verified(evidence, props, "") and _verified(source, props, "source_"),
        reading=urls.document_page(
            document.id, *((evidence.start, evidence.end) if evidence else (None, None))
        ),
        **{name: text(behind[ids[0]][name]) for name in _BASES},
    )


def find_statement(reader: Reader, key: str) -> Row:
    """A statement by its key, or by the key that it was stated under before a person corrected it.

    Raises StatementUnknown.
    """
    if _KEY.fullmatch(key):
        for query in _BY_KEY:
            rows = reader.read(queries()[query], key=key)
            if rows:
                return rows[0]
        spans = reader.read(queries()["decided_words"], statement=key)
        for row in reader.read(queries()["statements_at"], spans=spans) if spans else ():
            props = row["props"]
            assert isinstance(props, dict)
            if props.get("stated_key") == key:
                return find_statement(reader, str(props["key"]))
    raise StatementUnknown(
        "no statement has this key",
        where=key,
        todo="Take the 32 characters of `key` from an answer; a document that was read anew has new ones",
    )


def _quoted(stored: str, props: Mapping[str, object], prefix: str, context: int) -> Quoted | None:
    """The stored text's own words at the statement's offsets, with what stands around them."""
    if props.get(f"{prefix}start") is None:
        return None
    start, end = number(props[f"{prefix}start"]), number(props[f"{prefix}end"])
    return Quoted(
        before=stored[max(0, start - context) : start],
        quote=stored[start:end],
        after=stored[end : end + context],
        start=start,
        end=end,
    )


def _verified(found: Quoted | None, props: Mapping[str, object], prefix: str) -> bool:
    return found is None or found.quote == props[f"{prefix}quote"]


def _subject(row: Row, document: DocumentSummary) -> Endpoint:
    label = "Provision" if row["provision"] else "Document"
    return Endpoint(label=label, key=str(row["source_key"]), name=document.number or document.act)


def _object(row: Row, source: DocumentSummary | None) -> Endpoint:
    """What the statement is about; a provision whose words are reused goes by its act."""
    name = text(row["target_name"])
    if row["type"] == "REUSES" and source is not None:
        name = source.number or source.act
    return Endpoint(label=str(row["target_label"]), key=str(row["target_key"]), name=name)


def _provision(row: Row) -> ProvisionNode | None:
    found = row["provision"]
    return ProvisionNode.model_validate({**found, "parent": None}) if isinstance(found, dict) else None


def _detail(props: Mapping[str, object]) -> dict[str, str | int | float | list[str] | None]:
    return {
        name: value if isinstance(value, str | int | float) else texts(value)
        for name, value in sorted(props.items())
        if name not in _SHOWN_APART and value is not None and not name.startswith("stated_")
    }


def _decisions(tx: Tx, document: str, props: Mapping[str, object]) -> list[DecisionRow]:
    """The decisions about a statement, found by what it was stated as, and by the one that stands on it."""
    stated = props.get("stated_key", props["key"])
    log = decisions_on(tx, queries(), [document]).get(document, [])
    known = standings(log)
    return [row_of(d, known) for d in log if d.target.statement == stated or d.id == props.get("decision")]


def _decided(props: Mapping[str, object], decisions: list[DecisionRow]) -> str:
    """Who decided what, behind the sentence that a statement makes."""
    return "".join(f" ({said(row)})" for row in decisions if row.id == props.get("decision"))


def _stated(props: Mapping[str, object]) -> Stated | None:
    if "stated_key" not in props:
        return None
    changed = texts(props.get("changed"))
    names = ("key", "type", "target", "rule", "basis")
    return Stated.model_validate(
        {name: props[f"stated_{name}"] for name in names}
        | {"changed": {name: text(props.get(f"stated_{name}")) for name in changed}}
    )
