"""Cypher as words with places: what a guard needs, which must never take code for a string or a comment.

Stores disagree on one thing: Neo4j turns `\\uXXXX` into its character before anything else, others only
within strings. A text is therefore looked at in every way in which a store may read it. What stores may part
differently in still other ways (a control character, a lone carriage return that ends a comment here and not
there) is refused. Positions are those of the text as it was given.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from graph.errors import TiengVangError

Kind = Literal["word", "number", "string", "quoted", "sign"]

_TOKEN = re.compile(
    r"""
      (?P<space>\s+)
    | (?P<comment>//[^\r\n]* | /\*.*?\*/)
    | (?P<string>'(?:\\.|[^'\\])*' | "(?:\\.|[^"\\])*")
    | (?P<quoted>`(?:``|[^`])*`)
    | (?P<number>0[xXoO][0-9a-fA-F_]+ | \d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?)
    | (?P<word>[^\W\d]\w*)
    | (?P<sign>.)
    """,
    re.DOTALL | re.VERBOSE,
)
_ESCAPE = re.compile(r"\\(\\?)u+([0-9a-fA-F]{4})")
_ALL, _UNESCAPED = "all", "unescaped"
_SPACES = frozenset(" \t\n\r\f\v")
_LINE_ENDS = re.compile("\r(?!\n)|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


class CypherRefused(TiengVangError):
    """Cypher that this program does not run, or that the store cannot: `line` and `column` say where.

    Both count from 1, in code points; 0 where no place is known.
    """

    def __init__(
        self, what: str = "", *, where: object = "", todo: str = "", line: int = 0, column: int = 0
    ) -> None:
        place = f"line {line}, column {column}" if line else ""
        super().__init__(what, where=where or place, todo=todo)
        self.line = line
        self.column = column

    def __reduce__(self) -> tuple[object, ...]:
        return (_again, (type(self), self.what, self.where, self.todo, self.line, self.column))


def _again(  # the parts of an error, as they stand in it
    kind: type[CypherRefused], what: str, where: str, todo: str, line: int, column: int
) -> CypherRefused:
    return kind(what, where=where, todo=todo, line=line, column=column)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query: what it is, its text, its place in the text that was given."""

    kind: Kind
    text: str
    at: int

    @property
    def word(self) -> str:
        """A word as any store may read it: in capitals, without forms that only look different."""
        return unicodedata.normalize("NFKC", self.text).upper() if self.kind == "word" else ""


def place(text: str, at: int) -> tuple[int, int]:
    """Line and column of a position, from 1."""
    before = text[:at]
    return before.count("\n") + 1, at - before.rfind("\n")


def refusal(text: str, at: int, what: str, todo: str = "") -> CypherRefused:
    """An error at a position."""
    line, column = place(text, at)
    return CypherRefused(what, todo=todo, line=line, column=column)


def readings(text: str) -> list[list[Token]]:
    """The tokens of a text, comments left out, in each way in which a store may read it.

    Raises CypherRefused where something is never closed, or where it cannot be known what it is.
    """
    found = [_tokens(text, text, range(len(text) + 1))]
    for escapes in (_ALL, _UNESCAPED):
        read, places = _decoded(text, escapes)
        if read != text:
            found.append(_tokens(text, read, places))
    return found


def _decoded(text: str, escapes: str) -> tuple[str, list[int]]:
    """The text with its escapes read, and for each of its characters the place it comes from."""
    parts: list[str] = []
    places: list[int] = []
    done = 0
    for match in _ESCAPE.finditer(text):
        kept = match[1] if escapes == _ALL else ""
        if match[1] and escapes == _UNESCAPED:
            continue  # a backslash that is escaped itself
        parts += [text[done : match.start()], kept, chr(int(match[2], 16))]
        places += [*range(done, match.start()), *([match.start()] * (len(kept) + 1))]
        done = match.end()
    parts.append(text[done:])
    places += range(done, len(text) + 1)
    return "".join(parts), places


def _tokens(given: str, text: str, places: range | list[int]) -> list[Token]:
    return list(_walk(given, text, places))


def _walk(given: str, text: str, places: range | list[int]) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        kind, piece, at = match.lastgroup, match.group(), places[match.start()]
        if kind == "space":
            _check_space(given, piece, at)
        elif kind == "comment":
            _check_comment(given, piece, at)
        else:
            if kind in ("sign", "word"):
                _check_plain(given, text, match, at)
            assert kind in ("word", "number", "string", "quoted", "sign")
            yield Token(kind, piece, at)  # type: ignore[arg-type]


def _check_space(given: str, piece: str, at: int) -> None:
    odd = [char for char in piece if char not in _SPACES and unicodedata.category(char) != "Zs"]
    if odd:
        raise _strange(given, odd[0], at)


def _check_comment(given: str, piece: str, at: int) -> None:
    """A comment ends at one place for every store."""
    if piece.startswith("//") and _LINE_ENDS.search(piece):
        raise refusal(
            given, at, "this comment may end earlier than it seems", "Write it without odd line ends"
        )


def _check_plain(given: str, text: str, match: re.Match[str], at: int) -> None:
    piece = match.group()
    if piece in ("'", '"', "`") or text.startswith("/*", match.start()):
        opened = "/*" if piece == "/" else piece
        raise refusal(given, at, f"{opened} is opened and not closed")
    for char in piece:
        if unicodedata.category(char).startswith("C"):
            raise _strange(given, char, at)


def _strange(given: str, char: str, at: int) -> CypherRefused:
    name = unicodedata.name(char, "a control character")
    return refusal(given, at, f"U+{ord(char):04X} ({name.lower()}) stands in the code", "Take it out")
