"""A text's tree of provisions (bố cục: phần, chương, mục, điều, khoản, điểm, gạch đầu dòng).

The text is cut into blocks of lines: one a printed mark, one a paragraph. A line that was broken by the page
or the column goes on with its block; a page number or a page break inside a sentence cuts nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from ingest.documents import Provision
from ingest.segmenting.blocks import Block, body_blocks
from ingest.segmenting.columns import columns
from ingest.segmenting.layout import Line, lines_of
from ingest.segmenting.tree import build
from ingest.segmenting.zone_cues import is_recipient
from ingest.segmenting.zones import Zones, zones_of
from ingest.text.normalise import View


def segment(view: View, furniture: Sequence[tuple[int, int]] = ()) -> tuple[Provision, ...]:
    """The provisions of a view, offsets in its source: parents before their children, in text order.

    The top level covers every character that is not blank, in order and without overlap. `furniture` are the
    spans of the source that its reader marked as the page's: they are told apart, whatever they say.
    """
    lines = _marked(view, lines_of(view), furniture)
    first = next((i for i, x in enumerate(lines) if not x.apart), len(lines))
    last = next((i for i in range(len(lines), first, -1) if not lines[i - 1].apart), first)
    blocks = [*_furniture(lines[:first]), *_act(view, lines[first:last]), *_furniture(lines[last:])]
    return build(view, blocks) if blocks else ()


def _act(view: View, lines: list[Line]) -> list[Block]:
    """The blocks of an act and of what a page without marks has around it."""
    if not lines:
        return []
    zones = zones_of(lines)
    return [
        *_before(lines, zones),
        *_whole("letterhead", lines[zones.head : zones.head_end]),
        *_whole("addressees", lines[zones.head_end : zones.body]),
        *body_blocks(lines[zones.body : zones.end], closing=True, letter=_is_letter(zones)),
        *_end(view, lines[zones.end : zones.tail]),
        *_after(lines[zones.tail :]),
    ]


def _marked(view: View, lines: list[Line], furniture: Sequence[tuple[int, int]]) -> list[Line]:
    """The lines, those inside a span of furniture set apart."""
    if not furniture:
        return lines
    starts = [start for start, _ in furniture]

    def apart(line: Line) -> bool:
        start, end = view.home(line.start, line.end)
        at = bisect_right(starts, start) - 1
        return at >= 0 and end <= furniture[at][1]

    return [replace(line, apart=True) if apart(line) else line for line in lines]


def _furniture(lines: list[Line]) -> list[Block]:
    return [Block("furniture", line.start, line.end) for line in lines]


def _is_letter(zones: Zones) -> bool:
    """Whether an act has a head, and addressees or a signing block: no page about one."""
    return zones.head < zones.head_end and (zones.head_end < zones.body or zones.end < zones.tail)


def _whole(kind: str, lines: list[Line]) -> list[Block]:
    return [Block(kind, lines[0].start, lines[-1].end)] if lines else []  # type: ignore[arg-type]


def _before(lines: list[Line], zones: Zones) -> list[Block]:
    """What stands before the letterhead: the page's furniture, or words of an article about the act."""
    return [
        Block("furniture" if x.furniture or x.page_mark or len(x.text) < 60 else "paragraph", x.start, x.end)
        for x in lines[: zones.head]
    ]


def _after(lines: list[Line]) -> list[Block]:
    cut = next((i for i, x in enumerate(lines) if x.furniture and not x.page_mark), len(lines))
    rest = [Block("furniture", lines[cut].start, lines[-1].end)] if cut < len(lines) else []
    return [*body_blocks(lines[:cut], closing=False), *rest]


def _end(view: View, lines: list[Line]) -> list[Block]:
    """Recipients and signature, which two columns may interleave line by line or on one line."""
    found: list[Block] = []
    kind = "recipients"
    for start, end in [piece for line in lines for piece in columns(view, line)]:
        told = is_recipient(view.text[start:end], view.bare[start:end])
        kind = kind if told is None else "recipients" if told else "signature"
        if found and found[-1].kind == kind:
            found[-1] = found[-1].until(end)
        else:
            found.append(Block(kind, start, end))  # type: ignore[arg-type]
    return found
