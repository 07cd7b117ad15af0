"""Facts that a person adds about a document: curated, never shown as stated."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ingest.decisions.log import FIELDS, Decision, Target, in_force
from ingest.documents import Basis, Letterhead, Stated


@dataclass(frozen=True, slots=True)
class Curated:
    """What people say of a document, and why (`note`). None where they say nothing.

    refused: pairs of field and stated value that a person rejected; the field then counts as not stated.
    """

    province: str | None = None
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    doc_type: str | None = None
    source_url: str | None = None
    retrieved_at: str | None = None
    note: str | None = None
    refused: tuple[tuple[str, str], ...] = ()

    @classmethod
    def given(cls, facts: Mapping[str, str | None], note: str | None = None) -> Curated:
        """Facts by field."""
        known: dict[str, Any] = dict(facts)
        return cls(**known, note=note)

    def facts(self) -> dict[str, str]:
        """The facts given, by field."""
        return {name: value for name in FIELDS if (value := getattr(self, name)) is not None}

    def said(self, field: str, stated: Stated | None) -> tuple[str | None, Basis]:
        """A field's value and its basis: the person's, else the document's unless that was rejected.

        Where both say the same, the document's words are the better evidence.
        """
        given: str | None = getattr(self, field)
        if given is not None and (stated is None or given != stated.value):
            return given, "curated"
        if stated is not None and (field, stated.value) in self.refused:
            return None, "curated"
        return (stated.value if stated else None), "stated"

    def to_json(self) -> str:
        """The facts given, as JSON with sorted keys; "" where there is none."""
        facts = self.facts()
        return json.dumps(facts, ensure_ascii=False, sort_keys=True) if facts else ""

    def mark(self) -> str:
        """All that statements may follow from, as text."""
        return self.to_json() + "".join(f"\n-{field} {value}" for field, value in self.refused)


def contradictions(letterhead: Letterhead, curated: Curated) -> list[tuple[str, str, str]]:
    """Where people say other than the document states: field, what it states, what they say."""
    stated = {
        "province": letterhead.province,
        "number": letterhead.number,
        "date": letterhead.issued_on,
        "issuer": letterhead.issuer,
        "doc_type": letterhead.doc_type,
    }
    return [
        (name, words.value, value)
        for name, value in curated.facts().items()
        if (words := stated.get(name)) is not None and words.value != value
    ]


def curated_of(log: Iterable[Decision]) -> Curated:
    """What the decisions in force on a document's fields come to."""
    holding = sorted((d for d in in_force(log).values() if d.target.field), key=lambda d: str(d.target.field))
    facts = {str(d.target.field): str(d.value) for d in holding if d.action == "set"}
    refused = tuple((str(d.target.field), str(d.value)) for d in holding if d.action == "reject")
    return replace(Curated.given(facts), refused=refused)


def row_decisions(document: str, row: Curated, log: Sequence[Decision], by: str, at: str) -> list[Decision]:
    """What a row of metadata newly decides.

    The same row again decides nothing, even where a later decision or an undoing has overruled it.
    """
    known = {(d.target, d.value, d.reason) for d in log if d.action == "set"}
    reason = row.note or ""
    return [
        Decision(at, by, reason, target, "set", value)
        for field, value in row.facts().items()
        for target in (Target(document, field),)
        if (target, value, reason) not in known
    ]


def overruled(document: str, row: Curated, log: Sequence[Decision]) -> list[str]:
    """The fields of a row of metadata in which another decision is in force."""
    holding = in_force(log)
    found = []
    for field, value in row.facts().items():
        decision = holding.get(Target(document, field))
        if decision is None or decision.value != value or decision.action != "set":
            found.append(field)
    return found
