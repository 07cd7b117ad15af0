"""What a province added: the measures that it ordered and no held directive that it cites had ordered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Literal

from pydantic import Field

from app.answers.acts.directives import directive_heads
from app.answers.asking.reading import (
    Row,
    check_day,
    dataset_version,
    number,
    queries,
    text,
    until_end,
    vocabulary,
)
from app.answers.asking.wording import count
from app.answers.comparing.cells import STATE_OF
from app.answers.echoing.pieces import is_earlier
from app.answers.models.acts import DirectiveHead
from app.answers.models.comparison import Measure, MeasureEvidence
from app.answers.models.shapes import Answer, Model, ProvinceRef
from app.answers.sources.documents import document_summaries
from graph.store import Reader, Store


class Addition(Model):
    """A measure that a province ordered of its own accord, as far as the texts here tell."""

    measure: Measure
    first_on: str | None = Field(description="When it was first ordered there; null if only undated acts do.")
    acts: int
    statements: int = Field(description="All its orders, of which `evidence` shows the first.")
    evidence: list[MeasureEvidence] = Field(description="The first orders, in their words.")
    later: DirectiveHead | None = Field(
        default=None, description="A cited directive that orders it, too, and is of a later day."
    )
    basis: Literal["derived"] = "derived"


class AdditionsDenominator(Model):
    """Out of how many: what a directive ordered that is not held, nobody here knows."""

    ordered: int = Field(description="Measures that the province ordered.")
    told: int = Field(description="Of these, measures that a held directive which it cites had ordered.")
    added: int
    cited: int = Field(description="Directives that its documents cite, its own acts left out.")
    held: int = Field(description="Of these, directives whose text is held.")


class Additions(Answer):
    """What provinces ordered and no held directive that they cite had ordered by then."""

    provinces: list[ProvinceRef]
    items: list[Addition]
    told_by: list[DirectiveHead] = Field(description="The directives cited whose text is held.")
    denominator: AdditionsDenominator
    words: str
    since: str | None
    until: str | None


def additions(
    store: Store,
    provinces: Sequence[str],
    *,
    since: str | None = None,
    until: str | None = None,
    evidence_limit: int = 3,
) -> Additions:
    """The own measures of provinces (codes), taken together, within dates. Raises FilterInvalid."""
    span = {"since": check_day(since, "since"), "until": until_end(check_day(until, "until"))}
    answer = store.read_transaction(
        partial(_answer, provinces=list(provinces), span=span, limit=evidence_limit)
    )
    return answer.model_copy(update={"since": since, "until": until})


def _answer(reader: Reader, provinces: list[str], span: Mapping[str, str | None], limit: int) -> Additions:
    rows = reader.read(queries()["first_orders_given"], provinces=provinces, limit=limit, **span)
    keys = [str(row["key"]) for row in reader.read(queries()["acts_taken_up"], provinces=provinces)]
    cited = [head for head in directive_heads(reader, keys).values() if head.province not in provinces]
    held = sorted((h for h in cited if h.text_held), key=lambda head: (head.date or "9999", head.key))
    ordering = _ordering(reader, held)
    items = [
        _addition(row, ordering[str(row["measure"])])
        for row in rows
        if not _is_told(text(row["first_on"]), ordering[str(row["measure"])])
    ]
    out_of = AdditionsDenominator(
        ordered=len(rows), told=len(rows) - len(items), added=len(items), cited=len(cited), held=len(held)
    )
    return Additions(
        dataset_version=dataset_version(reader),
        synthetic=_is_composed(reader, items, held),
        provinces=[ProvinceRef(code=c, name=vocabulary().provinces[c].name) for c in provinces],
        items=items,
        told_by=held,
        denominator=out_of,
        words=_words(out_of),
        since=None,
        until=None,
    )


def _ordering(reader: Reader, held: Iterable[DirectiveHead]) -> defaultdict[str, list[DirectiveHead]]:
    """By measure the held directives that order it, the earliest first."""
    by_document = {id: head for head in held for id in head.documents}
    found: defaultdict[str, list[DirectiveHead]] = defaultdict(list)
    for row in reader.read(queries()["orders_of_act"], documents=list(by_document)):
        head = by_document[str(row["document"])]
        if head not in found[str(row["measure"])]:
            found[str(row["measure"])].append(head)
    return found


def _is_told(first_on: str | None, ordering: Iterable[DirectiveHead]) -> bool:
    """Whether a directive had ordered it by the day of the first order; undated ones have the doubt."""
    return any(not is_earlier(first_on, head.date) for head in ordering)


def _addition(row: Row, later: Sequence[DirectiveHead]) -> Addition:
    measure, pieces = vocabulary().measures[str(row["measure"])], row["pieces"]
    assert isinstance(pieces, list)
    return Addition(
        measure=Measure(id=measure.id, name=measure.name, name_en=measure.name_en or None, kind=measure.kind),
        first_on=text(row["first_on"]),
        acts=number(row["acts"]),
        statements=number(row["statements"]),
        evidence=[_piece(piece) for piece in pieces],
        later=min(later, key=lambda head: head.date or "9999", default=None),
    )


def _piece(piece: Mapping[str, object]) -> MeasureEvidence:
    values = {name: value for name, value in piece.items() if name != "type"}
    return MeasureEvidence.model_validate({**values, "state": STATE_OF[str(piece["type"])]})


def _is_composed(reader: Reader, items: Iterable[Addition], held: Iterable[DirectiveHead]) -> bool:
    ids = {piece.document for item in items for piece in item.evidence}
    ids |= {id for head in held for id in head.documents}
    return any(document.synthetic for document in document_summaries(reader, sorted(ids)))


def _words(out_of: AdditionsDenominator) -> str:
    """ "5 of 12 measures ordered are in no held directive cited; 3 of 9 directives cited are held"."""
    return (
        f"{out_of.added} of {count(out_of.ordered, 'measure')} ordered had been ordered by no held directive "
        f"cited; the text of {out_of.held} of {count(out_of.cited, 'directive')} cited is held"
    )
