"""Words of a time of day, week or year, or of a term: "trước 10 giờ hằng ngày", "chậm nhất thứ Sáu"."""

from __future__ import annotations

import re

from ingest.text.words import Words

_TIME = re.compile(
    "trước|sau|vào|từ|đến|cuối|đầu|giữa|lúc|giờ|phút|ngày|tuần|tháng|năm|quí|sáng|chiều|tối|trưa|thứ|hai|ba|tư|sáu"
    "|bảy|chủ|nhật|hàng|hằng|mỗi|định|kì|chậm|nhất|đúng|\\d+|\\d+h\\d*"
)


def behind_time(words: Words, first: int, stop: int) -> int:
    """The first word behind a time of two words or more that begins at `first`; `first` where none does.

    Only words before `stop` are looked at.
    """
    at = first
    while at < stop and _TIME.fullmatch(words.key(at)):
        at += 1
    return at if at > first + 1 else first
