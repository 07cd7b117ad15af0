"""Sentences in the manner of official acts, composed at random from phrases: for speed, not for truth.

Names of hamlets and figures are made up, so that two sentences rarely share long runs by chance, as in real
acts; the phrases repeat, as they do there.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from random import Random

_PHRASES: dict[str, list[str]] = tomllib.loads(
    (Path(__file__).parent / "phrases.toml").read_text(encoding="utf-8")
)
ACTORS, FORMULAS, CLOSINGS = _PHRASES["actors"], _PHRASES["formulas"], _PHRASES["closings"]


def hamlet(rng: Random) -> str:
    """A place that nobody knows: "thôn Phú Trạch 7"."""
    name = f"{_one(rng, 'places')} {_one(rng, 'name_first')} {_one(rng, 'name_second')}"
    return f"{name} {rng.randint(1, 30)}" if rng.random() < 0.4 else name


def clause(rng: Random) -> str:
    """A task without its actor."""
    said = f"{_one(rng, 'verbs')} {_one(rng, 'adverbs')} {_one(rng, 'nouns')} {_one(rng, 'qualities')}"
    if rng.random() < 0.5:
        said = f"{said} ở {hamlet(rng)}"
    return f"{said} {_one(rng, 'manners')}" if rng.random() < 0.35 else said


def sentence(rng: Random) -> str:
    """A task: actor, one to four clauses."""
    clauses = [clause(rng) for _ in range(rng.choice((1, 2, 3, 4)))]
    return f"{rng.choice(ACTORS)} {', '.join(clauses)}."


def order(rng: Random, measure: str) -> str:
    """A task that names a measure."""
    return f"{rng.choice(ACTORS)} chỉ đạo thực hiện {measure}, {clause(rng)}."


def citing(rng: Random, doc_type: str, number: str, day: str) -> str:
    """A task that names an act."""
    return f"{rng.choice(ACTORS)} {clause(rng)} theo {doc_type} số {number} {day}."


def changed(rng: Random, text: str, share: float) -> str:
    """The text with a share of its words replaced or dropped."""
    words = text.split(" ")
    for i in range(len(words)):
        if rng.random() < share:
            words[i] = rng.choice(("", "đều", "phải", "cũng", _one(rng, "name_first").lower()))
    return " ".join(word for word in words if word)


def part(rng: Random, text: str) -> str:
    """Half of a text or a little more: a run of its words."""
    words = text.rstrip(".").split(" ")
    length = max(14, len(words) * 3 // 5)
    start = rng.randint(0, max(0, len(words) - length))
    return " ".join(words[start : start + length])


def _one(rng: Random, kind: str) -> str:
    return rng.choice(_PHRASES[kind])
