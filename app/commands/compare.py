"""`tiengvang compare`: provinces beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from app.commands.options import graph_option, json_option, opened, print_json

if TYPE_CHECKING:
    from app.answers.models.comparison import BodyComparison, Comparison, Units
    from graph.store import Store

ALL = "all"


@click.command("compare", epilog='Example: tiengvang compare "Tây Ninh" 91 --since 2021-01 --bodies')
@click.argument("provinces", nargs=-1, required=True, metavar="PROVINCE PROVINCE…")
@click.option("--measure", "measures", multiple=True, metavar="ID", help="Only this measure; more than once.")
@click.option("--bodies", "by_body", is_flag=True, help="By bodies: who was told to do it.")
@click.option(
    "--body", "bodies", multiple=True, metavar="ID", help="By bodies, only this one; more than once."
)
@click.option(
    "--units",
    type=click.Choice(["2020", "2025"]),
    default="2020",
    show_default=True,
    help="The 63 provinces of 2020, or the 34 units since 1 July 2025.",
)
@click.option("--since", metavar="DATE", help="Acts dated on or after 2021-07-04, 2021-07 or 2021.")
@click.option("--until", metavar="DATE", help="Acts dated on or before.")
@click.option(
    "--evidence",
    type=click.IntRange(0),
    default=1,
    show_default=True,
    help="Quotes shown a measure (or body) and province.",
)
@json_option
@click.option("--csv", "as_csv", is_flag=True, help="A sheet, one row a cell, that Excel opens.")
@graph_option
def command(  # noqa: PLR0913, PLR0917 - one argument an option
    provinces: tuple[str, ...],
    measures: tuple[str, ...],
    by_body: bool,
    bodies: tuple[str, ...],
    units: str,
    since: str | None,
    until: str | None,
    evidence: int,
    as_json: bool,
    as_csv: bool,
    graph: str | None,
) -> None:
    """Provinces beside each other, measure by measure or body by body; two also in each one's own words.

    PROVINCE is a name, with or without marks, or a code (of 2025 with --units 2025); `all` alone means all.
    """
    from app.answers.comparing.divisions import chosen

    if measures and (by_body or bodies):
        raise click.UsageError("--measure compares by measures, --bodies and --body by bodies: take one")
    if as_json and as_csv:
        raise click.UsageError("--json or --csv: take one")
    of: Units = "2025" if units == "2025" else "2020"
    codes = [] if provinces == (ALL,) else chosen(provinces, of)
    # All quotes of all provinces are too many to hold; the totals stand beside those shown.
    asked = _Asked(codes, of, since, until, limit=None if codes else evidence)
    with opened(graph) as store:
        answer = (
            asked.bodies(store, bodies or None)
            if by_body or bodies
            else asked.measures(store, measures or None)
        )
    if as_json:
        print_json(answer)
    elif as_csv:
        _print_csv(answer)
    else:
        _show(answer, evidence)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Which columns are compared, over which dates, with how many quotes."""

    codes: Sequence[str]
    units: Units
    since: str | None
    until: str | None
    limit: int | None

    def measures(self, store: Store, ids: Sequence[str] | None) -> Comparison:
        from app.answers.comparing.comparison import compare

        return compare(store, self.codes, ids, self.since, self.until, self.limit, units=self.units)

    def bodies(self, store: Store, ids: Sequence[str] | None) -> BodyComparison:
        from app.answers.comparing.charging import compare_bodies

        return compare_bodies(store, self.codes, ids, self.since, self.until, self.limit, units=self.units)


def _print_csv(answer: Comparison | BodyComparison) -> None:
    from app.answers.comparing.cell_rows import body_rows, measure_rows
    from app.answers.models.comparison import BodyCellRow, Comparison, MeasureCellRow
    from app.sheet import to_csv

    if isinstance(answer, Comparison):
        sheet = to_csv(MeasureCellRow, measure_rows(answer), synthetic=answer.synthetic)
    else:
        sheet = to_csv(BodyCellRow, body_rows(answer), synthetic=answer.synthetic)
    click.echo(sheet.encode(), nl=False)


def _show(answer: Comparison | BodyComparison, evidence: int) -> None:
    from app.answers.models.comparison import Comparison

    if isinstance(answer, Comparison):
        from app.show_comparison import print_comparison

        print_comparison(answer, evidence)
    else:
        from app.show_charging import print_charging

        print_charging(answer, evidence)
