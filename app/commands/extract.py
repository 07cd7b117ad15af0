"""`tiengvang extract`: what documents state, as JSON lines in the shape of the annotation guidelines."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli import FAILED
from app.commands.options import graph_option, vocabulary_option, with_graph

if TYPE_CHECKING:
    from ingest.documents import Extraction
    from ingest.vocabulary import Vocabulary


@click.command(
    "extract",
    epilog="Example: tiengvang extract corpus/real --format table",
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH…")
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "table"]),
    default="jsonl",
    show_default=True,
    help="One JSON object a document, or a table for people.",
)
@click.option(
    "--jobs", type=click.IntRange(1), help="Processes that read at a time. [TIENGVANG_JOBS, else 1]"
)
@vocabulary_option
@graph_option
def command(
    paths: tuple[Path, ...], form: str, jobs: int | None, vocabulary: Path | None, graph: str | None
) -> None:
    """What documents state, in input order: their own data, mentions, assignments, all with offsets.

    A folder or zip archive stands for every file below it of a form that is read: txt, md, html, docx, odt,
    rtf, pdf, doc; scanned pdf, tiff, and jpg or png that are named, with Tesseract (docs/files.md). Needs no
    graph (--graph is taken and not used).
    A file that cannot be read is named on stderr; the others are done, and the exit code is 2.
    """
    from app.catalogue import read_vocabulary
    from ingest.errors import Unreadable
    from ingest.extracting import extract_files
    from ingest.readers.limits import set_limits
    from ingest.vocabulary import shipped

    chosen, failed = with_graph(graph), 0
    set_limits(chosen.reading_limits)
    words = read_vocabulary(vocabulary or chosen.vocabulary) or shipped()
    extractions = extract_files(
        paths,
        words,
        jobs=jobs or chosen.jobs,
        max_bytes=chosen.max_text_bytes,
        ocr=chosen.reading_pictures,
    )
    for found in extractions:
        if isinstance(found, Unreadable):
            failed += 1
            click.echo(f"Error: {found}", err=True)
        elif form == "jsonl":
            click.echo(json.dumps(_record(found, words), ensure_ascii=False))
        else:
            _print_table(found)
    if failed:
        sys.exit(FAILED)


def _record(extraction: Extraction, vocabulary: Vocabulary) -> dict[str, object]:
    from ingest.records import record

    return record(extraction, vocabulary)


def _print_table(extraction: Extraction) -> None:
    from app.tables import console, heading, quoted, table

    head, out = extraction.letterhead, console()
    marks = [s.value for s in (head.number, head.issued_on, head.doc_type, head.issuer, head.province) if s]
    out.print(heading(extraction.document.source.path))
    out.print(" · ".join(marks) or "states no data of its own")
    rows = [
        (f"{m.start}–{m.end}", m.label, m.id or "—", _detail(m.attrs), quoted(m.quote, 60))
        for m in extraction.mentions
    ]
    out.print(table(("span", "label", "id", "detail", "quote"), rows))
    tasks = [
        (f"{a.start}–{a.end}", ", ".join(a.assignees) or "—", ", ".join(a.measures) or "—")
        for a in extraction.assignments
    ]
    if tasks:
        out.print(heading("Assignments"))
        out.print(table(("span", "who", "measures"), tasks))


def _detail(attrs: object) -> str:
    assert isinstance(attrs, dict)
    return str(attrs.get("relation") or attrs.get("polarity") or attrs.get("role") or "")
