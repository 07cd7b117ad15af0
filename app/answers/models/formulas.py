"""The shapes of answers about formulas (câu mẫu dùng chung): wording that is common property."""

from __future__ import annotations

from pydantic import Field

from app.answers.models.shapes import Model, Page, ProvinceRef


class FormulaPlace(Model):
    """A place where a formula stands: one statement, with its words."""

    key: str
    document: str
    act: str | None
    number: str | None
    date: str | None
    central: bool
    level: str | None
    province: ProvinceRef | None
    quote: str
    start: int
    end: int
    rule: str
    basis: str
    synthetic: bool


class FormulaRow(Model):
    """Wording that more provinces share than the setting for reuse allows: no reuse of one from another."""

    id: str
    text: str = Field(description="The syllables that all places share.")
    provinces: int
    documents: int
    central: int = Field(description="Acts of central bodies among the documents.")
    places: int
    first_on: str | None
    members: list[FormulaPlace] = Field(default=[], description="The first by date; `places` counts all.")


class FormulaPage(Page[FormulaPlace]):
    """One page of the places of a formula, by date."""

    formula: FormulaRow
    words: str


class FormulaHere(Model):
    """A formula in a document: its words there are shared by many and no echo of anyone."""

    id: str
    text: str
    key: str = Field(description="Of the statement, for /provenance.")
    document: str
    quote: str
    start: int
    end: int
