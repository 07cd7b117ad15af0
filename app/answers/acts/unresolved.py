"""Citations that name a number and no one act (several have it): never dropped, and counted for nobody."""

from __future__ import annotations

from collections.abc import Sequence

from app.answers.asking.reading import Row, number, queries, text, texts
from app.answers.models.acts import AmbiguousCitation, DirectiveHead
from graph.store import Reader
from ingest.resolving.acts import by_number, by_serial, serial_of


def unresolved_of(reader: Reader, acts: Sequence[DirectiveHead]) -> list[AmbiguousCitation]:
    """The citations of no one act that may mean one of these, in order of document and place."""
    keys = {act.key for act in acts}
    lookups = sorted({lookup for act in acts for lookup in _lookups(act)})
    rows = reader.read(queries()["citations_under"], lookups=lookups) if lookups else []
    found = {str(row["key"]): citation_of(row) for row in rows if keys & {*texts(row["candidates"])}}
    return list(found.values())


def _lookups(act: DirectiveHead) -> list[str]:
    if act.number is None:
        return []
    serial = serial_of(act.number)
    short = [by_serial(serial, act.doc_type)] if serial and act.doc_type else []
    return [by_number(act.number), *short]


def citation_of(row: Row) -> AmbiguousCitation:
    """A citation of no one act, of a row of `citations_under` or of `unresolved_citations`."""
    return AmbiguousCitation(
        key=str(row["key"]),
        document=str(row["document"]),
        act=text(row["act"]),
        number=text(row["number"]),
        date=text(row["date"]),
        quote=str(row["quote"]),
        start=number(row["start"]),
        end=number(row["end"]),
        candidates=texts(row["candidates"]),
    )
