"""Who echoed a directive (design, section 4): the pieces of evidence, placed and counted by act."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from app.answers.acts.conflicts import conflicts_of
from app.answers.acts.directives import directive_head
from app.answers.acts.unresolved import unresolved_of
from app.answers.asking.errors import FilterInvalid
from app.answers.asking.kept import echo_rows, holdings, state_of
from app.answers.asking.reading import Row, number, vocabulary
from app.answers.asking.wording import CENTRAL, UNDATED, echo_words, province_words
from app.answers.echoing.channels import channel_of
from app.answers.echoing.pieces import Ways, adopting, evidence_of, ordered_by
from app.answers.models.acts import DirectiveHead
from app.answers.models.echoes import (
    Channels,
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
from app.answers.models.shapes import ProvinceRef
from app.answers.quoting.formulas import formulas_in
from graph.store import Reader, Store
from ingest.steps.echo_rows import EchoRow, Origin

LEVELS = ("province", "department", "deconcentrated", "district", "commune")
_RELAY_LEVELS = frozenset({"district", "commune"})  # their relays count for the province, always
HOWS: tuple[How, ...] = ("cites", "reuses", "relays", "adopts")
_PLACE = {how: place for place, how in enumerate(HOWS)}


def echoes(
    store: Store, key: str, evidence_limit: int | None = None, levels: Sequence[str] = ("province",)
) -> EchoAnswer:
    """Every province's answer to the directive with this key (from `find_directive`).

    levels: acts of which levels count. Raises DirectiveUnknown, FilterInvalid.
    """
    _check_levels(levels)
    return store.read_transaction(partial(_answer, key=key, limit=evidence_limit, levels=levels))


def _answer(reader: Reader, key: str, limit: int | None, levels: Sequence[str]) -> EchoAnswer:
    state, head = state_of(reader), directive_head(reader, key)
    rows = echo_rows(reader, state, head.key)
    ways = Ways(head, rows)
    sorted_out = _sort_out([*rows, *adopting(reader, state, head, levels)], ways, levels)
    shown = _Shown(ways, head, ordered_by(reader, head) if head.documents else {}, limit)
    held = holdings(reader, state)
    undated = _undated(sorted_out.unplaced)
    provinces = [
        _province(row, sorted_out.placed[str(row["code"])], undated[str(row["code"])], head, shown)
        for row in held
    ]
    ambiguous = unresolved_of(reader, [head])
    unplaced = [_unplaced(of_one, shown) for of_one in _by_document(sorted_out.unplaced)]
    denominator = _denominator(provinces, held, len(unplaced))
    return EchoAnswer(
        dataset_version=state.version,
        synthetic=sorted_out.synthetic or any(number(row["synthetic"]) for row in held),
        directive=head,
        provinces=provinces,
        unplaced=unplaced,
        denominator=denominator,
        no_echo=[_no_echo(row, reason, shown) for row, reason in sorted_out.no_echo],
        other_levels=[_other_level(of_one, shown) for of_one in _by_document(sorted_out.other_levels)],
        levels=list(levels),
        conflicts=conflicts_of(reader, [head.key]),
        formulas=formulas_in(reader, head.documents),
        unresolved=ambiguous[:limit],
        unresolved_total=len(ambiguous),
        words=echo_words(head, denominator, [u.reason for u in unplaced], len(ambiguous)),
    )


@dataclass(slots=True)
class _SortedOut:
    """Pieces by where they are shown; `placed` by province."""

    placed: defaultdict[str, list[EchoRow]] = field(default_factory=lambda: defaultdict(list))
    unplaced: list[EchoRow] = field(default_factory=list)
    other_levels: list[EchoRow] = field(default_factory=list)
    no_echo: list[tuple[EchoRow, str]] = field(default_factory=list)
    synthetic: bool = False


@dataclass(frozen=True, slots=True)
class _Shown:
    """Turns pieces into what is shown of them, at most `limit` of each list."""

    ways: Ways
    directive: DirectiveHead
    ordered: Mapping[str, Sequence[Origin]]
    limit: int | None

    def evidence(self, row: EchoRow) -> Evidence:
        return evidence_of(row, self.ways, self.directive.key, self.ordered)

    def first_of(self, rows: Sequence[EchoRow]) -> list[Evidence]:
        return [self.evidence(row) for row in rows[: self.limit]]


def _sort_out(rows: Iterable[EchoRow], ways: Ways, levels: Sequence[str]) -> _SortedOut:
    out = _SortedOut()
    for row in rows:
        if ways.leads(row):
            _sort(row, ways, levels, out)
            out.synthetic |= row.holder.synthetic
    return out


def _sort(row: EchoRow, ways: Ways, levels: Sequence[str], out: _SortedOut) -> None:
    holder = row.holder
    if relation := ways.no_echo(row):
        out.no_echo.append((row, relation))
    elif ways.is_early(row):
        out.no_echo.append((row, "dated before the directive"))
    elif ways.precedes(row):
        out.no_echo.append((row, "dated before the act that it relays"))
    elif holder.central or holder.province is None or holder.date is None:
        out.unplaced.append(row)
    elif holder.level in levels or (row.how == "relays" and holder.level in _RELAY_LEVELS):
        out.placed[holder.province].append(row)
    else:
        out.other_levels.append(row)


def _undated(unplaced: Iterable[EchoRow]) -> defaultdict[str, list[EchoRow]]:
    """By province, the pieces of acts that have no date."""
    found: defaultdict[str, list[EchoRow]] = defaultdict(list)
    for piece in unplaced:
        if piece.holder.province is not None and not piece.holder.central:
            found[piece.holder.province].append(piece)
    return found


def _province(
    row: Row, pieces: list[EchoRow], undated: list[EchoRow], head: DirectiveHead, shown: _Shown
) -> ProvinceEcho:
    ordered = _ordered(pieces)
    real = [piece for piece in ordered if piece.how != "adopts"]
    counted = real or ordered
    first = min((piece.holder.date for piece in counted if piece.holder.date), default=None)
    state: EchoState = "echoed" if real else "same_measures" if ordered else "no_echo_found"
    acts = {piece.holder.act: piece for piece in counted}
    answer = ProvinceEcho(
        code=str(row["code"]),
        name=str(row["name"]),
        state=state if number(row["documents"]) else "no_documents",
        how=_hows(ordered),
        first_on=first,
        lag_days=_lag(head.date, first),
        evidence=shown.first_of(ordered),
        evidence_total=len(ordered),
        acts=len(acts),
        channels=_channels(acts.values()),
        undated_acts=len({piece.holder.act for piece in undated}),
    )
    return answer.model_copy(
        update={"words": province_words(answer, number(row["documents"]), _hows(undated))}
    )


def _channels(acts: Iterable[EchoRow]) -> Channels:
    found = [channel_of(piece.holder.number, piece.holder.issuer) for piece in acts]
    return Channels(party=found.count("party"), state=found.count("state"), other=found.count(None))


def _ordered(pieces: Iterable[EchoRow]) -> list[EchoRow]:
    """The earliest first, adoption behind what names or quotes the directive."""
    return sorted({(p.key, p.how): p for p in pieces}.values(), key=_order)


def _order(piece: EchoRow) -> tuple[bool, str, int, str, int, str]:
    holder = piece.holder
    return piece.how == "adopts", holder.date or "", _PLACE[piece.how], holder.id, piece.start, piece.key  # type: ignore[index]


def _hows(pieces: Iterable[EchoRow]) -> list[How]:
    found = {piece.how for piece in pieces}
    return [how for how in HOWS if how in found]


def _lag(since: str | None, first: str | None) -> int | None:
    """Days from the directive to its first echo; None where one of the dates is not a whole day."""
    if since is None or first is None or len(since) != 10 or len(first) != 10:
        return None
    return (date.fromisoformat(first) - date.fromisoformat(since)).days


def _by_document(pieces: Iterable[EchoRow]) -> list[list[EchoRow]]:
    grouped: dict[str, list[EchoRow]] = defaultdict(list)
    for piece in pieces:
        grouped[piece.holder.id].append(piece)
    of_documents = sorted(grouped.values(), key=lambda ps: (ps[0].holder.date or "9999", ps[0].holder.id))
    return [_ordered(of_one) for of_one in of_documents]


def _unplaced(pieces: list[EchoRow], shown: _Shown) -> Unplaced:
    holder = pieces[0].holder
    return Unplaced(
        document=holder.id,
        act=holder.act,
        number=holder.number,
        date=holder.date,
        province=_ref(holder.province),
        reason=_reason(pieces[0]),
        how=_hows(pieces),
        evidence=shown.first_of(pieces),
        evidence_total=len(pieces),
    )


def _reason(piece: EchoRow) -> str:
    if piece.holder.central:
        return CENTRAL
    if piece.holder.province is None:
        return "province not stated" if piece.holder.date else "province not stated and undated"
    return UNDATED


def _no_echo(piece: EchoRow, reason: str, shown: _Shown) -> NoEcho:
    holder = piece.holder
    return NoEcho(
        document=holder.id,
        act=holder.act,
        number=holder.number,
        date=holder.date,
        province=_ref(holder.province),
        reason=reason,
        evidence=shown.evidence(piece),
    )


def _other_level(pieces: list[EchoRow], shown: _Shown) -> OtherLevel:
    holder = pieces[0].holder
    return OtherLevel(
        document=holder.id,
        act=holder.act,
        number=holder.number,
        date=holder.date,
        level=holder.level,
        province=_ref(holder.province),
        how=_hows(pieces),
        evidence=shown.first_of(pieces),
        evidence_total=len(pieces),
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
        party_acts=sum(p.channels.party for p in provinces if p.state == "echoed"),
        state_acts=sum(p.channels.state for p in provinces if p.state == "echoed"),
    )


def _check_levels(levels: Sequence[str]) -> None:
    for level in levels:
        if level not in LEVELS:
            raise FilterInvalid(f"{level!r} is no level", where="levels", todo=f"Take of {', '.join(LEVELS)}")
