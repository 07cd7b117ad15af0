"""The page on the graph's schema, and its picture: from migrations, declared columns, and a graph."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from app.export.tables import Table, tables
from graph.queries import inline
from graph.schema import load_migrations
from graph.store import Store

_ENDS = inline(
    "MATCH (a)-[r]->(b) WITH DISTINCT labels(a)[0] AS start, type(r) AS type, labels(b)[0] AS end "
    "RETURN start, type, end ORDER BY start, type, end",
    "ends",
)
_NAMED = re.compile(
    r"CREATE (?P<kind>CONSTRAINT|FULLTEXT INDEX|INDEX) (?P<name>\w+) IF NOT EXISTS\s+"
    r"FOR \(?(?:\(\))?-?[(\[]?\w*:(?P<of>\w+)[^\n]*?(?:REQUIRE|ON EACH|ON) (?P<rest>.+)",
)
_WORDS = {"CONSTRAINT": "unique", "FULLTEXT INDEX": "full text", "INDEX": "index"}


class Edge(NamedTuple):
    """A kind of relationship between two kinds of nodes."""

    start: str
    type: str
    end: str


_BESIDES = (Edge("Formula", "SHARES", "Provision"),)  # wording that many provinces share: rare in a sample
_ANY = frozenset({"REJECTED"})  # stands wherever the statement stood
_EDGE = re.compile(r"^\| \(:(\w+)\)-\[:(\w+)\]->\(:(\w+)\) \|", re.MULTILINE)
TEXT = Path(__file__).resolve().parent / "docs_texts" / "schema.md"
HIDDEN = frozenset({"Migration"})


def edges_in(store: Store) -> list[Edge]:
    """Every kind of relationship that a graph holds, and those that only larger ones have."""
    found = {Edge(row["start"], row["type"], row["end"]) for row in store.read(_ENDS)}
    return sorted(edge for edge in found | set(_BESIDES) if edge.type not in _ANY)


def edges_of(text: str) -> list[Edge]:
    """Those of a page that was written before."""
    return [
        Edge(a, t, b)
        for a, t, b in re.findall(r"^\| \(:(\w+)\)-\[:(\w+)\]->\(:(\w+)\) \|", text, re.MULTILINE)
    ]


def page(edges: Sequence[Edge]) -> str:
    """The page."""
    text = TEXT.read_text(encoding="utf-8")
    for name, part in {
        "mermaid": _mermaid(edges),
        "relationships": _relationships(edges),
        "properties": "\n\n".join(map(_properties, tables().values())),
        "keys": _statements(),
        "migrations": _migrations(),
    }.items():
        text = text.replace(f"<!-- {name} -->", part)
    return text


def grouped(edges: Sequence[Edge]) -> Mapping[tuple[str, str], list[str]]:
    """The types between each two kinds of nodes."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for edge in edges:
        if edge.start not in HIDDEN:
            found[edge.start, edge.end].append(edge.type)
    return found


def _mermaid(edges: Sequence[Edge]) -> str:
    lines = [
        f"  {start} -->|{' · '.join(types)}| {end}" for (start, end), types in sorted(grouped(edges).items())
    ]
    return "\n".join(["```mermaid", "flowchart LR", *lines, "```"])


def _relationships(edges: Sequence[Edge]) -> str:
    kinds = {table.kind: table for table in tables().values() if not table.is_node}
    lines = ["| relationship | evidence |", "|---|---|"]
    for edge in edges:
        table = kinds.get(edge.type)
        evident = table is not None and any(column.name == "quote" for column in table.columns)
        lines.append(f"| (:{edge.start})-[:{edge.type}]->(:{edge.end}) | {'quote' if evident else '—'} |")
    return "\n".join(lines)


def _properties(table: Table) -> str:
    kind = f"(:{table.kind})" if table.is_node else f"[:{table.kind}]"
    lines = [f"### {kind}", "", "| property | type | what it is |", "|---|---|---|"]
    for column in table.own:
        mark = " **key**" if column.name == table.key else ""
        lines.append(f"| `{column.name}`{mark} | {column.type} | {column.about} |")
    return "\n".join(lines)


def _statements() -> str:
    lines = ["| name | kind | of | on | since |", "|---|---|---|---|--:|"]
    for migration in load_migrations():
        for statement in migration.statements:
            match = _NAMED.search(statement.text)
            if match is None:
                raise ValueError(f"{migration.path.name}: no schema statement: {statement.text[:80]}")
            on = ", ".join(re.findall(r"\w+\.(\w+)", match["rest"]))
            kind = _WORDS[match["kind"]]
            lines.append(f"| `{match['name']}` | {kind} | {match['of']} | {on} | {migration.version} |")
    return "\n".join(lines)


def _migrations() -> str:
    lines = ["| version | file | what for |", "|--:|---|---|"]
    for migration in load_migrations():
        text = migration.path.read_text(encoding="utf-8")
        head = re.match(r"(?://[^\n]*\n)+", text)
        about = " ".join(line.strip("/ ") for line in head.group().splitlines()) if head else ""
        name = migration.path.name
        lines.append(f"| {migration.version} | [{name}](../cypher/schema/{name}) | {about} |")
    return "\n".join(lines)


# --- the picture ---------------------------------------------------------------------------------

WIDTH, HEIGHT = 1240, 800
BOX = (132, 40)
# Where each kind of node stands, so that few lines cross; others come in the last row.
_PLACES = {
    "Body": (330, 90),
    "Province": (930, 90),
    "Document": (130, 340),
    "Provision": (620, 340),
    "Measure": (1110, 340),
    "Directive": (330, 600),
    "Reference": (660, 600),
    "Formula": (960, 600),
}
_LAST_ROW = 740


def picture(edges: Sequence[Edge]) -> str:
    """The schema as SVG: boxes, lines, and the names of what they stand for."""
    between = grouped(edges)
    kinds = {kind for pair in between for kind in pair}
    kinds |= {table.kind for table in tables().values() if table.is_node}
    places = _placed(sorted(kinds - HIDDEN))
    lines, labels = [], []
    for (start, end), types in sorted(between.items()):
        line, at = _loop(places[start]) if start == end else _line(places[start], places[end])
        lines.append(line)
        labels.append(_label(types, at))
    boxes = [_box(kind, at) for kind, at in sorted(places.items())]
    return "\n".join([_HEAD, *lines, *labels, *boxes, "</svg>", ""])


def _placed(kinds: Sequence[str]) -> dict[str, tuple[int, int]]:
    others = [kind for kind in kinds if kind not in _PLACES]
    step = WIDTH // (len(others) + 1)
    row = {kind: (step * (at + 1), _LAST_ROW) for at, kind in enumerate(others)}
    return {kind: _PLACES[kind] for kind in kinds if kind in _PLACES} | row


def _line(start: tuple[int, int], end: tuple[int, int]) -> tuple[str, tuple[float, float]]:
    """A line from box to box, and the place of its label."""
    (x1, y1), (x2, y2) = _edge(start, end), _edge(end, start)
    part = 0.28 if abs(x2 - x1) > WIDTH / 2 else 0.48
    at = (x1 + (x2 - x1) * part, y1 + (y2 - y1) * part)
    return f'<path d="M{x1:.0f} {y1:.0f} L{x2:.0f} {y2:.0f}" class="l" marker-end="url(#a)"/>', at


def _edge(inside: tuple[int, int], towards: tuple[int, int]) -> tuple[float, float]:
    """Where the line from the middle of a box to another leaves it."""
    dx, dy = towards[0] - inside[0], towards[1] - inside[1]
    reach = min(BOX[0] / 2 / abs(dx) if dx else 9.0, BOX[1] / 2 / abs(dy) if dy else 9.0)
    return inside[0] + dx * reach, inside[1] + dy * reach


def _loop(at: tuple[int, int]) -> tuple[str, tuple[float, float]]:
    x, y = at
    top = y - BOX[1] / 2
    curve = f"M{x - 15} {top:.0f} C{x - 60} {top - 60:.0f} {x + 60} {top - 60:.0f} {x + 15} {top:.0f}"
    return f'<path d="{curve}" class="l" marker-end="url(#a)"/>', (x, top - 46)


def _label(types: Sequence[str], at: tuple[float, float]) -> str:
    x, y = at
    high, wide = 15 * len(types), max(map(len, types)) * 7.3 + 8
    left, top = x - wide / 2, y - high / 2
    back = f'<rect x="{left:.0f}" y="{top:.0f}" width="{wide:.0f}" height="{high}" class="b"/>'
    rows = [
        f'<text x="{x:.0f}" y="{top + 11 + 15 * n:.0f}" class="t">{escape(name)}</text>'
        for n, name in enumerate(types)
    ]
    return back + "".join(rows)


def _box(kind: str, at: tuple[int, int]) -> str:
    x, y = at[0] - BOX[0] // 2, at[1] - BOX[1] // 2
    return (
        f'<rect x="{x}" y="{y}" width="{BOX[0]}" height="{BOX[1]}" rx="8" class="n"/>'
        f'<text x="{at[0]}" y="{at[1] + 5}" class="k">{escape(kind)}</text>'
    )


_HEAD = f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">
<title>The graph: kinds of nodes and the relationships between them</title>
<style>
.n{{fill:#eaf2f8;stroke:#1f4e79;stroke-width:1.5}} .b{{fill:#fff}}
.l{{fill:none;stroke:#5b6b7a;stroke-width:1.3}}
text{{font-family:ui-sans-serif,system-ui,sans-serif;text-anchor:middle}}
.k{{font-size:15px;font-weight:600;fill:#12324f}} .t{{font-size:11px;fill:#333}}
</style>
<defs><marker id="a" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
<path d="M0 0 L8 4 L0 8 z" fill="#5b6b7a"/></marker></defs>
<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>"""
