"""First movers and what is peculiar, from texts written for it, with the answers by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.answers.asking.errors import FilterInvalid, MeasureUnknown
from app.answers.comparing.peculiar import peculiar
from app.answers.subjects.adoption import adoption_order
from graph.store import Store
from tests.store.corpus import load, write

MEASURE = "xet-nghiem"


def _directive(province: str, number: str, day: str, task: str) -> str:
    return (
        f"ỦY BAN NHÂN DÂN\nTỈNH {province.upper()}\n\nSố: {number}/CT-UBND\n"
        f"{province}, {day}\n\nCHỈ THỊ\nVề phòng, chống dịch\n\nChủ tịch Ủy ban nhân dân tỉnh yêu cầu:\n"
        f"1. Sở Y tế {task}.\n2. Các địa phương nghiêm túc triển khai thực hiện.\n"
    )


def _day(day: int, month: int) -> str:
    return f"ngày {day:02} tháng {month} năm 2021"


@pytest.fixture
def loaded(store: Store, tmp_path: Path) -> Store:
    """Four provinces of the Northwest and one of the South; Lai Châu only speaks of what others order."""
    texts = {
        "son_la": _directive("Sơn La", "05", _day(3, 5), "tổ chức xét nghiệm"),
        "son_la_later": _directive("Sơn La", "09", _day(1, 7), "tiếp tục tổ chức xét nghiệm"),
        "dien_bien": _directive(
            "Điện Biên", "07", _day(10, 5), "tổ chức xét nghiệm cho người về từ vùng dịch"
        ),
        "hoa_binh": _directive("Hòa Bình", "03", _day(3, 5), "khẩn trương xét nghiệm và phong tỏa ổ dịch"),
        "lai_chau": _directive("Lai Châu", "04", _day(4, 5), "báo cáo kết quả hằng ngày"),
        "ca_mau": _directive("Cà Mau", "11", _day(2, 5), "phong tỏa khu vực có ca bệnh"),
    }
    assert len(load(store, write(tmp_path, **texts).values()).loaded) == len(texts)
    return store


def test_the_order_in_which_provinces_first_ordered_a_measure(loaded: Store) -> None:
    answer = adoption_order(loaded, MEASURE)
    assert [(a.province.name, a.rank, a.first_on, a.lag_days) for a in answer.order] == [
        ("Sơn La", 1, "2021-05-03", 0),
        ("Hòa Bình", 1, "2021-05-03", 0),
        ("Điện Biên", 3, "2021-05-10", 7),
    ]
    assert {a.province.name: a.acts for a in answer.order} == {"Sơn La": 2, "Hòa Bình": 1, "Điện Biên": 1}
    assert [p.name for p in answer.not_ordered] == ["Lai Châu", "Cà Mau"]
    assert len(answer.no_documents) == 63 - 5
    assert answer.words.startswith("Sơn La and Hòa Bình ordered ")
    assert "3 of 5 provinces with documents order it" in answer.words
    for adopter in answer.order:
        assert "xét nghiệm" in adopter.evidence.quote.lower()
        assert adopter.source.paths


def test_dates_bound_who_was_first(loaded: Store) -> None:
    answer = adoption_order(loaded, MEASURE, since="2021-05-04")
    assert [(a.province.name, a.first_on, a.lag_days) for a in answer.order] == [
        ("Điện Biên", "2021-05-10", 0),
        ("Sơn La", "2021-07-01", 52),
    ]
    assert adoption_order(loaded, MEASURE, until="2021-05-02").order == []


def test_a_measure_that_nobody_ordered_has_no_first_mover(loaded: Store) -> None:
    answer = adoption_order(loaded, "5k")
    assert (answer.order, answer.denominator.ordering) == ([], 0)
    assert answer.words.startswith("0 of 5 provinces with documents order it")


def test_orders_without_date_have_no_place_in_the_order(loaded: Store, tmp_path: Path) -> None:
    text = _directive("Bắc Kạn", "02", "", "tổ chức xét nghiệm").replace("Bắc Kạn, \n", "\n")
    assert load(loaded, write(tmp_path, undated=text).values()).loaded
    answer = adoption_order(loaded, MEASURE)
    assert [(a.province.name, a.rank, a.lag_days) for a in answer.undated] == [("Bắc Kạn", None, None)]
    assert "Bắc Kạn" not in {a.province.name for a in answer.order}


def test_what_no_other_province_of_the_region_ordered_is_peculiar(loaded: Store) -> None:
    answer = peculiar(loaded, "17")
    assert [m.measure.id for m in answer.measures] == ["phong-toa"]
    assert "phong tỏa" in answer.measures[0].cell.evidence[0].quote.lower()
    assert (answer.denominator.others_with_documents, answer.denominator.peculiar) == (3, 1)
    assert answer.region == "Trung du và miền núi phía Bắc"
    assert [m.measure.id for m in peculiar(loaded, "14").measures] == []
    assert [m.measure.id for m in peculiar(loaded, "17", until="2021-05-02").measures] == []


def test_what_is_peculiar_ends_when_another_orders_it_too(loaded: Store, tmp_path: Path) -> None:
    text = _directive("Lai Châu", "08", _day(20, 7), "phong tỏa ổ dịch")
    assert load(loaded, write(tmp_path, another=text).values()).loaded
    assert [m.measure.id for m in peculiar(loaded, "17").measures] == []
    assert [m.measure.id for m in peculiar(loaded, "17", until="2021-06-30").measures] == ["phong-toa"]


def test_wrong_questions_are_refused(loaded: Store) -> None:
    with pytest.raises(MeasureUnknown):
        adoption_order(loaded, "flying")
    with pytest.raises(FilterInvalid):
        adoption_order(loaded, MEASURE, since="soon")
