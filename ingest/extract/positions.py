"""Where in a document a measure stands, as far as it matters for what the document wants with it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from typing import Literal

from ingest.documents import Mention, Provision
from ingest.reading import Reading

Zone = Literal["outside", "furniture", "subject", "opening", "background", "task"]

# Headings over goals and reports, in the `bare` reading. Elsewhere: "I. TÌNH HÌNH DỊCH BỆNH", "2. Kết quả đạt được".
_TELLING = re.compile(
    r"\b(?:muc dich|muc tieu|tinh hinh|ket qua|danh gia|nguyen nhan|ton tai|han che|uu diem|khuyet diem|thuc trang|can cu)\b"
)
_TELLING_NOT = re.compile(r"\b(?:yeu cau|nhiem vu|giai phap|quan diem|bao cao)\b")
# Headings over tasks. Elsewhere: "II. NHIỆM VỤ, GIẢI PHÁP", "III. TỔ CHỨC THỰC HIỆN".
_TASKS = re.compile(r"\b(?:nhiem vu|giai phap|to chuc thuc hien|phan cong|bien phap thuc hien)\b")
# An act that tells somebody to do something says so before a colon. Elsewhere: "UBND tỉnh yêu cầu:", "QUYẾT ĐỊNH:",
# "Chủ tịch UBND tỉnh đề nghị các địa phương thực hiện một số nội dung sau:".
_ORDERING = re.compile(
    r"\b(?:yeu cau|chi thi|de nghi|quyet dinh|ket luan|quyet nghi|chi dao|phan cong|nhu sau|noi dung sau|nhiem vu sau"
    r"|ban hanh ke hoach|thong bao|huong dan|y kien)\b[^.\n:]{0,120}:"
)
# The subject of an act named right before. Elsewhere: "Nghị quyết … của Chính phủ về việc hỗ trợ …", "Chỉ thị … về …".
_ABOUT = re.compile(
    r"^[^.;:\n]{0,80}?(?:ve viec|ve mot so chinh sach|ve mot so|ve tang cuong|ve|lien quan den|quy dinh|hieu qua|nham)\b[^.;:\n]{0,120}$",
    re.DOTALL,
)
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
        self._ends = sorted(r.end for r in references if r.attrs.get("kind") != "self")
        headings = [self._heading(p) for p in reading.provisions if p.heading]
        self._orders = bool(_ORDERING.search(_unwrapped(reading.view.bare))) or any(
            _TASKS.search(heading) for heading in headings
        )
        self._starts = [p.start for p in reading.provisions]

    def zone(self, first: int, last: int) -> Zone:
        """The zone of words [first, last]."""
        start, end = self._reading.view.home(*self._reading.words.span(first, last))
        path = self._path(start)
        kinds = [_KINDS[p.kind] for p in path if p.kind in _KINDS]
        if kinds and kinds[0] in ("outside", "furniture"):
            return kinds[0]
        if self._is_subject(start) and self._orders:
            return "subject"
        if kinds:
            return kinds[0]
        if not self._orders or any(self._tells(p) for p in path):
            return "opening"
        return "task"

    def _path(self, position: int) -> list[Provision]:
        """The provisions that hold a position of the document, the innermost first."""
        upto = bisect_right(self._starts, position)
        holding = [p for p in self._reading.provisions[:upto] if p.start <= position < p.end]
        return sorted(holding, key=lambda p: p.end - p.start)

    def _tells(self, provision: Provision) -> bool:
        heading = self._heading(provision) if provision.heading else ""
        return bool(_TELLING.search(heading)) and not _TELLING_NOT.search(heading)

    def _heading(self, provision: Provision) -> str:
        view = self._reading.view
        a, b = view.here(provision.start, provision.start + provision.heading)
        return view.bare[a:b]

    def _is_subject(self, start: int) -> bool:
        """Whether the words before a position are the subject clause of an act that is cited."""
        index = bisect_right(self._ends, start)
        if not index:
            return False
        view = self._reading.view
        a, b = view.here(self._ends[index - 1], max(start, self._ends[index - 1] + 1))
        return b - a < 200 and bool(_ABOUT.match(view.bare[a:b]))


def _unwrapped(bare: str) -> str:
    """Text with lines joined that a page or column broke."""
    return re.sub(r"\n(?=[a-z])", " ", bare)
