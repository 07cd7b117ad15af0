"""A graph with everything in it that an export must carry, and how its files are read back."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from app.export.exporting import FORMATS, Wanted, export
from app.export.neo4j_admin import FORMAT as NEO4J_ADMIN
from app.export.tables import Cell, Table, tables
from graph.store import Store
from ingest.decisions.log import Decision, Target
from tests.decisions.making import carry_out, holding_documents, made, statement
from tests.store.corpus import REAL, SAMPLE, load

BASE = "https://example.org"
NAMES = ("001", "002", "003", "005", "031", "048")
# Line ends of each kind, quotes, a backslash, what a spreadsheet takes for a formula, and characters that XML
# cannot hold or a reader may change.
ODD = (
    "UBND TỈNH TÂY NINH\r\n-------\r\nSố: 999/UBND-VX\r\n\r\nTây Ninh, ngày 5 tháng 8 năm 2021\r\n\r\n"
    "Kính gửi: Sở Y tế\r\n\r\n"
    '=1+1; "trích dẫn" \\ \x0b\x0c và \u2028 <&> 😷\rThực hiện Chỉ thị số 16/CT-TTg, '
    "yêu cầu giãn cách xã hội và dừng các hoạt động tập trung đông người.\n"
)


def fill(store: Store, folder: Path, decided: Sequence[Decision] = ()) -> Sequence[Decision]:
    """Real and composed documents, an odd one, and decisions of each kind, or those given; the decisions."""
    odd = folder / 'odd, "and" so.txt'
    odd.write_bytes(ODD.encode())
    load(store, [REAL, *(SAMPLE / f"{name}.txt" for name in NAMES), odd])
    decided = decided or _decisions(store)
    carry_out(store, *decided)
    return decided


def _decisions(store: Store) -> Sequence[Decision]:
    cites = statement(store, "CITES", "16/CT-TTg")
    orders = statement(store, "ORDERS", "giãn cách")
    unplaced = next(id for number, id in holding_documents(store).items() if number.startswith("1378"))
    return [
        made(statement(store, "MENTIONS", ""), "reject"),
        made(orders, "correct", {"state": "mentioned"}),
        made(cites, "correct", {"relation": "mentions"}),
        made(statement(store, "ASSIGNS", ""), "accept"),
        made(Target(unplaced, "province"), "set", "72", reason='"=" in the letter, line 3'),
    ]


def write_all(store: Store, place: Path) -> Path:
    """An export in every format."""
    export(store, place, Wanted([*FORMATS, NEO4J_ADMIN], BASE))
    return place


def from_jsonl(folder: Path, name: str) -> list[dict[str, Any]]:
    """The rows of a table."""
    text = (folder / "jsonl" / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def from_csv(folder: Path, name: str) -> Iterator[dict[str, Cell]]:
    """The rows of a table, typed as the table is; an empty cell is nothing or "": csv cannot tell."""
    table = tables()[name]
    types = {column.name: column.type for column in table.columns}
    with (folder / "csv" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            yield {name: _typed(value, types[name]) for name, value in row.items()}


def _typed(value: str, of: str) -> Cell:
    if of == "string" or not value:
        return value or None
    found: Cell = json.loads(value)
    return found


def names(table: Table) -> list[str]:
    """The names of a table's columns."""
    return [column.name for column in table.columns]
