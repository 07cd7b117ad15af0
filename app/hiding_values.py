"""Private persons hidden in values of any shape, as a query in Cypher gives them.

A node or relationship says which document its words are of, so that they are hidden by their place. A bare
string says nothing: it is looked for in the documents, and searched for the names, numbers and addresses that
are private anywhere in the store. What a query takes to pieces is not found so: who may ask in Cypher may see
the store.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.hiding import hidden
from ingest.text.hiding import MASK, Spans, masked, spans_from

_PASSAGE = 12  # characters of a string that is looked for in the documents
_WORD = re.compile(r"\w+")
_DIGITS = 4  # a store's own limits have fewer digits than years, cards and telephones
_FEWEST = 5  # characters of words that are looked for wherever they stand; a year is everybody's


@dataclass(frozen=True, slots=True)
class Secrets:
    """What is private in a store: the stretches of each document, its text in small letters, the words."""

    spans: Mapping[str, Spans]
    texts: Mapping[str, str]
    words: re.Pattern[str] | None

    @classmethod
    def of(cls, rows: list[dict[str, Any]]) -> Secrets:
        """From the rows of the query private_documents."""
        spans = {str(row["id"]): spans_from(row["private"]) for row in rows}
        texts = {str(row["id"]): str(row["text"]) for row in rows}
        said = {texts[id][start:end] for id, found in spans.items() for start, end in found}
        kept = sorted((words for words in said if len(words) >= _FEWEST), key=len, reverse=True)
        any_of = "|".join(re.escape(words) for words in kept)
        lowered = {id: low if len(low := text.lower()) == len(text) else text for id, text in texts.items()}
        return cls(spans, lowered, re.compile(rf"(?<!\w)(?:{any_of})(?!\w)", re.IGNORECASE) if kept else None)


def shown_value(value: Any, secrets: Secrets) -> Any:
    """A value as it may be shown; `value` is as JSON has it."""
    if secrets.words is None:
        return value
    if isinstance(value, str):
        return _string(value, secrets, secrets.words)
    if isinstance(value, list):
        return [shown_value(part, secrets) for part in value]
    if isinstance(value, Mapping):
        return {name: shown_value(part, secrets) for name, part in _placed(value, secrets).items()}
    return value


def shown_message(message: str, given: str, secrets: Secrets) -> str:
    """What a store says against a query, which may quote a stored value: the words of `given`, the query and
    its parameters, and the store's own stay; what may be a document's is hidden."""
    if not secrets.texts:
        return message
    known = {word.lower() for word in _WORD.findall(given)}
    held = {word for text in secrets.texts.values() for word in _WORD.findall(text)} - known

    def shown(match: re.Match[str]) -> str:
        word = match.group().lower()
        own = word in known or (word.isascii() and len(re.findall(r"\d", word)) < _DIGITS)
        return match.group() if own and word not in held else MASK * len(word)

    return _WORD.sub(shown, message)


def _placed(value: Mapping[str, Any], secrets: Secrets) -> Mapping[str, Any]:
    """A node or relationship with its own words hidden by their place; any other map as it is."""
    own = value.get("properties")
    if value.get("kind") not in ("node", "relationship") or not isinstance(own, Mapping):
        return value
    try:
        return {**value, "properties": hidden([dict(own)], lambda ids: secrets.spans)[0]}
    except (ValueError, TypeError, LookupError, AttributeError):
        return value  # a map of the query's own that only looks like a node


def _string(value: str, secrets: Secrets, words: re.Pattern[str]) -> str:
    if len(value) >= _PASSAGE and len(lowered := value.lower()) == len(value):
        for id, text in secrets.texts.items():
            if (start := text.find(lowered)) >= 0:
                value = masked(value, secrets.spans[id], start)
    return words.sub(lambda match: MASK * len(match.group()), value)
