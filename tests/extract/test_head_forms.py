"""Ways in which heads print an abstract, a place and date, and a signing block: composed, from the layout
rules of Decree 30/2020/NĐ-CP and Guidance 36-HD/VPTW and from what portals and scanners make of them.
"""

from __future__ import annotations

import tomllib

import pytest

from ingest.extract.head.letterhead import read_letterhead
from tests.extract.reading_of import reading_of
from tests.repository import ROOT

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
HEAD = f"ỦY BAN NHÂN DÂN\nTỈNH NAM ĐỊNH\n{NATION}"
DATE = "Nam Định, ngày 05 tháng 8 năm 2021\n"
TASK = "\n1. Sở Y tế tổ chức xét nghiệm.\n"
LETTER = f"{HEAD}Số: 12/UBND-VX\n{DATE}V/v kiểm tra\n\nKính gửi: Sở Y tế.\nUBND tỉnh yêu cầu:{TASK}\n"

# the signing block's lines | name, office, signing marks
SIGNERS = [
    (
        "TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ Y TẾ\n(Đã ký)\nNguyễn Văn An",
        ("Nguyễn Văn An", "GIÁM ĐỐC SỞ Y TẾ", "TUQ. CHỦ TỊCH"),
    ),
    ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nBS.CKII. Lê Thị Bích", ("Lê Thị Bích", "PHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC")),
    (
        "TM. ỦY BAN NHÂN DÂN\nKT.CHỦ TỊCH\nPHÓ CHỦ TỊCH THƯỜNG TRỰC\nĐã ký\nNGUYỄN VĂN TỐT",
        ("NGUYỄN VĂN TỐT", "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "TM. ỦY BAN NHÂN DÂN\nKT.CHỦ TỊCH"),
    ),
    ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nH'Yim Kđoh", ("H'Yim Kđoh", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN")),
    ("T/M ĐẢNG ỦY\nBÍ THƯ\nĐàng Thị Mỹ", ("Đàng Thị Mỹ", "BÍ THƯ", "T/M ĐẢNG ỦY")),
    (
        "TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\n\nĐinh Quang Tuyên",
        ("Đinh Quang Tuyên", "PHÓ CHÁNH VĂN PHÒNG", "TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG"),
    ),
    (
        (
            "Nơi nhận:                  TM. ỦY BAN NHÂN DÂN\n- Như trên;                       CHỦ TỊCH\n"
            "- Lưu: VT.\n                               Nguyễn Đình Xứng"
        ),
        ("Nguyễn Đình Xứng", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),
    ),
    ("CHỈ HUY TRƯỞNG\n\nThượng tá Lò Văn Bình", ("Lò Văn Bình", "CHỈ HUY TRƯỞNG", None)),
    (
        "KT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN THƯỜNG TRỰC\nPHÓ CHỦ TỊCH UBND TỈNH\nTrần Văn Hiệp",
        ("Trần Văn Hiệp", "PHÓ CHỦ TỊCH UBND TỈNH", "KT. TRƯỞNG BAN"),
    ),
    (
        "K/T CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\nVõ Thị Hà",
        ("Võ Thị Hà", "PHÓ CHÁNH VĂN PHÒNG", "K/T CHÁNH VĂN PHÒNG"),
    ),
    ("T M . ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn Hưởng", ("Lê Văn Hưởng", "CHỦ TỊCH", "T M . ỦY BAN NHÂN DÂN")),
    (
        "TM. Ủy ban nhân dân\nKT. Chủ tịch\nPhó Chủ tịch\n\nTrần Ngọc Tam",
        ("Trần Ngọc Tam", "Phó Chủ tịch", "TM. Ủy ban nhân dân\nKT. Chủ tịch"),
    ),
    ("CHỦ TỊCH UBND HUYỆN\nBùi Văn Nghiêm", ("Bùi Văn Nghiêm", "CHỦ TỊCH UBND HUYỆN", None)),
    ("HIỆU TRƯỞNG\n(Đã ký, đóng dấu)\nPGS.TS. Trần Trung Tính", ("Trần Trung Tính", "HIỆU TRƯỞNG", None)),
    (
        "TM. BAN THƯỜNG TRỰC\nPHÓ CHỦ TỊCH\nRah Lan Kiều",
        ("Rah Lan Kiều", "PHÓ CHỦ TỊCH", "TM. BAN THƯỜNG TRỰC"),
    ),
    (
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nKý bởi: Ủy ban nhân dân tỉnh\nNguyễn Phi Long",
        ("Nguyễn Phi Long", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),
    ),
    (
        "TL. TỔNG CỤC TRƯỞNG\nVỤ TRƯỞNG VỤ VẬN TẢI\nTrần Bảo Ngọc",
        ("Trần Bảo Ngọc", "VỤ TRƯỞNG VỤ VẬN TẢI", "TL. TỔNG CỤC TRƯỞNG"),
    ),
    (
        "TM. ỦY BAN NHÂN DÂN\n        CHỦ TỊCH\n\n      (đã ký)\n\n     Trương Cảnh Tuyên",
        ("Trương Cảnh Tuyên", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),
    ),
    (
        "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ THƯỜNG TRỰC\n\nTriệu Đình Lê",
        ("Triệu Đình Lê", "PHÓ BÍ THƯ THƯỜNG TRỰC", "T/M BAN THƯỜNG VỤ"),
    ),
    ("KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\nĐỗ Xuân Tuyên\n", ("Đỗ Xuân Tuyên", "THỨ TRƯỞNG", "KT. BỘ TRƯỞNG")),
    (
        "| Nơi nhận: | TM. ỦY BAN NHÂN DÂN |\n| - Như trên; | CHỦ TỊCH |\n| - Lưu: VT. | Nguyễn Khắc Thận |",
        ("Nguyễn Khắc Thận", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),
    ),
    (
        "Nơi nhận:\n- Như trên;\n- Lưu: VT, VX.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Thị Bé Mười",
        ("Nguyễn Thị Bé Mười", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"),
    ),
    ("CHÁNH ÁN\n\nLê Văn Minh", ("Lê Văn Minh", "CHÁNH ÁN", None)),
    (
        "TL. BỘ TRƯỞNG\nCỤC TRƯỞNG CỤC QUẢN LÝ DƯỢC\nVũ Tuấn Cường",
        ("Vũ Tuấn Cường", "CỤC TRƯỞNG CỤC QUẢN LÝ DƯỢC", "TL. BỘ TRƯỞNG"),
    ),
    (
        "KT. VIỆN TRƯỞNG\nPHÓ VIỆN TRƯỞNG\nKiều Văn Bảy",
        ("Kiều Văn Bảy", "PHÓ VIỆN TRƯỞNG", "KT. VIỆN TRƯỞNG"),
    ),
    ("THỦ TƯỚNG\n(Đã ký)\nPhạm Minh Chính", ("Phạm Minh Chính", "THỦ TƯỚNG", None)),
    (
        "TM. BAN CHỈ ĐẠO\nTRƯỞNG BAN\nPHÓ BÍ THƯ TỈNH ỦY, CHỦ TỊCH UBND TỈNH\nHoàng Quốc Khánh",
        ("Hoàng Quốc Khánh", "PHÓ BÍ THƯ TỈNH ỦY, CHỦ TỊCH UBND TỈNH", "TM. BAN CHỈ ĐẠO"),
    ),
    ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký): Lê Thị Thìn", ("Lê Thị Thìn", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH")),
    (
        "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n\nLê Quang Tiến (đã ký)",
        ("Lê Quang Tiến", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"),
    ),
    ("CỤC TRƯỞNG\n\nThS. Nguyễn Hoàng An", ("Nguyễn Hoàng An", "CỤC TRƯỞNG", None)),
    (
        "TM. ĐOÀN CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Thanh Hải",
        ("Trần Thanh Hải", "PHÓ CHỦ TỊCH", "TM. ĐOÀN CHỦ TỊCH"),
    ),
    ("T/L CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nMa Thế Quyên\n", ("Ma Thế Quyên", "CHÁNH VĂN PHÒNG", "T/L CHỦ TỊCH")),
    ("PHÓ GIÁM ĐỐC PHỤ TRÁCH\nNguyễn An", ("Nguyễn An", "PHÓ GIÁM ĐỐC PHỤ TRÁCH", None)),
    (
        "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nĐại tá, TS. Bùi Quang Huy",
        ("Bùi Quang Huy", "PHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC"),
    ),
    ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nA Lăng Mai", ("A Lăng Mai", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN")),
    (
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTôn Nữ Ngọc Hạnh Thảo",
        ("Tôn Nữ Ngọc Hạnh Thảo", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),
    ),
    ("BỘ TRƯỞNG\nTrần Hồng Hà\n", ("Trần Hồng Hà", "BỘ TRƯỞNG", None)),
    (
        "TM. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN\nCHỦ TỊCH\nSùng A Hồ",
        ("Sùng A Hồ", "CHỦ TỊCH", "TM. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN"),
    ),
    ("GIÁM ĐỐC\n\nTô Thị Bích Châu./.", ("Tô Thị Bích Châu", "GIÁM ĐỐC", None)),
    (
        "TUQ. GIÁM ĐỐC\nTRƯỞNG PHÒNG NGHIỆP VỤ Y\nHồ Văn Sơn",
        ("Hồ Văn Sơn", "TRƯỞNG PHÒNG NGHIỆP VỤ Y", "TUQ. GIÁM ĐỐC"),
    ),
    ("K.T CHỦ TỊCH\nPHÓ CHỦ TỊCH\nHầu A Lềnh", ("Hầu A Lềnh", "PHÓ CHỦ TỊCH", "K.T CHỦ TỊCH")),
    ("Q. GIÁM ĐỐC\nNguyễn Hữu Thân", ("Nguyễn Hữu Thân", "Q. GIÁM ĐỐC", None)),
]

# the line of place and date | the date
DATES = [
    ("Nam Định, hồi 22 giờ 00 phút, ngày 05 tháng 8 năm 2021", "2021-08-05"),
    ("Nam Định, lúc 7 giờ ngày 5/8/2021", "2021-08-05"),
    ("Nam Định, ngày O5 tháng 8 năm 202l", "2021-08-05"),
    ("Nam Định, ngày 05 tháng VIII năm 2021", "2021-08-05"),
    ("Nam Định, ngày 5/8/2021", "2021-08-05"),
    ("TP. Nam Định, ngày 05 tháng 08 năm 2021", "2021-08-05"),
    ("Nam Định, ngày 05 tháng Tám năm 2021", "2021-08-05"),
    ("Nam Định , ngày  05  tháng  8  năm  2021", "2021-08-05"),
    ("Nam Định, ngày 05 tháng 8\nnăm 2021", "2021-08-05"),
    ("Nam Định, ngày 05.8.2021", "2021-08-05"),
    ("Nam Định, 05/8/2021", "2021-08-05"),
    ("ngày 05 tháng 8 năm 2021", "2021-08-05"),
    ("Nam Định, ngày 31 tháng 6 năm 2021", None),
    ("Nam Định, ngày O5 tháng 8 năm 2021", "2021-08-05"),
    ("Nam Đinh, ngày 05 thảng 8 năm 2021", "2021-08-05"),
    ("Nam Định, ngày 5-8-2021", "2021-08-05"),
    ("Nam Định, ngày 05 tháng 8năm 2021", "2021-08-05"),
    ("Nam Định, ngày05 tháng 8 năm 2021", "2021-08-05"),
    ("_Nam Định, ngày 05 tháng 8 năm 2021_", "2021-08-05"),
    ("Ngày 05 tháng 8 năm 2021", "2021-08-05"),
    ("Ngày 05/8/2021", "2021-08-05"),
]


ABSTRACTS = tomllib.loads((ROOT / "tests/data/abstracts.toml").read_text(encoding="utf-8"))["abstract"]


@pytest.mark.parametrize("case", ABSTRACTS, ids=lambda case: case["id"])
def test_abstracts(case: dict[str, str]) -> None:
    text = case["text"].replace("{head}\n", HEAD).replace("{date}\n", DATE)
    head = read_letterhead(reading_of(text))
    assert head.subject is not None
    assert head.issued_on is not None
    assert (head.subject.quote, head.issued_on.value, head.level) == (
        case["subject"],
        "2021-08-05",
        "province",
    )


@pytest.mark.parametrize(("block", "expected"), SIGNERS)
def test_signers(block: str, expected: tuple[str | None, ...]) -> None:
    signer = read_letterhead(reading_of(f"{LETTER}{block}\n")).signer
    assert tuple(x.value if x else None for x in (signer.name, signer.role, signer.capacity)) == expected


@pytest.mark.parametrize(("line", "expected"), DATES)
def test_dates(line: str, expected: str | None) -> None:
    head = read_letterhead(reading_of(LETTER.replace(DATE.strip(), line)))
    assert (head.issued_on.value if head.issued_on else None) == expected
    assert head.subject is not None
    assert head.subject.quote == "kiểm tra"


@pytest.mark.parametrize(
    ("text", "number", "kind"),
    [
        ("Công văn số 455/UBND-VP ngày 1/4/2021 của UBND tỉnh cho phép lùi thời hạn.", None, None),
        ("Thực hiện các Công văn: số 12/SYT-NVY, số 15/SYT-NVY ngày 2/3/2021,", None, None),
        (
            "Nghị quyết số: 43/2022/QH15\nHà Nội, ngày 11 tháng 1 năm 2022\nNGHỊ QUYẾT",
            "43/2022/QH15",
            "Nghị quyết",
        ),
    ],
)
def test_a_citation_that_opens_a_text_is_no_head(text: str, number: str | None, kind: str | None) -> None:
    head = read_letterhead(reading_of(text))
    assert (head.number.value if head.number else None) == number
    assert (head.doc_type.value if head.doc_type else None) == kind


@pytest.mark.parametrize(
    "above", ["Kính gửi: Các Trung tâm Y tế huyện", "Kính gửi:\n- Sở Y tế;\n- Công an tỉnh"]
)
def test_a_signature_right_under_the_addressees_is_read(above: str) -> None:
    text = f"{HEAD}Số: 12/UBND-VX\n{DATE}V/v kiểm tra\n{above}\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Lê Đoài\n"
    signer = read_letterhead(reading_of(text)).signer
    said = [x.value if x else None for x in (signer.name, signer.role, signer.capacity)]
    assert said == ["Trần Lê Đoài", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"]


def test_a_department_above_the_types_name_is_who_speaks() -> None:
    head = read_letterhead(
        reading_of("SỞ Y TẾ TỈNH BẠC LIÊU\nTHÔNG BÁO\nVề việc cách ly\nSở Y tế thông báo:")
    )
    assert (head.issuer.value if head.issuer else "", head.province.value if head.province else "") == (
        "so-yt",
        "95",
    )


def test_the_day_of_posting_is_not_the_day_of_issue() -> None:
    text = (
        "Hỏa tốc chống dịch\nNgày đăng 18/7/2021\nChủ tịch UBND tỉnh Cà Mau vừa có công văn số 3921/UBND-NC "
        "ngày 17/7/2021 gửi các sở.\nTheo đó, Chủ tịch UBND tỉnh yêu cầu giãn cách xã hội."
    )
    head = read_letterhead(reading_of(text))
    assert head.issued_on is not None
    assert head.issued_on.value == "2021-07-17"
