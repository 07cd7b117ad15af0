"""Whether every decision still has what it is about, and whether store and log have the same ones."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from app.answers.asking.reading import queries
from app.answers.checking.checked import Checked
from graph.store import Store
from ingest.decisions.log import Decision, from_line, in_force
from ingest.decisions.mirror import Mirror
from ingest.errors import DecisionLogError

_LINES = 5000  # decisions a query
_DOCUMENTS = 200  # documents a query
_HEADER = {"date": "issued_on"}  # a field -> its name among what the letterhead states


def decision_findings(store: Store, checked: Checked, mirror: Mirror | None) -> Iterator[str]:
    """One line for each decision in force whose document or words are gone, or that one of the logs lacks."""
    log = {decision.id: decision for decision in _log(store)}
    checked.decisions = len(log)
    by_document: dict[str, list[Decision]] = defaultdict(list)
    for decision in log.values():
        by_document[decision.target.document].append(decision)
        if decision.action == "undo" and decision.of not in log:
            yield f"{_named(decision)}: undoes {decision.of}, which is not here"
    documents = sorted(by_document)
    for start in range(0, len(documents), _DOCUMENTS):
        yield from _of_documents(store, {id: by_document[id] for id in documents[start : start + _DOCUMENTS]})
    if mirror is not None:
        yield from _between(log, mirror)


def _log(store: Store) -> Iterator[Decision]:
    after = ""
    while rows := store.read(queries()["decision_lines"], after=after, limit=_LINES):
        for row in rows:
            after = str(row["id"])
            yield from_line(str(row["line"]), f"decision {after} in the store")


def _of_documents(store: Store, logs: Mapping[str, list[Decision]]) -> Iterator[str]:
    rows = store.read(queries()["documents_to_check"], ids=sorted(logs))
    headers = {str(row["id"]): json.loads(str(row["header"])) for row in rows}
    standing = {str(r["decision"]) for r in store.read(queries()["applied_decisions"], ids=sorted(headers))}
    for document, log in logs.items():
        for decision in in_force(log).values():
            gone = _gone(decision, headers.get(document), standing)
            if gone:
                yield f"{_named(decision)}: {gone}"


def _gone(decision: Decision, header: Mapping[str, Mapping[str, str]] | None, standing: set[str]) -> str:
    """What of that which a decision is about is not there any more; "" where nothing is."""
    target = decision.target
    if header is None:
        return f"its document {target.document} is not here"
    if target.field is None:
        missing = f"[{target.start}, {target.end}) states no {target.type} {target.target}"
        return "" if decision.id in standing else f"document {target.document}, {missing}"
    stated = header.get(_HEADER.get(target.field, target.field))
    if decision.action == "set" or (stated is not None and stated["value"] == decision.value):
        return ""
    return f"document {target.document} states no {target.field} {decision.value}"


def _between(log: Mapping[str, Decision], mirror: Mirror) -> Iterator[str]:
    try:
        filed = mirror.read()
    except DecisionLogError as error:
        yield f"decisions: {error}"
        return
    for decision in _missing(log, filed):
        yield f"{_named(decision)}: not in {mirror.path}; the next ingest or decision writes it there"
    for decision in _missing(filed, log):
        yield f"{_named(decision)}: in {mirror.path} and not in the store; the next ingest carries it out"


def _missing(one: Mapping[str, Decision], other: Mapping[str, Decision]) -> Iterable[Decision]:
    return (decision for id, decision in one.items() if id not in other)


def _named(decision: Decision) -> str:
    return f"decision {decision.id} ({decision.action}, {decision.by}, {decision.at[:10]})"
