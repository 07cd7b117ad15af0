"""Commas inside a word and points that end no sentence: composed lines, with what looks like them beside."""

from __future__ import annotations

import pytest

from ingest.extract.stray_marks import without_stray_marks
from ingest.text.normalise import normalise
from ingest.vocabulary import shipped


def _read(text: str) -> str:
    view = without_stray_marks(normalise(text), shipped())
    assert (view.source, len(view.key), len(view.bare)) == (text, len(view.text), len(view.text))
    return " ".join(view.text.split())


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("hỗ trợ các doanh, nghiệp trên địa bàn", "hỗ trợ các doanh nghiệp trên địa bàn"),
        ("báo cáo Thủ, tướng Chính phủ", "báo cáo Thủ tướng Chính phủ"),
        ("xây dựng phương,\nán dự phòng", "xây dựng phương án dự phòng"),
        ("các đơn, vị liên quan", "các đơn vị liên quan"),
        ("ỦY BAN NHÂN DÂN THÀNH, PHỐ", "ỦY BAN NHÂN DÂN THÀNH PHỐ"),
        ("Bệnh viện tại TP. Hồ Chí Minh", "Bệnh viện tại TP Hồ Chí Minh"),
        ("nhà ở P. 12, Q. 8 bị phong tỏa", "nhà ở P 12, Q 8 bị phong tỏa"),
        ("theo ThS. Lê Văn Hải", "theo ThS Lê Văn Hải"),
        ("ông N. V. T. trú tại thôn Trung", "ông N V T trú tại thôn Trung"),
    ],
)
def test_a_mark_inside_a_word_or_name_is_read_as_a_blank(printed: str, read: str) -> None:
    assert _read(printed) == read


@pytest.mark.parametrize(
    "sound",
    [
        "các xã, Hội Nông dân phối hợp",
        "các huyện, Ủy ban nhân dân xã",
        "sản xuất, kinh doanh, nghiệp vụ du lịch",
        "cơ quan, chức năng nhiệm vụ",
        "thôn, bản, tổ dân phố",
        "theo chỉ đạo của UBND TP. Các sở, ngành thực hiện",
        "báo cáo UBND TP. Sở Y tế tổng hợp",
        "A. Phần chung",
        "Q. GIÁM ĐỐC",
    ],
)
def test_marks_that_part_what_is_apart_stay(sound: str) -> None:
    assert _read(sound) == sound
