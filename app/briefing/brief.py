"""What a briefing says, before it is a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app import urls
from app.answers.models.comparison import Cell, Comparison, Measure, MeasureEvidence
from app.pages.texts import Texts

MEDIA_TYPES: Mapping[str, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

# The ground of a cell, by its state; what is only not mentioned has none.
FILLS: Mapping[str, str] = {
    "ordered": "CFE3F1",
    "lifted": "F6E2B8",
    "avoided": "F3D3D3",
    "mentioned": "EAF2F8",
    "no_documents": "E7E5DF",
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
    """One quote with its source. `link` opens the reader at its words; offsets count code points."""

    measure: str
    province: str
    state: str
    quote: str
    number: str
    day: str
    basis: str
    start: int
    end: int
    document: str
    link: str


@dataclass(frozen=True, slots=True)
class Brief:
    """A comparison to take away: what was asked, out of how many, the matrix, the quotes."""

    title: str
    summary: str
    notes: Sequence[str]
    head: Sequence[str]
    rows: Sequence[tuple[str, Sequence[Shown]]]
    quotes: Sequence[Quoted]
    labels: Mapping[str, str]
    synthetic: str


def brief_of(answer: Comparison, words: Texts, address: str, base: str) -> Brief:
    """The briefing of a comparison in the reader's language.

    address: where the same stands as a page. base: the address of this host, for links to the reader.
    """
    names = {province.code: province.name for province in answer.provinces}
    d = answer.denominator
    counted = {"with_documents": d.with_documents, "of": d.provinces}
    counted |= {"found": d.measures_found, "measures": d.measures}
    rows = [(_name(row.measure, words), [_shown(cell, words) for cell in row.cells]) for row in answer.rows]
    return Brief(
        title=words("compare.title") + ": " + ", ".join(list(names.values())[:8]) + (" …" * (len(names) > 8)),
        summary=words("compare.summary", **counted),
        notes=[
            *_dates(answer, words),
            words("brief.absence"),
            f"{words('footer.dataset')} {answer.dataset_version}",
            f"{words('brief.address')} {address}",
        ],
        head=[words("col.measure"), *names.values()],
        rows=rows,
        quotes=list(_quotes(answer, names, words, base)),
        labels={key: words(f"brief.{key}") for key in ("matrix", "quotes", "source", "characters")}
        | {key: words(f"col.{key}") for key in ("measure", "province", "state", "number", "date")},
        synthetic=words("synthetic") if answer.synthetic else "",
    )


def _dates(answer: Comparison, words: Texts) -> Iterator[str]:
    if answer.since or answer.until:
        since, until = (words.day(day) if day else "…" for day in (answer.since, answer.until))
        yield words("brief.dates", since=since, until=until)


def _name(measure: Measure, words: Texts) -> str:
    return measure.name_en if words.language == "en" and measure.name_en else measure.name


def _shown(cell: Cell, words: Texts) -> Shown:
    said = words.word("cell", cell.headline)
    days = next((s.dates for s in cell.states if s.state == cell.headline and s.dates), [])
    return Shown(cell.headline, f"{said}, {words.day(days[0])}" if days else said)


def _quotes(answer: Comparison, names: Mapping[str, str], words: Texts, base: str) -> Iterator[Quoted]:
    for row in answer.rows:
        for cell in row.cells:
            for piece in cell.evidence:
                yield _quoted(piece, _name(row.measure, words), names[cell.province], words, base)


def _quoted(piece: MeasureEvidence, measure: str, province: str, words: Texts, base: str) -> Quoted:
    return Quoted(
        measure=measure,
        province=province,
        state=words.word("cell", piece.state),
        quote=piece.quote,
        number=piece.number or words("document.untitled"),
        day=words.day(piece.date),
        basis=words.word("basis", piece.basis),
        start=piece.start,
        end=piece.end,
        document=piece.document,
        link=base.rstrip("/") + urls.document_page(piece.document, piece.start, piece.end),
    )
