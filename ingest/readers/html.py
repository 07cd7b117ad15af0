"""Web pages: all that is visible, a block a line, the page's furniture marked and not left out.

Source of what is shown, and how blank space collapses: the HTML standard, section Rendering.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.encodings.decode import characters
from ingest.errors import ReaderMissing, Unreadable
from ingest.readers.html_furniture import Furniture
from ingest.readers.html_tables import data_tables
from ingest.readers.numerals import numeral
from ingest.readers.paragraphs import Flow
from ingest.readers.rendered import Rendered
from ingest.readers.xml import EXTRA, NO_MEMORY

if TYPE_CHECKING:
    from lxml.etree import _Element

READER = "html/1"
_UNSEEN = frozenset(
    [
        "head",
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "audio",
        "video",
        "canvas",
        "datalist",
        "select",
        "textarea",
    ]
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "o:p",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "img",
        "button",
    ]
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_NUMERALS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def read_html(raw: bytes) -> Rendered:
    """The visible text of a page. Raises Unreadable: no encoding fits, or nested too deep."""
    decoded = characters(raw)
    page = _Page(root := _parsed(decoded.text))
    page.walk(root)
    page.flow.remarks.extend(decoded.remarks)
    encoding = decoded.steps if decoded.steps != ("utf-8",) else ()
    return page.flow.rendered(READER, encoding)


def _parsed(text: str) -> _Element:
    try:
        from lxml import etree
    except ImportError as error:
        raise ReaderMissing("a web page; what reads it, lxml, is not installed", todo=EXTRA) from error
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = etree.fromstring(_DECLARATION.sub("", text.lstrip("\ufeff")), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(
            f"a web page that cannot be taken apart ({error})", todo="Save it as text"
        ) from error
    if root is None:
        raise Unreadable("a web page without any element", todo="Save it as text")
    if any(entry.type in NO_MEMORY for entry in parser.error_log):
        raise MemoryError
    if any("depth" in entry.message for entry in parser.error_log):
        raise Unreadable("a web page with more than 255 elements inside one another", todo="Save it as text")
    return root


@dataclass(slots=True)
class _Line:
    """A line in the making."""

    pieces: list[str] = field(default_factory=list)
    furniture: bool = False


class _Page:
    """One pass over a page: words gather in a line, blocks end it."""

    def __init__(self, root: _Element) -> None:
        self.flow = Flow()
        self._furniture = Furniture(root)
        self._data = data_tables(root)
        self._line = _Line()
        self._in_row = 0  # rows of data tables around: a block inside a cell ends no line
        self._kept = 0  # elements around that keep blank space
        self._outside = 0  # elements around that are furniture

    def walk(self, element: _Element) -> None:
        """The words of an element and of all below it."""
        name = element.tag
        if not isinstance(name, str) or name in _UNSEEN or _hidden(element):
            return
        page = self._furniture.holds(element)
        keeps = name in ("pre", "listing", "xmp")
        self._outside += page
        self._kept += keeps
        self._open(element)
        self._add(element.text)
        for child in element:
            self.walk(child)
            self._add(child.tail)
        self._close(element)
        self._kept -= keeps
        self._outside -= page

    def _open(self, element: _Element) -> None:
        name = element.tag
        if name == "br":
            self._break(kept=self._in_row == 0)
        elif name in ("td", "th") and self._in_row and self._follows_cell(element):
            self._line.pieces.append(" | ")
        elif name == "tr" and self._of_data(element):
            self._break()
            self._in_row += 1
        elif name not in _INLINE:
            self._break()
        if name == "li":
            self._line.pieces.append(_marker(element))
            self._line.furniture = bool(self._outside)

    def _close(self, element: _Element) -> None:
        if element.tag == "tr" and self._of_data(element):
            self._in_row -= 1
            self._break()
        elif (element.tag not in _INLINE and element.tag not in ("br", "td", "th")) or (
            element.tag in ("td", "th") and not self._in_row
        ):
            self._break()

    def _of_data(self, row: _Element) -> bool:
        return next(row.iterancestors("table"), None) in self._data

    @staticmethod
    def _follows_cell(cell: _Element) -> bool:
        return cell.getprevious() is not None

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if self._kept:
            first, *others = text.replace("\r\n", "\n").split("\n")
            self._append(first)
            for line in others:
                self._break(kept=True)
                self._append(line)
        else:
            self._append(_BLANKS.sub(" ", text))

    def _append(self, text: str) -> None:
        if text.strip() and not any(p.strip() for p in self._line.pieces):
            self._line.furniture = bool(self._outside)
        self._line.pieces.append(text)

    def _break(self, *, kept: bool = False) -> None:
        """Ends the line, where it holds words or `kept` says that an empty one is shown."""
        if self._in_row and not kept:
            self._line.pieces.append(" ")
            return
        text = "".join(self._line.pieces)
        text = text.rstrip() if self._kept else re.sub(" {2,}", " ", text).strip(" ")
        if text or (kept and self.flow.lines and self.flow.lines[-1]):
            self.flow.add(text, furniture=self._line.furniture)
        self._line = _Line(furniture=bool(self._outside))


def _hidden(element: _Element) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def _marker(item: _Element) -> str:
    """What a browser shows before a list's item: a bullet, or its number."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "• "
    start, own = parent.get("start") or "1", item.get("value") or ""
    before = sum(1 for _ in item.itersiblings("li", preceding=True))
    number = int(own) if own.isdigit() else before + (int(start) if start.isdigit() else 1)
    return f"{numeral(number, _NUMERALS.get(parent.get('type') or '', 'decimal'))}. "
