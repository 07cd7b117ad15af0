"""Private stretches of a text as they are kept, and a text with them hidden: the same length, so that every
offset stays true."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from ingest.documents import Private

MASK = "█"
Spans = Sequence[tuple[int, int]]


def packed(private: Iterable[Private]) -> str:
    """Private stretches as text to keep: [[start, end, kind], …], "[]" where there are none."""
    return json.dumps([[p.start, p.end, p.kind] for p in private])


def spans_from(kept: object) -> list[tuple[int, int]]:
    """The stretches from what `packed` made of them; none from a document that was read before they were."""
    return [(start, end) for start, end, _ in json.loads(str(kept or "[]"))]


def masked(text: str, spans: Spans, start: int = 0) -> str:
    """A piece of a document's text that begins at `start`, every character of the stretches hidden but line
    ends."""
    pieces: list[str] = []
    kept = 0
    for a, b in sorted(spans):
        first, last = max(a - start, kept), min(b - start, len(text))
        if first < last:
            pieces += (text[kept:first], "".join(c if c == "\n" else MASK for c in text[first:last]))
            kept = last
    return "".join((*pieces, text[kept:])) if pieces else text
