"""What the words over a list want with its entries (câu dẫn): "Nghiêm cấm:", "Kết quả cụ thể như sau:".

A bullet has no verb of its own to say so: it inherits the mood of the sentence that ends with a colon before
it, or before the list that its own list stands in. An order between ends the search.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ingest.documents import Provision
from ingest.extract.reading import Reading

Mood = Literal["bans", "lifts", "reports", "orders"]

_LISTED = frozenset({"item", "clause", "point", "bullet"})
_LONGEST = 400  # characters of a lead that are looked at
# Elsewhere: "Các địa phương không được:", "Nghiêm cấm các hành vi:", "Tuyệt đối không thực hiện các việc:".
_BANS = re.compile(
    r"(?<!\w)(?:nghiêm cấm|cấm|không được(?: phép)?"
    r"|không (?:thực hiện|tổ chức|áp dụng|cho phép|tự ý|tiến hành))"
    r"(?! (?:phải|cần|yêu cầu)\b)(?:(?! (?:phải|cần|yêu cầu|mà|nhưng|thì)\b)[^,.;:]){0,60}:?$"
)
# Elsewhere: "Dừng áp dụng các biện pháp sau:", "Bãi bỏ các quy định:", "Không còn thực hiện các biện pháp:".
_LIFTS = re.compile(
    r"(?<!\w)(?:(?:tạm )?(?:dừng|ngừng|ngưng)|thôi|kết thúc|chấm dứt|bãi bỏ|gỡ bỏ|dỡ bỏ|hủy bỏ|nới lỏng"
    r"|không (?:còn|tiếp tục))"
    r"(?: ngay| việc| thực hiện| áp dụng| triển khai| toàn bộ| một số| các| những)*"
    r" (?:biện pháp|qui định|yêu cầu|hạn chế|nội dung|qui trình)(?:(?! (?:phải|cần)\b)[^,.;:]){0,60}:?$"
)
# Elsewhere: "Kết quả đạt được:", "Một số tồn tại, hạn chế:", "Khó khăn, vướng mắc:".
_TELLS = re.compile(
    r"^[\W\d]*(?:[ivx]+[.)] )?(?:(?:một số|những|các|về|cụ thể|trong đó) )*"
    r"(?:kết quả|tồn tại|hạn chế|khó khăn|nguyên nhân|ưu điểm|khuyết điểm|thuận lợi|tình hình|thực trạng"
    r"|thành tích|bài học|số liệu)\b"
)
# Elsewhere: "Đến nay, các huyện đã triển khai:", "Trong tuần qua:", "Tính đến ngày 5/8, toàn tỉnh có:".
_DONE = re.compile(
    r"(?<!\w)(?:đã (?!ban hành|nêu|chỉ đạo|yêu cầu|được giao|có|đề ra|kí|xác định|phê duyệt)\w+|đến nay"
    r"|tính đến|thời gian qua|vừa qua|tuần qua|tháng qua|năm qua)(?!\w)"
)
_ORDERS = re.compile(
    r"(?<!\w)(?<!đã )(?<!các )(?<!theo )(?:yêu cầu|đề nghị|giao|phải|cần|nhiệm vụ|giải pháp|chỉ đạo"
    r"|thống nhất|chỉ thị|quyết định|kết luận|tập trung|tiếp tục|thực hiện tốt|khẩn trương|đề ra)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Lead:
    """The mood of a lead, and its words [start, end) in the view."""

    mood: Mood
    start: int
    end: int


class Leads:
    """The leads of one text's lists."""

    def __init__(self, reading: Reading) -> None:
        self._view = reading.view
        self._provisions = reading.provisions
        self._starts = [p.start for p in reading.provisions]
        self._first_child: dict[int, int] = {}
        for i, provision in enumerate(reading.provisions):
            if provision.parent is not None:
                self._first_child.setdefault(provision.parent, i)
        self._known: dict[int, Lead | None] = {}

    def over(self, position: int) -> Lead | None:
        """The nearest lead over a position of the document that has a mood; None where none bears on it."""
        at = bisect_right(self._starts, position) - 1
        while at >= 0 and position >= self._provisions[at].end:
            parent = self._provisions[at].parent
            if parent is None:
                return None
            at = parent
        return self._of(at) if at >= 0 else None

    def _of(self, at: int) -> Lead | None:
        """The lead over the provision at an index, found once."""
        if at not in self._known:
            self._known[at] = self._found(at)
        return self._known[at]

    def _found(self, at: int) -> Lead | None:
        provision = self._provisions[at]
        if provision.kind not in _LISTED:
            return None
        before = self._before(at)
        own = self._read(*before) if before else None
        if own is not None:
            return own
        return self._of(provision.parent) if provision.parent is not None else None

    def _before(self, at: int) -> tuple[int, int] | None:
        """The document span before the list of an entry: of its parent's words, or of the paragraph above."""
        entry = self._provisions[at]
        i = at - 1
        while i >= 0 and (self._provisions[i].kind == entry.kind or self._inside(i, entry)):
            i -= 1
        if i < 0:
            return None
        above = self._provisions[i]
        if i == entry.parent:
            return above.start, self._provisions[self._first_child[i]].start
        return (above.start, above.end) if above.parent == entry.parent else None

    def _inside(self, i: int, entry: Provision) -> bool:
        """Whether a provision lies in an earlier entry of the same list."""
        parent = self._provisions[i].parent
        return parent is not None and parent != entry.parent and self._provisions[parent].kind == entry.kind

    def _read(self, start: int, end: int) -> Lead | None:
        a, b = self._view.here(start, end)
        key = self._view.key[max(a, b - _LONGEST) : b]
        said = key.rstrip(" \n*_")
        if not said.endswith(":"):
            return None
        sentence = re.split(r"[.;]\s", said)[-1]
        mood = _mood(" ".join(sentence.split()))
        return Lead(mood, b - len(key) + said.rfind(sentence), b - len(key) + len(said) - 1) if mood else None


@lru_cache(maxsize=4096)
def _mood(said: str) -> Mood | None:
    if _LIFTS.search(said):
        return "lifts"
    if _BANS.search(said):
        return "bans"
    if _ORDERS.search(said):
        return "orders"
    return "reports" if _TELLS.search(said) or _DONE.search(said) else None
