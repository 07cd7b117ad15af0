"""Acts that name private persons: a central one, a letter that takes its wording, and what is not to be seen.

Composed. The passage that names a patient is reused, so that it stands on both sides of a piece of evidence.
"""

from __future__ import annotations

from pathlib import Path

_TASK = (
    "Khẩn trương truy vết, cách ly tập trung toàn bộ người tiếp xúc gần với bệnh nhân Nguyễn Thị Hoa, "
    "sinh năm 1985, trú tại thôn Đông, xã Yên Lạc, huyện Kim Động; thực hiện nghiêm 5K trong cộng đồng dân cư"
)
CENTRAL = f"""THỦ TƯỚNG CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 1099/CĐ-TTg
Hà Nội, ngày 22 tháng 8 năm 2021

CÔNG ĐIỆN
Về phòng, chống dịch COVID-19

1. {_TASK}.

2. Dừng hoạt động không thiết yếu.

THỦ TƯỚNG

Phạm Minh Chính
"""
LETTER = f"""ỦY BAN NHÂN DÂN
TỈNH TÂY NINH
Số: 2001/UBND-VX
Tây Ninh, ngày 25 tháng 8 năm 2021

V/v giải quyết đơn của bà Trương Thị Mận, trú tại ấp Bình Hòa, xã Bình Trưng

Kính gửi: Các sở, ban, ngành tỉnh.

Thực hiện Công điện số 1099/CĐ-TTg ngày 22/8/2021 của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh yêu cầu:

1. Sở Y tế: {_TASK}.

2. Ủy ban nhân dân các huyện, thành phố hỗ trợ hộ bà Kiều Thị Xuân, thôn 4, xã Cư Êbur, cách ly y tế tại nhà;
bệnh nhân BN 4321 tiếp tục điều trị.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn An
"""
# What tells who somebody is, and in the ways in which texts are searched.
SECRET = (
    "Nguyễn Thị Hoa",
    "nguyễn thị hoa",
    "nguyen thi hoa",
    "sinh năm 1985",
    "thôn Đông",
    "Yên Lạc",
    "Trương Thị Mận",
    "truong thi man",
    "Bình Hòa",
    "Kiều Thị Xuân",
    "Cư Êbur",
    "BN 4321",
)
PUBLIC = ("Kim Động", "Tây Ninh", "truy vết", "Nguyễn Văn An")  # places, measures and who signs
HIDDEN = {"1099/CĐ-TTg": 3, "2001/UBND-VX": 8}  # stretches


def write(folder: Path) -> list[Path]:
    """The acts as files."""
    for name, text in (("central", CENTRAL), ("letter", LETTER)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return sorted(folder.iterdir())


def told_in(shown: str) -> list[str]:
    """What must not be seen and stands in something that is shown."""
    return [words for words in SECRET if words in shown]
