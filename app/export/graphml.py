"""GraphML: the whole graph in one file, for networkx, igraph and other programs that read it.

A node's id is `Label:key`; its attributes are `kind` (the label), `key`, `label` (what to show) and its
properties. An edge's attributes are `kind` (the type) and its properties. A property `kind` is called `form`,
`label` `mark`. Lists are JSON. What XML cannot hold (control characters) is U+FFFD: offsets stay true.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from app.export.manifest import FileEntry
from app.export.tables import Portion, Row, Table, Type, tables

_TYPES = {"string": "string", "integer": "long", "number": "double", "boolean": "boolean", "array": "string"}
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SHOWN = ("name", "number", "subject", "text", "label")  # of a node, the first that it has
_LONGEST = 60  # characters of what is shown
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""


class GraphML:
    """One GraphML file; edges wait in a file beside it until all nodes are written."""

    def __init__(self, folder: Path) -> None:
        (folder / "graphml").mkdir()
        self._path = folder / "graphml" / "graph.graphml"
        self._waiting = self._path.with_suffix(".edges")
        self._nodes = self._path.open("x", encoding="utf-8", newline="\n")
        self._edges = self._waiting.open("x+", encoding="utf-8", newline="\n")
        self._rows = 0
        self._keys = _keys()
        self._nodes.write(_HEAD)
        for (domain, name, of), id in self._keys.items():
            self._nodes.write(f'<key id="{id}" for="{domain}" attr.name="{name}" attr.type="{of}"/>\n')
        self._nodes.write('<graph id="tiengvang" edgedefault="directed">\n')

    def take(self, portion: Portion) -> None:
        """Writes the nodes, and keeps the edges for later."""
        for name, rows in portion.items():
            table = tables()[name]
            for row in rows:
                if table.is_node:
                    self._node(table, row)
                else:
                    self._edge(f"{row['from_kind']}:{row['from_key']}", table, row)

    def close(self) -> list[FileEntry]:
        """Appends the edges and ends the file."""
        self._edges.seek(0)
        while chunk := self._edges.read(1 << 20):
            self._nodes.write(chunk)
        self._nodes.write("</graph>\n</graphml>\n")
        self.abort()
        self._waiting.unlink()
        return [FileEntry("graphml/graph.graphml", "graphml", "", self._rows)]

    def abort(self) -> None:
        """Lets go of the files."""
        self._nodes.close()
        self._edges.close()

    def _node(self, table: Table, row: Row) -> None:
        key = str(row[str(table.key)])
        data = {"kind": table.kind, "key": key, "label": _shown(row, key)}
        body = "".join(self._data("node", name, "string", value) for name, value in data.items())
        body += "".join(self._properties("node", table, row))
        self._nodes.write(f"<node id={_attribute(f'{table.kind}:{key}')}>{body}</node>\n")
        self._rows += 1
        if table.name == "provisions":
            self._bare("HAS_PROVISION", f"Document:{row['document']}", f"Provision:{key}")
            if row.get("parent"):
                self._bare("PART_OF", f"Provision:{key}", f"Provision:{row['parent']}")

    def _edge(self, source: str, table: Table, row: Row) -> None:
        body = self._data("edge", "kind", "string", table.kind)
        body += "".join(self._properties("edge", table, row))
        self._write_edge(source, f"{row['to_kind']}:{row['to_key']}", body)

    def _bare(self, kind: str, source: str, target: str) -> None:
        self._write_edge(source, target, self._data("edge", "kind", "string", kind))

    def _write_edge(self, source: str, target: str, body: str) -> None:
        ends = f"source={_attribute(source)} target={_attribute(target)}"
        self._edges.write(f'<edge id="e{self._rows}" {ends}>{body}</edge>\n')
        self._rows += 1

    def _properties(self, domain: str, table: Table, row: Row) -> Iterator[str]:
        for name, of in _attributes(table):
            value = row.get(name)
            if value is not None:
                yield self._data(domain, _renamed(table, name), of, value)

    def _data(self, domain: str, name: str, of: Type, value: object) -> str:
        return f'<data key="{self._keys[domain, name, _TYPES[of]]}">{_text(value)}</data>'


def _keys() -> dict[tuple[str, str, str], str]:
    """Attribute (node or edge, name, type of GraphML) -> its id in the file."""
    wanted = [("node", name, "string") for name in ("kind", "key", "label")] + [("edge", "kind", "string")]
    for table in tables().values():
        domain = "node" if table.is_node else "edge"
        wanted += [(domain, _renamed(table, name), _TYPES[of]) for name, of in _attributes(table)]
    return {each: f"d{number}" for number, each in enumerate(dict.fromkeys(wanted))}


def _attributes(table: Table) -> list[tuple[str, Type]]:
    """The properties of a table's nodes or edges that become attributes; the key has one for all tables."""
    return [(column.name, column.type) for column in table.own if column.name != table.key]


def _renamed(table: Table, name: str) -> str:
    """`kind` and `label` are taken, and one name has one type in all the file."""
    if (table.name, name) == ("tallies", "synthetic"):
        return "synthetic_documents"
    return {"kind": "form", "label": "mark"}.get(name, name)


def _shown(row: Row, key: str) -> str:
    found = next((str(row[name]) for name in _SHOWN if row.get(name)), key)
    return found if len(found) <= _LONGEST else f"{found[: _LONGEST - 1]}…"


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        value = json.dumps(value, ensure_ascii=False)
    # A parser makes every line end a plain one unless it is written as a number.
    return escape(_NOT_XML.sub("\ufffd", str(value)), {"\r": "&#13;"})


def _attribute(value: str) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", value))
