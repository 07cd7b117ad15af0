"""What each body does in the act: issues it, is written to, is told to act, signs, or is only named."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from ingest.documents import Mention
from ingest.extract.bodies.find import find_bodies
from tests.extract.bodies_of import bodies_of, letterhead_of
from tests.extract.reading_of import reading_of

PROVINCIAL = """ỦY BAN NHÂN DÂN
TỈNH NGHỆ AN
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 5120/UBND-VX
V/v tăng cường kiểm soát người về từ vùng dịch
Nghệ An, ngày 05 tháng 8 năm 2021

Kính gửi:
- Các sở, ban, ngành cấp tỉnh;
- Các cơ quan Trung ương đóng trên địa bàn;
- UBND các huyện, thành phố, thị xã.

Ngày 03/8/2021, Sở Y tế đã báo cáo tình hình. UBND tỉnh yêu cầu các cơ quan, đơn vị thực hiện:

1. Công an tỉnh chủ trì, phối hợp với Bộ Chỉ huy Quân sự tỉnh lập chốt; báo cáo UBND tỉnh hằng ngày.

2. Giao UBND cấp huyện chỉ đạo các Tổ COVID cộng đồng rà soát từng hộ.

Nơi nhận:
- Như trên;
- Bộ Y tế (để b/c);
- Các cơ quan, đơn vị liên quan;
- Lưu: VT, VX.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Bùi Đình Long
"""

PARTY = """TỈNH ỦY NGHỆ AN
*
Số 412-CV/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Nghệ An, ngày 05 tháng 8 năm 2021

Kính gửi: - Các huyện ủy, thị ủy, đảng ủy trực thuộc Tỉnh ủy.

Để ngăn dịch lây lan, Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy thực hiện:

1. Các đồng chí Tỉnh ủy viên xuống cơ sở, báo cáo Thường trực, Ban Thường vụ.

Nơi nhận:
- Như trên,
- Lưu Văn phòng Tỉnh ủy.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ THƯỜNG TRỰC
Nguyễn Văn Thông
"""


def test_roles_of_a_state_letter() -> None:
    assert [(m.quote, m.id, m.attrs["role"]) for m in bodies_of(PROVINCIAL)] == [
        ("ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN", "ubnd-tinh", "issuer"),
        ("sở, ban, ngành cấp tỉnh", "so-ban-nganh", "addressee"),
        ("cơ quan Trung ương", None, "addressee"),
        ("UBND các huyện, thành phố, thị xã", "ubnd-huyen", "addressee"),
        ("Sở Y tế", "so-yt", "other"),
        ("UBND tỉnh", "ubnd-tinh", "issuer"),
        ("cơ quan", None, "assignee"),
        ("đơn vị", None, "assignee"),
        ("Công an tỉnh", "cong-an-tinh", "assignee"),
        ("Bộ Chỉ huy Quân sự tỉnh", "quan-su-tinh", "assignee"),
        ("UBND tỉnh", "ubnd-tinh", "other"),
        ("UBND cấp huyện", "ubnd-huyen", "assignee"),
        ("Tổ COVID cộng đồng", "to-covid", "assignee"),
        ("Bộ Y tế", "byt", "recipient"),
        ("ỦY BAN NHÂN DÂN", "ubnd-tinh", "issuer"),
        ("CHỦ TỊCH", "ct-ubnd", "other"),
        ("PHÓ CHỦ TỊCH", None, "signer"),
    ]


def test_roles_of_a_party_letter() -> None:
    found = bodies_of(PARTY, letterhead_of("btv-tu"))
    assert [(m.quote, m.id, m.attrs["role"]) for m in found] == [
        ("TỈNH ỦY NGHỆ AN", "tinh-uy", "issuer"),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", None, "other"),
        ("huyện ủy", "huyen-uy", "addressee"),
        ("thị ủy", "thi-uy", "addressee"),
        ("đảng ủy trực thuộc Tỉnh ủy", "dang-uy-truc-thuoc", "addressee"),
        ("Ban Thường vụ Tỉnh ủy", "btv-tu", "issuer"),
        ("cấp ủy", None, "assignee"),
        ("Tỉnh ủy viên", "tinh-uy-vien", "assignee"),
        ("Thường trực", "tt-tu", "other"),
        ("Ban Thường vụ", "btv-tu", "other"),
        ("Văn phòng Tỉnh ủy", "vptu", "recipient"),
        ("BAN THƯỜNG VỤ", "btv-tu", "issuer"),
        ("PHÓ BÍ THƯ THƯỜNG TRỰC", "pbttt-tu", "signer"),
    ]


def test_a_body_inside_a_citation_is_its_authority() -> None:
    text = "1. Sở Y tế thực hiện Chỉ thị số 16/CT-TTg của Thủ tướng Chính phủ.\n\n2. Hết.\n"
    start = text.index("Chỉ thị")
    cited = Mention(start, text.index(".\n"), text[start : text.index(".\n")], "REFERENCE", None)
    found = find_bodies(reading_of(text), letterhead_of(), (cited,))
    assert [(m.id, m.attrs["role"]) for m in found] == [("so-yt", "assignee"), ("ttg", "authority")]


VARIANTS: dict[str, Callable[[str], str]] = {
    "decomposed": lambda t: unicodedata.normalize("NFD", t),
    "windows line ends": lambda t: t.replace("\n", "\r\n"),
    "non-breaking": lambda t: t.replace(" ", "\xa0"),
    "zero-width": lambda t: t.replace(" ", "\u200b "),
    "old tone marks": lambda t: t.replace("ủy", "uỷ").replace("Ủy", "Uỷ").replace("ỦY", "UỶ"),
}


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("text", [PROVINCIAL, PARTY], ids=["state", "party"])
def test_how_a_text_is_written_changes_nothing(text: str, variant: str) -> None:
    plain = [(m.id, m.attrs["role"]) for m in bodies_of(text)]
    other = VARIANTS[variant](text)
    found = bodies_of(other)
    assert [(m.id, m.attrs["role"]) for m in found] == plain
    assert all(other[m.start : m.end] == m.quote for m in found)
