"""The pieces that may speak for the echo of an act: who cites it, reuses its words, or cites those who do.

Gathered from the statements, or kept packed where many cite the act (basis: derived): both are the
same pieces in the same order. What counts is told by the answers, which know dates and levels.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, fields

from graph.queries import Queries
from graph.store import Reader

ECHOING = frozenset({"implements", "based_on", "reports", "mentions"})
Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Holder:
    """The document that a piece stands in, and where it was issued (`province` None: not stated)."""

    id: str
    act: str
    number: str | None
    date: str | None
    central: bool
    synthetic: bool
    province: str | None
    level: str | None
    place_basis: str | None
    issuer: str | None


@dataclass(frozen=True, slots=True)
class Origin:
    """The words that are reused, or ordered first, by the act that is echoed."""

    document: str
    quote: str
    start: int
    end: int
    grade: str | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True)
class EchoRow:
    """One statement that may speak for an echo. `how`: cites, reuses, relays (cites the act `target`, which
    is one that echoes), adopts (orders the measure `target`)."""

    how: str
    target: str
    key: str
    relation: str | None
    start: int
    end: int
    quote: str
    rule: str
    basis: str
    holder: Holder
    origin: Origin | None = None

    @property
    def is_echoing(self) -> bool:
        """Whether it is neither a refusal nor a replacement nor an amendment."""
        return self.relation is None or self.relation in ECHOING


def gather(reader: Reader, queries: Queries, act: str) -> list[EchoRow]:
    """All pieces for an act, from the statements: direct ones first, then relays level by level."""
    direct = [_row(row, "cites") for row in reader.read(queries["citations_of_acts"], keys=[act])]
    direct += [_row(row, "reuses") for row in reader.read(queries["reuses_of_act"], act=act)]
    return [*direct, *_relays(reader, queries, act, direct)]


def _relays(reader: Reader, queries: Queries, act: str, direct: Iterable[EchoRow]) -> Iterator[EchoRow]:
    """Citations of acts below the centre that echo, to any depth; central acts relay nothing."""
    known = {row.holder.act for row in direct if row.is_echoing and not row.holder.central}
    frontier = sorted(known)
    while frontier:
        rows = [_row(row, "relays") for row in reader.read(queries["citations_of_acts"], keys=frontier)]
        rows = [row for row in rows if not row.holder.central and row.holder.act != act]
        yield from rows
        frontier = sorted({row.holder.act for row in rows if row.is_echoing} - known)
        known.update(frontier)


def echo_row(row: Row, how: str) -> EchoRow:
    """A row of a query as a piece."""
    return _row(row, how)


_HOLDER = tuple(f.name for f in fields(Holder) if f.name != "id")
_OWN = ("target", "key", "start", "end", "quote", "rule", "basis")


def _row(row: Row, how: str) -> EchoRow:
    given: dict[str, object] = {name: row[name] for name in _HOLDER}
    given["central"], given["synthetic"] = bool(row["central"]), bool(row["synthetic"])
    holder = Holder(id=str(row["document"]), **given)  # type: ignore[arg-type]
    own: dict[str, object] = {name: row[name] for name in _OWN}
    origin = _origin(row) if row.get("source_document") else None
    relation = row.get("relation")
    return EchoRow(
        how=how,
        relation=str(relation) if relation else None,
        holder=holder,
        origin=origin,
        **own,  # type: ignore[arg-type]
    )


def _origin(row: Row) -> Origin:
    names = ("document", "quote", "start", "end")
    given = {name: row[f"source_{name}"] for name in names}
    return Origin(**given, grade=row["grade"], score=row["score"])  # type: ignore[arg-type]


def pack(rows: Sequence[EchoRow]) -> str:
    """Pieces as text to keep: each document once, the pieces as lists that name it by its place."""
    holders = {row.holder.id: row.holder for row in rows}
    places = {id: place for place, id in enumerate(holders)}
    pieces = [
        (
            *(row.how, row.target, row.key, row.relation, row.start, row.end, row.quote, row.rule, row.basis),
            places[row.holder.id],
            astuple(row.origin) if row.origin else None,
        )
        for row in rows
    ]
    packed = {"documents": [astuple(holder) for holder in holders.values()], "pieces": pieces}
    return json.dumps(packed, ensure_ascii=False, separators=(",", ":"))


def unpack(text: str) -> list[EchoRow]:
    """Pieces from what `pack` made of them."""
    packed = json.loads(text)
    holders = [Holder(*given) for given in packed["documents"]]
    return [
        EchoRow(
            *(how, target, key, relation, start, end, quote, rule, basis),
            holder=holders[place],
            origin=Origin(*origin) if origin else None,
        )
        for how, target, key, relation, start, end, quote, rule, basis, place, origin in packed["pieces"]
    ]
