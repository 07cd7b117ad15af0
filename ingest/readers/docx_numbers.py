"""The numbers that Word prints before the paragraphs of a list: "1.", "a)", "Điều 3.", "-"."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.readers.docx_xml import WP, number, value
from ingest.readers.numerals import numeral

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    """How a level of a list is numbered: `text` with "%1" where the number of level 1 stands."""

    start: int
    form: str
    text: str
    suffix: str


class Numbers:
    """Counts the paragraphs of each list as they come."""

    def __init__(self, numbering: _Element | None, styles: _Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._list_of: dict[str, str] = {}
        self._restarts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._seen: set[str] = set()
        self._styles: dict[str, _Element] = {}
        if styles is not None:
            self._styles = {value(s, "styleId") or "": s for s in styles.iter(WP + "style")}
        if numbering is not None:
            self._read(numbering)

    def _read(self, numbering: _Element) -> None:
        for abstract in numbering.iter(WP + "abstractNum"):
            self._levels[value(abstract, "abstractNumId") or ""] = {
                int(value(level, "ilvl") or 0): _level(level) for level in abstract.iter(WP + "lvl")
            }
        for num in numbering.iter(WP + "num"):
            id = value(num, "numId") or ""
            self._list_of[id] = value(num.find(WP + "abstractNumId")) or ""
            for override in num.iter(WP + "lvlOverride"):
                start = override.find(WP + "startOverride")
                if start is not None:
                    self._restarts[id, int(value(override, "ilvl") or 0)] = number(start, 1)

    def label(self, paragraph: _Element) -> str:
        """What is printed before a paragraph, with the blank after it; "" outside lists. Counts it."""
        id, depth = self._place(paragraph)
        levels = self._levels.get(self._list_of.get(id, ""), {})
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._count(id, depth, levels)
        shown = _PLACE.sub(lambda m: self._printed(int(m[1]) - 1, counts, levels), level.text)
        if level.form == "bullet":
            shown = "".join("•" if "\ue000" <= c <= "\uf8ff" else c for c in level.text)
        return f"{shown}{level.suffix}" if shown.strip() else ""

    def _place(self, paragraph: _Element) -> tuple[str, int]:
        """The list and level of a paragraph, its own or its style's."""
        own = paragraph.find(f"{WP}pPr/{WP}numPr")
        style = value(paragraph.find(f"{WP}pPr/{WP}pStyle")) or ""
        id = value(own.find(WP + "numId")) if own is not None else None
        depth = own.find(WP + "ilvl") if own is not None else None
        for _ in range(20):
            element = self._styles.get(style)
            if id is not None or element is None:
                break
            theirs = element.find(f"{WP}pPr/{WP}numPr")
            if theirs is not None:
                id = value(theirs.find(WP + "numId"))
                depth = theirs.find(WP + "ilvl") if depth is None else depth
            style = value(element.find(WP + "basedOn")) or ""
        return id or "", max(0, min(number(depth), _LEVELS - 1))

    def _count(self, id: str, depth: int, levels: dict[int, _Level]) -> dict[int, int]:
        """One more at this level; those below begin anew. Lists of one kind count on together."""
        counts = self._counts[self._list_of[id]]
        if id not in self._seen:
            self._seen.add(id)
            for (of, level), start in self._restarts.items():
                if of == id:
                    counts[level] = start - 1
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        return counts

    @staticmethod
    def _printed(depth: int, counts: dict[int, int], levels: dict[int, _Level]) -> str:
        level = levels.get(depth)
        if level is None:
            return ""
        return numeral(counts.get(depth, level.start), level.form)


def _level(element: _Element) -> _Level:
    suffix = value(element.find(WP + "suff")) or "tab"
    return _Level(
        number(element.find(WP + "start"), 1),
        value(element.find(WP + "numFmt")) or "decimal",
        value(element.find(WP + "lvlText")) or "",
        "" if suffix == "nothing" else " ",
    )
