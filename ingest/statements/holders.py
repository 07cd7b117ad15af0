"""Which provision holds a span: every statement hangs on the innermost one."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Sequence

from ingest.documents import Provision
from ingest.errors import EvidenceBroken


def innermost_finder(provisions: Sequence[Provision]) -> Callable[[int, int], Provision]:
    """A function: the smallest provision that holds a span; for a span across several, the one that holds
    its start."""
    children: dict[int | None, list[int]] = defaultdict(list)
    for index in sorted(range(len(provisions)), key=lambda i: provisions[i].start):
        children[provisions[index].parent].append(index)
    starts = {parent: [provisions[i].start for i in indexes] for parent, indexes in children.items()}

    def find(start: int, end: int) -> Provision:
        parent: int | None = None
        while parent is None or parent in children:
            place = bisect_right(starts.get(parent, []), start) - 1
            child = children[parent][place] if place >= 0 else None
            if child is None or provisions[child].end < (end if parent is not None else start + 1):
                break
            parent = child
        if parent is None:
            raise EvidenceBroken(f"no provision holds [{start}, {end})", todo="Report this")
        return provisions[parent]

    return find
