"""`tiengvang decide`: what a person says about evidence and documents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from app.commands.options import graph_option, json_option, opened, print_json, user_name, with_graph

if TYPE_CHECKING:
    from app.answers.correcting.deciding import Asked
    from graph.store import Store
    from ingest.decisions.mirror import Mirror

_STATEMENT = re.compile(r"[0-9a-f]{32}", re.IGNORECASE)


@click.command(
    "decide",
    epilog='Example: tiengvang decide 345875d0bdc8db079e17a43e6ba82679 --reject --reason "a slogan"',
)
@click.argument("key", metavar="KEY", required=False)
@click.option("--accept", "action", flag_value="accept", help="The evidence, or the --field, is right.")
@click.option(
    "--reject", "action", flag_value="reject", help="It is wrong: it counts no longer, and is kept."
)
@click.option(
    "--correct",
    multiple=True,
    metavar="NAME=VALUE",
    help="What is to stand: relation=refuses, state=lifted, target=16/CT-TTg@2020 (or a measure, a body).",
)
@click.option(
    "--set",
    "fields",
    multiple=True,
    metavar="NAME=VALUE",
    help="Of a document: province=, number=, date=, issuer=, doc_type=, source_url=, retrieved_at=.",
)
@click.option("--field", metavar="NAME", help="Of a document: the field to accept, reject or undo.")
@click.option("--undo", is_flag=True, help="Undo what is in force on KEY, or the decision of --of.")
@click.option("--of", metavar="ID", help="The decision to undo; KEY may then be left out.")
@click.option("--by", metavar="NAME", help="Who decides. [your user name]")
@click.option("--reason", metavar="TEXT", required=True, help="Why; kept and shown.")
@json_option
@graph_option
def command(  # noqa: PLR0913, PLR0917 - one argument an option
    key: str | None,
    action: str | None,
    correct: tuple[str, ...],
    fields: tuple[str, ...],
    field: str | None,
    undo: bool,
    of: str | None,
    by: str | None,
    reason: str,
    as_json: bool,
    graph: str | None,
) -> None:
    """Accept, reject or correct a piece of evidence, or set what a document does not state.

    KEY is the 32 characters beside a piece of evidence, or a document's id (its first 8 or more characters,
    but 32). What is decided is kept for good, with who and why, and undone by a further decision.
    """
    from app.answers.correcting.deciding import Asked
    from ingest.decisions.mirror import Mirror

    wanted = [name for name, given in _given(action, correct, fields, undo or bool(of)).items() if given]
    if len(wanted) != 1 or (key is None and not of):
        raise click.UsageError(
            "Say what to decide: KEY and one of --accept, --reject, --correct, --set, --undo."
        )
    value = _pairs(correct or fields) or field
    asked = Asked(wanted[0], by or user_name(), reason, value, of)  # type: ignore[arg-type]
    with opened(graph, migrate=True) as store:
        _decide(store, key, asked, Mirror(with_graph(graph).decisions_file), as_json)


def _given(
    action: str | None, correct: tuple[str, ...], fields: tuple[str, ...], undo: bool
) -> dict[str, object]:
    chosen = {"accept": action == "accept", "reject": action == "reject"}
    return {**chosen, "correct": correct, "set": fields, "undo": undo}


def _pairs(given: tuple[str, ...]) -> dict[str, str]:
    pairs = {}
    for pair in given:
        name, sign, value = pair.partition("=")
        if not sign or not value.strip():
            raise click.UsageError(f"{pair!r} is no NAME=VALUE.")
        pairs[name.strip()] = value.strip()
    return pairs


def _decide(store: Store, key: str | None, asked: Asked, mirror: Mirror, as_json: bool) -> None:
    from app.answers.correcting.deciding import decide_document, decide_statement, undo_decision
    from app.answers.sources.decisions import list_decisions, said

    if key is None:
        report = undo_decision(store, asked, mirror)
    elif _STATEMENT.fullmatch(key):
        report = decide_statement(store, key, asked, mirror)
    else:
        report = decide_document(store, key, asked, mirror)
    made = list_decisions(store, ids=report.decided)
    if as_json:
        print_json(made)
        return
    for row in made.items:
        click.echo(f"{row.id}: {said(row)}")
    click.echo(f"Dataset version {report.dataset_version}.")
