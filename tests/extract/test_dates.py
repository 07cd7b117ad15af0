"""Dates: every form met, impossible ones told, look-alikes passed over."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.numbering.dates import find_dates
from ingest.text.normalise import normalise


@pytest.mark.parametrize(
    ("text", "iso", "printed"),
    [
        ("ngày 21-3-2020 của", "2020-03-21", "21-3-2020"),
        ("Hà Nội, ngày 04 tháng 7 năm 2021", "2021-07-04", "04 tháng 7 năm 2021"),
        ("ngày 05/9/2021", "2021-09-05", "05/9/2021"),
        ("29.1.2020", "2020-01-29", "29.1.2020"),
        ("ngày 04 tháng bảy năm 2021", "2021-07-04", "04 tháng bảy năm 2021"),
        ("ngày hai mươi mốt tháng mười hai năm 2021", "2021-12-21", "hai mươi mốt tháng mười hai năm 2021"),
        ("ngày mồng 4 tháng 7 năm 2021", "2021-07-04", "4 tháng 7 năm 2021"),
        ("ngày\n24/4/2020", "2020-04-24", "24/4/2020"),
        ("ngày 25 tháng\n02 năm 2020", "2020-02-25", "25 tháng\n02 năm 2020"),
        ("ngày 11- 6-2021", "2021-06-11", "11- 6-2021"),
        # The words as scanners leave them, and figures written on dots.
        ("Vinh, rigày 18 tháng 10 năm 2021", "2021-10-18", "18 tháng 10 năm 2021"),
        ("Vinh, ngày 18 tháne 10 nãm 2021", "2021-10-18", "18 tháne 10 nãm 2021"),
        ("Vinh, nsày J8 tháns 10 năm 2021", "2021-10-18", "J8 tháns 10 năm 2021"),
        ("Vinh, ngày ..18.. tháng ..10.. năm 2021", "2021-10-18", "18.. tháng ..10.. năm 2021"),
        ("ngày 1 7 tháng 4 năm 2020", "2020-04-17", "1 7 tháng 4 năm 2020"),
        ("ngày 3l/8/2021", "2021-08-31", "3l/8/2021"),
        ("ngày 12/6/202l", "2021-06-12", "12/6/202l"),
        ("ngày O5 tháng l0 năm 2O21", "2021-10-05", "O5 tháng l0 năm 2O21"),
        ("ngày l tháng 0l năm 2021", "2021-01-01", "l tháng 0l năm 2021"),
        ("ngày 27 thángl năm 2021", "2021-01-27", "27 thángl năm 2021"),
        ("ngày 13 tháng VII năm 2021", "2021-07-13", "13 tháng VII năm 2021"),
        ("ngày 13/XII/2020", "2020-12-13", "13/XII/2020"),
        ("QĐ-BYTngày 30/7/2021", "2021-07-30", "30/7/2021"),
        ("ngày 06 tháng 8, 2021", "2021-08-06", "06 tháng 8, 2021"),
        ("ngay 22/8/2021", "2021-08-22", "22/8/2021"),
        ("2021-08-22", "2021-08-22", "2021-08-22"),
        ("dated 22 August 2021", "2021-08-22", "22 August 2021"),
        ("March 31, 2020", "2020-03-31", "March 31, 2020"),
    ],
)
def test_a_day_is_read(text: str, iso: str, printed: str) -> None:
    (date,) = find_dates(normalise(text))
    assert (date.iso, date.precision, date.printed, date.problem) == (iso, "day", printed, None)


@pytest.mark.parametrize(("text", "iso"), [("tháng 3/2020", "2020-03"), ("tháng bốn năm 2018", "2018-04")])
def test_a_month_is_no_day(text: str, iso: str) -> None:
    (date,) = find_dates(normalise(text))
    assert (date.iso, date.precision) == (iso, "month")


@pytest.mark.parametrize("text", ["29/77/2020", "ngày 32/8/2021", "31/11/2021", "ngày 30 tháng 2 năm 2021"])
def test_an_impossible_day_is_told_and_not_guessed(text: str) -> None:
    (date,) = find_dates(normalise(text))
    assert date.iso is None
    assert date.problem is not None


@pytest.mark.parametrize(
    "text",
    ["30/4 và 24/7", "0276.3822.222", "192.168.1.1", "1/3 số hộ", "30/2020/NĐ-CP", "12.345.6789", "năm 2021"],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert find_dates(normalise(text)) == []


def test_a_day_without_year_is_a_date_only_behind_its_word() -> None:
    (date,) = find_dates(normalise("ngày 22/8"))
    assert (date.iso, date.precision) == (None, "yearless")


@given(st.dates(min_value=datetime.date(1945, 9, 2), max_value=datetime.date(2099, 12, 31)))
def test_every_printed_form_of_a_day_gives_the_day(day: datetime.date) -> None:
    y, m, d = day.isoformat().split("-")
    forms = (f"ngày {d}/{m}/{y}", f"ngày {int(d)}-{int(m)}-{y}", f"ngày {d} tháng {int(m)} năm {y}")
    assert [find_dates(normalise(form))[0].iso for form in forms] == [str(day)] * 3
