"""What a briefing says, before it is a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.pages.texts import Texts

MEDIA_TYPES: Mapping[str, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

# The ground of a cell, by its state; what is only not mentioned, or not found, has none.
FILLS: Mapping[str, str] = {
    "ordered": "CFE3F1",
    "lifted": "F6E2B8",
    "avoided": "F3D3D3",
    "mentioned": "EAF2F8",
    "no_documents": "E7E5DF",
    "echoed": "CFE3F1",
    "same_measures": "F6E2B8",
}
_CONTROLS = dict.fromkeys(code for code in range(32) if code not in (9, 10, 13))


def printable(text: str) -> str:
    """A text without the characters that XML 1.0 has no form for."""
    return text.translate(_CONTROLS)


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell of the matrix: its state, and that state with its first day in words."""

    state: str
    words: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """One quote with its source. `link` opens the reader at its words; offsets count code points.

    facts: what it is evidence of, in the order of the briefing's `facts`; those of one first fact together.
    answers: the words of the other side that it answers, if any.
    """

    facts: Sequence[str]
    quote: str
    number: str
    day: str
    basis: str
    start: int
    end: int
    document: str
    link: str
    answers: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """An answer to take away: what was asked, out of how many, a table of what each province did, the quotes.

    facts: the heads of what every quote is evidence of.
    """

    title: str
    summary: str
    notes: Sequence[str]
    head: Sequence[str]
    rows: Sequence[tuple[str, Sequence[Shown]]]
    facts: Sequence[str]
    quotes: Sequence[Quoted]
    labels: Mapping[str, str]
    synthetic: str


_LABELS = {
    "quotes": "brief.quotes",
    "answers": "quote.source",
    "source": "brief.source",
    "characters": "brief.characters",
    "number": "col.number",
    "date": "col.date",
}


def labels(words: Texts, table: str) -> Mapping[str, str]:
    """The heads of a briefing in the reader's language; `table` is that of its table."""
    return {"table": table} | {name: words(key) for name, key in _LABELS.items()}


def notes_on(words: Texts, version: str, address: str) -> list[str]:
    """What every briefing says of itself: the version of its data, and where the same stands as a page."""
    return [f"{words('footer.dataset')} {version}", f"{words('brief.address')} {address}"]
