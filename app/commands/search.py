"""`tiengvang search`: words and numbers, found however typed."""

from __future__ import annotations

import click

from app.commands.options import graph_option, json_option, opened, print_json


@click.command("search", epilog='Example: tiengvang search "gian cach" --province "Tây Ninh" --since 2021-07')
@click.argument("words", nargs=-1, required=True, metavar="WORD…")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(["directive", "document", "provision"]))
@click.option("--province", metavar="PROVINCE", help="Name or code of 2020; ? for documents that name none.")
@click.option("--since", metavar="DATE", help="Acts dated on or after 2021-07-04, 2021-07 or 2021.")
@click.option("--until", metavar="DATE", help="Acts dated on or before.")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="Hits shown.")
@json_option
@graph_option
def command(
    words: tuple[str, ...],
    kinds: tuple[str, ...],
    province: str | None,
    since: str | None,
    until: str | None,
    limit: int,
    as_json: bool,
    graph: str | None,
) -> None:
    """Words with or without marks, or the number of an act in any spacing and case.

    Numbers come first, then phrases, then words; newer acts before older ones.
    """
    from app.answers.places.provinces import find_province
    from app.answers.searching.search import kinds_of, search

    code = find_province(province).code if province not in (None, "?") else province
    with opened(graph) as store:
        answer = search(
            store,
            " ".join(words),
            kinds=kinds_of(kinds),
            province=code,
            since=since,
            until=until,
            limit=limit,
        )
    if as_json:
        print_json(answer)
    else:
        from app.show_search import print_search

        print_search(answer)
