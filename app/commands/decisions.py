"""`tiengvang decisions`: the log of what people decided."""

from __future__ import annotations

import click

from app.commands.options import graph_option, json_option, opened, print_json

_ALL = 1_000_000


@click.command("decisions", epilog="Example: tiengvang decisions --action reject")
@click.option("--document", metavar="ID", help="About this document only: its id or 8 and more characters.")
@click.option("--statement", metavar="KEY", help="About this statement only.")
@click.option(
    "--action",
    type=click.Choice(["accept", "reject", "correct", "set", "undo"]),
    help="Only such decisions.",
)
@click.option("--by", metavar="NAME", help="Only those of this person.")
@json_option
@graph_option
def command(
    document: str | None,
    statement: str | None,
    action: str | None,
    by: str | None,
    as_json: bool,
    graph: str | None,
) -> None:
    """What people decided, in order: who, when, what, why, and whether it is in force."""
    from app.answers.asking.wording import count
    from app.answers.sources.decisions import list_decisions
    from app.answers.sources.documents import find_document

    with opened(graph) as store:
        whole = find_document(store, document) if document else None
        page = list_decisions(store, document=whole, statement=statement, action=action, by=by, limit=_ALL)
    if as_json:
        print_json(page)
        return
    from app.show_decisions import print_decisions

    click.echo(f"{count(page.total, 'decision')}.")
    print_decisions(page.items)
