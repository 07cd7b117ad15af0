"""`tiengvang remove`: wrong documents out of the graph."""

from __future__ import annotations

import json

import click

from app.commands.options import graph_option, json_option, opened


@click.command("remove", epilog="Example: tiengvang remove 770e18041680")
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT…")
@json_option
@graph_option
def command(documents: tuple[str, ...], as_json: bool, graph: str | None) -> None:
    """Take documents and all that they state out of the graph.

    DOCUMENT is its id (the sha256 of its bytes) or the first 8 or more characters. Where one is unknown,
    nothing is removed.
    """
    from app.answers.asking.wording import count
    from app.answers.sources.documents import find_document
    from app.catalogue import vocabulary_of
    from graph.queries import shipped
    from ingest.pipeline import remove

    with opened(graph, migrate=True) as store:
        ids = list(dict.fromkeys(find_document(store, document) for document in documents))
        report = remove(store, shipped(), vocabulary_of(store), ids)
    if as_json:
        click.echo(json.dumps({"removed": report.removed, "dataset_version": report.dataset_version}))
        return
    click.echo(f"Removed {count(len(report.removed), 'document')}. Dataset version {report.dataset_version}.")
