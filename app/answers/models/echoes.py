"""The shapes of answers, the same for `--json`, HTTP, tables and pages (design, section 6).

Dates are ISO strings (a year alone where no more is known); offsets are code points into the document's
text, `end` exclusive, and `text[start:end] == quote`.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from app.answers.models.acts import AmbiguousCitation, Conflict, DirectiveHead
from app.answers.models.formulas import FormulaHere
from app.answers.models.shapes import Answer, Model, ProvinceRef

How = Literal["cites", "reuses", "relays", "adopts"]
Channel = Literal["party", "state"]
EchoState = Literal["echoed", "same_measures", "no_echo_found", "no_documents"]


class Step(Model):
    """One step of a relay: the act, the words by which it takes up the next one, and which that is."""

    act: str
    number: str | None
    date: str | None
    document: str
    to: str = Field(description="Key of the act that it takes up; the directive's in the last step.")
    how: How
    key: str
    quote: str
    start: int
    end: int


class Evidence(Model):
    """One statement with the words that state it."""

    key: str
    document: str
    how: How
    relation: str | None = None
    quote: str
    start: int
    end: int
    source_quote: str | None = None
    rule: str
    basis: str
    source_document: str | None = None
    source_start: int | None = None
    source_end: int | None = None
    grade: str | None = Field(default=None, description="Of reuse: verbatim, near or partial.")
    score: float | None = None
    number: str | None = None
    date: str | None = None
    act: str | None = Field(default=None, description="Key of the act that the document is the text of.")
    via: list[str] = Field(default=[], description="Of a relay: the acts on the way, the directive last.")
    path: list[Step] = Field(
        default=[], description="Of a relay: each step with its words, from this act to the directive."
    )
    channel: Channel | None = Field(
        default=None, description="Whose act it is: the Party's or the state's; null for neither."
    )
    measure: str | None = Field(default=None, description="Of adoption: the measure that both order.")
    place_basis: str | None = Field(default=None, description="The province: stated or curated.")


class Channels(Model):
    """Acts that echo, by channel; `other`: of the front, a mass organisation, or not told."""

    party: int = 0
    state: int = 0
    other: int = 0


class ProvinceEcho(Model):
    """One province's answer to a directive."""

    code: str
    name: str
    state: EchoState
    how: list[How] = Field(default=[])
    first_on: str | None = None
    lag_days: int | None = None
    evidence: list[Evidence] = Field(default=[])
    evidence_total: int = 0
    acts: int = Field(default=0, description="Acts that echo; copies of one act count once.")
    channels: Channels = Field(default=Channels(), description="The same acts by channel.")
    undated_acts: int = Field(
        default=0, description="Acts there that answer it and have no date: listed among `unplaced`."
    )
    words: str = Field(default="", description="The state in words: no dated echo; 1 undated act cites it.")


class Unplaced(Model):
    """A document that answers the directive and has no province or no date to count it by."""

    document: str
    number: str | None
    date: str | None
    reason: str
    how: list[How]
    evidence: list[Evidence]
    evidence_total: int = 0
    act: str | None = None
    province: ProvinceRef | None = None


class NoEcho(Model):
    """A citation that is shown and not counted: it amends, replaces or refuses the directive, or is older."""

    document: str
    act: str | None
    number: str | None
    date: str | None
    province: ProvinceRef | None
    reason: str = Field(description="amends, replaces, refuses, or dated too early.")
    evidence: Evidence


class OtherLevel(Model):
    """An act of another level than those asked for: it counts by filter, or by a relay."""

    document: str
    act: str | None
    number: str | None
    date: str | None
    level: str | None
    province: ProvinceRef | None
    how: list[How]
    evidence: list[Evidence]
    evidence_total: int = 0


class EchoDenominator(Model):
    """Out of how many."""

    provinces: int
    with_documents: int
    echoed: int
    unplaced: int
    same_measures: int = 0
    no_documents: int = 0
    party_acts: int = Field(default=0, description="Acts of the Party's channel that echo.")
    state_acts: int = Field(default=0, description="Acts of the state's channel that echo.")


class EchoAnswer(Answer):
    """Who echoed a directive: all provinces in code order, empty lists where nothing is."""

    directive: DirectiveHead
    provinces: list[ProvinceEcho]
    unplaced: list[Unplaced]
    denominator: EchoDenominator
    no_echo: list[NoEcho] = Field(default=[])
    other_levels: list[OtherLevel] = Field(default=[])
    levels: list[str] = Field(default=["province"])
    conflicts: list[Conflict] = Field(
        default=[], description="Where catalogue and texts disagree about the directive."
    )
    formulas: list[FormulaHere] = Field(
        default=[], description="Wording in its held texts that many provinces share, and that is no echo."
    )
    unresolved: list[AmbiguousCitation] = Field(
        default=[], description="Citations that may mean it or another act of its number."
    )
    unresolved_total: int = 0
    words: str = Field(description="The denominator in words.")
