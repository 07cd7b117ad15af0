"""Acts whose data stand elsewhere than in a letterhead: a title's line, the day of minutes, a page's lead."""

from __future__ import annotations

import pytest

from ingest.documents import Letterhead, Stated
from ingest.extract.head.letterhead import read_letterhead
from tests.extract.reading_of import reading_of

TASKS = "\n\n1. Sở Y tế tổ chức xét nghiệm.\n\n2. Công an tỉnh lập chốt kiểm soát.\n"


def _head(text: str) -> Letterhead:
    return read_letterhead(reading_of(text))


def _value(stated: Stated | None) -> str | None:
    return stated.value if stated else None


TITLES = [
    (
        "TRÍCH NGHỊ QUYẾT SỐ 18-NQ/TU NGÀY 02/12/2021\nCỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH SƠN LA\nvề năm 2022",
        ("18-NQ/TU", "Nghị quyết", "2021-12-02", "bch-dang-bo", "14", "về năm 2022"),
    ),
    (
        "(TRÍCH) KẾ HOẠCH SỐ 212/KH-UBND NGÀY 15 THÁNG 9 NĂM 2021 CỦA UBND TỈNH CAO BẰNG",
        ("212/KH-UBND", "Kế hoạch", "2021-09-15", "ubnd-tinh", "04", None),
    ),
    (
        "CHỈ THỊ SỐ 16/CT-TTg (31/3/2020) CỦA THỦ TƯỚNG CHÍNH PHỦ VỀ VIỆC THỰC HIỆN CÁC BIỆN PHÁP CẤP BÁCH",
        (
            "16/CT-TTg", "Chỉ thị", "2020-03-31", "ttg", None,
            "THỰC HIỆN CÁC BIỆN PHÁP CẤP BÁCH",
        ),
    ),
    (
        "KẾT LUẬN 31-KL/TU, NGÀY 05-8-2021 CỦA BAN THƯỜNG VỤ TỈNH ỦY ĐẮK NÔNG",
        ("31-KL/TU", "Kết luận", "2021-08-05", "btv-tu", "67", None),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("title", "expected"), TITLES)
def test_a_title_in_capitals_states_the_acts_own_data(title: str, expected: tuple[str | None, ...]) -> None:
    head = _head(f"{title}{TASKS}")
    subject = _value(head.subject) if expected[5] else None
    said = (head.number, head.doc_type, head.issued_on, head.issuer, head.province)
    assert (*map(_value, said), subject) == expected


@pytest.mark.parametrize(
    "headline",
    [
        "Chỉ thị số 16/CT-TTg ngày 31/3/2020 của Thủ tướng Chính phủ: những điều người dân cần biết",
        "Tỉnh triển khai Nghị quyết số 128/NQ-CP ngày 11/10/2021 của Chính phủ",
        "Căn cứ Kế hoạch số 45/KH-UBND ngày 02/3/2021 của UBND tỉnh Sơn La, ngành y tế họp",
    ],
)
def test_a_headline_that_only_speaks_of_an_act_is_not_its_title(headline: str) -> None:
    assert _head(f"{headline}\n\nNgười dân chú ý theo dõi.\n").number is None


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("Hôm nay, hồi 8 giờ 30 phút, ngày 04 tháng 9 năm 2021, tại UBND xã, chúng tôi gồm:", "2021-09-04"),
        ("Vào lúc 14h00 ngày 21/7/2021, tại phòng họp số 1, đoàn kiểm tra làm việc.", "2021-07-21"),
        ("Hôm nay, ngày 9/8/2021, tại trụ sở Mặt trận, các bên họp liên tịch.", "2021-08-09"),
    ],
)
def test_minutes_are_dated_by_the_day_they_begin_with(opening: str, day: str) -> None:
    head = _head(
        "ỦY BAN MTTQ VIỆT NAM\nTỈNH PHÚ YÊN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
        f"\n\nBIÊN BẢN\nLàm việc về gói hỗ trợ\n\n{opening}\n\nCHỦ TRÌ\n(đã ký)\nY'Thiên\n"
    )
    assert (_value(head.doc_type), _value(head.issued_on)) == ("Biên bản", day)
    assert (_value(head.issuer), _value(head.signer.role), _value(head.signer.name)) == (
        "ubmttq",
        "CHỦ TRÌ",
        "Y'Thiên",
    )


@pytest.mark.parametrize("lead", ["trả lời như sau:", "chỉ đạo thực hiện một số nội dung sau:"])
def test_a_page_that_goes_on_with_what_an_act_says_reports_it(lead: str) -> None:
    head = _head(
        "Hoãn tổ chức chợ phiên\n"
        f"Ngày 20/10/2021, UBND tỉnh Hà Giang có Công văn số 3311/UBND-VHXH {lead}\n\n- Không họp chợ."
    )
    said = (head.number, head.issued_on, head.issuer, head.province)
    assert tuple(map(_value, said)) == ("3311/UBND-VHXH", "2021-10-20", "ubnd-tinh", "02")
