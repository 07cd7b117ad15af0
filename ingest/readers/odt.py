"""OpenDocument text (odt): paragraphs, tables, lists with their printed numbers, notes, headers.

Source: OASIS OpenDocument 1.3. Deleted text of tracked changes and comments are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.errors import Unreadable
from ingest.readers.odt_lists import OFFICE, STYLE, TABLE, TEXT, Lists
from ingest.readers.paragraphs import Cell, Flow
from ingest.readers.rendered import Rendered
from ingest.readers.xml import parsed
from ingest.readers.zipped import opened, part

if TYPE_CHECKING:
    from lxml.etree import _Element

READER = "odt/1"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_SKIPPED = frozenset(
    {
        TEXT + "tracked-changes",
        TEXT + "note-citation",
        TEXT + "sequence-decls",
        OFFICE + "annotation",
        OFFICE + "forms",
        "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}object",
    }
)
_PARAGRAPHS = frozenset({TEXT + "p", TEXT + "h"})
_HEADERS = ("header-first", "header", "header-left")
_FOOTERS = ("footer-first", "footer", "footer-left")
_MOST_BLANKS = 1000  # that one element may stand for


def read_odt(raw: bytes) -> Rendered:
    """The text of an odt, a paragraph a line. Raises Unreadable: broken, encrypted, or hostile."""
    with opened(raw, "an OpenDocument file") as archive:
        if b"encryption-data" in part(archive, "META-INF/manifest.xml"):
            raise Unreadable("an OpenDocument file that is encrypted", todo="Save it without a password")
        content = parsed(part(archive, "content.xml"), "content.xml")
        styles = part(archive, "styles.xml")
        page = parsed(styles, "styles.xml") if styles else None
    reading = _Reading(Lists([e for e in (page, content) if e is not None]))
    reading.pages(page, _HEADERS)
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise Unreadable("content.xml in it holds no text", todo="Save it anew as an OpenDocument text")
    reading.blocks(body)
    reading.end_notes()
    reading.pages(page, _FOOTERS)
    return reading.flow.rendered(READER)


class _Reading:
    """One pass over a document's parts."""

    def __init__(self, lists: Lists) -> None:
        self.lists = lists
        self.flow = Flow()
        self._notes: list[str] = []

    def pages(self, styles: _Element | None, names: tuple[str, ...]) -> None:
        """Headers or footers: the page's, not the act's."""
        for name in names if styles is not None else ():
            for found in styles.iter(STYLE + name) if styles is not None else ():
                for paragraph in found.iter(*_PARAGRAPHS):
                    line = self._text(paragraph)
                    if line.strip():
                        self.flow.add(line, furniture=True)

    def blocks(self, parent: _Element) -> None:
        """The paragraphs, lists and tables below an element, in their order."""
        for child in parent:
            if child.tag in _PARAGRAPHS:
                self._paragraph(child)
            elif child.tag == TABLE + "table":
                self.flow.add_table([self._row(row) for row in self._rows(child)])
            elif child.tag not in _SKIPPED:
                self.blocks(child)

    def end_notes(self) -> None:
        """The notes met on the way."""
        for line in self._notes:
            self.flow.add(line)
        self._notes = []

    def _paragraph(self, element: _Element) -> None:
        for box in element.iter(_DRAW + "text-box"):
            self.blocks(box)
        self.flow.add(self.lists.label(element) + self._text(element))

    def _text(self, element: _Element) -> str:
        found = [element.text or ""]
        for child in element:
            found.append(self._piece(child))
            found.append(child.tail or "")
        return "".join(found)

    def _piece(self, child: _Element) -> str:
        if child.tag == TEXT + "s":
            count = child.get(TEXT + "c", "1")
            return " " * min(int(count) if count.isdigit() else 1, _MOST_BLANKS)
        if child.tag == TEXT + "tab":
            return "\t"
        if child.tag == TEXT + "line-break":
            return "\n"
        if child.tag == TEXT + "note":
            self._notes.extend(self._text(p) for p in child.iter(*_PARAGRAPHS))
            return ""
        if child.tag in _SKIPPED or child.tag == _DRAW + "frame" or not isinstance(child.tag, str):
            return ""
        return self._text(child)

    def _rows(self, table: _Element) -> list[_Element]:
        rows = table.iter(TABLE + "table-row")
        return [r for r in rows if next(r.iterancestors(TABLE + "table")) is table]

    def _row(self, row: _Element) -> list[Cell]:
        return [self._cell(cell) for cell in row if cell.tag == TABLE + "table-cell"]

    def _cell(self, cell: _Element) -> Cell:
        outer, self.flow = self.flow, Flow(remarks=self.flow.remarks)
        self.blocks(cell)
        inner, self.flow = self.flow, outer
        return inner.lines
