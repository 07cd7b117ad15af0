"""When provinces answered: days on a line, in percent of its length, and how many had answered by then."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_FEW = 6  # marks on the line
_HIGH = 100  # units of the curve's drawing, both ways


@dataclass(frozen=True, slots=True)
class Answered:
    """A province's first answer. `day` is an ISO date."""

    code: str
    name: str
    day: str
    lag_days: int | None


@dataclass(frozen=True, slots=True)
class Mark:
    """A day on the line; `at` is in percent of its length."""

    day: str
    at: float


@dataclass(frozen=True, slots=True)
class Line:
    """A province's answer on the line."""

    answered: Answered
    at: float


@dataclass(frozen=True, slots=True)
class Step:
    """A day on which provinces answered first, and how many had by its end; both ways in percent."""

    day: str
    names: Sequence[str]
    count: int
    at: float
    up: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """The line from the directive, or the first answer, to the last answer."""

    start: str
    end: str
    marks: Sequence[Mark]
    lines: Sequence[Line]
    steps: Sequence[Step]

    @property
    def steps_json(self) -> str:
        """The steps for a script: day, count, names."""
        return json.dumps([[step.day, step.count, ", ".join(step.names)] for step in self.steps])

    @property
    def curve(self) -> str:
        """The points of the curve in a square of 100, its steps from left to right."""
        points, up = ["0,100"], 0.0
        for step in self.steps:
            points += [f"{step.at:g},{_HIGH - up:g}", f"{step.at:g},{_HIGH - step.up:g}"]
            up = step.up
        return " ".join([*points, f"100,{_HIGH - up:g}"])


def timeline(start: str | None, answers: Iterable[Answered]) -> Timeline | None:
    """The line of these answers; None where none has a whole day."""
    known = sorted((a for a in answers if len(a.day) == 10), key=lambda a: (a.day, a.code))
    if not known:
        return None
    first = date.fromisoformat(start if start and len(start) == 10 else known[0].day)
    last = max(date.fromisoformat(known[-1].day), first)
    span = max((last - first).days, 1)

    def at(day: str | date) -> float:
        found = date.fromisoformat(day) if isinstance(day, str) else day
        return round(max((found - first).days, 0) * 100 / span, 2)

    return Timeline(
        first.isoformat(),
        last.isoformat(),
        [Mark(day.isoformat(), at(day)) for day in _marks(first, span)],
        [Line(answer, at(answer.day)) for answer in known],
        _steps(known, at),
    )


def _steps(known: Sequence[Answered], at: Callable[[str], float]) -> list[Step]:
    by_day: dict[str, list[str]] = defaultdict(list)
    for answer in known:
        by_day[answer.day].append(answer.name)
    steps, count = [], 0
    for day, names in by_day.items():
        count += len(names)
        steps.append(Step(day, names, count, at(day), round(count * 100 / len(known), 2)))
    return steps


def _marks(first: date, span: int) -> list[date]:
    """Days at even distances, the first and the last among them."""
    parts = min(_FEW - 1, span)
    return [first + timedelta(days=round(span * part / parts)) for part in range(parts + 1)]
