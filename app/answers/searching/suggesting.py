"""What somebody may mean who is still typing (gợi ý): acts by number, provinces, measures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from app.answers.acts.directives import directive_heads, letters_of
from app.answers.asking.reading import dataset_version, queries, vocabulary
from app.answers.models.acts import DirectiveHead
from app.answers.models.shapes import Answer, Model
from graph.store import Reader
from ingest.resolving.acts import serial_of

_FIRST_NUMBER = re.compile(r"\d{1,5}")
_PARTS = re.compile(r"(?P<serial>\d+)[-/](?:\d{4}/)?(?P<symbol>\D.*)")
SHORTEST = 2  # characters; what is shorter fits too much


class Suggestion(Model):
    """One thing that may be meant."""

    kind: Literal["directive", "province", "measure"]
    key: str
    name: str
    name_en: str | None = None
    directive: DirectiveHead | None = None


class Suggestions(Answer):
    """Acts first, then provinces, then measures."""

    typed: str
    items: list[Suggestion]


def suggestions(store: Reader, typed: str, limit: int = 8) -> Suggestions:
    """What fits what was typed, in any case, with or without marks and separators; at most `limit`."""
    wanted = letters_of(typed)
    items: list[Suggestion] = []
    if len(wanted) >= SHORTEST:
        items = [*_acts(store, wanted, typed), *_provinces(wanted), *_measures(wanted)][:limit]
    return Suggestions(dataset_version=dataset_version(store), typed=typed, items=items)


def _acts(store: Reader, wanted: str, typed: str) -> list[Suggestion]:
    """Acts whose number, or kind and number, begins with what was typed; those whose text is held first."""
    digits = _FIRST_NUMBER.search(typed)
    if digits is None:
        return []
    serial = digits[0].lstrip("0")
    keys = {str(row["key"]) for row in store.read(queries()["acts_of_serial"], serial=serial)}
    keys |= {
        a.key for a in vocabulary().directives.values() if (serial_of(a.number) or "").lstrip("0") == serial
    }
    heads = directive_heads(store, sorted(keys)).values()
    fitting = [head for head in heads if any(name.startswith(wanted) for name in _names(head))]
    fitting.sort(key=lambda head: (not head.text_held, head.province is not None, head.key))
    return [Suggestion(kind="directive", key=h.key, name=h.number or h.key, directive=h) for h in fitting]


def _names(head: DirectiveHead) -> Iterator[str]:
    """An act's number as it may be typed: with and without its kind and leading nought, its symbol first."""
    yield from _symbol_first(head.number or "")
    number = letters_of(head.number or "")
    for each in (number, number.lstrip("0")):
        yield each
        yield letters_of(head.doc_type or "") + each
        yield f"{letters_of(head.doc_type or '')}so{each}"


def _symbol_first(number: str) -> Iterator[str]:
    """`19/CT-TTg` as people say it in haste: `ct19`, `ctttg19`."""
    parts = _PARTS.fullmatch(number)
    if parts is None:
        return
    serials = dict.fromkeys((parts["serial"], parts["serial"].lstrip("0")))
    kind = re.split(r"[-/]", parts["symbol"])[0]
    for symbol in dict.fromkeys((kind, parts["symbol"])):
        yield from (letters_of(symbol) + serial for serial in serials)


def _provinces(wanted: str) -> list[Suggestion]:
    return [
        Suggestion(kind="province", key=row.code, name=row.name)
        for row in vocabulary().provinces.values()
        if any(letters_of(name).startswith(wanted) for name in (row.name, row.full_name, *row.aliases))
    ]


def _measures(wanted: str) -> list[Suggestion]:
    return [
        Suggestion(kind="measure", key=row.id, name=row.name, name_en=row.name_en or None)
        for row in vocabulary().measures.values()
        if wanted in letters_of(row.name) or wanted in letters_of(row.name_en or "")
    ]
