"""A line that two columns share: letterheads and signing blocks stand side by side on the page.

Converters put the two on one line, parted by blanks, a tab, a cell's edge or nothing at all.
"""

from __future__ import annotations

import re
from itertools import pairwise

from ingest.segmenting.layout import Line
from ingest.segmenting.zone_cues import is_signing
from ingest.text.normalise import View

_WIDE = re.compile(r"(?<=\S)(?:[ ]{3,}|[ ]*\t[ \t]*)(?=\S)|(?<=\S)[ ]*(?=\|[ ]*[^|\s-])")
# The right column's fixed words after a left column: "BỘ Y TẾ CỘNG HÒA XÃ HỘI …", "SỞ Y TẾ Độc lập - Tự do
# …".
_RIGHT = re.compile(
    r"(?<=\S)\s+(?=c.ng h.a x. h.i ch. ngh.a)|(?<=\S)\s+(?=d.c l.p\s*-\s*t. do)"
    r"|(?<=\S)\s+(?=d.ng c.ng s.n vi.t nam\W*$)"
)
# "Nơi nhận: TM. CHÍNH PHỦ", "- Như trên; THỨ TRƯỞNG": an entry's end, then words of the signing block.
_ENTRY_END = re.compile(r"(?<=[:;.])\s+(?=[A-ZĐÀ-Ỹ])|(?<=[,;])\s+(?=[A-ZĐÀ-Ỹ][^a-zà-ỹ]+$)")
# Blanks left for a number or behind a signing mark part no columns: "Số:        /BYT-DP", "KT. CHỦ TỊCH".
_NUMBER_OPEN = re.compile(r"(?:^|\s)s[o6]\s*:?$|\b(?:ngay|thang|nam)$")
_MARK_OPEN = re.compile(r"(?:^|[\s;:,.|*])(?:T/?M|K/?T|T/?L|T/?UQ|Q)\.$")
_SIGNING = 80  # characters of a piece of a signing block at most


def _before(text: str, position: int) -> str:
    """The last words before a position: enough for the marks that stand open there."""
    return text[max(0, position - 12) : position]


def columns(view: View, line: Line) -> list[tuple[int, int]]:
    """The pieces of a line, in order, as view spans; together they hold each of its characters that is not
    blank.
    """
    text, bare = view.text[line.start : line.end], view.bare[line.start : line.end]
    cuts = {m.end() for m in _WIDE.finditer(text) if not _NUMBER_OPEN.search(_before(bare, m.start()))}
    cuts |= {m.end() for m in _RIGHT.finditer(bare)}
    cuts |= {
        m.end()
        for m in _ENTRY_END.finditer(text)
        if len(text) - m.end() < _SIGNING
        and is_signing(text[m.end() :], bare[m.end() :])
        and not _MARK_OPEN.search(_before(text, m.start()))
        and (text[m.start() - 1] != "," or text.lstrip("|* ")[:1] in "-~")
    }
    edges = [0, *sorted(cuts), len(text)]
    return [
        (line.start + a, line.start + a + len(text[a:b].rstrip()))
        for a, b in pairwise(edges)
        if text[a:b].strip()
    ]
