"""Where a name stands: the provision that holds it, that provision's ancestors, the clause around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from ingest.documents import Provision
from ingest.extract.reading import Reading

# What ends a clause: a full stop, semicolon, colon, question or exclamation mark before a blank; a
# table's cell edge.
_END = re.compile(r"[.;:!?](?:[\s*_\"')”]|$)|[|•●▪]|\n[^\S\n]*[-+*]\s")
_LONGEST_CLAUSE = 400  # words; a longer one is no sentence that somebody reads
_PROSE = frozenset(("opening", "paragraph", "closing"))
TASKS = frozenset(("section", "article", "clause", "point", "item", "bullet"))


@dataclass(frozen=True, slots=True)
class Place:
    """The innermost provision (index into the tree, -1 for none), the kinds from the top down, the
    top's index."""

    provision: int
    path: tuple[int, ...]
    kinds: tuple[str, ...]

    @property
    def zone(self) -> str:
        """The kind of the top-level provision."""
        return self.kinds[0] if self.kinds else "paragraph"

    @property
    def in_task(self) -> bool:
        """Whether a numbered task, article, section or bullet holds it."""
        return any(kind in TASKS for kind in self.kinds)


class Places:
    """Looks places up by offset; one binary search a step down the tree.

    `lone`: the text is one paragraph, a task out of its act, and neither preamble nor closing formula of any;
    `plain_letter`: a letter gives its tasks in paragraphs without number or dash.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.children: dict[int | None, list[int]] = {}
        for index, provision in enumerate(reading.provisions):
            self.children.setdefault(provision.parent, []).append(index)
        prose = [p.kind for p in reading.provisions if p.kind != "furniture"]
        kinds = set(prose)
        self.plain_letter = not kinds & TASKS and bool(kinds & {"addressees", "signature"})
        self._ends = {
            parent: [reading.provisions[i].end for i in below] for parent, below in self.children.items()
        }
        self._clauses: list[int] | None = None  # the first word of each, once asked for
        self.lone = len(prose) == 1 and prose[0] in _PROSE

    def at(self, start: int) -> Place:
        """The place of a view offset."""
        home, _ = self.reading.view.home(start, start + 1)
        path: list[int] = []
        step = self._child(None, home)
        while step is not None:
            path.append(step)
            step = self._child(step, home)
        kinds = tuple(self.reading.provisions[i].kind for i in path)
        return Place(path[-1] if path else -1, tuple(path), kinds)

    def _child(self, parent: int | None, home: int) -> int | None:
        ends = self._ends.get(parent, [])
        at = bisect_right(ends, home)
        if at == len(ends):
            return None
        child = self.children[parent][at]
        return child if self.reading.provisions[child].start <= home else None

    def own_end(self, index: int) -> int:
        """End of a provision's own text (document offset): where its first child begins, else its end."""
        below = self.children.get(index)
        return self.reading.provisions[below[0]].start if below else self.reading.provisions[index].end

    def first_word(self, index: int) -> int:
        """Index of the first word of a provision, behind its printed label."""
        provision: Provision = self.reading.provisions[index]
        start, _ = self.reading.view.here(provision.start, provision.start + 1)
        words = self.reading.words
        label = re.findall(r"[^\W_]+", provision.label)
        at = words.at(start)
        return at + len(label) if label else at

    def clause_start(self, word: int, place: Place) -> int:
        """Index of the first word of the clause that holds `word`."""
        lowest = max(self.first_word(place.provision) if place.provision >= 0 else 0, word - _LONGEST_CLAUSE)
        if word <= lowest:
            return word
        if self._clauses is None:
            words = self.reading.words
            self._clauses = [0, *(i for i in words.odd if _ends(words.gaps[i]))]
        return max(lowest, self._clauses[bisect_right(self._clauses, word) - 1])


def _ends(gap: str) -> bool:
    """Whether a clause ends in what stands between two words."""
    return _judged(gap) if len(gap) < _SHORT else _END.search(gap) is not None


_SHORT = 16  # gaps that are met again and again


@lru_cache(maxsize=1024)
def _judged(gap: str) -> bool:
    return _END.search(gap) is not None
