"""Which province a person means."""

from __future__ import annotations

import pytest

from app.answers.asking.errors import ProvinceUnknown
from app.answers.places.provinces import find_province
from ingest.vocabulary import shipped


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Tây Ninh", "72"),
        ("tay ninh", "72"),
        ("TỈNH TÂY NINH", "72"),
        ("72", "72"),
        ("1", "01"),
        ("TP.HCM", "79"),
        ("TP. Hồ Chí Minh", "79"),
        ("thành phố hồ chí minh", "79"),
        ("Thừa Thiên - Huế", "46"),
        ("Bà Rịa – Vũng Tàu", "77"),
        ("Đăk Lăk", "66"),
        ("Hanoi", "01"),
        ("Thành phố Cần Thơ", "92"),
    ],
)
def test_a_province_by_name_or_code(typed: str, code: str) -> None:
    assert find_province(typed).code == code


def test_every_province_is_found_by_each_of_its_names() -> None:
    for row in shipped().provinces.values():
        for name in (row.name, row.full_name, row.name_en, row.code):
            assert find_province(name).code == row.code


@pytest.mark.parametrize("typed", ["", "Paris", "03", "100", "Tỉnh"])
def test_no_province(typed: str) -> None:
    with pytest.raises(ProvinceUnknown):
        find_province(typed)


def test_a_slip_is_met_with_names_near_it() -> None:
    with pytest.raises(ProvinceUnknown) as caught:
        find_province("Tây Nin")
    assert "Tây Ninh" in caught.value.suggestions
    assert "Tây Ninh" in str(caught.value)
