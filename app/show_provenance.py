"""The evidence of a statement in a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from app.answers.models.decided import Stated
from app.answers.models.held import DocumentSummary, Provenance, Quoted
from app.tables import console, print_fields, synthetic_line


def print_provenance(answer: Provenance) -> None:
    """The answer, a field a line."""
    out = console()
    out.print(answer.says)
    for line in synthetic_line(answer.synthetic):
        out.print(line)
    out.print()
    print_fields(out, _fields(answer))


def _fields(answer: Provenance) -> Iterator[tuple[str, str]]:
    yield "key", answer.key
    if answer.evidence:
        yield "quote", _in_context(answer.evidence)
        read = "read again from the stored text" if answer.verified else "THE STORED TEXT SAYS OTHERWISE"
        yield "offsets", f"{answer.evidence.start}–{answer.evidence.end} (code points), {read}"
    else:
        yield "quote", "none: " + answer.basis
    if answer.source_evidence and answer.source_document:
        yield "reused from", f"{answer.source_document.number or answer.source_document.act}"
        yield "its words", _in_context(answer.source_evidence)
    yield from _document_fields(answer.document)
    bases = {"number": answer.number_basis, "date": answer.date_basis, "province": answer.province_basis}
    yield "they rest on", ", ".join(f"{name} {basis}" for name, basis in bases.items() if basis) or "—"
    if answer.stated:
        yield "as stated", _stated(answer.stated)
    yield "rule", answer.rule
    yield "basis", answer.basis
    yield "run", answer.run
    yield "reader", answer.reading
    yield "dataset version", answer.dataset_version


def _document_fields(document: DocumentSummary) -> Iterator[tuple[str, str]]:
    yield "document", document.id
    yield "act", document.act
    yield "number", document.number or "not stated"
    yield "date", document.date or "not stated"
    place = "central act" if document.central else "not stated"
    yield "province", document.province.name if document.province else place
    yield "source", ", ".join([*document.source.paths, *filter(None, [document.source.source_url])])
    if document.source.retrieved_at:
        yield "retrieved", document.source.retrieved_at


def _stated(stated: Stated) -> str:
    changed = ", ".join(f"{name} {value or 'none'}" for name, value in stated.changed.items())
    return f"{stated.type} {stated.target} ({stated.basis}, {stated.rule})" + (
        f", {changed}" if changed else ""
    )


def _in_context(words: Quoted) -> str:
    before, quote, after = (" ".join(part.split()) for part in (words.before, words.quote, words.after))
    return f"… {before} «{quote}» {after} …"
