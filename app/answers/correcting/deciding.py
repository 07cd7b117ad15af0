"""What a person wants decided -> decisions that hang on what is stated, carried out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.answers.asking.errors import DecisionUnknown
from app.answers.asking.reading import Row, queries
from app.answers.correcting.corrections import DECIDABLE, checked
from app.answers.models.decided import DecisionAction
from app.answers.sources.decisions import decision_of, logs
from app.answers.sources.documents import find_document
from app.answers.sources.provenance import find_statement
from app.catalogue import vocabulary_of
from app.discreet import whole_of
from app.field_values import READERS
from graph.store import Store
from ingest.decisions.log import Action, Decision, Target, in_force, moment, standings
from ingest.decisions.mirror import Mirror
from ingest.errors import DecisionInvalid
from ingest.pipeline import Report, decide
from ingest.statements.statement import Statement
from ingest.storing.judging import as_stated, from_row

_HEADER = {"date": "issued_on"}  # a field -> its name among what the letterhead states
_SEE_LIST = "See the list of decisions"
_MOST = 2000  # characters of a name or a reason


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person wants decided; `value` and `of` as in `Decision`, `value` as people type it."""

    action: DecisionAction
    by: str
    reason: str
    value: str | Mapping[str, str] | None = None
    of: str | None = None


def decide_statement(store: Store, key: str, asked: Asked, mirror: Mirror | None) -> Report:
    """Carries out a decision about the statement with this key.

    Raises StatementUnknown, DecisionUnknown, DecisionInvalid, DecisionLogError.
    """
    store = whole_of(store)
    row = find_statement(store, key.strip().lower())
    statement = _as_stated(row)
    target = Target(
        statement.document, None, statement.type, statement.start, statement.end, statement.target
    )
    if asked.action == "undo":
        return undo_decision(
            store, _of(asked, row), mirror, lambda t: t.statement_span == target.statement_span
        )
    if statement.type not in DECIDABLE or statement.start is None:
        raise DecisionInvalid(
            f"{statement.type} is of the document itself",
            where=key,
            todo=f"Decide about document {statement.document} and one of {', '.join(READERS)}",
        )
    if asked.action not in ("accept", "reject", "correct"):
        raise DecisionInvalid(f"{asked.action} is for documents", where=key, todo="Accept, reject or correct")
    value = _correction(store, statement, asked)
    return _carry_out(store, [_decision(store, target, asked, asked.action, value)], mirror)


def decide_document(store: Store, id: str, asked: Asked, mirror: Mirror | None) -> Report:
    """Carries out decisions about a document's own data.

    `set` (or `correct`) takes values by field, `accept` and `reject` the field whose stated value is judged,
    `undo` the id of any decision that hangs on the document, or a field. Raises DocumentUnknown,
    DecisionUnknown, DecisionInvalid, DecisionLogError.
    """
    store = whole_of(store)
    document = find_document(store, id)
    if asked.action == "undo":
        if asked.of is None:
            asked = replace(asked, of=_standing(store, document, asked.value))
        return undo_decision(store, asked, mirror, lambda target: target.document == document)
    if asked.action in ("accept", "reject"):
        field = _field(asked.value if isinstance(asked.value, str) else "")
        stated = _stated(store, document, field)
        target = Target(document, field)
        return _carry_out(store, [_decision(store, target, asked, asked.action, stated)], mirror)
    given = asked.value if isinstance(asked.value, Mapping) else {}
    if not given:
        raise DecisionInvalid("no field is given", where=id, todo=f"Give a value of {', '.join(READERS)}")
    made = [
        _decision(store, Target(document, _field(name)), asked, "set", _read(name, value))
        for name, value in given.items()
    ]
    return _carry_out(store, made, mirror)


def undo_decision(
    store: Store, asked: Asked, mirror: Mirror | None, about: Callable[[Target], bool] = lambda target: True
) -> Report:
    """Undoes the decision `asked.of`, whether or not what it is about is still there.

    about: whether a decision on this target may be meant.
    Raises DecisionUnknown, DecisionInvalid, DecisionLogError.
    """
    store = whole_of(store)
    undone = decision_of(store, asked.of or "none")
    if not about(undone.target):
        raise DecisionUnknown("this decision is about something else", where=undone.id, todo=_SEE_LIST)
    log = logs(store, [undone.target.document])[undone.target.document]
    if standings(log)[undone.id] == "undone":
        raise DecisionInvalid("it is undone already", where=undone.id, todo="Undo the undoing to restore it")
    by, reason = _signed(asked)
    decision = Decision(moment(_last(store)), by, reason, undone.target, "undo", None, undone.id)
    return _carry_out(store, [decision], mirror)


def _of(asked: Asked, row: Row) -> Asked:
    """An undoing that names no decision means the one that stands on the statement."""
    props = row["props"]
    standing = props.get("decision") if isinstance(props, dict) else None
    return asked if asked.of or standing is None else replace(asked, of=str(standing))


def _standing(store: Store, document: str, value: object) -> str:
    """The decision that an undoing means: the one in force on the field given, else the only one in force.

    Raises DecisionUnknown where none is, DecisionInvalid where several are.
    """
    if value:
        return _in_force(store, Target(document, _field(str(value))))
    standing = in_force(logs(store, [document]).get(document, []))
    found = {target.field: decision.id for target, decision in standing.items() if target.field}
    if len(found) == 1:
        return next(iter(found.values()))
    if not found:
        raise DecisionUnknown("nothing is decided about it", where=document, todo=_SEE_LIST)
    fields = ", ".join(sorted(found))
    raise DecisionInvalid(
        f"decisions on {len(found)} fields are in force", where="value", todo=f"Name one of {fields}"
    )


def _in_force(store: Store, target: Target) -> str:
    found = in_force(logs(store, [target.document]).get(target.document, [])).get(target)
    if found is None:
        raise DecisionUnknown("nothing is decided about it", where=target.field or "", todo=_SEE_LIST)
    return found.id


def _carry_out(store: Store, decisions: Sequence[Decision], mirror: Mirror | None) -> Report:
    return decide(store, queries(), vocabulary_of(store), decisions, mirror=mirror)


def _as_stated(row: Row) -> Statement:
    source, to = str(row["source_key"]), str(row["target_label"])
    props = row["props"]
    assert isinstance(props, dict)
    kind = "REJECTED" if props.get("decided") == "rejected" else row["type"]
    stored = {"source": source, "type": kind, "to": to, "target": row["target_key"], "props": props}
    return as_stated(from_row(str(row["document"]), stored))


def _correction(store: Store, statement: Statement, asked: Asked) -> dict[str, str] | None:
    if asked.action == "correct":
        return checked(store, statement, asked.value if isinstance(asked.value, Mapping) else {})
    if asked.value is not None:
        raise DecisionInvalid(
            f"{asked.action} takes no value", where=statement.key, todo="Leave it out, or correct instead"
        )
    return None


def _decision(
    store: Store, target: Target, asked: Asked, action: Action, value: str | dict[str, str] | None
) -> Decision:
    by, reason = _signed(asked)
    return Decision(moment(_last(store)), by, reason, target, action, value)


def _signed(asked: Asked) -> tuple[str, str]:
    """Who and why, in one line each. Raises DecisionInvalid where one is missing."""
    by, reason = (" ".join(text.split()) for text in (asked.by, asked.reason))
    for name, text in (("by", by), ("reason", reason)):
        if not text or len(text) > _MOST:
            what = "is empty" if not text else f"has over {_MOST} characters"
            raise DecisionInvalid(f"{name} {what}", where="decision", todo="Say who decides, and why")
    return by, reason


def _field(name: str) -> str:
    if name not in READERS:
        raise DecisionInvalid(
            f"{name!r} is no field of a document that people may set",
            where="field",
            todo=f"Take of {', '.join(READERS)}",
        )
    return name


def _read(name: str, value: str) -> str:
    try:
        return READERS[name](value.strip())
    except ValueError as error:
        raise DecisionInvalid(str(error), where=name, todo="Give another value") from error


def _stated(store: Store, document: str, field: str) -> str:
    """What the document states of a field of its own. Raises DecisionInvalid where it states nothing."""
    row = store.read(queries()["documents_to_check"], ids=[document])[0]
    stated = json.loads(str(row["header"])).get(_HEADER.get(field, field))
    if stated is None:
        raise DecisionInvalid(f"the document states no {field}", where=document, todo="Set it instead")
    return str(stated["value"])


def _last(store: Store) -> str | None:
    rows = store.read(queries()["last_decision"])
    return str(rows[0]["at"]) if rows and rows[0]["at"] else None
