"""Paragraphs and tables of a word processor's file -> one text, with the paragraphs' numbers beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ingest.encodings.decode import mended
from ingest.encodings.decoded import Decoded
from ingest.read_as import ReadAs
from ingest.readers.rendered import Rendered

Cell = list[str]


@dataclass(slots=True)
class Flow:
    """Paragraphs in reading order, each a line; those of `furniture` are the page's and not the act's."""

    lines: list[str] = field(default_factory=list)
    furniture: set[int] = field(default_factory=set)
    remarks: list[str] = field(default_factory=list)

    def add(self, text: str, *, furniture: bool = False) -> None:
        """A paragraph more."""
        if furniture and text.strip():
            self.furniture.add(len(self.lines))
        self.lines.append(text)

    def add_table(self, rows: Sequence[Sequence[Cell]]) -> None:
        """A table: a letterhead's or a signing block's two columns one after the other, others row by row."""
        if _lays_out(rows):
            for row in rows:
                for cell in row:
                    self.lines.extend(cell)
            return
        self.lines.extend(" | ".join(" ".join(cell).strip() for cell in row) for row in rows)

    def rendered(self, reader: str, encoding: Sequence[str] = ()) -> Rendered:
        """The text, a paragraph a line; `encoding` is that of the file where it has one of its own."""
        text = "\n".join(self.lines)
        decoded = mended(Decoded(text, ("utf-8",)))
        starts, at = [], 0
        for line in self.lines:
            starts.append(at)
            at += len(line) + 1
        starts = decoded.moved(starts, text)
        spans = self._furniture(starts, len(decoded.text))
        steps = (*encoding, *decoded.steps[1:])
        name = "+".join([reader.split("/", maxsplit=1)[0], *steps]) + "/" + reader.split("/")[1]
        remarks = (*self.remarks, *decoded.remarks)
        return Rendered(decoded.text, name, ReadAs(steps, remarks, spans, "paragraph", tuple(starts)))

    def _furniture(self, starts: Sequence[int], length: int) -> tuple[tuple[int, int], ...]:
        ends = [*(start - 1 for start in starts[1:]), length]
        return tuple((starts[i], ends[i]) for i in sorted(self.furniture))


def _lays_out(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether a table only sets columns side by side: two at most, and few rows or several lines a cell."""
    columns = max((len(row) for row in rows), default=0)
    lines = max((len(_filled(cell)) for row in rows for cell in row), default=0)
    return columns <= 1 or (columns == 2 and (len(rows) <= 3 or lines > 2))


def _filled(cell: Iterable[str]) -> list[str]:
    return [line for line in cell if line.strip()]
