"""Bodies as a reader would mark them: which words name one, which body it is, and what it does in the act."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.documents import Level, Mention
from tests.extract.bodies_of import bodies_of, letterhead_of


def _shown(mentions: tuple[Mention, ...]) -> list[tuple[str, str | None]]:
    return [(" ".join(m.quote.split()), m.id) for m in mentions]


# A task, so that classes of bodies that are told to act are seen as well.
NAMES = [
    ("Sở Y tế tổ chức tiêm.", [("Sở Y tế", "so-yt")]),
    ("Sở Y tế Bình Định hỗ trợ.", [("Sở Y tế Bình Định", "so-yt")]),
    ("Sở Ngoại vụ, Sở TN&MT rà soát.", [("Sở Ngoại vụ", None), ("Sở TN&MT", None)]),
    (
        "Sở Y tế, Công Thương và Tài chính tham mưu.",
        [("Sở Y tế", "so-yt"), ("Công Thương", "so-ct"), ("Tài chính", "so-tc")],
    ),
    (
        "Các Sở: Giao thông vận tải, LĐ-TB&XH thực hiện.",
        [("Sở: Giao thông vận tải", "so-gtvt"), ("LĐ-TB&XH", "so-ldtbxh")],
    ),
    (
        "Các Đảng ủy: Công an, Quân sự tỉnh chỉ đạo.",
        [("Đảng ủy: Công an", "du-ca"), ("Quân sự tỉnh", "du-qs")],
    ),
    (
        "Ban Tuyên giáo, Dân vận Tỉnh ủy phối hợp.",
        [("Ban Tuyên giáo", "btgtu"), ("Dân vận Tỉnh ủy", "bdvtu")],
    ),
    (
        "Các huyện, thị, thành ủy quán triệt.",
        [("huyện", "huyen-uy"), ("thị", "thi-uy"), ("thành ủy", "thanh-uy-tinh")],
    ),
    ("Huyện ủy Nghi Lộc kiểm điểm.", [("Huyện ủy Nghi Lộc", "huyen-uy")]),
    ("Các huyện, thành phố tổ chức đón người.", []),
    (
        "UBND cấp huyện, cấp xã rà soát.",
        [("UBND cấp huyện", "ubnd-huyen"), ("cấp xã", "ubnd-xa")],
    ),
    (
        "UBND các huyện, thị xã, thành phố rà soát.",
        [("UBND các huyện, thị xã, thành phố", "ubnd-huyen")],
    ),
    (
        "UBND các huyện Con Cuông, Tương Dương rà soát.",
        [("UBND các huyện Con Cuông, Tương Dương", "ubnd-huyen")],
    ),
    ("UBND thành phố Vinh chủ trì.", [("UBND thành phố Vinh", "ubnd-huyen")]),
    ("UBND thành phố Đà Nẵng chủ trì.", [("UBND thành phố Đà Nẵng", "ubnd-tinh")]),
    ("UBND các tỉnh, thành phố chủ động.", [("UBND các tỉnh, thành phố", "ubnd-tinh")]),
    ("Ủy ban nhân dân các cấp tăng cường kiểm tra.", [("Ủy ban nhân dân các cấp", None)]),
    (
        "Đảng ủy, UBND các xã, phường, thị trấn vận động.",
        [("Đảng ủy", "dang-uy-xa"), ("UBND các xã, phường, thị trấn", "ubnd-xa")],
    ),
    (
        "Bí thư, Chủ tịch UBND cấp huyện, cấp xã chịu trách nhiệm.",
        [("Bí thư", None), ("Chủ tịch UBND cấp huyện, cấp xã", None)],
    ),
    ("Bí thư các huyện ủy, thành ủy chỉ đạo.", [("Bí thư các huyện ủy, thành ủy", None)]),
    ("Chủ tịch UBND tỉnh quyết định.", [("Chủ tịch UBND tỉnh", "ct-ubnd")]),
    (
        "Giám đốc các sở: Y tế, Công Thương thực hiện.",
        [("Giám đốc các sở: Y tế, Công Thương", None)],
    ),
    (
        "Phó Chủ tịch UBND tỉnh phụ trách văn xã theo dõi.",
        [("Phó Chủ tịch UBND tỉnh", None)],
    ),
    ("Văn phòng UBND tỉnh theo dõi.", [("Văn phòng UBND tỉnh", "vp-ubnd")]),
    ("Văn phòng HĐND và UBND huyện theo dõi.", [("Văn phòng HĐND và UBND huyện", None)]),
    ("Ban cán sự đảng UBND tỉnh lãnh đạo.", [("Ban cán sự đảng UBND tỉnh", "bcsd-ubnd")]),
    ("Đảng đoàn Hội đồng nhân dân tỉnh lãnh đạo.", [("Đảng đoàn Hội đồng nhân dân tỉnh", "dd-hdnd")]),
    (
        "Ban Chỉ đạo phòng, chống dịch Covid-19 các cấp kiểm tra.",
        [("Ban Chỉ đạo phòng, chống dịch Covid-19 các cấp", "bcd-huyen")],
    ),
    (
        "Thực hiện ở từng thôn, bản; phong tỏa 12 ấp, thôn 5 và xóm Đoài.",
        [("thôn, bản", "to-dan-cu")],
    ),
    ("Hỗ trợ doanh nghiệp vay vốn.", []),
    (
        "Hướng dẫn doanh nghiệp trong khu công nghiệp Nam Cấm.",
        [("doanh nghiệp trong khu công nghiệp Nam Cấm", "dn-kcn")],
    ),
    ("Người từ cơ sở y tế, cơ sở sản xuất trở về phải khai báo.", []),
    (
        "Bệnh viện Bạch Mai, Viện Vệ sinh dịch tễ Trung ương hỗ trợ.",
        [("Bệnh viện Bạch Mai", None), ("Viện Vệ sinh dịch tễ Trung ương", None)],
    ),
    ("Theo Công văn số 52/UBND-VX, các thành phố trực thuộc Trung ương áp dụng.", []),
    ("Bí thư Huyện ủy Nguyễn Văn An chỉ đạo.", [("Bí thư Huyện ủy", None)]),
]


@pytest.mark.parametrize(("task", "expected"), NAMES, ids=[task[:40] for task, _ in NAMES])
def test_names_are_taken_whole_and_lists_apart(task: str, expected: list[tuple[str, str | None]]) -> None:
    assert _shown(bodies_of(f"1. {task}\n\n2. Sau khi xong thì thôi.\n")) == expected


@pytest.mark.parametrize(
    ("phrase", "issuer", "level", "province", "body"),
    [
        ("Ban Thường vụ", "btv-tu", "province", "40", "btv-tu"),
        ("Ban Thường vụ Thành ủy", "btv-tu", "province", "48", "btv-tu"),
        ("Ban Thường vụ Thành ủy", "thanh-uy-tinh", "district", "40", None),
        ("Thành ủy", "btv-tu", "province", "48", "thanh-uy-tw"),
        ("Thành ủy", "btv-tu", "province", "40", "thanh-uy-tinh"),
        ("Thành ủy Cần Thơ", "bct", "central", "40", "thanh-uy-tw"),
        ("UBND thành phố", "ubnd-tinh", "province", "48", "ubnd-tinh"),
        ("UBND thành phố", "ubnd-tinh", "province", "40", "ubnd-huyen"),
        ("UBND", "ubnd-huyen", "district", "40", "ubnd-huyen"),
        ("Ban Chỉ đạo", "ttg", "central", "40", "bcdqg"),
    ],
)
def test_a_name_without_a_level_stands_at_the_issuers(
    phrase: str, issuer: str, level: Level, province: str, body: str | None
) -> None:
    text = f"1. Yêu cầu các bên báo cáo {phrase} trước ngày 15.\n\n2. Hết.\n"
    found = [m for m in bodies_of(text, letterhead_of(issuer, level, province)) if m.quote == phrase]
    assert [m.id for m in found] == [body]


def test_a_body_without_a_row_has_its_name() -> None:
    found = bodies_of("1. Trung tâm Y tế huyện Con Cuông và Thủ trưởng các đơn vị thực hiện.\n\n2. Hết.\n")
    assert [m.attrs.get("name") for m in found] == ["Trung tâm Y tế huyện Con Cuông", "Thủ trưởng đơn vị"]


@pytest.mark.parametrize(
    ("scanned", "body"),
    [
        ("Bộ Chính ừị", "bct"),
        ("Sở Y tê", "so-yt"),
        ("Mặt ừận Tổ quốc", "ubmttq"),
        ("UBND các huyện, thị xa, thanh phố", "ubnd-huyen"),
        ("Ban Thường vu Tỉnh uy", "btv-tu"),
    ],
)
def test_a_scanners_slip_hides_no_body(scanned: str, body: str) -> None:
    found = bodies_of(f"1. Thực hiện nghiêm chỉ đạo của {scanned}.\n\n2. Hết.\n")
    assert [(m.quote, m.id) for m in found] == [(scanned, body)]


def test_a_text_that_lost_all_marks_is_read() -> None:
    text = "1. So Cong Thuong, UBND cac huyen, thi xa, thanh pho kiem tra cho dau moi.\n\n2. Het.\n"
    assert [m.id for m in bodies_of(text)] == ["so-ct", "ubnd-huyen"]


PIECES = [
    "UBND",
    "các",
    "huyện",
    "thị",
    "ủy",
    "thành",
    "Văn phòng",
    "Ban Thường vụ",
    "Sở",
    "Y tế",
    ":",
    ",",
    ";",
    "và",
    "1.",
    "\n\n",
    "\n- ",
    "cấp",
    "Chủ tịch",
    "giao",
    "phối hợp với",
    "thôn",
    "bản",
    "TM.",
    "|",
    "\u200b",
    "e\u0301",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_any_text_gives_mentions_in_order_that_quote_it(text: str) -> None:
    found = bodies_of(text)
    assert all(text[m.start : m.end] == m.quote and m.label == "BODY" for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
