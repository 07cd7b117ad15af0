"""The nouns of ingest: frozen records that every stage takes and returns.

All offsets are Unicode code points into `Document.text`, `end` exclusive, and `text[start:end] == quote`
wherever a record carries a quote.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ingest.read_as import PLAIN, ReadAs

Label = Literal["REFERENCE", "MEASURE", "BODY", "PROVINCE"]
Polarity = Literal["ordered", "avoided", "lifted", "mentioned"]
Relation = Literal["implements", "based_on", "amends", "replaces", "refuses", "reports", "mentions", "self"]
ReferenceKind = Literal["numbered", "descriptive", "generic", "self"]
Role = Literal["issuer", "addressee", "assignee", "recipient", "authority", "signer", "other"]
Level = Literal["central", "province", "department", "deconcentrated", "district", "commune"]
Basis = Literal["stated", "inferred", "catalogue", "curated", "derived"]
PrivateKind = Literal["name", "code", "birth", "address", "phone", "card"]
ProvisionKind = Literal[
    "furniture",  # words of the page around the act: menu, posting date, view counter
    "letterhead",  # national title, issuer, number, place and date, type name, trích yếu
    "addressees",  # Kính gửi
    "basis",  # Căn cứ …;
    "opening",  # preamble in prose, up to the first task
    "section",  # Phần, Chương, Mục, roman numeral: a heading with what stands under it
    "article",  # Điều
    "clause",  # Khoản, or a numbered task under an article or section
    "point",  # điểm a), b)
    "item",  # numbered task outside articles, or a row of a table
    "bullet",  # - or + line
    "paragraph",  # prose beside bullets or tasks
    "closing",  # last prose after the tasks
    "signature",  # signing block
    "recipients",  # Nơi nhận
]


@dataclass(frozen=True, slots=True)
class Source:
    """Where an item came from: a path as given, and what a curator's metadata says of its origin."""

    path: str
    source_url: str | None = None
    retrieved_at: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """An item held (văn bản được lưu): the text the reader returned, whole.

    `id` is the sha256 of the file's bytes in hex; `text_sha256` that of the text in UTF-8. `reader` names the
    reader and its version; `read_as` is what it found out beside the text.
    """

    id: str
    text: str
    text_sha256: str
    reader: str
    source: Source
    synthetic: bool = False
    read_as: ReadAs = PLAIN


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document's text."""

    start: int
    end: int

    def holds(self, other: Span | Mention | Provision) -> bool:
        """Whether `other` lies inside this span (equal counts)."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Provision:
    """A node of the tree of provisions; `parent` is an index into the tuple it stands in.

    The top level covers every non-blank character of the text, in order and without overlap;
    children lie inside their parent. `label` is the printed number or mark ("1.", "a)", "Điều 3", "-").
    `heading` tells the length in code points of the heading at its start (0 where there is none).
    """

    kind: ProvisionKind
    start: int
    end: int
    parent: int | None = None
    label: str = ""
    heading: int = 0


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names something. `attrs` are those of GUIDELINES (kind, number, polarity, role, …).

    `rule` names the rule that found it, for provenance.
    """

    start: int
    end: int
    quote: str
    label: Label
    id: str | None
    attrs: Mapping[str, str | None] = field(default_factory=dict)
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who shall do what (phân công): the span of a task, the actors' ids in text order, the measures
    ordered."""

    start: int
    end: int
    assignees: tuple[str, ...]
    measures: tuple[str, ...]
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Stated:
    """A value read off the text, with the words that state it and the rule that read it."""

    value: str
    start: int
    end: int
    quote: str
    rule: str


@dataclass(frozen=True, slots=True)
class Signer:
    """The signing block (chữ ký): name, office and the lines TM. / KT. / TL. / T/M joined by a line end."""

    name: Stated | None = None
    role: Stated | None = None
    capacity: Stated | None = None


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The document's own data; None where the text does not state it.

    `number.value` is normalised and `number.quote` as printed; `doc_type.value` is the canonical name of
    doc_types.csv; `issued_on.value` an ISO date; `issuer.value` an id of bodies.csv or `local:<slug>`;
    `province.value` a GSO code of 2020: the province of the issuing body, never of the date line of a
    central act; `unit` names the district or department below the province where there is one.
    `problems` are remarks for people: an impossible date, a number that contradicts its type.
    """

    number: Stated | None = None
    doc_type: Stated | None = None
    issued_on: Stated | None = None
    issuer: Stated | None = None
    province: Stated | None = None
    unit: Stated | None = None
    level: Level | None = None
    signer: Signer = Signer()
    subject: Stated | None = None
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Private:
    """A stretch of the text that tells who a private person is (thông tin cá nhân): hidden in answers."""

    start: int
    end: int
    kind: PrivateKind


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one document states, and what of its text is private."""

    document: Document
    letterhead: Letterhead
    provisions: tuple[Provision, ...]
    mentions: tuple[Mention, ...]
    assignments: tuple[Assignment, ...]
    private: tuple[Private, ...] = ()
