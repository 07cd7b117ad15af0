"""`tiengvang vocabulary`: check a vocabulary of one's own, and see which one a graph was made with."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from app.cli import FAILED
from app.commands.options import graph_option, json_option, opened


@click.group("vocabulary", epilog="Example: tiengvang vocabulary check my-vocabulary")
def command() -> None:
    """The words that documents are read with: measures, bodies, directives, provinces, as CSV files.

    A folder of your own takes the place of built-in tables, file by file: tiengvang ingest --vocabulary DIR.
    Every file and column: docs/vocabulary.md.
    """


@command.command("check")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@json_option
def check(folder: Path, as_json: bool) -> None:
    """Everything that is wrong with the vocabulary in DIR, by file, line and column; exit code 2 if any.

    Needs no graph, and changes nothing.
    """
    import json

    from ingest.vocabulary import faults_of, load_vocabulary

    faults = faults_of(folder)
    if as_json:
        listed = [{"where": f.where, "what": f.what, "todo": f.todo} for f in faults]
        click.echo(json.dumps({"faults": listed}, ensure_ascii=False, indent=2))
    else:
        for fault in faults:
            click.echo(str(fault))
    if faults:
        click.echo(f"{len(faults)} wrong in {folder}.", err=True)
        sys.exit(FAILED)
    if not as_json:
        from app.show_vocabulary import described

        click.echo(f"Nothing wrong. {described(load_vocabulary(folder))}")


@command.command("show")
@json_option
@graph_option
def show(as_json: bool, graph: str | None) -> None:
    """The vocabulary that the graph was made with, and which tables are its own."""
    import json

    from app.catalogue import vocabulary_of
    from app.show_vocabulary import as_record, described

    with opened(graph) as store:
        vocabulary = vocabulary_of(store)
    if as_json:
        click.echo(json.dumps(as_record(vocabulary), ensure_ascii=False, indent=2))
    else:
        click.echo(described(vocabulary))
