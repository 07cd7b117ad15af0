"""A store whose answers hide private persons; what is written, and read in order to be written, is whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from app.answers.asking.reading import queries
from app.hiding import SpansOf, counted, hidden, holds_words
from app.settings import Settings
from graph.driver import Address, Row
from graph.queries import Query
from graph.store import Store, Tx
from ingest.text.hiding import spans_from

T = TypeVar("T")


class DiscreetTx(Tx):
    """A transaction whose rows hide private persons."""

    __slots__ = ()

    def __init__(self, whole: Tx) -> None:
        super().__init__(whole._tx, whole._trace)

    def run(self, query: Query, /, **params: object) -> list[Row]:
        """The rows of a query, as they may be shown."""
        rows = super().run(query, **params)
        if "private" in query.columns:
            rows = counted(rows)
        if not rows or not holds_words(query.text):
            return rows
        return hidden(rows, self._spans, params.get("id"))

    def _spans(self, ids: Iterable[str]) -> SpansOf:
        found = super().run(queries()["private_of"], ids=list(ids))
        return {str(row["id"]): spans_from(row["private"]) for row in found}


class Discreet(Store):
    """An open store as answers see it; `whole` is the store itself, to which writing goes."""

    def __init__(self, whole: Store) -> None:
        self.whole = whole
        self.kind = whole.kind

    @property
    def attached(self) -> bool:
        """As of the whole store."""
        return self.whole.attached

    @property
    def driver(self) -> Any:
        """As of the whole store."""
        return self.whole.driver

    @property
    def address(self) -> Address:
        """As of the whole store."""
        return self.whole.address

    def read_transaction(self, work: Callable[[Tx], T]) -> T:
        """Run `work` in one read transaction whose rows hide private persons."""
        return self.whole.read_transaction(lambda tx: work(DiscreetTx(tx)))

    def transaction(self, work: Callable[[Tx], T]) -> T:
        """Refused: what was read here and is written would stay hidden."""
        raise TypeError("writing goes to the whole store: app.discreet.whole_of")

    def describe(self) -> str:
        """As of the whole store."""
        return self.whole.describe()

    def close(self) -> None:
        """Closes the whole store."""
        self.whole.close()


def shown(store: Store, settings: Settings) -> Store:
    """The store as answers see it: discreet unless the settings say that private persons are shown."""
    return store if settings.show_private else Discreet(store)


def whole_of(store: Store) -> Store:
    """The store itself, for writing."""
    return store.whole if isinstance(store, Discreet) else store
