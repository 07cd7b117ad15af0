"""Measures are found in an official's own wording, once, at their own words, however the text is encoded."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.vocabulary import shipped
from tests.extract.measure_wordings import WORDINGS
from tests.extract.test_polarity import TASK, measures


def found(sentence: str) -> list[tuple[str | None, str]]:
    """Measure and words of each mention in a task."""
    return [(m.id, m.quote) for m in measures(TASK.replace("{sentence}", sentence))]


@pytest.mark.parametrize(("measure", "wording"), WORDINGS)
def test_a_measure_is_found_in_many_wordings(measure: str, wording: str) -> None:
    assert measure in {m for m, _ in found(f"Các đơn vị {wording}.")}


@pytest.mark.parametrize("measure", sorted(shipped().measures))
def test_every_name_in_the_vocabulary_is_found_as_its_measure(measure: str) -> None:
    row = shipped().measures[measure]
    missed = [
        name
        for name in (row.name, *row.aliases)
        if measure not in {m for m, _ in found(f"Nội dung: {name}.")}
    ]
    assert missed == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Mỗi tổ phụ trách không quá 60 hộ.",
        "Chốt số liệu trước ngày 15 hằng tháng.",
        "Ủy ban Kiểm tra Tỉnh ủy lập danh sách.",
        "Sở Thông tin và Truyền thông lập trang tin.",
        "Giá vật liệu tăng tại vùng đó.",
        "Thời gian làm việc từ 7 giờ đến 16 giờ.",
        "Thực hiện Chỉ thị số 16/CT-TTg ngày 31/3/2020 của Thủ tướng Chính phủ.",
        "Khoản 3 trước khi sửa đổi vẫn áp dụng.",
        "Tuyến đường có trọng tải 5T.",
        "Sau khi nghe báo cáo, Chủ tịch UBND tỉnh có ý kiến.",
    ],
)
def test_words_that_only_look_like_a_measure_are_none(sentence: str) -> None:
    assert found(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "mentions"),
    [
        ("Thực hiện nghiêm phương châm “4 tại chỗ”.", [("4-tai-cho", "4 tại chỗ")]),
        ("Thí điểm mô hình “3 tại chỗ”.", [("3-tai-cho", "3 tại chỗ")]),
        ("Tổ chức cách ly tại nhà cho F1.", [("cach-ly-tai-nha", "cách ly tại nhà")]),
        ("Thực hiện yêu cầu 5K.", [("5k", "5K")]),
        ("Thực hiện 5K + vắc xin.", [("5k-vaccine", "5K + vắc xin")]),
        ("Tăng cường kiểm tra, giám sát.", [("kiem-tra-giam-sat", "kiểm tra, giám sát")]),
        (
            "Hỗ trợ người lao động, doanh nghiệp.",
            [
                ("ho-tro-doanh-nghiep", "Hỗ trợ người lao động, doanh nghiệp"),
                ("ho-tro-nguoi-dan", "Hỗ trợ người lao động"),
            ],
        ),
        (
            "Thực hiện truy vết, khoanh vùng, cách ly.",
            [("truy-vet", "truy vết"), ("khoanh-vung", "khoanh vùng"), ("cach-ly-tap-trung", "cách ly")],
        ),
        (
            "Chuyển sang áp dụng Chỉ thị số 15/CT-TTg.",
            [("gian-cach-ct15", "áp dụng Chỉ thị số 15/CT-TTg")],
        ),
    ],
)
def test_a_mention_has_the_edges_of_the_guidelines(sentence: str, mentions: list[tuple[str, str]]) -> None:
    assert found(sentence) == mentions


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("Khẩn trương truy vêt các ca tiếp xúc.", "truy-vet"),
        ("Thực hiện phương châm Bôn tại chỗ.", "4-tai-cho"),
        ("Mọi người đeo khâu trang khi ra đường.", "deo-khau-trang"),
        ("Lập Tồ Covid cộng đồng ở các thôn.", "to-covid-cong-dong"),
        ("Lập khu cách li tập trung ở huyện.", "cach-ly-tap-trung"),
        ("Phong toả\nngay khu phố 3.", "phong-toa"),
    ],
)
def test_slips_of_a_scan_and_other_spellings_are_read(sentence: str, measure: str) -> None:
    assert measure in {m for m, _ in found(sentence)}


def test_a_text_that_lost_all_marks_is_read() -> None:
    text = unicodedata.normalize("NFD", TASK.replace("{sentence}", "Tổ chức xét nghiệm diện rộng."))
    bare = "".join(c for c in text if not unicodedata.combining(c)).replace("đ", "d").replace("Đ", "D")
    assert [m.id for m in measures(bare)] == ["xet-nghiem-dien-rong"]


_SENTENCES = st.lists(st.sampled_from([w for _, w in WORDINGS]), min_size=1, max_size=4)


@settings(deadline=None)
@given(
    _SENTENCES, st.sampled_from(["NFC", "NFD"]), st.sampled_from([" ", "\u00a0", " \u200b"]), st.booleans()
)
def test_encodings_of_one_text_state_the_same(
    wordings: list[str], form: str, space: str, windows: bool
) -> None:
    text = TASK.replace("{sentence}", "Các đơn vị " + "; ".join(wordings) + ".")
    other = unicodedata.normalize(form, text).replace(" ", space)
    other = other.replace("\n", "\r\n") if windows else other
    here, there = measures(text), measures(other)
    assert [(m.id, m.attrs["polarity"]) for m in here] == [(m.id, m.attrs["polarity"]) for m in there]
    assert all(m.quote == other[m.start : m.end] for m in there)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_has_quotes_at_their_offsets(text: str) -> None:
    assert all(m.quote == text[m.start : m.end] for m in measures(text))
