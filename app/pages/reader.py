"""A document's text in parts that a browser opens at once, cut where its provisions begin."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WINDOW = 40_000  # code points on one page; a longer text is paged
KINDS = {
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
ALL_KINDS = (*KINDS.values(), OWN)


@dataclass(frozen=True, slots=True)
class Window:
    """The part of a text on one page, `[start, end)`, its number and how many parts there are.

    `before` and `after` are the starts of the parts beside it.
    """

    start: int
    end: int
    at: int
    of: int
    before: int | None
    after: int | None


def kind_of(relationship: str, detail: str | None = None) -> str:
    """The kind of mark of a relationship type; an act that names itself states something of itself."""
    return OWN if detail == "self" else KINDS.get(relationship, OWN)


def parts_of(length: int, starts: Iterable[int]) -> list[int]:
    """Where the parts of a text begin: at the last start of a provision in a window's second half."""
    found, cuts = [0], sorted({at for at in starts if 0 < at < length})
    while length - found[-1] > WINDOW:
        most = found[-1] + WINDOW
        place = bisect_right(cuts, most)
        found.append(cuts[place - 1] if place and cuts[place - 1] > most - WINDOW // 2 else most)
    return found


def window_at(length: int, position: int, starts: Iterable[int] = ()) -> Window:
    """The part of a text of that length which holds the position; `starts`: where its provisions begin."""
    parts = parts_of(length, starts)
    at = bisect_right(parts, max(position, 0)) - 1
    end = parts[at + 1] if at + 1 < len(parts) else length
    return Window(
        start=parts[at],
        end=end,
        at=at + 1,
        of=len(parts),
        before=parts[at - 1] if at else None,
        after=end if end < length else None,
    )


def kinds_asked(given: Sequence[str]) -> frozenset[str]:
    """The kinds of marks to show: those given, all where none of them is one."""
    return frozenset(kind for kind in given if kind in ALL_KINDS) or frozenset(ALL_KINDS)
