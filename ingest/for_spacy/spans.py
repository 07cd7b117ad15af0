"""Statements as spans of a Doc: offsets in characters -> spans of tokens."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from ingest.errors import EvidenceBroken
from ingest.records import Record

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

KINDS = {"mentions": "m", "assignments": "a", "provisions": "p"}


def as_spans(doc: Doc, found: Record, kind: str) -> list[Span]:
    """The statements of a kind, in the order of the record; `span.id_` says which ("m0": the first mention).

    Raises EvidenceBroken where an edge is none of a token's: `split_tokens` comes first.
    """
    return [_span(doc, row, f"{KINDS[kind]}{at}") for at, row in enumerate(rows_of(found, kind))]


def rows_of(found: Record, kind: str) -> Sequence[dict[str, Any]]:
    """The statements of a kind as they stand in a record of `ingest.records`."""
    rows = found[kind]
    assert isinstance(rows, (list, tuple))  # a Doc that was read back from disk has tuples
    return rows


def _span(doc: Doc, row: dict[str, Any], key: str) -> Span:
    label = row.get("label") if key.startswith("m") else row.get("kind", "ASSIGNMENT")
    return _at(doc, _Place(row["start"], row["end"], str(label), str(row.get("id") or ""), key))


class _Place(NamedTuple):
    """A span by characters, with its names."""

    start: int
    end: int
    label: str
    kb_id: str
    id: str


def _at(doc: Doc, place: _Place) -> Span:
    span = doc.char_span(place.start, place.end, label=place.label, kb_id=place.kb_id, span_id=place.id)
    if span is None:
        raise EvidenceBroken(
            f"the span {place.start}-{place.end} does not begin and end with tokens",
            where="tiengvang",
            todo="Use a tokenizer whose tokens, joined, are the text",
        )
    return span


def split_tokens(doc: Doc, found: Record) -> None:
    """Split every token that has the edge of a statement inside it: none of our own tokenizer's has."""
    cuts = _cuts_inside(doc, _edges(found))
    if not cuts:
        return
    kept = {key: [_place(span) for span in group] for key, group in doc.spans.items()}
    with doc.retokenize() as retokenizer:
        for token, places in cuts:
            bounds = [0, *places, len(token.text)]
            parts = [token.text[a:b] for a, b in pairwise(bounds)]
            retokenizer.split(token, parts, heads=[(token, at) for at in range(len(parts))])
    # spaCy does not move groups of spans along with the tokens.
    for key, spans in kept.items():
        doc.spans[key] = [_at(doc, place) for place in spans]


def _edges(found: Record) -> Iterator[int]:
    for kind in KINDS:
        for row in rows_of(found, kind):
            yield from (row["start"], row["end"])


def _cuts_inside(doc: Doc, edges: Iterable[int]) -> list[tuple[Token, list[int]]]:
    starts = [token.idx for token in doc]
    inside: dict[int, set[int]] = defaultdict(set)
    for edge in edges:
        at = bisect_right(starts, edge) - 1
        if at >= 0 and 0 < edge - starts[at] < len(doc[at].text):
            inside[at].add(edge - starts[at])
    return [(doc[at], sorted(places)) for at, places in sorted(inside.items())]


def _place(span: Span) -> _Place:
    return _Place(span.start_char, span.end_char, span.label_, span.kb_id_, span.id_)
