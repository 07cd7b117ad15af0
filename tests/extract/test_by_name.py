"""Mentions by their names alone: what is found, where it stands, and what no name shows."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extract.by_name import find_by_name
from ingest.vocabulary import shipped


def found(text: str) -> list[tuple[str, str, str | None]]:
    return [(text[m.start : m.end], m.label, m.id) for m in find_by_name(text, shipped())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thực hiện Chỉ thị số 16/CT-TTg ngày 31/3/2020.", "Chỉ thị số 16/CT-TTg ngày 31/3/2020"),
        (
            "theo Nghị quyết 128/NQ-CP, ngày 11 tháng 10 năm 2021",
            "Nghị quyết 128/NQ-CP, ngày 11 tháng 10 năm 2021",
        ),
        ("Công văn số: 172-TB/TW", "Công văn số: 172-TB/TW"),
        ("theo Chỉ thị 15, 16", "Chỉ thị 15"),
        ("số 30/2021/QH15", "số 30/2021/QH15"),
    ],
)
def test_a_number_is_found_with_its_type_word_and_its_date(text: str, expected: str) -> None:
    assert (expected, "REFERENCE", None) in found(text)


@pytest.mark.parametrize("text", ["trực 24/7", "ngày 30/4 và 1/5", "biển số 29A-123", "tỷ lệ 3/4"])
def test_what_is_no_number_of_an_act_is_none(text: str) -> None:
    assert not [m for m in found(text) if m[1] == "REFERENCE"]


@pytest.mark.parametrize("name", ["Bộ Y tế", "BỘ Y TẾ", "bộ y\ntế", "(Bộ Y tế)", "Bộ Y tế."])
def test_a_body_is_found_in_any_case_and_between_any_marks(name: str) -> None:
    assert [m[1:] for m in found(f"Đề nghị {name} xem xét")] == [("BODY", "byt")]


def test_the_longest_name_is_taken_and_no_part_of_a_word() -> None:
    text = "tỉnh Thái Bình, biển Hà Namm, Hà Nam"
    assert [m[0] for m in found(text) if m[1] == "PROVINCE"] == ["Thái Bình", "Hà Nam"]


@pytest.mark.parametrize("spelling", ["Ủy ban nhân dân tỉnh", "Uỷ ban nhân dân tỉnh"])
def test_old_and_new_tone_marks_and_both_forms_of_unicode_read_alike(spelling: str) -> None:
    plain = [m[1:] for m in found("Ủy ban nhân dân tỉnh")]
    assert plain
    assert [m[1:] for m in found(spelling)] == plain
    assert [m[1:] for m in found(unicodedata.normalize("NFD", spelling))] == plain


@settings(deadline=None)  # the first text waits for the names of the vocabulary
@given(
    st.lists(
        st.sampled_from(
            ["Chỉ thị ", "số 16/CT-TTg", "Hà Nội", "uỷ", "\u0301", "\u200b", "İ", "\r\n", "5K", "/", " 1"]
        ),
        max_size=12,
    )
)
def test_every_mention_lies_in_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    mentions = find_by_name(text, shipped())
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    assert mentions == sorted(mentions)
