"""Papers that carry out an act, as things (các văn bản triển khai …): to end them does not carry it out."""

from __future__ import annotations

import re

_WINDOW = 160  # characters looked at before the implementing words
_PAPERS = (
    r"\b(?:các|những|mọi|toàn bộ|tất cả)(?: \w+){0,2}? (?:văn bản|qui định|biện pháp|kế hoạch|hướng dẫn"
    r"|phương án|nội dung|chỉ đạo)(?: (?!theo\b)\w+){0,4}?\s+"
)
_ENDED = re.compile(
    r"\b(?:bãi bỏ|(?:hủy|huỷ) bỏ|thu hồi|thay thế|chấm dứt|dừng|ngừng|ngưng|dỡ bỏ|gỡ bỏ|hết hiệu lực)"
    r"(?: (?:đối với|áp dụng|thực hiện|hiệu lực|của|ngay))*\s+" + _PAPERS + "$"
)
_CARRYING = re.compile(_PAPERS + r"(?:triển khai|thực hiện|thi hành)(?: (?:thực hiện|thi hành))?\s*$")


def ends_papers(key: str, start: int) -> bool:
    """Whether the implementing words at `start` only tell which papers are ended ("bãi bỏ các văn bản …")."""
    return _ENDED.search(key, max(0, start - _WINDOW), start) is not None


def of_papers(key: str, start: int) -> bool:
    """Whether the citation at `start` only tells which papers are spoken of ("các văn bản triển khai …")."""
    return _CARRYING.search(key, max(0, start - _WINDOW), start) is not None
