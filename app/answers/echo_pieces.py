"""What speaks for an echo, piece by piece, before it is placed: citations, reuse, relays, adoption."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.answers.models import DirectiveHead, Evidence, How
from app.answers.reading import Row, queries, text
from graph.store import Store

ECHOING = frozenset({"implements", "based_on", "reports", "mentions"})
_SHARED = (
    "key",
    "document",
    "quote",
    "start",
    "end",
    "rule",
    "basis",
    "number",
    "date",
    "act",
    "place_basis",
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence and where its document was issued (`province` None: not stated)."""

    evidence: Evidence
    province: str | None
    level: str | None
    central: bool
    synthetic: bool

    @property
    def act(self) -> str:
        """The act that the document is the text of."""
        return self.evidence.act or self.evidence.document


def citing_pieces(store: Store, key: str) -> list[Piece]:
    """Every citation of a directive, whatever its relation."""
    rows = store.read(queries()["citations_of_acts"], keys=[key])
    return [_piece(row, "cites", relation=text(row["relation"])) for row in rows]


def reusing_pieces(store: Store, directive: DirectiveHead) -> list[Piece]:
    """Every passage that reuses the directive's wording, where its text is held."""
    if not directive.documents:
        return []
    rows = store.read(queries()["reuses_of_act"], documents=directive.documents, act=directive.key)
    names = ("source_document", "source_quote", "source_start", "source_end", "grade", "score")
    return [_piece(row, "reuses", **{name: row[name] for name in names}) for row in rows]


def relaying_pieces(store: Store, directive: str, echoing: Iterable[str]) -> Iterator[Piece]:
    """Citations of acts below the centre that echo, level by level to any depth.

    `via` is the way to the directive.
    """
    ways = {act: [directive] for act in echoing}
    frontier = sorted(ways)
    while frontier:
        found: dict[str, list[str]] = {}
        for row in store.read(queries()["citations_of_acts"], keys=frontier):
            act, target = str(row["act"]), str(row["target"])
            if row["relation"] not in ECHOING or row["central"] or act == directive:
                continue
            via = [target, *ways[target]]
            yield _piece(row, "relays", relation=text(row["relation"]), via=via)
            if act not in ways:
                found.setdefault(act, via)
        ways.update(found)
        frontier = sorted(found)


def adopting_pieces(store: Store, directive: DirectiveHead, levels: Sequence[str]) -> list[Piece]:
    """First orders, after the directive, of measures that it orders and nobody there had ordered before."""
    if not directive.documents:
        return []
    ordered: dict[str, Row] = {}
    for row in store.read(queries()["orders_of_act"], documents=directive.documents):
        ordered.setdefault(str(row["measure"]), row)
    firsts = store.read(queries()["first_orders"], measures=sorted(ordered))
    rows = _adoptions(firsts, directive.date or "", levels)
    found = store.read(queries()["first_order_quotes"], rows=rows, levels=list(levels))
    return [
        _piece(row, "adopts", measure=str(row["measure"]), **_source_of(ordered[str(row["measure"])]))
        for row in found
        if row["act"] != directive.key
    ]


def _adoptions(firsts: Sequence[Row], since: str, levels: Sequence[str]) -> list[dict[str, str]]:
    """Province, measure and day of each first order that is none of an earlier act there, of any level."""
    earliest: dict[tuple[str, str], str] = {}
    counted: dict[tuple[str, str], str] = {}
    for row in firsts:
        pair, first = (str(row["province"]), str(row["measure"])), str(row["first"])
        earliest[pair] = min(first, earliest.get(pair, first))
        if row["level"] in levels:
            counted[pair] = min(first, counted.get(pair, first))
    return [
        {"province": province, "measure": measure, "date": first}
        for (province, measure), first in sorted(counted.items())
        if earliest[province, measure] >= since
    ]


def _source_of(row: Row) -> dict[str, object]:
    names = ("document", "quote", "start", "end")
    return {f"source_{name}": row[name] for name in names}


def _piece(row: Row, how: How, **more: object) -> Piece:
    shared = {name: row[name] for name in _SHARED}
    return Piece(
        evidence=Evidence.model_validate({**shared, **more, "how": how}),
        province=text(row["province"]),
        level=text(row["level"]),
        central=bool(row.get("central")),
        synthetic=bool(row["synthetic"]),
    )
