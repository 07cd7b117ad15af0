"""What may stand in place of what was stated: a correction, checked before it is kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import get_args

from app.answers.acts.directives import find_directive
from app.answers.asking.errors import DirectiveUnknown, NumberInvalid, ProvinceUnknown
from app.answers.asking.reading import vocabulary
from app.answers.models.acts import Several
from app.answers.places.provinces import find_province
from graph.store import Store
from ingest.documents import Relation
from ingest.errors import DecisionInvalid
from ingest.statements.statement import Statement
from ingest.storing.judging import MEASURE_TYPES

_RELATIONS = tuple(name for name in get_args(Relation) if name != "self")
_OF_MEASURE = frozenset(MEASURE_TYPES.values())
_OF_BODY = frozenset({"ASSIGNS", "NAMES", "ADDRESSED_TO", "SENT_TO"})
# Statements that hang on words and may be decided about one by one; a document's own data goes by fields.
DECIDABLE = _OF_MEASURE | _OF_BODY | {"CITES", "REUSES"}
_ACT_KEY = re.compile(r"[^@\s]+@\d{4}(-\d\d-\d\d)?(~[^@\s]+)?")


def checked(store: Store, statement: Statement, value: Mapping[str, str]) -> dict[str, str]:
    """A correction of `statement`, its values read as people type them. Raises DecisionInvalid."""
    readers = _readers(store, statement)
    if not value or not set(value) <= set(readers):
        may = f"take of {', '.join(readers)}" if readers else "it may be accepted or rejected"
        raise _invalid(
            "there is nothing of it to correct so" if value else "what shall stand?", statement, may
        )
    found = {}
    for name, given in value.items():
        try:
            found[name] = readers[name](given.strip())
        except (ValueError, DirectiveUnknown, NumberInvalid, ProvinceUnknown) as error:
            raise _invalid(f"{name}: {error}", statement, "Give another value") from error
    if _says_the_same(statement, found):
        raise _invalid("this is what is stated already", statement, "Accept it instead")
    return found


def _readers(store: Store, statement: Statement) -> dict[str, Callable[[str], str]]:
    """What may be corrected in a statement of this type, and how each value is read."""
    if statement.type == "CITES":
        return {"relation": _one_of(_RELATIONS), "target": lambda typed: _act(store, typed)}
    if statement.type in _OF_MEASURE:
        return {"state": _one_of(tuple(MEASURE_TYPES)), "target": _one_of(tuple(vocabulary().measures))}
    if statement.type == "NAMES" and statement.to == "Province":
        return {"target": lambda typed: find_province(typed).code}
    return {"target": _body} if statement.type in _OF_BODY else {}


def _one_of(names: tuple[str, ...]) -> Callable[[str], str]:
    def read(typed: str) -> str:
        if typed not in names:
            shown = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
            raise ValueError(f"{typed!r} is none of {shown}")
        return typed

    return read


def _act(store: Store, typed: str) -> str:
    """The key of the act meant; a whole key of an act that is not known yet is taken as it is."""
    try:
        found = find_directive(store, typed)
    except DirectiveUnknown:
        if _ACT_KEY.fullmatch(typed):
            return typed
        raise
    if isinstance(found, Several):
        keys = ", ".join(candidate.key for candidate in found.candidates)
        raise ValueError(f"{typed!r} names several acts: {keys}")
    return found.directive.key


def _body(typed: str) -> str:
    base, _, province = typed.partition("~")
    if base not in vocabulary().bodies or (province and province not in vocabulary().provinces):
        raise ValueError(f"{typed!r} is no body; take an id of bodies.csv, as so-yt or so-yt~72")
    return typed


def _says_the_same(statement: Statement, value: Mapping[str, str]) -> bool:
    stated = {
        "relation": statement.props.get("relation"),
        "state": statement.props.get("polarity"),
        "target": statement.target,
    }
    return all(stated[name] == given for name, given in value.items())


def _invalid(what: str, statement: Statement, todo: str) -> DecisionInvalid:
    return DecisionInvalid(what, where=f"{statement.type} {statement.key}", todo=todo)
