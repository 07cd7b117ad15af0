"""Acts known to exist, and by which words they may be looked up.

The universe that a citation is resolved against is the vocabulary's catalogue, the acts whose text is held,
and acts cited with number and date: all three follow from texts and vocabulary alone, never from another
resolution, so that the order of loading cannot matter.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_SERIAL = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Act:
    """An act known to exist (văn bản). `province` is None for central acts, "?" where unknown; date ISO or
    a year;
    `held` where its text is in the store."""

    key: str
    number: str | None
    date: str | None
    doc_type: str | None
    issuer: str | None
    topic: str | None = None
    province: str | None = None
    held: bool = False

    @property
    def lookups(self) -> tuple[str, ...]:
        """The words under which a citation may look for this act."""
        found = []
        if self.number:
            found.append(by_number(self.number))
            serial = serial_of(self.number)
            if serial and self.doc_type:
                found.append(by_serial(serial, self.doc_type))
        if self.doc_type and self.issuer and self.date:
            found.append(by_date(self.doc_type, self.issuer, self.date))
        return tuple(found)


def by_number(number: str) -> str:
    """Look-up of a full number without its year."""
    return f"number {number}"


def by_serial(serial: str, doc_type: str) -> str:
    """Look-up of a bare number with its type word: "Chỉ thị 16"."""
    return f"serial {serial.lstrip('0') or '0'} {doc_type.casefold()}"


def by_date(doc_type: str, issuer: str, date: str) -> str:
    """Look-up by type, issuer and date, for acts cited without number."""
    return f"date {doc_type.casefold()} {issuer} {date}"


def serial_of(number: str) -> str | None:
    """The digits a number begins with: `16/CT-TTg` -> `16`."""
    match = _SERIAL.match(number)
    return match.group() if match else None


class KnownActs:
    """Acts by look-up, each key once, in order of key."""

    def __init__(self, acts: Iterable[Act] = ()) -> None:
        self._by_lookup: dict[str, dict[str, Act]] = defaultdict(dict)
        for act in acts:
            for lookup in act.lookups:
                self._by_lookup[lookup][act.key] = act

    def find(self, lookup: str) -> tuple[Act, ...]:
        """The acts under a look-up, by key."""
        found: Mapping[str, Act] = self._by_lookup.get(lookup, {})
        return tuple(found[key] for key in sorted(found))
