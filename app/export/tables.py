"""The tables of an export: one for each kind of node and of statement, with typed columns (columns.csv).

A relationship's table has, beside its own columns, the two nodes that it joins (`from_key` of kind
`from_kind`, `to_key` of kind `to_kind`); a statement's also its evidence and what a person decided about it.
A property that no column is declared for is kept as JSON in the column `other`: nothing is lost.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast, get_args

Type = Literal["string", "integer", "number", "boolean", "array"]
Cell = str | int | float | bool | list[str] | None
Row = Mapping[str, object]
Portion = Mapping[str, Sequence[Row]]  # rows by table, of whole documents or of one kind of node

_COLUMNS = Path(__file__).with_name("columns.csv")
OTHER = "other"

# table -> label and key property of its nodes
NODES: Mapping[str, tuple[str, str]] = {
    "documents": ("Document", "id"),
    "provisions": ("Provision", "key"),
    "provinces": ("Province", "code"),
    "bodies": ("Body", "id"),
    "measures": ("Measure", "id"),
    "directives": ("Directive", "key"),
    "references": ("Reference", "key"),
    "formulas": ("Formula", "id"),
    "runs": ("Run", "id"),
    "decisions": ("Decision", "id"),
    "echo_lists": ("EchoList", "act"),
    "tallies": ("Tally", "province"),
}
STATEMENTS = (
    "text_of",
    "issued_in",
    "issued_by",
    "addressed_to",
    "sent_to",
    "cites",
    "orders",
    "avoids",
    "lifts",
    "mentions",
    "assigns",
    "names",
    "reuses",
    "shares",
    "rejected",
)
LINKS = ("instance_of", "part_of", "first_ordered")
# What no words of a document state and follows from those that do.
DERIVED = frozenset({"reuses", "shares", "formulas", "echo_lists", "tallies", "first_ordered"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in the graph, its type, and what it is."""

    name: str
    type: Type
    about: str


_JOINED = (
    Column("from_key", "string", "key of the node that states it"),
    Column("from_kind", "string", "label of that node"),
    Column("to_key", "string", "key of the node that it is about"),
    Column("to_kind", "string", "label of that node"),
)
_KEY = (
    Column("key", "string", "32 hex of a sha256 over document, type, start, end and target"),
    Column("document", "string", "id of the document that states it"),
)
_EVIDENCE = (
    Column("start", "integer", "first code point of the quote in the document's text"),
    Column("end", "integer", "behind its last code point"),
    Column("quote", "string", "the words that state it"),
    Column("rule", "string", "the rule that found it"),
    Column("basis", "string", "stated, inferred, catalogue, curated or derived"),
    Column("run", "string", "the run that loaded it"),
)
_DECIDED = (
    Column("decided", "string", "accepted, corrected or rejected, where a person decided about it"),
    Column("decision", "string", "id of that decision"),
    Column("changed", "array", "the columns that a correction changed"),
    *(
        Column(f"stated_{name}", "string", f"the {name} as it was stated")
        for name in ("type", "to", "target", "key", "rule", "basis")
    ),
)
_CORRECTED = ("relation", "polarity", "number", "date", "doc_type", "issuer")
_OTHER = Column(OTHER, "string", "JSON: properties without a column of their own")


@dataclass(frozen=True, slots=True)
class Table:
    """A kind of node or relationship. `kind` is its label or type; `key` the property that a node has as
    key."""

    name: str
    kind: str
    key: str | None
    columns: tuple[Column, ...]

    @property
    def is_node(self) -> bool:
        """Whether its rows are nodes."""
        return self.key is not None

    @property
    def own(self) -> tuple[Column, ...]:
        """The columns that are properties of its nodes or relationships in the graph."""
        besides = {column.name for column in _JOINED} | {OTHER}
        besides |= {"parent"} if self.name == "provisions" else set()
        return tuple(column for column in self.columns if column.name not in besides)


def cells(table: Table, row: Row) -> list[Cell]:
    """A row as cells in the order of the table's columns."""
    declared = {column.name for column in table.columns}
    rest = {name: value for name, value in row.items() if name not in declared and value is not None}
    other = json.dumps(rest, ensure_ascii=False, sort_keys=True) if rest else None
    found = [row.get(column.name) for column in table.columns[:-1]]
    return [*cast("list[Cell]", found), other]


@cache
def tables() -> Mapping[str, Table]:
    """Every table by name, in the order in which an export lists them."""
    own = _declared()
    found = {name: Table(name, label, key, (*own[name], _OTHER)) for name, (label, key) in NODES.items()}
    own["rejected"] = _merged([own[name] for name in STATEMENTS])
    for name in STATEMENTS:
        columns = (*_KEY, *_JOINED, *own[name], *_EVIDENCE, *_DECIDED, *_corrected(own[name]), _OTHER)
        found[name] = Table(name, name.upper(), None, columns)
    for name in LINKS:
        found[name] = Table(name, name.upper(), None, (*_JOINED, *own[name], _OTHER))
    return found


def _declared() -> dict[str, list[Column]]:
    own: dict[str, list[Column]] = defaultdict(list)
    with _COLUMNS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert row["type"] in get_args(Type), row
            own[row["table"]].append(Column(row["column"], cast("Type", row["type"]), row["about"]))
    return own


def _merged(many: Sequence[Sequence[Column]]) -> list[Column]:
    """The columns of several tables, each once."""
    return list({column.name: column for columns in many for column in columns}.values())


def _corrected(own: Sequence[Column]) -> tuple[Column, ...]:
    """Beside each column that a correction may change, what it was."""
    return tuple(
        Column(f"stated_{column.name}", column.type, f"the {column.name} as it was stated")
        for column in own
        if column.name in _CORRECTED
    )
