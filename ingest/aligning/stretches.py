"""Which stretches of a document are compared for reuse of wording, and their shingles.

A shingle is the crc32 of `SHINGLE` syllables in a row, in the `key` reading: enough to find where two texts
may share wording without reading them; what is found is verified on the words themselves. They are kept with
the document, so that a new one is compared without reading all the others again.
"""

from __future__ import annotations

import base64
import sys
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

from ingest.aligning.thresholds import SHINGLE
from ingest.documents import Provision
from ingest.errors import StretchesUnreadable
from ingest.text.normalise import normalise
from ingest.text.words import split

# Prose that an act may take from another; heads, addressees, bases and signatures are everybody's.
COMPARED = frozenset({"opening", "section", "article", "clause", "point", "item", "bullet", "paragraph"})
_CLOSING = "closing"  # read for formulas only
LONGEST = 100_000  # characters; nobody writes a longer provision, and a broken file is not compared
_FORM = "1:"  # of what `packed` writes
_FIELDS = 6


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch [start, end) of a document: the own words of one provision (`holder`: its start and end)."""

    holder: tuple[int, int]
    start: int
    end: int
    closing: bool
    shingles: array[int]


def stretches_of(provisions: Sequence[Provision], text: str) -> tuple[Stretch, ...]:
    """The stretches of a document that are compared or read for formulas, in order of their provisions."""
    return tuple(
        Stretch((p.start, p.end), start, end, p.kind == _CLOSING, _shingles(text[start:end]))
        for p, start, end in own_spans(provisions, text)
        if end - start <= LONGEST
    )


def own_spans(provisions: Sequence[Provision], text: str) -> Iterator[tuple[Provision, int, int]]:
    """The stretches of each compared provision that are in none of its children, in order."""
    children: dict[int, list[Provision]] = {}
    for provision in provisions:
        if provision.parent is not None:
            children.setdefault(provision.parent, []).append(provision)
    for index, provision in enumerate(provisions):
        if provision.kind in COMPARED or provision.kind == _CLOSING:
            yield from _own(provision, children.get(index, []), text)


def _own(provision: Provision, inner: Sequence[Provision], text: str) -> Iterator[tuple[Provision, int, int]]:
    position = provision.start
    for child in [*sorted(inner, key=lambda p: p.start), None]:
        end = child.start if child is not None else provision.end
        if text[position:end].strip():
            yield provision, position, end
        position = child.end if child is not None else end


def _shingles(text: str) -> array[int]:
    words = split(normalise(text)).joined_key.split(" ")
    rows = zip(*(words[i:] for i in range(SHINGLE)), strict=False)
    return array("I", [crc32(" ".join(row).encode()) for row in rows])


def packed(stretches: Sequence[Stretch]) -> str:
    """Stretches as one string to store."""
    table = array("I", [len(stretches)])
    for s in stretches:
        table.extend((*s.holder, s.start, s.end, s.closing, len(s.shingles)))
    for s in stretches:
        table.extend(s.shingles)
    return _FORM + base64.b64encode(_little(table).tobytes()).decode("ascii")


def unpacked(stored: str) -> tuple[Stretch, ...]:
    """What `packed` wrote. Raises StretchesUnreadable for what another version wrote."""
    if not stored.startswith(_FORM):
        raise StretchesUnreadable(
            f"stretches of form {stored[:8]!r}", where="Document.stretches", todo="Ingest the document again"
        )
    table = array("I", base64.b64decode(stored[len(_FORM) :]))
    table = _little(table)
    found: list[Stretch] = []
    position = 1 + _FIELDS * table[0]
    for i in range(table[0]):
        a, b, start, end, closing, length = table[1 + _FIELDS * i : 1 + _FIELDS * (i + 1)]
        found.append(Stretch((a, b), start, end, bool(closing), table[position : position + length]))
        position += length
    return tuple(found)


def _little(table: array[int]) -> array[int]:
    """The same numbers in little-endian bytes, whatever the machine."""
    if sys.byteorder == "little":
        return table
    turned = array("I", table)
    turned.byteswap()
    return turned
