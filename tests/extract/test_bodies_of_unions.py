"""Bodies in acts of the Front and of the unions (đoàn thể): their boards, and who of them speaks."""

from __future__ import annotations

import pytest

from ingest.documents import Mention
from ingest.extract.bodies.find import find_bodies
from ingest.extract.head.letterhead import read_letterhead
from tests.extract.bodies_of import bodies_of, letterhead_of
from tests.extract.reading_of import reading_of

HEAD = """{name}
{board}
Số: 45/BTV-TG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Phú Thọ, ngày 12 tháng 7 năm 2021
V/v chăm lo cho hội viên

{speaker} đề nghị các cấp thực hiện:

1. Công an tỉnh lập danh sách.

TM. {board}
CHỦ TỊCH
Hà Thị Mơ
"""
UNIONS = [
    ("HỘI NÔNG DÂN TỈNH PHÚ THỌ", "hoi-nd", "BAN THƯỜNG VỤ", "Ban Thường vụ Hội"),
    ("LIÊN ĐOÀN LAO ĐỘNG TỈNH PHÚ THỌ", "ldld", "BAN CHẤP HÀNH", "Ban Chấp hành Liên đoàn"),
    (
        "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH PHÚ THỌ",
        "ubmttq",
        "BAN THƯỜNG TRỰC",
        "Ban Thường trực Ủy ban MTTQ tỉnh",
    ),
    ("HỘI CỰU CHIẾN BINH TỈNH PHÚ THỌ", "hoi-ccb", "BAN THƯỜNG VỤ", "Ban Thường vụ Hội"),
]


def _bodies(text: str) -> tuple[Mention, ...]:
    reading = reading_of(text)
    return find_bodies(reading, read_letterhead(reading), ())


@pytest.mark.parametrize(("name", "union", "board", "speaker"), UNIONS)
def test_the_board_of_a_union_is_not_the_partys(name: str, union: str, board: str, speaker: str) -> None:
    found = _bodies(HEAD.format(name=name, board=board, speaker=speaker))
    issuers = [(m.quote, m.id) for m in found if m.attrs["role"] == "issuer"]
    assert issuers == [(name, union), (board, None), (speaker, None), (board, None)]


def test_in_acts_of_others_the_board_is_the_partys() -> None:
    found = bodies_of("1. Sở Y tế báo cáo Ban Thường vụ trước 17 giờ.", letterhead_of("ubnd-tinh"))
    assert [(m.quote, m.id) for m in found][-1] == ("Ban Thường vụ", "btv-tu")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Ban Chấp hành Công đoàn các KCN rà soát đoàn viên.", ["Ban Chấp hành Công đoàn các KCN"]),
        ("1. Giao Công đoàn cơ sở lập danh sách công nhân.", ["Công đoàn cơ sở"]),
        (
            "1. Giao Ủy ban kiểm tra công đoàn các cấp giám sát việc chi.",
            ["Ủy ban kiểm tra công đoàn các cấp"],
        ),
        ("1. Ban Tuyên giáo Tỉnh đoàn mở chuyên trang.", ["Ban Tuyên giáo Tỉnh đoàn"]),
        ("1. Ban Tổ chức Liên đoàn Lao động tỉnh theo dõi.", ["Ban Tổ chức Liên đoàn Lao động tỉnh"]),
        ("1. Ủy ban Kiểm tra Hội Nông dân tỉnh rà soát.", ["Ủy ban Kiểm tra Hội Nông dân tỉnh"]),
        (
            "1. Giao Công đoàn ngành, Công đoàn Viên chức tỉnh tổng hợp.",
            ["Công đoàn ngành", "Công đoàn Viên chức tỉnh"],
        ),
    ],
)
def test_boards_and_branches_of_the_unions_are_named_whole(text: str, expected: list[str]) -> None:
    found = bodies_of(text, letterhead_of("ldld"))
    assert [(m.quote, m.id) for m in found] == [(quote, None) for quote in expected]


@pytest.mark.parametrize(
    "words",
    [
        "thảo luận và thống nhất kết luận",
        "tha thiết kêu gọi",
        "họp, xem xét và yêu cầu",
        "trân trọng đề nghị",
    ],
)
def test_an_issuer_speaks_with_words_of_manner_between(words: str) -> None:
    text = (
        f"Sau khi nghe báo cáo, Ban Thường vụ Tỉnh ủy {words} một số nội dung sau:\n\n1. Công an tỉnh trực."
    )
    found = bodies_of(text, letterhead_of("btv-tu"))
    assert (found[0].id, found[0].attrs["role"]) == ("btv-tu", "issuer")
