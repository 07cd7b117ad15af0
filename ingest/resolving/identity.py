"""Which act a document is the text of, and where it was issued: from its letterhead and a person's facts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ingest.decisions.curation import Curated
from ingest.documents import Basis, Extraction, Level
from ingest.extract.issuer_level import level_of
from ingest.keys import Place, nameless_key, numbered_key, unnumbered_key
from ingest.resolving.acts import Act
from ingest.resolving.resolve import is_central
from ingest.text.normalise import bare_of
from ingest.vocabulary import Vocabulary

_BELOW_PROVINCE = frozenset({"district", "commune"})


@dataclass(frozen=True, slots=True)
class Identity:
    """An act held: its key and facts, each with the basis it rests on. `place` is None for central acts.

    `former_key` is the key it would have without a person's facts, where that differs.
    """

    key: str
    number: str | None
    date: str | None
    doc_type: str | None
    issuer: str | None
    place: Place | None
    level: Level | None
    number_basis: Basis = "stated"
    date_basis: Basis = "stated"
    province_basis: Basis = "stated"
    doc_type_basis: Basis = "stated"
    issuer_basis: Basis = "stated"
    former_key: str | None = None

    @property
    def act(self) -> Act:
        """The act as a candidate for citations."""
        province = (self.place.province or "?") if self.place else None
        return Act(self.key, self.number, self.date, self.doc_type, self.issuer, None, province)


def identify(extraction: Extraction, curated: Curated, vocabulary: Vocabulary) -> Identity:
    """The act that a document is the text of."""
    identity = _identity(extraction, curated, vocabulary)
    plain = _identity(extraction, Curated(), vocabulary)
    if plain.key == identity.key:
        return identity
    return replace(identity, former_key=plain.key)


def _identity(extraction: Extraction, curated: Curated, vocabulary: Vocabulary) -> Identity:
    head = extraction.letterhead
    number, number_basis = curated.said("number", head.number)
    date, date_basis = curated.said("date", head.issued_on)
    doc_type, doc_type_basis = curated.said("doc_type", head.doc_type)
    issuer, issuer_basis = curated.said("issuer", head.issuer)
    place = _place(extraction, curated, number, issuer, vocabulary)
    return Identity(
        key=_key(extraction.document.id, number, date, doc_type, issuer, place),
        number=number,
        date=date,
        doc_type=doc_type,
        issuer=issuer,
        place=place,
        level=_level(head.level, curated, vocabulary),
        number_basis=number_basis,
        date_basis=date_basis,
        province_basis=curated.said("province", head.province)[1],
        doc_type_basis=doc_type_basis,
        issuer_basis=issuer_basis,
    )


def _level(stated: Level | None, curated: Curated, vocabulary: Vocabulary) -> Level | None:
    """The level read off the letterhead, or that of the issuer that a person named; a text that a person
    placed is not central, whatever it looks like."""
    level = stated
    body = vocabulary.bodies.get(curated.issuer or "")
    if body is not None:
        level = level_of(bare_of(body.name), "", body.id, "")
    return None if curated.province is not None and level == "central" else level


def _place(
    extraction: Extraction, curated: Curated, number: str | None, issuer: str | None, vocabulary: Vocabulary
) -> Place | None:
    head = extraction.letterhead
    if curated.province is None and (head.level == "central" or is_central(number, issuer, vocabulary)):
        return None
    province, _ = curated.said("province", head.province)
    if province is None:
        return Place(owner=extraction.document.id)
    below = head.level in _BELOW_PROVINCE and head.unit is not None
    return Place(province, head.unit.value if below and head.unit else None)


def _key(
    document: str,
    number: str | None,
    date: str | None,
    doc_type: str | None,
    issuer: str | None,
    place: Place | None,
) -> str:
    if number and date:
        return numbered_key(number, date[:4], place)
    if doc_type and issuer and date:
        return unnumbered_key(doc_type, issuer, date, place)
    if number:
        return numbered_key(number, "?", Place(owner=document))
    return nameless_key(doc_type, document)
