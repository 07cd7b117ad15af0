"""What commands share: the store they open, `--json`, and how they hand over an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from app.settings import Settings, settings

if TYPE_CHECKING:
    from pydantic import BaseModel

    from graph.store import Store

F = TypeVar("F", bound=Callable[..., Any])


def graph_option(function: F) -> F:
    """`--graph URL`."""
    return click.option(
        "--graph",
        metavar="URL",
        help="The store: embedded:FOLDER or a Neo4j URL. [TIENGVANG_GRAPH, else embedded:data/graph]",
    )(function)


def json_option(function: F) -> F:
    """`--json`."""
    return click.option("--json", "as_json", is_flag=True, help="JSON for programs, complete.")(function)


@contextmanager
def opened(
    graph: str | None, *, migrate: bool = False, beside: bool = False, whole: bool = False
) -> Iterator[Store]:
    """The store of `--graph`, else of the settings; says so where another process holds it.

    A command that only asks makes no store: without `migrate` an embedded folder must be there.
    whole: with private persons, as what writes has it; else they are hidden unless the settings show them.
    beside: ours may stand beside somebody else's data, in a database without ours.
    Raises StoreError; SchemaNewer where a newer version of the program made the store.
    """
    from app.catalogue import answering
    from app.discreet import shown
    from app.vocabulary import use
    from graph.foreign import refuse_foreign
    from graph.schema import load_migrations, pending
    from graph.store import check_there, open_store

    chosen = with_graph(graph)
    if not migrate:
        check_there(chosen.graph)
    password = chosen.graph_password
    with open_store(
        chosen.graph,
        user=chosen.graph_user,
        password=password.get_secret_value() if password else None,
        database=chosen.graph_database,
    ) as store:
        if store.attached:
            click.echo(f"Using {store.describe()}.", err=True)
        if migrate:
            refuse_foreign(store, allowed=beside)
            store.migrate()
        else:
            pending(store, load_migrations())
            _tell_vocabulary(store, chosen)
        use(answering(store))
        yield store if migrate or whole else shown(store, chosen)


def _tell_vocabulary(store: Store, chosen: Settings) -> None:
    """Says so where the settings name another vocabulary than the graph's: it is the graph's that answers."""
    from app.catalogue import made_with, read_vocabulary

    named, made = read_vocabulary(chosen.vocabulary), made_with(store)
    if named is not None and named.sha256 != made.sha256:
        click.echo(
            f"TIENGVANG_VOCABULARY names {named.name} ({named.sha256[:12]}); the graph was made with "
            f"{made.name} ({made.sha256[:12]}), which answers. To read it anew: tiengvang ingest PATH… "
            "--vocabulary DIR.",
            err=True,
        )


def with_graph(graph: str | None) -> Settings:
    """The settings, with the store of `--graph` where it is given."""
    chosen = settings()
    return chosen.model_copy(update={"graph": graph}) if graph else chosen


def vocabulary_option(function: F) -> F:
    """`--vocabulary DIR`."""
    return click.option(
        "--vocabulary",
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="Folder of CSV files that take the place of built-in tables (docs/vocabulary.md); built-in is "
        "the program's own. [TIENGVANG_VOCABULARY, else the one that the graph was made with]",
    )(function)


def user_name() -> str:
    """Who is at work, where they do not say it: the name of the operating system's user."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user may have a number and no name
        return "unknown"


def print_json(answer: BaseModel) -> None:
    """An answer as JSON, Vietnamese unbroken."""
    click.echo(answer.model_dump_json(indent=2))
