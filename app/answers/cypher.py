"""Cypher of one's own: asked read-only, answered within limits, as values that JSON has."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from typing import Any, Literal

from pydantic import Field

from app.answers.asking.reading import dataset_version, number, queries
from app.answers.models.shapes import Answer
from app.discreet import Discreet
from app.hiding_values import Secrets, shown_message, shown_value
from app.settings import Settings
from graph.readonly import Limits, ReadOnly
from graph.readonly_errors import CypherBusy, CypherTooLarge, CypherTooSlow
from graph.readonly_text import CypherRefused
from graph.store import Store

__all__ = ["CypherAnswer", "CypherBusy", "CypherDesk", "CypherRefused", "CypherTooLarge", "CypherTooSlow"]

DEEPEST = 32  # lists and maps of a parameter within each other
_INTEGERS = range(-(1 << 63), 1 << 63)  # what a store can hold


class CypherAnswer(Answer):
    """The rows of a query. `synthetic` is true where the store holds any composed document."""

    columns: list[str] = Field(description="Names of the columns, in their order.")
    rows: list[list[Any]] = Field(
        description="Rows, a value a column: null, booleans, numbers, strings, lists and maps as they are; "
        "dates, times and durations as ISO 8601; and objects with `kind` for nodes (`id`, `labels`, "
        "`properties`), relationships (`id`, `type`, `start`, `end`, `properties`), paths (`nodes`, "
        "`relationships`), points and bytes. Ids hold within one answer."
    )
    truncated: bool = Field(description="Whether there was more than is given here.")
    truncated_by: Literal["rows", "size"] | None = Field(description="Which limit cut it: `rows` or `size`.")
    milliseconds: int = Field(description="How long the store took.")


class CypherDesk:
    """Where one store is asked: keeps the connection, and how many may ask at one time. For all threads."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._reader: tuple[Store, ReadOnly] | None = None
        self._hidden: tuple[str, Secrets] | None = None

    def ask(
        self, store: Store, query: str, parameters: Mapping[str, Any], limit: int | None = None
    ) -> CypherAnswer:
        """The rows of a query, `limit` of them at the most, or as many as the settings allow if that is less.

        Raises CypherRefused, CypherTooSlow, CypherTooLarge, CypherBusy, StoreError.
        """
        for name, value in parameters.items():
            _check_value(name, value)
        version = dataset_version(store)
        secrets = self._secrets(store, version)
        try:
            found = self._of(store).ask(query, parameters, self._limits(limit))
        except (CypherRefused, CypherTooLarge) as error:
            given = f"{query} {json.dumps(parameters, ensure_ascii=False)}"
            error.what = shown_message(error.what, given, secrets)
            error.args = (error.what,)
            raise error.with_traceback(None) from None  # the store's own error says it whole
        composed = number(store.read(queries()["corpus_counts"])[0]["synthetic"])
        return CypherAnswer(
            dataset_version=version,
            synthetic=composed > 0,
            columns=list(found.columns),
            rows=[[shown_value(value, secrets) for value in row] for row in found.rows],
            truncated=found.cut is not None,
            truncated_by=found.cut,
            milliseconds=round(found.seconds * 1000),
        )

    def close(self) -> None:
        """Close the connection that was opened here. Twice does no harm."""
        with self._lock:
            if self._reader is not None:
                self._reader[1].close()
                self._reader = None

    def _limits(self, limit: int | None) -> Limits:
        most = self._settings.cypher_rows
        return Limits(
            seconds=self._settings.cypher_timeout,
            rows=most if limit is None else min(limit, most),
            size=self._settings.cypher_bytes,
        )

    def _secrets(self, store: Store, version: str) -> Secrets:
        """What is hidden in values: nothing where the store is asked whole."""
        if not isinstance(store, Discreet):
            return Secrets({}, {}, None)
        with self._lock:
            if self._hidden is None or self._hidden[0] != version:
                rows = store.whole.read(queries()["private_documents"])
                self._hidden = (version, Secrets.of(rows))
            return self._hidden[1]

    def _of(self, store: Store) -> ReadOnly:
        with self._lock:
            if self._reader is None or self._reader[0] is not store:
                if self._reader is not None:
                    self._reader[1].close()
                self._reader = (store, ReadOnly(store, at_once=self._settings.cypher_at_once))
            return self._reader[1]


def _check_value(name: str, value: Any, depth: int = 0) -> None:
    """A parameter that a store can take. Raises CypherRefused."""
    if depth > DEEPEST:
        raise _unfit(name, f"lists and maps stand in each other more than {DEEPEST} deep")
    if isinstance(value, int) and value not in _INTEGERS:
        raise _unfit(name, "an integer has at most 64 bits")
    if isinstance(value, str) and any("\ud800" <= char <= "\udfff" for char in value):
        raise _unfit(name, "half of a surrogate pair is no character")
    if isinstance(value, Mapping):
        for key, part in value.items():
            _check_value(name, key, depth + 1)
            _check_value(name, part, depth + 1)
    elif isinstance(value, list):
        for part in value:
            _check_value(name, part, depth + 1)


def _unfit(name: str, what: str) -> CypherRefused:
    return CypherRefused(what, where=f"parameter {name}", todo="Correct the value")
