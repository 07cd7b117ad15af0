"""Decisions into the graph: recorded, and carried out on the statements that they are about.

What people decide about a document's own data changes its key, its place and what its citations mean: such a
document is read anew from the text that is stored. What they decide about a statement is carried out on it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from graph.store import Tx
from ingest.decisions.curation import Curated, overruled, row_decisions
from ingest.decisions.log import Decision, from_line, moment
from ingest.decisions.mirror import Mirror
from ingest.documents import Document, Source
from ingest.read_as import ReadAs
from ingest.statements.statement import Props
from ingest.steps.load import Loader
from ingest.storing.judging import as_stated, from_row
from ingest.storing.writing import decisions_on, write_statements

_PORTION = 500  # decisions a transaction
_LINES = 5000  # decisions a query
_READ_ANEW = 20  # documents at a time

# Ids of the decisions that are new to the store, and the look-ups under which the acts known have changed.
Recorded = tuple[list[str], set[str]]


class Decider:
    """Records decisions in one store and its mirror."""

    def __init__(self, loader: Loader, mirror: Mirror | None, run: str) -> None:
        self.loader, self.mirror, self.run = loader, mirror, run

    def reconcile(self) -> Recorded:
        """Gives store and file what only the other has. Raises DecisionLogError."""
        if self.mirror is None:
            return [], set()
        filed, stored = self.mirror.read(), self._stored()
        self.mirror.append(decision for id, decision in stored.items() if id not in filed)
        return self._record([decision for id, decision in filed.items() if id not in stored])

    def add(self, decisions: Sequence[Decision]) -> Recorded:
        """Keeps those decisions that the store lacks, there first and then in the file.

        Raises DecisionLogUnwritable before anything is kept.
        """
        known = self._known([decision.id for decision in decisions])
        new = list({d.id: d for d in decisions if d.id not in known}.values())
        if self.mirror is None or not new:
            return self._record(new)
        self.mirror.prepare()
        recorded = self._record(new)
        self.mirror.append(new)
        return recorded

    def take(self, rows: Mapping[str, tuple[str, Curated]], by: str, overruled_rows: list[str]) -> Recorded:
        """Rows of metadata (document -> path and facts) as decisions of `by`; what of them is new.

        Adds to `overruled_rows` where another decision is in force in a row's place.
        """
        if not rows:
            return [], set()
        logs, at = self.logs(rows), moment(self._last())
        new = [d for id, (_, row) in rows.items() for d in row_decisions(id, row, logs.get(id, []), by, at)]
        for id, (path, row) in rows.items():
            log = [*logs.get(id, []), *(d for d in new if d.target.document == id)]
            overruled_rows.extend(f"{path}, {name}" for name in overruled(id, row, log))
        return self.add(new)

    def logs(self, documents: Iterable[str]) -> dict[str, list[Decision]]:
        """All decisions about some documents, by document."""
        queries = self.loader.queries
        return self.loader.store.read_transaction(lambda tx: decisions_on(tx, queries, documents))

    def _last(self) -> str | None:
        rows = self.loader.store.read(self.loader.queries["last_decision"])
        return str(rows[0]["at"]) if rows and rows[0]["at"] else None

    def stale(self) -> list[Document]:
        """A portion of the documents that are to be read anew, from the text that is stored."""
        rows = self.loader.store.read(self.loader.queries["stale_documents"], limit=_READ_ANEW)
        return [
            Document(
                id=str(row["id"]),
                text=str(row["text"]),
                text_sha256=str(row["text_sha256"]),
                reader=str(row["reader"]),
                source=Source(str(row["paths"][0])),
                synthetic=bool(row["synthetic"]),
                read_as=ReadAs.from_json(row["read_as"] and str(row["read_as"])),
            )
            for row in rows
        ]

    def _stored(self) -> dict[str, Decision]:
        found: dict[str, Decision] = {}
        after, query = "", self.loader.queries["decision_lines"]
        while rows := self.loader.store.read(query, after=after, limit=_LINES):
            for row in rows:
                after = str(row["id"])
                found[after] = from_line(str(row["line"]), f"decision {after} in the store")
        return found

    def _known(self, ids: Sequence[str]) -> set[str]:
        known: set[str] = set()
        query = self.loader.queries["known_decisions"]
        for start in range(0, len(ids), _LINES):
            rows = self.loader.store.read(query, ids=list(ids[start : start + _LINES]))
            known.update(str(row["id"]) for row in rows)
        return known

    def _record(self, decisions: Sequence[Decision]) -> Recorded:
        """Puts new decisions into the store and carries them out."""
        lookups: set[str] = set()
        for start in range(0, len(decisions), _PORTION):
            portion = decisions[start : start + _PORTION]
            lookups |= self.loader.store.transaction(partial(self._carry_out, decisions=portion))
        return [decision.id for decision in decisions], lookups

    def _carry_out(self, tx: Tx, decisions: Sequence[Decision]) -> set[str]:
        queries = self.loader.queries
        tx.run(queries["load_decisions"], rows=[_row(decision) for decision in decisions])
        judged = sorted({d.target.document for d in decisions if d.target.type is not None})
        before = self.loader.touched(tx, judged)
        self._judge_anew(tx, _spans(decisions))
        self.loader.set_digests(tx, judged)
        tx.run(queries["set_stale"], ids=sorted({d.target.document for d in decisions if d.target.field}))
        return self.loader.settle(tx, before, set(before) | set(self.loader.touched(tx, judged)))

    def _judge_anew(self, tx: Tx, spans: list[Props]) -> None:
        queries = self.loader.queries
        rows = tx.run(queries["statements_at"], spans=spans)
        stated = [as_stated(from_row(str(row["document"]), row)) for row in rows]
        for query in ("clear_statements_at", "clear_recipients_at"):
            tx.run(queries[query], spans=spans)
        write_statements(tx, queries, stated, self.run)


def _spans(decisions: Iterable[Decision]) -> list[Props]:
    """The words that decisions are about, each once."""
    found = {(d.target.document, d.target.start, d.target.end) for d in decisions if d.target.type}
    return [{"document": document, "start": start, "end": end} for document, start, end in sorted(found)]


def _row(decision: Decision) -> Props:
    """A decision as a node: the line as it stands in the log, and its parts to ask for."""
    props: Props = {
        "at": decision.at,
        "by": decision.by,
        "reason": decision.reason,
        "action": decision.action,
        "value": json.dumps(decision.value, ensure_ascii=False, sort_keys=True) if decision.value else None,
        "of": decision.of,
        "statement": decision.target.statement,
        "line": decision.line(),
        **decision.target.as_json(),
    }
    return {"id": decision.id, "props": {name: value for name, value in props.items() if value is not None}}
