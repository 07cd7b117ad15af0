"""What a comparison has for columns: the 63 provinces of 2020, or the 34 units of 1 July 2025 (đơn vị hành
chính cấp tỉnh), each with all that its provinces state."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from app.answers.asking.errors import FilterInvalid, ProvinceUnknown
from app.answers.asking.kept import About, Counted, State, counted
from app.answers.asking.province_names import find_province
from app.answers.asking.reading import vocabulary
from app.answers.comparing.cells import Span, held_in
from app.answers.models.comparison import MeasureEvidence, ProvinceColumn, TaskEvidence, Units
from app.answers.models.shapes import ProvinceRef
from graph.store import Reader
from ingest.steps.tallies import Days, Kinds, Series
from ingest.text.normalise import bare_of

Piece = TypeVar("Piece", MeasureEvidence, TaskEvidence)
_KIND = re.compile(r"^(?:tinh|thanh pho|tp)[ .]+")


@dataclass(frozen=True, slots=True)
class Division:
    """The columns of a comparison by code, and whose codes these are."""

    units: Units
    codes: tuple[str, ...]

    def members(self, code: str) -> tuple[str, ...]:
        """The provinces of 2020 in a column."""
        return _members()[code] if self.units == "2025" else (code,)

    @property
    def provinces(self) -> list[str]:
        """The provinces of 2020 of all columns."""
        return [member for code in self.codes for member in self.members(code)]

    def counted(self, reader: Reader, state: State, about: About) -> dict[str, Counted]:
        """What each column states, by code; one without documents is left out."""
        found = counted(reader, state, self.provinces, about)
        if self.units == "2020":
            return found
        held = {code: [found[m] for m in self.members(code) if m in found] for code in self.codes}
        return {code: _merged(counts) for code, counts in held.items() if counts}

    def pieces(self, evidence: Mapping[tuple[str, str], list[Piece]]) -> dict[tuple[str, str], list[Piece]]:
        """Evidence by measure (or body) and province as evidence by column, by date and place in the text."""
        found: dict[tuple[str, str], list[Piece]] = defaultdict(list)
        column = {member: code for code in self.codes for member in self.members(code)}
        for (about, province), pieces in evidence.items():
            found[about, column[province]] += pieces
        return {place: sorted(pieces, key=_order) for place, pieces in found.items()}


def division_of(codes: Sequence[str], units: Units = "2020") -> Division:
    """The columns asked for, once each; all where none is. Raises ProvinceUnknown."""
    known: Iterable[str] = vocabulary().provinces if units == "2020" else _units()
    for code in codes:
        if code not in known:
            what = "province of 2020" if units == "2020" else "unit of 2025"
            raise ProvinceUnknown(f"no {what} has this code", where=code, todo="Find it by its name")
    return Division(units, tuple(dict.fromkeys(codes)) or tuple(sorted(known)))


def chosen(typed: Sequence[str], units: Units = "2020") -> list[str]:
    """The codes of what a person typed to compare: nothing (all), or two and more different ones.

    Raises ProvinceUnknown, FilterInvalid.
    """
    find = find_unit if units == "2025" else find_province
    found: dict[str, ProvinceRef] = {}
    for text in typed:
        column = find(text)
        if column.code in found:
            raise FilterInvalid(
                f"{column.name} stands here more than once" + (" (by its unit of 2025)" * (units == "2025")),
                where=text,
                todo="Name each province once",
            )
        found[column.code] = column
    if len(found) == 1:
        raise FilterInvalid(
            "one province alone cannot be compared",
            where=typed[0],
            todo=f"Name another one beside it, or ask for /provinces/{find_province(typed[0]).code}"
            if units == "2020"
            else "Name another one beside it",
        )
    return list(found)


def columns_of(
    division: Division, found: Mapping[str, Counted], span: Span
) -> tuple[list[ProvinceColumn], bool]:
    """What is held of each column within the range, and whether any of it is composed."""
    held = {code: held_in(counts.days, span) for code, counts in found.items()}
    columns = []
    for code in division.codes:
        of_one = held.get(code)
        columns.append(
            ProvinceColumn(
                code=code,
                name=_name(division, code),
                region=_region(division.members(code)),
                documents=of_one.documents if of_one else 0,
                undated=of_one.undated if of_one else 0,
                members=[
                    ProvinceRef(code=member, name=vocabulary().provinces[member].name)
                    for member in division.members(code)
                ]
                if division.units == "2025"
                else [],
            )
        )
    return columns, any(of_one.synthetic for of_one in held.values())


def find_unit(text: str) -> ProvinceRef:
    """The unit of 2025 of a name or a code of 2025; a name of 2020 that is gone means the unit that holds it.

    Seven codes of 2020 mean another unit since: a code is read as one of 2025 here. Raises ProvinceUnknown.
    """
    typed = _KIND.sub("", " ".join(bare_of(text).split()))
    code = (
        typed.zfill(2) if typed.isdigit() else {bare_of(u.name): u.code for u in _units().values()}.get(typed)
    )
    if code is None:
        code = vocabulary().provinces[find_province(text).code].unit_2025
    if code not in _units():
        raise ProvinceUnknown("no unit of 2025 has this code", where=text, todo="Write its name, as Tây Ninh")
    return _units()[code]


def _order(piece: MeasureEvidence | TaskEvidence) -> tuple[str, str, int, str]:
    return piece.date or "9999", piece.document, piece.start, piece.key


def _name(division: Division, code: str) -> str:
    return _units()[code].name if division.units == "2025" else vocabulary().provinces[code].name


def _region(members: Sequence[str]) -> str | None:
    """The region that all these provinces lay in; None where they lay in several."""
    regions = {vocabulary().provinces[code].region for code in members}
    return regions.pop() if len(regions) == 1 else None


def _merged(counts: Sequence[Counted]) -> Counted:
    """What several provinces state, as of one."""
    days = _summed([(each.days.days, each.days.documents, each.days.synthetic) for each in counts])
    kinds: dict[str, dict[str, Series]] = defaultdict(dict)
    for target in {target for each in counts for target in each.kinds}:
        stated: list[Kinds] = [each.kinds[target] for each in counts if target in each.kinds]
        for kind in {kind for each in stated for kind in each}:
            series = [each[kind] for each in stated if kind in each]
            kinds[target][kind] = Series(*_summed([(s.days, s.provisions, s.statements) for s in series]))
    return Counted(Days(*days), kinds)


_Line = tuple[Sequence[str], Sequence[int], Sequence[int]]
_Sums = tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...]]


def _summed(lines: Sequence[_Line]) -> _Sums:
    """Days in order, each with the sums of both counts."""
    first: dict[str, int] = defaultdict(int)
    second: dict[str, int] = defaultdict(int)
    for days, ones, others in lines:
        for day, one, other in zip(days, ones, others, strict=True):
            first[day] += one
            second[day] += other
    ordered = tuple(sorted(first))
    return ordered, tuple(first[day] for day in ordered), tuple(second[day] for day in ordered)


def _units() -> Mapping[str, ProvinceRef]:
    rows = vocabulary().provinces.values()
    return {row.unit_2025: ProvinceRef(code=row.unit_2025, name=row.unit_2025_name) for row in rows}


def _members() -> Mapping[str, tuple[str, ...]]:
    """The provinces of 2020 of each unit, by code."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in vocabulary().provinces.values():
        found[row.unit_2025].append(row.code)
    return {unit: tuple(sorted(codes)) for unit, codes in found.items()}
