"""A quote as a citation (trích dẫn): words, act, place in the text, the copy read, and where to open it."""

from __future__ import annotations

from app import urls
from app.answers.models.held import DocumentDetail
from app.pages.texts import Texts
from ingest.text.normalise import bare_of

_SHORT = 16  # characters of a sha256 that name a copy for people
_LONG = 600  # characters of a quote; of a longer one its ends stand


def citation(t: Texts, answer: DocumentDetail, span: tuple[int, int] | None, base: str) -> str:
    """The citation of a span, or of the document where None; `base` is the address of this service."""
    document = answer.document
    parts = []
    if span:
        parts.append(f"«{_quote(answer.text[slice(*span)])}»")
    name = " ".join(part for part in (document.doc_type, document.number) if part)
    parts.append(name or t("document.untitled"))
    if document.date:
        parts.append(t("cite.dated", day=t.day(document.date)))
    if issuer := _issuer(answer):
        parts.append(t("cite.issuer", issuer=issuer))
    if span:
        parts.append(t("provenance.characters", start=span[0], end=span[1]))
    parts.append(t("cite.copy", id=document.id[:_SHORT]))
    source = f" <{document.source.source_url}>" if document.source.source_url else ""
    where = base.rstrip("/") + urls.document_page(document.id, *(span or (None, None)))
    return f"{', '.join(parts)}{source}. {where}"


def _quote(words: str) -> str:
    """The words on one line; of a whole article the first and the last of them."""
    line = " ".join(words[: 2 * _LONG].split())
    if len(words) <= 2 * _LONG:
        return line
    return f"{line[:_LONG].rstrip()} […] {' '.join(words[-_LONG // 2 :].split())}"


def _issuer(answer: DocumentDetail) -> str | None:
    """Who issued it, as its letterhead says: `ubnd-huyen` is a class, HUYỆN MỘC CHÂU a district.

    Where a person set the issuer, or the letterhead has no name, the name of the body; with its province
    where neither tells it.
    """
    document, printed = answer.document, answer.header.get("unit") or answer.header.get("issuer")
    known = document.issuer.name or document.issuer.id if document.issuer else None
    own = " ".join(printed.quote.split()) if printed and "issuer" not in document.curated else known
    if own is None or document.province is None or document.central:
        return own
    place = document.province.name
    return own if bare_of(place) in bare_of(own) else f"{own}, {place}"
