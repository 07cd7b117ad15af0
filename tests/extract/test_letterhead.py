"""A document's own data: what a reader takes from its head and its signing block, and nothing that is not
there.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace

import pytest

from ingest.documents import Letterhead, Stated
from ingest.extract.letterhead import read_letterhead
from tests.extract.reading_of import reading_of

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM\n"
TASKS = "\n1. Sở Y tế chủ trì thực hiện.\n\n2. Công an tỉnh phối hợp.\n\n"


@dataclass(frozen=True)
class Case:
    name: str
    text: str
    number: str | None = None
    doc_type: str | None = None
    issued_on: str | None = None
    issuer: str | None = None
    province: str | None = None
    level: str | None = None
    signer: tuple[str | None, str | None, str | None] = (None, None, None)
    subject: str | None = None


CASES = [
    Case(
        "decision of a chairperson",
        f"ỦY BAN NHÂN DÂN\nTỈNH HẬU GIANG\n-------\n{STATE}---------------\nSố: 1204/QĐ-UBND\n"
        "Hậu Giang, ngày 02 tháng 8 năm 2021\n\nQUYẾT ĐỊNH\nVề việc áp dụng biện pháp phòng, chống dịch\n\n"
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HẬU GIANG\n\n"
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;\n"
        "Căn cứ Chỉ thị số 16/CT-TTg ngày 31/3/2020 của Thủ tướng Chính phủ;\n"
        "Theo đề nghị của Giám đốc Sở Y tế.\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Áp dụng giãn cách.\n\n"
        "Điều 2. Quyết định có hiệu lực từ ngày ký.\n\nNơi nhận:\n- Như Điều 2;\n- Lưu: VT.\n\nCHỦ TỊCH\n\n"
        "\nĐồng Văn Thành",
        "1204/QĐ-UBND",
        "Quyết định",
        "2021-08-02",
        "ct-ubnd",
        "93",
        "province",
        ("Đồng Văn Thành", "CHỦ TỊCH", None),
        "áp dụng biện pháp phòng, chống dịch",
    ),
    Case(
        "department, two columns on one line",
        "UBND TỈNH PHÚ THỌ        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "SỞ Y TẾ        Độc lập - Tự do - Hạnh phúc\n"
        "Số: 1540/SYT-NVY        Phú Thọ, ngày 9 tháng 8 năm 2021\nV/v tăng cường xét nghiệm\nsàng lọc\n\n"
        f"Kính gửi: Trung tâm Y tế các huyện, thành, thị.\n\nSở Y tế đề nghị:\n{TASKS}"
        "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n(đã ký)\nNguyễn Thị Hoa",
        "1540/SYT-NVY",
        "Công văn",
        "2021-08-09",
        "so-yt",
        "25",
        "department",
        ("Nguyễn Thị Hoa", "PHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC"),
        "tăng cường xét nghiệm\nsàng lọc",
    ),
    Case(
        "two columns run together",
        "BỘ Y TẾ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n———— Độc lập - Tự do - Hạnh phúc\n"
        "Số: 6120/BYT-MT Hà Nội, ngày 28 tháng 7 năm 2021\nV/v quản lý chất thải\ny tế\n\n"
        f"Kính gửi: Sở Y tế các tỉnh.\n\nBộ Y tế đề nghị:\n{TASKS}"
        "Nơi nhận: KT. BỘ TRƯỞNG\n- Như trên; THỨ TRƯỞNG\n- Lưu: VT, MT.\nĐỗ Xuân Bình",
        "6120/BYT-MT",
        "Công văn",
        "2021-07-28",
        "byt",
        None,
        "central",
        ("Đỗ Xuân Bình", "THỨ TRƯỞNG", "KT. BỘ TRƯỞNG"),
        "quản lý chất thải\ny tế",
    ),
    Case(
        "ministry without a row, a rank before the name",
        f"BỘ CÔNG AN\n{STATE}Số: 12/CT-BCA\nHà Nội, ngày 3 tháng 5 năm 2021\n\nCHỈ THỊ\n"
        f"Về công tác công an trong phòng, chống dịch\n\nBộ trưởng yêu cầu:\n{TASKS}BỘ TRƯỞNG\n"
        "Đại tướng Lê Văn Lâm",
        "12/CT-BCA",
        "Chỉ thị",
        "2021-05-03",
        "local:bo-cong-an",
        None,
        "central",
        ("Lê Văn Lâm", "BỘ TRƯỞNG", None),
        "Về công tác công an trong phòng, chống dịch",
    ),
    Case(
        "city under the centre, Party, abstract in capitals, date in figures",
        f"THÀNH ỦY HẢI PHÒNG\n*\nSố 17-CT/TU\n{PARTY}Hải Phòng, ngày 12-7-2021\n\nCHỈ THỊ\n"
        "VỀ TĂNG CƯỜNG CÔNG TÁC PHÒNG, CHỐNG DỊCH\nTRÊN ĐỊA BÀN THÀNH PHỐ\n\n"
        f"Ban Thường vụ Thành ủy yêu cầu:\n{TASKS}T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ THƯỜNG TRỰC\n\n"
        "Nguyễn Thị Tuyết",
        "17-CT/TU",
        "Chỉ thị",
        "2021-07-12",
        "btv-tu",
        "31",
        "province",
        ("Nguyễn Thị Tuyết", "PHÓ BÍ THƯ THƯỜNG TRỰC", "T/M BAN THƯỜNG VỤ"),
        "VỀ TĂNG CƯỜNG CÔNG TÁC PHÒNG, CHỐNG DỊCH\nTRÊN ĐỊA BÀN THÀNH PHỐ",
    ),
    Case(
        "board of a provincial committee",
        "TỈNH ỦY NINH THUẬN\nBAN TUYÊN GIÁO\n*\nSố 88-HD/BTGTU\n"
        f"{PARTY}Ninh Thuận, ngày 05 tháng 9 năm 2021\n\n"
        f"HƯỚNG DẪN\ntuyên truyền phòng, chống dịch\n\nBan Tuyên giáo hướng dẫn:\n{TASKS}"
        "K/T TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\nLê Văn Bình",
        "88-HD/BTGTU",
        "Hướng dẫn",
        "2021-09-05",
        "btgtu",
        "58",
        "department",
        ("Lê Văn Bình", "PHÓ TRƯỞNG BAN", "K/T TRƯỞNG BAN"),
        "tuyên truyền phòng, chống dịch",
    ),
    Case(
        "district committee: the province is named by the text",
        f"HUYỆN ỦY ĐỨC TRỌNG\n*\nSố 45-CV/HU\n{PARTY}Đức Trọng, ngày 20 tháng 8 năm 2021\n"
        "V/v thực hiện Công văn số 300-CV/TU\n\nKính gửi: Các chi, đảng bộ trực thuộc.\n\n"
        "Thực hiện Công văn số 300-CV/TU, ngày 18-8-2021 của Ban Thường vụ Tỉnh ủy Lâm Đồng, Ban Thường vụ "
        "Huyện ủy "
        f"yêu cầu:\n{TASKS}T/M BAN THƯỜNG VỤ\nBÍ THƯ\nNguyễn Ngọc Phú",
        "45-CV/HU",
        "Công văn",
        "2021-08-20",
        "huyen-uy",
        "68",
        "district",
        ("Nguyễn Ngọc Phú", "BÍ THƯ", "T/M BAN THƯỜNG VỤ"),
        "thực hiện Công văn số 300-CV/TU",
    ),
    Case(
        "provincial city, not the province of that name",
        f"ỦY BAN NHÂN DÂN\nTHÀNH PHỐ VINH\n{STATE}Số: 90/TB-UBND\nTP. Vinh, ngày 16 tháng 6 năm 2021\n\n"
        "THÔNG BÁO\n"
        "Về việc tạm dừng chợ đêm\n\nTheo chỉ đạo của UBND tỉnh Nghệ An, UBND thành phố thông báo:\n"
        f"{TASKS}TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Ngọc Tú",
        "90/TB-UBND",
        "Thông báo",
        "2021-06-16",
        "ubnd-huyen",
        "40",
        "district",
        ("Trần Ngọc Tú", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),
        "tạm dừng chợ đêm",
    ),
    Case(
        "commune, province nowhere",
        f"ỦY BAN NHÂN DÂN\nXÃ TÂN PHÚ\n{STATE}Số: 30/TB-UBND\nTân Phú, ngày 1 tháng 9 năm 2021\n\n"
        "THÔNG BÁO\n"
        f"Về việc phong tỏa tạm thời\n\nUBND xã thông báo:\n{TASKS}CHỦ TỊCH\nLê Văn Tám",
        "30/TB-UBND",
        "Thông báo",
        "2021-09-01",
        "ubnd-xa",
        None,
        "commune",
        ("Lê Văn Tám", "CHỦ TỊCH", None),
        "phong tỏa tạm thời",
    ),
    Case(
        "steering committee's wire",
        f"BAN CHỈ ĐẠO PHÒNG, CHỐNG DỊCH COVID-19\nTỈNH SÓC TRĂNG\n{STATE}Số: 600/CĐ-BCĐ\n"
        "Sóc Trăng, ngày 08 tháng 7 năm 2021\n\nCÔNG ĐIỆN\nVề kiểm soát người về từ vùng dịch\n\n"
        "TRƯỞNG BAN CHỈ ĐẠO TỈNH điện:\n- Giám đốc các sở;\n- Chủ tịch UBND các huyện.\n\n"
        f"Trưởng Ban Chỉ đạo tỉnh yêu cầu:\n{TASKS}TRƯỞNG BAN\nTrần Văn Lâu",
        "600/CĐ-BCĐ",
        "Công điện",
        "2021-07-08",
        "bcd-tinh",
        "94",
        "province",
        ("Trần Văn Lâu", "TRƯỞNG BAN", None),
        "Về kiểm soát người về từ vùng dịch",
    ),
    Case(
        "people's council, adopted",
        f"HỘI ĐỒNG NHÂN DÂN\nTỈNH NGHỆ AN\n{STATE}Số: 15/2021/NQ-HĐND\nNghệ An, ngày 13 tháng 8 năm 2021\n"
        "\n"
        "NGHỊ QUYẾT\nQuy định chính sách hỗ trợ phòng, chống dịch\n\nHỘI ĐỒNG NHÂN DÂN TỈNH NGHỆ AN\n"
        "KHÓA XVIII, KỲ HỌP THỨ HAI\n\n"
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;\n\n"
        "QUYẾT NGHỊ:\n\nĐiều 1. Phạm vi điều chỉnh\n1. Nghị quyết này quy định.\n2. Khác.\n\n"
        "Điều 2. Hiệu lực\n"
        "Nghị quyết này được HĐND tỉnh thông qua ngày 12 tháng 8 năm 2021./.\n\nCHỦ TỊCH\nThái Thanh Quy",
        "15/2021/NQ-HĐND",
        "Nghị quyết",
        "2021-08-13",
        "hdnd-tinh",
        "40",
        "province",
        ("Thái Thanh Quy", "CHỦ TỊCH", None),
        "Quy định chính sách hỗ trợ phòng, chống dịch",
    ),
    Case(
        "adoption is the date where the head has none",
        f"QUỐC HỘI\n{STATE}Nghị quyết số: 41/2021/QH15\nHà Nội, ngày    tháng    năm 2021\n\nNGHỊ QUYẾT\n"
        "Về chương trình giám sát\n\nQUỐC HỘI\nCăn cứ Hiến pháp;\n\nQUYẾT NGHỊ:\n\nĐiều 1. Nội dung.\n\n"
        "Nghị quyết này được Quốc hội khóa XV, kỳ họp thứ 2 thông qua ngày 13 tháng 11 năm 2021.\n\n"
        "CHỦ TỊCH QUỐC HỘI",
        "41/2021/QH15",
        "Nghị quyết",
        "2021-11-13",
        "qh",
        None,
        "central",
        (None, "CHỦ TỊCH QUỐC HỘI", None),
        "Về chương trình giám sát",
    ),
    Case(
        "a blank day is no date",
        f"UBND THÀNH PHỐ CẦN THƠ\n{STATE}Số: 21 /CT-UBND\nCần Thơ, ngày   tháng 7 năm 2021\n\nCHỈ THỊ\n"
        f"Về việc thực hiện giãn cách\n\nUBND thành phố chỉ thị:\n{TASKS}TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n"
        "Trần Việt Trung",
        "21/CT-UBND",
        "Chỉ thị",
        None,
        "ubnd-tinh",
        "92",
        "province",
        ("Trần Việt Trung", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),
        "thực hiện giãn cách",
    ),
    Case(
        "a blank number is no number, and a cited one is not taken for it",
        f"SỞ TÀI CHÍNH\nTỈNH KON TUM\n{STATE}Số:        /STC-NS\nKon Tum, ngày 6 tháng 8 năm 2021\n"
        "V/v thực hiện Nghị quyết số 68/NQ-CP ngày 01/7/2021\n\nKính gửi: Các huyện.\n\n"
        f"Sở Tài chính đề nghị:\n{TASKS}GIÁM ĐỐC\nLê Thị Mai",
        None,
        "Công văn",
        "2021-08-06",
        "so-tc",
        "62",
        "department",
        ("Lê Thị Mai", "GIÁM ĐỐC", None),
        "thực hiện Nghị quyết số 68/NQ-CP ngày 01/7/2021",
    ),
    Case(
        "Government",
        f"CHÍNH PHỦ\n{STATE}Số: 86/NQ-CP\nHà Nội, ngày 06 tháng 8 năm 2021\n\nNGHỊ QUYẾT\n"
        "Về các giải pháp cấp bách phòng, chống dịch bệnh COVID-19\n\nCHÍNH PHỦ\n\n"
        "Căn cứ Luật Tổ chức Chính phủ;\n\n"
        "QUYẾT NGHỊ:\n\nĐiều 1. Nội dung.\n\nTM. CHÍNH PHỦ\nTHỦ TƯỚNG\n\nTrần Minh Chính",
        "86/NQ-CP",
        "Nghị quyết",
        "2021-08-06",
        "cp",
        None,
        "central",
        ("Trần Minh Chính", "THỦ TƯỚNG", "TM. CHÍNH PHỦ"),
        "Về các giải pháp cấp bách phòng, chống dịch bệnh COVID-19",
    ),
    Case(
        "the Secretariat speaks for the Central Committee",
        f"BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 79-CV/TW\n{PARTY}Hà Nội, ngày 30 tháng 01 năm 2020\n\n"
        f"Kính gửi: - Các tỉnh ủy, thành ủy.\n\nBan Bí thư yêu cầu:\n{TASKS}"
        "T/M BAN BÍ THƯ\nTHƯỜNG TRỰC BAN BÍ THƯ\nTrần Quốc Vương",
        "79-CV/TW",
        "Công văn",
        "2020-01-30",
        "bbt",
        None,
        "central",
        ("Trần Quốc Vương", "THƯỜNG TRỰC BAN BÍ THƯ", "T/M BAN BÍ THƯ"),
        None,
    ),
    Case(
        "two offices on one line",
        f"VĂN PHÒNG CHÍNH PHỦ\n{STATE}Số: 2601/VPCP-KGVX\nV/v thực hiện Chỉ thị 16/CT-TTg\n"
        "Hà Nội, ngày 03 tháng 4 năm 2020\n\nKính gửi: Các bộ.\n\nThủ tướng Chính phủ có ý kiến:\n"
        f"{TASKS}BỘ TRƯỞNG, CHỦ NHIỆM\nMai Tiến Dần",
        "2601/VPCP-KGVX",
        "Công văn",
        "2020-04-03",
        "vpcp",
        None,
        "central",
        ("Mai Tiến Dần", "BỘ TRƯỞNG, CHỦ NHIỆM", None),
        "thực hiện Chỉ thị 16/CT-TTg",
    ),
    Case(
        "an office of a ministry in the province",
        f"TỔNG CỤC THUẾ\nCỤC THUẾ TỈNH ĐỒNG THÁP\n{STATE}Số: 77/CTDTH-TTHT\n"
        "Đồng Tháp, ngày 1 tháng 3 năm 2021\n"
        f"V/v gia hạn nộp thuế\n\nKính gửi: Công ty A.\n\nCục Thuế có ý kiến:\n{TASKS}CỤC TRƯỞNG\n"
        "Lê Văn Hai",
        "77/CTDTH-TTHT",
        "Công văn",
        "2021-03-01",
        "local:cuc-thue-tinh-dong-thap",
        "87",
        "deconcentrated",
        ("Lê Văn Hai", "CỤC TRƯỞNG", None),
        "gia hạn nộp thuế",
    ),
    Case(
        "the chairperson speaks in a letter; a name with a hyphen in the place line",
        f"UBND TỈNH BÀ RỊA - VŨNG TÀU\n{STATE}Số: 13417/UBND-VP\n"
        "Bà Rịa - Vũng Tàu, ngày 22 tháng 9 năm 2021\n"
        f"V/v nới lỏng\n\nKính gửi: Các sở, ngành.\n\nChủ tịch UBND tỉnh yêu cầu:\n{TASKS}"
        "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nĐặng Minh Thống",
        "13417/UBND-VP",
        "Công văn",
        "2021-09-22",
        "ct-ubnd",
        "77",
        "province",
        ("Đặng Minh Thống", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH"),
        "nới lỏng",
    ),
    Case(
        "a stamp names nobody; the cited date stays in the abstract",
        f"ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG\n\nHỎA TỐC\n\n{STATE}Số: 5000/UBND-VX2\n"
        "V/v thực hiện Công điện số 1102/CĐ-TTg\nngày 23/8/2021 của Thủ tướng Chính phủ\n"
        f"Lâm Đồng, ngày 24 tháng 8 năm 2021\n\nKính gửi: Sở Y tế.\n\nUBND tỉnh yêu cầu:\n{TASKS}"
        "TUQ. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nTrần Văn Khoa",
        "5000/UBND-VX2",
        "Công văn",
        "2021-08-24",
        "ubnd-tinh",
        "68",
        "province",
        ("Trần Văn Khoa", "CHÁNH VĂN PHÒNG", "TUQ. CHỦ TỊCH"),
        "thực hiện Công điện số 1102/CĐ-TTg\nngày 23/8/2021 của Thủ tướng Chính phủ",
    ),
    Case(
        "Party committee of the police",
        "ĐẢNG BỘ TỈNH LAI CHÂU\nĐẢNG ỦY CÔNG AN TỈNH\n*\nSố 10-NQ/ĐU\n"
        f"{PARTY}Lai Châu, ngày 2 tháng 3 năm 2021\n\n"
        f"NGHỊ QUYẾT\nvề phòng, chống dịch\n\nĐảng ủy Công an tỉnh quyết nghị:\n{TASKS}T/M ĐẢNG ỦY\n"
        "BÍ THƯ\nPhạm Hải Đăng",
        "10-NQ/ĐU",
        "Nghị quyết",
        "2021-03-02",
        "du-ca",
        "12",
        None,
        ("Phạm Hải Đăng", "BÍ THƯ", "T/M ĐẢNG ỦY"),
        "về phòng, chống dịch",
    ),
    Case(
        "an organ of the Front",
        f"ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM\nTỈNH TRÀ VINH\nBAN THƯỜNG TRỰC\n{STATE}Số: 200/MTTQ-BTT\n"
        "Trà Vinh, ngày 2 tháng 7 năm 2021\nV/v vận động ủng hộ\n\nKính gửi: Các tổ chức.\n\nĐề nghị:\n"
        f"{TASKS}"
        "TM. BAN THƯỜNG TRỰC\nCHỦ TỊCH\nLê Thanh Bình",
        "200/MTTQ-BTT",
        "Công văn",
        "2021-07-02",
        "ubmttq",
        "84",
        None,
        ("Lê Thanh Bình", "CHỦ TỊCH", "TM. BAN THƯỜNG TRỰC"),
        "vận động ủng hộ",
    ),
    Case(
        "a number in spaces, as printed",
        f"TỈNH ỦY THANH HÓA\n*\nSố 07 - CĐ/TU\n{PARTY}Thanh Hóa, ngày 19 tháng 2 năm 2022\n\nCÔNG ĐIỆN\n"
        "về tăng cường phòng, chống dịch\n\nBAN THƯỜNG VỤ TỈNH ỦY điện:\n- Bí thư các huyện ủy.\n\n"
        f"Ban Thường vụ Tỉnh ủy yêu cầu:\n{TASKS}T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ THƯỜNG TRỰC\nLại Thế Nguyện",
        "07-CĐ/TU",
        "Công điện",
        "2022-02-19",
        "btv-tu",
        "38",
        "province",
        ("Lại Thế Nguyện", "PHÓ BÍ THƯ THƯỜNG TRỰC", "T/M BAN THƯỜNG VỤ"),
        "về tăng cường phòng, chống dịch",
    ),
    Case(
        "a page that reports the act of its own province",
        "Yên Bái ban hành Chỉ thị số 12-CT/TU\n05/05/2021 08:15 | Lượt xem: 512\n\n"
        "Ngày 05/5/2021, Ban Thường vụ Tỉnh ủy Yên Bái đã ban hành Chỉ thị số 12-CT/TU về tăng cường lãnh "
        "đạo công tác "
        "phòng, chống dịch COVID-19. Ban Thường vụ Tỉnh ủy yêu cầu:\n\n1. Các cấp ủy thực hiện.\n"
        "2. Ban Tuyên giáo tuyên truyền.\n\nTin liên quan\n» Khác",
        "12-CT/TU",
        "Chỉ thị",
        "2021-05-05",
        "btv-tu",
        "15",
        "province",
        (None, None, None),
        "về tăng cường lãnh đạo công tác phòng, chống dịch COVID-19",
    ),
    Case(
        "a page that only cites acts has no data of its own",
        "Siết chặt phòng dịch tại Thủ đô\nThứ Bảy, 24/07/2021 10:00\n\n"
        "Theo Công điện số 1063/CĐ-TTg ngày 31/7/2021 của "
        "Thủ tướng Chính phủ, các tỉnh thực hiện giãn cách. Phóng viên ghi nhận tại Hà Nội.",
        subject="Siết chặt phòng dịch tại Thủ đô",
    ),
]


def told(head: Letterhead) -> Case:
    """A letterhead as a case without name and text."""

    def value(stated: Stated | None) -> str | None:
        return stated.value if stated else None

    signer = (value(head.signer.name), value(head.signer.role), value(head.signer.capacity))
    return Case(
        "", "", value(head.number), value(head.doc_type), value(head.issued_on), value(head.issuer),
        value(head.province), head.level, signer, head.subject.quote if head.subject else None,
    )  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_own_data(case: Case) -> None:
    found = told(read_letterhead(reading_of(case.text)))
    assert found == replace(case, name="", text="", level=case.level or found.level)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@pytest.mark.parametrize("change", ["NFD", "CRLF", "NBSP"])
def test_the_same_in_another_encoding(case: Case, change: str) -> None:
    text = {
        "NFD": unicodedata.normalize("NFD", case.text),
        "CRLF": case.text.replace("\n", "\r\n"),
        "NBSP": case.text.replace(" năm ", "\u00a0năm ").replace("Số: ", "Số:\u00a0"),
    }[change]
    plain, other = (told(read_letterhead(reading_of(t))) for t in (case.text, text))
    subject = unicodedata.normalize("NFC", other.subject or "").replace("\r\n", "\n").replace("\u00a0", " ")
    assert replace(other, subject=subject) == replace(plain, subject=plain.subject or "")


def test_an_impossible_date_is_reported_and_not_guessed() -> None:
    text = CASES[0].text.replace("ngày 02 tháng 8 năm 2021", "ngày 31 tháng 6 năm 2021")
    head = read_letterhead(reading_of(text))
    assert head.issued_on is None
    assert any("31" in problem for problem in head.problems)


def test_a_symbol_that_contradicts_the_type_is_reported_and_kept() -> None:
    head = read_letterhead(reading_of(CASES[0].text.replace("1204/QĐ-UBND", "1204/CT-UBND")))
    assert head.number is not None
    assert head.doc_type is not None
    assert (head.number.value, head.doc_type.value) == ("1204/CT-UBND", "Quyết định")
    assert len(head.problems) == 1


def test_an_unread_figure_makes_no_number() -> None:
    head = read_letterhead(reading_of(CASES[0].text.replace("1204/QĐ-UBND", "1{04/QĐ-UBND")))
    assert head.number is None


def test_the_place_of_a_central_act_is_no_province() -> None:
    case = next(c for c in CASES if c.name == "Government")
    assert read_letterhead(reading_of(case.text)).province is None


# head up to the number | issuer, level, province
ISSUERS = [
    ("ĐẢNG BỘ THÀNH PHỐ ĐÀ NẴNG\nTHÀNH ỦY\n*\nSố 50-CV/TU", "thanh-uy-tw", "province", "48"),
    ("THÀNH ỦY THANH HÓA\n*\nSố 50-CV/ThU", "thanh-uy-tinh", "district", None),
    ("TỈNH ỦY TIỀN GIANG\nTHỊ ỦY CAI LẬY\n*\nSố 5-CV/TXU", "thi-uy", "district", "82"),
    ("TỈNH ỦY HÀ NAM\nVĂN PHÒNG\n*\nSố 5-CV/VPTU", "vptu", "department", "35"),
    ("TỈNH ỦY HÀ NAM\nỦY BAN KIỂM TRA\n*\nSố 5-CV/UBKTTU", "ubkttu", "department", "35"),
    ("ĐẢNG BỘ TỈNH ĐIỆN BIÊN\nBAN CHẤP HÀNH\n*\nSố 5-NQ/TU", "bch-dang-bo", "province", "11"),
    ("TRUNG ƯƠNG ĐẢNG\nBAN TUYÊN GIÁO\n*\nSố 151-HD/BTGTW", "local:ban-tuyen-giao", "central", None),
    ("ĐOÀN TNCS HỒ CHÍ MINH\nBCH TỈNH AN GIANG\n***\nSố: 34-KH/TĐTN", "doan-tn", "province", "89"),
    (f"UBND TỈNH HÒA BÌNH\nBAN CHỈ ĐẠO PHÒNG, CHỐNG DỊCH\n{STATE}Số: 3/BCĐ", "bcd-tinh", "province", "17"),
    (f"UBND TỈNH KIÊN GIANG\nVĂN PHÒNG\n{STATE}Số: 3/VPUBND-VX", "vp-ubnd", "department", "91"),
    (f"UBND TỈNH KIÊN GIANG\nSỞ NỘI VỤ\n{STATE}Số: 3/SNV-VP", "local:so-noi-vu", "department", "91"),
    (f"UBND TỈNH LÀO CAI\nBAN QUẢN LÝ KHU KINH TẾ\n{STATE}Số: 3/BQLKKT", "bql-kcn", "department", "10"),
    (f"UBND HUYỆN CỦ CHI\nPHÒNG Y TẾ\n{STATE}Số: 3/PYT", "local:phong-y-te", "district", None),
    (f"ỦY BAN NHÂN DÂN\nQUẬN 7\n{STATE}Số: 3/UBND", "ubnd-huyen", "district", None),
    (f"ỦY BAN NHÂN DÂN THỊ XÃ SA PA\n{STATE}Số: 3/UBND", "ubnd-huyen", "district", None),
    (f"ỦY BAN NHÂN DÂN HUYỆN ĐẤT ĐỎ\nTỈNH BÀ RỊA - VŨNG TÀU\n{STATE}Số: 3/UBND",
     "ubnd-huyen", "district", "77"),
    (f"HỘI ĐỒNG NHÂN DÂN XÃ BA TƠ\nHUYỆN BA TƠ\n{STATE}Số: 3/NQ-HĐND",
     "local:hoi-dong-nhan-dan-xa-ba-to-huyen-ba-to", "district", None),
    (f"CÔNG AN TỈNH ĐẮK NÔNG\n{STATE}Số: 1/KH-CAT", "cong-an-tinh", "deconcentrated", "67"),
    (f"BỘ LAO ĐỘNG - THƯƠNG BINH\nVÀ XÃ HỘI\n{STATE}Số: 2844/LĐTBXH-PC",
     "local:bo-lao-dong-thuong-binh-va-xa-hoi", "central", None),
    (f"ỦY BAN THƯỜNG VỤ QUỐC HỘI\n{STATE}Số: 268/NQ-UBTVQH15", "ubtvqh", "central", None),
    ("ỦY BAN NHÂN DÂN\n" + STATE.replace("\n", "\nTỈNH LÀO CAI\n", 1) + "Số: 3/UBND-VX",
     "ubnd-tinh", "province", "10"),
    (f"UBND tỉnh Sơn La\nSở Y tế\n{STATE}Số: 3/SYT", "so-yt", "department", "14"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "issuer", "level", "province"), ISSUERS)
def test_who_issues(head: str, issuer: str, level: str, province: str | None) -> None:
    text = (
        f"{head}\nMường Lay, ngày 5 tháng 7 năm 2021\nV/v phòng, chống dịch\n\nKính gửi: Các đơn vị.\n\n"
        "Đề nghị thực hiện:\n\n1. Làm ngay.\n"
    )
    found = told(read_letterhead(reading_of(text)))
    assert (found.issuer, found.level, found.province) == (issuer, level, province)
    assert (found.issued_on, found.subject) == ("2021-07-05", "phòng, chống dịch")


def test_a_translation() -> None:
    text = (
        "THE PRIME MINISTER\n-------\nTHE SOCIALIST REPUBLIC OF VIETNAM\nIndependence - Freedom - Happiness\n"
        "-------\nNo. 1102/CD-TTg\nHanoi, August 23, 2021\n\nOFFICIAL TELEGRAM\nOn stricter distancing\n\n"
        "To:\n- All provinces.\n\n"
        "The Prime Minister requests:\n\n1. The Ministry of Health shall act.\n\n"
        "FOR THE PRIME MINISTER\nDEPUTY PRIME MINISTER\nTran Van An\n"
    )
    found = told(read_letterhead(reading_of(text)))
    assert (found.number, found.doc_type, found.issued_on) == ("1102/CĐ-TTg", "Công điện", "2021-08-23")
    assert (found.issuer, found.province, found.subject) == ("ttg", None, "On stricter distancing")
    assert found.signer == ("Tran Van An", "DEPUTY PRIME MINISTER", "FOR THE PRIME MINISTER")
