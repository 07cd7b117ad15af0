"""Acts without a number: where the list of their issuers ends, and what is no act yet."""

from __future__ import annotations

import pytest

from ingest.extract import extract
from ingest.vocabulary import shipped
from tests.extract.reading_of import reading_of


def _quotes(text: str) -> list[str]:
    found = extract(reading_of(text).document, shipped()).mentions
    return [m.quote for m in found if m.label == "REFERENCE"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("- Thực hiện hướng dẫn của Bộ Y tế, Sở Y tế triển khai điều trị.", "hướng dẫn của Bộ Y tế"),
        ("- Theo hướng dẫn của Bộ Y tế, Sở Y tế về cách ly.", "hướng dẫn của Bộ Y tế, Sở Y tế"),
        (
            "- Kết luận của Phó Chủ tịch UBND tỉnh tại cuộc họp ngày 5/8/2021 đã nêu rõ.",
            "Kết luận của Phó Chủ tịch UBND tỉnh tại cuộc họp ngày 5/8/2021",
        ),
    ],
)
def test_the_issuers_of_an_act_end_where_somebody_acts(text: str, quote: str) -> None:
    assert _quotes(text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "- Hoàn thiện dự thảo Nghị quyết của Chính phủ về tháo gỡ vướng mắc.",
        "- Chỉ thị 3 đồng chí trực chốt.",
    ],
)
def test_a_draft_and_a_count_are_no_acts(text: str) -> None:
    assert _quotes(text) == []
