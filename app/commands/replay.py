"""`tiengvang replay`: a log of decisions, carried out again."""

from __future__ import annotations

from pathlib import Path

import click

from app.commands.options import graph_option, json_option, opened, with_graph


@click.command("replay", epilog="Example: tiengvang replay data/decisions.jsonl")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
@json_option
@graph_option
def command(file: Path, as_json: bool, graph: str | None) -> None:
    """Carry out the decisions of a log (one JSON object a line) that the store does not have yet.

    An ingest does so by itself with the file beside the store. Decisions about documents that are not here
    are kept, and carried out when their documents come. A bad line is named, and nothing is carried out.
    """
    from app.answers.asking.wording import count
    from app.catalogue import vocabulary_of
    from graph.queries import shipped
    from ingest.decisions.mirror import Mirror, read_log
    from ingest.pipeline import decide

    log = read_log(_bytes(file), file)
    with opened(graph, migrate=True) as store:
        mirror = Mirror(with_graph(graph).decisions_file)
        report = decide(store, shipped(), vocabulary_of(store), log, mirror=mirror)
    if as_json:
        from app.commands.ingest import report_json

        click.echo(report_json(report))
        return
    click.echo(
        f"{count(report.decisions, 'decision')} carried out, {len(log) - report.decisions} known before. "
        f"Dataset version {report.dataset_version or 'empty'}."
    )


def _bytes(file: Path) -> bytes:
    from ingest.errors import DecisionLogUnwritable

    try:
        return file.read_bytes()
    except OSError as error:
        raise DecisionLogUnwritable(
            error.strerror or str(error), where=file, todo="Check the path"
        ) from error
