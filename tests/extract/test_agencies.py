"""Acts of departments, a ministry's offices, mass organisations, districts and communes: what a reader takes
from their heads, and who a single task tells to act. Composed texts.
"""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from ingest.extract import extract
from ingest.records import record
from ingest.vocabulary import shipped
from tests.extract.reading_of import reading_of
from tests.repository import ROOT

_HEAD_FIELDS = {
    "number": "number",
    "doc_type": "doc_type",
    "issued_on": "issued_on",
    "issuer": "issuer",
    "issuer_name": "issuer_name",
    "province": "province",
    "level": "level",
    "subject": "subject_quote",
}


def _cases(name: str, key: str) -> list[dict[str, Any]]:
    table = tomllib.loads((ROOT / "tests/data" / name).read_text(encoding="utf-8"))
    return list(table[key])


def _told(text: str) -> dict[str, Any]:
    own = record(extract(reading_of(text).document, shipped()), shipped())["document"]
    assert isinstance(own, dict)
    signer = {f"signer_{name}": value for name, value in own["signer"].items()}
    return {name: own[field] for name, field in _HEAD_FIELDS.items()} | signer


@pytest.mark.parametrize("case", _cases("heads_of_agencies.toml", "head"), ids=lambda case: case["id"])
def test_heads(case: dict[str, Any]) -> None:
    told = _told(case["text"])
    asserted = {name: value for name, value in case.items() if name in told}
    asserted |= dict.fromkeys(case.get("null", ()))
    assert {name: told[name] for name in asserted} == asserted


@pytest.mark.parametrize("case", _cases("single_tasks.toml", "task"), ids=lambda case: case["text"][:40])
def test_who_acts(case: dict[str, Any]) -> None:
    found = extract(reading_of(case["text"]).document, shipped()).assignments
    expected = [tuple(case["assignees"])] if case.get("acts", True) else []
    assert [a.assignees for a in found] == expected


def test_a_body_without_a_row_has_one_name_wherever_it_stands() -> None:
    text = (
        "TỔNG CỤC THUẾ\nCỤC THUẾ TỈNH ĐỒNG THÁP\nSố: 20/CTDTH-TTHT\nĐồng Tháp, ngày 04/6/2021\n"
        "Kính gửi: Các doanh nghiệp.\n\nCục Thuế tỉnh Đồng Tháp thông báo:\n\n"
        "1. Cục Thuế tỉnh tiếp nhận hồ sơ.\n"
    )
    bodies = [m for m in extract(reading_of(text).document, shipped()).mentions if m.label == "BODY"]
    named = [m.attrs["name"] for m in bodies if "cục thuế tỉnh" in m.quote.lower()]
    assert named == ["Cục Thuế tỉnh"] * 3


LETTER_HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH BẾN TRE\nSố: 4102/UBND-KGVX\nBến Tre, ngày 18 tháng 8 năm 2021\n"
    "V/v tăng cường xét nghiệm\n\nKính gửi: Các sở, ban, ngành tỉnh.\n\n"
)
LETTER_END = "\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nVõ Thanh Bình\n"
# a letter's paragraphs without number or dash | who acts, a task each
PLAIN = [
    (
        (
            "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành tỉnh và UBND các huyện rà soát.\n\n"
            "Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính tổng hợp, báo cáo."
        ),
        [("so-ban-nganh", "ubnd-huyen"), ("so-yt", "so-tc")],
    ),
    (
        "UBND tỉnh yêu cầu:\n\nCông an tỉnh chủ động nắm tình hình.\n\nSở Công Thương bảo đảm hàng hóa.",
        [("cong-an-tinh",), ("so-ct",)],
    ),
    (
        (
            "Ủy ban nhân dân tỉnh đề nghị Sở Y tế rà soát, báo cáo.\n\n"
            "Trong quá trình thực hiện, nếu có khó khăn, các sở phản ánh về Ủy ban nhân dân tỉnh."
        ),
        [("so-yt",)],
    ),
    ("Ủy ban nhân dân tỉnh thông báo để các sở, ban, ngành biết.", []),
]


@pytest.mark.parametrize(("body", "expected"), PLAIN)
def test_a_letter_in_plain_paragraphs(body: str, expected: list[tuple[str, ...]]) -> None:
    found = extract(reading_of(LETTER_HEAD + body + LETTER_END).document, shipped())
    assert [a.assignees for a in found.assignments] == expected


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Ban Quản lí các Khu công nghiệp tỉnh", "bql-kcn"),
        ("UBND tinh", "ubnd-tinh"),
        ("Công an tinh", "cong-an-tinh"),
    ],
)
def test_a_name_in_another_spelling_or_with_lost_marks(name: str, body: str) -> None:
    found = extract(reading_of(f"1. {name} kiểm tra, đôn đốc việc thực hiện.").document, shipped())
    assert [(m.quote, m.id) for m in found.mentions if m.label == "BODY"] == [(name, body)]


@pytest.mark.parametrize(
    "text", ["Các chi, đảng bộ cơ sở.", "Trụ sở làm việc.", "1. UBND các xã giữ tinh thần."]
)
def test_a_part_of_another_word_is_no_body(text: str) -> None:
    found = extract(reading_of(f"Kính gửi: {text}").document, shipped()).mentions
    assert not [m for m in found if m.label == "BODY" and m.quote.lower() in ("sở", "xã giữ tinh")]
