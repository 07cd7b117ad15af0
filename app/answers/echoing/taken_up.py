"""What a province echoed: the directives that its acts cite, reuse or relay (design, section 4)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from pydantic import Field

from app.answers.acts.directives import directive_heads
from app.answers.asking.errors import FilterInvalid
from app.answers.asking.kept import echo_rows, state_of
from app.answers.asking.reading import queries, vocabulary
from app.answers.echoing.echoes import HOWS, LEVELS
from app.answers.echoing.pieces import Ways, evidence_of
from app.answers.models.acts import DirectiveHead
from app.answers.models.echoes import Evidence, How
from app.answers.models.shapes import Answer, Model, ProvinceRef
from graph.store import Reader, Store
from ingest.steps.echo_rows import EchoRow

_RELAYED = frozenset({"district", "commune"})  # their relays count for the province, always


class TakenUp(Model):
    """A central act that a province echoed: how, since when, in which words."""

    directive: DirectiveHead
    how: list[How]
    first_on: str
    acts: int = Field(description="Acts of the province that echo it; copies of one act count once.")
    evidence: list[Evidence]
    evidence_total: int


class TakenUpAnswer(Answer):
    """The central acts that provinces echoed, the earliest echo first."""

    provinces: list[ProvinceRef]
    items: list[TakenUp]
    levels: list[str]


def taken_up(
    store: Store,
    provinces: Sequence[str],
    *,
    levels: Sequence[str] = ("province",),
    evidence_limit: int | None = 3,
) -> TakenUpAnswer:
    """What provinces (codes), taken together, echoed by acts of these levels. Raises FilterInvalid."""
    for level in levels:
        if level not in LEVELS:
            raise FilterInvalid(f"{level!r} is no level", where="levels", todo=f"Take of {', '.join(LEVELS)}")
    return store.read_transaction(
        partial(_answer, provinces=list(provinces), levels=list(levels), limit=evidence_limit)
    )


def _answer(reader: Reader, provinces: list[str], levels: list[str], limit: int | None) -> TakenUpAnswer:
    state = state_of(reader)
    found, synthetic = [], False
    for head in _above(reader, provinces).values():
        rows = echo_rows(reader, state, head.key)
        ways = Ways(head, rows)
        pieces = [row for row in rows if row.holder.province in provinces and _counts(row, ways, levels)]
        if pieces:
            found.append(_taken_up(head, ways, pieces, limit))
            synthetic |= any(row.holder.synthetic for row in pieces)
    return TakenUpAnswer(
        dataset_version=state.version,
        synthetic=synthetic,
        provinces=[ProvinceRef(code=c, name=vocabulary().provinces[c].name) for c in provinces],
        items=sorted(found, key=lambda each: (each.first_on, each.directive.key)),
        levels=levels,
    )


def _above(reader: Reader, provinces: list[str]) -> dict[str, DirectiveHead]:
    """The central acts that acts of the provinces lead to, straight or over others below the centre."""
    rows = reader.read(queries()["acts_taken_up"], provinces=provinces)
    known: dict[str, DirectiveHead] = {}
    frontier = sorted(str(row["key"]) for row in rows)
    while frontier:
        heads = directive_heads(reader, frontier)
        known |= heads
        below = sorted(key for key, head in heads.items() if head.province is not None)
        above = reader.read(queries()["acts_above"], keys=below) if below else []
        frontier = sorted({str(row["key"]) for row in above} - known.keys())
    return {key: head for key, head in sorted(known.items()) if head.province is None}


def _counts(row: EchoRow, ways: Ways, levels: Sequence[str]) -> bool:
    """Whether a piece makes its province echo, by the definition of an echo."""
    holder = row.holder
    placed = holder.level in levels or (row.how == "relays" and holder.level in _RELAYED)
    return placed and not holder.central and ways.leads(row) and ways.counts(row) and not ways.precedes(row)


def _taken_up(head: DirectiveHead, ways: Ways, pieces: Sequence[EchoRow], limit: int | None) -> TakenUp:
    ordered = sorted({(p.key, p.how): p for p in pieces}.values(), key=_order)
    hows = {piece.how for piece in ordered}
    return TakenUp(
        directive=head,
        how=[how for how in HOWS if how in hows],
        first_on=str(ordered[0].holder.date),
        acts=len({piece.holder.act for piece in ordered}),
        evidence=[evidence_of(piece, ways, head.key, {}) for piece in ordered[:limit]],
        evidence_total=len(ordered),
    )


def _order(piece: EchoRow) -> tuple[str, str, int, str]:
    return piece.holder.date or "", piece.holder.id, piece.start, piece.key
