"""Which format a request gets, and cells of a sheet that compute nothing."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from app.formats import Format, accepted
from app.sheet import BOM, columns, to_csv


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("", Format.JSON),
        ("*/*", Format.JSON),
        ("application/json", Format.JSON),
        ("text/csv", Format.CSV),
        ("TEXT/CSV; header=present", Format.CSV),
        ("text/*", Format.CSV),
        ("application/x-ndjson", Format.JSONL),
        ("application/jsonl", Format.JSONL),
        ("text/csv;q=0.5, application/json", Format.JSON),
        ("text/csv, application/json;q=0.9", Format.CSV),
        ("application/json;q=0.1, application/x-ndjson;q=0.2, */*;q=0.05", Format.JSONL),
        ("text/csv;q=0, */*", Format.JSON),
        ("application/json;q=0, text/csv", Format.CSV),
        ("*/*;q=0.1, text/csv;q=0.2", Format.CSV),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", Format.JSON),
        ("application/xml", Format.JSON),
        ("text/csv;q=many", Format.JSON),
        (",;,", Format.JSON),
    ],
)
def test_the_format_is_the_one_liked_best(accept: str, form: Format) -> None:
    assert accepted(accept) is form


class Inner(BaseModel):
    """Part of a row."""

    name: str | None


class Row(BaseModel):
    """A row with every kind of field."""

    text: str
    number: int | None
    inner: Inner | None
    names: list[str]
    parts: list[Inner]
    facts: dict[str, str]


def _read(sheet: str) -> list[dict[str, str]]:
    assert sheet.startswith(BOM)
    return list(csv.DictReader(io.StringIO(sheet.removeprefix(BOM), newline="")))


def test_columns_follow_from_the_model() -> None:
    assert list(columns(Row)) == ["text", "number", "inner.name", "names", "parts", "facts"]
    (head,) = csv.reader(io.StringIO(to_csv(Row, [], synthetic=False).removeprefix(BOM)))
    assert head == [*columns(Row), "answer_synthetic"]


def test_values_come_back_as_they_went() -> None:
    row = Row(
        text='Chỉ thị "16", ngày\n31-3',
        number=-3,
        inner=None,
        names=["a", "b"],
        parts=[Inner(name="Đà Nẵng")],
        facts={"province": "72"},
    )
    (read,) = _read(to_csv(Row, [row], synthetic=True))
    assert read == {
        "text": 'Chỉ thị "16", ngày\n31-3',
        "number": "-3",
        "inner.name": "",
        "names": "a; b",
        "parts": '{"name": "Đà Nẵng"}',
        "facts": '{"province": "72"}',
        "answer_synthetic": "True",
    }


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_what_might_be_a_formula_is_text(sign: str) -> None:
    row = Row(
        text=f"{sign}1+1", number=1, inner=Inner(name=f"{sign}x"), names=[f"{sign}y"], parts=[], facts={}
    )
    (read,) = _read(to_csv(Row, [row], synthetic=False))
    assert (read["text"], read["inner.name"], read["names"]) == (f"'{sign}1+1", f"'{sign}x", f"'{sign}y")


@given(st.text())
def test_no_text_becomes_a_formula_and_none_is_changed_otherwise(text: str) -> None:
    row = Row(text=text, number=None, inner=Inner(name=text), names=[text], parts=[], facts={})
    (read,) = _read(to_csv(Row, [row], synthetic=False))
    for name in ("text", "inner.name", "names"):
        assert read[name] in (text, f"'{text}")
        assert not read[name].startswith(("=", "+", "-", "@", "\t", "\r"))
