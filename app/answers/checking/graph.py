"""Whether the graph is sound: every quote in its text, nothing loose, nothing half done, the version true."""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from app.answers.asking.reading import Row, number, queries, text
from app.answers.checking.checked import Checked
from app.answers.checking.decisions import decision_findings
from app.answers.checking.derived import derived_findings
from app.catalogue import vocabulary_of
from graph.schema import load_migrations
from graph.store import Store
from ingest.decisions.mirror import Mirror
from ingest.steps.load import dataset_version, digest
from ingest.text.hiding import masked, spans_from

BATCH = 200  # documents at a time
_CONSTRAINT = re.compile(r"CREATE CONSTRAINT (\w+)")
_LOOSE: Mapping[str, str] = {
    "loose_provisions": "a provision of no document",
    "loose_references": "a reference that no citation points at",
    "loose_formulas": "a formula that stands nowhere",
    "loose_directives": "an act that nothing holds, cites or catalogues",
    "documents_without_act": "a document that is the text of no act",
}


def findings(store: Store, checked: Checked, mirror: Mirror | None = None) -> Iterator[str]:
    """One line a finding; `checked` counts what was looked at. Holds a portion of the documents at a time.

    mirror: the log of decisions beside the store, which is to have the same ones.
    """
    yield from _constraints(store)
    yield from _loose(store)
    for ids in _portions(store):
        yield from _documents(store, ids, checked)
    yield from derived_findings(store)
    yield from decision_findings(store, checked, mirror)
    yield from _dataset(store)


def _constraints(store: Store) -> Iterator[str]:
    present = {str(row["name"]) for row in store.read(queries()["constraints"])}
    for migration in load_migrations():
        for statement in migration.statements:
            match = _CONSTRAINT.search(statement.text)
            if match and match[1] not in present:
                yield f"constraint {match[1]}: missing; an ingest makes it"


def _loose(store: Store) -> Iterator[str]:
    for query, what in _LOOSE.items():
        for row in store.read(queries()[query]):
            yield f"{next(iter(row.values()))}: {what}"


def _portions(store: Store) -> Iterator[list[str]]:
    after = ""
    while ids := [str(r["id"]) for r in store.read(queries()["document_ids"], after=after, limit=BATCH)]:
        yield ids
        after = ids[-1]


def _documents(store: Store, ids: list[str], checked: Checked) -> Iterator[str]:
    documents = {str(row["id"]): row for row in store.read(queries()["documents_to_check"], ids=ids)}
    texts = {id: str(row["text"]) for id, row in documents.items()}
    statements = store.read(queries()["statements_to_check"], ids=ids)
    provisions = store.read(queries()["provisions_to_check"], ids=ids)
    checked.documents += len(documents)
    checked.statements += len(statements)
    checked.provisions += len(provisions)
    for id, row in documents.items():
        yield from _document(id, row, texts[id])
    shown = {id: masked(texts[id], spans_from(row["private"])) for id, row in documents.items()}
    texts |= _source_texts(store, statements, set(texts))
    for row in statements:
        yield from _statement(row, texts)
    for row in provisions:
        yield from _provision(row, shown)
    yield from _digests(documents, statements)


def _document(id: str, row: Row, stored: str) -> Iterator[str]:
    if hashlib.sha256(stored.encode()).hexdigest() != row["text_sha256"]:
        yield f"document {id}: the stored text is not the one that was read"
    for name, field in json.loads(str(row["header"])).items():
        if stored[field["start"] : field["end"]] != field["quote"]:
            yield f"document {id}: its {name} does not quote [{field['start']}, {field['end']})"


def _source_texts(store: Store, statements: Sequence[Row], have: set[str]) -> dict[str, str]:
    wanted = sorted({s for row in statements if (s := text(row["source_document"]))} - have)
    rows = store.read(queries()["texts_of_documents"], ids=wanted) if wanted else []
    return {str(row["id"]): str(row["text"]) for row in rows}


def _statement(row: Row, texts: Mapping[str, str]) -> Iterator[str]:
    name = f"{row['type']} {row['key']}"
    if row["document"] != row["holder"]:
        yield f"{name}: hangs on document {row['holder']} and names {row['document']}"
    if row["start"] is None:
        if row["basis"] in ("stated", "inferred"):
            yield f"{name}: {row['basis']} without words"
    elif not _quotes(texts.get(str(row["holder"])), row, ""):
        yield f"{name}: does not quote [{row['start']}, {row['end']}) of document {row['holder']}"
    if row["source_start"] is not None and not _quotes(
        texts.get(str(row["source_document"])), row, "source_"
    ):
        yield f"{name}: its source does not quote [{row['source_start']}, {row['source_end']})"


def _quotes(stored: str | None, row: Row, prefix: str) -> bool:
    start, end = number(row[f"{prefix}start"]), number(row[f"{prefix}end"])
    return stored is not None and start < end and stored[start:end] == row[f"{prefix}quote"]


def _provision(row: Row, shown: Mapping[str, str]) -> Iterator[str]:
    """shown: the texts of documents as they are searched, private persons hidden."""
    start, end = number(row["start"]), number(row["end"])
    stored = shown[str(row["document"])][start:end]
    # A provision too long to be searched keeps no copy of its text.
    if start >= end or (row["text"] is not None and row["text"] != stored):
        yield f"provision {row['key']}: its text is not [{start}, {end}) of the document"


def _digests(documents: Mapping[str, Row], statements: Sequence[Row]) -> Iterator[str]:
    keys: dict[str, list[str]] = defaultdict(list)
    for row in statements:
        keys[str(row["holder"])].append(str(row["key"]))
    for id, row in documents.items():
        if row["digest"] != digest(keys[id]):
            yield f"document {id}: its statements are not those that were loaded"


def _dataset(store: Store) -> Iterator[str]:
    rows = store.read(queries()["dataset"])
    if not rows:
        return
    if rows[0]["unfinished"]:
        yield "dataset: an ingest was cut short; ingest again to finish it"
        return
    vocabulary = vocabulary_of(store)
    if rows[0]["vocabulary"] != vocabulary.sha256:
        yield "dataset: made with another vocabulary than this program's; ingest again"
        return
    version = dataset_version(
        store.read(queries()["document_digests"]),
        vocabulary,
        [str(row["id"]) for row in store.read(queries()["decision_ids"])],
    )
    if rows[0]["version"] != version:
        yield f"dataset: its version is recorded as {rows[0]['version']} and comes out as {version}"
