"""`tiengvang duplicates`: documents that are one act twice, or may be."""

from __future__ import annotations

import click

from app.commands.options import graph_option, json_option, opened, print_json

_WHY = {
    "same_act": "one act: number, date and place are the same",
    "same_text": "the same text under two keys",
    "excerpt": "the shorter is part of the longer",
    "alike": "most of the words are the same",
}


@click.command("duplicates", epilog="Example: tiengvang duplicates --limit 20")
@click.option("--document", metavar="ID", help="Only pairs that this document is one of.")
@click.option("--limit", type=click.IntRange(1, 1000), default=50, show_default=True, help="Pairs shown.")
@json_option
@graph_option
def command(document: str | None, limit: int, as_json: bool, graph: str | None) -> None:
    """Pairs of documents of one act, and of two acts that may be one, with how alike they are.

    Nothing is merged by itself. To say that two are one act, give one its number, date and province: by
    tiengvang decide, or ingest --metadata.
    """
    from app.answers.sources.documents import find_document
    from app.answers.sources.duplicates import list_duplicates

    with opened(graph) as store:
        id = find_document(store, document) if document else None
        answer = list_duplicates(store, document=id, limit=limit)
    if as_json:
        print_json(answer)
        return
    for pair in answer.items:
        click.echo(f"{_WHY[pair.why]}; {pair.shared:.0%} of the shorter's wording in both")
        for side in (pair.longer, pair.shorter):
            paths = ", ".join(side.document.source.paths)
            click.echo(f"  {side.document.id[:12]}  {side.document.act}  {side.completeness or '—'}  {paths}")
    shown = f", {len(answer.items)} shown" if answer.next else ""
    click.echo(f"{answer.total} {'pair' if answer.total == 1 else 'pairs'}{shown}.")
