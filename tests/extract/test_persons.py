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
