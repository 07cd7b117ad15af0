"""What a measurement yields: figures of a part, and the facts that were right, missed or made up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a part, from 0 to 1; `hit` of `total` where it is a share (0 of 0 else)."""

    part: str
    metric: str
    value: float
    hit: int = 0
    total: int = 0


@dataclass(slots=True)
class Outcome:
    """What became of one text: expected facts that were said or not, and facts said that nobody expects.

    `missed` maps a fact to what was said in its place ("" where nothing).
    """

    right: list[str] = field(default_factory=list)
    missed: dict[str, str] = field(default_factory=dict)
    false: list[str] = field(default_factory=list)

    def expect(self, fact: str, *, right: bool, instead: str = "") -> None:
        """Notes an expected fact."""
        if right:
            self.right.append(fact)
        else:
            self.missed[fact] = instead


@dataclass(frozen=True, slots=True)
class Part:
    """The figures of a part; `outcomes` by text, None where the part is held back."""

    name: str
    figures: tuple[Figure, ...]
    outcomes: Mapping[str, Outcome] | None


@dataclass(slots=True)
class Tally:
    """Hits of a total."""

    hit: int = 0
    total: int = 0

    def add(self, right: bool) -> None:
        """Counts one more."""
        self.hit += right
        self.total += 1

    @property
    def value(self) -> float:
        """The share of hits; 1 where nothing was counted, for then nothing was wrong."""
        return self.hit / self.total if self.total else 1.0

    def figure(self, part: str, metric: str) -> Figure:
        """As a figure."""
        return Figure(part, metric, self.value, self.hit, self.total)


def f1(precision: float, recall: float) -> float:
    """Their harmonic mean; 0 where both are."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def macro_f1(pairs: Sequence[tuple[str, str | None]], classes: Iterable[str]) -> float:
    """Mean F1 over the classes, of (expected, said); said None counts as missed."""
    values = []
    for name in classes:
        said = [p for p in pairs if p[1] == name]
        expected = [p for p in pairs if p[0] == name]
        both = sum(1 for p in said if p[0] == name)
        if said or expected:
            values.append(f1(both / len(said) if said else 0.0, both / len(expected) if expected else 0.0))
    return sum(values) / len(values) if values else 0.0
