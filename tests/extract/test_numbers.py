"""Numbers of acts: every form met is read as one normalised number, and what only looks like one is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.numbering.numbers import doc_type_of, find_numbers, issuer_of, parse_number
from ingest.text.normalise import normalise
from ingest.vocabulary import shipped


def _values(text: str) -> list[str]:
    return [number.value for number in find_numbers(normalise(text))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Chỉ thị số 16/CT-TTg", "16/CT-TTg"),
        ("Nghị định số 117/2020/NĐ-CP", "117/2020/NĐ-CP"),
        ("Nghị quyết số 30/2021/QH15", "30/2021/QH15"),
        ("Nghị quyết số 268/NQ-UBTVQH15", "268/NQ-UBTVQH15"),
        ("Công văn số 2601/VPCP-KGVX", "2601/VPCP-KGVX"),
        ("Công văn số 151/SYT-NVY", "151/SYT-NVY"),
        ("Chỉ thị số 08/CT-CTUBND", "08/CT-CTUBND"),
        ("Thông báo số 172-TB/TW", "172-TB/TW"),
        ("Quy định số 66-QĐ/TW", "66-QĐ/TW"),
        ("Quyết định số 367-QĐ/TWĐTN-VP", "367-QĐ/TWĐTN-VP"),
        ("Thông báo số 159-TB", "159-TB"),
        ("Số: 61/KH-UBND", "61/KH-UBND"),
        ("Kế hoạch số 12a/KH-BCĐ389", "12a/KH-BCĐ389"),
        ("Công văn số 812/LĐ-TB&XH", "812/LĐ-TB&XH"),
    ],
)
def test_a_symbol_is_read_as_it_is_printed(text: str, value: str) -> None:
    assert _values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("05/CT-Ttg", "05/CT-TTg"),
        ("số 1S/CT-TTg", "15/CT-TTg"),
        ("số S5/CT-UBND", "55/CT-UBND"),
        ("số 172-TB/TVV", "172-TB/TW"),
        ("Công văn số 2345/UBND\n-KGVX", "2345/UBND-KGVX"),
        ("16/CT - TTg", "16/CT-TTg"),
        ("2718/ UBND - VX", "2718/UBND-VX"),
        ("07 - CĐ/TU", "07-CĐ/TU"),
        ("2927 -TB/TU", "2927-TB/TU"),
        ("Chỉ thị số\n16/CT-\nTTg", "16/CT-TTg"),
        ("16\u2013CT/TU", "16-CT/TU"),
        ("16\u2044CT\u2011TTg", "16/CT-TTg"),
        ("878/QD-BYT", "878/QĐ-BYT"),
        ("878/Q\u00d0-BYT", "878/QĐ-BYT"),
        ("66-QĐ/T.Ư", "66-QĐ/TW"),
        ("Chỉ thị số 5/CT-TTg", "05/CT-TTg"),
        ("Quyết định số 1.246/QĐ-BYT", "1246/QĐ-BYT"),
        ("16/CT/TTg", "16/CT-TTg"),
        ("1378/CV-TU", "1378-CV/TU"),
        ("914/CĐ-TTp", "914/CĐ-TTg"),
        ("17/2022/UBTVQHI5", "17/2022/UBTVQH15"),
        ("68/NO-CP", "68/NQ-CP"),
        ("4800/QĐ-BVT", "4800/QĐ-BYT"),
        ("Chỉ thị số 16|CT-TTg", "16/CT-TTg"),
        ("Nghị quyết 68/NQ-CPngày 01/7", "68/NQ-CP"),
        ("12/UBND-TV", "12/UBND-TV"),
        ("O5/CT-TTg", "05/CT-TTg"),
        ("117/2O20/NĐ-CP", "117/2020/NĐ-CP"),
        ("23/202l/QĐ-TTg", "23/2021/QĐ-TTg"),
        ("Luật số 5 7/2014/QH13", "57/2014/QH13"),
        ("Chỉ thị số16/CT-TTg", "16/CT-TTg"),
        ("16/CT-TTg1 ngày", "16/CT-TTg"),
    ],
)
def test_broken_and_misread_symbols_are_repaired(text: str, value: str) -> None:
    assert _values(text) == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("công văn số 2522, 2523/UBND-VX", ["2522/UBND-VX", "2523/UBND-VX"]),
        ("các Chỉ thị số 15, 16 và 19/CT-TTg", ["15/CT-TTg", "16/CT-TTg", "19/CT-TTg"]),
        ("các Chỉ thị số 35, 36-CT/TW", ["35-CT/TW", "36-CT/TW"]),
        ("Quyết định số 15/2020 và 23/2021/QĐ-TTg", ["15/2020/QĐ-TTg", "23/2021/QĐ-TTg"]),
        ("ngày 15, 16/CT-TTg", ["16/CT-TTg"]),
    ],
)
def test_members_of_a_list_share_the_suffix_of_its_last(text: str, values: list[str]) -> None:
    assert _values(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "trực 24/7, nghỉ lễ 30/4 và 01/5",
        "điện thoại 0276.3822.222 hoặc 0909/123-456",
        "xe 70A-123.45 và 51F-123.45",
        "tỷ lệ 1/3, 2/3 suất ăn, 20 người/lớp, 5 triệu đồng/hộ",
        "Tổ 5/KP3, hẻm 12/KCN, thửa đất số 128/NQ",
        "giai đoạn 2021-2026, Covid-19, 5K, SARS-CoV-2",
        "22/8/2021 - UBND tỉnh họp",
        "QCVN 01-1:2018/BYT, TCVN 12:2019/BYT",
        "",
    ],
)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert _values(text) == []


def test_a_bullet_on_the_next_line_is_no_part_of_the_symbol() -> None:
    assert _values("theo Công văn số 765/UBND-VX\n- Sở Y tế chủ trì") == ["765/UBND-VX"]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("16 ct ttg", "16/CT-TTg"),
        ("16cttTg", "16/CT-TTg"),
        ("chỉ thị số 16/ct-ttg", "16/CT-TTg"),
        ("172 tb/tw", "172-TB/TW"),
        ("172-TB/TW", "172-TB/TW"),
        ("23 2021 qd ttg", "23/2021/QĐ-TTg"),
        ("2686/qđ-bcđqg", "2686/QĐ-BCĐQG"),
    ],
)
def test_a_typed_number_is_understood_in_any_spacing_and_case(typed: str, value: str) -> None:
    number = parse_number(typed)
    assert number is not None
    assert number.value == value


@pytest.mark.parametrize("typed", ["", "16", "abc", "24/7", "xin chào 5", "16/CT-TTg và 19/CT-TTg"])
def test_what_is_no_number_does_not_parse(typed: str) -> None:
    assert parse_number(typed) is None


@pytest.mark.parametrize(
    ("text", "doc_type", "issuer"),
    [
        ("16/CT-TTg", "Chỉ thị", "ttg"),
        ("969/TTg-KGVX", "Công văn", "ttg"),
        ("68/NQ-CP", "Nghị quyết", "cp"),
        ("4800/QĐ-BYT", "Quyết định", "byt"),
        ("30/2021/QH15", None, "qh"),
        ("07-KL/TW", "Kết luận", None),
        ("230-CV/TU", "Công văn", None),
        ("24/CT-UBND", "Chỉ thị", None),
        ("58/2015/TTLT-BYT-BTNMT", "Thông tư liên tịch", None),
        ("15-TT/TW", "Thông tri", None),
        ("12/2021/TT-BTC", "Thông tư", None),
    ],
)
def test_type_and_issuer_are_read_off_a_symbol_only_where_it_tells(
    text: str, doc_type: str | None, issuer: str | None
) -> None:
    (number,) = find_numbers(normalise(text))
    assert doc_type_of(number, shipped()) == doc_type
    assert issuer_of(number, shipped()) == issuer


_PIECES = st.lists(
    st.sampled_from(
        ["16/CT-TTg", "số ", "172-TB/TW", ", ", "\n", " - ", "15", "/", "2021", "QĐ", "\u200b", "Ngày "]
    )
)


@given(_PIECES)
def test_numbers_are_apart_in_order_and_inside_the_text(pieces: list[str]) -> None:
    view = normalise("".join(pieces))
    end = 0
    for number in find_numbers(view):
        assert end <= number.start < number.end <= len(view.text)
        assert view.text[number.start : number.end][0].isdigit()
        end = number.end


@given(st.from_regex(r"[1-9][0-9]{1,3}/(CT-TTg|NQ-CP|QĐ-UBND|UBND-VX)", fullmatch=True))
def test_a_normalised_number_is_its_own_reading(value: str) -> None:
    number = parse_number(value)
    assert number is not None
    assert number.value == value
