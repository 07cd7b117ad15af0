"""The shapes of answers about what is held: documents, statements, provinces, measures, bodies, coverage."""

from __future__ import annotations

from pydantic import Field

from app.answers.models.acts import DirectiveHead
from app.answers.models.comparison import Cell, Measure
from app.answers.models.decided import DecisionRow, Stated, Status
from app.answers.models.formulas import FormulaHere
from app.answers.models.read_as import ReadAsShown
from app.answers.models.shapes import Answer, Model, Named, Page, ProvinceRef


class Source(Model):
    """Where a document came from."""

    paths: list[str]
    source_url: str | None
    retrieved_at: str | None


class HeaderField(Model):
    """A field of a document's letterhead with the words that state it."""

    value: str
    quote: str
    start: int
    end: int
    rule: str


class DocumentSummary(Model):
    """A document in a list."""

    id: str
    act: str
    number: str | None
    date: str | None
    doc_type: str | None
    issuer: Named | None
    province: ProvinceRef | None
    level: str | None
    central: bool
    subject: str | None
    synthetic: bool
    source: Source
    private_hidden: int = Field(
        default=0,
        description="How many stretches that tell who a private person is are hidden in its text and quotes, "
        "each as █ of the same length; 0 where none is, or TIENGVANG_SHOW_PRIVATE shows them.",
    )
    curated: list[str] = Field(
        default=[], description="Fields that a person set: province, number, date, …; the rest is stated."
    )


class Annotation(Model):
    """A statement of a document, for a reader that shows it in place."""

    key: str
    type: str = Field(description="Relationship type: CITES, ORDERS, ASSIGNS, …")
    target: str
    target_label: str
    target_name: str | None
    start: int | None
    end: int | None
    quote: str | None
    detail: str | None = Field(default=None, description="Relation, polarity or role.")
    rule: str
    basis: str
    status: Status | None = Field(default=None, description="What a person decided about it, if anybody did.")


class ProvisionNode(Model):
    """A span of the document's tree."""

    key: str
    kind: str
    label: str
    start: int
    end: int
    parent: str | None


class DocumentDetail(Answer):
    """A document whole: its text, its own data with evidence, its tree, all that it states."""

    document: DocumentSummary
    text: str = Field(description="The whole text as read; private persons hidden, offsets kept.")
    text_sha256: str = Field(description="sha256 of the stored text in UTF-8, in which nothing is hidden.")
    reader: str
    read_as: ReadAsShown = Field(description="What the reader found out beside the text.")
    completeness: str | None = Field(default=None, description="How much of the act: full, excerpt, report.")
    signer: str | None
    number_as_printed: str | None
    header: dict[str, HeaderField]
    problems: list[str]
    curated: dict[str, str]
    provisions: list[ProvisionNode]
    statements: list[Annotation]
    rejected: list[Annotation] = Field(
        default=[], description="What people rejected, as it was stated: it counts in no answer."
    )
    decisions: list[DecisionRow] = Field(
        default=[], description="What people decided about the document's own data, in order."
    )
    formulas: list[FormulaHere] = Field(
        default=[], description="Wording in it that many provinces share: /formulas has every place."
    )


class Quoted(Model):
    """A quote with the words around it."""

    before: str
    quote: str
    after: str
    start: int
    end: int


class Endpoint(Model):
    """What a statement is about."""

    label: str
    key: str
    name: str | None


class Provenance(Answer):
    """The evidence of one statement."""

    key: str
    type: str
    says: str = Field(description="The statement as a sentence.")
    subject: Endpoint
    object: Endpoint
    document: DocumentSummary
    directive: DirectiveHead | None = Field(description="The act that the document is the text of.")
    number_basis: str | None
    date_basis: str | None
    province_basis: str | None
    provision: ProvisionNode | None
    evidence: Quoted | None = Field(description="Null for a statement of a person or the catalogue.")
    source_evidence: Quoted | None = Field(default=None, description="Of reuse: the words reused.")
    source_document: DocumentSummary | None = None
    detail: dict[str, str | int | float | list[str] | None]
    rule: str
    basis: str
    run: str
    status: Status | None = Field(default=None, description="What a person decided, where anybody did.")
    stated: Stated | None = Field(default=None, description="What was stated before a person decided.")
    decisions: list[DecisionRow] = Field(default=[], description="All decisions about it, in order.")
    verified: bool = Field(description="text[start:end] == quote was read again from the stored text.")
    reading: str = Field(description="Path of the reader, opened at the span.")


class ProvinceSummary(ProvinceRef):
    """A province and what is held of it."""

    full_name: str
    region: str
    unit_2025: str
    unit_2025_name: str
    documents: int
    acts: int
    first_on: str | None
    last_on: str | None


class ProvinceDetail(Answer):
    """A province: its documents, the measures it ordered, the directives it cites."""

    province: ProvinceSummary
    documents: list[DocumentSummary]
    measures: list[MeasureCell]
    directives: list[DirectiveCited]


class MeasureCell(Model):
    """A measure and its cell."""

    measure: Measure
    cell: Cell


class DirectiveCited(Model):
    """A directive and how often it is cited there."""

    directive: DirectiveHead
    citations: int
    documents: int


class MeasureSummary(Measure):
    """A measure and how many provinces and documents state it."""

    provinces: int
    documents: int
    provisions: int


class MeasureDetail(Answer):
    """A measure over all provinces, in the order in which they first ordered it."""

    measure: Measure
    cells: list[Cell]
    adoption: list[Adoption]
    words: str


class Adoption(Model):
    """When a province first ordered a measure."""

    province: ProvinceRef
    first_on: str
    rank: int


class BodySummary(Named):
    """A body and how often it is named and charged with tasks."""

    instance_of: str | None
    province: str | None
    level: str | None
    tasks: int
    mentions: int


class PeriodCount(Model):
    """Documents in a month (`2020-03`) or without date (null)."""

    month: str | None
    documents: int


class ProvinceCoverage(ProvinceRef):
    """What is held of a province."""

    documents: int
    periods: list[PeriodCount]


class CitedIn(Model):
    """The words of a document that cite an act."""

    document: str
    start: int
    end: int
    quote: str


class Wanted(Model):
    """A directive that is cited and whose text is not held."""

    directive: DirectiveHead
    citations: int
    documents: int
    provinces: int
    citation: CitedIn | None = Field(default=None, description="The first words here that cite it.")


class WantedPage(Page[Wanted]):
    """One page of the fetch list."""

    words: str


class Coverage(Answer):
    """What the corpus holds, by province and month, and what to fetch next."""

    documents: int
    central: int
    unplaced: int
    undated: int
    synthetic_documents: int
    provinces: list[ProvinceCoverage]
    wanted: list[Wanted]
    wanted_total: int = Field(default=0, description="Acts cited and not held, in all.")
    words: str


class Dataset(Answer):
    """The state of the whole."""

    documents: int
    directives: int
    statements: int
    unfinished: bool
    schema_version: str | None = None


for _model in (ProvinceDetail, MeasureDetail):
    _model.model_rebuild()
