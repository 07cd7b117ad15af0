"""The shapes of answers about acts: what one is known by, and which a number may mean."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from app.answers.models.shapes import Answer, Model, Named, ProvinceRef

Language = Literal["vi", "en"]
_LANGUAGE = "Of `subject`: vi in the act's own words, en where the catalogue describes it; null without one."


class DirectiveHead(Model):
    """What an act is known by."""

    key: str
    number: str | None
    date: str | None
    issuer: Named | None
    text_held: bool
    doc_type: str | None = None
    subject: str | None = None
    subject_language: Language | None = Field(default=None, description=_LANGUAGE)
    catalogued: bool = Field(default=False, description="Whether the vocabulary lists it.")
    catalogue_date: str | None = Field(default=None, description="The catalogue's, if another than `date`.")
    province: str | None = Field(default=None, description="Code; null for central acts, ? if unknown.")
    documents: list[str] = Field(default=[], description="Ids of the documents that hold its text.")


class Candidate(Model):
    """One of several acts that a number may mean."""

    key: str
    number: str | None
    date: str | None
    issuer: Named | None
    subject: str | None
    subject_language: Language | None = Field(default=None, description=_LANGUAGE)
    documents: int = Field(description="How many documents here cite it or hold its text.")
    url: str | None = None


class Found(Model):
    """The one act that a number means."""

    directive: DirectiveHead


class AmbiguousCitation(Model):
    """A citation of a number that several acts have, and its words do not tell which: it counts for none."""

    key: str
    document: str
    act: str | None
    number: str | None
    date: str | None
    quote: str
    start: int
    end: int
    candidates: list[str]


class UnresolvedCitation(AmbiguousCitation):
    """A citation of no one act in a list: `number` and `date` are those of the document that it stands in."""

    province: ProvinceRef | None
    central: bool = Field(description="Whether a central body issued the document.")


class Several(Model):
    """A number of several acts: never a silent pick."""

    number: str
    candidates: list[Candidate]
    unresolved: int = Field(
        default=0, description="Citations here that name one of them without telling which."
    )


class DirectiveRow(DirectiveHead):
    """An act in a list, with how often it is cited."""

    citations: int
    citing_documents: int
    citing_provinces: int


class Conflict(Model):
    """The catalogue says one thing of an act, a text or its citations another; both are kept."""

    key: str = Field(description="The act.")
    field: str = Field(description="date or issuer.")
    catalogue: str
    said: str
    by: str = Field(description="text (of the act itself) or citation.")
    times: int = Field(description="How many statements say so.")
    statement: str = Field(description="Key of one that does, for /provenance.")
    words: str


class DirectiveDetail(Answer):
    """One act and how it is cited, by relation."""

    directive: DirectiveHead
    citations: dict[str, int] = Field(description="Citations by relation.")
    citing_documents: int
    citing_provinces: int
    catalogue: dict[str, str | None] = Field(default={}, description="What it says, and its source.")
    conflicts: list[Conflict] = Field(default=[], description="Where catalogue and texts disagree.")
    unresolved: int = Field(
        default=0, description="Citations that may mean it or another act of its number: counted for none."
    )
    words: str = Field(default="", description="What is known of it: issued, held or not, how often cited.")
