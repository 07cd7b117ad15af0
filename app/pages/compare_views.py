"""Provinces beside each other: the matrix, a cell's quotes, two side by side, and all of it to take away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request, Response

from app.answers.asking.province_names import find_province
from app.answers.asking.reading import vocabulary
from app.answers.comparing.cell_rows import measure_rows
from app.answers.comparing.comparison import compare, measure_of
from app.answers.comparing.divisions import chosen, find_unit
from app.answers.models.comparison import Comparison, Measure, MeasureCellRow, SideMeasure, Units, Words
from app.answers.models.shapes import ProvinceRef
from app.answers.places.provinces import list_provinces
from app.answers.surveying.front import ALL
from app.briefing import of_comparison
from app.deps import StoreGiven
from app.pages.as_data import Rows, shown, wanted
from app.pages.as_file import FileKind, as_file
from app.pages.differing import Stretch, differing, likeness
from app.pages.render import page, texts_of

router = APIRouter(include_in_schema=False)
WORDS = 3  # pieces each where two are side by side
BRIEF = 5  # pieces a cell in a briefing
WIDE = 10  # provinces; of more, a briefing has one piece a cell
NARROW = 6  # provinces; the cells of more are signs
Day = Annotated[str, Query(max_length=10)]
Many = Annotated[list[str] | None, Query(max_length=100)]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is compared: all of it stands in the address."""

    province: Many = None
    measure: Many = None
    units: Units = "2020"
    since: Day = ""
    until: Day = ""
    all: bool = False

    @property
    def measures(self) -> list[str] | None:
        """Ids of the measures asked for; None where none is named."""
        return [id for id in self.measure or [] if id] or None

    @property
    def typed(self) -> list[str]:
        """The provinces as somebody named them, each once."""
        return list(dict.fromkeys(each for each in self.province or [] if each))

    def query(self, **more: str | list[str]) -> str:
        """The part of an address that asks for the same, with other values for some parameters."""
        own = {
            "province": self.typed,
            "measure": self.measures or [],
            "units": self.units if self.units != "2020" else "",
            "since": self.since,
            "until": self.until,
            "all": "true" if self.all else "",
        }
        return urlencode([(k, v) for k, v in {**own, **more}.items() if v], doseq=True)

    @property
    def dates(self) -> str:
        """The part of an address that every cell of the matrix has."""
        return self.query(province="", measure="", all="")

    def answer(self, store: StoreGiven, limit: int, codes: list[str] | None = None) -> Comparison:
        """The comparison. Raises ProvinceUnknown, MeasureUnknown, FilterInvalid."""
        columns = chosen(self.typed, self.units) if codes is None else codes
        days = self.since or None, self.until or None
        return compare(store, columns, self.measures, *days, limit, units=self.units)


AskedFor = Annotated[Asked, Depends()]


@router.get("/compare")
def matrix(request: Request, store: StoreGiven, asked: AskedFor) -> Response:
    """The matrix of what was chosen, two provinces also side by side; else what there is to choose from."""
    context: dict[str, Any] = {"asked": asked, "regions": _regions(store, asked.units), "kinds": _kinds()}
    if not asked.typed and not asked.all and wanted(request) is None:
        return page(request, "compare.html", answer=None, alone=False, codes=[], **context)
    alone = len(asked.typed) == 1 and not asked.all  # one column, and what to do to compare it
    columns = [column.code for column in _columns(asked.typed, asked.units)] if alone else None
    answer = asked.answer(store, WORDS if len(asked.typed) == 2 else 0, columns)
    sides = answer.side_by_side
    return shown(
        request,
        "compare.html",
        answer,
        Rows(MeasureCellRow, measure_rows(answer) if wanted(request) else []),
        codes=[column.code for column in answer.provinces],
        alone=alone,
        narrow=len(answer.provinces) <= NARROW,
        groups=_grouped(answer),
        pairs=[_pair(both) for both in sides.both] if sides else [],
        **context,
    )


@router.get("/compare/cell")
def cell(
    request: Request,
    store: StoreGiven,
    asked: AskedFor,
    part: Annotated[Literal["", "cell"], Query()] = "",
) -> Response:
    """The quotes of one cell: a province and a measure."""
    find = asked.typed[:1]
    codes = [column.code for column in _columns(find, asked.units)]
    answer = asked.answer(store, ALL, codes)
    template = "cell_part.html" if part else "cell.html"
    return shown(request, template, answer, Rows(MeasureCellRow, measure_rows(answer)), asked=asked)


@router.get("/compare/briefing.{kind}")
def briefing(request: Request, store: StoreGiven, asked: AskedFor, kind: FileKind) -> Response:
    """What is on the screen as a document or workbook, with quotes and sources."""
    answer = asked.answer(store, BRIEF if 0 < len(asked.typed) <= WIDE else 1)
    base = str(request.base_url)
    brief = of_comparison(answer, texts_of(request), f"{base}compare?{asked.query()}", base)
    return as_file(brief, kind, answer.dataset_version)


@dataclass(frozen=True, slots=True)
class Side:
    """One province's wording of an order; its sentence in stretches that the other side has or lacks."""

    words: Words
    stretches: Sequence[Stretch]


@dataclass(frozen=True, slots=True)
class Pair:
    """A measure that both order: the two wordings most alike first, then the others of each."""

    measure: Measure
    first: Sequence[Side]
    second: Sequence[Side]


def _pair(both: SideMeasure) -> Pair:
    """The wordings with the words that differ marked, of the two that are most alike."""
    a, b = max(
        ((a, b) for a in both.first for b in both.second),
        key=lambda pair: likeness(pair[0].sentence.quote, pair[1].sentence.quote),
    )
    ours, theirs = differing(a.sentence.quote, b.sentence.quote)
    return Pair(both.measure, _sides(both.first, a, ours), _sides(both.second, b, theirs))


def _sides(words: Sequence[Words], compared: Words, stretches: Sequence[Stretch]) -> list[Side]:
    others = [Side(each, [Stretch(each.sentence.quote, False)]) for each in words if each is not compared]
    return [Side(compared, stretches), *others]


def _grouped(answer: Comparison) -> dict[str, list[Any]]:
    """The rows of the matrix by kind of measure, in the order of the vocabulary."""
    found: dict[str, list[Any]] = {}
    for row in answer.rows:
        found.setdefault(row.measure.kind or "", []).append(row)
    return found


def _kinds() -> dict[str, list[Measure]]:
    """All measures by kind."""
    found: dict[str, list[Measure]] = {}
    for id in vocabulary().measures:
        measure = measure_of(id)
        found.setdefault(measure.kind or "", []).append(measure)
    return found


@dataclass(frozen=True, slots=True)
class Choice:
    """A province or unit that may be chosen, and how much is held of it."""

    code: str
    name: str
    documents: int


def _regions(store: StoreGiven, units: Units) -> Mapping[str, list[Choice]]:
    """What there is to choose from, by region; units lie across regions and stand in one list."""
    found: dict[str, dict[str, Choice]] = {}
    for each in list_provinces(store, limit=ALL).items:
        unit = units == "2025"
        group = found.setdefault("" if unit else each.region, {})
        code, name = (each.unit_2025, each.unit_2025_name) if unit else (each.code, each.name)
        held = group[code].documents if code in group else 0
        group[code] = Choice(code, name, held + each.documents)
    return {region: sorted(group.values(), key=lambda c: c.code) for region, group in found.items()}


def _columns(typed: Sequence[str], units: Units) -> list[ProvinceRef]:
    return [(find_unit if units == "2025" else find_province)(each) for each in typed]
