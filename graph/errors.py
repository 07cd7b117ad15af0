"""The errors a person may meet: each says what went wrong, where, and what to do about it.

Named for what happened, which is how they are told apart in `except` and in the manual.
"""

from __future__ import annotations

import re

# Controls but tab and line end, and the marks that turn the direction of writing.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class TiengVangError(Exception):
    """Root of every error of this program.

    `what` went wrong, `where` (a path, a URL, a line) and what `todo` about it; `str()` is one clear message.
    """

    def __init__(self, what: str = "", *, where: object = "", todo: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = str(where)
        self.todo = todo

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return _printable(f"{head.rstrip('.')}. {self.todo}" if self.todo else head)

    def __reduce__(self) -> tuple[object, ...]:
        # Exception pickles positional arguments only; worker processes hand these over whole.
        return (_rebuild, (type(self), self.what, self.where, self.todo))


def _printable(message: str) -> str:
    """A message with the controls that a file's name may hold escaped: they would steer a terminal."""
    return _CONTROL.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), message)


def _rebuild(kind: type[TiengVangError], what: str, where: str, todo: str) -> TiengVangError:
    return kind(what, where=where, todo=todo)


class StoreError(TiengVangError):
    """Anything between this program and its graph store."""


class StoreUrlInvalid(StoreError):
    """The URL of the store is none that this program understands."""


class StoreUnavailable(StoreError):
    """The server is down, or it has no database of that name."""


class StoreRefused(StoreError):
    """The server is there and refused the user name or the password."""


class StoreLocked(StoreError):
    """Another process holds the embedded store and does not answer (exit code 2)."""


class EmbeddedMissing(StoreError):
    """The embedded engine is not installed, or has no build for this platform."""


class EmbeddedFailed(StoreError):
    """The embedded engine is installed and could not open its folder."""


class SchemaError(StoreError):
    """The schema files and the schema of the store do not fit."""


class SchemaFileInvalid(SchemaError):
    """A schema file is misnamed, empty, duplicated, or was edited after it had been applied."""


class SchemaNewer(SchemaError):
    """The store was migrated by a newer version of this program."""


class SchemaOutdated(SchemaError):
    """The store lacks migrations that only the process holding it can apply."""


class StoreForeign(StoreError):
    """The database holds somebody else's data, and nobody has said that ours may stand beside it."""


class QueryFileInvalid(TiengVangError):
    """A .cypher file whose declaration and text do not agree."""


class QueryParametersInvalid(TiengVangError):
    """A query was called with other parameters than it declares."""


class QueryFailed(StoreError):
    """The store refused a statement."""


class ConstraintViolated(QueryFailed):
    """A write would have broken a constraint of the schema; nothing of its transaction stays."""
