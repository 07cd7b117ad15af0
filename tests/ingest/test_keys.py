"""The keys of the design, section 2 rule 4: a table for each kind."""

from __future__ import annotations

import hashlib

import pytest

from ingest.keys import (
    Place,
    body_key,
    local_body,
    nameless_key,
    numbered_key,
    provision_key,
    slug,
    statement_key,
    unnumbered_key,
)

DOCUMENT = "00112233445566778899aabbccddeeff" * 2


@pytest.mark.parametrize(
    ("number", "year", "place", "key"),
    [
        ("172-TB/TW", 2020, None, "172-TB/TW@2020"),
        ("30/2021/QH15", "2021", None, "30/2021/QH15@2021"),
        ("1099/CĐ-TTg", 2021, None, "1099/CĐ-TTg@2021"),
        ("230-CV/TU", 2021, Place("72"), "230-CV/TU@2021~72"),
        ("61/KH-UBND", 2020, Place("14", "huyện Mộc Châu"), "61/KH-UBND@2020~14.huyen-moc-chau"),
        ("1378-CT/TU", 2020, Place(owner=DOCUMENT), "1378-CT/TU@2020~?001122334455"),
    ],
)
def test_a_numbered_act(number: str, year: int | str, place: Place | None, key: str) -> None:
    assert numbered_key(number, year, place) == key


@pytest.mark.parametrize(
    ("doc_type", "body", "date", "place", "key"),
    [
        ("Kết luận", "ttg", "2021-07-04", None, "ket-luan-ttg@2021-07-04"),
        ("Lời kêu gọi", "local:tong-bi-thu", "2020-03-30", None, "loi-keu-goi-local:tong-bi-thu@2020-03-30"),
        ("Công văn", "btv-tu", "2021-07-04", Place("72"), "cong-van-btv-tu@2021-07-04~72"),
    ],
)
def test_an_act_without_number(doc_type: str, body: str, date: str, place: Place | None, key: str) -> None:
    assert unnumbered_key(doc_type, body, date, place) == key


def test_an_act_that_states_nothing_is_known_by_its_document() -> None:
    assert nameless_key("Thông báo", DOCUMENT) == "thong-bao@?~?001122334455"
    assert nameless_key(None, DOCUMENT) == "van-ban@?~?001122334455"


@pytest.mark.parametrize(
    ("body", "province", "key"),
    [("btv-tu", "72", "btv-tu~72"), ("byt", None, "byt"), ("local:phong-y-te", "14", "local:phong-y-te~14")],
)
def test_a_body(body: str, province: str | None, key: str) -> None:
    assert body_key(body, province) == key


def test_a_body_without_a_row_is_local() -> None:
    assert local_body("Phòng Y tế") == "local:phong-y-te"


@pytest.mark.parametrize(("name", "expected"), [("Đắk Lắk", "dak-lak"), ("TP. Thủ Đức", "tp-thu-duc")])
def test_slug(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_a_provision_is_its_span() -> None:
    assert provision_key(DOCUMENT, 3, 9) == f"{DOCUMENT}:3-9"


def test_a_statement_is_the_first_32_hex_of_its_parts() -> None:
    expected = hashlib.sha256("\x1f".join([DOCUMENT, "CITES", "118", "182", "172-TB/TW@2020"]).encode())
    assert statement_key(DOCUMENT, "CITES", 118, 182, "172-TB/TW@2020") == expected.hexdigest()[:32]


def test_statements_of_other_spans_have_other_keys() -> None:
    keys = {statement_key(DOCUMENT, "CITES", start, 20, "x") for start in range(10)}
    assert len(keys) == 10
