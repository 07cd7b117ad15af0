"""Named queries: one .cypher file a question, declared on top and checked at load.

    // name: echoes_of(key, until)
    // returns: province, quote, start, end
    // Which provinces echo a directive. Further lines on top are its documentation.
    MATCH …

The declared parameters must be those that the text uses, the declared columns those of its final RETURN, and
the name that of the file. A query that returns nothing declares no columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.cypher_text import parameters, returned_columns, statements
from graph.errors import QueryFileInvalid, QueryParametersInvalid

QUERIES_DIR = Path(__file__).resolve().parent.parent / "cypher"
SCHEMA_FOLDER = "schema"  # migrations are files of several statements, see graph.schema

_NAME = re.compile(r"(\w+)\s*(?:\(([^()]*)\))?\Z")


@dataclass(frozen=True, slots=True)
class Query:
    """A question to the graph: its text as sent, with the parameters it takes and the columns it returns."""

    name: str
    text: str
    params: tuple[str, ...]
    columns: tuple[str, ...]
    doc: str
    path: Path | None = None

    def check(self, given: Mapping[str, object]) -> None:
        """Raise QueryParametersInvalid unless exactly the declared parameters are given."""
        missing = [name for name in self.params if name not in given]
        unknown = [name for name in given if name not in self.params]
        if missing or unknown:
            lacks = f"lacks {missing}" if missing else f"has no parameter {unknown}"
            raise QueryParametersInvalid(
                f"query {self.name} {lacks}",
                where=self.path or "inline query",
                todo=f"It takes ({', '.join(self.params)})",
            )


class Queries(Mapping[str, Query]):
    """Queries by name: `queries["echoes_of"]` or `queries.echoes_of`."""

    def __init__(self, queries: Mapping[str, Query]) -> None:
        self._queries = dict(queries)

    def __getitem__(self, name: str) -> Query:
        return self._queries[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._queries)

    def __len__(self) -> int:
        return len(self._queries)

    def __getattr__(self, name: str) -> Query:
        if name.startswith("_") or name not in self._queries:
            raise AttributeError(f"no query named {name}")
        return self._queries[name]


@dataclass(frozen=True, slots=True)
class _Header:
    name: str
    params: tuple[str, ...]
    columns: tuple[str, ...]
    doc: str


def _names(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _header(text: str, path: Path) -> _Header:
    name: str = ""
    params: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    doc: list[str] = []
    for line in text.splitlines():
        if not line.startswith("//"):
            break
        key, _, value = line[2:].partition(":")
        if key.strip() == "name":
            name, params = _signature(value.strip(), path)
        elif key.strip() == "returns":
            columns += _names(value)
        else:
            doc.append(line[2:].strip())
    return _Header(name, params, columns, "\n".join(doc).strip())


def _signature(value: str, path: Path) -> tuple[str, tuple[str, ...]]:
    match = _NAME.match(value)
    if not match:
        raise QueryFileInvalid(
            f"cannot read the name {value!r}", where=path, todo="Write // name: query(param, …)"
        )
    return match.group(1), _names(match.group(2) or "")


def load_query(path: Path) -> Query:
    """Read and check one query file. Raises QueryFileInvalid, which names the file and the disagreement."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise QueryFileInvalid(f"not UTF-8 ({error.reason})", where=path, todo="Save it as UTF-8") from error
    header = _header(text, path)
    if header.name != path.stem:
        raise QueryFileInvalid(
            f"declares the name {header.name!r}", where=path, todo=f"Start it with // name: {path.stem}(…)"
        )
    try:
        body = statements(text)
        if len(body) != 1:
            raise QueryFileInvalid(f"holds {len(body)} statements", where=path, todo="Keep one query a file")
        used, returned = parameters(text), returned_columns(text)
    except ValueError as error:
        raise QueryFileInvalid(str(error), where=path, todo="Correct the query") from error
    _agree("parameters", "uses", sorted(header.params), sorted(used), path)
    _agree("columns", "returns", list(header.columns), list(returned), path)
    return Query(header.name, body[0], header.params, header.columns, header.doc, path)


def _agree(kind: str, verb: str, declared: list[str], found: list[str], path: Path) -> None:
    if declared != found:
        raise QueryFileInvalid(
            f"declares the {kind} {declared} and {verb} {found}",
            where=path,
            todo="Make the declaration and the text agree",
        )


def inline(text: str, name: str = "inline") -> Query:
    """A query from a text, undeclared: for tests and notebooks. Raises QueryFileInvalid."""
    try:
        return Query(name, text, parameters(text), returned_columns(text), "")
    except ValueError as error:
        raise QueryFileInvalid(str(error), where=f"query {name}", todo="Correct the query") from error


def load_queries(folder: Path) -> Queries:
    """Every query under `folder`, its schema folder left out.

    Raises QueryFileInvalid, also where two files claim one name and where there is none.
    """
    found: dict[str, Query] = {}
    for path in sorted(folder.rglob("*.cypher")):
        if SCHEMA_FOLDER in path.relative_to(folder).parts[:-1]:
            continue
        query = load_query(path)
        if query.name in found:
            raise QueryFileInvalid(
                f"the name {query.name} is taken by {found[query.name].path}", where=path, todo="Rename one"
            )
        found[query.name] = query
    if not found:
        raise QueryFileInvalid("no .cypher file in this folder", where=folder, todo="Check the installation")
    return Queries(found)


@cache
def shipped() -> Queries:
    """The queries that come with the program, loaded once."""
    return load_queries(QUERIES_DIR)
