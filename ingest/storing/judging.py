"""Statements as decisions leave them: accepted, rejected, or corrected; and back to what was stated.

Pure. Rejected ones become relationships of a type of their own, which no query that counts looks at;
corrected ones are curated and keep beside them what was stated.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import cast

from ingest.decisions.log import Decision
from ingest.documents import Basis
from ingest.keys import provision_key
from ingest.statements.statement import REJECTED, Props, Statement

MEASURE_TYPES = {"ordered": "ORDERS", "avoided": "AVOIDS", "lifted": "LIFTS", "mentioned": "MENTIONS"}
COMMON = frozenset({"key", "document", "start", "end", "quote", "rule", "basis", "run"})
_OF_DECISION = frozenset({"decided", "decision", "changed"})
Span = tuple[str, int | None, int | None]


class Verdicts:
    """The decisions in force on statements, by where the statements stand; the last one first."""

    def __init__(self, holding: Iterable[Decision]) -> None:
        self._at: dict[Span, list[Decision]] = defaultdict(list)
        for decision in sorted(holding, key=lambda d: d.order, reverse=True):
            about = decision.target
            if about.type is not None:
                self._at[about.document, about.start, about.end].append(decision)

    def __bool__(self) -> bool:
        return bool(self._at)

    def on(self, statement: Statement) -> Decision | None:
        """The decision on a statement as it was stated.

        A correction that names the act meant holds for the citation whatever act the machine finds for it.
        """
        here = [
            d
            for d in self._at.get((statement.document, statement.start, statement.end), ())
            if d.target.type == statement.type
        ]
        exact = (d for d in here if _same_target(str(d.target.target), statement.target, statement.document))
        named = (d for d in here if statement.type == "CITES" and "target" in d.corrections())
        return next(exact, None) or next(named, None)


def judge(statements: Sequence[Statement], verdicts: Verdicts) -> list[Statement]:
    """Each statement (as stated) as the decision on it leaves it, in the same order.

    A correction to what the same words state already is taken for a rejection: one fact, once.
    """
    if not verdicts:
        return list(statements)
    pairs = [(statement, verdicts.on(statement)) for statement in statements]
    taken = {s.key for s, decision in pairs if decision is None or decision.action != "correct"}
    judged = []
    for statement, decision in pairs:
        found = _judged(statement, decision)
        if decision is not None and decision.action == "correct":
            found = _rejected(statement, decision) if found.key in taken else found
            taken.add(found.key)
        judged.append(found)
    return judged


def as_stated(statement: Statement) -> Statement:
    """What was stated before a decision changed it: the reverse of `judge` for one statement."""
    decided = statement.props.get("decided")
    props = {name: value for name, value in statement.props.items() if name not in _OF_DECISION}
    if decided in (None, "accepted"):
        return replace(statement, props=props)
    changed = statement.props.get("changed")
    for name in changed if isinstance(changed, list) else ():
        props[name] = props.get(f"stated_{name}")
    kept = {n: value for n, value in props.items() if value is not None and not n.startswith("stated_")}
    return replace(
        statement,
        type=str(props["stated_type"]),
        to=str(props["stated_to"]),
        target=str(props["stated_target"]),
        rule=str(props["stated_rule"]),
        basis=cast(Basis, props["stated_basis"]),
        props=kept,
    )


def from_row(document: str, row: Mapping[str, object]) -> Statement:
    """A stored relationship (source, type, to, target, props) as the statement that it carries."""
    props = row["props"]
    assert isinstance(props, dict)
    return Statement(
        type=str(row["type"]),
        source=str(row["source"]),
        to=str(row["to"]),
        target=str(row["target"]),
        start=props.get("start"),
        end=props.get("end"),
        quote=props.get("quote"),
        rule=str(props["rule"]),
        basis=props["basis"],
        document=document,
        props={name: value for name, value in props.items() if name not in COMMON},
    )


def _judged(statement: Statement, decision: Decision | None) -> Statement:
    if decision is None:
        return statement
    if decision.action == "reject":
        return _rejected(statement, decision)
    if decision.action == "correct":
        return _corrected(statement, decision)
    return replace(statement, props={**statement.props, "decided": "accepted", "decision": decision.id})


def _rejected(statement: Statement, decision: Decision) -> Statement:
    """Words that were taken for a statement; a citation falls back on a reference to no act."""
    props = {**statement.props, **_stated(statement), "decided": "rejected", "decision": decision.id}
    if statement.type != "CITES":
        return replace(statement, type=REJECTED, props=props)
    words = provision_key(statement.document, statement.start or 0, statement.end or 0)
    return replace(statement, type=REJECTED, to="Reference", target=words, props=props)


def _corrected(statement: Statement, decision: Decision) -> Statement:
    value = decision.corrections()
    changes = _changes(statement, value)
    beside: Props = {f"stated_{name}": statement.props.get(name) for name in changes}
    names = statement.type == "CITES" and "target" in value
    return replace(
        statement,
        type=MEASURE_TYPES[value["state"]] if "state" in value else statement.type,
        to="Directive" if names else statement.to,
        target=value.get("target", statement.target),
        rule="decision",
        basis="curated",
        props={
            **statement.props,
            **beside,
            **changes,
            **_stated(statement),
            "changed": sorted(changes),
            "decided": "corrected",
            "decision": decision.id,
        },
    )


def _changes(statement: Statement, value: Mapping[str, str]) -> Props:
    """The properties that a correction changes."""
    changes: Props = {}
    if "relation" in value:
        changes["relation"] = value["relation"]
    if "state" in value:
        changes["polarity"] = value["state"]
    if statement.type == "CITES" and value.get("target", statement.target) != statement.target:
        # The words say what another act is known by; of the act now meant they say nothing.
        name, _, rest = value["target"].partition("@")
        date = rest.partition("~")[0]
        number = name if len(date) == len("2020") else None  # an act without number has its day in the key
        changes |= {"number": number, "date": date, "doc_type": None, "issuer": None}
    return changes


def _stated(statement: Statement) -> Props:
    return {
        "stated_type": statement.type,
        "stated_to": statement.to,
        "stated_target": statement.target,
        "stated_key": statement.key,
        "stated_rule": statement.rule,
        "stated_basis": statement.basis,
    }


def _same_target(decided: str, stated: str, document: str) -> bool:
    """Whether two keys are one act: that of an act of unknown place changes when its document is placed."""
    if decided == stated:
        return True
    own = f"~?{document[:12]}"
    one_is_own = decided.endswith(own) or stated.endswith(own)
    return one_is_own and decided.partition("~")[0] == stated.partition("~")[0]
