"""What a Doc and its spans carry beside text: `doc._.letterhead`, `span._.attrs` and the like.

All of it is read from one record, `doc._.tiengvang`, which is plain data and so goes along when a Doc is
written to disk and read back. A span is found in it by its id: two statements may share one place.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.tokens import Doc, Span

from ingest.errors import ComponentMisused
from ingest.for_spacy.spans import KINDS, rows_of

FOUND = "tiengvang"
_KIND_OF = {letter: kind for kind, letter in KINDS.items()}


def _record(doc: Doc) -> dict[str, Any]:
    """The record of a Doc; empty where the component did not run."""
    found: dict[str, Any] | None = doc._.get(FOUND)
    return found or {}


def _statement(span: Span) -> dict[str, Any]:
    """The statement that a span stands for; empty for a span that is not ours."""
    found = _record(span.doc)
    kind, at = _KIND_OF.get(span.id_[:1]), span.id_[1:]
    if not found or kind is None or not at.isdecimal():
        return {}
    rows = rows_of(found, kind)
    return rows[int(at)] if int(at) < len(rows) else {}


def letterhead(doc: Doc) -> dict[str, Any]:
    """The document's own data, as `tiengvang extract` gives it; empty before the component ran."""
    return dict(_record(doc).get("document", {}))


def act(doc: Doc) -> str | None:
    """The key of the act that the document is the text of."""
    return _record(doc).get("act")


def problems(doc: Doc) -> list[str]:
    """Remarks for people: an impossible date, a number that contradicts its type."""
    return list(_record(doc).get("problems", []))


def private(doc: Doc) -> list[dict[str, Any]]:
    """Where private persons stand in the text (start, end, kind); the Doc's text itself is whole."""
    return [dict(row) for row in _record(doc).get("private", [])]


def attrs(span: Span) -> dict[str, Any]:
    """Of a mention: what the annotation guidelines ask for (polarity, role, number, relation …)."""
    return dict(_statement(span).get("attrs", {}))


def rule(span: Span) -> str | None:
    """The rule that found a mention or an assignment."""
    return _statement(span).get("rule")


def resolved(span: Span) -> dict[str, Any] | None:
    """Of a REFERENCE: the act it means, with the basis of saying so; None for other spans."""
    return _statement(span).get("resolved")


def assignees(span: Span) -> list[str]:
    """Of an assignment: the ids of the bodies charged."""
    return list(_statement(span).get("assignees", []))


def measures(span: Span) -> list[str]:
    """Of an assignment: the ids of the measures they shall take."""
    return list(_statement(span).get("measures", []))


def printed(span: Span) -> str:
    """Of a provision: the number or mark printed before it ("1.", "a)", "Điều 3")."""
    return _statement(span).get("label", "") if span.id_.startswith(KINDS["provisions"]) else ""


def parent(span: Span) -> Span | None:
    """Of a provision: the one that it is part of, a span of `doc.spans["provisions"]`."""
    at = _statement(span).get("parent")
    return None if at is None else span.doc.spans["provisions"][at]


_OF_DOC: tuple[Callable[[Doc], object], ...] = (letterhead, act, problems, private)
_OF_SPAN: tuple[Callable[[Span], object], ...] = (
    attrs,
    rule,
    resolved,
    assignees,
    measures,
    printed,
    parent,
)


def install() -> None:
    """Register the extensions; a second time does nothing.

    Raises ComponentMisused where somebody else's extension has one of the names.
    """
    if not Doc.has_extension(FOUND):
        Doc.set_extension(FOUND, default=None)
    for owner, getters in ((Doc, _OF_DOC), (Span, _OF_SPAN)):
        for getter in getters:
            _install(owner, getter)


def _install(owner: type[Doc] | type[Span], getter: Callable[..., object]) -> None:
    name = getter.__name__
    if owner.has_extension(name):
        present = owner.get_extension(name)[2]
        if getattr(present, "__module__", None) != __name__:
            raise ComponentMisused(
                f"the extension {owner.__name__}._.{name} is taken",
                where="tiengvang",
                todo=f"Remove it first: {owner.__name__}.remove_extension({name!r})",
            )
    owner.set_extension(name, getter=getter, force=True)
