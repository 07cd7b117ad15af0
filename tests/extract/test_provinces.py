"""Which names are provinces, by the words around them."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.extract.provinces import find_provinces
from ingest.vocabulary import shipped
from tests.extract.reading_of import reading_of

NAMED = [
    ("Người về từ tỉnh Bắc Giang phải khai báo.", ["Bắc Giang"]),
    ("Ban Thường vụ Tỉnh ủy Quảng Nam yêu cầu.", ["Quảng Nam"]),
    ("TỈNH ỦY QUẢNG NGÃI", ["QUẢNG NGÃI"]),
    ("UBND TỈNH KHÁNH HOÀ", ["KHÁNH HOÀ"]),
    ("từ Thành phố Hồ Chí Minh, Bình Dương và Đồng Nai", ["Thành phố Hồ Chí Minh", "Bình Dương", "Đồng Nai"]),
    ("các tỉnh, thành phố: Hồ Chí Minh, Long An, Tây Ninh", ["Hồ Chí Minh", "Long An", "Tây Ninh"]),
    ("về từ TP.HCM, TP. Đà Nẵng và TP Cần Thơ", ["TP.HCM", "TP. Đà Nẵng", "TP Cần Thơ"]),
    ("THÀNH ỦY HẢI PHÒNG", ["HẢI PHÒNG"]),
    ("Thủ đô Hà Nội tạm dừng xe khách.", ["Hà Nội"]),
    ("tỉnh Bà Rịa - Vũng Tàu", ["Bà Rịa - Vũng Tàu"]),
    ("tỉnh Thừa Thiên Huế và tỉnh Đắc Lắc", ["Thừa Thiên Huế", "Đắc Lắc"]),
    ("người dân Bắc Cạn đang ở Hà Nam", ["Bắc Cạn", "Hà Nam"]),
    ("Sóc Trăng, ngày 12 tháng 5 năm 2021", ["Sóc Trăng"]),
    ("tỉnh Quảng\nBình tạm dừng", ["Quảng\nBình"]),
    ("UBND tỉnh Ninh Bình, UBND thành phố Ninh Bình", ["Ninh Bình"]),
    ("các tỉnh, thành phố Bắc Ninh, Hải Dương", ["Bắc Ninh", "Hải Dương"]),
    ("nông sản của Sơn La; vải thiều Bắc Giang", ["Sơn La", "Bắc Giang"]),
    ("các thị xã, thành phố thuộc Bình Dương, Đồng Nai", ["Bình Dương", "Đồng Nai"]),
    ("các chợ tại Long An, Tiền Giang", ["Long An", "Tiền Giang"]),
    ("tinh Tay Ninh thong bao", ["Tay Ninh"]),
    ("Thành phố Thủ Đức, tp. Hồ Chí Minh", ["tp. Hồ Chí Minh"]),
    ("xe ùn ứ ở cửa ngõ Cần Thơ", ["Cần Thơ"]),
    ("họp tại điểm cầu Đồng Nai", ["Đồng Nai"]),
    ("Bộ yêu cầu Bắc Giang mở đường cho xe chở vải", ["Bắc Giang"]),
    ("V/v đón người dân về thành phố\nHải Phòng, ngày 03 tháng 8 năm 2021", ["Hải Phòng"]),
    ("ỦY BAN NHÂN DÂN THÀNH PHỐ\nHẢI PHÒNG", ["THÀNH PHỐ\nHẢI PHÒNG"]),
]
NOT_NAMED = [
    "Báo Quảng Ninh, Đài Truyền hình Vĩnh Long và Đại học Cần Thơ đưa tin",
    "ở cửa khẩu quốc tế Lào Cai, nhiệt điện Thái Bình 2",
    "thành phố Lào Cai, TP. Thái Nguyên và thị xã Phú Thọ",
    "Thành ủy Bắc Kạn, Thành ủy Bến Tre",
    "huyện Long An cũ, phường Hòa Bình, xã Hà Nam, quận Bình Dương",
    "các nước châu Á - Thái Bình Dương",
    "chiến thắng Điện Biên Phủ",
    "đường Hà Nội, phố Hải Phòng, cầu Đồng Nai, sông Sài Gòn",
    "chợ Bến Tre, kênh Bạc Liêu - Cà Mau, biển Cà Mau, vịnh Hạ Long",
    "nhiều tuyến phố như Hải Phòng, Hậu Giang, Trà Vinh vắng người",
    "Đoàn TNCS Hồ Chí Minh, tư tưởng Hồ Chí Minh, đường Hồ Chí Minh",
    "Chủ tịch Hồ Chí Minh; Học viện Chính trị quốc gia Hồ Chí Minh",
    "Chỉ thị số 16/CT-TTg, Công văn số 12/BN-HP, 30/HN",
    "đồng chí Đặng Hoà Bình, ông Nguyễn An Giang, bà Lê Thị Hà Giang",
    "vì nền hòa bình, thái bình, cao bằng cấp",
    "ga Hà Nội, sân bay Cần Thơ, cảng Hải Phòng, cửa biển Trà Vinh",
    "tuyến Hà Nội - Lào Cai, cao tốc Hà Nội - Hải Phòng",
    "các xã Tân Hưng, Hòa Bình và Bình Phước; 4 phường An Phú, Long An",
    "các huyện Châu Thành, Tây Ninh",
    "5K của bộ y tế, F1, F0, CT, HN, BN",
]


def quotes(text: str) -> list[str]:
    return [m.quote for m in find_provinces(reading_of(text))]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_a_name_with_its_span(text: str, expected: list[str]) -> None:
    assert quotes(text) == expected


@pytest.mark.parametrize("text", NOT_NAMED)
def test_a_name_that_is_something_else(text: str) -> None:
    assert quotes(text) == []


@pytest.mark.parametrize("province", shipped().provinces.values(), ids=lambda p: p.code)
def test_each_of_the_63_by_its_name(province) -> None:  # type: ignore[no-untyped-def]
    for text in (f"{province.full_name} báo cáo.", f"UBND {province.full_name.upper()}"):
        found = find_provinces(reading_of(text))
        assert [m.id for m in found] == [province.code]


def test_a_text_without_marks() -> None:
    text = "UBND TINH DONG NAI\nNguoi tu Binh Duong qua cau Dong Nai, cau Ha Tien va song Sai Gon ve Ha Noi."
    assert quotes(text) == ["DONG NAI", "Binh Duong", "Ha Noi"]


def test_english() -> None:
    text = "People from Ho Chi Minh City, Da Nang and Quang Ninh province must declare."
    assert quotes(text) == ["Ho Chi Minh City", "Da Nang", "Quang Ninh"]


_PLAIN = "tỉnh Hà Nội Nam Bình Dương Thái thành phố TP. TP.HCM , ; - / đường Hồ Chí Minh Huế Đắk Lắk và ngày"
_WORDS = st.sampled_from([*_PLAIN.split(), "\n", "16/CT-TTg"])


@given(st.lists(_WORDS, max_size=30).map(" ".join), st.sampled_from(["NFC", "NFD"]))
def test_quotes_are_the_text(text: str, form: str) -> None:
    source = unicodedata.normalize(form, text)  # type: ignore[arg-type]
    found = find_provinces(reading_of(source))
    assert all(source[m.start : m.end] == m.quote for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert [m.id for m in found] == [m.id for m in find_provinces(reading_of(text))]
