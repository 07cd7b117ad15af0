"""What a store says against a question, in this program's words, with the place where it says one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.errors import StoreError, TiengVangError
from graph.readonly_text import CypherRefused

if TYPE_CHECKING:
    from neo4j.exceptions import Neo4jError

# Where a store says that a query is wrong, and the number of its first column.
_PLACES = (
    (re.compile(r"\s*\(line (\d+), column (\d+) \(offset: \d+\)\).*", re.DOTALL), 1),  # Neo4j
    (re.compile(r"Syntax error at line (\d+):(\d+) - "), 0),  # the embedded engine
    (re.compile(r"\s+at line (\d+), column (\d+)\s.*", re.DOTALL), 0),  # the same
)
_ENDED = ("Transaction.Terminated", "TransactionTimedOut", "has been terminated", "LockClientStopped")
_WRITES = ("Security.Forbidden", "Statement.AccessMode", "access mode failed", "is not allowed to")
_MEMORY = (
    "OutOfMemory",
    "MemoryLimit",
    "allowed elements",
    "heap budget",
    "exceeding the maximum",
)


class CypherTooSlow(TiengVangError):
    """A question that took longer than it may, and was ended."""


class CypherTooLarge(TiengVangError):
    """A question for which the store has not the memory."""


class CypherBusy(StoreError):
    """As many questions are under way as may be at one time."""


def own_words(error: Neo4jError, tag: str = "") -> TiengVangError:
    """An error of a store as one of ours; `tag` is our own mark, which its message may show."""
    said = f"{error.code} {error.message}"
    message = (error.message or "the store refused it").replace(f"/* {tag} */", "").strip()
    if any(sign in said for sign in _ENDED):
        return CypherTooSlow("not answered in time, and ended", todo="Ask for less, or allow more time")
    if any(sign in said for sign in _MEMORY):
        return CypherTooLarge(_line(message), todo="Ask for less at a time: filter first, or add LIMIT")
    if any(sign in said for sign in _WRITES):
        return CypherRefused(f"here one only reads ({_line(message)})")
    return _placed(message)


def _placed(message: str) -> CypherRefused:
    """The message, and the place taken out of it where one stands there."""
    for pattern, first in _PLACES:
        found = pattern.search(message)
        if found:
            said = f"{message[: found.start()]} {message[found.end() :]}"
            return CypherRefused(_line(said), line=int(found[1]), column=int(found[2]) + 1 - first)
    return CypherRefused(_line(message))


def _line(message: str) -> str:
    return " ".join(message.split())[:500]
