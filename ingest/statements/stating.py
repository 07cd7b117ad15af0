"""What a document states, as the relationships that carry it. Pure: records in, statements out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.documents import Basis, Extraction, Mention, Stated
from ingest.keys import body_key, local_body, provision_key
from ingest.resolving.identity import Identity
from ingest.resolving.resolve import Citation, Resolution
from ingest.statements.completeness import completeness
from ingest.statements.holders import innermost_finder
from ingest.statements.nearby import Along, by_innermost
from ingest.statements.statement import Props, Statement, check_evidence, citation_props, resolution_props
from ingest.vocabulary import Vocabulary

_MEASURE_EDGE = {"ordered": "ORDERS", "avoided": "AVOIDS", "lifted": "LIFTS", "mentioned": "MENTIONS"}
_DOCUMENT_ROLES = {"addressee": "ADDRESSED_TO", "recipient": "SENT_TO"}


@dataclass(frozen=True, slots=True)
class BodyNode:
    """A body as a node: the vocabulary's own, its instance in a province, or a local one."""

    key: str
    name: str
    instance_of: str | None
    province: str | None


@dataclass(frozen=True, slots=True)
class Stating:
    """All that one document puts into the graph beside its provisions."""

    statements: tuple[Statement, ...]
    bodies: tuple[BodyNode, ...]


def state(
    extraction: Extraction,
    identity: Identity,
    resolutions: Sequence[tuple[Mention, Citation, Resolution]],
    vocabulary: Vocabulary,
) -> Stating:
    """The statements of a document. Raises EvidenceBroken where a quote is not the text at its offsets."""
    writer = _Writer(extraction, identity, vocabulary)
    statements = [
        *writer.identity_statements(),
        *(writer.citation(*resolved) for resolved in resolutions),
        *writer.mentions(),
        *writer.assignments(),
    ]
    unique = {statement.key: statement for statement in statements}
    for statement in unique.values():
        check_evidence(statement, extraction.document)
    return Stating(tuple(unique.values()), tuple(writer.bodies.values()))


class _Writer:
    """Collects statements of one document and the bodies that they need."""

    def __init__(self, extraction: Extraction, identity: Identity, vocabulary: Vocabulary) -> None:
        self.extraction, self.identity, self.vocabulary = extraction, identity, vocabulary
        self.document = extraction.document
        self.bodies: dict[str, BodyNode] = {}
        self._holder = innermost_finder(extraction.provisions)
        self._provinces = Along(extraction.mentions, "PROVINCE")

    def identity_statements(self) -> Iterator[Statement]:
        """TEXT_OF, ISSUED_IN and ISSUED_BY: what the document says of itself."""
        head, identity = self.extraction.letterhead, self.identity
        props: Props = {
            "completeness": completeness(self.extraction),
            "number": identity.number,
            "number_basis": identity.number_basis if identity.number else None,
            "doc_type": identity.doc_type,
            "date": identity.date,
            "date_basis": identity.date_basis if identity.date else None,
            "issuer": identity.issuer,
            "former_key": identity.former_key,
            **_evidence("date", head.issued_on if identity.date_basis == "stated" else None),
            **_evidence("doc_type", head.doc_type if identity.doc_type_basis == "stated" else None),
            **_evidence("subject", head.subject),
        }
        own = head.number if identity.number_basis == "stated" else None
        yield self._of_document("TEXT_OF", "Directive", identity.key, own, identity.number_basis, props)
        if identity.place is not None and identity.place.province is not None:
            said = head.province if identity.province_basis == "stated" else None
            level: Props = {"level": identity.level, "unit": identity.place.unit}
            yield self._of_document(
                "ISSUED_IN", "Province", identity.place.province, said, identity.province_basis, level
            )
        if identity.issuer is not None:
            named = head.issuer if identity.issuer_basis == "stated" else None
            body = self._body(identity.issuer, None, self._home())
            yield self._of_document("ISSUED_BY", "Body", body, named, identity.issuer_basis, {})

    def _of_document(
        self, kind: str, to: str, target: str, said: Stated | None, basis: Basis, props: Props
    ) -> Statement:
        """A relationship of the document itself; without words of its own it is curated or derived."""
        if said is None:
            own_basis: Basis = "curated" if basis == "curated" else "derived"
            rule = "decision" if own_basis == "curated" else "document-is-its-own-act"
            return Statement(
                kind, self.document.id, to, target, None, None, None, rule, own_basis, self.document.id, props
            )
        return Statement(
            kind,
            self.document.id,
            to,
            target,
            said.start,
            said.end,
            said.quote,
            said.rule,
            basis,
            self.document.id,
            props,
        )

    def citation(self, mention: Mention, citation: Citation, resolution: Resolution) -> Statement:
        """CITES: to the act meant, or to a Reference where none is identified."""
        to = "Directive" if resolution.key else "Reference"
        target = resolution.key or provision_key(self.document.id, mention.start, mention.end)
        props = {**citation_props(mention, citation), **resolution_props(resolution, mention.rule)}
        return self._of_provision("CITES", to, target, mention, resolution.rule, resolution.basis, props)

    def mentions(self) -> Iterator[Statement]:
        """Every mention but references: measures with polarity, provinces, bodies with role."""
        for mention in self.extraction.mentions:
            if mention.label == "MEASURE" and mention.id:
                polarity = mention.attrs.get("state") or mention.attrs.get("polarity") or "mentioned"
                props: Props = {"polarity": polarity, "cue": mention.attrs.get("cue")}
                yield self._of_provision(
                    _MEASURE_EDGE[polarity], "Measure", mention.id, mention, mention.rule, "stated", props
                )
            elif mention.label == "PROVINCE" and mention.id:
                yield self._of_provision("NAMES", "Province", mention.id, mention, mention.rule, "stated", {})
            elif mention.label == "BODY":
                yield self._naming(mention)

    def _naming(self, mention: Mention) -> Statement:
        role = mention.attrs.get("role") or "other"
        target = self._body(
            mention.id, mention.attrs.get("name") or mention.quote, self._province_of(mention)
        )
        kind = _DOCUMENT_ROLES.get(role)
        if kind is None:
            return self._of_provision(
                "NAMES", "Body", target, mention, mention.rule, "stated", {"role": role}
            )
        return Statement(
            kind,
            self.document.id,
            "Body",
            target,
            mention.start,
            mention.end,
            mention.quote,
            mention.rule,
            "stated",
            self.document.id,
            {"role": role},
        )

    def assignments(self) -> Iterator[Statement]:
        """ASSIGNS: a task to each who shall act; the evidence is the whole task."""
        tasks = self.extraction.assignments
        told = (m for m in self.extraction.mentions if m.attrs.get("role") == "assignee")
        for assignment, actors in zip(tasks, by_innermost(told, tasks), strict=True):
            for actor in actors:
                target = self._body(
                    actor.id, actor.attrs.get("name") or actor.quote, self._province_of(actor)
                )
                quote = self.document.text[assignment.start : assignment.end]
                span = Mention(assignment.start, assignment.end, quote, "BODY", actor.id)
                props: Props = {
                    "actor_start": actor.start,
                    "actor_end": actor.end,
                    "actor_quote": actor.quote,
                    "measures": list(assignment.measures),
                }
                yield self._of_provision("ASSIGNS", "Body", target, span, assignment.rule, "stated", props)

    def _of_provision(
        self, kind: str, to: str, target: str, mention: Mention, rule: str, basis: Basis, props: Props
    ) -> Statement:
        holder = self._holder(mention.start, mention.end)
        source = provision_key(self.document.id, holder.start, holder.end)
        return Statement(
            kind,
            source,
            to,
            target,
            mention.start,
            mention.end,
            mention.quote,
            rule,
            basis,
            self.document.id,
            props,
        )

    def _body(self, body: str | None, name: str | None, province: str | None) -> str:
        row = self.vocabulary.bodies.get(body or "")
        if row is not None and row.level == "central":
            return row.id
        base = row.id if row is not None else (body or local_body(name or ""))
        key = body_key(base, province)
        if key != base or row is None:
            label = row.name if row is not None else (name or base)
            instance_of = base if row is not None and key != base else None
            self.bodies.setdefault(key, BodyNode(key, " ".join(label.split()), instance_of, province))
        return key

    def _province_of(self, mention: Mention) -> str | None:
        """The province named in the body's own words or right behind them, else the document's."""
        for other in self._provinces.starting(mention.start, mention.end + 6):
            between = self.document.text[mention.end : other.start].strip().lower()
            if other.end <= mention.end or between in ("", "tỉnh"):
                return other.id
        return self._home()

    def _home(self) -> str | None:
        return self.identity.place.province if self.identity.place else None


def _evidence(name: str, stated: Stated | None) -> Props:
    if stated is None:
        return {}
    return {
        f"{name}_start": stated.start,
        f"{name}_end": stated.end,
        f"{name}_quote": stated.quote,
        f"{name}_rule": stated.rule,
    }
