"""What the citation finders hand on: a reference in view offsets, before relation and document are
known."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.documents import ReferenceKind


@dataclass(frozen=True, slots=True)
class Cited:
    """A reference at [start, end) of a view. `number` is normalised, or the digits
    of a bare one (`bare`).

    `number_start`/`number_end` bound the number in it (0, 0 where there is none); `issuer_code` and
    `symbol_type`
    are what its symbol says of issuer and type.
    """

    start: int
    end: int
    kind: ReferenceKind
    rule: str
    number: str | None = None
    number_start: int = 0
    number_end: int = 0
    doc_type: str | None = None
    date: str | None = None
    issuer: str | None = None
    issuer_code: str = ""
    bare: bool = False
    symbol_type: str | None = None
    problem: str | None = None
