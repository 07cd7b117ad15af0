"""What people decide about statements and documents: an append-only log, one JSON object a line.

A decision hangs on what the document states (document, type, span and target) or on a field of the document,
never on a node or a run, so that it outlives a new reading. The last one that was not undone is in force.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal, cast, get_args

from ingest.errors import DecisionLogInvalid
from ingest.keys import statement_key

Action = Literal["accept", "reject", "correct", "set", "undo"]
Standing = Literal["in force", "superseded", "undone"]
Value = str | dict[str, str] | None
ACTIONS: tuple[str, ...] = get_args(Action)
FIELDS = ("province", "number", "date", "issuer", "doc_type", "source_url", "retrieved_at")
_KEYS = ("id", "at", "by", "reason", "target", "action", "value", "of")
_OF_STATEMENT = frozenset({"document", "type", "start", "end", "target"})
_OF_FIELD = frozenset({"document", "field"})


@dataclass(frozen=True, slots=True)
class Target:
    """What is decided about: a field of a document, or a statement by document, type, span and target key."""

    document: str
    field: str | None = None
    type: str | None = None
    start: int | None = None
    end: int | None = None
    target: str | None = None

    @property
    def statement(self) -> str | None:
        """The key of the statement as it was stated; None for a field."""
        if self.type is None:
            return None
        return statement_key(self.document, self.type, self.start, self.end, str(self.target))

    @property
    def statement_span(self) -> tuple[str, str | None, int | None, int | None]:
        """Where it stands, whatever the statement is about."""
        return self.document, self.type, self.start, self.end

    def as_json(self) -> dict[str, object]:
        """The members that say something."""
        names = ("document", "field") if self.field else ("document", "type", "start", "end", "target")
        return {name: getattr(self, name) for name in names}


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: who (`by`), when (`at`, UTC ISO), why, about what, and what.

    value: of `correct` what is to stand instead (relation, state, target); of `set` the field's value, of
    `accept` and `reject` on a field the stated value that was judged. of: id of the decision undone.
    """

    at: str
    by: str
    reason: str
    target: Target
    action: Action
    value: Value = None
    of: str | None = None

    @property
    def id(self) -> str:
        """16 hex of a sha256 over all else: the same decision has the same id on every store."""
        return hashlib.sha256(_canonical(self._content()).encode()).hexdigest()[:16]

    @property
    def order(self) -> tuple[str, str]:
        """Its place in the log."""
        return self.at, self.id

    def corrections(self) -> Mapping[str, str]:
        """What is to stand instead, by name; {} where nothing is corrected."""
        return self.value if self.action == "correct" and isinstance(self.value, dict) else {}

    def line(self) -> str:
        """The decision as a line of the log, without the line end."""
        return json.dumps({"id": self.id, **self._content()}, ensure_ascii=False)

    def _content(self) -> dict[str, object]:
        return {
            "at": self.at,
            "by": self.by,
            "reason": self.reason,
            "target": self.target.as_json(),
            "action": self.action,
            "value": self.value,
            "of": self.of,
        }


def from_line(line: str, where: str) -> Decision:
    """The reverse of `Decision.line`. Raises DecisionLogInvalid, with `where` (file and line)."""
    try:
        found = json.loads(line)
        decision = _decision(found)
    except (ValueError, TypeError, KeyError) as error:
        raise _bad(f"no decision: {error}", where) from error
    if found["id"] != decision.id:
        raise _bad(f"its id is {found['id']!r} and its content makes {decision.id!r}", where)
    return decision


def _decision(found: Mapping[str, object]) -> Decision:
    if not isinstance(found, dict) or set(found) != set(_KEYS):
        raise ValueError(f"an object with {', '.join(_KEYS)} is needed")
    texts = [found[name] for name in ("at", "by", "reason", "action")]
    if not all(isinstance(text, str) for text in texts) or found["action"] not in ACTIONS:
        raise ValueError(f"at, by, reason are text, action is one of {', '.join(ACTIONS)}")
    if not isinstance(found["of"], str | None) or (found["action"] == "undo") != (found["of"] is not None):
        raise ValueError("of names the decision that an undo undoes, and nothing else has it")
    when = datetime.fromisoformat(str(found["at"]))
    if when.utcoffset() != timedelta(0):
        raise ValueError("at is a time in UTC")
    at, by, reason, action = (str(text) for text in texts)
    target = _target(found["target"])
    return Decision(at, by, reason, target, cast(Action, action), _value(found["value"]), found["of"])


def _target(found: object) -> Target:
    if not isinstance(found, dict) or set(found) not in (_OF_STATEMENT, _OF_FIELD):
        raise ValueError("target has document and field, or document, type, start, end and target")
    numbers = [found.get("start", 0), found.get("end", 0)]
    if not all(isinstance(n, int) for n in numbers) or found.get("field", FIELDS[0]) not in FIELDS:
        raise ValueError(f"target has whole offsets, or a field of {', '.join(FIELDS)}")
    if not all(isinstance(found.get(name, ""), str) for name in ("document", "type", "target")):
        raise ValueError("document, type and target of a target are text")
    return Target(**found)


def _value(found: object) -> Value:
    if isinstance(found, dict) and all(isinstance(v, str) for v in found.values()):
        return dict(found)
    if isinstance(found, str | None):
        return found
    raise ValueError("value is text, or an object of texts, or null")


def live(log: Iterable[Decision]) -> list[Decision]:
    """The decisions that nothing undoes, undoings themselves left out, in their order."""
    cancelled: set[str] = set()
    found = []
    for decision in sorted(log, key=lambda d: d.order, reverse=True):
        if decision.id in cancelled:
            continue
        if decision.action == "undo":
            cancelled.add(str(decision.of))
        else:
            found.append(decision)
    return found[::-1]


def in_force(log: Iterable[Decision]) -> dict[Target, Decision]:
    """The decision that holds, by what it is about: the last that was not undone."""
    return {decision.target: decision for decision in live(log)}


def standings(log: Iterable[Decision]) -> dict[str, Standing]:
    """How each decision of a log stands, by id; an undoing is in force until it is undone itself."""
    known = list(log)
    alive = live(known)
    holding = {decision.id for decision in in_force(known).values()}
    found: dict[str, Standing] = {d.id: "in force" if d.id in holding else "superseded" for d in alive}
    cancelled = {d.of for d in known if d.action == "undo" and _undoes(d, known)}
    for decision in known:
        if decision.id not in found:
            found[decision.id] = "undone" if decision.id in cancelled else "in force"
    return found


def _undoes(undo: Decision, log: Iterable[Decision]) -> bool:
    """Whether an undoing is itself not undone."""
    return not any(d.action == "undo" and d.of == undo.id and _undoes(d, log) for d in log)


def moment(after: str | None = None, now: datetime | None = None) -> str:
    """Now as `Decision.at`, in any case later than `after`."""
    when = now or datetime.now(UTC)
    if after is not None:
        when = max(when, datetime.fromisoformat(after) + timedelta(microseconds=1))
    return when.isoformat(timespec="microseconds")


def _canonical(content: Mapping[str, object]) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _bad(what: str, where: str) -> DecisionLogInvalid:
    return DecisionLogInvalid(what, where=where, todo="Take the line out, or put it back as it was written")
