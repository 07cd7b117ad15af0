"""Word's format since 2007 (docx): paragraphs, tables, lists with their printed numbers, notes, headers.

Source: ECMA-376, part 1 (WordprocessingML). Deleted text of tracked changes and hidden text are left out,
since no printout shows them; list numbers are not in the file's text and are made as Word makes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.errors import Unreadable
from ingest.readers.docx_fonts import Fonts
from ingest.readers.docx_numbers import Numbers
from ingest.readers.docx_xml import MC, WP, flag, value
from ingest.readers.paragraphs import Cell, Flow
from ingest.readers.rendered import Rendered
from ingest.readers.xml import parsed
from ingest.readers.zipped import opened, part

if TYPE_CHECKING:
    import zipfile

    from lxml.etree import _Element

READER = "docx/1"
_SKIPPED = frozenset(
    [WP + name for name in ("del", "moveFrom", "pPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "rPr")]
    + [WP + name for name in ("instrText", "delText", "fldData", "object")]
    + [MC + "Fallback"]
)
_CHARACTERS = {
    WP + "tab": "\t",
    WP + "ptab": "\t",
    WP + "br": "\n",
    WP + "cr": "\n",
    WP + "noBreakHyphen": "\u2011",
    WP + "softHyphen": "\u00ad",
}
_CHANGED = "read with its tracked changes accepted"


def read_docx(raw: bytes) -> Rendered:
    """The text of a docx, a paragraph a line. Raises Unreadable: broken, encrypted, or hostile."""
    with opened(raw, "a Word file") as archive:
        body = parsed(part(archive, "word/document.xml"), "word/document.xml")
        styles, numbering = _part(archive, "styles"), _part(archive, "numbering")
        reading = _Reading(Fonts(styles), Numbers(numbering, styles))
        for name in _names(archive, "word/header"):
            reading.page(parsed(part(archive, name), name))
        reading.blocks(body)
        for name in ("footnotes", "endnotes"):
            if (notes := _part(archive, name)) is not None:
                reading.notes(notes)
        for name in _names(archive, "word/footer"):
            reading.page(parsed(part(archive, name), name))
    return reading.flow.rendered(READER)


def _part(archive: zipfile.ZipFile, name: str) -> _Element | None:
    data = part(archive, f"word/{name}.xml")
    return parsed(data, f"word/{name}.xml") if data else None


def _names(archive: zipfile.ZipFile, prefix: str) -> list[str]:
    return sorted(n for n in archive.namelist() if n.startswith(prefix) and n.endswith(".xml"))


class _Reading:
    """One pass over a document's parts."""

    def __init__(self, fonts: Fonts, numbers: Numbers) -> None:
        self.fonts, self.numbers = fonts, numbers
        self.flow = Flow()

    def blocks(self, parent: _Element) -> None:
        """The paragraphs and tables below an element, in their order."""
        for child in parent:
            if child.tag == WP + "p":
                for line in self.paragraph(child):
                    self.flow.add(line)
            elif child.tag == WP + "tbl":
                self.flow.add_table([self._row(row) for row in self._rows(child)])
            elif child.tag not in _SKIPPED:
                self._note_changes(child)
                self.blocks(child)

    def page(self, parent: _Element) -> None:
        """A header or footer: the page's, not the act's."""
        for paragraph in parent.iter(WP + "p"):
            for line in self.paragraph(paragraph):
                if line.strip():
                    self.flow.add(line, furniture=True)

    def notes(self, parent: _Element) -> None:
        """Footnotes or endnotes, but for the rules that part them from the text."""
        for note in parent:
            if note.get(WP + "type", "normal") == "normal":
                self.blocks(note)

    def paragraph(self, element: _Element) -> list[str]:
        """A paragraph with its printed number; before it the paragraphs of text boxes anchored in it."""
        boxes: list[str] = []
        text = "".join(self._words(element, self.fonts.of_paragraph(element), boxes))
        return [*boxes, self.numbers.label(element) + text]

    def _words(self, element: _Element, font: str, boxes: list[str]) -> list[str]:
        found: list[str] = []
        for child in element:
            if child.tag == WP + "t":
                found.append(self.fonts.read(child.text or "", font))
            elif child.tag in _CHARACTERS:
                found.append(_CHARACTERS[child.tag])
            elif child.tag == WP + "sym":
                found.append(_symbol(child))
            elif child.tag == WP + "txbxContent":
                boxes.extend(line for p in child.iter(WP + "p") for line in self.paragraph(p))
            elif child.tag == WP + "r":
                if not flag(child.find(f"{WP}rPr/{WP}vanish")):
                    found.extend(self._words(child, self.fonts.of_run(child, font), boxes))
            elif child.tag not in _SKIPPED:
                self._note_changes(child)
                found.extend(self._words(child, font, boxes))
            else:
                self._note_changes(child)
        return found

    def _note_changes(self, element: _Element) -> None:
        if element.tag in (WP + "ins", WP + "del", WP + "moveTo") and _CHANGED not in self.flow.remarks:
            self.flow.remarks.append(_CHANGED)

    def _rows(self, table: _Element) -> list[_Element]:
        return [r for r in table.iter(WP + "tr") if next(r.iterancestors(WP + "tbl")) is table]

    def _row(self, row: _Element) -> list[Cell]:
        cells = [c for c in row.iter(WP + "tc") if next(c.iterancestors(WP + "tr")) is row]
        return [self._cell(cell) for cell in cells]

    def _cell(self, cell: _Element) -> Cell:
        """The lines of a cell, those of tables inside it among them."""
        outer, self.flow = self.flow, Flow(remarks=self.flow.remarks)
        self.blocks(cell)
        inner, self.flow = self.flow, outer
        return inner.lines


def _symbol(element: _Element) -> str:
    """A character of a symbol font: its bullets are one to us, others are what their code says."""
    try:
        char = chr(int(value(element, "char") or "", 16))
    except ValueError as error:
        raise Unreadable(
            "word/document.xml in it holds a symbol without a code", todo="Save it anew"
        ) from error
    return "•" if "\ue000" <= char <= "\uf8ff" else char
