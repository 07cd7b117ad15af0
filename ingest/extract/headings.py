"""What the headings over parts of an act say of them: that they tell how things are, or what shall be done.

In the `bare` reading, with the number before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.documents import Provision
from ingest.extract.reading import Reading

# Goals and reports. Elsewhere: "I. TÌNH HÌNH DỊCH BỆNH", "2. Kết quả đạt được".
_TELLING = re.compile(
    r"^[\W_]*(?:[ivx\d]+[\W_]+){0,3}(?:phan\W+|ve\W+)?(?:muc dich|muc tieu|tinh hinh|ket qua|danh gia"
    r"|nguyen nhan|ton tai|han che|uu diem|khuyet diem|thuc trang)\b"
)
_TELLING_NOT = re.compile(r"\b(?:yeu cau|nhiem vu|giai phap|quan diem|bao cao|nguyen tac|noi dung)\b")
# What was said or how it came. Elsewhere: "I. Nội dung trao đổi", "A. BỐI CẢNH".
_DISCUSSED = re.compile(
    r"^[\W_]*(?:[ivx\da-d]+[\W_]+){0,3}(?:noi dung |phan )?(?:trao doi|thao luan"
    r"|y kien (?:thao luan|phat bieu|tham gia|cua)|phat bieu|dien bien|thanh phan|boi canh|dat van de)\b"
)
# Tasks. Elsewhere: "II. NHIỆM VỤ, GIẢI PHÁP", "III. TỔ CHỨC THỰC HIỆN", "II. Các bên thống nhất".
_TASKS = re.compile(
    r"\b(?:nhiem vu|giai phap|to chuc thuc hien|phan cong|bien phap thuc hien|phuong huong|kien nghi"
    r"|de xuat|thong nhat|cam ket)\b"
)


def heading_of(reading: Reading, provision: Provision) -> str:
    """A provision's heading in the `bare` reading; "" where it has none."""
    if not provision.heading:
        return ""
    a, b = reading.view.here(provision.start, provision.start + provision.heading)
    return reading.view.bare[a:b]


def tells(heading: str) -> bool:
    """Whether a heading stands over goals, reports or what was said."""
    goals = _TELLING.search(heading) and not _TELLING_NOT.search(heading)
    return bool(goals or _DISCUSSED.search(heading))


def tasks(heading: str) -> bool:
    """Whether a heading stands over tasks."""
    return bool(_TASKS.search(heading))


def told_under(reading: Reading, path: Iterable[int]) -> bool:
    """Whether one of the sections of `path` (indexes of provisions) has a heading that tells.

    A numbered task is none: "2. Đánh giá nguy cơ" may be what somebody shall do.
    """
    provisions = (reading.provisions[i] for i in path)
    return any(p.kind == "section" and tells(heading_of(reading, p)) for p in provisions)
