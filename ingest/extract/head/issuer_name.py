"""What the issuing body is called: its row's name, or the canonical name of one without a row."""

from __future__ import annotations

from ingest.documents import Extraction
from ingest.keys import local_body
from ingest.vocabulary import Vocabulary


def issuer_name(extraction: Extraction, vocabulary: Vocabulary) -> str | None:
    """The issuer's canonical name; None where the text states no issuer."""
    issuer = extraction.letterhead.issuer
    if issuer is None:
        return None
    if row := vocabulary.bodies.get(issuer.value):
        return row.name
    names = (m.attrs.get("name") for m in extraction.mentions if m.label == "BODY" and m.id is None)
    return next((n for n in names if n and local_body(n) == issuer.value), " ".join(issuer.quote.split()))
