"""Rich Text Format: control words, groups and code pages -> paragraphs.

Source: Microsoft's RTF specification 1.9.1. No library reads it so that each font's code page counts, which
is what tells a text in a font of before Unicode (.VnTime, VNI-Times) from its neighbours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from ingest.encodings.legacy import converted, font_encoding, font_of_capitals
from ingest.errors import Unreadable
from ingest.readers.limits import limits
from ingest.readers.paragraphs import Cell, Flow
from ingest.readers.rendered import Rendered
from ingest.readers.rtf_words import CHARACTERS, CODE_PAGES, PAGE, SILENT, SYMBOLS, known_code_page

READER = "rtf/1"
_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside a group."""

    silent: bool = False
    page: bool = False
    note: bool = False
    fonts: bool = False
    hidden: bool = False
    font: int = 0
    skip: int = 1  # characters that follow a \u for programs without Unicode


@dataclass(slots=True)
class _Font:
    code_page: str | None = None
    name: str = ""


@dataclass(slots=True)
class _Reading:
    """One pass over a file."""

    flow: Flow = field(default_factory=Flow)
    state: _State = field(default_factory=_State)
    stack: list[_State] = field(default_factory=list)
    fonts: dict[int, _Font] = field(default_factory=dict)
    code_page: str = "cp1252"
    line: list[str] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)  # a header, a footer or a note in the making
    notes: list[tuple[str, bool]] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)
    paragraphs: Cell = field(default_factory=list)  # of the cell in the making
    in_table: bool = False
    to_skip: int = 0
    starred: bool = False
    pending: bytes = b""  # of one font, not yet characters
    high: str = ""  # the first half of a surrogate pair

    def open(self) -> None:
        if len(self.stack) >= (deepest := limits().depth):
            raise Unreadable(f"RTF with more than {deepest} groups inside one another", todo="Save it anew")
        self.stack.append(self.state)

    def close(self) -> None:
        if not self.stack:
            return
        ended, self.state = self.state, self.stack.pop()
        if (ended.page and not self.state.page) or (ended.note and not self.state.note):
            self.notes.append(("".join(self.aside).strip(), ended.page))
            self.aside = []

    def add(self, text: str) -> None:
        if self.state.silent or self.state.hidden:
            return
        (self.aside if self.state.page or self.state.note else self.line).append(text)

    def add_bytes(self, raw: bytes) -> None:
        if self.to_skip:
            taken = min(self.to_skip, len(raw))
            self.to_skip -= taken
            raw = raw[taken:]
        if self.state.fonts:
            font = self.fonts.setdefault(self.state.font, _Font())
            font.name += raw.decode("latin-1").rstrip(";")
        else:
            self.pending += raw

    def flush(self) -> None:
        """The bytes before a control word as characters: a letter may be two of them."""
        if self.pending:
            text, self.pending = self._decoded(self.pending), b""
            self.add(text)

    def _decoded(self, raw: bytes) -> str:
        font = self.fonts.get(self.state.font, _Font())
        legacy = font_encoding(font.name)
        if legacy is None:
            return raw.decode(font.code_page or self.code_page, errors="replace")
        text = converted(raw.decode("cp1252", errors="tiengvang.control"), legacy)
        return text.upper() if font_of_capitals(font.name) else text

    def unicode(self, code: int) -> None:
        char = chr(code % 0x10000)
        self.to_skip = self.state.skip
        if "\ud800" <= char <= "\udbff":
            self.high = char
            return
        if "\udc00" <= char <= "\udfff":
            char = (self.high + char).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        self.high = ""
        self.add("•" if "\ue000" <= char <= "\uf8ff" else char)

    def paragraph(self) -> None:
        if self.state.page or self.state.note:
            self.aside.append("\n")
            return
        if self.state.silent:
            return
        text, self.line = "".join(self.line), []
        if self.in_table:
            self.paragraphs.append(text)
        else:
            self.end_table()
            self.flow.add(text)

    def cell(self) -> None:
        self.paragraphs.append("".join(self.line))
        self.cells.append(self.paragraphs)
        self.line, self.paragraphs = [], []

    def row(self) -> None:
        if self.cells:
            self.rows.append(self.cells)
        self.cells = []

    def end_table(self) -> None:
        if self.rows:
            self.flow.add_table(self.rows)
        self.rows = []

    def control(self, word: str, number: int | None) -> None:
        """A control word by the kind it is of."""
        if word in CHARACTERS:
            self.add(CHARACTERS[word])
        elif word == "u" and number is not None:
            self.unicode(number)
        elif word in _STRUCTURE:
            _STRUCTURE[word](self)
        elif word in SILENT or self.starred:
            self.state = replace(self.state, silent=True, fonts=word == "fonttbl" or self.state.fonts)
        elif word in PAGE:
            self.state = replace(self.state, page=True)
        elif word == "footnote":
            self.state = replace(self.state, note=True)
        else:
            self._format(word, number)
        self.starred = False

    def _format(self, word: str, number: int | None) -> None:
        if word == "f" and number is not None:
            self.state = replace(self.state, font=number)
        elif word == "uc" and number is not None:
            self.state = replace(self.state, skip=max(0, number))
        elif word == "plain":
            self.state = replace(self.state, hidden=False)
        elif word in ("v", "deleted"):
            self.state = replace(self.state, hidden=number != 0)
        elif word == "ansicpg" and number:
            self.code_page = known_code_page(number)
        elif word == "fcharset" and number is not None and self.state.fonts:
            self.fonts.setdefault(self.state.font, _Font()).code_page = CODE_PAGES.get(number)

    def finish(self) -> Flow:
        if self.line:
            self.paragraph()
        self.end_table()
        for text, page in self.notes:
            for line in text.split("\n"):
                self.flow.add(line, furniture=page)
        return self.flow


def _enter_table(reading: _Reading) -> None:
    reading.in_table = True


def _leave_table(reading: _Reading) -> None:
    reading.in_table = False


_STRUCTURE = {
    "par": _Reading.paragraph,
    "sect": _Reading.paragraph,
    "cell": _Reading.cell,
    "nestcell": _Reading.cell,
    "row": _Reading.row,
    "intbl": _enter_table,
    "pard": _leave_table,
}


def read_rtf(raw: bytes) -> Rendered:
    """The text of an RTF file, a paragraph a line; headers, footers, notes stand last. Raises Unreadable."""
    reading = _Reading()
    if raw.rstrip(b"\0\r\n \t")[-1:] != b"}":
        raise Unreadable("RTF that is cut short: its last group is open", todo="Fetch it again")
    for match in _TOKEN.finditer(raw.lstrip()):
        word, number, hexed, symbol, brace, text = match.groups()
        if word or symbol or brace:
            reading.flush()
        if word:
            reading.control(word.decode(), int(number) if number else None)
        elif hexed:
            reading.add_bytes(bytes([int(hexed, 16)]))
        elif text:
            reading.add_bytes(text)
        elif brace:
            reading.open() if brace == b"{" else reading.close()
        elif symbol:
            _symbol(reading, symbol)
    return reading.finish().rendered(READER)


def _symbol(reading: _Reading, symbol: bytes) -> None:
    if symbol == b"*":
        reading.starred = True
    elif symbol in b"\r\n":
        reading.paragraph()
    else:
        reading.add(SYMBOLS.get(symbol, ""))
