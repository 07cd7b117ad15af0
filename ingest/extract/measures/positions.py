"""Where in a document a measure stands, as far as it matters for what the document wants with it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Literal

from ingest.documents import Mention, Provision
from ingest.extract.headings import heading_of, tasks, tells
from ingest.extract.reading import Reading
from ingest.segmenting.zone_cues import BASES_HEADING
from ingest.text.normalise import View

Zone = Literal["outside", "furniture", "cited", "subject", "opening", "background", "task", "prose"]

# Where an act begins to tell people what to do. Elsewhere: "UBND tỉnh yêu cầu:", "QUYẾT ĐỊNH:", "Chủ tịch
# UBND tỉnh đề nghị các địa phương thực hiện một số nội dung sau."
_ORDERING = re.compile(
    r"\b(?:yeu cau|chi thi|de nghi|quyet dinh|ket luan|quyet nghi|chi dao|phan cong|ban hanh ke hoach"
    r"|thong bao|huong dan|y kien|keu goi|thong nhat|nhat tri|cam ket)\b[^.\n:]{0,120}:"
    r"|\b(?:noi dung|nhiem vu|giai phap|cong viec|bien phap|diem|viec|van de) sau(?: day)?[.:;]"
    r"|\bnhu sau(?:[.:;]|[ \t]*$)|^[^\w\n]*quyet (?:dinh|nghi)[^\w\n]*$",
    re.MULTILINE,
)
# The subject of an act named right before. Elsewhere: "Nghị quyết … của Chính phủ về việc hỗ trợ …",
# "Chỉ thị … của Thủ tướng Chính phủ về các biện pháp cấp bách …".
_ABOUT = re.compile(r"[^.;:]{0,80}\b(?:ve|lien quan den|quy dinh|hieu qua|nham)\b[^.;:]{0,120}")
# A report by its type (báo cáo) tells what was, save under a heading over tasks to come.
_REPORT = re.compile(r"^[^\w\n]*bao cao\b", re.MULTILINE)
# Parts that only a whole act or page has: a text without them is a piece of one (trích), or was typed in.
_FRAMING = frozenset({"letterhead", "addressees", "signature", "recipients", "furniture", "basis"})
_PROSE = frozenset({"opening", "paragraph", "closing"})
_LINE_END = re.compile("\n")
_MOST_PARAGRAPHS = 2  # of prose: a longer piece without tasks is an article or a speech
# What an act has and a piece of news has not.
_ORDERLY = frozenset({"article", "clause", "point", "item", "bullet", "signature", "addressees"})
_KINDS: Mapping[str, Zone] = {
    "recipients": "outside",
    "signature": "outside",
    "addressees": "outside",
    "furniture": "furniture",
    "letterhead": "subject",
    "opening": "opening",
    "basis": "background",
}


class Positions:
    """The zones of one text."""

    def __init__(self, reading: Reading, references: tuple[Mention, ...]) -> None:
        self._reading = reading
        acts = sorted((r.end, r.start) for r in references if r.attrs.get("kind") != "self")
        self._ends = [end for end, _ in acts]
        self._acts = [start for _, start in acts]
        headings = [heading_of(reading, p) for p in reading.provisions if p.heading]
        kinds = {p.kind for p in reading.provisions}
        self._from = self._told_from()
        self._orders = bool(kinds & _ORDERLY) and (
            self._from is not None
            or "article" in kinds
            or {"signature", "item"} <= kinds
            or any(map(tasks, headings))
        )
        prose = [p for p in reading.provisions if p.kind in ("opening", "paragraph", "closing")]
        self._piece = not kinds & _FRAMING and len(prose) <= _MOST_PARAGRAPHS
        self._report = any(
            p.kind == "letterhead" and _REPORT.search(self._words_of(p)) for p in reading.provisions
        )
        self._starts = [p.start for p in reading.provisions]

    def zone(self, first: int, last: int) -> Zone:
        """The zone of words [first, last]."""
        start, _ = self._reading.view.home(*self._reading.words.span(first, last))
        path = self._path(start)
        kinds = [_KINDS[p.kind] for p in path if p.kind in _KINDS]
        if any(p.heading and BASES_HEADING.match(heading_of(self._reading, p)) for p in path):
            kinds = ["background", *kinds]
        own = kinds[0] if kinds else None
        if own in ("outside", "furniture"):
            return own
        if self._orders and "background" not in kinds and self._is_subject(start):
            return "cited"
        if own is not None and own != "opening":
            return own
        listed: Zone = "prose" if _PROSE.issuperset(p.kind for p in path) else "task"
        if self._piece and not self._ahead(start) and not any(self._tells(p) for p in path):
            return listed
        return "opening" if self._early(path, start) or self._telling(path, start) else listed

    def _telling(self, path: Sequence[Provision], start: int) -> bool:
        """Whether what stands here tells and does not order: in no act and behind no "… như sau", under such
        a heading, in a report."""
        ordering = self._orders or (self._from is not None and start > self._from)
        if not ordering or any(self._tells(p) for p in path):
            return True
        return self._report and not any(tasks(heading_of(self._reading, p)) for p in path)

    def _told_from(self) -> int | None:
        """Where the document's orders begin: behind the colon of "… yêu cầu:"; None where it has none."""
        view = self._reading.view
        heads = [p.end for p in self._reading.provisions if p.kind in ("letterhead", "addressees")]
        skipped = view.here(max(heads) - 1, max(heads))[1] if heads else 0
        match = _ORDERING.search(_unwrapped(view), skipped)
        return view.starts[match.end() - 1] if match else None

    def _ahead(self, start: int) -> bool:
        """Whether a position stands before "… yêu cầu:"."""
        return self._from is not None and start <= self._from

    def _early(self, path: Sequence[Provision], start: int) -> bool:
        """Whether a position stands before the orders: in the opening, or in prose before "… yêu cầu:"."""
        kinds = {p.kind for p in path}
        if self._from is not None and start > self._from:
            return False
        return "opening" in kinds or (self._from is not None and kinds <= {"paragraph"})

    def _path(self, position: int) -> list[Provision]:
        """The provisions that hold a position of the document, the innermost first."""
        provisions = self._reading.provisions
        at: int | None = bisect_right(self._starts, position) - 1
        path: list[Provision] = []
        while at is not None and at >= 0:
            if position < provisions[at].end:
                path.append(provisions[at])
            at = provisions[at].parent
        return path

    def _tells(self, provision: Provision) -> bool:
        return tells(heading_of(self._reading, provision))

    def _words_of(self, provision: Provision) -> str:
        a, b = self._reading.view.here(provision.start, provision.end)
        return self._reading.view.bare[a:b]

    def act_before(self, first: int) -> int | None:
        """The first word of the act whose subject clause holds word `first`; None where none does."""
        start, _ = self._reading.view.home(*self._reading.words.span(first, first))
        index = bisect_right(self._ends, start)
        if not self._is_subject(start):
            return None
        at = self._acts[index - 1]
        return self._reading.words.at(self._reading.view.here(at, at + 1)[0])

    def _is_subject(self, start: int) -> bool:
        """Whether the words before a position are the subject clause of an act that is cited."""
        index = bisect_right(self._ends, start)
        if not index:
            return False
        view = self._reading.view
        a, b = view.here(self._ends[index - 1], max(start, self._ends[index - 1] + 1))
        return b - a < 200 and bool(_ABOUT.fullmatch(view.bare[a:b]))


def _unwrapped(view: View) -> str:
    """The `bare` reading with lines joined that a page or column broke; the same length."""
    return _LINE_END.sub(lambda m: " " if view.text[m.end() : m.end() + 1].islower() else "\n", view.bare)
