"""`tiengvang demo`: read the corpus that comes with the program, print three answers, serve."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.commands.options import graph_option, opened, with_graph

if TYPE_CHECKING:
    from app.answers.models.comparison import Comparison
    from app.answers.models.echoes import EchoAnswer
    from app.settings import Settings
    from graph.store import Store

CORPORA = Path(__file__).resolve().parent.parent.parent / "corpus"


@dataclass(frozen=True, slots=True)
class _Corpus:
    """A corpus with the store it goes to and the questions asked of it."""

    store: str | None
    directive: str
    provinces: tuple[str, str]


# The real documents go to the default store, the composed ones never beside them.
_KNOWN = {
    "real": _Corpus(None, "172-TB/TW", ("72", "91")),
    "sample": _Corpus("embedded:data/sample", "19/CT-TTg@2020", ("14", "36")),
}


@click.command("demo", epilog="Example: tiengvang demo --no-serve")
@click.option("--no-serve", is_flag=True, help="Print and end.")
@click.option(
    "--corpus",
    type=click.Choice(list(_KNOWN)),
    default="real",
    show_default=True,
    help="Four real documents, or fifty composed ones in a store of their own (embedded:data/sample).",
)
@click.option("--port", type=click.IntRange(0, 65535), help="Port to serve on. [TIENGVANG_PORT, else 8000]")
@graph_option
def command(no_serve: bool, corpus: str, port: int | None, graph: str | None) -> None:
    """Read corpus/ into the default store, print three answers, and serve API and pages.

    A second run changes nothing and says so.
    """
    from app.commands.serve import free_port, serve
    from app.discreet import shown
    from app.guard import check_address

    settings, asked = with_graph(graph), _KNOWN[corpus]
    host, port = settings.host, settings.port if port is None else port
    if not no_serve:
        check_address(host, settings)
        port = free_port(host, port)
    url = graph or asked.store or settings.graph
    with opened(url, migrate=True) as store:
        _ingest(store, corpus, with_graph(url))
        _answer(shown(store, settings), asked)
    click.echo(f"\n{'─' * 100}")
    if not no_serve:
        click.echo(f"Serving on http://{host}:{port} until you press Ctrl+C.")
    _last_line(corpus)
    if not no_serve:
        serve(host, port, url)


def _ingest(store: Store, corpus: str, chosen: Settings) -> None:
    from app.catalogue import vocabulary_of
    from app.commands.ingest import print_report, run_ingest

    folder = CORPORA / corpus
    if folder.is_relative_to(Path.cwd()):
        folder = folder.relative_to(Path.cwd())
    click.echo(f"Reading {corpus} documents from corpus/{corpus} …")
    print_report(run_ingest(store, vocabulary_of(store), (folder,), {}, chosen))


def _answer(store: Store, asked: _Corpus) -> None:
    from app.answers.comparing.comparison import compare
    from app.answers.echoing.echoes import echoes
    from app.answers.sources.provenance import provenance
    from app.commands.echoes import chosen_key
    from app.show_comparison import print_comparison
    from app.show_echoes import print_echoes
    from app.show_provenance import print_provenance

    echo = echoes(store, chosen_key(store, asked.directive))
    _question(1, f"Who echoed {asked.directive}?")
    print_echoes(echo, 1)
    comparison = compare(store, asked.provinces)
    names = " and ".join(column.name for column in comparison.provinces)
    _question(2, f"{names} side by side, measure by measure")
    print_comparison(comparison, 1)
    _question(3, "Where does one of these statements come from?")
    key = _some_statement(echo, comparison)
    if key is None:
        click.echo("Nothing is stated in these documents.")
    else:
        print_provenance(provenance(store, key))


def _some_statement(echo: EchoAnswer, comparison: Comparison) -> str | None:
    """The first echo's evidence, else that of a document not placed, else an order."""
    echoing = [e.key for p in echo.provinces for e in p.evidence if e.how != "adopts"]
    unplaced = [e.key for u in echo.unplaced for e in u.evidence]
    orders = [e.key for row in comparison.rows for cell in row.cells for e in cell.evidence]
    return next(iter([*echoing, *unplaced, *orders]), None)


def _question(number: int, words: str) -> None:
    click.echo(f"\n{'─' * 100}\n{number}. {words}\n")


def _last_line(corpus: str) -> None:
    if corpus == "real":
        click.echo("The sample, fifty composed documents with echoes of all kinds: make demo CORPUS=sample")
    else:
        click.echo("The real documents: make demo")
