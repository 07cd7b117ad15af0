"""A citation -> the act meant, with candidates and the rule, or honestly none (design, section 2 rule 5).

Pure: a function of one citation, its document and the acts known (`KnownActs`). A decision that rests on the
universe of known acts is `open`: it carries the look-up under which a later act may change it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ingest.documents import Basis
from ingest.keys import Place, numbered_key, unnumbered_key
from ingest.resolving.acts import Act, KnownActs, by_date, by_number, by_serial, serial_of
from ingest.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Citation:
    """What the words of a REFERENCE say, and what its document says of itself.

    `province` is one named inside the citation; `home` the place of the citing document (None for central
    ones); `home_date` its date.
    """

    document: str
    start: int
    end: int
    number: str | None
    doc_type: str | None
    date: str | None
    issuer: str | None
    kind: str
    province: str | None
    home: Place | None
    home_date: str | None


@dataclass(frozen=True, slots=True)
class Resolution:
    """The act meant: `key` of a Directive, or None with the candidates that were weighed."""

    key: str | None
    basis: Basis
    rule: str
    candidates: tuple[str, ...] = ()
    lookup: str | None = None


def in_full(citations: Iterable[Citation]) -> list[Citation]:
    """The citations of one document that name number and date, each act once: what short ones lean on."""
    full = (c for c in citations if c.kind != "self" and c.number and c.date and not c.number.isdigit())
    return list({(c.number, c.date, c.doc_type, c.issuer, c.province): c for c in full}.values())


def resolve(
    citation: Citation, fellows: Sequence[Citation], acts: KnownActs, vocabulary: Vocabulary
) -> Resolution:
    """The act that `citation` means; `fellows` are the citations in full of the same document (`in_full`)."""
    if citation.kind == "generic":
        return Resolution(None, "stated", "generic-reference")
    if citation.number and citation.date and not citation.number.isdigit():
        return _dated(citation, acts, vocabulary)
    if citation.number:
        return _undated(citation, fellows, acts, vocabulary)
    if citation.doc_type and citation.issuer and citation.date:
        return _unnumbered(citation, acts, vocabulary)
    return _short(citation, fellows, acts, vocabulary)


def _dated(citation: Citation, acts: KnownActs, vocabulary: Vocabulary) -> Resolution:
    """Number and date: the key follows from the words, but for the place of an act below the centre."""
    assert citation.number
    assert citation.date
    year = citation.date[:4]
    if is_central(citation.number, citation.issuer, vocabulary):
        return Resolution(numbered_key(citation.number, year, None), "stated", "number-and-date")
    named = Place(citation.province) if citation.province else None
    lookup = by_number(citation.number)
    place = named or citation.home
    same = [a for a in acts.find(lookup) if a.held and a.date == citation.date and _at_home(a, place)]
    if len(same) == 1:
        return Resolution(same[0].key, "stated", "number-date-and-act-held", (), lookup)
    place = place or Place(owner=citation.document)
    # A unit below the province cites its superior far more often than itself; without a known act the
    # citation's own words decide, and they name no unit.
    place = replace(place, unit=None)
    return Resolution(
        numbered_key(citation.number, year, place), "stated", "number-date-and-place", (), lookup
    )


def _undated(
    citation: Citation, fellows: Sequence[Citation], acts: KnownActs, vocabulary: Vocabulary
) -> Resolution:
    """A number without date: the full citation in the document, the only candidate, the only one of the
    topic."""
    full = {r.key: r for f in fellows if _same_number(citation, f) for r in (_dated(f, acts, vocabulary),)}
    if len(full) == 1:
        return replace(next(iter(full.values())), rule="full-citation-in-the-document")
    lookup = _lookup(citation)
    if lookup is None:
        return Resolution(None, "stated", "bare-number-without-type")
    place = Place(citation.province) if citation.province else citation.home
    candidates = [a for a in acts.find(lookup) if _before(a, citation.home_date) and _at_home(a, place)]
    keys = tuple(a.key for a in candidates)
    if len(candidates) == 1:
        return Resolution(keys[0], "inferred", "only-candidate-not-later", keys, lookup)
    of_topic = [a for a in candidates if a.topic == vocabulary.subject.key]
    if len(of_topic) == 1:
        return Resolution(of_topic[0].key, "inferred", "only-candidate-of-the-subject", keys, lookup)
    rule = "several-candidates" if candidates else "no-candidate"
    return Resolution(None, "stated", rule, keys, lookup)


def _unnumbered(citation: Citation, acts: KnownActs, vocabulary: Vocabulary) -> Resolution:
    """Type, issuer and date: the one act known that has all three, else an act of its own."""
    assert citation.doc_type
    assert citation.issuer
    assert citation.date
    lookup = by_date(citation.doc_type, citation.issuer, citation.date)
    central = is_central(None, citation.issuer, vocabulary)
    place = None if central else Place(citation.province) if citation.province else citation.home
    known = [a for a in acts.find(lookup) if central or _at_home(a, place)]
    keys = tuple(a.key for a in known)
    if len(known) == 1:
        return Resolution(keys[0], "stated", "type-issuer-and-date", (), lookup)
    if known:
        return Resolution(None, "stated", "several-candidates", keys, lookup)
    if not central and place is None:
        place = Place(owner=citation.document)
    key = unnumbered_key(citation.doc_type, citation.issuer, citation.date, place)
    return Resolution(key, "stated", "unnumbered-act", (), lookup)


def _short(
    citation: Citation, fellows: Sequence[Citation], acts: KnownActs, vocabulary: Vocabulary
) -> Resolution:
    """Type and issuer alone: the one such act cited in full in the document ("Kết luận của Bộ Chính trị")."""
    if citation.doc_type and citation.issuer:
        same = [f for f in fellows if (f.doc_type, f.issuer) == (citation.doc_type, citation.issuer)]
        found = {r.key: r for f in same for r in (_dated(f, acts, vocabulary),)}
        if len(found) == 1:
            return replace(next(iter(found.values())), rule="full-citation-in-the-document")
    return Resolution(None, "stated", "too-little-said")


def is_central(number: str | None, issuer: str | None, vocabulary: Vocabulary) -> bool:
    """Whether a symbol's owner, or else the issuer, is a central body."""
    if number and "/" in number:
        for part in reversed(number.replace("-", "/").split("/")):
            row = vocabulary.issuer_codes.get(part) or vocabulary.issuer_codes.get(part.rstrip("0123456789"))
            if row is not None and row.sector != "suffix":
                return row.level == "central"
    body = vocabulary.bodies.get(issuer or "")
    return body is not None and body.level == "central"


def _lookup(citation: Citation) -> str | None:
    assert citation.number
    if not citation.number.isdigit():
        return by_number(citation.number)
    return by_serial(citation.number, citation.doc_type) if citation.doc_type else None


def _same_number(citation: Citation, other: Citation) -> bool:
    assert citation.number
    assert other.number
    if not citation.number.isdigit():
        return citation.number == other.number
    same_type = (citation.doc_type or "").casefold() == (other.doc_type or "").casefold()
    return same_type and (serial_of(other.number) or "").lstrip("0") == citation.number.lstrip("0")


def _before(act: Act, date: str | None) -> bool:
    """Whether an act is dated on or before `date`; with a year alone, whether its year is not later."""
    if not act.date:
        return False
    return date is None or act.date <= date[: len(act.date)]


def _at_home(act: Act, place: Place | None) -> bool:
    """Central acts are everybody's; others count only within their province, unknown places never."""
    if act.province is None:
        return True
    return place is not None and place.province is not None and act.province == place.province
