"""Where the catalogue of acts and the texts disagree, in words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from app.answers.asking.reading import queries, vocabulary
from app.answers.models.acts import Conflict
from graph.store import Reader
from ingest.vocabulary import Vocabulary


def conflicts_of(store: Reader, keys: Sequence[str]) -> list[Conflict]:
    """What texts and citations say otherwise than the catalogue of these acts, in order of key and field."""
    rows = store.read(queries()["conflicts_of_acts"], keys=list(keys))
    return [_conflict(str(row["key"]), noted) for row in rows for noted in json.loads(str(row["conflicts"]))]


def notes(store: Reader, catalogue: Vocabulary) -> Iterator[str]:
    """One line a conflict, over all acts that the catalogue lists."""
    for conflict in conflicts_of(store, sorted(catalogue.directives)):
        yield f"{conflict.key}: {conflict.words}"


def _conflict(key: str, noted: dict[str, Any]) -> Conflict:
    field, times, text = noted["field"], noted["times"], noted["by"] == "text"
    who = "the text held says" if text else "a citation says"
    if times > 1:
        who = f"{times} {'texts held' if text else 'citations'} say"
    said, listed = _shown(field, noted["said"]), _shown(field, noted["catalogue"])
    return Conflict(key=key, words=f"{field}: {who} {said}, the catalogue says {listed}", **noted)


def _shown(field: str, value: str) -> str:
    body = vocabulary().bodies.get(value) if field == "issuer" else None
    return body.name if body else value
