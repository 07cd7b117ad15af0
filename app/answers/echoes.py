"""Who echoed a directive (design, section 4): the pieces of evidence, placed and counted by act."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.answers.conflicts import conflicts_of
from app.answers.directives import directive_head
from app.answers.echo_pieces import (
    ECHOING,
    Piece,
    adopting_pieces,
    citing_pieces,
    relaying_pieces,
    reusing_pieces,
)
from app.answers.errors import FilterInvalid
from app.answers.models import (
    DirectiveHead,
    EchoAnswer,
    EchoDenominator,
    EchoState,
    Evidence,
    How,
    NoEcho,
    OtherLevel,
    ProvinceEcho,
    Unplaced,
)
from app.answers.reading import Row, dataset_version, documents_by_province, number, vocabulary
from app.answers.shapes import ProvinceRef
from app.answers.wording import CENTRAL, echo_words
from graph.store import Store

LEVELS = ("province", "department", "deconcentrated", "district", "commune")
_RELAY_LEVELS = frozenset({"district", "commune"})  # their relays count for the province, always
HOWS: tuple[How, ...] = ("cites", "reuses", "relays", "adopts")


def echoes(
    store: Store, key: str, evidence_limit: int | None = None, levels: Sequence[str] = ("province",)
) -> EchoAnswer:
    """Every province's answer to the directive with this key (from `find_directive`).

    levels: acts of which levels count. Raises DirectiveUnknown, FilterInvalid.
    """
    _check_levels(levels)
    head = directive_head(store, key)
    sorted_out = _sort_out(store, head, levels)
    held = documents_by_province(store)
    provinces = [_province(row, sorted_out.placed[str(row["code"])], head, evidence_limit) for row in held]
    unplaced = [_unplaced(pieces, evidence_limit) for pieces in _by_document(sorted_out.unplaced)]
    denominator = _denominator(provinces, held, len(unplaced))
    synthetic = sorted_out.synthetic or any(number(row["synthetic"]) for row in held)
    return EchoAnswer(
        dataset_version=dataset_version(store),
        synthetic=synthetic,
        directive=head,
        provinces=provinces,
        unplaced=unplaced,
        denominator=denominator,
        no_echo=[_no_echo(piece, reason) for piece, reason in sorted_out.no_echo],
        other_levels=[_other_level(pieces) for pieces in _by_document(sorted_out.other_levels)],
        levels=list(levels),
        conflicts=conflicts_of(store, [head.key]),
        words=echo_words(head, denominator, [u.reason for u in unplaced]),
    )


@dataclass(slots=True)
class _SortedOut:
    """Pieces by where they are shown; `placed` by province."""

    placed: defaultdict[str, list[Piece]] = field(default_factory=lambda: defaultdict(list))
    unplaced: list[Piece] = field(default_factory=list)
    other_levels: list[Piece] = field(default_factory=list)
    no_echo: list[tuple[Piece, str]] = field(default_factory=list)
    synthetic: bool = False


def _sort_out(store: Store, head: DirectiveHead, levels: Sequence[str]) -> _SortedOut:
    out = _SortedOut()
    direct = [*citing_pieces(store, head.key), *reusing_pieces(store, head)]
    echoing = {piece.act for piece in direct if _counts(piece, head) and _below_centre(piece)}
    relays = relaying_pieces(store, head.key, echoing)
    for piece in (*direct, *relays, *adopting_pieces(store, head, levels)):
        _sort(piece, head, levels, out)
        out.synthetic |= piece.synthetic
    return out


def _sort(piece: Piece, head: DirectiveHead, levels: Sequence[str], out: _SortedOut) -> None:
    relation = piece.evidence.relation
    if piece.evidence.how == "cites" and relation not in ECHOING:
        out.no_echo.append((piece, relation or "mentions"))
    elif _is_earlier(piece, head):
        out.no_echo.append((piece, "dated before the directive"))
    elif piece.central or piece.province is None or piece.evidence.date is None:
        out.unplaced.append(piece)
    elif piece.level in levels or (piece.evidence.how == "relays" and piece.level in _RELAY_LEVELS):
        out.placed[piece.province].append(piece)
    else:
        out.other_levels.append(piece)


def _counts(piece: Piece, head: DirectiveHead) -> bool:
    echoing = piece.evidence.how == "reuses" or piece.evidence.relation in ECHOING
    return echoing and piece.evidence.date is not None and not _is_earlier(piece, head)


def _below_centre(piece: Piece) -> bool:
    return not piece.central


def _is_earlier(piece: Piece, head: DirectiveHead) -> bool:
    """Dated before the directive; a year or month alone is compared as far as both dates go."""
    own, given = piece.evidence.date, head.date
    if own is None or given is None:
        return False
    length = min(len(own), len(given))
    return own[:length] < given[:length]


def _province(row: Row, pieces: list[Piece], head: DirectiveHead, limit: int | None) -> ProvinceEcho:
    evidence = _ordered(pieces)
    real = [e for e in evidence if e.how != "adopts"]
    counted = real or evidence
    first = min((e.date for e in counted if e.date), default=None)
    state: EchoState = "echoed" if real else "same_measures" if evidence else "no_echo_found"
    return ProvinceEcho(
        code=str(row["code"]),
        name=str(row["name"]),
        state=state if number(row["documents"]) else "no_documents",
        how=_hows(evidence),
        first_on=first,
        lag_days=_lag(head.date, first),
        evidence=evidence[:limit],
        evidence_total=len(evidence),
        acts=len({e.act for e in counted}),
    )


def _ordered(pieces: Iterable[Piece]) -> list[Evidence]:
    """The earliest first, adoption behind what names or quotes the directive."""
    evidence = {(p.evidence.key, p.evidence.how): p.evidence for p in pieces}
    return sorted(
        evidence.values(),
        key=lambda e: (e.how == "adopts", e.date or "", HOWS.index(e.how), e.document, e.start, e.key),
    )


def _hows(evidence: Iterable[Evidence]) -> list[How]:
    found = {e.how for e in evidence}
    return [how for how in HOWS if how in found]


def _lag(since: str | None, first: str | None) -> int | None:
    """Days from the directive to its first echo; None where one of the dates is not a whole day."""
    if since is None or first is None or len(since) != 10 or len(first) != 10:
        return None
    return (date.fromisoformat(first) - date.fromisoformat(since)).days


def _by_document(pieces: Iterable[Piece]) -> list[list[Piece]]:
    grouped: dict[str, list[Piece]] = defaultdict(list)
    for piece in pieces:
        grouped[piece.evidence.document].append(piece)
    return sorted(grouped.values(), key=lambda ps: (ps[0].evidence.date or "9999", ps[0].evidence.document))


def _unplaced(pieces: list[Piece], limit: int | None) -> Unplaced:
    first, evidence = pieces[0], _ordered(pieces)
    return Unplaced(
        document=first.evidence.document,
        act=first.evidence.act,
        number=first.evidence.number,
        date=first.evidence.date,
        province=_ref(first.province),
        reason=_reason(first),
        how=_hows(evidence),
        evidence=evidence[:limit],
        evidence_total=len(evidence),
    )


def _reason(piece: Piece) -> str:
    if piece.central:
        return CENTRAL
    if piece.province is None:
        return "province not stated" if piece.evidence.date else "province not stated and undated"
    return "undated"


def _no_echo(piece: Piece, reason: str) -> NoEcho:
    evidence = piece.evidence
    return NoEcho(
        document=evidence.document,
        act=evidence.act,
        number=evidence.number,
        date=evidence.date,
        province=_ref(piece.province),
        reason=reason,
        evidence=evidence,
    )


def _other_level(pieces: list[Piece]) -> OtherLevel:
    first, evidence = pieces[0], _ordered(pieces)
    return OtherLevel(
        document=first.evidence.document,
        act=first.evidence.act,
        number=first.evidence.number,
        date=first.evidence.date,
        level=first.level,
        province=_ref(first.province),
        how=_hows(evidence),
        evidence=evidence,
    )


def _ref(code: str | None) -> ProvinceRef | None:
    row = vocabulary().provinces.get(code or "")
    return ProvinceRef(code=row.code, name=row.name) if row else None


def _denominator(provinces: Sequence[ProvinceEcho], held: Sequence[Row], unplaced: int) -> EchoDenominator:
    states = [province.state for province in provinces]
    return EchoDenominator(
        provinces=len(held),
        with_documents=sum(1 for row in held if number(row["documents"])),
        echoed=states.count("echoed"),
        unplaced=unplaced,
        same_measures=states.count("same_measures"),
        no_documents=states.count("no_documents"),
    )


def _check_levels(levels: Sequence[str]) -> None:
    for level in levels:
        if level not in LEVELS:
            raise FilterInvalid(f"{level!r} is no level", where="levels", todo=f"Take of {', '.join(LEVELS)}")
