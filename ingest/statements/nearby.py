"""Spans by place, so that looking around a mention costs nothing however long the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from ingest.documents import Assignment, Label, Mention


class Along:
    """The mentions of one label, in text order."""

    def __init__(self, mentions: Iterable[Mention], label: Label) -> None:
        self._mentions = sorted((m for m in mentions if m.label == label), key=lambda m: (m.start, -m.end))
        self._starts = [m.start for m in self._mentions]

    def starting(self, first: int, last: int) -> Iterator[Mention]:
        """Those that start at `first`, at `last`, or between."""
        yield from self._mentions[bisect_left(self._starts, first) : bisect_right(self._starts, last)]


def by_innermost(mentions: Iterable[Mention], tasks: Sequence[Assignment]) -> list[list[Mention]]:
    """For each task, in the order given, the mentions that lie in it and in no smaller task inside it."""
    order = sorted(range(len(tasks)), key=lambda i: (tasks[i].start, -tasks[i].end))
    found: list[list[Mention]] = [[] for _ in tasks]
    waiting = iter(order)
    following = next(waiting, None)
    open_tasks: list[int] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        while following is not None and tasks[following].start <= mention.start:
            open_tasks = [i for i in open_tasks if tasks[i].end > tasks[following].start]
            open_tasks.append(following)
            following = next(waiting, None)
        holding = next((i for i in reversed(open_tasks) if tasks[i].end >= mention.end), None)
        if holding is not None:
            found[holding].append(mention)
    return found
