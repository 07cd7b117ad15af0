"""Mentions by their names alone: what the vocabulary's names and the shape of an act's number show.

One pass of Aho-Corasick over the names and the type words, one expression for numbers, and what stands around
a hit is looked at only there. It knows no grammar: "UBND huyện Sa Pa", which no row names, is not found, a
name that the words around it make another thing is, and one of several rows counts as the first's. For
looking through many texts before they are read (`extract` reads them).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from ingest.documents import Label
from ingest.text.normalise import composed, key_of, spelt_now
from ingest.vocabulary import Vocabulary
from ingest.vocabulary.once import Once

_MARKS = "\n\r\t\u00a0,.;:/()-–—\"'“”‘’…!?*|[]+&•_"
_CODE = r"[A-ZĐÐ][A-Za-zĐđÐ]{0,11}(?:\d{2})?"
# 16/CT-TTg, 23/2021/QĐ-TTg, 30/2021/QH15, 172-TB/TW; sought by its first figure.
_NUMBER = re.compile(
    rf"\d(?<!\w\d)\d{{0,4}}[a-z]?(?:\s?/\s?(?:19|20)\d{{2}})?(?:\s{{0,2}}[-/]\s{{0,2}}{_CODE}){{1,3}}(?![\w/-])",
    re.IGNORECASE,
)
_SERIAL = re.compile(r"\s+(?:số\s+)?\d{1,5}(?![\w/-])", re.IGNORECASE)
_BEFORE = re.compile(r"số:?\s*$", re.IGNORECASE)
_LONGEST_BEFORE = 8
_DATED = re.compile(
    r",?\s+ngày\s+(?:\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:19|20)\d{2}"
    r"|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+(?:19|20)\d{2})",
    re.IGNORECASE,
)
# The types whose number may stand without a symbol: "Chỉ thị 16".
_BARE = (
    "chỉ thị", "nghị quyết", "quyết định", "công điện", "công văn", "kết luận", "nghị định", "thông tư",
    "thông báo",
)  # fmt: skip


class Named(NamedTuple):
    """A mention: [start, end) in code points of the text, its label, its row's id (None: a reference)."""

    start: int
    end: int
    label: Label
    id: str | None


class _Names(NamedTuple):
    automaton: AhoCorasick
    rows: list[tuple[tuple[Label, str], ...]]  # by needle; none: a type word
    bare: frozenset[int]  # needles of types whose number may stand without a symbol


def find_by_name(source: str, vocabulary: Vocabulary) -> list[Named]:
    """The mentions of a text in text order, of each label the longest that do not overlap."""
    text, starts, ends = composed(source)
    names = _names(vocabulary)
    found: dict[Label, list[Named]] = {"REFERENCE": [], "MEASURE": [], "BODY": [], "PROVINCE": []}
    typed: dict[int, int] = {}  # type words: their start by their end
    for needle, begin, stop in names.automaton.find_matches_as_indexes(_blanked(text), overlapping=True):
        start, end = begin, stop - 2  # a blank stands on each side, and one before the text
        for label, row in names.rows[needle]:
            found[label].append(Named(start, end, label, row))
        if not names.rows[needle]:
            typed[end] = min(start, typed.get(end, start))
            if needle in names.bare and (serial := _SERIAL.match(text, end)):
                found["REFERENCE"].append(Named(start, serial.end(), "REFERENCE", None))
    found["REFERENCE"] += _numbered(text, typed)
    longest = [one for many in found.values() for one in _apart(many)]
    if isinstance(starts, range):  # letter for letter as in the source
        return sorted(longest)
    return sorted(Named(starts[a], ends[b - 1], label, row) for a, b, label, row in longest)


def _numbered(text: str, typed: dict[int, int]) -> Iterator[Named]:
    """Numbers with the type word and "số" before them and the date behind."""
    for number in _NUMBER.finditer(text):
        start, end = number.span()
        if before := _BEFORE.search(text, max(0, start - _LONGEST_BEFORE), start):
            start = before.start()
        word = len(text[:start].rstrip()) if start and text[start - 1].isspace() else start
        dated = _DATED.match(text, end)
        yield Named(typed.get(word, start), dated.end() if dated else end, "REFERENCE", None)


def _apart(found: list[Named]) -> Iterator[Named]:
    """From left to right the longest of those that overlap."""
    last = 0
    for one in sorted(found, key=_order):
        if one.start >= last:
            last = one.end
            yield one


def _order(one: Named) -> tuple[int, int]:
    return one.start, -one.end


def _blanked(text: str) -> str:
    """The text as names are compared, a blank for every mark between words; one more on each side."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for mark in _MARKS:
        lowered = lowered.replace(mark, " ")
    return f" {spelt_now(lowered.replace('ð', 'đ'))} "


def _build(vocabulary: Vocabulary) -> _Names:
    rows: dict[str, dict[Label, str]] = {}
    for label, row, phrases in _phrases(vocabulary):
        for phrase in phrases:
            for spelling in _spellings(phrase):
                rows.setdefault(spelling, {}).setdefault(label, row)
    types = {s for row in vocabulary.doc_types for s in _spellings(row.name)} - set(rows)
    needles = [*rows, *sorted(types)]
    return _Names(
        AhoCorasick([f" {needle} " for needle in needles], matchkind=MatchKind.Standard),
        [tuple(rows.get(needle, {}).items()) for needle in needles],
        frozenset(needles.index(key_of(word)) for word in _BARE if key_of(word) in types),
    )


def _spellings(phrase: str) -> set[str]:
    """A phrase with its marks made blanks, and without them."""
    blanked = _blanked(phrase)[1:-1]
    return {spelling for spelling in (blanked, " ".join(blanked.split())) if spelling.strip()}


def _phrases(vocabulary: Vocabulary) -> Iterator[tuple[Label, str, Iterable[str]]]:
    tables: tuple[tuple[Label, Any], ...] = (
        ("MEASURE", vocabulary.measures),
        ("BODY", vocabulary.bodies),
        ("PROVINCE", vocabulary.provinces),
    )
    for label, table in tables:
        for key, row in table.items():
            yield label, key, (row.name, *row.aliases, *getattr(row, "abbreviations", ()))


_names = Once(_build)
