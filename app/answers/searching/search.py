"""Search over directives, documents and provisions (tìm kiếm): the same hits, in one order, on every store.

What ranks a hit follows from the hit alone (a number before a phrase, a phrase before words, then kind, day
and key) and never from how common a word is, so that pages neither repeat nor lose a hit while others come.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from itertools import zip_longest
from typing import get_args

from app.answers.acts.directives import directive_heads, find_directive
from app.answers.asking.cursors import cursor_after, key_of
from app.answers.asking.errors import CursorInvalid, DirectiveUnknown, NumberInvalid
from app.answers.asking.reading import (
    Row,
    check_day,
    dataset_version,
    number,
    queries,
    text,
    until_end,
    vocabulary,
)
from app.answers.asking.wording import search_words
from app.answers.models.acts import DirectiveHead, Found
from app.answers.models.found import HitKind, Match, SearchPage
from app.answers.searching.hits import Hit, shown
from app.answers.searching.words import Wanted, read_wanted
from graph.store import Store
from ingest.keys import provision_key
from ingest.numbering.numbers import parse_number

RANKED = 20_000  # provisions; of words that more hold, those in the first documents are ranked
MATCHES: tuple[Match, ...] = get_args(Match)
KINDS: tuple[HitKind, ...] = get_args(HitKind)
_COMPLEMENT = str.maketrans("0123456789", "9876543210")
Filters = Mapping[str, str | None]
Rank = tuple[int, int, str, str]


def search(
    store: Store,
    q: str,
    *,
    kinds: Collection[HitKind] = (),
    province: str | None = None,
    since: str | None = None,
    until: str | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> SearchPage:
    """What holds the words of `q`, with and without marks, or is the act whose number it is, however typed.

    `province` is a code, or `?` for documents that name none; no kinds means all of them.
    Raises SearchInvalid, FilterInvalid, CursorInvalid.
    """
    wanted = read_wanted(q)
    after = _rank_of(cursor)
    filters = {
        "province": province,
        "since": check_day(since, "since"),
        "until": until_end(check_day(until, "until")),
    }
    version = dataset_version(store)
    acts = _acts(store, q, wanted, filters)
    provisions, cut = _provisions(store, wanted, filters)
    if not provisions and (written := _as_written(q)):
        wanted = written
        provisions, cut = _provisions(store, wanted, filters)
    hits = [
        h for h in (*acts, *_documents(store, acts, filters), *provisions) if not kinds or h.kind in kinds
    ]
    page = sorted((h for h in hits if _rank(h) > after), key=_rank)[: limit + 1]
    items = shown(store, page[:limit], wanted)
    held = store.read(queries()["corpus_counts"])[0]
    return SearchPage(
        dataset_version=version,
        synthetic=any(item.synthetic for item in items),
        items=items,
        total=len(hits),
        next=cursor_after(json.dumps(_rank(page[limit - 1]))) if len(page) > limit else None,
        searched_for=list(wanted.words),
        cut=cut,
        documents=number(held["documents"]),
        words=search_words(len(hits), number(held["documents"]), cut=cut),
    )


def kinds_of(names: Collection[str]) -> list[HitKind]:
    """The kinds of hits among these names."""
    return [kind for kind in KINDS if kind in names]


def _acts(store: Store, q: str, wanted: Wanted, filters: Filters) -> list[Hit]:
    """Acts by number, by subject, and by the catalogue's subject; each once, by its best match."""
    found = _by_number(store, q, filters)
    named = {"words": list(wanted.words), "phrase": wanted.phrase}
    rows = store.read(
        queries()["acts_found"], lucene=wanted.lucene, typed=wanted.typed, most=RANKED, **named, **filters
    )
    found += [_act(row) for row in rows]
    if filters["province"] is None:
        days = {name: filters[name] for name in ("since", "until")}
        found += [_act(row) for row in store.read(queries()["catalogue_found"], **named, **days)]
    best: dict[str, Hit] = {}
    for hit in sorted(found, key=_rank):
        best.setdefault(hit.key, hit)
    return list(best.values())


def _as_written(q: str) -> Wanted | None:
    """The number that was typed as texts write it: `1099cd-ttg` is 1099/CĐ-TTg; None where it is none."""
    named = parse_number(" ".join(q.split()), vocabulary())
    return read_wanted(named.value) if named else None


def _by_number(store: Store, q: str, filters: Filters) -> list[Hit]:
    try:
        found = find_directive(store, q)
    except (NumberInvalid, DirectiveUnknown):
        return []
    keys = [found.directive.key] if isinstance(found, Found) else [c.key for c in found.candidates]
    heads = directive_heads(store, keys).values()
    return [Hit("directive", head.key, "number", head.date, None) for head in heads if _passes(head, filters)]


def _passes(head: DirectiveHead, filters: Filters) -> bool:
    province, since, until = filters["province"], filters["since"], filters["until"]
    day = head.date or ""
    return (
        (province is None or head.province == province)
        and (since is None or day >= since)
        and (until is None or (day != "" and day <= until))
    )


def _documents(store: Store, acts: Sequence[Hit], filters: Filters) -> list[Hit]:
    """The documents that hold the acts found."""
    match = {hit.key: hit.match for hit in acts}
    rows = store.read(queries()["documents_of_acts"], keys=sorted(match), **filters)
    return [
        Hit("document", str(row["document"]), match[str(row["act"])], text(row["date"]), str(row["document"]))
        for row in rows
    ]


def _provisions(store: Store, wanted: Wanted, filters: Filters) -> tuple[list[Hit], bool]:
    """The innermost provisions that hold the words, and whether there are more than are ranked."""
    rows = store.read(
        queries()["provisions_found"],
        lucene=wanted.lucene,
        words=list(wanted.words),
        phrase=wanted.phrase,
        typed=wanted.typed,
        **filters,
    )
    hits: list[Hit] = []
    for row in rows:
        if len(hits) >= RANKED:
            return hits, True
        hits += _in_document(row)
    return hits, False


def _in_document(row: Row) -> list[Hit]:
    """The hits of one document that hold no other; in their order an outer span comes before its inner."""
    document, found = str(row["document"]), row["found"]
    assert isinstance(found, list)
    return [
        Hit("provision", provision_key(document, start, end), MATCHES[match], text(row["date"]), document)
        for (start, end, match), after in zip_longest(found, found[1:])
        if after is None or after[1] > end
    ]


def _act(row: Row) -> Hit:
    return Hit("directive", str(row["key"]), MATCHES[number(row["match"])], text(row["date"]), None)


def _rank(hit: Hit) -> Rank:
    """Better matches first, acts before documents before provisions, newer before older, undated last."""
    day = (hit.date or "").ljust(10, "0").translate(_COMPLEMENT)
    return MATCHES.index(hit.match), KINDS.index(hit.kind), day if hit.date else "~", hit.key


def _rank_of(cursor: str | None) -> Rank:
    key = key_of(cursor)
    if not key:
        return (-1, 0, "", "")
    try:
        match, kind, day, last = json.loads(key)
        return int(match), int(kind), str(day), str(last)
    except (ValueError, TypeError) as error:
        raise CursorInvalid(
            "this is no cursor of a search", where=cursor, todo="Take it from `next`, unchanged"
        ) from error
