"""The shapes of what is found: search, relations of a document, references in a text, and what is new."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from app.answers.models.acts import Candidate, DirectiveHead, DirectiveRow
from app.answers.models.held import CitedIn, DocumentSummary, Source
from app.answers.models.shapes import Answer, Model, Page, ProvinceRef

HitKind = Literal["directive", "document", "provision"]
Match = Literal["number", "phrase", "phrase_without_marks", "words"]
Direction = Literal["out", "in"]
ReferenceState = Literal["found", "ambiguous", "not_in_corpus"]


class SearchHit(Model):
    """What was found, with the words that match; offsets are into the text of `document`."""

    kind: HitKind
    key: str = Field(description="Key of the directive, id of the document, or key of the provision.")
    match: Match
    directive: DirectiveHead | None = Field(
        default=None, description="Of a directive; null for other kinds of hits."
    )
    document: str | None = Field(description="Where the quote stands; null for an act nobody here quotes.")
    act: str | None = Field(default=None, description="Key of the act that the document is the text of.")
    number: str | None = None
    date: str | None = None
    province: ProvinceRef | None = None
    synthetic: bool = False
    provision_kind: str | None = None
    provision_label: str | None = None
    quote: str | None = Field(
        description="The words that match; of an act whose text is not held, a citation of it."
    )
    start: int | None = None
    end: int | None = None
    before: str = ""
    after: str = ""
    source: Source | None = None
    basis: str = Field(default="stated", description="catalogue: found in the vocabulary, not in a text.")


class SearchPage(Page[SearchHit]):
    """One page of what was found: numbers first, then phrases, then words; newer before older."""

    searched_for: list[str] = Field(description="The words looked for, without marks.")
    cut: bool = Field(
        description="True where more provisions hold the words than are ranked; `total` counts those ranked."
    )
    documents: int = Field(description="Documents held, which were searched.")
    words: str = Field(description="How much was found, in words.")


class DiagramTerm(Model):
    """A relation in the words of the relation diagrams (lược đồ) of Vietnamese law portals."""

    id: str
    vi: str
    en: str


class RelationRow(Model):
    """One citation to or from the act of a document, with the words that state it."""

    key: str
    direction: Direction = Field(
        description="out: this document cites; in: another one cites the act that this one is the text of."
    )
    relation: str = Field(
        description="Ours: implements, based_on, amends, replaces, refuses, reports, mentions."
    )
    diagram: DiagramTerm = Field(description="What the other act is to this one, in the words of a lược đồ.")
    directive: DirectiveHead | None = Field(
        description="The other act; null where the words name no one act."
    )
    candidates: list[str] = Field(default=[], description="Of a citation without one act: those it may mean.")
    document: str = Field(description="Where the quote stands: this document, or the one that cites it.")
    number: str | None = Field(description="Number of the document where the quote stands.")
    date: str | None
    province: ProvinceRef | None
    synthetic: bool
    quote: str
    start: int
    end: int
    cue: str | None
    rule: str
    basis: str
    source: Source


class RelationPage(Page[RelationRow]):
    """One page of relations: those that the document states first, in the order of its text."""

    document: str
    act: str = Field(description="Key of the act that the document is the text of.")
    counts: dict[str, int] = Field(
        description="Relations in all, by direction and relation: `out.implements`."
    )
    words: str


class ReferenceFound(Model):
    """One reference in a text that was sent in."""

    start: int
    end: int
    quote: str
    state: ReferenceState = Field(
        description="found: store or vocabulary knows the one act meant; ambiguous: `candidates` are those "
        "it may be; not_in_corpus: neither knows such an act."
    )
    kind: str = Field(description="numbered, descriptive, or self: the number of the text itself.")
    relation: str | None
    number: str | None
    doc_type: str | None
    date: str | None
    issuer: str | None
    key: str | None = Field(description="Key of the act meant, also of one that is not known here.")
    directive: DirectiveHead | None
    candidates: list[Candidate] = Field(
        default=[], description="The acts it may mean; none where the words themselves say which it is."
    )
    url: str | None = Field(default=None, description="The act as data.")
    rule: str
    basis: str = Field(description="stated, or inferred: the words alone do not say it.")


class GenericReference(Model):
    """Words that refer to acts and name none: `các văn bản của Trung ương`."""

    start: int
    end: int
    quote: str


class ReferencesFound(Answer):
    """Every reference in a text, in its order; nothing of the text is kept."""

    characters: int = Field(description="Length of the text in code points, which offsets count.")
    references: list[ReferenceFound]
    generic: list[GenericReference]
    counts: dict[ReferenceState, int]
    words: str


class NewItem(Model):
    """A document that came since a day, or an act that was first cited by such a document."""

    kind: Literal["document", "directive"]
    key: str
    at: str = Field(description="When the run began that brought it, ISO 8601 in UTC.")
    run: str
    document: DocumentSummary | None = None
    directive: DirectiveRow | None = None
    citation: CitedIn | None = Field(default=None, description="Of an act: the words that brought it.")


class NewPage(Page[NewItem]):
    """One page of what is new: documents by id, then acts by key."""

    since: str
    documents: int
    directives: int
    words: str
