"""A sentence in prose, alone or in a letter, is judged by its own grammar."""

from __future__ import annotations

import csv
import unicodedata
from pathlib import Path
from typing import Literal

import pytest

from tests.extract.test_polarity import OPENING, TASK, measures, told

_TABLE = Path(__file__).parents[1] / "data" / "sentences.csv"
with _TABLE.open(encoding="utf-8", newline="") as lines:
    SENTENCES = [(row["sentence"], row["measure"], row["polarity"]) for row in csv.DictReader(lines)]
Form = Literal["NFC", "NFD"]
FORMS: tuple[Form, ...] = ("NFC", "NFD")
PARAGRAPH = TASK.replace("1. {sentence}", "{sentence}")


@pytest.mark.parametrize(("sentence", "measure", "polarity"), SENTENCES)
def test_a_sentence_alone_says_what_it_wants(sentence: str, measure: str, polarity: str) -> None:
    assert set(told(sentence, measure, "{sentence}")) == {polarity}


@pytest.mark.parametrize(("sentence", "measure", "polarity"), SENTENCES)
def test_a_paragraph_of_a_letter_says_what_it_wants(sentence: str, measure: str, polarity: str) -> None:
    assert set(told(sentence, measure, PARAGRAPH)) == {polarity}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("sentence", "measure", "polarity"), SENTENCES[::7])
def test_the_encoding_of_marks_changes_nothing(
    sentence: str, measure: str, polarity: str, form: Form
) -> None:
    encoded = unicodedata.normalize(form, sentence)
    assert told(encoded, measure, "{sentence}") == told(sentence, measure, "{sentence}")
    assert all(m.quote == encoded[m.start : m.end] for m in measures(encoded))


DATED = [
    ("Ngày 02/8, Sở Y tế lập chốt kiểm soát dịch tại bến phà.", "mentioned"),
    ("Ngày 20/8, Sở Y tế lập chốt kiểm soát dịch tại bến phà.", "ordered"),
    ("Trong tháng 7, Sở Y tế lập chốt kiểm soát dịch tại bến phà.", "mentioned"),
    ("Trong tháng 9, Sở Y tế lập chốt kiểm soát dịch tại bến phà.", "ordered"),
    ("Năm 2020, Sở Y tế lập chốt kiểm soát dịch tại bến phà.", "mentioned"),
    ("Từ ngày 02/8, Sở Y tế lập chốt kiểm soát dịch tại bến phà.", "ordered"),
]


@pytest.mark.parametrize(("sentence", "polarity"), DATED)
def test_what_was_before_the_date_of_the_letter_is_told(sentence: str, polarity: str) -> None:
    assert told(sentence, "chot-kiem-soat") == [polarity]  # the letter is of 12 August 2021


COUNTED = [
    ("Công an xã xử phạt 213 trường hợp.", "mentioned"),
    ("Công an xã xử phạt mọi trường hợp.", "ordered"),
    ("Sở Y tế tiêm vắc xin cho tối thiểu 1.250 người mỗi ngày.", "ordered"),
    ("Sở Y tế tiêm vắc xin cho 20.000 người trong đợt này.", "ordered"),
]


@pytest.mark.parametrize(("sentence", "polarity"), COUNTED)
def test_what_was_counted_is_told(sentence: str, polarity: str) -> None:
    found = [m.attrs["polarity"] for m in measures(TASK.replace("{sentence}", sentence))]
    assert found == [polarity]


def test_the_opening_of_a_letter_is_not_made_an_order_by_a_verb() -> None:
    sentence = "Các địa phương thực hiện tốt việc truy vết trong đợt dịch vừa qua."
    assert told(sentence, "truy-vet", OPENING) == ["mentioned"]


DESCRIBING = [
    ("Xử lý nghiêm xe luồng xanh chở người.", "luong-xanh"),
    ("Xử phạt chủ quán nhậu tụ tập đông người.", "han-che-tu-tap"),
    ("Mang theo giấy tờ khi xét nghiệm.", "xet-nghiem"),
]


@pytest.mark.parametrize(("sentence", "measure"), DESCRIBING)
def test_a_measure_that_only_describes_is_no_order(sentence: str, measure: str) -> None:
    assert "ordered" not in told(sentence, measure)


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("Thay xét nghiệm RT-PCR bằng test kháng nguyên ở trạm.", "xet-nghiem"),
        ("Tạm hoãn tổ chức bầu cử an toàn ở xã có dịch.", "bau-cu-dai-hoi-an-toan"),
    ],
)
def test_a_measure_that_gives_way_is_avoided(sentence: str, measure: str) -> None:
    assert "avoided" in told(sentence, measure)
