"""`tiengvang export`: everything out of the graph as files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.commands.options import graph_option, json_option, opened, with_graph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.store import Store

CHANGED = 1
ADMIN = "neo4j-admin"
FORMATS = ("jsonl", "parquet", "csv", "graphml", "annotations", "all")


@click.command("export", epilog="Example: tiengvang export data-2026 --format parquet --format csv")
@click.argument("folder", type=click.Path(path_type=Path), metavar="FOLDER")
@click.option(
    "--format",
    "formats",
    type=click.Choice(FORMATS),
    multiple=True,
    help="What to write; may be given several times. [jsonl]",
)
@click.option(
    "--for",
    "importer",
    type=click.Choice([ADMIN]),
    help="CSV for Neo4j's own importer instead; make neo4j-import FROM=FOLDER reads it.",
)
@click.option("--force", is_flag=True, help="Replace an earlier export; nothing else is ever replaced.")
@click.option("--check", "checks", is_flag=True, help="Write nothing: is FOLDER as its manifest says?")
@click.option(
    "--base",
    metavar="URL",
    help="Where the service answers: addresses in annotations begin so. [http://HOST:PORT of `serve`]",
)
@json_option
@graph_option
def command(
    folder: Path,
    formats: tuple[str, ...],
    importer: str | None,
    force: bool,
    checks: bool,
    base: str | None,
    as_json: bool,
    graph: str | None,
) -> None:
    """Write everything that the graph holds into FOLDER: documents with their texts, every statement with its
    quote, vocabulary, decisions; one table a kind, with a manifest.json of rows, columns and hashes.

    All of it is of one state of the graph, and the folder is there whole or not at all.
    """
    if checks:
        _check(folder)
        return
    if importer and formats:
        raise click.UsageError("--for names its own format; leave --format out")
    with opened(graph, whole=importer is not None) as store:
        if importer:
            _refuse_unexported(store, graph)
        manifest = _export(store, folder, [importer] if importer else _chosen(formats), base, force)
    if as_json:
        import json

        click.echo(json.dumps(manifest, ensure_ascii=False, indent=2))
    else:
        _summary(folder, manifest)


def _chosen(formats: tuple[str, ...]) -> Sequence[str]:
    if "all" in formats:
        return [name for name in FORMATS if name != "all"]
    return list(dict.fromkeys(formats)) or ["jsonl"]


def _export(
    store: Store, folder: Path, formats: Sequence[str], base: str | None, force: bool
) -> dict[str, Any]:
    from app.export.exporting import Wanted, export
    from app.progress import Progress
    from app.settings import settings

    own = f"http://{settings().host}:{settings().port}"
    with Progress() as progress:
        return export(store, folder, Wanted(formats, (base or own).rstrip("/"), force), progress.show)


def _refuse_unexported(store: Store, graph: str | None) -> None:
    """Decisions that only the log beside the store has would be missing in the graph that is imported."""
    from app.answers.asking.reading import queries
    from app.answers.asking.wording import count
    from app.export.errors import StoreUnsettled
    from ingest.decisions.mirror import Mirror

    mirror = Mirror(with_graph(graph).decisions_file)
    held = {str(row["id"]) for row in store.read(queries()["decision_ids"])}
    missing = mirror.read().keys() - held
    if missing:
        raise StoreUnsettled(
            f"{count(len(missing), 'decision')} of {mirror.path} not carried out in the store",
            where=store.describe(),
            todo=f"Carry them out first: tiengvang replay {mirror.path}",
        )


def _check(folder: Path) -> None:
    from app.export.manifest import faults, read_manifest

    found = list(faults(folder))
    for line in found:
        click.echo(line)
    if found:
        sys.exit(CHANGED)
    manifest = read_manifest(folder)
    click.echo(f"{len(manifest['files'])} files as the manifest says. {_version(manifest)}")


def _summary(folder: Path, manifest: dict[str, Any]) -> None:
    from app.answers.asking.wording import count

    click.echo(f"{'rows':>9}  {'bytes':>12}  file")
    for entry in manifest["files"]:
        click.echo(f"{entry['rows']:>9,}  {entry['bytes']:>12,}  {entry['path']}")
    click.echo(f"{count(manifest['documents'], 'document')} in {folder}. {_version(manifest)}")


def _version(manifest: dict[str, Any]) -> str:
    sample = " Holds composed samples, evidence of nothing." if manifest["synthetic"] else ""
    return f"Dataset version {manifest['dataset_version']}.{sample}"
