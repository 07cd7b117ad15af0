"""What a search found, in a terminal."""

from __future__ import annotations

from rich.text import Text

from app.answers.models.found import SearchHit, SearchPage
from app.tables import console, indented, quoted, synthetic_line

_CONTEXT = 60  # characters shown before and after the words that match


def print_search(answer: SearchPage) -> None:
    """How much was found, then each hit with its words and where they stand."""
    out = console()
    out.print(Text(answer.words, style="bold"))
    for line in synthetic_line(answer.synthetic):
        out.print(line)
    for hit in answer.items:
        out.print(Text(_title(hit)))
        if hit.quote is not None:
            out.print(indented(_words(hit), 4))
            out.print(indented(f"{hit.document} {hit.start}-{hit.end}", 4))
    if answer.next:
        out.print(Text(f"{answer.total - len(answer.items)} more: --limit {answer.total}"))


def _title(hit: SearchHit) -> str:
    if hit.directive is not None:
        held = "text held" if hit.directive.text_held else "text not held"
        parts = [hit.key, hit.directive.doc_type, hit.date, held]
    else:
        parts = [hit.number or hit.act, hit.province.name if hit.province else None, hit.date]
    place = hit.provision_label or hit.provision_kind
    words = [hit.kind, *(part for part in parts if part), *([place] if place else [])]
    return " · ".join(words) + f"  ({hit.match.replace('_', ' ')})"


def _words(hit: SearchHit) -> str:
    around = hit.before[-_CONTEXT:], hit.after[:_CONTEXT]
    return " ".join(f"{around[0]}{quoted(hit.quote)}{around[1]}".split())
