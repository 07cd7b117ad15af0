"""Words that a scanner damaged are read as what they were; what is quoted stays as printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.extract.mending import mended
from ingest.text.normalise import normalise
from ingest.vocabulary import shipped
from tests.extract.reading_of import reading_of

INTACT = "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành khẩn trương triển khai các biện pháp. "


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("các huyên ủy, thi ủy", "các huyện ủy, thị ủy"),
        ("TINH ỦY", "tỉnh ủy"),
        ("UBND cac huyện", "ubnd các huyện"),
        ("Người đưng đâu cấp ủy", "người đứng đầu cấp ủy"),
        ("chỉ thi cua Thủ tướng Chính phủ", "chỉ thị của thủ tướng chính phủ"),
        ("văn ban chỉ đạo", "văn bản chỉ đạo"),
        ("công tác tuyên ừuyền", "công tác tuyên truyền"),
        ("tổ COVID cộng đng", "tổ covid cộng đồng"),
        ("Sở Y tê", "sở y tế"),
        ("người dân doanh, nghiệp", "người dân doanh  nghiệp"),
    ],
)
def test_a_damaged_name_is_read_whole(printed: str, read: str) -> None:
    assert mended(normalise(INTACT + printed), shipped()).key.endswith(read)


@pytest.mark.parametrize(
    "printed",
    [
        "Quân ủy Trung ương",
        "đang ủy quyền cho cấp dưới",
        "các ủy ban của Quốc hội",
        "chi bộ, chi đoàn",
        "anh Quang Nam ở tổ 3",
        "dung dịch sát khuẩn",
        "chuyên gia liên quan",
        "giai đoạn 2",
        "kết hợp đông y với tây y",
        "difficulties due to COVID-19",
    ],
)
def test_sound_words_stay(printed: str) -> None:
    assert mended(normalise(INTACT + printed), shipped()).key == normalise(INTACT + printed).key


def test_a_text_without_marks_is_left_alone() -> None:
    view = normalise("Uy ban nhan dan tinh yeu cau cac huyen uy thuc hien")
    assert mended(view, shipped()) is view


@given(st.lists(st.sampled_from(["huyên ủy", "ừuyền", "cộng đng", "tinh ủy", "5K", "\n\n", "ữ", "ừ a"])))
def test_every_character_leads_home_in_order(words: list[str]) -> None:
    source = INTACT + " ".join(words)
    view = mended(normalise(source), shipped())
    assert len(view.text) == len(view.key) == len(view.bare) == len(view.starts) == len(view.ends)
    assert list(view.starts) == sorted(view.starts)
    assert all(view.source[a:b] for a, b in zip(view.starts, view.ends, strict=True))


def test_a_mention_of_a_damaged_word_is_quoted_as_printed() -> None:
    reading = reading_of(f"{INTACT}\n1. Giao các huyên ủy lãnh đạo công tác tuyên ừuyền.")
    start = reading.view.key.index("tuyên truyền")
    assert reading.view.quote(start, start + len("tuyên truyền")) == "tuyên ừuyền"
