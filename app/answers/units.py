"""The 34 units of 1 July 2025 (đơn vị hành chính cấp tỉnh): what the provinces of 2020 in each state."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, partial

from app.answers.cells import Span
from app.answers.comparison import Evidence, denominator_of, evidence_of, matrix_of, measure_of, span_of
from app.answers.comparison_models import Comparison, MatrixRow, ProvinceColumn
from app.answers.errors import ProvinceUnknown
from app.answers.kept import Counted, counted, state_of
from app.answers.provinces import find_province
from app.answers.reading import vocabulary
from app.answers.shapes import ProvinceRef
from app.answers.side_by_side import side_by_side
from app.answers.wording import compare_words
from graph.store import Reader, Store
from ingest.steps.tallies import UNDATED, Days, Kinds, Series
from ingest.text.normalise import bare_of

_KIND = re.compile(r"^(?:tinh|thanh pho|tp)[ .]+")


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


def compare_units(
    store: Store,
    units: Sequence[str],
    measures: Sequence[str] | None = None,
    since: str | None = None,
    until: str | None = None,
    evidence_limit: int | None = None,
) -> Comparison:
    """As `compare`, over units of 2025 (codes; all 34 where empty): each with all that its provinces state.

    Raises MeasureUnknown, FilterInvalid.
    """
    chosen, span = list(dict.fromkeys(units)) or sorted(_units()), span_of(since, until)
    for id in measures or ():
        measure_of(id)
    answer = store.read_transaction(
        partial(_answer, units=chosen, measures=measures, span=span, limit=evidence_limit)
    )
    return answer.model_copy(update={"since": since, "until": until})


def _answer(
    reader: Reader, units: list[str], measures: Sequence[str] | None, span: Span, limit: int | None
) -> Comparison:
    state = state_of(reader)
    codes = [code for unit in units for code in _members()[unit]]
    found = counted(reader, state, codes, "measure")
    merged = {unit: _merged([found[code] for code in _members()[unit] if code in found]) for unit in units}
    columns, synthetic = _columns(units, merged, span)
    rows = matrix_of(columns, measures, merged, span)
    if limit != 0:
        evidence = evidence_of(reader, codes, [row.measure.id for row in rows], span, limit)
        rows = [_quoted(row, evidence, limit) for row in rows]
    denominator = denominator_of(columns, rows)
    return Comparison(
        dataset_version=state.version,
        synthetic=synthetic,
        units="2025",
        provinces=columns,
        rows=rows,
        denominator=denominator,
        words=compare_words(denominator).replace("province", "unit"),
        side_by_side=side_by_side(reader, columns, rows, limit) if len(columns) == 2 else None,
    )


def _columns(
    units: Sequence[str], merged: Mapping[str, Counted], span: Span
) -> tuple[list[ProvinceColumn], bool]:
    """What is held of each unit within the range, and whether any of it is composed."""
    columns, synthetic = [], False
    for unit in units:
        days = merged[unit].days
        cut = span.cut(days.days)
        undated = days.documents[0] if days.days[:1] == (UNDATED,) else 0
        synthetic = synthetic or any(days.synthetic[cut])
        columns.append(
            ProvinceColumn(
                code=unit,
                name=_units()[unit].name,
                region=_region(unit),
                documents=sum(days.documents[cut]),
                undated=undated,
                members=[
                    ProvinceRef(code=code, name=vocabulary().provinces[code].name)
                    for code in _members()[unit]
                ],
            )
        )
    return columns, synthetic


def _quoted(row: MatrixRow, evidence: Evidence, limit: int | None) -> MatrixRow:
    """The row with the first statements of each unit, of whichever of its provinces they are."""
    cells = []
    for cell in row.cells:
        pieces = [p for code in _members()[cell.province] for p in evidence.get((row.measure.id, code), [])]
        pieces.sort(key=lambda p: (p.date or "9999", p.document, p.start, p.key))
        cells.append(cell.model_copy(update={"evidence": pieces[:limit]}))
    return MatrixRow(measure=row.measure, cells=cells)


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


def _region(unit: str) -> str | None:
    """The region that all its provinces lay in; None where they lay in several."""
    regions = {vocabulary().provinces[code].region for code in _members()[unit]}
    return regions.pop() if len(regions) == 1 else None


@cache
def _units() -> Mapping[str, ProvinceRef]:
    rows = vocabulary().provinces.values()
    return {row.unit_2025: ProvinceRef(code=row.unit_2025, name=row.unit_2025_name) for row in rows}


@cache
def _members() -> Mapping[str, tuple[str, ...]]:
    """The provinces of 2020 of each unit, by code."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in vocabulary().provinces.values():
        found[row.unit_2025].append(row.code)
    return {unit: tuple(sorted(codes)) for unit, codes in found.items()}
