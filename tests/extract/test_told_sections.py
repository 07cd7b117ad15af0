"""Sections that tell how things are give nobody a task; and acts of unions, by the name behind "của"."""

from __future__ import annotations

import pytest

from ingest.documents import Letterhead
from ingest.extract.references.find import find_references
from tests.extract.bodies_of import bodies_of
from tests.extract.reading_of import reading_of

ACT = "{told}\n- Sở Y tế: tổ chức 12 đợt.\n- Công an tỉnh: duy trì 30 tổ.\n\n{tasks}\n1. Sở Y tế lập đội.\n"


@pytest.mark.parametrize(
    ("told", "tasks"),
    [
        ("I. Kết quả đạt được", "II. Nhiệm vụ thời gian tới"),
        ("I. Ý KIẾN PHÁT BIỂU", "II. CÁC BÊN THỐNG NHẤT"),
        ("A. BỐI CẢNH", "B. GIẢI PHÁP"),
    ],
)
def test_only_under_a_heading_over_tasks_is_somebody_told_to_act(told: str, tasks: str) -> None:
    found = bodies_of(ACT.format(told=told, tasks=tasks))
    assert [m.attrs["role"] for m in found] == ["other", "other", "assignee"]


def test_a_numbered_task_may_be_to_assess() -> None:
    found = bodies_of("1. Đánh giá nguy cơ:\n- Sở Y tế hướng dẫn các xã.\n")
    assert [(m.id, m.attrs["role"]) for m in found] == [("so-yt", "assignee")]


@pytest.mark.parametrize(
    ("task", "assignees"),
    [
        ("1. Kể từ ngày 01/10, Sở Y tế cấp giấy xác nhận.", ["so-yt"]),
        ("1. Kể từ khi nhận được danh sách, Công an tỉnh rà soát.", ["cong-an-tinh"]),
        ("1. Sở Tài chính cấp kinh phí.\n\nVăn phòng Tỉnh ủy trích sao.", ["so-tc"]),
        ("1. Sở Tài chính cấp kinh phí.\n\nVăn phòng UBND tỉnh sao gửi các sở.", ["so-tc"]),
    ],
)
def test_a_time_before_the_actor_and_a_clerks_note_behind(task: str, assignees: list[str]) -> None:
    assert [m.id for m in bodies_of(task) if m.attrs["role"] == "assignee"] == assignees


@pytest.mark.parametrize(
    ("name", "issuer"),
    [
        ("Liên đoàn Lao động tỉnh", "ldld"),
        ("LĐLĐ tỉnh", "ldld"),
        ("Hội Nông dân tỉnh Phú Yên", "hoi-nd"),
        ("Tỉnh đoàn", "doan-tn"),
        ("Ban cán sự đảng UBND tỉnh", "bcsd-ubnd"),
        ("LĐLĐ huyện Tuy An", None),
        ("Hội Liên hiệp Phụ nữ thị xã", None),
    ],
)
def test_acts_of_unions_are_told_by_level(name: str, issuer: str | None) -> None:
    text = f"Thực hiện Kế hoạch số 45/KH-ABC ngày 12/5/2021 của {name}, các cấp tổ chức."
    found = find_references(reading_of(text), Letterhead())
    assert [(m.quote, m.attrs["issuer"]) for m in found] == [
        (f"Kế hoạch số 45/KH-ABC ngày 12/5/2021 của {name}", issuer)
    ]
