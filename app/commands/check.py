"""`tiengvang check`: whether the graph is sound."""

from __future__ import annotations

import sys

import click

from app.commands.options import graph_option, json_option, opened, with_graph

UNSOUND = 1


@click.command("check", epilog="Example: tiengvang check --graph embedded:data/sample")
@json_option
@graph_option
def command(as_json: bool, graph: str | None) -> None:
    """Whether every quote stands in its text, constraints are there, and nothing is loose or half done.

    One line a finding, and exit code 1 where there is one: also for a decision whose document or words are
    gone. Where catalogue and texts disagree, or two documents may be one act, a note says so; that is no
    finding.
    """
    import json
    from dataclasses import asdict

    from app.answers.acts.conflicts import notes
    from app.answers.checking.checked import Checked
    from app.answers.checking.graph import findings
    from app.answers.sources.duplicates import duplicate_notes
    from app.catalogue import vocabulary_of
    from ingest.decisions.mirror import Mirror

    checked, found = Checked(), []
    with opened(graph, whole=True) as store:
        for line in findings(store, checked, Mirror(with_graph(graph).decisions_file)):
            found.append(line)
            if not as_json:
                click.echo(line)
        noted = [*notes(store, vocabulary_of(store)), *duplicate_notes(store)]
    if as_json:
        counts = asdict(checked)
        click.echo(
            json.dumps({"findings": found, "notes": noted, "checked": counts}, ensure_ascii=False, indent=2)
        )
    else:
        for line in noted:
            click.echo(f"note: {line}")
        word = "finding" if len(found) == 1 else "findings"
        click.echo(
            f"{len(found)} {word}: {checked.documents} documents, {checked.statements} statements and "
            f"{checked.provisions} provisions looked at."
        )
    if found:
        sys.exit(UNSOUND)
