"""A text changed at some places, and its annotations moved along."""

from __future__ import annotations

import copy
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bench.corpora import Json
from ingest.text.normalise import normalise

_AS_PRINTED = ("number_as_printed", "subject_quote")
_SIGNER = ("name", "role", "capacity")


@dataclass(frozen=True, slots=True)
class Edit:
    """The stretch [start, end) of a text gets other words; an insertion where start == end."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Swapped:
    """Values that changed with the words: of provinces, bodies, numbers and dates."""

    provinces: Mapping[str, str] = field(default_factory=dict)
    bodies: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)
    dates: Mapping[str, str] = field(default_factory=dict)


class Edited:
    """A text after edits, and where its old spans stand now; an edit that overlaps another is left out."""

    def __init__(self, source: str, edits: Iterable[Edit]) -> None:
        self.source = source
        self._kept: list[Edit] = []
        self._shifts = [0]
        parts: list[str] = []
        at = 0
        for edit in sorted(edits, key=lambda e: (e.start, e.end)):
            if edit.start >= at:
                parts += [source[at : edit.start], edit.words]
                at = edit.end
                self._kept.append(edit)
                self._shifts.append(self._shifts[-1] + len(edit.words) - (edit.end - edit.start))
        self.text = "".join([*parts, source[at:]])
        self._ends = [edit.end for edit in self._kept]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the old stretch [start, end) stands now; words inserted at its edges stay outside."""
        before, until = bisect_right(self._ends, start), bisect_right(self._ends, end)
        first = self._cut(before, start)
        while until and self._kept[until - 1].start == end:
            until -= 1
        last = self._cut(until, end)
        return (
            first.start + self._shifts[before] if first else start + self._shifts[before],
            last.start + self._shifts[until] + len(last.words) if last else end + self._shifts[until],
        )

    def _cut(self, index: int, position: int) -> Edit | None:
        """The edit that has `position` inside it."""
        edit = self._kept[index] if index < len(self._kept) else None
        return edit if edit and edit.start < position else None

    def quote(self, words: str) -> str | None:
        """What stands now where `words` stood first, blanks apart; None where they did not stand."""
        if not words.strip():
            return None
        pattern = r"\s+".join(map(re.escape, unicodedata.normalize("NFC", words).split()))
        view = normalise(self.source)
        match = re.search(pattern, view.text) or re.search(pattern, self.source)
        if match is None:
            return None
        a, b = self.span(*(view.home(*match.span()) if match.string is view.text else match.span()))
        return self.text[a:b]


def moved(gold: Json, edited: Edited, swapped: Swapped | None = None) -> Json:
    """The annotations of the edited text."""
    swaps = swapped or Swapped()
    result = copy.deepcopy(gold)
    result["mentions"] = [_mention(m, edited, swaps) for m in gold["mentions"]]
    for one in result["assignments"]:
        one["start"], one["end"] = edited.span(one["start"], one["end"])
        one["assignees"] = [swaps.bodies.get(a, a) for a in one["assignees"]]
    _own_data(result["document"], edited, swaps)
    return result


def _mention(mention: Json, edited: Edited, swaps: Swapped) -> Json:
    start, end = edited.span(mention["start"], mention["end"])
    attrs = dict(mention["attrs"])
    key = mention["id"]
    if mention["label"] == "PROVINCE":
        key = swaps.provinces.get(key, key)
    if mention["label"] == "BODY":
        key = swaps.bodies.get(key, key)
    if mention["label"] == "REFERENCE":
        attrs["number"] = swaps.numbers.get(attrs["number"], attrs["number"])
        attrs["date"] = swaps.dates.get(attrs["date"], attrs["date"])
        if key:
            key = f"{attrs['number']}@{key.rpartition('@')[2]}"
    quote = edited.text[start:end]
    return {**mention, "start": start, "end": end, "quote": quote, "id": key, "attrs": attrs}


def _own_data(own: Json, edited: Edited, swaps: Swapped) -> None:
    own["number"] = swaps.numbers.get(own["number"], own["number"])
    own["issued_on"] = swaps.dates.get(own["issued_on"], own["issued_on"])
    own["province"] = swaps.provinces.get(own["province"], own["province"])
    for name in _AS_PRINTED:
        if own[name]:
            own[name] = edited.quote(own[name]) or own[name]
    for name in _SIGNER:
        lines = (own["signer"][name] or "").split("\n")
        printed = [normalise(edited.quote(line) or line).text for line in lines]
        own["signer"][name] = "\n".join(printed) or None
