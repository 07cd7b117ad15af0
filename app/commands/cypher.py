"""`tiengvang cypher`: a query of one's own, read-only."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import IO, TYPE_CHECKING, Any

import click

from app.commands.options import graph_option, opened, with_graph

if TYPE_CHECKING:
    from app.answers.cypher import CypherAnswer


@click.command(
    "cypher",
    epilog="Example: tiengvang cypher cypher/browse/most_cited.cypher --param limit:=5. What is refused, and "
    "which queries there are: docs/queries.md.",
)
@click.argument("file", type=click.File(encoding="utf-8"), metavar="FILE")
@click.option(
    "--param",
    "params",
    multiple=True,
    metavar="NAME=TEXT",
    help='Value of a $parameter: code=72 is the text 72; limit:=5, keys:=\'["a", "b"]\' are JSON.',
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "jsonl", "csv"]),
    default="table",
    show_default=True,
    help="json: the whole answer; jsonl: one object a row; csv: for spreadsheets.",
)
@click.option("--limit", type=click.IntRange(min=1), help="Rows at the most. [TIENGVANG_CYPHER_ROWS, 1000]")
@graph_option
def command(file: IO[str], params: tuple[str, ...], form: str, limit: int | None, graph: str | None) -> None:
    """Ask the graph in Cypher: the query in FILE, or - for the standard input. Nothing can be changed.

    A query is ended after TIENGVANG_CYPHER_TIMEOUT seconds (5). Exit code 2 where it is refused, with line
    and column.
    """
    query, parameters = _read(file), dict(map(_parameter, params))
    answer = _asked(query, parameters, limit, graph)
    SHOWN[form](answer)
    if answer.truncated:
        what = "rows" if answer.truncated_by == "rows" else "bytes"
        click.echo(f"Cut after {len(answer.rows)} rows: more than the limit of {what} allows.", err=True)


def _read(file: IO[str]) -> str:
    from app.answers.cypher import CypherRefused

    try:
        return file.read()
    except UnicodeDecodeError as error:
        raise CypherRefused(
            f"not UTF-8 ({error.reason})", where=file.name, todo="Save it as UTF-8"
        ) from error


def _asked(query: str, parameters: Mapping[str, Any], limit: int | None, graph: str | None) -> CypherAnswer:
    from app.answers.cypher import CypherDesk

    settings = with_graph(graph)
    if limit is not None:  # one's own machine: the limit is what is asked for
        settings = settings.model_copy(update={"cypher_rows": limit})
    desk = CypherDesk(settings)
    with opened(graph) as store:
        try:
            return desk.ask(store, query, parameters, limit)
        finally:
            desk.close()


def _parameter(given: str) -> tuple[str, Any]:
    """`name=text`, or `name:=JSON`."""
    name, sign, value = given.partition("=")
    as_json = name.endswith(":")
    name = name.removesuffix(":").strip().removeprefix("$")
    if not sign or not name:
        raise click.BadParameter(f"{given!r} is no NAME=TEXT and no NAME:=JSON", param_hint="--param")
    try:
        return name, json.loads(value) if as_json else value
    except ValueError as error:
        raise click.BadParameter(f"{value!r} of {name} is no JSON: {error}", param_hint="--param") from error


def _json(answer: CypherAnswer) -> None:
    click.echo(answer.model_dump_json(indent=2))


def _jsonl(answer: CypherAnswer) -> None:
    for row in answer.rows:
        click.echo(_compact(dict(zip(answer.columns, row, strict=True))))


def _csv(answer: CypherAnswer) -> None:
    import csv
    import sys

    from app.sheet import SYNTHETIC, cell

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([*answer.columns, SYNTHETIC])
    for row in answer.rows:
        writer.writerow([*(cell(_cell(value)) for value in row), answer.synthetic])


def _table(answer: CypherAnswer) -> None:
    from app.tables import console, synthetic_line, table

    out = console()
    rows = [[str(_cell(value)) if value is not None else "—" for value in row] for row in answer.rows]
    numbers = [name for at, name in enumerate(answer.columns) if _all_numbers(answer, at)]
    out.print(table(answer.columns, rows, right=numbers))
    more = " and more" if answer.truncated else ""
    out.print(f"\n{len(answer.rows)} row{'s' * (len(answer.rows) != 1)}{more}.")
    for line in synthetic_line(answer.synthetic):
        out.print(line)


def _all_numbers(answer: CypherAnswer, at: int) -> bool:
    values = [row[at] for row in answer.rows if row[at] is not None]
    return bool(values) and all(isinstance(value, (int, float)) for value in values)


def _cell(value: Any) -> Any:
    """A value as a cell: plain ones as they are, others as JSON."""
    return _compact(value) if isinstance(value, (list, dict)) else value


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


SHOWN: Mapping[str, Callable[[CypherAnswer], None]] = {
    "table": _table,
    "json": _json,
    "jsonl": _jsonl,
    "csv": _csv,
}
