"""Whether what is kept beside the statements (basis: derived) is what follows from them."""

from __future__ import annotations

from collections.abc import Iterator

from app.answers.asking.reading import queries
from graph.store import Store
from ingest.steps.deriving import FORM, MANY, kept_lists, tally_marks, tally_of
from ingest.steps.echo_rows import gather, pack
from ingest.steps.tallies import first_order_rows, first_orders_of

_PORTION = 500


def derived_findings(store: Store) -> Iterator[str]:
    """One line a finding: an act or a province of which something else is kept than follows."""
    state = store.read(queries()["state_of_derived"])
    if not state or state[0]["unfinished"]:
        return  # nothing that is kept is read then
    if state[0]["derived"] != FORM:
        yield "derived: kept in another form than this program's; ingest again"
        return
    yield from _echo_lists(store)
    yield from _tallies(store)


def _echo_lists(store: Store) -> Iterator[str]:
    kept = set()
    for act, pieces in kept_lists(store, queries()):
        kept.add(act)
        if pieces != pack(gather(store, queries(), act)):
            yield f"act {act}: the pieces kept for its echo are not those of the statements"
    after = ""
    while acts := [str(r["key"]) for r in store.read(queries()["acts_echoed"], after=after, limit=_PORTION)]:
        after = acts[-1]
        times: dict[str, int] = {}
        for row in store.read(queries()["times_answered"], keys=acts):
            key = str(row["key"])
            times[key] = times.get(key, 0) + int(str(row["times"]))
        for act in acts:
            if times.get(act, 0) >= MANY and act not in kept:
                yield f"act {act}: no pieces are kept for its echo, though many answer it"


def _tallies(store: Store) -> Iterator[str]:
    marks, _ = tally_marks(store, queries(), ())
    rows = store.read(queries()["tallies"], provinces=sorted(marks))
    kept = {str(row.pop("province")): row for row in rows}
    for row in store.read(queries()["tally_marks_kept"]):
        if str(row["province"]) not in marks:
            yield f"province {row['province']}: counted, and holds no document"
    for province, mark in sorted(marks.items()):
        if kept.get(province) != {"mark": mark, **tally_of(store, queries(), province)}:
            yield f"province {province}: what is counted of it is not what its documents state"
        elif _first_orders(store, province) != first_order_rows(
            province, first_orders_of(store, queries(), province)
        ):
            yield f"province {province}: the first orders kept are not those of its documents"


def _first_orders(store: Store, province: str) -> list[dict[str, object]]:
    rows = store.read(queries()["first_orders_of_province"], province=province)
    return [dict(row) for row in rows]
