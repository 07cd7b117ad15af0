"""An extraction as a record in the shape of the annotation guidelines: keys may be added, none is renamed."""

from __future__ import annotations

from pathlib import Path

from ingest.decisions.curation import Curated
from ingest.documents import Extraction, Letterhead, Mention, Stated
from ingest.extract.head.issuer_name import issuer_name
from ingest.resolving.acts import Act, KnownActs
from ingest.resolving.identity import identify
from ingest.resolving.resolve import Resolution
from ingest.steps.citations import citations_of, resolve_all
from ingest.vocabulary import Vocabulary

Record = dict[str, object]


def record(extraction: Extraction, vocabulary: Vocabulary) -> Record:
    """One document as JSON-ready values.

    A REFERENCE's `id` stays `number@year`; what it means by the document and the vocabulary alone stands
    in `resolved`. A graph may know more acts.
    """
    document = extraction.document
    identity = identify(extraction, Curated(), vocabulary)
    resolved = {
        (mention.start, mention.end): resolution
        for mention, _, resolution in resolve_all(
            citations_of(extraction, identity), identity, _catalogue(vocabulary), vocabulary
        )
    }
    return {
        "file": Path(document.source.path).name,
        "path": document.source.path,
        "id": document.id,
        "act": identity.key,
        "synthetic": document.synthetic,
        "document": {**_own_data(extraction.letterhead), "issuer_name": issuer_name(extraction, vocabulary)},
        "mentions": [_mention(m, resolved.get((m.start, m.end))) for m in extraction.mentions],
        "assignments": [
            {
                "start": a.start,
                "end": a.end,
                "assignees": list(a.assignees),
                "measures": list(a.measures),
                "rule": a.rule,
            }
            for a in extraction.assignments
        ],
        "provisions": [
            {"kind": p.kind, "label": p.label, "start": p.start, "end": p.end, "parent": p.parent}
            for p in extraction.provisions
        ],
        "private": [{"start": p.start, "end": p.end, "kind": p.kind} for p in extraction.private],
        "problems": [*extraction.letterhead.problems, *document.read_as.remarks],
    }


def _catalogue(vocabulary: Vocabulary) -> KnownActs:
    return KnownActs(
        Act(a.key, a.number or None, a.date, a.doc_type, a.issuer or None, a.topic)
        for a in vocabulary.directives.values()
    )


def _own_data(head: Letterhead) -> Record:
    signer = head.signer
    return {
        "number": _value(head.number),
        "number_as_printed": head.number.quote if head.number else None,
        "doc_type": _value(head.doc_type),
        "issued_on": _value(head.issued_on),
        "issuer": _row(head.issuer),
        "province": _value(head.province),
        "signer": {
            "name": _value(signer.name),
            "role": _value(signer.role),
            "capacity": _value(signer.capacity),
        },
        "subject_quote": head.subject.quote if head.subject else None,
        "level": head.level,
        "unit": _value(head.unit),
        "evidence": {
            name: {"start": s.start, "end": s.end, "quote": s.quote, "rule": s.rule}
            for name, s in _stated(head).items()
        },
    }


def _stated(head: Letterhead) -> dict[str, Stated]:
    signer = head.signer
    fields = {
        "number": head.number,
        "doc_type": head.doc_type,
        "issued_on": head.issued_on,
        "issuer": head.issuer,
        "province": head.province,
        "unit": head.unit,
        "subject": head.subject,
        "signer.name": signer.name,
        "signer.role": signer.role,
        "signer.capacity": signer.capacity,
    }
    return {name: stated for name, stated in fields.items() if stated is not None}


def _row(issuer: Stated | None) -> str | None:
    """The issuer's id in bodies.csv; None for a body without a row, which has only its name."""
    return _known(_value(issuer))


def _known(issuer: str | None) -> str | None:
    return None if issuer is None or issuer.startswith("local:") else issuer


def _value(stated: Stated | None) -> str | None:
    return stated.value if stated else None


def _mention(mention: Mention, resolution: Resolution | None) -> Record:
    attrs = dict(mention.attrs)
    if "issuer" in attrs:
        attrs["issuer"] = _known(attrs["issuer"])
    found: Record = {
        "start": mention.start,
        "end": mention.end,
        "quote": mention.quote,
        "label": mention.label,
        "id": mention.id,
        "attrs": attrs,
        "rule": mention.rule,
    }
    if mention.label == "REFERENCE" and resolution is not None:
        found["resolved"] = {
            "key": resolution.key,
            "basis": resolution.basis,
            "rule": resolution.rule,
            "candidates": list(resolution.candidates),
        }
    return found
