"""Reuse of wording between two texts: what counts, how closely, where it begins and ends, and that both spans
are the texts' own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.aligning.align import Block, Passage, compare
from ingest.aligning.commonplaces import commonplaces
from ingest.aligning.thresholds import Thresholds
from ingest.vocabulary import shipped

COMMON = commonplaces(shipped())
CENTRAL = (
    "Các chợ đầu mối chỉ mở cửa từ 3 giờ đến 7 giờ sáng, mỗi quầy cách nhau ba mét, người bán xét nghiệm "
    "năm ngày một lần và không ngồi lại sau giờ bán. Trường học bố trí phòng chờ riêng cho học sinh ho, sốt."
)
ROOM = "Trường học bố trí phòng chờ riêng cho học sinh ho, sốt và cử một cô giáo trông coi."


def aligned(target: str, source: str = CENTRAL) -> list[Passage]:
    blocks = [(Block.of("s", "s:0", 100, source, COMMON), ())]
    return compare(blocks, Block.of("t", "t:0", 7, target, COMMON), Thresholds())


def quotes(passage: Passage) -> tuple[str, str]:
    return passage.source.quote(*passage.source_span), passage.target.quote(*passage.target_span)


def test_the_same_words_are_verbatim_whatever_case_line_end_and_mark() -> None:
    taken = "trường học bố trí phòng chờ riêng\ncho học sinh ho, sốt; mỗi lớp cử một người trực."
    target = "Sở Y tế hướng dẫn: " + taken
    (passage,) = aligned(target)
    assert passage.grade == "verbatim"
    assert quotes(passage) == (
        "Trường học bố trí phòng chờ riêng cho học sinh ho, sốt.",
        "trường học bố trí phòng chờ riêng\ncho học sinh ho, sốt",
    )


def test_changed_words_are_near_and_both_spans_stand() -> None:
    target = (
        "Chợ đầu mối chỉ mở cửa từ 3 giờ đến 8 giờ sáng, mỗi quầy cách nhau hai mét, "
        "người bán phải xét nghiệm năm ngày một lần và không ngồi lại sau giờ bán."
    )
    (passage,) = aligned(target)
    assert passage.grade == "near"
    assert 0.7 <= passage.score < 1
    assert passage.target_span[0] == 7


def test_two_passages_of_one_source_are_two() -> None:
    first, second = CENTRAL.split(". ")
    target = f"{second} Các huyện tự lo kinh phí, báo cáo trước thứ sáu. {first}."
    assert [p.grade for p in aligned(target)] == ["verbatim", "verbatim"]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        (ROOM, f"Trên tinh thần {ROOM[0].lower()}{ROOM[1:]}", f"{ROOM[0].lower()}{ROOM[1:]}"),
        (ROOM, f"Sở Giáo dục và Đào tạo hướng dẫn: {ROOM}", ROOM),
        (ROOM, f"1. Các {ROOM[0].lower()}{ROOM[1:]}", f"{ROOM[0].lower()}{ROOM[1:]}"),
        (ROOM, f"{ROOM} Hiệu trưởng báo cáo hằng tuần.", ROOM),
        (ROOM, f"{ROOM[:-1]}; hiệu trưởng báo cáo hằng tuần.", ROOM[:-1]),
        (ROOM, f"Yêu cầu “{ROOM[:-1]}” từ ngày mai.", ROOM[:-1]),
        (
            ROOM,
            f"Lớp dành phòng chờ riêng cho học{ROOM.split('cho học', 1)[1]}",
            f"Lớp dành phòng chờ riêng cho học{ROOM.split('cho học', 1)[1]}",
        ),
        (
            ROOM,
            "Trường học bố trí phòng chờ riêng cho học sinh ho, sốt và cử một cô giáo túc trực.",
            "Trường học bố trí phòng chờ riêng cho học sinh ho, sốt và cử một cô giáo túc trực.",
        ),
        (ROOM, f"a) {ROOM}", ROOM),
    ],
    ids=[
        "connector",
        "colon",
        "subject",
        "next sentence",
        "semicolon",
        "quoted",
        "substituted",
        "end",
        "point",
    ],
)
def test_edges_are_those_that_a_reader_marks(source: str, target: str, expected: str) -> None:
    (passage,) = aligned(target, source)
    assert quotes(passage) == (source, expected)


RESOLUTION = (
    "Nghị quyết số 30/2021/QH15 ngày 28 tháng 7 năm 2021 của Quốc hội về việc tổ chức kỳ họp thứ nhất "
    "Quốc hội khóa mười lăm"
)
LAW = "Luật Phòng, chống bệnh truyền nhiễm số 03/2007/QH12 ngày 21 tháng 11 năm 2007"
GOODS = "1.200 bộ, 3.400 hộp, 560 thùng, 78 máy, 9.000 tấm, 15 xe, 22 lều, 310 chăn"
EVERYBODY = "các sở, ban, ngành, Ủy ban nhân dân các huyện, thị xã, thành phố"
CLOSING = "Trong quá trình thực hiện, nếu có khó khăn, các đơn vị phản ánh về Bộ để xem xét, giải quyết."
NOBODYS = {
    "closing formula": (CLOSING, CLOSING),
    "title of a cited act": (
        f"Thực hiện {RESOLUTION}, các bộ khẩn trương trình dự thảo.",
        f"Căn cứ {RESOLUTION}, Sở Tài chính cấp tiền cho các trạm y tế.",
    ),
    "name of a law": (f"Xử lý theo {LAW}, không nể nang.", f"Căn cứ {LAW}, đội trưởng ghi sổ."),
    "figures": (f"Cấp {GOODS} cho các trạm.", f"Nhận {GOODS} của nhà tài trợ."),
    "addressees": (f"Yêu cầu {EVERYBODY} giữ kho đầy.", f"Đề nghị {EVERYBODY} trồng lại rừng phòng hộ."),
    "other words": (CENTRAL, "Công an huyện lập chốt ở hai đầu cầu, ghi sổ người qua lại, phát phiếu."),
    "short run": (CENTRAL, "Người bán xét nghiệm năm ngày một lần."),
}


@pytest.mark.parametrize("case", NOBODYS)
def test_what_is_nobodys_is_no_reuse(case: str) -> None:
    source, target = NOBODYS[case]
    assert aligned(target, source) == []


def test_a_motto_is_nobodys() -> None:
    name = max((m.name for m in shipped().measures.values()), key=len)
    assert aligned(f"Tiếp tục {name}.", f"Quán triệt {name}.") == []


def test_an_organisational_phrase_spoils_only_itself() -> None:
    target = f"Theo chức năng, nhiệm vụ được giao, {ROOM[0].lower()}{ROOM[1:]}"
    (passage,) = aligned(target, f"Theo chức năng, nhiệm vụ được giao, {ROOM[0].lower()}{ROOM[1:]}")
    assert passage.grade == "verbatim"


@given(
    st.text(alphabet=st.sampled_from("ăn mặc đủ.;\n "), max_size=40), st.integers(0, 60), st.integers(40, 120)
)
def test_spans_are_the_texts_own(noise: str, start: int, length: int) -> None:
    target = noise + CENTRAL[start : start + length] + noise
    for passage in aligned(target):
        a, b = passage.target_span
        assert target[a - 7 : b - 7] == quotes(passage)[1]
        c, d = passage.source_span
        assert CENTRAL[c - 100 : d - 100] == quotes(passage)[0]


@given(st.lists(st.sampled_from(CENTRAL.split()), min_size=12, max_size=40))
def test_a_text_reuses_itself_word_for_word(words: list[str]) -> None:
    text = " ".join(words)
    found = aligned(text, text)
    assert all(p.grade == "verbatim" for p in found if p.source_span[0] - 100 == p.target_span[0] - 7)
