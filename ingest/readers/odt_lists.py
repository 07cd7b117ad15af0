"""The numbers that an OpenDocument list prints before its paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.readers.numerals import numeral

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

_NS = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT, TABLE, STYLE, OFFICE = (f"{{{_NS}{name}:1.0}}" for name in ("text", "table", "style", "office"))
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}


@dataclass(frozen=True, slots=True)
class _Level:
    """How a level is numbered; a bullet has no `form`."""

    form: str | None
    before: str
    after: str
    start: int
    shown: int  # levels that stand in the number
    bullet: str


class Lists:
    """The list styles of a document, and how far each list has been counted."""

    def __init__(self, parts: Iterable[_Element]) -> None:
        self._styles: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._last: dict[str, _Element] = {}
        for part in parts:
            for style in part.iter(TEXT + "list-style"):
                self._styles[style.get(STYLE + "name", "")] = {
                    int(level.get(TEXT + "level", "1")): _level(level) for level in style
                }

    def label(self, paragraph: _Element) -> str:
        """What is printed before a paragraph, with a blank after it; "" outside lists. Counts it."""
        item = paragraph.getparent()
        if item is None or item.tag != TEXT + "list-item" or _first(item) is not paragraph:
            return ""
        lists = list(item.iterancestors(TEXT + "list"))
        outer, depth = lists[-1], len(lists)
        style = next((s for a in lists if (s := a.get(TEXT + "style-name"))), "")
        levels = self._styles.get(style, {})
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts_of(outer, style)
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        return _printed(level, depth, counts, levels)

    def _counts_of(self, outer: _Element, style: str) -> dict[int, int]:
        """A list counts for itself, unless it goes on from the last of its style."""
        goes_on = outer.get(TEXT + "continue-numbering") == "true" or outer.get(TEXT + "continue-list")
        if self._last.get(style) is not outer and not goes_on:
            self._counts[style] = {}
        self._last[style] = outer
        return self._counts.setdefault(style, {})


def _first(item: _Element) -> _Element | None:
    return next((c for c in item if c.tag in (TEXT + "p", TEXT + "h")), None)


def _level(element: _Element) -> _Level:
    numbered = element.tag == TEXT + "list-level-style-number"
    form = element.get(STYLE + "num-format", "")
    start, shown = element.get(TEXT + "start-value", "1"), element.get(TEXT + "display-levels", "1")
    return _Level(
        _FORMS.get(form, "decimal") if numbered else None,
        element.get(STYLE + "num-prefix", ""),
        element.get(STYLE + "num-suffix", ""),
        int(start) if start.isdigit() else 1,
        int(shown) if shown.isdigit() else 1,
        element.get(TEXT + "bullet-char", ""),
    )


def _printed(level: _Level, depth: int, counts: dict[int, int], levels: dict[int, _Level]) -> str:
    if level.form is None:
        bullet = "".join("•" if "\ue000" <= c <= "\uf8ff" else c for c in level.bullet)
        return f"{bullet} " if bullet else ""
    shown = range(max(1, depth - level.shown + 1), depth + 1)
    numbers = [numeral(counts.get(d, 1), levels[d].form or "none") for d in shown if d in levels]
    number = ".".join(n for n in numbers if n)
    return f"{level.before}{number}{level.after} " if number else ""
