"""Rows of the store with what is private hidden: every column that holds words of a document.

`quote` stands at `start` and `end` of `document` (`source_quote` likewise), `text` beside the `id` of a
document is the whole of it, `header` and `pieces` are JSON of quotes, `props` a node or relationship. Words
whose place cannot be told are hidden whole: better too much than a name. A row of a document that has
`private` says so itself, and how many stretches are hidden (`private_hidden`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from ingest.text.hiding import MASK, Spans, masked, spans_from

Row = dict[str, Any]
SpansOf = Mapping[str, Spans]
Lookup = Callable[[Iterable[str]], SpansOf]
_WORDS = re.compile(r"quote|\.text\b|\.header\b|\.pieces\b|properties\(|props\b")
_ID = 64  # characters of a document's id
_QUOTE = "quote"  # "source_quote" stands at "source_start", "subject_quote" at "subject_start"
_BEGINS = {"beginning": "", "actor": "actor_"}  # words under another name: what their start is called by


@cache
def holds_words(query: str) -> bool:
    """Whether a query gives words of documents; one that does not is left alone."""
    return _WORDS.search(query) is not None


def hidden(rows: list[Row], lookup: Lookup, holder: object = None) -> list[Row]:
    """Rows as they may be shown. holder: the document that all of them are of, where no column says it."""
    whole = str(holder) if isinstance(holder, str) and len(holder) == _ID else None
    spans = _told(rows)
    wanted = {id for row in rows for id in _documents(row, whole)} - spans.keys()
    spans.update(lookup(sorted(wanted)) if wanted else {})
    spans = {id: found for id, found in spans.items() if found}
    return [_hidden(row, spans, whole) for row in rows] if spans else rows


def counted(rows: list[Row]) -> list[Row]:
    """Rows of documents with the number of stretches that are hidden in each (`private_hidden`)."""
    return [{**row, "private_hidden": len(spans_from(row["private"]))} for row in rows]


def _told(rows: Iterable[Row]) -> dict[str, Spans]:
    """The stretches that rows of documents tell themselves."""
    return {str(row["id"]): spans_from(row["private"]) for row in rows if "private" in row}


def _documents(row: Mapping[str, Any], holder: str | None) -> Iterator[str]:
    """The documents that words of a row are of."""
    for name in ("document", "holder", "id", "source_document"):
        if isinstance(value := row.get(name), str) and len(value) == _ID:
            yield value
    if holder is not None:
        yield holder
    for value in row.values():
        for inner in _maps(value):
            yield from _documents(inner, None)
    if isinstance(pieces := row.get("pieces"), str):
        yield from (str(document[0]) for document in _packed(pieces).get("documents", ()))
        yield from (str(piece[-1][0]) for piece in _packed(pieces).get("pieces", ()) if piece[-1])


def _hidden(row: Row, spans: SpansOf, holder: str | None) -> Row:
    shown = dict(row)
    own = str(row.get("document") or row.get("holder") or holder or "")
    for name, prefix in _quotes(row):
        document = str(row.get("source_document") or "") if prefix == "source_" else own
        if document in spans:
            shown[name] = _placed(row[name], row.get(f"{prefix}start"), spans[document])
    if "text" in row and (found := spans.get(str(row.get("id") or ""))):
        shown["text"] = masked(str(row["text"]), found)
    if isinstance(row.get("header"), str) and (found := spans.get(str(row.get("id") or ""))):
        shown["header"] = _header(row["header"], found)
    if isinstance(row.get("pieces"), str):
        shown["pieces"] = _pieces(row["pieces"], spans)
    for name, value in row.items():
        if isinstance(value, Mapping):
            shown[name] = _hidden(dict(value), spans, own or None)
        elif isinstance(value, list) and _maps(value):
            shown[name] = [
                _hidden(dict(v), spans, own or None) if isinstance(v, Mapping) else v for v in value
            ]
    return shown


def _maps(value: object) -> list[Mapping[str, Any]]:
    """The maps in a column: a node, a list of pieces."""
    values = value if isinstance(value, list) else [value]
    return [one for one in values if isinstance(one, Mapping)]


def _quotes(row: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The columns that quote, each with the prefix of its start."""
    named = [(name, name.removesuffix(_QUOTE)) for name in row if name.endswith(_QUOTE)]
    named += [(name, prefix) for name, prefix in _BEGINS.items() if f"{prefix}start" in row]
    return [(name, prefix) for name, prefix in named if isinstance(row.get(name), str)]


def _placed(words: str, start: object, spans: Spans) -> str:
    return masked(words, spans, start) if isinstance(start, int) else MASK * len(words)


def _header(kept: str, spans: Spans) -> str:
    """The fields of a letterhead; the value of one of which words are hidden is those words."""
    fields = json.loads(kept)
    for field in fields.values():
        words = masked(field["quote"], spans, field["start"])
        if words != field["quote"]:
            field["quote"] = field["value"] = words
    return json.dumps(fields, ensure_ascii=False, sort_keys=True)


def _packed(pieces: str) -> dict[str, Any]:
    """What ingest/steps/echo_rows.py packed; {} for pieces of another form."""
    found = json.loads(pieces)
    return found if isinstance(found, dict) else {}


def _pieces(kept: str, spans: SpansOf) -> str:
    found = _packed(kept)
    ids = [str(document[0]) for document in found.get("documents", ())]
    if not found or spans.keys().isdisjoint({*ids, *(str(p[-1][0]) for p in found["pieces"] if p[-1])}):
        return kept
    for piece in found["pieces"]:
        *_, start, _end, words, _rule, _basis, place, origin = piece
        piece[6] = masked(words, spans.get(ids[place], ()), start)
        if origin:
            document, quote, begins = origin[:3]
            origin[1] = masked(quote, spans.get(document, ()), begins)
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))
