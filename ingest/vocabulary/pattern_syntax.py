"""The small grammar of `measure_patterns.csv`: phrases of whole words with slots.

    dừng hoạt động     these words, in order; punctuation between them is passed over
    (a|b c)            one of these
    [a|b c]            the same, and it may be missing
    {name}             the alternatives of a row of measure_words.csv; {things}: the things of subject.csv
    #                  a number, in digits or as a word
    ~3                 up to three words, without a comma between them
    ~~3                up to three words, commas allowed
    < … >              the span of the mention, where it is not the whole match

Words are written as they are spelt; they are compared in the `key` reading (see ingest.text.normalise).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ingest.errors import VocabularyInvalid
from ingest.text.normalise import key_of

_PIECE = re.compile(r"~~?\d+|[\[\](){}<>|#]|[^\s\[\](){}<>|#~]+")
_WORD = re.compile(r"[^\W_]+")
_MAX_OPTIONS = 2000


@dataclass(frozen=True, slots=True)
class Element:
    """One step of a pattern: words to choose from, or a number, or a gap of up to `gap` words."""

    options: frozenset[str] = frozenset()
    optional: bool = False
    number: bool = False
    gap: int = 0
    commas: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """A parsed pattern; the mention covers the elements [opens, closes)."""

    elements: tuple[Element, ...]
    opens: int
    closes: int

    @property
    def required(self) -> tuple[frozenset[str], ...]:
        """The options of every element that must be there."""
        return tuple(e.options for e in self.elements if e.options and not e.optional)


def words_of(phrase: str) -> str:
    """A phrase as it is compared: its words in the `key` reading, joined by one space."""
    return " ".join(_WORD.findall(key_of(phrase)))


def parse_words(
    rows: Mapping[str, str], known: Mapping[str, frozenset[str]] | None = None
) -> dict[str, frozenset[str]]:
    """The alternatives of each name of measure_words.csv; a row may use the names above it, and `known`
    ones."""
    names: dict[str, frozenset[str]] = dict(known or {})
    for name, cell in rows.items():
        names[name] = _Parser(f"({cell})", names).parse().elements[0].options
    return names


def parse(pattern: str, names: Mapping[str, frozenset[str]]) -> Pattern:
    """A pattern's elements. Raises VocabularyInvalid where the pattern is not of the grammar."""
    return _Parser(pattern, names).parse()


class _Parser:
    def __init__(self, source: str, names: Mapping[str, frozenset[str]]) -> None:
        self._source = source
        self._names = names
        self._pieces = _PIECE.findall(source)
        self._next = 0

    def parse(self) -> Pattern:
        elements: list[Element] = []
        opens, closes = 0, -1
        while (piece := self._peek()) is not None:
            if piece == "<":
                self._take()
                opens = len(elements)
            elif piece == ">":
                self._take()
                closes = len(elements)
            else:
                elements.append(self._element(piece))
        if not elements or elements[0].gap or elements[-1].gap:
            raise self._bad("a pattern begins and ends with words")
        return Pattern(tuple(elements), opens, len(elements) if closes < 0 else closes)

    def _element(self, piece: str) -> Element:
        if piece.startswith("~"):
            self._take()
            return Element(gap=int(piece.lstrip("~")), commas=piece.startswith("~~"))
        if piece == "#":
            self._take()
            return Element(number=True)
        if piece in "([":
            self._take()
            closer = ")" if piece == "(" else "]"
            if piece == "[" and self._peek() == "#":
                self._take()
                self._expect("]")
                return Element(number=True, optional=True)
            return Element(options=self._options(closer), optional=piece == "[")
        return Element(options=self._sequence())

    def _options(self, closer: str) -> frozenset[str]:
        options = set(self._sequence())
        while self._peek() == "|":
            self._take()
            options |= self._sequence()
        self._expect(closer)
        return frozenset(options)

    def _sequence(self) -> frozenset[str]:
        """Words and names side by side: every way to write them."""
        ways = [""]
        while (piece := self._peek()) is not None and piece not in "[](<>)|#" and piece[0] != "~":
            words = self._word(piece)
            ways = [f"{way} {word}".strip() for way in ways for word in words]
            if len(ways) > _MAX_OPTIONS:
                raise self._bad("too many alternatives in one place")
        if ways == [""]:
            raise self._bad("words expected")
        return frozenset(ways)

    def _word(self, piece: str) -> frozenset[str]:
        self._take()
        if piece != "{":
            word = words_of(piece)
            return frozenset({word}) if word else frozenset({""})
        name = self._take()
        self._expect("}")
        if name not in self._names:
            raise self._bad(f"no row {name!r} in measure_words.csv")
        return self._names[name]

    def _peek(self) -> str | None:
        return self._pieces[self._next] if self._next < len(self._pieces) else None

    def _take(self) -> str:
        piece = self._peek()
        if piece is None:
            raise self._bad("it ends too early")
        self._next += 1
        return piece

    def _expect(self, wanted: str) -> None:
        if self._take() != wanted:
            raise self._bad(f"{wanted!r} expected")

    def _bad(self, what: str) -> VocabularyInvalid:
        return VocabularyInvalid(
            what=f"a pattern cannot be read: {what}",
            where=f"measure_patterns.csv or measure_words.csv, {self._source!r}",
            todo="Write it by the grammar of patterns (docs/vocabulary.md)",
        )
