"""`tiengvang compare`: provinces beside each other."""

from __future__ import annotations

import click

from app.commands.options import graph_option, json_option, opened, print_json


@click.command("compare", epilog='Example: tiengvang compare "Tây Ninh" 91 --since 2021-01')
@click.argument("provinces", nargs=-1, required=True, metavar="PROVINCE PROVINCE…")
@click.option("--measure", "measures", multiple=True, metavar="ID", help="Only this measure; more than once.")
@click.option("--since", metavar="DATE", help="Acts dated on or after 2021-07-04, 2021-07 or 2021.")
@click.option("--until", metavar="DATE", help="Acts dated on or before.")
@click.option(
    "--evidence",
    type=click.IntRange(0),
    default=1,
    show_default=True,
    help="Quotes shown a measure and province.",
)
@json_option
@graph_option
def command(
    provinces: tuple[str, ...],
    measures: tuple[str, ...],
    since: str | None,
    until: str | None,
    evidence: int,
    as_json: bool,
    graph: str | None,
) -> None:
    """Provinces beside each other, measure by measure; two of them also in each one's own words.

    PROVINCE is a name, with or without marks, or a code of 2020.
    """
    from app.answers.comparison import compare
    from app.answers.provinces import find_province

    codes = [find_province(name).code for name in provinces]
    with opened(graph) as store:
        answer = compare(store, codes, measures or None, since, until)
    if as_json:
        print_json(answer)
    else:
        from app.show_comparison import print_comparison

        print_comparison(answer, evidence)
