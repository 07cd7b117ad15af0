"""Who is told to do what: the actors of a task, both steps of a delegation, and the span each task has."""

from __future__ import annotations

import pytest

from ingest.documents import Assignment, Letterhead, Mention, Stated
from ingest.extract.assignments import find_assignments
from ingest.extract.bodies import find_bodies
from tests.extract.reading_of import reading_of

# A task; who acts in it; who is only named.
DELEGATIONS: list[tuple[str, list[str], list[str]]] = [
    (
        (
            "Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính, Công an tỉnh tham mưu UBND tỉnh phương án "
            "mua sắm sinh phẩm."
        ),
        ["Sở Y tế", "Sở Tài chính", "Công an tỉnh"],
        ["UBND tỉnh"],
    ),
    (
        (
            "Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh lãnh đạo các chi bộ trực thuộc tuyên truyền "
            "đến đảng viên."
        ),
        ["Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh", "chi bộ"],
        [],
    ),
    (
        (
            "Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các huyện, thị xã, thành phố chịu trách nhiệm "
            "trước Chủ tịch UBND tỉnh về kết quả thực hiện."
        ),
        ["Thủ trưởng các sở, ban, ngành", "Chủ tịch UBND các huyện, thị xã, thành phố"],
        ["Chủ tịch UBND tỉnh"],
    ),
    (
        (
            "Bộ Chỉ huy Quân sự tỉnh, Bộ Chỉ huy Bộ đội Biên phòng tỉnh tăng cường lực lượng chốt chặn; "
            "kịp thời báo cáo UBND tỉnh."
        ),
        ["Bộ Chỉ huy Quân sự tỉnh", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh"],
        ["UBND tỉnh"],
    ),
    (
        "Các Sở: Công Thương, Giao thông vận tải, Nông nghiệp và PTNT bảo đảm lưu thông hàng hóa.",
        ["Sở: Công Thương", "Giao thông vận tải", "Nông nghiệp và PTNT"],
        [],
    ),
    (
        "Yêu cầu UBND cấp huyện chỉ đạo UBND cấp xã thành lập Tổ COVID cộng đồng tại các thôn, bản.",
        ["UBND cấp huyện", "UBND cấp xã"],
        ["Tổ COVID cộng đồng", "thôn, bản"],
    ),
    (
        (
            "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội vận động "
            "nhân dân."
        ),
        ["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "tổ chức chính trị - xã hội"],
        [],
    ),
    (
        "Trong thời gian cách ly xã hội, Công an tỉnh duy trì 24/24 giờ các chốt kiểm soát.",
        ["Công an tỉnh"],
        [],
    ),
    (
        (
            "Văn phòng Tỉnh ủy phối hợp với Ban Tuyên giáo Tỉnh ủy theo dõi, đôn đốc, định kỳ báo cáo "
            "Ban Thường vụ Tỉnh ủy."
        ),
        ["Văn phòng Tỉnh ủy", "Ban Tuyên giáo Tỉnh ủy"],
        ["Ban Thường vụ Tỉnh ủy"],
    ),
    (
        "Bí thư các huyện ủy, thị ủy, thành ủy trực tiếp làm Trưởng Ban Chỉ đạo cấp huyện.",
        ["Bí thư các huyện ủy, thị ủy, thành ủy"],
        ["Trưởng Ban Chỉ đạo cấp huyện"],
    ),
    (
        "Ban Quản lý các Khu công nghiệp hướng dẫn các doanh nghiệp xây dựng phương án sản xuất.",
        ["Ban Quản lý các Khu công nghiệp", "doanh nghiệp"],
        [],
    ),
    (
        (
            "Đài Phát thanh và Truyền hình tỉnh, Báo Quảng Nam tăng thời lượng phát sóng theo hướng dẫn "
            "của Sở Y tế."
        ),
        ["Đài Phát thanh và Truyền hình tỉnh", "Báo Quảng Nam"],
        ["Sở Y tế"],
    ),
    (
        "Trước 16 giờ hằng ngày, các đơn vị báo cáo số liệu về Sở Y tế.",
        ["đơn vị"],
        ["Sở Y tế"],
    ),
    (
        "Cục Quản lý thị trường tỉnh kiểm tra việc găm hàng; Thanh tra Sở Y tế xử lý vi phạm.",
        ["Cục Quản lý thị trường tỉnh", "Thanh tra Sở Y tế"],
        [],
    ),
    (
        "Phân công đồng chí Phó Chủ tịch UBND tỉnh phụ trách văn xã trực tiếp chỉ đạo.",
        ["Phó Chủ tịch UBND tỉnh"],
        [],
    ),
    (
        "Người đứng đầu các cơ quan, đơn vị, doanh nghiệp phải tự đánh giá nguy cơ.",
        ["Người đứng đầu các cơ quan, đơn vị, doanh nghiệp"],
        [],
    ),
    (
        "Ngày 30/7/2021, UBND tỉnh đã ban hành kế hoạch; Sở Y tế đã hoàn thành tiêm mũi 1.",
        [],
        ["UBND tỉnh", "Sở Y tế"],
    ),
    (
        "UBND thành phố Vinh, UBND thị xã Cửa Lò và các huyện ven biển quản lý chặt người về từ vùng dịch.",
        ["UBND thành phố Vinh", "UBND thị xã Cửa Lò và các huyện"],
        [],
    ),
    (
        "Tăng cường phối hợp với Bộ đội Biên phòng tỉnh tuần tra.",
        [],
        ["Bộ đội Biên phòng tỉnh"],
    ),
    (
        (
            "Các đồng chí Ủy viên Ban Thường vụ Tỉnh ủy, Tỉnh ủy viên phụ trách địa bàn thường xuyên "
            "xuống cơ sở."
        ),
        ["Ủy viên Ban Thường vụ Tỉnh ủy", "Tỉnh ủy viên"],
        [],
    ),
    (
        (
            "Liên đoàn Lao động tỉnh, Tỉnh đoàn, Hội Liên hiệp Phụ nữ tỉnh cùng với Mặt trận Tổ quốc các "
            "cấp hỗ trợ suất ăn."
        ),
        ["Liên đoàn Lao động tỉnh", "Tỉnh đoàn", "Hội Liên hiệp Phụ nữ tỉnh", "Mặt trận Tổ quốc các cấp"],
        [],
    ),
    (
        (
            "Giám đốc Sở Giáo dục và Đào tạo, Hiệu trưởng các trường quyết định thời điểm học sinh trở "
            "lại trường."
        ),
        ["Giám đốc Sở Giáo dục và Đào tạo", "Hiệu trưởng"],
        [],
    ),
    (
        "Đảng đoàn Hội đồng nhân dân tỉnh lãnh đạo Hội đồng nhân dân tỉnh ban hành nghị quyết hỗ trợ.",
        ["Đảng đoàn Hội đồng nhân dân tỉnh", "Hội đồng nhân dân tỉnh"],
        [],
    ),
    (
        "Chính quyền các cấp huy động lực lượng công an, quân sự, y tế, dân quân tại chỗ.",
        ["Chính quyền các cấp"],
        [],
    ),
    (
        "Hồ sơ gửi về Sở Lao động - Thương binh và Xã hội trước ngày 15 hằng tháng để tổng hợp.",
        [],
        ["Sở Lao động - Thương binh và Xã hội"],
    ),
    (
        (
            "Bảo hiểm xã hội tỉnh, Chi nhánh Ngân hàng Chính sách xã hội tỉnh giải quyết chế độ theo "
            "Nghị quyết của Chính phủ."
        ),
        ["Bảo hiểm xã hội tỉnh", "Chi nhánh Ngân hàng Chính sách xã hội tỉnh"],
        ["Chính phủ"],
    ),
    (
        "Trung tâm Kiểm soát bệnh tật tỉnh, Trung tâm Y tế các huyện điều tra dịch tễ trong 24 giờ.",
        ["Trung tâm Kiểm soát bệnh tật tỉnh", "Trung tâm Y tế các huyện"],
        [],
    ),
    (
        "Tổ Covid cộng đồng, tổ dân phố phải nắm từng hộ.",
        ["Tổ Covid cộng đồng", "tổ dân phố"],
        [],
    ),
    (
        (
            "Chủ tịch UBND các xã, phường, thị trấn, Trưởng Công an cấp xã chịu trách nhiệm nếu để người "
            "nhập cảnh trái phép."
        ),
        ["Chủ tịch UBND các xã, phường, thị trấn", "Trưởng Công an cấp xã"],
        [],
    ),
    (
        "Báo cáo đề xuất UBND tỉnh xem xét, quyết định.",
        [],
        ["UBND tỉnh"],
    ),
    (
        "Sở Nội vụ tham mưu Chủ tịch UBND tỉnh khen thưởng; giao Sở Tài chính cân đối nguồn.",
        ["Sở Nội vụ", "Sở Tài chính"],
        ["Chủ tịch UBND tỉnh"],
    ),
    (
        "Huyện ủy Gò Dầu, Thị ủy Hòa Thành khẩn trương kiện toàn Ban Chỉ đạo các cấp.",
        ["Huyện ủy Gò Dầu", "Thị ủy Hòa Thành"],
        ["Ban Chỉ đạo các cấp"],
    ),
]


def _letterhead() -> Letterhead:
    return Letterhead(issuer=Stated("btv-tu", 0, 1, "x", "test"), level="province")


@pytest.mark.parametrize(("task", "acting", "named"), DELEGATIONS, ids=[t[:40] for t, _, _ in DELEGATIONS])
def test_who_acts_and_who_is_only_named(task: str, acting: list[str], named: list[str]) -> None:
    found = find_bodies(reading_of(f"3. {task}\n\n4. Sau đó thì thôi.\n"), _letterhead(), ())
    assert [m.quote for m in found if m.attrs["role"] == "assignee"] == acting
    assert [m.quote for m in found if m.attrs["role"] != "assignee"] == named


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
    bodies = find_bodies(reading, _letterhead(), ())
    found, after = find_assignments(reading, _letterhead(), bodies, _measures(text, **ordered))
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
