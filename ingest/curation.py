"""Facts that a person adds about a document (metadata): curated, never shown as stated."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Curated:
    """One row of a metadata file: what a person says of a document, and why. None where they say nothing."""

    province: str | None = None
    number: str | None = None
    date: str | None = None
    source_url: str | None = None
    retrieved_at: str | None = None
    note: str | None = None

    def to_json(self) -> str:
        """The facts given, as JSON with sorted keys; "" where there is none."""
        facts = {name: value for name, value in asdict(self).items() if value is not None}
        return json.dumps(facts, ensure_ascii=False, sort_keys=True) if facts else ""

    @classmethod
    def from_json(cls, text: str | None) -> Curated:
        """The reverse of `to_json`."""
        return cls(**json.loads(text)) if text else cls()
