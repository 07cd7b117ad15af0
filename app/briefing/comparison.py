"""A comparison as a briefing: provinces beside measures, and the words of each cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app import urls
from app.answers.models.comparison import Cell, Comparison, Measure, MeasureEvidence
from app.briefing.brief import Brief, Quoted, Shown, labels, notes_on
from app.pages.texts import Texts


def of_comparison(answer: Comparison, words: Texts, address: str, base: str) -> Brief:
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
            *notes_on(words, answer.dataset_version, address),
        ],
        head=[words("col.measure"), *names.values()],
        rows=rows,
        facts=[words("col.measure"), words("col.province"), words("col.state")],
        quotes=list(_quotes(answer, names, words, base)),
        labels=labels(words, words("brief.matrix")),
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
        facts=(measure, province, words.word("cell", piece.state)),
        quote=piece.quote,
        number=piece.number or words("document.untitled"),
        day=words.day(piece.date),
        basis=words.word("basis", piece.basis),
        start=piece.start,
        end=piece.end,
        document=piece.document,
        link=base.rstrip("/") + urls.document_page(piece.document, piece.start, piece.end),
    )
