"""Names of what pages have by id or code; what the vocabulary does not know stands for itself."""

from __future__ import annotations

from app.answers.asking.reading import vocabulary


def measure_name(id: str) -> str:
    """A measure's name, by its id."""
    row = vocabulary().measures.get(id)
    return row.name if row else id


def body_name(id: str) -> str:
    """A body's name, by its id or an instance's."""
    row = vocabulary().bodies.get(id.partition("~")[0])
    return row.name if row else id


def province_name(code: str) -> str:
    """A province's name, by its code of 2020."""
    row = vocabulary().provinces.get(code)
    return row.name if row else code
