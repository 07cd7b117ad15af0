"""Tables of a page that hold data, told from those that only set columns side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = frozenset({"p", "div", "br", "table", "ul", "ol", "h1", "h2", "h3", "h4", "center"})


def data_tables(root: _Element) -> set[_Element]:
    """The tables that are read row by row: three columns and more, or two in many rows of one line each."""
    return {table for table in root.iter("table") if _is_data(table)}


def _is_data(table: _Element) -> bool:
    if table.find(".//table") is not None:
        return False
    rows = list(table.iter("tr"))
    columns = max((sum(1 for c in row if c.tag in ("td", "th")) for row in rows), default=0)
    if columns < 2:
        return False
    blocks = max((_blocks(cell) for row in rows for cell in row), default=0)
    return columns > 2 or (len(rows) > 3 and blocks <= 1)


def _blocks(cell: _Element) -> int:
    return sum(1 for e in cell.iter() if e.tag in _BLOCKS)
