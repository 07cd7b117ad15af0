"""HTML entities left in a text that is no HTML: "&#7897;", "&agrave;"."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from ingest.encodings.decoded import Decoded, Piece

_ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8}\d?);")
_ENOUGH = 3  # entities of letters: fewer may be someone's example


def without_entities(decoded: Decoded) -> Decoded:
    """The text with its entities as the characters they stand for, where they spell its letters."""
    letters = sum(_letter(m.group()).isalpha() for m in _ENTITY.finditer(decoded.text))
    if letters < _ENOUGH:
        return decoded
    found = sum(1 for m in _ENTITY.finditer(decoded.text) if _letter(m.group()))
    return decoded.rewritten(_pieces(decoded.text), "entities", f"{found:,} HTML entities read as characters")


def _letter(entity: str) -> str:
    """The one character that an entity stands for, "" where it is none."""
    char = html.unescape(entity)
    return char if len(char) == 1 else ""


def _pieces(text: str) -> Iterator[Piece]:
    at = 0
    for match in _ENTITY.finditer(text):
        if char := _letter(match.group()):
            yield from ((c, 1) for c in text[at : match.start()])
            yield char, len(match.group())
            at = match.end()
    yield from ((c, 1) for c in text[at:])
