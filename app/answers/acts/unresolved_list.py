"""Every citation that names an act and not which: with its words, and the acts that it may mean."""

from __future__ import annotations

from app.answers.acts.unresolved import citation_of
from app.answers.asking.cursors import cursor_after, key_of
from app.answers.asking.reading import Row, dataset_version, number, queries, text, vocabulary
from app.answers.models.acts import UnresolvedCitation
from app.answers.models.shapes import Page, ProvinceRef
from graph.store import Reader


def list_unresolved(
    store: Reader, *, province: str | None = None, cursor: str | None = None, limit: int = 50
) -> Page[UnresolvedCitation]:
    """A page of them by date, document and place; `province` (code): those of its documents.

    Raises CursorInvalid.
    """
    after = key_of(cursor)
    count = store.read(queries()["unresolved_count"], province=province)[0]
    asked = {"province": province, "after": after, "limit": limit + 1}
    rows = store.read(queries()["unresolved_citations"], **asked)
    return Page[UnresolvedCitation](
        dataset_version=dataset_version(store),
        synthetic=number(count["synthetic"]) > 0,
        items=[_shown(row) for row in rows[:limit]],
        total=number(count["total"]),
        next=cursor_after(str(rows[limit - 1]["place"])) if len(rows) > limit else None,
    )


def unresolved_total(store: Reader) -> int:
    """How many there are."""
    return number(store.read(queries()["unresolved_count"], province=None)[0]["total"])


def _shown(row: Row) -> UnresolvedCitation:
    code = text(row["province"])
    return UnresolvedCitation(
        **citation_of(row).model_dump(),
        province=ProvinceRef(code=code, name=vocabulary().provinces[code].name) if code else None,
        central=bool(row["central"]),
    )
