"""How answers look in a terminal: rich tables, at most 100 columns where nobody's window says otherwise."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from typing import IO, TextIO, cast

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

WIDTH = 100  # columns when the output is no terminal
SYNTHETIC = "Composed sample: not evidence of what a province did."
_SPACES = re.compile(r"\s+")
ABSENT = {"not_mentioned": "not mentioned", "no_documents": "no documents here"}


def console() -> Console:
    """The standard output of this moment, as wide as the window, or 100 columns."""
    if sys.stdout.isatty():
        return Console(file=sys.stdout, highlight=False, emoji=False, markup=False)
    plain_lines = cast(IO[str], _Trimmed(sys.stdout))
    return Console(file=plain_lines, width=WIDTH, highlight=False, emoji=False, markup=False)


class _Trimmed:
    """A stream that loses the blanks with which a table fills its lines."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Writes whole lines, as the console gives them."""
        self._stream.write("\n".join(line.rstrip() for line in text.split("\n")))
        return len(text)

    def flush(self) -> None:
        """Hands on what was written."""
        self._stream.flush()


def quoted(quote: str | None, limit: int = 0) -> str:
    """Words of a document, marked, on one line; cut to `limit` characters where it is not 0."""
    words = " ".join((quote or "").split())
    return f"«{_head(words, limit) if limit else words}»"


def quoted_around(words: str, start: int, end: int, limit: int) -> str:
    """Words of a document, marked, on one line; cut between words to about `limit` characters around
    [start, end), which stays whole however long it is."""
    before, held, after = (_SPACES.sub(" ", part) for part in (words[:start], words[start:end], words[end:]))
    before, after = before.lstrip(), after.rstrip()
    spare = max(0, limit - len(held))
    left = max(spare // 2, spare - len(after))
    right = max(spare - left, spare - len(before))
    return f"«{_head(before[::-1], left)[::-1]}{held}{_head(after, right)}»"


def _head(words: str, limit: int) -> str:
    """The first words, at most `limit` characters with the mark of what is left out."""
    if len(words) <= limit:
        return words
    room = max(limit - 1, 0)
    whole = words[: words.rfind(" ", 0, room + 1) + 1].rstrip()
    return (whole or words[:room]) + "…"


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], *, right: Sequence[str] = ()) -> Table:
    """A plain table; columns named in `right` are aligned to the right."""
    named = any(columns)
    made = Table(box=None, pad_edge=False, header_style="bold", show_edge=False, show_header=named)
    for column in columns:
        made.add_column(column, justify="right" if column in right else "left", overflow="fold")
    for row in rows:
        made.add_row(*(Text(cell) for cell in row))
    return made


def print_fields(out: Console, rows: Iterable[tuple[str, str]]) -> None:
    """Labels with their values; a value with a word wider than the line (an address) is not broken."""
    shown = list(rows)
    width = max((len(label) for label, _ in shown), default=0)
    for label, value in shown:
        if max(map(len, value.split()), default=0) > out.width - width - 2:
            out.print(Text(f"{label:<{width}}  {value}"), soft_wrap=True)
            continue
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(width=width)
        grid.add_column(overflow="fold")
        grid.add_row(Text(label), Text(value))
        out.print(grid)


def indented(words: str, by: int) -> Padding:
    """A paragraph set in by some columns, its further lines as well."""
    return Padding(Text(words), (0, 0, 0, by))


def heading(title: str) -> Text:
    """A line above a part of an answer."""
    return Text(f"\n{title}", style="bold")


def synthetic_line(synthetic: bool) -> list[Text]:
    """The warning where a composed document stands behind an answer, else nothing."""
    return [Text(SYNTHETIC, style="italic")] if synthetic else []


def plain(state: str) -> str:
    """A state in words: `no_echo_found` -> no echo found."""
    return ABSENT.get(state, state.replace("_", " "))
