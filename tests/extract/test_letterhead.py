"""A document's own data: what a reader takes from its head and its signing block, and nothing that is not
there.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.documents import Stated
from ingest.extract.head.letterhead import read_letterhead
from tests.extract.reading_of import reading_of
from tests.repository import ROOT

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"


@dataclass(frozen=True)
class Told:
    """What a letterhead states."""

    number: str | None = None
    doc_type: str | None = None
    issued_on: str | None = None
    issuer: str | None = None
    province: str | None = None
    level: str | None = None
    signer_name: str | None = None
    signer_role: str | None = None
    signer_capacity: str | None = None
    subject: str | None = None


def _cases() -> Iterator[tuple[str, Told]]:
    path = ROOT / "tests/data/letterheads.toml"
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
        text = case.pop("text")
        del case["name"]
        yield text, Told(**case)


CASES = list(_cases())


def told(text: str) -> Told:
    """What the head of `text` is read to state."""
    head = read_letterhead(reading_of(text))

    def value(stated: Stated | None) -> str | None:
        return stated.value if stated else None

    return Told(
        value(head.number),
        value(head.doc_type),
        value(head.issued_on),
        value(head.issuer),
        value(head.province),
        head.level,
        value(head.signer.name),
        value(head.signer.role),
        value(head.signer.capacity),
        head.subject.quote if head.subject else None,
    )


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_own_data(text: str, expected: Told) -> None:
    found = told(text)
    assert found == replace(expected, level=expected.level or found.level)


@pytest.mark.parametrize("text", [text for text, _ in CASES])
@pytest.mark.parametrize("change", ["NFD", "CRLF", "NBSP"])
def test_the_same_in_another_encoding(text: str, change: str) -> None:
    other = {
        "NFD": unicodedata.normalize("NFD", text),
        "CRLF": text.replace("\n", "\r\n"),
        "NBSP": text.replace(" năm ", "\u00a0năm ").replace("Số: ", "Số:\u00a0"),
    }[change]
    found = told(other)
    subject = found.subject and unicodedata.normalize("NFC", found.subject)
    subject = subject and subject.replace("\r\n", "\n").replace("\u00a0", " ")
    assert replace(found, subject=subject) == told(text)


def test_an_impossible_date_is_reported_and_not_guessed() -> None:
    text = CASES[0][0].replace("ngày 02 tháng 8 năm 2021", "ngày 31 tháng 6 năm 2021")
    head = read_letterhead(reading_of(text))
    assert head.issued_on is None
    assert any("31" in problem for problem in head.problems)


def test_a_symbol_that_contradicts_the_type_is_reported_and_kept() -> None:
    head = read_letterhead(reading_of(CASES[0][0].replace("1204/QĐ-UBND", "1204/CT-UBND")))
    assert head.number is not None
    assert head.doc_type is not None
    assert (head.number.value, head.doc_type.value) == ("1204/CT-UBND", "Quyết định")
    assert len(head.problems) == 1


def test_an_unread_figure_makes_no_number() -> None:
    head = read_letterhead(reading_of(CASES[0][0].replace("1204/QĐ-UBND", "1{04/QĐ-UBND")))
    assert head.number is None


# head up to the number | issuer, level, province
ISSUERS = [
    ("ĐẢNG BỘ THÀNH PHỐ ĐÀ NẴNG\nTHÀNH ỦY\n*\nSố 50-CV/TU", "thanh-uy-tw", "province", "48"),
    ("THÀNH ỦY THANH HÓA\n*\nSố 50-CV/ThU", "thanh-uy-tinh", "district", None),
    ("TỈNH ỦY TIỀN GIANG\nTHỊ ỦY CAI LẬY\n*\nSố 5-CV/TXU", "thi-uy", "district", "82"),
    ("TỈNH ỦY HÀ NAM\nVĂN PHÒNG\n*\nSố 5-CV/VPTU", "vptu", "department", "35"),
    ("TỈNH ỦY HÀ NAM\nỦY BAN KIỂM TRA\n*\nSố 5-CV/UBKTTU", "ubkttu", "department", "35"),
    ("ĐẢNG BỘ TỈNH ĐIỆN BIÊN\nBAN CHẤP HÀNH\n*\nSố 5-NQ/TU", "bch-dang-bo", "province", "11"),
    ("TRUNG ƯƠNG ĐẢNG\nBAN TUYÊN GIÁO\n*\nSố 151-HD/BTGTW", "local:ban-tuyen-giao", "central", None),
    ("ĐOÀN TNCS HỒ CHÍ MINH\nBCH TỈNH AN GIANG\n***\nSố: 34-KH/TĐTN", "doan-tn", "province", "89"),
    (f"UBND TỈNH HÒA BÌNH\nBAN CHỈ ĐẠO PHÒNG, CHỐNG DỊCH\n{STATE}Số: 3/BCĐ", "bcd-tinh", "province", "17"),
    (f"UBND TỈNH KIÊN GIANG\nVĂN PHÒNG\n{STATE}Số: 3/VPUBND-VX", "vp-ubnd", "department", "91"),
    (f"UBND TỈNH KIÊN GIANG\nSỞ NỘI VỤ\n{STATE}Số: 3/SNV-VP", "local:so-noi-vu", "department", "91"),
    (f"UBND TỈNH LÀO CAI\nBAN QUẢN LÝ KHU KINH TẾ\n{STATE}Số: 3/BQLKKT", "bql-kcn", "department", "10"),
    (f"UBND HUYỆN CỦ CHI\nPHÒNG Y TẾ\n{STATE}Số: 3/PYT", "local:phong-y-te-huyen", "district", None),
    (f"ỦY BAN NHÂN DÂN\nQUẬN 7\n{STATE}Số: 3/UBND", "ubnd-huyen", "district", None),
    (f"ỦY BAN NHÂN DÂN THỊ XÃ SA PA\n{STATE}Số: 3/UBND", "ubnd-huyen", "district", None),
    (f"ỦY BAN NHÂN DÂN HUYỆN ĐẤT ĐỎ\nTỈNH BÀ RỊA - VŨNG TÀU\n{STATE}Số: 3/UBND",
     "ubnd-huyen", "district", "77"),
    (f"HỘI ĐỒNG NHÂN DÂN XÃ BA TƠ\nHUYỆN BA TƠ\n{STATE}Số: 3/NQ-HĐND",
     "local:hoi-dong-nhan-dan-xa-ba-to", "commune", None),
    (f"CÔNG AN TỈNH ĐẮK NÔNG\n{STATE}Số: 1/KH-CAT", "cong-an-tinh", "deconcentrated", "67"),
    (f"BỘ LAO ĐỘNG - THƯƠNG BINH\nVÀ XÃ HỘI\n{STATE}Số: 2844/LĐTBXH-PC",
     "local:bo-lao-dong-thuong-binh-va-xa-hoi", "central", None),
    (f"ỦY BAN THƯỜNG VỤ QUỐC HỘI\n{STATE}Số: 268/NQ-UBTVQH15", "ubtvqh", "central", None),
    ("ỦY BAN NHÂN DÂN\n" + STATE.replace("\n", "\nTỈNH LÀO CAI\n", 1) + "Số: 3/UBND-VX",
     "ubnd-tinh", "province", "10"),
    (f"UBND tỉnh Sơn La\nSở Y tế\n{STATE}Số: 3/SYT", "so-yt", "department", "14"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "issuer", "level", "province"), ISSUERS)
def test_who_issues(head: str, issuer: str, level: str, province: str | None) -> None:
    text = (
        f"{head}\nMường Lay, ngày 5 tháng 7 năm 2021\nV/v phòng, chống dịch\n\nKính gửi: Các đơn vị.\n\n"
        "Đề nghị thực hiện:\n\n1. Làm ngay.\n"
    )
    found = told(text)
    assert (found.issuer, found.level, found.province) == (issuer, level, province)
    assert (found.issued_on, found.subject) == ("2021-07-05", "phòng, chống dịch")


def test_a_translation() -> None:
    text = (
        "THE PRIME MINISTER\n-------\nTHE SOCIALIST REPUBLIC OF VIETNAM\nIndependence - Freedom - Happiness\n"
        "-------\nNo. 1102/CD-TTg\nHanoi, August 23, 2021\n\nOFFICIAL TELEGRAM\nOn stricter distancing\n\n"
        "To:\n- All provinces.\n\n"
        "The Prime Minister requests:\n\n1. The Ministry of Health shall act.\n\n"
        "FOR THE PRIME MINISTER\nDEPUTY PRIME MINISTER\nTran Van An\n"
    )
    found = told(text)
    assert (found.number, found.doc_type, found.issued_on) == ("1102/CĐ-TTg", "Công điện", "2021-08-23")
    assert (found.issuer, found.province, found.subject) == ("ttg", None, "On stricter distancing")
    assert (found.signer_name, found.signer_role) == ("Tran Van An", "DEPUTY PRIME MINISTER")
    assert found.signer_capacity == "FOR THE PRIME MINISTER"


_LINES = st.sampled_from([line for text, _ in CASES[:12] for line in text.split("\n")])


@given(st.one_of(st.text(max_size=120), st.lists(_LINES, max_size=30).map("\n".join)))
def test_every_value_is_quoted_from_the_text(text: str) -> None:
    head = read_letterhead(reading_of(text))
    parts = (head.number, head.doc_type, head.issued_on, head.issuer, head.province, head.unit, head.subject)
    for stated in (*parts, head.signer.name, head.signer.role, head.signer.capacity):
        assert stated is None or (
            stated.start < stated.end and text[stated.start : stated.end] == stated.quote
        )
