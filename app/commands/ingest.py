"""`tiengvang ingest`: documents into the graph."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sized
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli import FAILED
from app.commands.options import graph_option, json_option, opened, user_name, vocabulary_option, with_graph

if TYPE_CHECKING:
    from app.settings import Settings
    from graph.store import Store
    from ingest.decisions.curation import Curated
    from ingest.manifest import Manifest
    from ingest.pipeline import Report
    from ingest.vocabulary import Vocabulary


@click.command(
    "ingest",
    epilog="Example: tiengvang ingest corpus/real --metadata facts.csv",
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH…")
@click.option(
    "--metadata",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.csv",
    help="Facts that you add, shown as curated: path, province, number, date, issuer, doc_type, source_url, "
    "retrieved_at, note. A path is as given here, or relative to the file.",
)
@click.option("--by", metavar="NAME", help="Who adds the facts of --metadata. [your user name]")
@click.option(
    "--catalogue",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.csv",
    help="Further acts known to exist, in the columns of ingest/vocabulary/directives.csv; "
    "the store keeps them.",
)
@click.option(
    "--jobs", type=click.IntRange(1), help="Processes that read at a time. [TIENGVANG_JOBS, else 1]"
)
@click.option(
    "--yes",
    "beside",
    is_flag=True,
    help="At Neo4j: put ours beside somebody else's data in a database; what is not ours is never touched.",
)
@click.option(
    "--manifest",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.csv",
    help="A list of the files gone through, which grows as they are; those listed and unchanged are not "
    "opened again. For folders and archives of thousands.",
)
@vocabulary_option
@json_option
@graph_option
def command(  # noqa: PLR0913, PLR0917 - click gives each option by name
    paths: tuple[Path, ...],
    metadata: Path | None,
    by: str | None,
    catalogue: Path | None,
    jobs: int | None,
    beside: bool,
    manifest: Path | None,
    vocabulary: Path | None,
    as_json: bool,
    graph: str | None,
) -> None:
    """Read documents into the graph: a file, or a folder or zip archive with every document below it.

    Forms that are read, told by their content: txt, md, html, docx, odt, rtf, pdf, and doc with LibreOffice;
    scanned pdf, tiff, and jpg or png that are named, with Tesseract (docs/files.md).

    With another vocabulary than before the documents that the graph holds are read anew, too.

    What has not changed is left alone. A document is known by the bytes of its file: a file with new bytes at
    a known path becomes a second document, and the old one counts until `tiengvang remove` takes it out. A
    file that cannot be read is named on stderr, the others are loaded, and the exit code is 2. After an
    interruption the next ingest finishes the work. Facts of --metadata become decisions (see `tiengvang
    decisions`), and decisions that only the file beside the store has are carried out again.
    """
    from app.catalogue import kept_acts, read_vocabulary, vocabulary_of
    from app.user_files import read_catalogue
    from ingest.manifest import Manifest
    from ingest.readers.limits import set_limits

    chosen = with_graph(graph)
    chosen = chosen.model_copy(update={"jobs": jobs or chosen.jobs})
    set_limits(chosen.reading_limits)
    words = read_vocabulary(vocabulary or chosen.vocabulary)
    if metadata or catalogue:
        _read_with(words, graph)
    acts = read_catalogue(catalogue) if catalogue else ()
    curated = _curated(metadata, paths)
    gone_through = Manifest(manifest)
    if gone_through.mended:
        click.echo(gone_through.mended, err=True)
    _check_readable(paths, acts, curated)
    with opened(graph, migrate=True, beside=beside) as store:
        known = kept_acts(store)
        read_by = vocabulary_of(store, acts, words)
        added = sum(1 for act in acts if act not in known)
        report = run_ingest(store, read_by, paths, curated, chosen, by, gone_through)
    if as_json:
        click.echo(report_json(report))
    else:
        print_report(report, added)
    if report.failed:
        sys.exit(FAILED)


def _read_with(words: Vocabulary | None, graph: str | None) -> None:
    """Reads a person's files with the vocabulary chosen, else with that of the graph where there is one."""
    from app.catalogue import answering
    from app.vocabulary import use
    from graph.errors import StoreUnavailable
    from graph.store import check_there

    if words is not None:
        use(words)
        return
    try:
        check_there(with_graph(graph).graph)
    except StoreUnavailable:
        return  # no graph yet: the built-in one
    with opened(graph) as store:
        use(answering(store))


def _check_readable(paths: tuple[Path, ...], *others: Sized) -> None:
    """Refuses an ingest of nothing before a store is made for it. Raises Unreadable."""
    from ingest.errors import Unreadable
    from ingest.read import list_files

    listing = list_files(paths)
    if listing.files or any(others):
        return
    first, *more = listing.problems
    for problem in more:
        click.echo(f"Error: {problem}", err=True)
    raise Unreadable(first.what, where=first.where, todo=first.todo)


def run_ingest(
    store: Store,
    vocabulary: Vocabulary,
    paths: tuple[Path, ...],
    curated: Mapping[str, Curated],
    chosen: Settings,
    by: str | None = None,
    manifest: Manifest | None = None,
) -> Report:
    """One ingest with progress on stderr, and each failed file named there."""
    from app.progress import Progress
    from graph.queries import shipped
    from ingest.decisions.mirror import Mirror
    from ingest.pipeline import ingest

    with Progress() as progress:
        report = ingest(
            store,
            shipped(),
            vocabulary,
            paths,
            curated=curated,
            by=by or user_name(),
            mirror=Mirror(chosen.decisions_file),
            jobs=chosen.jobs,
            max_bytes=chosen.max_text_bytes,
            ocr=chosen.reading_pictures,
            thresholds=chosen.thresholds,
            progress=progress.show,
            manifest=manifest,
        )
    for problem in report.failed:
        click.echo(f"Error: {problem}", err=True)
    for row in report.overruled:
        click.echo(f"Not as the metadata say: {row}; a later decision overrules it.", err=True)
    for row in report.contradicted:
        click.echo(f"Other than the text states, and shown as curated: {row}.", err=True)
    return report


def print_report(report: Report, acts: int = 0) -> None:
    """The summary of an ingest; `acts` of a catalogue are new to the graph, or described anew."""
    from app.answers.asking.wording import count
    from app.show_vocabulary import described

    if report.changed:
        verb = "Finished an ingest that was cut short; loaded" if report.finished_earlier else "Loaded"
        click.echo(
            f"{verb} {count(len(report.loaded), 'document')} with {count(report.statements, 'statement')}; "
            f"{report.unchanged} unchanged; {report.passed_over} other files passed over."
        )
        if report.decisions:
            click.echo(f"{count(report.decisions, 'new decision')} carried out.")
    else:
        what = "No document changed" if acts else "Nothing changed"
        click.echo(f"{what}: {count(report.unchanged, 'document')} as before.")
    if acts:
        click.echo(f"{count(acts, 'act')} of the catalogue added or changed.")
    if report.failed:
        click.echo(f"{count(len(report.failed), 'file')} failed; see the errors above.")
    if report.outdated:
        click.echo(
            f"{count(report.outdated, 'document')} held had been read by another vocabulary or program."
        )
    if report.vocabulary is not None and (report.vocabulary.own or report.outdated):
        click.echo(described(report.vocabulary))
    click.echo(f"Dataset version {report.dataset_version or 'empty'}.")


def report_json(report: Report) -> str:
    """The summary for programs."""
    import json

    from app.show_vocabulary import as_record

    return json.dumps(
        {
            "loaded": report.loaded,
            "unchanged": report.unchanged,
            "passed_over": report.passed_over,
            "statements": report.statements,
            "decisions": report.decisions,
            "overruled": report.overruled,
            "contradicted": report.contradicted,
            "finished_earlier": report.finished_earlier,
            "failed": [{"where": f.where, "what": f.what, "todo": f.todo} for f in report.failed],
            "outdated": report.outdated,
            "vocabulary": as_record(report.vocabulary) if report.vocabulary else None,
            "changed": report.changed,
            "dataset_version": report.dataset_version,
        },
        ensure_ascii=False,
        indent=2,
    )


def _curated(metadata: Path | None, paths: tuple[Path, ...]) -> Mapping[str, Curated]:
    if metadata is None:
        return {}
    from app.answers.asking.wording import count
    from app.user_files import read_metadata
    from ingest.read import list_files

    found = read_metadata(metadata, list_files(paths).files)
    if found.elsewhere:
        rows = count(len(found.elsewhere), "row")
        click.echo(f"{rows} of {metadata} not used, the first {found.elsewhere[0]}: not read now.", err=True)
    return found.curated
