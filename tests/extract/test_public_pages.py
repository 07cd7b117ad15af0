"""Grammar that public pages and portals write and acts rarely do: composed sentences, one table a rule."""

from __future__ import annotations

import hashlib

import pytest

from ingest.documents import Document, Extraction, Label, Source
from ingest.extract import extract
from ingest.numbering.numbers import find_numbers
from ingest.text.normalise import normalise
from ingest.vocabulary import shipped


def _read(text: str) -> Extraction:
    key = hashlib.sha256(text.encode()).hexdigest()
    return extract(Document(key, text, key, "txt", Source("a.txt")), shipped())


def _of(text: str, label: Label) -> list[tuple[str, str | None]]:
    key = {"BODY": "role", "MEASURE": "polarity", "REFERENCE": "relation"}[label]
    return [(m.quote, m.attrs[key]) for m in _read(text).mentions if m.label == label]


@pytest.mark.parametrize(
    ("text", "laws"),
    [
        ("Căn cứ Luật phòng chống thiên tai năm 2013;", ["Luật phòng chống thiên tai năm 2013"]),
        ("theo quy định của Luật đê điều và các nghị định", ["Luật đê điều"]),
        ("- Luật thú y 2015;\n- Luật chăn nuôi năm 2018;", ["Luật thú y 2015", "Luật chăn nuôi năm 2018"]),
        ("Căn cứ Luật Lâm nghiệp 2017 và tình hình thực tế;", ["Luật Lâm nghiệp 2017"]),
        ("TÀI LIỆU TUYÊN TRUYỀN PHÁP LUẬT\nTRONG CÔNG NHÂN", []),
        ("Hệ thống pháp luật\n\nỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG", []),
        ("Xử lý kỷ luật Đảng đối với đảng viên vi phạm; mời Luật sư và Luật gia tham gia.", []),
        ("Luật quy định rõ trách nhiệm của chủ rừng.", []),
    ],
)
def test_a_law_in_small_letters_is_quoted_as_one(text: str, laws: list[str]) -> None:
    assert [m.quote for m in _read(text).mentions if m.attrs.get("doc_type") == "Luật"] == laws


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Công điện số 05/CĐ.UBND ngày 12/9/2018", ["05/CĐ-UBND"]),
        ("Quyết định số 318/QĐ.UBND và công văn 44/VP.UBND-KT", ["318/QĐ-UBND", "44/VP.UBND-KT"]),
        ("Tỷ lệ 3/4.Sở Y tế, mục 2/TT.Các xã", []),
    ],
)
def test_a_point_may_stand_for_the_hyphen_of_a_symbol(text: str, numbers: list[str]) -> None:
    assert [n.value for n in find_numbers(normalise(text), shipped())] == numbers


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Thực hiện văn bản số 3115 ngày 06/7/2021 của UBND tỉnh", ["3115"]),
        ("UBND tỉnh ban hành văn bản số 702 Siết chặt kiểm soát các chợ", ["702"]),
        ("Công văn số 88 Hướng dẫn tiêm chủng", ["88"]),
        ("nội dung khác văn bản số 2; gửi 3 văn bản", []),
        ("UBND tỉnh ban hành Kế hoạch số 96 ngày 14/11/2021", ["96"]),
        ("chọn phương án số 2, kịch bản số 3", []),
        ("thống nhất thông báo số 5 nội dung", []),
    ],
)
def test_an_act_may_be_cited_by_the_bare_number_of_a_text(text: str, cited: list[str]) -> None:
    assert [m.attrs["number"] for m in _read(text).mentions if m.label == "REFERENCE"] == cited


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "Căn cứ Công văn số 41/BYT-KCB của Bộ Y tế về việc triển khai tiêm và Công văn số 54/BYT-KCB",
            ["based_on", "based_on"],
        ),
        ("Xét Tờ trình số 214/TTr-SNN ngày 02/6/2020;", ["based_on"]),
        ("Sở Tư pháp đang xem xét Tờ trình số 214/TTr-SNN", ["mentions"]),
        (
            "- Chỉ thị 05/CT-TTg về thực hiện các biện pháp, kịp thời\n- Chỉ thị 06/CT-TTg về kiểm tra\n",
            ["mentions", "mentions"],
        ),
        (
            "Chiều 3/9, Sở Xây dựng ban hành Công văn số 77/SXD-QLN. Đơn vị thi công được yêu cầu dừng việc.",
            ["mentions"],
        ),
        (
            "Bộ Chính trị đã ban hành Kết luận số 07-KL/TW. Tỉnh ủy yêu cầu các cấp ủy quán triệt.",
            ["implements"],
        ),
    ],
)
def test_what_a_page_tells_of_an_act_is_no_order(text: str, relations: list[str]) -> None:
    assert [relation for _, relation in _of(text, "REFERENCE")] == relations


def test_acts_under_a_heading_over_bases_are_what_the_act_is_based_on() -> None:
    head = "ỦY BAN NHÂN DÂN\nTỈNH AN GIANG\nSố: 81/KH-UBND\nAn Giang, ngày 03 tháng 02 năm 2021\n\nKẾ HOẠCH\n"
    text = (
        f"{head}Ứng phó dịch bệnh\n\nI. CĂN CỨ PHÁP LÝ\n\n- Quyết định số 3888/QĐ-BYT ngày 08/9/2020 của Bộ "
        "Y tế ban hành Sổ tay “Sống trong trạng thái bình thường mới”;\n\n"
        "II. NHIỆM VỤ\n\n1. Sở Y tế truy vết.\n"
    )
    read = _read(text)
    assert [m.attrs["relation"] for m in read.mentions if m.attrs.get("kind") == "numbered"] == ["based_on"]
    polarities = {m.id: m.attrs["polarity"] for m in read.mentions if m.label == "MEASURE"}
    assert polarities == {"binh-thuong-moi": "mentioned", "truy-vet": "ordered"}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Ngày 2/4, Sở Công Thương An Giang có công văn số 61/SCT-QLTM về giá cả.", ["other"]),
        ("Phó Thủ tướng Lê Văn Minh ký Công điện 12/CĐ-TTg ngày 4/4/2020.", ["other"]),
        ("Hội đồng nhân dân tỉnh Bình Phước khóa IX đã thông qua chính sách hỗ trợ.", ["other"]),
        ("Thủ tướng Nguyễn Văn Bình đã có chỉ đạo về việc này.", ["other"]),
        ("Chủ tịch Ủy ban nhân dân (UBND) tỉnh vừa ký văn bản.", ["other"]),
        ("1. Sở Y tế ban hành hướng dẫn cách ly tại nhà.", ["assignee"]),
        ("1. UBND các huyện có kế hoạch tiêm vắc xin.", ["assignee"]),
        ("1. Sở Giao thông vận tải yêu cầu các bến xe đóng cửa.", ["assignee"]),
    ],
)
def test_who_wrote_an_act_is_not_told_to_act(text: str, roles: list[str]) -> None:
    assert [role for _, role in _of(text, "BODY")] == roles


def test_who_is_asked_does_not_speak() -> None:
    text = "UBND tỉnh Hà Nam yêu cầu Sở Nội vụ, UBND huyện, thị xã chỉ đạo các trường rà soát."
    assert [role for _, role in _of(text, "BODY")][:3] == ["issuer", "assignee", "assignee"]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("1. Ban Chỉ đạo phòng, chống tội phạm tỉnh tổ chức kiểm tra.", [None]),
        ("1. Ban chỉ đạo 389 tỉnh kiểm tra. Ban Chỉ đạo báo cáo hằng tháng.", [None, None]),
        ("1. Ban Chỉ đạo cải cách hành chính và Ban Chỉ đạo phòng, chống dịch tỉnh họp.", [None, "bcd-tinh"]),
        ("1. Ban Chỉ đạo công tác phòng, chống dịch tỉnh kiểm tra.", ["bcd-tinh"]),
        ("1. Ban Chỉ đạo xây dựng kế hoạch; Ban Chỉ đạo các huyện triển khai.", ["bcd-tinh", "bcd-huyen"]),
    ],
)
def test_a_board_of_another_purpose_is_not_the_subjects(text: str, ids: list[str | None]) -> None:
    assert [m.id for m in _read(text).mentions if m.label == "BODY"] == ids


@pytest.mark.parametrize(
    ("board", "issuer"),
    [
        ("BAN CHỈ ĐẠO CẢI CÁCH HÀNH CHÍNH", "local:ban-chi-dao-cai-cach-hanh-chinh"),
        ("BAN CHỈ ĐẠO PHÒNG, CHỐNG DỊCH COVID-19", "bcd-tinh"),
        ("BAN CHỈ ĐẠO", "bcd-tinh"),
    ],
)
def test_a_letterhead_of_another_board_is_not_the_subjects(board: str, issuer: str) -> None:
    nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    text = (
        f"UBND TỈNH HÀ NAM\n{board}\n{nation}Số: 15/KH-BCĐ\nHà Nam, ngày 28 tháng 07 năm 2021\nKẾ HOẠCH\n"
        "Rà soát thủ tục\n\n1. Sở Nội vụ kiểm tra.\n"
    )
    head = _read(text).letterhead
    assert head.issuer is not None
    assert head.issuer.value == issuer


def test_traffic_is_no_verb_of_an_order() -> None:
    text = "Bộ Chỉ huy Quân sự tỉnh, Giao thông vận tải, Y tế cùng lập chốt.\n\n1. Giao Sở Y tế truy vết."
    assert dict(_of(text, "BODY"))["Bộ Chỉ huy Quân sự tỉnh"] != "issuer"


def test_a_list_behind_an_order_goes_on_behind_a_semicolon() -> None:
    text = (
        "Chủ tịch UBND tỉnh Trần Văn Nam yêu cầu Thủ trưởng các sở, ngành; Chủ tịch UBND các huyện, thị xã; "
        "Công an tỉnh khẩn trương rà soát."
    )
    assert [role for _, role in _of(text, "BODY")] == ["issuer", "assignee", "assignee", "assignee"]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Khu tiếp nhận đặt tại Trường Quân sự tỉnh.", []),
        ("Xét Tờ trình số 9/TTr-UBND ngày 04/6/2020", []),
        ("Ủy ban nhân dân (UBND) huyện chỉ đạo.", ["Ủy ban nhân dân"]),
    ],
)
def test_what_only_looks_like_a_body_is_none(text: str, bodies: list[str]) -> None:
    assert [quote for quote, _ in _of(text, "BODY")] == bodies


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("1. Hạn chế tối đa, không tổ chức các hoạt động tập trung đông người.", ["ordered"]),
        ("1. Không thực hiện truy vết, không tập trung đông người.", ["avoided", "ordered"]),
        ("1. Người về từ các tỉnh áp dụng Chỉ thị 16 khai báo y tế.", ["mentioned", "ordered"]),
        (
            "1. Lái xe đi qua vùng dịch, vùng thực hiện theo Chỉ thị 15 phải xét nghiệm.",
            ["mentioned", "ordered"],
        ),
        ("1. Từ 0 giờ toàn tỉnh áp dụng Chỉ thị 16.", ["ordered"]),
        ("1. Các xã có ổ dịch thực hiện theo Chỉ thị 15.", ["ordered"]),
        ("1. Không cách ly tập trung, xét nghiệm, phong tỏa.", ["avoided", "avoided", "avoided"]),
        ("1. F1 không cách ly tập trung hoặc xét nghiệm.", ["avoided", "avoided"]),
        ("1. F1 không cách ly tập trung, cách ly tại nhà 7 ngày.", ["avoided", "ordered"]),
        ("1. Khuyến cáo người dân không ra khỏi địa bàn.", ["ordered"]),
        ("1. Thiết lập vùng cách ly y tế tại thôn Đông.", ["ordered"]),
        ("1. Dỡ bỏ vùng cách ly y tế tại thôn Đông từ 0 giờ.", ["avoided"]),
    ],
)
def test_a_measure_is_wanted_as_its_clause_says(text: str, measures: list[str]) -> None:
    assert [polarity for _, polarity in _of(text, "MEASURE")] == measures


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("1. Tạm dừng một số loại hình kinh doanh dịch vụ.", ["dung-dich-vu-khong-thiet-yeu"]),
        ("1. Dừng các dịch vụ ở bãi biển.", ["dung-dich-vu-khong-thiet-yeu"]),
        ("1. Không tạm dừng dịch vụ công trực tuyến, dịch vụ vận tải hàng hóa.", []),
        ("1. Thí điểm cách ly F1 tại nhà.", ["cach-ly-tai-nha"]),
        ("1. Địa điểm cách ly do huyện bố trí; tổ chức cách ly người từ vùng dịch trở về.", []),
        ("1. Cho sinh viên tạm dừng đến trường.", ["dong-cua-truong-hoc"]),
        ("1. Cho học sinh lớp 12 đến trường.", ["mo-lai-truong-hoc"]),
        ("1. Khoanh vùng, cách ly, phong tỏa kịp thời.", ["khoanh-vung", "cach-ly-tap-trung", "phong-toa"]),
    ],
)
def test_a_measure_is_named_by_its_whole_phrase(text: str, ids: list[str]) -> None:
    assert [m.id for m in _read(text).mentions if m.label == "MEASURE"] == ids


@pytest.mark.parametrize(
    ("top", "issuer"),
    [
        ("HỘI\nĐỒNG NHÂN DÂN\nTỈNH PHÚ YÊN\n", "hdnd-tinh"),
        ("ỦY\nBAN NHÂN DÂN\nTỈNH PHÚ YÊN\n", "ubnd-tinh"),
        ("ỦY BAN NHÂN DÂN\nTỈNH PHÚ YÊN\n", "ubnd-tinh"),
    ],
)
def test_a_head_that_a_narrow_column_broke_names_its_issuer(top: str, issuer: str) -> None:
    nation = "CỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    head = _read(
        f"{top}{nation}Số: 07/2021/NQ-HĐND\nPhú Yên, ngày 09 tháng 7 năm 2021\n\nNGHỊ QUYẾT\nVề thu phí\n"
    )
    assert head.letterhead.issuer is not None
    assert head.letterhead.issuer.value == issuer


def test_a_title_of_an_unusual_type_is_no_issuer() -> None:
    nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    for kind in ("KỊCH BẢN", "SỔ TAY", "BẢN CAM KẾT"):
        head = _read(
            f"ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM\n{nation}Số: 33/KB-UBND\nHà Nam, ngày 09 tháng 7 năm 2021\n\n"
            f"{kind}\n"
            "ỨNG PHÓ DỊCH BỆNH TRÊN ĐỊA BÀN TỈNH\n\nUBND tỉnh yêu cầu:\n\n1. Sở Y tế xét nghiệm.\n"
        ).letterhead
        assert head.issuer is not None
        assert head.issuer.value == "ubnd-tinh"


@pytest.mark.parametrize(
    "text",
    [
        "07:15 12/02/2021 GMT+7\nNgày 11/02, Sở Y tế họp.",
        "SỞ TƯ PHÁP TỈNH HÀ NAM\n\nTài liệu phục vụ hội nghị",
    ],
)
def test_a_line_of_time_or_of_a_body_is_no_title(text: str) -> None:
    subject = _read(text).letterhead.subject
    assert subject is None or subject.start > 0
