"""A quote as a citation (trích dẫn): words, act, place in the text, the copy read, and where to open it."""

from __future__ import annotations

from app import urls
from app.answers.models.held import DocumentDetail
from app.pages.texts import Texts

_SHORT = 16  # characters of a sha256 that name a copy for people


def citation(t: Texts, answer: DocumentDetail, span: tuple[int, int] | None, base: str) -> str:
    """The citation of a span, or of the document where None; `base` is the address of this service."""
    document = answer.document
    parts = []
    if span:
        quote = " ".join(answer.text[slice(*span)].split())
        parts.append(f"«{quote}»")
    name = " ".join(part for part in (document.doc_type, document.number) if part)
    parts.append(name or t("document.untitled"))
    if document.date:
        parts.append(t("cite.dated", day=t.day(document.date)))
    if document.issuer:
        parts.append(t("cite.issuer", issuer=document.issuer.name or document.issuer.id))
    if span:
        parts.append(t("provenance.characters", start=span[0], end=span[1]))
    parts.append(t("cite.copy", id=document.id[:_SHORT]))
    source = f" <{document.source.source_url}>" if document.source.source_url else ""
    where = base.rstrip("/") + urls.document_page(document.id, *(span or (None, None)))
    return f"{', '.join(parts)}{source}. {where}"
