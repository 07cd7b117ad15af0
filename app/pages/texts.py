"""The words of the pages, in Vietnamese and English, from texts/LANGUAGE/*.json, a file a page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "texts"
LANGUAGES = ("vi", "en")
Entry = str | Mapping[str, str]
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FULL_DATE = 3  # year, month, day


@dataclass(frozen=True, slots=True)
class Texts:
    """The words of one language."""

    language: str
    entries: Mapping[str, Entry]

    def __call__(self, key: str, /, n: int | None = None, **values: object) -> str:
        """The words of `key`, with values put in; `n` picks between one and many. Raises KeyError."""
        entry = self.entries[key]
        if not isinstance(entry, str):
            entry = entry["one" if n == 1 else "other"]
        return entry.format(n=n, **values) if n is not None or values else entry

    def word(self, group: str, value: str | None) -> str:
        """The word for a value of ours, `how.cites`; a value without a word stands for itself."""
        entry = self.entries.get(f"{group}.{value}")
        return entry if isinstance(entry, str) else (value or "")

    def day(self, iso: str | None) -> str:
        """A date as people of that language write it; a year alone stays a year."""
        if not iso:
            return self("undated")
        parts = iso.split("-")
        if len(parts) != _FULL_DATE:
            return iso
        year, month, day = parts
        if self.language == "vi":
            return f"{day}/{month}/{year}"
        return f"{int(day)} {_MONTHS[int(month) - 1]} {year}"


@cache
def texts(language: str) -> Texts:
    """The words of a language of `LANGUAGES`."""
    entries: dict[str, Entry] = {}
    for path in sorted((FOLDER / language).glob("*.json")):
        found = json.loads(path.read_text(encoding="utf-8"))
        assert not entries.keys() & found.keys(), f"{path}: a text stands in two files"
        entries |= found
    return Texts(language, entries)


def language_of(asked: str | None, accept: str) -> str:
    """The language of a reader: as asked for in the address, else as the browser prefers, else Vietnamese."""
    if asked in LANGUAGES:
        return asked
    ranked = sorted((_ranked(part) for part in accept.split(",")), reverse=True)
    return next((code for quality, code in ranked if quality > 0 and code in LANGUAGES), LANGUAGES[0])


def _ranked(part: str) -> tuple[float, str]:
    name, _, quality = part.strip().partition(";q=")
    try:
        weight = float(quality or 1)
    except ValueError:
        weight = 0.0
    return weight, name.split("-")[0].lower()
