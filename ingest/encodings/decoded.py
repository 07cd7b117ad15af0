"""A text and how many bytes of its source each character takes: the map home of a converted text."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Self

from ingest.read_as import ByteMap

# A character of the new text, and how many of the old it stands for.
Piece = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text as decoded. `steps` name the encoding and each conversion after it; `remarks` are for people.

    `widths[i]` is the number of source bytes of character i, None where the encoding alone tells it; the
    bytes follow one another without gap.
    """

    text: str
    steps: tuple[str, ...]
    remarks: tuple[str, ...] = ()
    widths: Sequence[int] | None = None

    def rewritten(self, pieces: Iterable[Piece], step: str, *remarks: str) -> Self:
        """The text as `pieces` have it; each is one character, and together they take the whole old text."""
        chars: list[str] = []
        widths = array("H")
        ends = array("L", [0, *accumulate(self.widths or widths_of(self.text, self.steps[0]))])
        at = 0
        for char, taken in pieces:
            chars.append(char)
            widths.append(ends[at + taken] - ends[at])
            at += taken
        steps, told = (*self.steps, step), (*self.remarks, *remarks)
        return replace(self, text="".join(chars), steps=steps, remarks=told, widths=widths)

    def remarked(self, *remarks: str) -> Self:
        """The same with further remarks."""
        return replace(self, remarks=(*self.remarks, *remarks))

    def moved(self, offsets: Sequence[int], source: str) -> list[int]:
        """Where the edges of lines of `source`, a text in UTF-8, stand now that it has been rewritten."""
        if self.widths is None:
            return list(offsets)
        before = [0, *accumulate(widths_of(source, "utf-8"))]
        now = {0: 0, **{end: i for i, end in enumerate(accumulate(self.widths), start=1)}}
        return [now[before[offset]] for offset in offsets]

    def byte_map(self) -> ByteMap | None:
        """The way back to the source's bytes; None where the encoding alone tells it."""
        return ByteMap.of(self.widths) if self.widths is not None else None


def widths_of(text: str, encoding: str) -> array[int]:
    """The bytes that each character of `text` takes in a Unicode or one-byte encoding."""
    if encoding.startswith("utf-32"):
        return array("H", [4]) * len(text)
    if encoding.startswith("utf-16"):
        return array("H", (4 if c > "\uffff" else 2 for c in text))
    if encoding != "utf-8":
        return array("H", [1]) * len(text)
    return array("H", (1 + (c > "\x7f") + (c > "\u07ff") + (c > "\uffff") for c in text))
