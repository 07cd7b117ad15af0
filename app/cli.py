"""The command line: names and one-line helps; each command is a module, loaded when it is called."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from contextvars import copy_context

import click

from graph.errors import TiengVangError

# command -> what it does, in the order in which `--help` lists them
COMMANDS: Mapping[str, str] = {
    "demo": "Read corpus/, print three answers, serve.",
    "ingest": "Read documents into the graph.",
    "echoes": "Who echoed a directive: every province, how, since when, in which words.",
    "compare": "Provinces beside each other, measure by measure.",
    "search": "Words and numbers in documents, provisions and directives, however typed.",
    "provenance": "The evidence of one statement.",
    "decide": "Accept, reject or correct evidence, or set what a document does not state.",
    "decisions": "What people decided, by whom and why.",
    "replay": "Carry out a log of decisions again, on a store that lacks them.",
    "cypher": "A query of one's own in Cypher; nothing can be changed.",
    "duplicates": "Documents that are one act twice, or may be.",
    "extract": "What documents state, as JSON lines; needs no graph.",
    "export": "Everything as files: JSON lines, Parquet, CSV, GraphML, Web Annotations.",
    "remove": "Take wrong documents and all that they state out of the graph.",
    "check": "Whether every quote stands in its text, and nothing is loose or half done.",
    "vocabulary": "Check a vocabulary of one's own; see which one a graph was made with.",
    "serve": "API and pages.",
}
FAILED = 2


class Failure(click.ClickException):
    """An error that a person may meet: one line on stderr, exit code 2."""

    exit_code = FAILED


class Commands(click.Group):
    """A group whose commands are imported when they are called, so that `--help` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in their order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, from its module."""
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"app.commands.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without loading one."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> object:
        """Runs the command; an error of ours is one clear line, an interrupt ends quietly.

        In a context of its own: the vocabulary that a command sets in force goes with it.
        """
        try:
            return copy_context().run(super().invoke, ctx)
        except TiengVangError as error:
            raise Failure(str(error)) from error
        except KeyboardInterrupt:
            click.echo("Interrupted; what was finished by then stays.", err=True)
            raise click.exceptions.Exit(130) from None


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Every command has its own help with an example: tiengvang echoes --help",
)
def cli() -> None:
    """Tiếng Vang: which province echoed which directive, in which words, out of how many.

    Reads Vietnamese official documents into a knowledge graph, every fact with its quote. The graph is
    embedded:data/graph unless --graph or TIENGVANG_GRAPH names another (embedded:FOLDER, neo4j://HOST,
    bolt://HOST:PORT).
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """The entry point `tiengvang`."""
    cli.main(args=list(arguments) if arguments is not None else None, prog_name="tiengvang")


if __name__ == "__main__":
    main()
