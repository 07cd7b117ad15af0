"""A briefing as a workbook, by openpyxl: the matrix, the quotes, and what they are."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from app.briefing.brief import FILLS, Brief, printable
from app.briefing.errors import library

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


def xlsx_of(brief: Brief) -> bytes:
    """The file. Raises BriefingMissing where the library is not installed."""
    book = library("openpyxl", "openpyxl").Workbook()
    book.properties.title, book.properties.creator = printable(brief.title), "Tiếng Vang"
    _matrix(book.active, brief)
    _quotes(book.create_sheet(), brief)
    about = book.create_sheet("Tiếng Vang")
    for line in (brief.title, brief.synthetic, brief.summary, *brief.notes):
        _row(about, [line])
    about.column_dimensions["A"].width = 110
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _matrix(sheet: Worksheet, brief: Brief) -> None:
    from openpyxl.styles import PatternFill

    sheet.title = brief.labels["table"][:31]
    _head(sheet, brief.head)
    fills = {state: PatternFill("solid", start_color=colour) for state, colour in FILLS.items()}
    for name, cells in brief.rows:
        _row(sheet, [name, *(shown.words for shown in cells)])
        for at, shown in enumerate(cells, start=2):
            if shown.state in fills:
                sheet.cell(sheet.max_row, at).fill = fills[shown.state]
    _widths(sheet, [44, *[20] * (len(brief.head) - 1)])
    sheet.freeze_panes = "B2"


def _quotes(sheet: Worksheet, brief: Brief) -> None:
    said = brief.labels
    sheet.title = said["quotes"][:31]
    answers = [said["answers"]] if any(quote.answers for quote in brief.quotes) else []
    keys = ("number", "date", "characters", "source")
    _head(sheet, [*brief.facts, said["quotes"], *answers, *(said[key] for key in keys)])
    for quote in brief.quotes:
        span = f"{quote.start}–{quote.end}"
        other = [quote.answers] if answers else []
        _row(sheet, [*quote.facts, quote.quote, *other, quote.number, quote.day, span, quote.link])
        sheet.cell(sheet.max_row, sheet.max_column).hyperlink = quote.link
    _widths(sheet, [*[30] * len(brief.facts), 80, *[60] * len(answers), 20, 14, 16, 60])
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _head(sheet: Worksheet, texts: Sequence[str]) -> None:
    from openpyxl.styles import Font

    _row(sheet, texts)
    for cell in sheet[sheet.max_row]:
        cell.font = Font(bold=True)


def _row(sheet: Worksheet, texts: Iterable[str]) -> None:
    """A row of text and nothing else: what looks like a formula is no formula."""
    at = sheet.max_row + (sheet["A1"].value is not None)
    for column, text in enumerate(texts, start=1):
        _put(sheet.cell(at, column), text)


def _put(cell: Any, text: str) -> None:
    from openpyxl.styles import Alignment

    cell.value = printable(text)
    cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def _widths(sheet: Worksheet, widths: Sequence[int]) -> None:
    from openpyxl.utils import get_column_letter

    for at, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = width
