"""Statements and nodes -> rows for the load queries, one query a relationship and target."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence

from ingest.aligning.stretches import packed, stretches_of
from ingest.decisions.curation import Curated
from ingest.documents import Extraction, Provision, Stated
from ingest.keys import provision_key
from ingest.resolving.identity import Identity
from ingest.statements.statement import REJECTED, Props, Statement
from ingest.text import hiding
from ingest.text.normalise import bare_of
from ingest.vocabulary import Vocabulary

MAX_PROVISION_TEXT = 200_000  # characters; the text is whole on the Document

# (relationship type, label of its target) -> load query
QUERY_OF = {
    ("TEXT_OF", "Directive"): "load_text_of",
    ("ISSUED_IN", "Province"): "load_issued_in",
    ("ISSUED_BY", "Body"): "load_issued_by",
    ("ADDRESSED_TO", "Body"): "load_addressed_to",
    ("SENT_TO", "Body"): "load_sent_to",
    ("CITES", "Directive"): "load_cites_directive",
    ("CITES", "Reference"): "load_cites_reference",
    ("ORDERS", "Measure"): "load_orders",
    ("AVOIDS", "Measure"): "load_avoids",
    ("LIFTS", "Measure"): "load_lifts",
    ("MENTIONS", "Measure"): "load_mentions",
    ("NAMES", "Province"): "load_names_province",
    ("NAMES", "Body"): "load_names_body",
    ("ASSIGNS", "Body"): "load_assigns",
    ("REUSES", "Provision"): "load_reuses",
    ("SHARES", "Formula"): "load_shares",
    ("REJECTED", "Reference"): "load_rejected_reference",
    ("REJECTED", "Measure"): "load_rejected_measure",
    ("REJECTED", "Province"): "load_rejected_province",
    ("REJECTED", "Body"): "load_rejected_body",
    ("REJECTED", "Provision"): "load_rejected_provision",
}


def statement_rows(statements: Iterable[Statement], run: str) -> dict[str, list[Props]]:
    """Rows by load query; a property without value is left out, so that both stores hold the same."""
    rows: dict[str, list[Props]] = defaultdict(list)
    for statement in statements:
        rows[_query_of(statement)].append(statement_row(statement, run))
    return rows


def _query_of(statement: Statement) -> str:
    if statement.type == REJECTED and statement.source == statement.document:
        return "load_rejected_recipient"
    return QUERY_OF[statement.type, statement.to]


def statement_row(statement: Statement, run: str) -> Props:
    """One relationship as a row: its ends, its key, its properties."""
    props: Props = {
        **statement.props,
        "document": statement.document,
        "start": statement.start,
        "end": statement.end,
        "quote": statement.quote,
        "rule": statement.rule,
        "basis": statement.basis,
        "run": run,
    }
    return {
        "source": statement.source,
        "target": statement.target,
        "key": statement.key,
        "props": _present(props),
    }


def document_row(
    extraction: Extraction, identity: Identity, curated: Curated, fingerprint: str, paths: Sequence[str]
) -> Props:
    """The Document node: its text whole, where it came from, and its own data as plain properties."""
    document, head = extraction.document, extraction.letterhead
    subject = _public(extraction, head.subject)
    props: Props = {
        "id": document.id,
        "text": document.text,
        "text_sha256": document.text_sha256,
        "reader": document.reader,
        "read_as": document.read_as.to_json(),
        "paths": sorted(paths),
        "source_url": curated.source_url,
        "retrieved_at": curated.retrieved_at,
        "curated": curated.to_json() or None,
        "synthetic": document.synthetic,
        "fingerprint": fingerprint,
        "number": identity.number,
        "number_as_printed": head.number.quote if head.number else None,
        "doc_type": identity.doc_type,
        "issued_on": identity.date,
        "issuer": identity.issuer,
        "province": identity.place.province if identity.place else None,
        "unit": identity.place.unit if identity.place else None,
        "level": identity.level,
        "central": identity.place is None,
        "subject": subject,
        "subject_fold": bare_of(subject) if subject else None,
        "signer": head.signer.name.value if head.signer.name else None,
        "header": json.dumps(header_evidence(extraction), ensure_ascii=False, sort_keys=True),
        "problems": [*head.problems, *document.read_as.remarks],
        "act": identity.key,
        "stretches": packed(stretches_of(extraction.provisions, document.text)),
        "private": hiding.packed(extraction.private),
    }
    return {"id": document.id, "props": _present(props)}


def _public(extraction: Extraction, field: Stated | None) -> str | None:
    """The words of a field, what is private in them hidden."""
    return hiding.masked(field.quote, _spans(extraction), field.start) if field else None


def _spans(extraction: Extraction) -> list[tuple[int, int]]:
    return [(p.start, p.end) for p in extraction.private]


def header_evidence(extraction: Extraction) -> dict[str, Props]:
    """Every field of the letterhead with the words that state it."""
    head = extraction.letterhead
    fields: dict[str, Stated | None] = {
        "number": head.number,
        "doc_type": head.doc_type,
        "issued_on": head.issued_on,
        "issuer": head.issuer,
        "province": head.province,
        "unit": head.unit,
        "subject": head.subject,
        "signer_name": head.signer.name,
        "signer_role": head.signer.role,
        "signer_capacity": head.signer.capacity,
    }
    return {
        name: {"value": f.value, "start": f.start, "end": f.end, "quote": f.quote, "rule": f.rule}
        for name, f in fields.items()
        if f is not None
    }


def provision_rows(extraction: Extraction) -> list[Props]:
    """The tree of provisions, in order; `parent` is the parent's key.

    Their text is what is searched: private persons are not found by it, whoever asks.
    """
    document = extraction.document.id
    text = hiding.masked(extraction.document.text, _spans(extraction))
    provisions = extraction.provisions
    return [
        {
            "key": _key(document, p),
            "document": document,
            "parent": _key(document, provisions[p.parent]) if p.parent is not None else None,
            "props": {
                "document": document,
                "kind": p.kind,
                "label": p.label,
                "start": p.start,
                "end": p.end,
                "position": position,
                **_searchable(text[p.start : p.end]),
            },
        }
        for position, p in enumerate(provisions)
    ]


def vocabulary_rows(vocabulary: Vocabulary) -> dict[str, list[Props]]:
    """The vocabulary's nodes: provinces, measures, bodies and the catalogue's directives."""
    return {
        "load_provinces": [
            {
                "code": p.code,
                "props": {
                    "name": p.name,
                    "full_name": p.full_name,
                    "name_fold": bare_of(p.name),
                    "type": p.type,
                    "region": p.region,
                    "unit_2025": p.unit_2025,
                    "unit_2025_name": p.unit_2025_name,
                },
            }
            for p in vocabulary.provinces.values()
        ],
        "load_measures": [
            {"id": m.id, "props": {"name": m.name, "name_en": m.name_en, "kind": m.kind}}
            for m in vocabulary.measures.values()
        ],
        "load_bodies": [
            {
                "id": b.id,
                "props": {"name": b.name, "name_en": b.name_en, "level": b.level, "sector": b.sector},
            }
            for b in vocabulary.bodies.values()
        ],
        "load_catalogue": [
            {
                "key": d.key,
                "props": _present(
                    {
                        "catalogue_number": d.number or None,
                        "catalogue_date": d.date,
                        "catalogue_doc_type": d.doc_type,
                        "catalogue_issuer": d.issuer or None,
                        "catalogue_issuer_name": d.issuer_name,
                        "catalogue_subject_en": d.subject_en,
                        "topic": d.topic,
                        "catalogue_source": d.source,
                    }
                ),
            }
            for d in vocabulary.directives.values()
        ],
    }


def _searchable(text: str) -> Props:
    """A provision's words as they stand and without marks; a monstrous one is found by its document only."""
    return {"text": text, "text_fold": bare_of(text)} if len(text) <= MAX_PROVISION_TEXT else {}


def _key(document: str, provision: Provision) -> str:
    return provision_key(document, provision.start, provision.end)


def _present(props: Props) -> Props:
    return {name: value for name, value in props.items() if value is not None}
