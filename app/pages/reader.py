"""A document's text cut into pieces, so that a page can mark what it states without changing a character."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app import urls
from app.answers.held import Annotation

WINDOW = 100_000  # code points on one page; a longer text is paged
_KIND = {
    "CITES": "cites",
    "REUSES": "reuses",
    "SHARES": "shares",
    "ORDERS": "orders",
    "AVOIDS": "avoids",
    "LIFTS": "lifts",
    "MENTIONS": "mentions",
    "ASSIGNS": "assigns",
    "NAMES": "names",
}
OWN = "own"  # number, place, issuer, addressees: what a document says of itself


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with one set of marks. `key` is the innermost statement's, to link its evidence."""

    text: str
    kinds: tuple[str, ...]
    anchors: tuple[str, ...]
    key: str | None
    target: bool


@dataclass(frozen=True, slots=True)
class Window:
    """The part of a text on one page, `[start, end)`, with the starts of the parts before and after it."""

    start: int
    end: int
    before: int | None
    after: int | None


def kind_of(relationship: str) -> str:
    """The kind of mark of a relationship type."""
    return _KIND.get(relationship, OWN)


def window_at(length: int, position: int) -> Window:
    """The page of a text of that length which holds the position."""
    start = min(max(position, 0), max(length - 1, 0)) // WINDOW * WINDOW
    end = min(start + WINDOW, length)
    return Window(start, end, start - WINDOW if start else None, end if end < length else None)


def pieces(
    text: str, statements: Sequence[Annotation], window: Window, target: tuple[int, int] | None
) -> list[Piece]:
    """The window's text in order, whole; `target` is the span that the reader was opened at."""
    spans = [(s.start, s.end, s) for s in statements if s.start is not None and s.end is not None]
    inside = [(a, b, s) for a, b, s in spans if a < window.end and b > window.start]
    cuts = {window.start, window.end, *(at for a, b, _ in inside for at in (a, b)), *(target or ())}
    ends = sorted(at for at in cuts if window.start <= at <= window.end)
    opening: dict[int, list[Annotation]] = defaultdict(list)
    for start, _, statement in inside:
        opening[max(start, window.start)].append(statement)
    found, active = [], list[Annotation]()
    for start, end in pairwise(ends):
        active = [s for s in active if (s.end or 0) > start] + opening[start]
        found.append(_piece(text[start:end], start, active, target))
    return found


def _piece(text: str, start: int, active: Sequence[Annotation], target: tuple[int, int] | None) -> Piece:
    anchors = {urls.anchor(s.start, s.end or 0): None for s in active if s.start == start}
    if target and target[0] == start:
        anchors[urls.anchor(*target)] = None
    inner = min(active, key=lambda s: ((s.end or 0) - (s.start or 0), s.key), default=None)
    return Piece(
        text=text,
        kinds=tuple(sorted({kind_of(s.type) for s in active})),
        anchors=tuple(anchors),
        key=inner.key if inner else None,
        target=target is not None and target[0] <= start < target[1],
    )
