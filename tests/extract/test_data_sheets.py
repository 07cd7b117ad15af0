"""Where an act states its data but in its head: a portal's data sheet, beside the number, at the end."""

from __future__ import annotations

import pytest

from ingest.documents import Letterhead
from ingest.extract.head.letterhead import read_letterhead
from tests.extract.reading_of import reading_of

LETTER = """ỦY BAN NHÂN DÂN
TỈNH QUẢNG TRỊ
{number}
{about}

Kính gửi: Các sở, ban, ngành.

UBND tỉnh yêu cầu tạm dừng xe khách liên tỉnh.

{end}
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
"""
SHEETS = [
    """Số ký hiệu: 77/QĐ-UBND
Ngày ban hành: 05/08/2021
Cơ quan ban hành: UBND tỉnh Quảng Trị
Trích yếu: Về việc lập khu điều trị tại xã Triệu Ái
""",
    """| Số/Ký hiệu | 77/QĐ-UBND |
| Loại văn bản | Quyết định |
| Ngày ban hành | 05/08/2021 |
| Cơ quan ban hành | UBND tỉnh Quảng Trị |
| Trích yếu | Lập khu điều trị tại xã Triệu Ái |
""",
    """Số hiệu\t77/QĐ-UBND
Ngày ký\t05/08/2021
Nơi ban hành\tUBND tỉnh Quảng Trị
Trích yếu\tV/v lập khu điều trị tại xã Triệu Ái
""",
]


def _head(text: str) -> Letterhead:
    return read_letterhead(reading_of(text))


def _said(text: str) -> tuple[str | None, ...]:
    head = _head(text)
    fields = (head.number, head.doc_type, head.issued_on, head.issuer, head.province)
    return tuple(field.value if field else None for field in fields)


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("title", ["", "Thuộc tính văn bản\n"])
def test_a_data_sheet_states_what_no_letterhead_does(sheet: str, title: str) -> None:
    text = f"{title}{sheet}\nĐiều 1. Lập khu điều trị tại thôn Hà Xá.\n"
    assert _said(text) == ("77/QĐ-UBND", "Quyết định", "2021-08-05", "ubnd-tinh", "45")
    subject = _head(text).subject
    assert subject is not None
    assert subject.quote.lower() == "lập khu điều trị tại xã triệu ái"


def test_the_letterhead_counts_before_the_sheet() -> None:
    text = LETTER.format(
        number="Số: 15/UBND-VX\nQuảng Trị, ngày 02 tháng 8 năm 2021", about="V/v dừng xe khách", end=""
    )
    said = _said(f"{text}\nSố hiệu: 77/QĐ-UBND\nNgày ban hành: 05/08/2021\n")
    assert said[:3] == ("15/UBND-VX", "Công văn", "2021-08-02")


@pytest.mark.parametrize(
    "row",
    [
        "Ngày ký: 05/08/2021 16:32:11 +07:00",  # a stamp alone dates no act
        "Số ký hiệu: xem bản giấy\nNgày ban hành: chưa rõ",
        "Người ký: Võ Văn Hưng\nCơ quan ban hành: nhiều cơ quan",
    ],
)
def test_a_stamp_or_a_sheet_without_values_states_nothing(row: str) -> None:
    assert _said(f"Thông tin thêm\n{row}\n\nNội dung đang cập nhật.\n")[0:4:2] == (None, None)


@pytest.mark.parametrize(
    ("number", "about", "end"),
    [
        ("Số: 77/UBND-VX ngày 05/8/2021", "V/v dừng xe khách", ""),
        ("Số: 77/UBND-VX, ngày 05 tháng 8 năm 2021", "V/v dừng xe khách", ""),
        ("Số: 77/UBND-VX", "V/v dừng xe khách Quảng Trị, ngày 05 tháng 8 năm 2021", ""),
        ("Số: 77/UBND-VX", "V/v dừng xe khách Quảng Trị, ngày 05\ntháng 8 năm 2021", ""),
        ("Số: 77/UBND-VX", "V/v dừng xe khách", "Quảng Trị, ngày 05 tháng 8 năm 2021"),
    ],
)
def test_a_date_beside_the_number_the_abstract_or_the_signature(number: str, about: str, end: str) -> None:
    head = _head(LETTER.format(number=number, about=about, end=end))
    assert (head.number.value if head.number else None) == "77/UBND-VX"
    assert (head.issued_on.value if head.issued_on else None) == "2021-08-05"
    assert (head.subject.quote if head.subject else None) == "dừng xe khách"


@pytest.mark.parametrize(
    "about",
    [
        "V/v thực hiện Công văn số 12/BYT-MT, ngày 05 tháng 8 năm 2021",
        "V/v chuẩn bị cho kỳ họp, ngày 05 tháng 8 năm 2021",
    ],
)
def test_a_date_that_belongs_to_the_abstract_is_not_the_acts(about: str) -> None:
    head = _head(LETTER.format(number="Số: 77/UBND-VX", about=about, end=""))
    assert head.issued_on is None
