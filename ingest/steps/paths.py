"""Where documents were found: every path under which one was ever given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def known_paths(held: Mapping[str, object] | None) -> list[str]:
    """The paths of a row of `held_documents`, in order."""
    found = held.get("paths") if held else None
    return sorted(str(p) for p in found) if isinstance(found, list) else []


def all_paths(paths: Iterable[str], held: Mapping[str, object] | None) -> list[str]:
    """Paths of now and those known before."""
    return sorted({*paths, *known_paths(held)})
