"""Keeps what answers would else gather anew (basis: derived) equal to the statements that it follows from.

After an ingest only what its documents touch is made again: the acts that they are the text of, cite or take
wording from, before and after, with all acts above these (a relay reaches up); and the provinces whose
documents changed. What is kept depends on the statements alone, not on the order in which they came. An
ingest that was cut short leaves `Dataset.unfinished`, and the next one makes everything again; until then
answers gather from the statements.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import partial

from graph.queries import Queries
from graph.store import Reader, Store, Tx
from ingest.statements.statement import Props
from ingest.steps.echo_rows import gather, pack
from ingest.steps.tallies import days_of, first_order_rows, first_orders_of, kinds_of, pack_days, pack_kinds

FORM = 1  # of what is kept; another form is not read
MANY = 20  # citations and reuses of an act from which its pieces are kept
_PORTION = 200


class Deriver:
    """Derives for one store. What it writes stands beside the statements and changes none of them."""

    def __init__(self, store: Store, queries: Queries) -> None:
        self.store, self.queries = store, queries

    def derive(self, acts: set[str], documents: set[str], *, everything: bool) -> None:
        """Makes anew what these acts and documents touch, or all."""
        anew = everything or not is_derived(self.store, self.queries, unfinished=True)
        touched = self._all_acts() if anew else self._with_those_above(acts, documents)
        for portion in _portions(sorted(touched)):
            self.store.transaction(partial(self._keep_lists, acts=portion))
        self._derive_provinces(documents, everything=anew)

    def _all_acts(self) -> set[str]:
        found: set[str] = set()
        after = ""
        while rows := self.store.read(self.queries["acts_echoed"], after=after, limit=5000):
            after = str(rows[-1]["key"])
            found.update(str(row["key"]) for row in rows)
        return found | {act for act, _ in kept_lists(self.store, self.queries)}

    def _with_those_above(self, acts: set[str], documents: set[str]) -> set[str]:
        """Acts, those that the documents reuse, and all that these cite or reuse, however far up."""
        known = set(acts)
        for portion in _portions(sorted(documents)):
            known |= self._keys("sources_reused", ids=portion)
        frontier = known
        while frontier:
            above: set[str] = set()
            for portion in _portions(sorted(frontier)):
                above |= self._keys("acts_above", keys=portion)
            frontier = above - known
            known |= frontier
        return known

    def _keys(self, query: str, **given: object) -> set[str]:
        return {str(row["key"]) for row in self.store.read(self.queries[query], **given)}

    def _keep_lists(self, tx: Tx, acts: Sequence[str]) -> None:
        times: dict[str, int] = defaultdict(int)
        for row in tx.run(self.queries["times_answered"], keys=list(acts)):
            times[str(row["key"])] += int(str(row["times"]))
        tx.run(self.queries["clear_echo_lists"], acts=list(acts))
        rows = [
            {"act": act, "pieces": pack(gather(tx, self.queries, act))} for act in acts if times[act] >= MANY
        ]
        tx.run(self.queries["load_echo_lists"], rows=rows)

    def _derive_provinces(self, documents: set[str], *, everything: bool) -> None:
        """Counts the provinces anew whose documents state something else than when they were counted."""
        marks, touched = tally_marks(self.store, self.queries, documents)
        rows = self.store.read(self.queries["tally_marks_kept"])
        kept = {str(row["province"]): str(row["mark"]) for row in rows}
        for province in sorted({*marks, *kept}):
            if everything or province in touched or marks.get(province) != kept.get(province):
                work = partial(self._keep_tally, province=province, mark=marks.get(province))
                self.store.transaction(work)

    def _keep_tally(self, tx: Tx, province: str, mark: str | None) -> None:
        tx.run(self.queries["clear_tallies"], provinces=[province])
        tx.run(self.queries["clear_first_orders"], provinces=[province])
        if mark is None:
            return
        row: Props = {"province": province, "props": {"mark": mark, **tally_of(tx, self.queries, province)}}
        tx.run(self.queries["load_tallies"], rows=[row])
        firsts = first_order_rows(province, first_orders_of(tx, self.queries, province))
        tx.run(self.queries["load_first_orders"], rows=firsts)


def tally_marks(
    reader: Reader, queries: Queries, documents: Collection[str]
) -> tuple[dict[str, str], set[str]]:
    """A mark of what each province's documents state, and the provinces that some documents are of."""
    held: dict[str, list[str]] = defaultdict(list)
    touched: set[str] = set()
    for row in reader.read(queries["tally_marks"]):
        province, document = str(row["province"]), str(row["document"])
        held[province].append(f"{document} {row['statements']}")
        if document in documents:
            touched.add(province)
    return {
        province: hashlib.sha256("\n".join(lines).encode()).hexdigest()[:32]
        for province, lines in held.items()
    }, touched


def tally_of(reader: Reader, queries: Queries, province: str) -> Props:
    """What a province states, day by day, as properties to keep."""
    days = days_of(reader, queries, province)
    return {
        "documents": sum(days.documents),
        "synthetic": sum(days.synthetic),
        "days": pack_days(days),
        "measures": pack_kinds(kinds_of(reader, queries, "measures_of_province", province)),
        "bodies": pack_kinds(kinds_of(reader, queries, "bodies_of_province", province)),
    }


def is_derived(reader: Reader, queries: Queries, *, unfinished: bool = False) -> bool:
    """Whether what is kept may be relied on: in this form, and (unless `unfinished`) no ingest under way."""
    rows = reader.read(queries["state_of_derived"])
    return bool(rows) and rows[0]["derived"] == FORM and (unfinished or not rows[0]["unfinished"])


def kept_lists(reader: Reader, queries: Queries) -> Iterator[tuple[str, str]]:
    """All that is kept of echoes: act and packed pieces, in order of act."""
    after = ""
    while rows := reader.read(queries["echo_lists"], after=after, limit=_PORTION):
        after = str(rows[-1]["act"])
        yield from ((str(row["act"]), str(row["pieces"])) for row in rows)


def _portions(keys: Sequence[str]) -> Iterator[list[str]]:
    return (list(keys[start : start + _PORTION]) for start in range(0, len(keys), _PORTION))
