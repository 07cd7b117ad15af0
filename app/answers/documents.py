"""Documents held, whole and in lists."""

from __future__ import annotations

from app.answers.held import DocumentDetail, DocumentSummary
from app.answers.models import Page
from graph.store import Store


def list_documents(
    store: Store,
    *,
    province: str | None = None,
    doc_type: str | None = None,
    level: str | None = None,
    since: str | None = None,
    until: str | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[DocumentSummary]:
    """Documents by id; `province` is a code, or `?` for those that name none."""
    raise NotImplementedError


def document(store: Store, id: str) -> DocumentDetail:
    """One document by id, or by the first 8 or more characters of it. Raises DocumentUnknown."""
    raise NotImplementedError
