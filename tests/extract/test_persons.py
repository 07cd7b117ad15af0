"""Private persons are found by the words beside their names; officials, places and counts are left."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import persons
from ingest.extract.persons.find import find_private
from tests.cases.check_cases import load
from tests.extract.reading_of import reading_of


def told(text: str) -> list[str]:
    """What is private in a text, in order."""
    return [text[p.start : p.end] for p in find_private(reading_of(text))]


@pytest.mark.parametrize(
    ("text", "private"),
    [
        ("Bệnh nhân Nguyễn Văn A, Mê Linh, Hà Nội.", ["Nguyễn Văn A"]),
        (
            "Ca bệnh đầu tiên: Hồ Văn K. (SN 1990, ngụ tổ 3, ấp 2, xã Tân Kiên), H. Bình Chánh.",
            ["Hồ Văn K.", "1990", "tổ 3, ấp 2, xã Tân Kiên"],
        ),
        ("Bệnh nhân Nguyễn Văn Hùng (BN 3456) là Phó Chủ tịch xã.", ["Nguyễn Văn Hùng", "BN 3456"]),
        ("Các bệnh nhân BN 1440, BN1441-1443 đã khỏi.", ["BN 1440", "BN1441-1443"]),
        (
            "Khởi tố bị can Đào Duy Tùng (SN 1979, trú tại phường Tràng Cát, quận Hải An).",
            ["Đào Duy Tùng", "1979", "phường Tràng Cát"],
        ),
        ("Hoàn cảnh bà Nguyễn Thị Năm, 70 tuổi, trú thôn Hạ, rất khó.", ["Nguyễn Thị Năm", "thôn Hạ"]),
        (
            "DANH SÁCH F1\n1 | Nguyễn Văn An | nam | 1985 | thôn Hạ |\n2 | Lê Thị Ba | 12/3/1990 | Huế |\n",
            ["Nguyễn Văn An", "1985", "thôn Hạ", "Lê Thị Ba", "12/3/1990"],
        ),
        (
            "Trong các ca được công bố vào buổi chiều hôm qua có bệnh nhân Nguyễn Văn\nTài được theo dõi.",
            ["Nguyễn Văn\nTài"],
        ),
        ("Bệnh nhân Nguyễn Thị Hạnh (1990) đã khỏi.", ["Nguyễn Thị Hạnh", "1990"]),
        (
            "DANH SÁCH\n1. Trần Thị Bưởi (1988)\n2. Lê Văn Cam (1990), thôn Hạ\n",
            ["Trần Thị Bưởi", "1988", "Lê Văn Cam", "1990", "thôn Hạ"],
        ),
        ("Bà Đỗ Thị Ngọ dương tính; Ông Võ Văn Mùi (F1) cách ly.", ["Đỗ Thị Ngọ", "Võ Văn Mùi"]),
        ("Bệnh nhân nữ, Lê Thị Hồng Gấm, 34 tuổi.", ["Lê Thị Hồng Gấm"]),
        (
            "Các ca dương tính: 1. Nguyễn Văn Mão; 2. Trần Văn Tỵ; 3. Lê Thị Dần.",
            ["Nguyễn Văn Mão", "Trần Văn Tỵ", "Lê Thị Dần"],
        ),
        ("BN số 12345 đã ra viện.", ["BN số 12345"]),
        ("Theo dõi bệnh nhân Nguyễn\nThị Hoa tại nhà.", ["Nguyễn\nThị Hoa"]),
        (
            "1 | Nguyễn Văn An | 1985 | 012090004567 | 0912345678 |\n",
            ["Nguyễn Văn An", "1985", "012090004567", "0912345678"],
        ),
        ("Xử phạt Hồ Thị Tuất về hành vi không đeo khẩu trang.", ["Hồ Thị Tuất"]),
        (
            "Truy vết bệnh nhân Nguyễn Thị Hoa. Nguyễn Thị Hoa đã đến chợ; NGUYỄN THỊ HOA ở nhà.",
            ["Nguyễn Thị Hoa", "Nguyễn Thị Hoa", "NGUYỄN THỊ HOA"],
        ),
        ("Học sinh Nguyễn Văn Tèo, lớp 5A, nghỉ học.", ["Nguyễn Văn Tèo"]),
    ],
)
def test_what_tells_who_a_private_person_is(text: str, private: list[str]) -> None:
    assert told(text) == private


@pytest.mark.parametrize(
    "text",
    [
        "Ghi nhận 35 ca mắc mới: Thạch Thất (5), Từ Sơn (3), Lương Tài (2), Mai Sơn 4 ca.",
        "ông Trần Văn A - Chủ tịch UBND xã Yên Phú chủ trì.",
        "Thủ trưởng đơn vị ông Nguyễn Văn Tài chịu trách nhiệm.",
        "Biến thể từ Anh, Nam Phi, Ấn Độ; trẻ em Lào Cai được nghỉ học.",
        "Bí thư Thành đoàn Nguyễn Hoàng Anh Lý Tuấn dự họp.",
        "Bổ nhiệm ông Nguyễn Văn Sơn, sinh năm 1975, Phó Giám đốc Sở Tài chính giữ chức Giám đốc Sở.",
        "1. Ông Lê Văn Dũng, Trưởng ban;\n2. Bà Trần Thị Hồng - Phó Trưởng ban Thường trực;",
        "Trường hợp ông Nguyễn Văn Tư, Chủ tịch UBND xã, để dịch lây lan thì phải xử lý.",
        "Chị Nguyễn Thị Thắm, Bí thư Đoàn xã, là tấm gương.",
        "Liên hệ: ông Lê Văn Tám, Chánh Văn phòng, điện thoại 0912345678.",
        "Bệnh nhân Quảng Nam, bệnh nhân Hà Nội, lái xe Hà Nội - Hải Phòng.",
        "Ủng hộ ông Nguyễn Văn Tèo làm Trưởng ban; gia đình chính sách, gia đình liệt sĩ.",
        "Các ca bệnh: Phan Rang Tháp Chàm, Phan Rang - Tháp Chàm.",
        "Học sinh Lê Hồng Phong, học sinh Nguyễn Thị Minh Khai đạt giải.",
        "Ông Võ Văn Mùi, Giám đốc Sở Y tế, dương tính với cáo buộc.",
        "Theo Trần Văn Thọ (2005), tăng trưởng chậm.",
        "Điều trị 60 bệnh nhân; bệnh nhân 60 tuổi; 1.245 bệnh nhân 37 ca nặng.",
    ],
)
def test_officials_places_and_counts_are_public(text: str) -> None:
    assert told(text) == []


def test_who_signs_is_public() -> None:
    text = (
        "UBND TỈNH X\n\nĐiều 1. Bệnh nhân Lê Thị Hoa được ra viện.\n\n"
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)\nông Nguyễn Văn An, sinh năm 1970\n"
    )
    assert told(text) == ["Lê Thị Hoa"]


def test_a_street_or_an_official_of_the_same_name_is_public() -> None:
    text = (
        "Bệnh nhân Nguyễn Văn Linh ở nhà. Phong tỏa đường Nguyễn Văn Linh. "
        "Trường THCS Nguyễn Văn Linh nghỉ học. "
        "Ông Nguyễn Văn Linh, Giám đốc Sở Y tế, chủ trì."
    )
    assert told(text) == ["Nguyễn Văn Linh"]


def test_who_is_written_to_without_an_office_is_private() -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH TÂY NINH\nSố: 2001/UBND-VX\n\nTây Ninh, ngày 25 tháng 8 năm 2021\n\n"
        "Kính gửi:\n- Bà Trương Thị Mận, trú tại ấp Bình Hòa;\n- Ông Lê Văn Dũng, Giám đốc Sở Y tế.\n\n"
        "1. Sở Y tế xem xét đơn.\n\n"
        "Nơi nhận:\n- Như trên;\n- Bà Kiều Thị Xuân;\n- Ông Trần Văn Bảy - Phó Chủ tịch tỉnh;\n- Lưu: VT.\n\n"
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn An\n"
    )
    assert told(text) == ["Trương Thị Mận", "ấp Bình Hòa", "Kiều Thị Xuân"]


@given(st.text(alphabet="abđê ÁNT.,;:()|\n019", max_size=60), st.text(alphabet="xyz ,.;\n", max_size=30))
def test_stretches_are_apart_in_order_and_inside_the_text(before: str, after: str) -> None:
    text = f"{before} bệnh nhân Nguyễn Văn An, sinh năm 1985, ở thôn Hạ, xã Tân Lập {after}"
    found = find_private(reading_of(text))
    edges = [edge for p in found for edge in (p.start, p.end)]
    assert edges == sorted(edges)
    assert all(0 <= p.start < p.end <= len(text) for p in found)


def test_a_name_in_other_unicode_is_found_at_its_own_offsets() -> None:
    text = unicodedata.normalize("NFD", "Bệnh nhân Nguyễn Thị Hoa, sinh năm 1985.")
    assert [unicodedata.normalize("NFC", words) for words in told(text)] == ["Nguyễn Thị Hoa", "1985"]


def test_the_cases_that_may_be_looked_at_are_right() -> None:
    assert persons.wrong(persons.measure("persons")) == []
    assert not any(persons.hidden_case_problems(case) for case in load("persons"))
