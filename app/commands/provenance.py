"""`tiengvang provenance`: the evidence of a statement."""

from __future__ import annotations

import click

from app.commands.options import graph_option, json_option, opened, print_json, with_graph


@click.command("provenance", epilog="Example: tiengvang provenance 345875d0bdc8db079e17a43e6ba82679")
@click.argument("key", metavar="KEY")
@json_option
@graph_option
def command(key: str, as_json: bool, graph: str | None) -> None:
    """The evidence of one statement: document, source, number, date, quote with the words around it, rule.

    KEY stands beside every piece of evidence in the answers. The quote is read again from the stored text.
    """
    from app.answers.sources.provenance import provenance

    with opened(graph) as store:
        answer = provenance(store, key, with_graph(graph).context_chars)
    if as_json:
        print_json(answer)
    else:
        from app.show_provenance import print_provenance

        print_provenance(answer)
