"""Acts: which one a person means by a number, and lists of them."""

from __future__ import annotations

from app.answers.models import DirectiveDetail, DirectiveRow, Found, Page, Several
from graph.store import Store


def find_directive(store: Store, text: str) -> Found | Several:
    """The act that a number, or `NUMBER@YEAR`, or a full key means; several where it means several.

    Any spacing, case and lost marks. Raises NumberInvalid, DirectiveUnknown.
    """
    raise NotImplementedError


def directive(store: Store, key: str) -> DirectiveDetail:
    """One act by its key, with how it is cited. Raises DirectiveUnknown."""
    raise NotImplementedError


def list_directives(
    store: Store,
    *,
    issuer: str | None = None,
    doc_type: str | None = None,
    since: str | None = None,
    until: str | None = None,
    held: bool | None = None,
    central: bool | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[DirectiveRow]:
    """Acts by key. Raises CursorInvalid, FilterInvalid (a date that is none)."""
    raise NotImplementedError
