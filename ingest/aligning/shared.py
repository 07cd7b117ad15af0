"""Formulas as rows to load: which places are missing in the store, which are over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ingest.aligning.align import Block
from ingest.aligning.formulas import Occurrence
from ingest.aligning.matching import Matcher
from ingest.statements.statement import Props, Statement
from ingest.text.hiding import MASK, Spans

_RULE = "shared-wording"
Place = tuple[str, Occurrence]  # formula and where it stands


def places_of(
    wanted: Mapping[str, Sequence[Occurrence]], stored: Sequence[Props], *, anew: bool
) -> tuple[list[Place], list[tuple[str, str]]]:
    """The places that the store lacks, and key and document of those that it should not have; by document, so
    that what depends on a document whole is made once.

    A document's places of a formula are all there or all missing, unless a run was cut short: then all are
    loaded `anew`.
    """
    have = set() if anew else {(str(row["formula"]), str(row["document"])) for row in stored}
    want = {(id, place.document) for id, places in wanted.items() for place in places}
    missing = [
        (id, place)
        for id, places in sorted(wanted.items())
        for place in places
        if (id, place.document) not in have
    ]
    missing.sort(key=lambda each: each[1].document)
    over = [
        (str(row["key"]), str(row["document"]))
        for row in stored
        if (str(row["formula"]), str(row["document"])) not in want
    ]
    return missing, sorted(over, key=lambda each: each[1])


def formula_rows(
    places: Sequence[Place], matcher: Matcher, texts: Mapping[str, str], private: Mapping[str, Spans]
) -> tuple[list[Props], list[Statement]]:
    """The nodes and relationships of formulas at these places; a node hides words that are private."""
    by_id = {item.id: item for item in matcher.held}
    nodes: dict[str, Props] = {}
    statements: dict[str, Statement] = {}
    for id, place in places:
        block = matcher.block(by_id[place.document], place.stretch, texts)
        nodes.setdefault(id, {"id": id, "text": _reading(block, place, private.get(place.document, ()))})
        statement = _statement(id, place, block)
        statements[statement.key] = statement
    return list(nodes.values()), list(statements.values())


def _reading(block: Block, place: Occurrence, private: Spans) -> str:
    words = block.reading(place.first, place.last)
    start, end = block.span(place.first, place.last)
    hidden = [(a, b) for a, b in private if a < end and start < b]
    if not hidden:
        return words
    spans = [block.span(at, at) for at in range(place.first, place.last + 1)]
    return " ".join(
        MASK * len(word) if any(a < to and since < b for a, b in hidden) else word
        for word, (since, to) in zip(words.split(" "), spans, strict=True)
    )


def _statement(formula: str, place: Occurrence, block: Block) -> Statement:
    start, end = block.span(place.first, place.last)
    quote = block.quote(start, end)
    return Statement(
        "SHARES", block.provision, "Formula", formula, start, end, quote, _RULE, "derived", place.document
    )
