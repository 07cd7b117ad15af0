"""Gains and losses of a change, text by text, against a run that was kept before it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from bench.figures import Part

Kept: TypeAlias = dict[str, Any]
_NOTEWORTHY = 0.0005
_NOTHING: Kept = {"right": [], "false": []}


def save(path: Path, parts: Sequence[Part]) -> None:
    """Keeps the figures, and of parts that are not held back the facts of each text."""
    kept = {part.name: _kept(part) for part in parts}
    path.write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf-8")


def load(path: Path) -> Kept:
    """A run kept by `save`. Raises FileNotFoundError, json.JSONDecodeError."""
    kept: Kept = json.loads(path.read_text(encoding="utf-8"))
    return kept


def compare(before: Kept, parts: Sequence[Part]) -> str:
    """Figures that moved, then by text: + won, - lost, ! made up now, ~ no longer made up."""
    lines: list[str] = []
    for part in parts:
        then = before.get(part.name)
        if then is None:
            lines.append(f"{part.name}: not in the kept run")
            continue
        lines += _moved(part, then["figures"])
        for file, now in _kept(part)["texts"].items():
            changed = list(_changed(then["texts"].get(file, _NOTHING), now))
            lines += [f"{part.name} {file}", *changed] if changed else []
    return "\n".join(lines) if lines else "no difference"


def _kept(part: Part) -> Kept:
    texts = {
        file: {"right": outcome.right, "false": outcome.false}
        for file, outcome in (part.outcomes or {}).items()
    }
    return {"figures": {f.metric: f.value for f in part.figures}, "texts": texts}


def _moved(part: Part, then: dict[str, float]) -> Iterator[str]:
    for figure in part.figures:
        old = then.get(figure.metric)
        if old is not None and abs(old - figure.value) >= _NOTEWORTHY:
            yield f"{part.name} {figure.metric}: {old:.3f} -> {figure.value:.3f} ({figure.value - old:+.3f})"


def _changed(then: Kept, now: Kept) -> Iterator[str]:
    for sign, key, one, other in (
        ("+", "right", now, then),
        ("-", "right", then, now),
        ("!", "false", now, then),
        ("~", "false", then, now),
    ):
        known = set(other[key])
        yield from (f"  {sign} {fact}" for fact in one[key] if fact not in known)
