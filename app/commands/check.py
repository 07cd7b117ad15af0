"""`tiengvang check`: whether the graph is sound."""

from __future__ import annotations

import sys

import click

from app.commands.options import graph_option, json_option, opened

UNSOUND = 1


@click.command("check", epilog="Example: tiengvang check --graph embedded:data/sample")
@json_option
@graph_option
def command(as_json: bool, graph: str | None) -> None:
    """Whether every quote stands in its text, constraints are there, and nothing is loose or half done.

    One line a finding, and exit code 1 where there is one.
    """
    import json

    from app.answers.checking import Checked, findings

    checked, found = Checked(), []
    with opened(graph) as store:
        for line in findings(store, checked):
            found.append(line)
            if not as_json:
                click.echo(line)
    if as_json:
        counts = {name: getattr(checked, name) for name in checked.__slots__}
        click.echo(json.dumps({"findings": found, "checked": counts}, ensure_ascii=False, indent=2))
    else:
        word = "finding" if len(found) == 1 else "findings"
        click.echo(
            f"{len(found)} {word}: {checked.documents} documents, {checked.statements} statements and "
            f"{checked.provisions} provisions looked at."
        )
    if found:
        sys.exit(UNSOUND)
