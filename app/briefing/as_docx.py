"""A briefing as a Word document, by python-docx."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from app.briefing.brief import FILLS, Brief, Quoted, Shown, printable
from app.briefing.errors import library

if TYPE_CHECKING:
    from docx.document import Document

WIDEST = 8  # provinces in a table of a page; what is wider stands in more tables


def docx_of(brief: Brief) -> bytes:
    """The file. Raises BriefingMissing where the library is not installed."""
    docx = library("docx", "python-docx")
    document: Document = docx.Document()
    _landscape(document)
    document.core_properties.title = printable(brief.title)
    document.core_properties.author = "Tiếng Vang"
    document.add_heading(printable(brief.title), level=0)
    if brief.synthetic:
        document.add_paragraph().add_run(printable(brief.synthetic)).bold = True
    document.add_paragraph(printable(brief.summary))
    for note in brief.notes:
        document.add_paragraph(printable(note), style="List Bullet")
    document.add_heading(brief.labels["table"], level=1)
    for first in range(1, len(brief.head), WIDEST):
        _matrix(document, brief, first)
    document.add_heading(brief.labels["quotes"], level=1)
    _quotes(document, brief.quotes)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _landscape(document: Document) -> None:
    from docx.enum.section import WD_ORIENT

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width


def _matrix(document: Document, brief: Brief, first: int) -> None:
    """The columns from `first` on as one table, its head repeated on every page."""
    head = [brief.head[0], *brief.head[first : first + WIDEST]]
    table = document.add_table(rows=1, cols=len(head), style="Table Grid")
    for cell, text in zip(table.rows[0].cells, head, strict=True):
        cell.paragraphs[0].add_run(printable(text)).bold = True
    _repeat(table.rows[0])
    for name, cells in brief.rows:
        row = table.add_row().cells
        row[0].text = printable(name)
        for cell, shown in zip(row[1:], cells[first - 1 : first - 1 + WIDEST], strict=True):
            _fill(cell, shown)
    document.add_paragraph()


def _repeat(row: Any) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _fill(cell: Any, shown: Shown) -> None:
    """The words of a cell, on the colour of its state; an absence says which one it is."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    cell.text = printable(shown.words)
    if shown.state in FILLS:
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), FILLS[shown.state])
        cell._tc.get_or_add_tcPr().append(shade)


def _quotes(document: Document, quotes: Sequence[Quoted]) -> None:
    for about, together in groupby(quotes, key=lambda q: q.facts[0]):
        document.add_heading(printable(about), level=2)
        for quote in together:
            line = document.add_paragraph(style="List Bullet")
            line.add_run(f"{printable(', '.join(quote.facts[1:]))}: ").bold = True
            line.add_run(f"«{printable(quote.quote)}» ")
            if quote.answers:
                line.add_run(f"← «{printable(quote.answers)}» ").italic = True
            line.add_run(f"{printable(quote.number)}, {quote.day} ({quote.basis}) ")
            _link(document, line, quote)


def _link(document: Document, line: Any, quote: Quoted) -> None:
    """The span, as a link that opens the reader there."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), document.part.relate_to(quote.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = line.add_run(f"[{quote.start}–{quote.end}]")
    run.underline = True
    link.append(run._r)
    line._p.append(link)
