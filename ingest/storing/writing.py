"""Statements into the graph, as the decisions in force leave them: the one way in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from graph.queries import Queries
from graph.store import Tx
from ingest.decisions.log import Decision, from_line, in_force
from ingest.statements.statement import Props, Statement
from ingest.storing.judging import Verdicts, judge
from ingest.storing.rows import statement_rows

ROWS_A_QUERY = 5000


def run_rows(tx: Tx, queries: Queries, query: str, rows: Sequence[Props]) -> None:
    """One load query over many rows, in portions."""
    for start in range(0, len(rows), ROWS_A_QUERY):
        tx.run(queries[query], rows=list(rows[start : start + ROWS_A_QUERY]))


def write_statements(tx: Tx, queries: Queries, statements: Sequence[Statement], run: str) -> None:
    """Writes statements as stated, or as a decision in force on them says."""
    documents = sorted({statement.document for statement in statements})
    verdicts = verdicts_on(tx, queries, documents)
    judged = judge(statements, verdicts)
    corrected = [s for s in judged if s.basis == "curated" and s.to == "Body"]
    run_rows(tx, queries, "load_decided_bodies", [_body(s.target) for s in corrected])
    for query, rows in sorted(statement_rows(judged, run).items()):
        run_rows(tx, queries, query, rows)


def verdicts_on(tx: Tx, queries: Queries, documents: Sequence[str]) -> Verdicts:
    """The decisions in force on what some documents state.

    A correction to something that the vocabulary has no longer is left out: the statement stays as stated.
    """
    logs = decisions_on(tx, queries, documents)
    holding = [d for log in logs.values() for d in in_force(log).values()]
    wanted = {t for d in holding if d.target.type != "CITES" for t in (d.corrections().get("target"),) if t}
    missing = wanted - _known(tx, queries, wanted)
    return Verdicts(d for d in holding if d.corrections().get("target") not in missing)


def decisions_on(tx: Tx, queries: Queries, documents: Iterable[str]) -> dict[str, list[Decision]]:
    """All decisions about some documents and what they state, by document, in their order."""
    found: dict[str, list[Decision]] = defaultdict(list)
    for row in tx.run(queries["decisions_on"], documents=sorted(documents)):
        found[str(row["document"])].append(from_line(str(row["line"]), f"decision {row['id']} in the store"))
    return found


def _known(tx: Tx, queries: Queries, wanted: Iterable[str]) -> set[str]:
    bases = {target: target.partition("~")[0] for target in wanted}
    if not bases:
        return set()
    rows = tx.run(queries["known_targets"], keys=sorted(set(bases.values())))
    known = {str(row["key"]) for row in rows}
    return {target for target, base in bases.items() if base in known}


def _body(key: str) -> Props:
    base, _, province = key.partition("~")
    return {"id": key, "base": base, "province": province or None}
