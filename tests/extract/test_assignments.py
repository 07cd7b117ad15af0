"""Who is told to do what: the span of each task, its actors, and the measures ordered in it."""

from __future__ import annotations

import pytest

from ingest.documents import Assignment, Letterhead, Mention
from ingest.extract.assignments import find_assignments
from ingest.extract.bodies.find import find_bodies
from tests.extract.bodies_of import letterhead_of
from tests.extract.reading_of import reading_of


def _measures(text: str, **ordered: str) -> tuple[Mention, ...]:
    """Measures by id and the words that name them, all ordered; `thoi` is only mentioned."""
    found = []
    for body, words in ordered.items():
        start = text.index(words)
        polarity = "mentioned" if body == "thoi" else "ordered"
        found.append(Mention(start, start + len(words), words, "MEASURE", body, {"polarity": polarity}))
    return tuple(sorted(found, key=lambda m: m.start))


def _assignments(text: str, **ordered: str) -> tuple[Assignment, ...]:
    reading = reading_of(text)
    bodies = find_bodies(reading, letterhead_of("btv-tu"), ())
    found, after = find_assignments(reading, letterhead_of("btv-tu"), bodies, _measures(text, **ordered))
    assert after == bodies
    return found


def _shown(
    text: str, found: tuple[Assignment, ...]
) -> list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    return [(text[a.start : a.end][:9], text[a.start : a.end][-9:], a.assignees, a.measures) for a in found]


def test_a_task_holds_its_bullets_and_a_bullet_with_an_actor_is_one_inside() -> None:
    text = (
        "1. Ban cán sự đảng UBND tỉnh lãnh đạo UBND tỉnh:\n"
        "- Mở rộng xét nghiệm toàn dân;\n"
        "- Sở Y tế tiêm vắc xin mũi 2, khen thưởng kịp thời.\n\n"
        "2. Không lơ là.\n"
    )
    found = _assignments(text, xn="xét nghiệm", tiem="tiêm vắc xin", thoi="khen thưởng")
    assert _shown(text, found) == [
        ("1. Ban cá", "kịp thời.", ("bcsd-ubnd", "ubnd-tinh"), ("xn", "tiem")),
        ("- Sở Y tế", "kịp thời.", ("so-yt",), ("tiem",)),
    ]


def test_a_paragraph_under_a_task_without_an_actor_is_the_assignment() -> None:
    text = (
        "1. Dịch còn diễn biến phức tạp ở nhiều nơi trong vùng.\n"
        "Công an tỉnh tăng cường kiểm soát các chốt ra vào địa bàn.\n\n"
        "2. Hết.\n"
    )
    assert _shown(text, _assignments(text)) == [("Công an t", " địa bàn.", ("cong-an-tinh",), ())]


def test_actors_without_an_id_leave_an_assignment_without_assignees() -> None:
    text = "1. Các cấp ủy, tổ chức đảng tổ chức học tập.\n\n2. Hết.\n"
    assert [(a.assignees, a.rule) for a in _assignments(text)] == [((), "task-with-actor")]


def test_places_that_shall_act_make_an_assignment() -> None:
    text = "1. Khi có ca bệnh, các địa phương phải khoanh vùng ngay.\n\n2. Không lơ là.\n"
    found = _assignments(text, kv="khoanh vùng")
    assert [(a.assignees, a.measures, a.rule) for a in found] == [((), ("kv",), "task-of-places")]


def test_a_head_that_only_names_the_actor_gives_it_all_its_bullets() -> None:
    text = "1. Sở Công Thương:\n- Bảo đảm hàng thiết yếu.\n- Bình ổn giá.\n\n2. Hết.\n"
    assert _shown(text, _assignments(text)) == [("1. Sở Côn", "h ổn giá.", ("so-ct",), ())]


@pytest.mark.parametrize(
    ("closing", "assignees"),
    [
        ("Các đơn vị, Sở Y tế báo cáo kết quả trước 16 giờ hằng ngày.", [("so-yt",)]),
        ("Giao Văn phòng Tỉnh ủy theo dõi, đôn đốc.", [("vptu",)]),
        ("Nếu có khó khăn, vướng mắc, Sở Y tế kịp thời phản ánh về Ban Chỉ đạo tỉnh.", []),
        ("Thủ trưởng các sở, ban, ngành chịu trách nhiệm thi hành Quyết định này.", []),
        ("Yêu cầu UBND các huyện nghiêm túc thực hiện Chỉ thị này.", []),
        ("Yêu cầu các sở, ngành, địa phương nghiêm túc triển khai thực hiện.", []),
        ("Thông báo để UBND các huyện biết, thực hiện.", []),
    ],
)
def test_a_closing_is_an_assignment_only_with_a_task_of_its_own(
    closing: str, assignees: list[tuple[str, ...]]
) -> None:
    text = f"1. Không lơ là.\n\n2. Không chủ quan.\n\n{closing}\n\nNơi nhận:\n- Như trên.\n"
    assert [a.assignees for a in _assignments(text)] == assignees


def test_the_preamble_is_no_assignment() -> None:
    order = "Ban Thường vụ Tỉnh ủy yêu cầu UBND tỉnh, các cấp ủy tập trung thực hiện:"
    text = f"{order}\n\n1. Không lơ là.\n\n2. Hết.\n"
    assert _assignments(text) == ()


def test_a_row_of_a_table_of_tasks_is_an_assignment_and_a_list_of_acts_is_none() -> None:
    tasks = (
        "| TT | Cơ quan | Nhiệm vụ |\n|---|---|---|\n"
        "| 1 | Sở Du lịch | Lập danh sách |\n| 2 | Sở Y tế | Xét nghiệm |\n"
    )
    assert [a.assignees for a in _assignments(f"UBND tỉnh phân công như sau:\n\n{tasks}")] == [
        ("so-vhttdl",),
        ("so-yt",),
    ]
    acts = "STT | Số | Cơ quan | Trích yếu\n1 | 16/CT-TTg | Thủ tướng Chính phủ | Biện pháp cấp bách\n"
    reading = reading_of(acts)
    start = acts.index("16/CT")
    cited = Mention(start, start + 9, "16/CT-TTg", "REFERENCE", None)
    found = find_bodies(reading, Letterhead(), (cited,))
    assert [(m.id, m.attrs["role"]) for m in found] == [("ttg", "other")]
