"""The fetch list: acts that texts here cite and whose own text is not held, those first that most provinces
cite."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.answers.acts.directives import directive_heads
from app.answers.asking.cursors import cursor_after, key_of
from app.answers.asking.errors import CursorInvalid
from app.answers.asking.reading import Row, check_day, dataset_version, number, queries, text, until_end
from app.answers.asking.wording import wanted_words
from app.answers.models.held import CitedIn, Wanted, WantedPage
from graph.store import Store

_PLACE = re.compile(r"(?P<newest>\S*) (?P<provinces>\d+) (?P<documents>\d+) (?P<citations>\d+) (?P<key>.+)")
_Rank = tuple[int, int, int, str]


def list_wanted(  # noqa: PLR0913 - one argument a filter
    store: Store,
    *,
    province: str | None = None,
    issuer: str | None = None,
    doc_type: str | None = None,
    central: bool | None = None,
    since: str | None = None,
    until: str | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> WantedPage:
    """A page of the fetch list; `province` (code) counts the citations of its documents alone.

    Ranks change while documents come: pages after the first count those alone that were here when the first
    page was asked for, so that none is lost or shown twice. Raises CursorInvalid, FilterInvalid.
    """
    newest, after = _begun(store, cursor)
    filters = {
        "province": province,
        "issuer": issuer,
        "doc_type": doc_type,
        "central": central,
        "since": check_day(since, "since"),
        "until": until_end(check_day(until, "until")),
    }
    rows = store.read(queries()["wanted_acts"], **filters, newest=newest)
    left = [row for row in rows if after is None or _rank(row) > after]
    page = left[:limit]
    return WantedPage(
        dataset_version=dataset_version(store),
        synthetic=any(number(row["synthetic"]) for row in rows),
        items=_shown(store, page),
        total=len(rows),
        next=cursor_after(_place(newest, page[-1])) if page and len(left) > limit else None,
        words=wanted_words(len(rows), max((number(row["provinces"]) for row in rows), default=0)),
    )


def _begun(store: Store, cursor: str | None) -> tuple[str | None, _Rank | None]:
    """The newest run whose documents count, and after which row the page begins. Raises CursorInvalid."""
    if not cursor:
        return text(store.read(queries()["newest_run"])[0]["run"]), None
    found = _PLACE.fullmatch(key_of(cursor))
    if found is None:
        raise CursorInvalid(
            "this is a cursor of another list", where=cursor, todo="Take it from `next`, unchanged"
        )
    rank = (-int(found["provinces"]), -int(found["documents"]), -int(found["citations"]), found["key"])
    return found["newest"] or None, rank


def _rank(row: Row) -> _Rank:
    return (-number(row["provinces"]), -number(row["documents"]), -number(row["citations"]), str(row["key"]))


def _place(newest: str | None, row: Row) -> str:
    return f"{newest or ''} {row['provinces']} {row['documents']} {row['citations']} {row['key']}"


def _shown(store: Store, page: Sequence[Row]) -> list[Wanted]:
    keys = [str(row["key"]) for row in page]
    heads = directive_heads(store, keys)
    quoted = {str(row["target"]): row for row in store.read(queries()["first_citations"], keys=keys)}
    return [
        Wanted(
            directive=heads[key],
            citations=number(row["citations"]),
            documents=number(row["documents"]),
            provinces=number(row["provinces"]),
            citation=_citation(quoted.get(key)),
        )
        for key, row in zip(keys, page, strict=True)
    ]


def _citation(row: Row | None) -> CitedIn | None:
    if row is None:
        return None
    return CitedIn(
        document=str(row["document"]),
        start=number(row["start"]),
        end=number(row["end"]),
        quote=str(row["quote"]),
    )
