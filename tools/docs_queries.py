"""The page on the queries: what each asks, with what, and an answer on the composed sample."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from graph.queries import Query, inline, shipped
from graph.readonly_guard import check
from graph.readonly_text import CypherRefused
from graph.store import Store

HERE = Path(__file__).resolve().parent
ASKED = HERE / "docs_examples.json"
TEXT = HERE / "docs_texts" / "queries.md"
FURTHER = "further queries"
ROWS = 2  # of an example
ITEMS = 2  # of every list in an example
CHARACTERS = 80  # of every string in an example
_RUN = re.compile(r"\b\d{8}T\d{6}Z-[0-9a-f]{6}\b")
_MOMENT = re.compile(r"\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[\d.]*(?:Z|\+00:00)")
# Digests of the program itself: they would change the page with every change of it.
_OF_THE_PROGRAM = frozenset({"fingerprint", "extractors", "vocabulary", "checksum"})
_FOLDERS = {
    "browse": "What is held: lists, counts, one document, one act",
    "echo": "Who echoed an act",
    "compare": "Provinces beside each other",
    "relations": "How acts and documents refer to each other",
    "search": "Words and numbers",
    "provenance": "The evidence of one statement",
    "check": "Whether all is as it should be",
    "export": "Everything, page by page",
    "align": "For the alignment of wording, within an ingest",
    "derive": "For what is kept beside the statements, within an ingest",
    "maintain": "For an ingest and its upkeep",
    "decide": "For decisions of people",
    "load": "What an ingest writes",
}


def page(examples: Mapping[str, str]) -> str:
    """The page, with an example for each query that has one."""
    by_folder: dict[str, list[Query]] = {}
    for query in shipped().values():
        assert query.path
        by_folder.setdefault(query.path.parent.name, []).append(query)
    folders = [folder for folder in [*_FOLDERS, *sorted(by_folder)] if folder in by_folder]
    sections = []
    for folder in dict.fromkeys(folders):
        sections.append(f"## {folder}: {_FOLDERS.get(folder, FURTHER)}")
        sections += [_section(query, examples.get(query.name, "")) for query in by_folder[folder]]
    text = TEXT.read_text(encoding="utf-8")
    text = text.replace("<!-- contents -->", _contents(by_folder, list(dict.fromkeys(folders))))
    return text.replace("<!-- queries -->", "\n\n".join(sections))


def _contents(by_folder: Mapping[str, list[Query]], folders: list[str]) -> str:
    lines = ["| folder | queries | what for |", "|---|--:|---|"]
    for folder in folders:
        about = _FOLDERS.get(folder, FURTHER)
        lines.append(f"| [{folder}](#{_anchor(folder, about)}) | {len(by_folder[folder])} | {about} |")
    return "\n".join(lines)


def _anchor(folder: str, about: str) -> str:
    return re.sub(r"[^\w -]", "", f"{folder} {about}".lower()).replace(" ", "-")


def _section(query: Query, example: str) -> str:
    assert query.path
    path = f"cypher/{query.path.parent.name}/{query.path.name}"
    parts = [f"### {query.name}", " ".join(query.doc.split()), _declared(query, path)]
    return "\n\n".join([*parts, *([example] if example else [])])


def _declared(query: Query, path: str) -> str:
    params = ", ".join(f"`{name}`" for name in query.params) or "none"
    columns = ", ".join(f"`{name}`" for name in query.columns) or "none: it writes"
    return f"File: [{path}](../{path}). Parameters: {params}. Columns: {columns}."


def reads(query: Query) -> bool:
    """Whether a query only asks: by the guard of `tiengvang cypher`, or by an index of words."""
    try:
        check(query.text, query.params)
    except CypherRefused as error:
        return "procedures" in error.what or error.what.startswith("SHOW")
    return True


def examples_on(store: Store) -> dict[str, str]:
    """An example of each query that only asks, on the store."""
    asked = json.loads(ASKED.read_text(encoding="utf-8"))
    facts: dict[str, Any] = {}
    for name, question in asked["facts"].items():
        query = inline(question, name)
        facts[name] = store.read(query, **{given: facts[given] for given in query.params})[0]["x"]
    found = {}
    for query in shipped().values():
        if reads(query):
            given = asked["queries"].get(query.name, {})
            found[query.name] = _example(store, query, _values(query, given, asked, facts))
    return found


def _values(query: Query, given: Mapping[str, Any], asked: Any, facts: Mapping[str, Any]) -> dict[str, Any]:
    """A value for each parameter: the query's own, else the usual one of that name; `@fact` is looked up."""
    return {name: _known(given.get(name, asked["usual"].get(name)), facts) for name in query.params}


def _known(value: Any, facts: Mapping[str, Any]) -> Any:
    if isinstance(value, list):
        return [_known(part, facts) for part in value]
    if isinstance(value, str) and value.startswith("@"):
        return facts[value[1:]]
    return value


def _example(store: Store, query: Query, values: Mapping[str, Any]) -> str:
    rows = store.read(query, **values)
    ordered = rows if "ORDER BY" in query.text.upper() else sorted(rows, key=_line)
    lines = [_line(_short(row)) for row in ordered[:ROWS]]
    more = [f"… {len(rows) - ROWS} more"] if len(rows) > ROWS else []
    answer = "\n".join([*lines, *more]) if rows else "(no rows)"
    asked = f"With `{_line(_short(dict(values)))}`:" if values else "For example:"
    return f"{asked}\n\n```json\n{answer}\n```"


def _line(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return _MOMENT.sub("2021-07-04T00:00:00Z", _RUN.sub("20210704T000000Z-000000", text))


def _short(value: Any) -> Any:
    if isinstance(value, list):
        return [*(_short(part) for part in value[:ITEMS]), *(["…"] if len(value) > ITEMS else [])]
    if isinstance(value, Mapping):
        return {name: "…" if name in _OF_THE_PROGRAM else _short(part) for name, part in value.items()}
    if isinstance(value, str) and len(value) > CHARACTERS:
        return f"{value[:CHARACTERS]}…"
    return value


def examples_in(text: str) -> dict[str, str]:
    """The examples of a page that was written before."""
    found = {}
    for section in text.split("\n### ")[1:]:
        match = re.search(
            r"^(?:With `|For example:).*?\n```json\n.*?\n```$", section, re.DOTALL | re.MULTILINE
        )
        if match:
            found[section.split("\n", 1)[0]] = match.group()
    return found


def misfits(examples: Mapping[str, str]) -> list[str]:
    """Queries that only ask and have no example, and examples with other columns than their query."""
    wrong = []
    for name, query in shipped().items():
        rows = list(_rows_of(examples[name])) if name in examples else None
        if rows is None and reads(query):
            wrong.append(f"docs/queries.md, no example of {name}")
        if any(columns != list(query.columns) for columns in rows or ()):
            wrong.append(f"docs/queries.md, example of {name}")
    return wrong


def _rows_of(example: str) -> Iterator[list[str]]:
    """The columns of each row of an example."""
    for line in example.split("```json\n", 1)[1].splitlines():
        if line.startswith("{"):
            yield list(json.loads(line))
