"""The shapes of a comparison: provinces by measures, and two provinces side by side (design, section 5)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from app.answers.models.shapes import Answer, Model, Named, ProvinceRef

_UNITS = "Whose codes `provinces` has: the 63 provinces of 2020, or the 34 units of 2025."
Units = Literal["2020", "2025"]
MeasureState = Literal["ordered", "avoided", "lifted", "mentioned"]
CellState = Literal["ordered", "avoided", "lifted", "mentioned", "not_mentioned", "no_documents"]


class Measure(Model):
    """A measure of the vocabulary."""

    id: str
    name: str
    name_en: str | None = None
    kind: str | None = None


class StateSeen(Model):
    """One state of a cell, with its dates in order; `undated` acts have none."""

    state: MeasureState
    dates: list[str]
    provisions: int
    undated: int = 0


class MeasureEvidence(Model):
    """One statement about a measure."""

    key: str
    document: str
    act: str | None
    number: str | None
    date: str | None
    state: MeasureState
    quote: str
    start: int
    end: int
    rule: str
    basis: str
    cue: str | None = None


class Cell(Model):
    """A province and a measure. `headline` is the latest state, or which absence it is."""

    province: str
    headline: CellState
    states: list[StateSeen] = Field(default=[])
    first_on: str | None = Field(default=None, description="When it was first ordered there.")
    provisions: int = 0
    evidence: list[MeasureEvidence] = Field(default=[])
    evidence_total: int = 0


class MatrixRow(Model):
    """A measure over the provinces asked for."""

    measure: Measure
    cells: list[Cell]


class ProvinceColumn(ProvinceRef):
    """A province asked for, and what is held of it within the dates asked for."""

    region: str | None = None
    documents: int
    undated: int = 0
    members: list[ProvinceRef] = Field(
        default=[], description="Of a unit of 2025: the provinces of 2020 that it holds."
    )


class Charged(Model):
    """Who was told to do it; `key` is the statement that says so."""

    body: Named
    key: str


class Task(Model):
    """The task that holds an order; each statement of `charged` gives its words whole."""

    beginning: str = Field(description="Its first 200 characters.")
    start: int
    end: int


class Sentence(Model):
    """The words around a quote: its sentence, or about 500 characters of a longer one."""

    quote: str
    start: int
    end: int


class Words(Model):
    """How one province words an order, and whom it charges."""

    evidence: MeasureEvidence
    sentence: Sentence
    task: Task | None = Field(default=None, description="Null where the order stands in no task.")
    charged: list[Charged] = Field(default=[])


class SideMeasure(Model):
    """A measure that both order, in each one's words."""

    measure: Measure
    first: list[Words]
    second: list[Words]
    first_total: int = Field(description="All orders of it there, of which `first` shows the first.")
    second_total: int


class SideBySide(Model):
    """Two provinces: what one ordered and the other did not, and what both did."""

    first: ProvinceRef
    second: ProvinceRef
    only_first: list[MatrixRow]
    only_second: list[MatrixRow]
    both: list[SideMeasure]


class CompareDenominator(Model):
    """Out of how many."""

    provinces: int
    with_documents: int
    documents: int
    measures: int
    measures_found: int


class Comparison(Answer):
    """Provinces and measures; two provinces side by side."""

    units: Units = Field(default="2020", description=_UNITS)
    provinces: list[ProvinceColumn]
    rows: list[MatrixRow]
    denominator: CompareDenominator
    words: str = Field(description="The denominator in words.")
    since: str | None = None
    until: str | None = None
    side_by_side: SideBySide | None = None


BodyState = Literal["charged", "not_charged", "no_documents"]


class TaskEvidence(Model):
    """One statement that charges a body with the task from `start` to `end`."""

    key: str
    body: str = Field(description="The body charged: an instance of the row's, as a rule.")
    document: str
    act: str | None
    number: str | None
    date: str | None
    beginning: str = Field(description="The task's first 200 characters.")
    start: int
    end: int
    rule: str
    basis: str


class BodyCell(Model):
    """A province and a body: on which days acts there charged it with tasks, or which absence it is."""

    province: str
    headline: BodyState
    dates: list[str] = Field(default=[])
    first_on: str | None = None
    provisions: int = 0
    undated: int = Field(default=0, description="Provisions of undated acts among them.")
    evidence: list[TaskEvidence] = Field(default=[])
    evidence_total: int = 0


class BodyRow(Model):
    """A body over the provinces asked for."""

    body: Named
    cells: list[BodyCell]


class TaskWords(Model):
    """How one province words a task that it charges a body with."""

    evidence: TaskEvidence
    actor: Sentence | None = Field(description="The words that name the body there.")
    task: Sentence = Field(description="The task, or 400 characters of a longer one.")
    others: list[Charged] = Field(default=[], description="Who else is charged with the same task.")
    measures: list[Measure] = Field(default=[], description="The measures of the task.")


class SideBody(Model):
    """A body that both charge with tasks, in each one's words."""

    body: Named
    first: list[TaskWords]
    second: list[TaskWords]
    first_total: int = Field(description="All that charges it there, of which `first` shows the first.")
    second_total: int


class BodySideBySide(Model):
    """Two provinces: whom one charged with tasks and the other did not, and whom both did."""

    first: ProvinceRef
    second: ProvinceRef
    only_first: list[BodyRow]
    only_second: list[BodyRow]
    both: list[SideBody]


class BodyDenominator(Model):
    """Out of how many."""

    provinces: int
    with_documents: int
    documents: int
    bodies_charged: int


class BodyComparison(Answer):
    """Provinces and bodies: who was told to do it; two provinces side by side."""

    units: Units = Field(default="2020", description=_UNITS)
    provinces: list[ProvinceColumn]
    rows: list[BodyRow]
    denominator: BodyDenominator
    words: str = Field(description="The denominator in words.")
    since: str | None = None
    until: str | None = None
    side_by_side: BodySideBySide | None = None


class MeasureCellRow(Model):
    """A cell as a row of a sheet: a province (or unit) and a measure, with the first words behind it."""

    province: ProvinceRef
    measure: Measure
    headline: CellState
    first_on: str | None = Field(description="When it was first ordered there.")
    ordered: list[str] = Field(description="Days on which it was ordered.")
    lifted: list[str]
    avoided: list[str]
    mentioned: list[str]
    undated: int = Field(description="Provisions of undated acts among them.")
    provisions: int
    evidence_total: int
    document: str | None = Field(description="Where the quote stands.")
    number: str | None
    date: str | None
    quote: str | None
    start: int | None
    end: int | None


class BodyCellRow(Model):
    """A cell as a row of a sheet: a province (or unit) and a body, with the first task behind it."""

    province: ProvinceRef
    body: Named
    headline: BodyState
    first_on: str | None
    dates: list[str]
    undated: int = Field(description="Provisions of undated acts among them.")
    provisions: int
    evidence_total: int
    document: str | None = Field(description="Where the task stands.")
    number: str | None
    date: str | None
    beginning: str | None = Field(description="The task's first 200 characters.")
    start: int | None
    end: int | None
