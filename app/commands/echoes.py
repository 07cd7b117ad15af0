"""`tiengvang echoes`: who echoed a directive."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from app.commands.options import graph_option, json_option, opened, print_json

if TYPE_CHECKING:
    from app.answers.models.acts import Several
    from graph.store import Store

SEVERAL = 3


@click.command("echoes", epilog="Example: tiengvang echoes 172-TB/TW")
@click.argument("number", metavar="NUMBER")
@click.option(
    "--level",
    "levels",
    multiple=True,
    type=click.Choice(["province", "department", "deconcentrated", "district", "commune"]),
    help="Acts of which level count; more than once for several. [province]",
)
@click.option(
    "--evidence",
    type=click.IntRange(0),
    default=1,
    show_default=True,
    help="Quotes shown a province and way of echoing; --json gives all.",
)
@json_option
@graph_option
def command(number: str, levels: tuple[str, ...], evidence: int, as_json: bool, graph: str | None) -> None:
    """Who echoed a directive: every province, its state, how, since when, in which words, out of how many.

    NUMBER in any spacing and case: 172-TB/TW, "16 ct ttg". Of several acts of one number the list is printed
    and the exit code is 3; then write 05/CT-TTg@2020.
    """
    with opened(graph) as store:
        key = chosen_key(store, number, as_json)
        from app.answers.echoing.echoes import echoes

        answer = echoes(store, key, levels=levels or ("province",))
    if as_json:
        print_json(answer)
    else:
        from app.show_echoes import print_echoes

        print_echoes(answer, evidence)


def chosen_key(store: Store, number: str, as_json: bool = False) -> str:
    """The key of the one act that a number means; of several, lists them and exits with 3."""
    from app.answers.acts.directives import find_directive
    from app.answers.models.acts import Found

    found = find_directive(store, number)
    if isinstance(found, Found):
        return found.directive.key
    if as_json:
        print_json(found)
    else:
        _print_several(found)
    sys.exit(SEVERAL)


def _print_several(several: Several) -> None:
    click.echo(f"{several.number} is the number of {len(several.candidates)} acts; name one by its key:")
    for one in several.candidates:
        issuer = one.issuer.name if one.issuer else None
        parts = [one.date or "no date", issuer or "issuer not known", one.subject or ""]
        click.echo(f"  {one.key:<24} {' · '.join(part for part in parts if part)}")
    if several.unresolved:
        from app.answers.asking.wording import unresolved_words

        click.echo(f"{unresolved_words(several.unresolved, several.number)}.")
