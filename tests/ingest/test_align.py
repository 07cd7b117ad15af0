"""Reuse of wording: what counts, how closely, and that both spans are the texts' own."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.align import Block, Passage, SourceIndex, Thresholds, commonplaces, passages
from ingest.vocabulary import shipped

COMMON = commonplaces(shipped())
CENTRAL = (
    "Các chợ đầu mối chỉ mở cửa từ 3 giờ đến 7 giờ sáng, mỗi quầy cách nhau ba mét, người bán xét nghiệm "
    "năm ngày một lần và không ngồi lại sau giờ bán. Trường học bố trí phòng chờ riêng cho học sinh ho, sốt."
)


def aligned(target: str, source: str = CENTRAL, **changes: float) -> list[Passage]:
    index = SourceIndex([Block.of("s", "s:0", 100, source)])
    thresholds = Thresholds(**changes)  # type: ignore[arg-type]
    return list(passages(index, Block.of("t", "t:0", 7, target), thresholds, COMMON))


def quotes(passage: Passage) -> tuple[str, str]:
    return passage.source.quote(*passage.source_span), passage.target.quote(*passage.target_span)


def test_the_same_words_are_verbatim_whatever_case_line_end_and_mark() -> None:
    taken = "trường học bố trí phòng chờ riêng\ncho học sinh ho, sốt; mỗi lớp cử một người trực."
    target = "Sở Y tế hướng dẫn: " + taken
    (passage,) = aligned(target)
    assert passage.grade == "verbatim"
    assert quotes(passage) == (
        "Trường học bố trí phòng chờ riêng cho học sinh ho, sốt",
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


def test_a_formula_of_official_style_is_nobodys() -> None:
    formula = "Trong quá trình thực hiện, nếu có khó khăn, các đơn vị phản ánh về Bộ để xem xét, giải quyết."
    assert aligned(formula, formula) == []


def test_a_motto_is_nobodys() -> None:
    name = max((m.name for m in shipped().measures.values()), key=len)
    assert aligned(f"Tiếp tục {name}.", f"Quán triệt {name}.") == []


def test_a_short_run_of_equal_words_is_none() -> None:
    assert aligned("Người bán xét nghiệm năm ngày một lần.") == []


def test_other_words_are_none() -> None:
    assert (
        aligned("Công an huyện lập chốt ở hai đầu cầu, ghi sổ người qua lại, phát phiếu cho xe chở hàng.")
        == []
    )


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
