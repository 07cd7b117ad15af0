"""Documents as alignment sees them, and who may take wording from whom (chiều văn bản: trên xuống dưới)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.aligning.stretches import Stretch

CENTRE = "centre"
_PROVINCE = "province"
_BELOW = frozenset({"department", "deconcentrated", "district", "commune"})


@dataclass(frozen=True, slots=True)
class Held:
    """A document with its act, where that was issued, and its stretches. `mark` tells with what it was last
    aligned as a source."""

    id: str
    act: str
    date: str | None
    central: bool
    level: str | None
    province: str | None
    issuer: str | None
    stretches: Sequence[Stretch] = ()
    mark: str | None = None

    @property
    def giver(self) -> str | None:
        """Whose source it may be: CENTRE for all below, a province's code for all below it there; None:
        nobody's.

        Acts without a date, and acts below the provincial level, give nothing.
        """
        if self.date is None:
            return None
        if self.central:
            return CENTRE
        return self.province if self.level == _PROVINCE else None

    @property
    def takers(self) -> tuple[str, ...]:
        """From whom it may take: the centre, and its own province where it stands below that."""
        if self.central:
            return ()
        below = self.province is not None and self.level in _BELOW
        return (CENTRE, self.province) if below and self.province else (CENTRE,)

    @property
    def place(self) -> str | None:
        """Where its wording counts as used: the province, or the central body; None where that is unknown."""
        return self.issuer if self.central else self.province

    def may_take_from(self, source: Held) -> bool:
        """From another act, of a higher level, that is not later; one without a date may take from any."""
        return (
            source.giver in self.takers
            and self.act != source.act
            and (self.date is None or earliest(source.date) <= latest(self.date))
        )


def earliest(date: str | None) -> str:
    """The first day that a whole or partial ISO date may mean."""
    return (date or "").ljust(10, "-")


def latest(date: str | None) -> str:
    """The last day that it may mean."""
    return (date or "").ljust(10, "~")
