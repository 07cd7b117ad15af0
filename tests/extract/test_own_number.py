"""The own number and date on their lines, as offices outside the state and scanners write them."""

from __future__ import annotations

import pytest

from ingest.extract.head.letterhead import read_letterhead
from tests.extract.reading_of import reading_of

HEAD = """HỘI NÔNG DÂN TỈNH HÀ NAM
BAN THƯỜNG VỤ
{number}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
{date}

Kính gửi: Các huyện hội.

1. Sở Y tế trực.
"""
DATE = "Hà Nam, ngày 05 tháng 8 năm 2021"


@pytest.mark.parametrize(
    ("line", "number", "printed"),
    [
        ("Số: 12/KH-HNDT", "12/KH-HNDT", "12/KH-HNDT"),
        ("Sô 12 /KH- HNDT", "12/KH-HNDT", "12 /KH- HNDT"),
        ("Số : 12 / LĐLĐ", "12/LĐLĐ", "12 / LĐLĐ"),
        ("Só: 7/ ĐTN-TG", "07/ĐTN-TG", "7/ ĐTN-TG"),
        ("Số: 12/LĐLĐ - CSPL     Bắc Ninh, ngày 8 tháng 12 năm 2021", "12/LĐLĐ-CSPL", "12/LĐLĐ - CSPL"),
        ("Số: 12/LĐLĐ - KHẨN", "12/LĐLĐ", "12/LĐLĐ"),
        ("Số: 12/LĐLĐ - Bắc Ninh", "12/LĐLĐ", "12/LĐLĐ"),
    ],
)
def test_a_symbol_that_no_list_has_is_read_whole(line: str, number: str, printed: str) -> None:
    head = read_letterhead(reading_of(HEAD.format(number=line, date=DATE)))
    assert head.number is not None
    assert (head.number.value, head.number.quote) == (number, printed)


@pytest.mark.parametrize(
    "date", ["Hà Nam, ngày mùng 5 tháng 8 năm 2021", "Hà Nam, ngày: 05/08/2021", "Hà Nam, ngày 5.8.2021"]
)
def test_ways_of_writing_the_day(date: str) -> None:
    head = read_letterhead(reading_of(HEAD.format(number="Số: 12/KH-HNDT", date=date)))
    assert head.issued_on is not None
    assert head.issued_on.value == "2021-08-05"
