"""References to acts: where they begin and end, what identifies them, and what is no reference."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.documents import Letterhead, Mention, Stated
from ingest.extract.references.find import find_references
from tests.extract.reading_of import reading_of


def _stated(value: str) -> Stated:
    return Stated(value, 0, 0, value, "given")


LETTER = Letterhead(
    number=_stated("99/UBND-VX"),
    doc_type=_stated("Công văn"),
    issued_on=_stated("2021-09-09"),
    issuer=_stated("ubnd-tinh"),
)


def _found(text: str, letterhead: Letterhead = LETTER) -> tuple[Mention, ...]:
    return find_references(reading_of(text), letterhead)


NUMBERED = [
    (
        "Thực hiện Chỉ thị số 16/CT-TTg ngày 31/3/2020 của Thủ tướng Chính phủ về việc cách ly, yêu cầu:",
        "Chỉ thị số 16/CT-TTg ngày 31/3/2020 của Thủ tướng Chính phủ",
        ("16/CT-TTg", "Chỉ thị", "2020-03-31", "ttg"),
    ),
    (
        "Quán triệt Thông báo kết luận số 172-TB/TW, ngày 21-3-2020 của Bộ Chính trị, các cấp ủy",
        "Thông báo kết luận số 172-TB/TW, ngày 21-3-2020 của Bộ Chính trị",
        ("172-TB/TW", "Thông báo", "2020-03-21", "bct"),
    ),
    (
        "theo Nghị quyết 128/NQ-CP (ngày 11/10/2021) của Chính phủ.",
        "Nghị quyết 128/NQ-CP (ngày 11/10/2021) của Chính phủ",
        ("128/NQ-CP", "Nghị quyết", "2021-10-11", "cp"),
    ),
    (
        "Căn cứ Luật Phòng, chống bệnh truyền nhiễm số 03/2007/QH12 ngày 21/11/2007;",
        "Luật Phòng, chống bệnh truyền nhiễm số 03/2007/QH12 ngày 21/11/2007",
        ("03/2007/QH12", "Luật", "2007-11-21", "qh"),
    ),
    (
        "Công văn số 151/SYT-NVY ngày 06/01/2022 của Sở Y tế Thành phố Hồ Chí Minh hướng dẫn",
        "Công văn số 151/SYT-NVY ngày 06/01/2022 của Sở Y tế Thành phố Hồ Chí Minh",
        ("151/SYT-NVY", "Công văn", "2022-01-06", "so-yt"),
    ),
    (
        "Kế hoạch số 355/KH-UBND ngày 08/7/2021 của UBND tỉnh An Giang, các huyện",
        "Kế hoạch số 355/KH-UBND ngày 08/7/2021 của UBND tỉnh An Giang",
        ("355/KH-UBND", "Kế hoạch", "2021-07-08", "ubnd-tinh"),
    ),
    (
        "Quyết định số 41/QĐ-UBND ngày 02/7/2021 của Ủy ban nhân dân thành phố Đà Nẵng",
        "Quyết định số 41/QĐ-UBND ngày 02/7/2021 của Ủy ban nhân dân thành phố Đà Nẵng",
        ("41/QĐ-UBND", "Quyết định", "2021-07-02", "ubnd-tinh"),
    ),
    (
        "Quyết định số 41/QĐ-UBND ngày 02/7/2021 của Ủy ban nhân dân thành phố Vinh",
        "Quyết định số 41/QĐ-UBND ngày 02/7/2021 của Ủy ban nhân dân thành phố Vinh",
        ("41/QĐ-UBND", "Quyết định", "2021-07-02", "ubnd-huyen"),
    ),
    (
        "Chi thi so 16/CT-TTg ngay 31/3/2020 cua Thu tuong Chinh phu ve cach ly",
        "Chi thi so 16/CT-TTg ngay 31/3/2020 cua Thu tuong Chinh phu",
        ("16/CT-TTg", "Chỉ thị", "2020-03-31", "ttg"),
    ),
    (
        "Kết luận số 07-KL/TW ngày 11/6/2021 của Bộ Chính ừị về một số nhiệm vụ",
        "Kết luận số 07-KL/TW ngày 11/6/2021 của Bộ Chính ừị",
        ("07-KL/TW", "Kết luận", "2021-06-11", "bct"),
    ),
    (
        "Công văn số 99/TCT-CS ngày 05/5/2021 của Cục Thuế tỉnh Bắc Ninh về việc gia hạn",
        "Công văn số 99/TCT-CS ngày 05/5/2021 của Cục Thuế tỉnh Bắc Ninh",
        ("99/TCT-CS", "Công văn", "2021-05-05", None),
    ),
    (
        "Ngày 11-6-2021, Bộ Chính trị đã ban hành Kết luận số 07-KL/TW về một số nhiệm vụ",
        "Kết luận số 07-KL/TW",
        ("07-KL/TW", "Kết luận", "2021-06-11", "bct"),
    ),
    (
        "Directive No. 16/CT-TTg dated March 31, 2020 on urgent measures",
        "Directive No. 16/CT-TTg dated March 31, 2020",
        ("16/CT-TTg", "Chỉ thị", "2020-03-31", "ttg"),
    ),
]


@pytest.mark.parametrize(("text", "quote", "attrs"), NUMBERED)
def test_a_numbered_act_with_all_that_identifies_it(
    text: str, quote: str, attrs: tuple[str | None, ...]
) -> None:
    (one,) = _found(text)
    assert one.quote == quote
    assert tuple(one.attrs[k] for k in ("number", "doc_type", "date", "issuer")) == attrs
    assert (one.attrs["kind"], one.id) == ("numbered", f"{attrs[0]}@{(attrs[2] or '')[:4]}")


@pytest.mark.parametrize(("text", "quote", "attrs"), NUMBERED)
def test_the_form_of_the_characters_changes_no_statement(
    text: str, quote: str, attrs: tuple[str | None, ...]
) -> None:
    for variant in (
        unicodedata.normalize("NFD", text),
        text.replace(" ", "\u00a0"),
        text.replace(" ", "\u200b "),
    ):
        (one,) = _found(variant)
        assert one.quote == variant[one.start : one.end]
        assert tuple(one.attrs[k] for k in ("number", "doc_type", "date", "issuer")) == attrs


def test_members_of_a_list_share_type_word_issuer_and_suffix() -> None:
    found = _found("các Công văn số 2522, 2523/UBND-VX ngày 28/7/2021 của UBND Thành phố Hồ Chí Minh")
    assert [(m.attrs["number"], m.attrs["doc_type"], m.attrs["issuer"]) for m in found] == [
        ("2522/UBND-VX", "Công văn", "ubnd-tinh"),
        ("2523/UBND-VX", "Công văn", "ubnd-tinh"),
    ]
    assert [m.quote.split()[0] for m in found] == ["Công", "2523/UBND-VX"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Tiếp tục áp dụng Chỉ thị 16 trên toàn tỉnh", ["16"]),
        ("theo Nghị quyết 68, Nghị quyết 105 của Chính phủ", ["68", "105"]),
        ("từ Chỉ thị 16 xuống Chỉ thị 15", ["16", "15"]),
        ("các Chỉ thị 15, 16 và 19 của Thủ tướng", ["15", "16", "19"]),
        ("Công văn số 79, Kết luận 07", ["79", "07"]),
        ("NQ 68 và CT số 16", ["68", "16"]),
        (
            "Kế hoạch 5 năm, Thông báo 5 ca mới, Nghị quyết 2021, kết luận 3 nội dung, Quyết định 12 vấn đề",
            [],
        ),
        ("hỗ trợ theo Nghị quyết 68 của Chính phủ, 215 hộ kinh doanh", ["68"]),
    ],
)
def test_bare_numbers_are_told_from_counts(text: str, numbers: list[str]) -> None:
    assert [m.attrs["number"] for m in _found(text)] == numbers


def test_a_bare_number_takes_the_symbol_that_the_text_gives_it_elsewhere() -> None:
    text = "Chỉ thị số 16/CT-TTg ngày 31/3/2020 của Thủ tướng Chính phủ. Tiếp tục áp dụng Chỉ thị 16."
    assert [(m.attrs["number"], m.id) for m in _found(text)] == [
        ("16/CT-TTg", "16/CT-TTg@2020"),
        ("16/CT-TTg", None),
    ]


def test_two_acts_of_one_bare_number_leave_it_open() -> None:
    text = "Nghị quyết số 68/NQ-CP và Nghị quyết số 68/NQ-HĐND; theo Nghị quyết 68"
    assert _found(text)[-1].attrs["number"] == "68"


@pytest.mark.parametrize(
    ("text", "number", "doc_type"),
    [
        ("công văn số 1378-CT/TU ngày 24-3-2020", "1378-CT/TU", "Công văn"),
        ("Chỉ thị 15/TTg-CP", "15/TTg-CP", "Chỉ thị"),
        ("Chỉ thị số 17/CĐ-UBND ngày 24/7/2021", "17/CĐ-UBND", "Chỉ thị"),
    ],
)
def test_a_misquote_is_kept_as_printed_and_told(text: str, number: str, doc_type: str) -> None:
    (one,) = _found(text)
    assert (one.attrs["number"], one.attrs["doc_type"]) == (number, doc_type)
    assert one.attrs["problem"] is not None


def test_an_impossible_date_is_null_and_told() -> None:
    (one,) = _found("Công văn số 2458-CV/ĐUK ngày 29/77/2020 của Đảng ủy Khối Doanh nghiệp Trung ương")
    assert (one.attrs["date"], one.id) == (None, None)
    assert "29" in str(one.attrs["problem"])
    assert one.quote.endswith("Trung ương")


def test_in_a_table_date_and_issuer_stand_in_other_cells() -> None:
    found = _found(
        "1 | 05/CT-TTg | 28/01/2020 | Thủ tướng Chính phủ | x\n2 | 07-KL/TW | 11/6/2021 | Bộ Chính trị | x"
    )
    assert [(m.quote, m.id, m.attrs["issuer"]) for m in found] == [
        ("05/CT-TTg", "05/CT-TTg@2020", "ttg"),
        ("07-KL/TW", "07-KL/TW@2021", "bct"),
    ]


@pytest.mark.parametrize(
    ("text", "quote", "date", "issuer"),
    [
        (
            "theo kết luận của Thủ tướng Chính phủ tại cuộc họp ngày 24/8/2021 với các tỉnh về dịch",
            "kết luận của Thủ tướng Chính phủ tại cuộc họp ngày 24/8/2021 với các tỉnh",
            "2021-08-24",
            "ttg",
        ),
        (
            "hưởng ứng Lời kêu gọi của Tổng Bí thư ngày 29-7-2021, toàn tỉnh",
            "Lời kêu gọi của Tổng Bí thư ngày 29-7-2021",
            "2021-07-29",
            None,
        ),
        (
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
            "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
            "2015-06-19",
            None,
        ),
        (
            "theo Luật Phòng, chống bệnh truyền nhiễm năm 2007.",
            "Luật Phòng, chống bệnh truyền nhiễm năm 2007",
            None,
            None,
        ),
        (
            "thực hiện nghị quyết của Chính phủ về hỗ trợ lao động tự do, báo cáo kết quả",
            "nghị quyết của Chính phủ về hỗ trợ lao động tự do",
            None,
            "cp",
        ),
    ],
)
def test_one_certain_act_without_a_number(
    text: str, quote: str, date: str | None, issuer: str | None
) -> None:
    (one,) = _found(text)
    assert (one.quote, one.attrs["kind"]) == (quote, "descriptive")
    assert (one.attrs["date"], one.attrs["issuer"], one.attrs["number"]) == (date, issuer, None)


@pytest.mark.parametrize(
    ("text", "quote", "issuer"),
    [
        ("theo hướng dẫn của Bộ Y tế.", "hướng dẫn của Bộ Y tế", "byt"),
        ("các văn bản chỉ đạo của Trung ương, của tỉnh", "văn bản chỉ đạo của Trung ương, của tỉnh", None),
        (
            "các chỉ thị, nghị quyết của Chính phủ và Thủ tướng Chính phủ;",
            "chỉ thị, nghị quyết của Chính phủ và Thủ tướng Chính phủ",
            None,
        ),
        ("triển khai Nghị quyết đại hội Đảng các cấp, quyết tâm", "Nghị quyết đại hội Đảng các cấp", None),
    ],
)
def test_a_class_of_acts(text: str, quote: str, issuer: str | None) -> None:
    (one,) = _found(text)
    assert (one.quote, one.attrs["kind"], one.attrs["issuer"], one.id) == (quote, "generic", issuer, None)


@pytest.mark.parametrize(
    "text",
    [
        "theo quy định của pháp luật",
        "Sở Y tế hướng dẫn người dân; Chủ tịch UBND tỉnh quyết định, chỉ thị:",
        "xây dựng kế hoạch cụ thể, thông báo kịp thời, báo cáo hằng ngày",
        "Ban Chỉ đạo quốc gia phòng, chống dịch",
        "luật sư và kỷ luật nghiêm",
    ],
)
def test_words_that_name_no_act(text: str) -> None:
    assert _found(text) == ()


def test_this_act_carries_the_documents_own_data() -> None:
    (one,) = _found("Yêu cầu các đơn vị thực hiện nghiêm Công văn này.")
    assert (one.quote, one.id, one.attrs["kind"]) == ("Công văn này", "99/UBND-VX@2021", "self")


def test_another_type_in_this_position_is_not_this_act() -> None:
    assert _found("Chỉ thị này của Thủ tướng được báo chí nhắc đến.") == ()


def test_the_own_number_is_a_reference_to_itself_wherever_it_stands() -> None:
    (one,) = _found("UBND tỉnh ban hành Công văn số 99/UBND-VX ngày 09/9/2021.")
    assert (one.attrs["kind"], one.attrs["issuer"]) == ("self", "ubnd-tinh")


def test_the_same_number_of_another_year_is_another_act() -> None:
    (one,) = _found("Công văn số 99/UBND-VX ngày 03/3/2020 của UBND tỉnh")
    assert (one.attrs["kind"], one.id) == ("numbered", "99/UBND-VX@2020")


@given(
    st.lists(st.sampled_from([case[0] for case in NUMBERED] + ["\n", "\r\n", "; ", "và ", "Công văn này "]))
)
def test_quotes_are_the_text_and_mentions_are_apart(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = _found(text)
    assert all(m.quote == text[m.start : m.end] for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
