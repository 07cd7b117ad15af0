"""A statement: one relationship of the graph, one piece of evidence.

A statement without evidence does not load (`EvidenceBroken`): its quote must be the text between its offsets.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.documents import Basis, Document, Mention
from ingest.errors import EvidenceBroken
from ingest.keys import statement_key
from ingest.resolving.resolve import Citation, Resolution

Props = dict[str, object]
REJECTED = "REJECTED"  # the type of what a person rejected: no query that counts looks at it


@dataclass(frozen=True, slots=True)
class Statement:
    """One relationship to load. `source` and `target` are keys of the nodes it joins; `to` is the target's
    label."""

    type: str
    source: str
    to: str
    target: str
    start: int | None
    end: int | None
    quote: str | None
    rule: str
    basis: Basis
    document: str
    props: Props = field(default_factory=dict)

    @property
    def key(self) -> str:
        """First 32 hex of sha256 over document, type, start, end and target.

        A rejected statement keeps the key that it was stated under, so that links to it still lead to it.
        """
        if self.type == REJECTED:
            kind, target = str(self.props["stated_type"]), str(self.props["stated_target"])
            return statement_key(self.document, kind, self.start, self.end, target)
        return statement_key(self.document, self.type, self.start, self.end, self.target)


def check_evidence(statement: Statement, document: Document) -> None:
    """Raises EvidenceBroken unless a stated or inferred statement quotes the text at its offsets."""
    if statement.start is None or statement.end is None:
        if statement.basis in ("stated", "inferred"):
            raise EvidenceBroken(
                f"{statement.type} to {statement.target} has no span",
                where=document.source.path,
                todo="Report this",
            )
        return
    if document.text[statement.start : statement.end] != statement.quote or not statement.quote:
        raise EvidenceBroken(
            f"{statement.type} to {statement.target} does not quote [{statement.start}, {statement.end})",
            where=document.source.path,
            todo="Report this",
        )


def citation_props(mention: Mention, citation: Citation) -> Props:
    """What a citation says, as properties of its relationship."""
    return {
        "relation": mention.attrs.get("relation") or "mentions",
        "cue": mention.attrs.get("relation_cue"),
        "kind": citation.kind,
        "number": citation.number,
        "number_as_printed": mention.attrs.get("number_as_printed"),
        "doc_type": citation.doc_type,
        "date": citation.date,
        "issuer": citation.issuer,
        "place": citation.province,
        "problem": mention.attrs.get("problem"),
    }


def resolution_props(resolution: Resolution, found_by: str) -> Props:
    """How a citation was resolved, as properties of its relationship."""
    return {
        "found_by": found_by,
        "candidates": list(resolution.candidates),
        "lookup": resolution.lookup,
    }
