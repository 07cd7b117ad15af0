"""What acts are known by: those of the store and those that the vocabulary alone has."""

from __future__ import annotations

from app.answers.asking.errors import DirectiveUnknown
from app.answers.asking.reading import Row, named, number, queries, text, texts, vocabulary
from app.answers.models.acts import Candidate, DirectiveHead
from graph.store import Reader
from ingest.vocabulary import CatalogueAct

HELP = "Write it as printed, for example 172-TB/TW, 16/CT-TTg or 05/CT-TTg@2020"


def directive_heads(store: Reader, keys: list[str]) -> dict[str, DirectiveHead]:
    """What acts are known by, by key; unknown keys are left out."""
    return {head.key: head for head in heads(store, None, keys)}


def acts_of_number(store: Reader, wanted: str | None, keys: list[str]) -> list[Candidate]:
    """The acts of store and vocabulary that have this number, normalised, or one of these keys, by key."""
    return candidates_of(store, heads(store, wanted, keys))


def directive_head(store: Reader, key: str) -> DirectiveHead:
    """What one act of store or vocabulary is known by. Raises DirectiveUnknown."""
    found = heads(store, None, [key])
    if not found:
        raise DirectiveUnknown("no such act in store or vocabulary", where=key, todo=HELP)
    return found[0]


def heads(store: Reader, wanted: str | None, keys: list[str]) -> list[DirectiveHead]:
    """Acts of store and vocabulary by number or key, in order of key."""
    rows = store.read(queries()["acts_by_number"], number=wanted or "", keys=keys)
    found = {str(row["key"]): head_of(row) for row in rows}
    for act in vocabulary().directives.values():
        if act.key not in found and ((wanted and act.number == wanted) or act.key in keys):
            found[act.key] = _catalogue_head(act)
    return [found[key] for key in sorted(found)]


def head_of(row: Row) -> DirectiveHead:
    dated = text(row["date"])
    catalogue = text(row["catalogue_date"])
    own, described = text(row["subject"]), text(row["catalogue_subject"])
    return DirectiveHead(
        key=str(row["key"]),
        number=text(row["number"]),
        date=dated,
        issuer=named(row["issuer"], row["issuer_name"] or row["catalogue_issuer_name"]),
        text_held=bool(row["held"]),
        doc_type=text(row["doc_type"]),
        subject=own or described,
        subject_language="vi" if own else "en" if described else None,
        catalogued=catalogue is not None,
        catalogue_date=catalogue if catalogue != dated else None,
        province=text(row["province"]),
        documents=texts(row["documents"]),
    )


def _catalogue_head(act: CatalogueAct) -> DirectiveHead:
    return DirectiveHead(
        key=act.key,
        number=act.number or None,
        date=act.date,
        issuer=named(act.issuer, act.issuer_name),
        text_held=False,
        doc_type=act.doc_type,
        subject=act.subject_en or None,
        subject_language="en" if act.subject_en else None,
        catalogued=True,
    )


def candidates_of(store: Reader, acts: list[DirectiveHead]) -> list[Candidate]:
    """Acts as the several that are meant, each with how many documents cite it or hold its text."""
    rows = store.read(queries()["documents_citing"], keys=[act.key for act in acts]) if acts else []
    citing = {str(row["key"]): number(row["documents"]) for row in rows}
    return [
        Candidate(
            key=act.key,
            number=act.number,
            date=act.date,
            issuer=act.issuer,
            subject=act.subject,
            subject_language=act.subject_language,
            documents=citing.get(act.key, 0) + len(act.documents),
        )
        for act in acts
    ]
