"""Tasks numbered in words, as Party letters and speeches have them: "Một là, …", "Thứ hai, …"."""

from __future__ import annotations

import pytest

from ingest.segmenting.segment import segment
from ingest.text.normalise import normalise

HEAD = "Ban Thường vụ Tỉnh ủy yêu cầu:\n\n"


def _parts(text: str) -> list[tuple[str, str]]:
    return [
        (p.kind, p.label) for p in segment(normalise(HEAD + text)) if p.kind not in ("opening", "letterhead")
    ]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Một là, huyện ủy trực.\nHai là, công an trực.\nBa là, y tế trực.", ["Một là", "Hai là", "Ba là"]),
        ("Thứ nhất: lập chốt.\n\nThứ hai: tiêm vắc xin.", ["Thứ nhất", "Thứ hai"]),
        (
            "Thứ nhất, lập chốt;\nThứ hai, tiêm;\nThứ ba, đi;\nThứ tư, về.",
            ["Thứ nhất", "Thứ hai", "Thứ ba", "Thứ tư"],
        ),
    ],
)
def test_a_series_in_words_is_one_of_tasks(text: str, labels: list[str]) -> None:
    assert _parts(text) == [("item", label) for label in labels]


def test_a_series_in_words_under_a_number_stands_inside_its_task() -> None:
    text = "1. Sở Y tế:\nMột là, tiêm.\nHai là, xét nghiệm.\n2. Công an tỉnh lập chốt."
    assert _parts(text) == [("item", "1."), ("point", "Một là"), ("point", "Hai là"), ("item", "2.")]


@pytest.mark.parametrize(
    "line",
    [
        "Thứ hai, ngày 05/7/2021, các đơn vị gửi báo cáo.",
        "Thứ tư, thứ sáu hằng tuần họp giao ban.",
        "Hai là, con số còn thấp.",
        "Một là cách ly, hai là xét nghiệm.",
    ],
)
def test_a_day_of_the_week_or_a_lone_number_begins_no_task(line: str) -> None:
    assert all(kind not in ("item", "point") for kind, _ in _parts(line))
