"""Bodies in acts of the state: where a name ends, who shares a title or a body, who speaks for the issuer."""

from __future__ import annotations

import pytest

from ingest.documents import Mention
from tests.extract.bodies_of import bodies_of, letterhead_of

Said = list[tuple[str, str | None]]


def _said(found: tuple[Mention, ...]) -> Said:
    return [(m.quote, m.id) for m in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # "Phòng" of a city is no office, and a sentence ends a name.
        ("1. Xe ùn ứ ở Hải Phòng. Cách làm này phải chấm dứt.", []),
        ("1. Việc dạy học ở Hải Phòng Giám đốc Sở Y tế nắm rõ.", [("Giám đốc Sở Y tế", None)]),
        # Part of an act's number or of a file's name is no body.
        ("1. Xem Công văn số 1120 /UBND - VX.", []),
        ("Tệp kèm theo: 884_UBND_SYT.signed.pdf", []),
        ("1/ UBND tỉnh bố trí kinh phí.", [("UBND tỉnh", "ubnd-tinh")]),
        # One title word is one mention, also with a list of classes behind it.
        (
            "1. Thủ trưởng các sở, ban, ngành, đoàn thể cấp tỉnh báo cáo hằng tuần.",
            [("Thủ trưởng các sở, ban, ngành, đoàn thể cấp tỉnh", None)],
        ),
        # Two titles that share the body behind the second.
        (
            "1. Chủ tịch, các Phó Chủ tịch UBND tỉnh trực tiếp kiểm tra.",
            [("Chủ tịch", "ct-ubnd"), ("Phó Chủ tịch UBND tỉnh", None)],
        ),
        (
            "1. Bí thư, Phó Bí thư Tỉnh ủy chủ trì giao ban.",
            [("Bí thư", "bi-thu-tu"), ("Phó Bí thư Tỉnh ủy", "pbt-tu")],
        ),
        # A member is an office of the committee, not the committee.
        ("1. Các thành viên Ban Chỉ đạo tỉnh xuống cơ sở.", [("thành viên Ban Chỉ đạo tỉnh", None)]),
        ("1. Công ty một thành viên phải đăng ký.", []),
        # A head shared behind a colon.
        (
            "1. Các Cục: Hàng hải Việt Nam, Hàng không Việt Nam công bố.",
            [("Cục: Hàng hải Việt Nam", None), ("Hàng không Việt Nam", None)],
        ),
        ("1. Trạm Y tế xã tổ chức lấy mẫu.", [("Trạm Y tế xã", None)]),
        # Units told apart from others of their kind.
        (
            "1. Giao UBND các huyện miền núi, thành phố rà soát.",
            [("UBND các huyện miền núi, thành phố", "ubnd-huyen")],
        ),
        ("1. Giao UBND các xã biên giới bố trí lực lượng.", [("UBND các xã biên giới", "ubnd-xa")]),
    ],
)
def test_a_name_ends_where_it_ends(text: str, expected: Said) -> None:
    assert _said(bodies_of(text)) == expected


@pytest.mark.parametrize(
    ("issuer", "sentence", "quote"),
    [
        ("ubnd-tinh", "UBND tỉnh báo để các đơn vị biết.", "UBND tỉnh"),
        ("ubnd-tinh", "UBND tỉnh mong nhân dân thông cảm, chấp hành.", "UBND tỉnh"),
        ("bcd-tinh", "Sau khi nghe ý kiến, Trưởng Ban kết luận như sau.", "Trưởng Ban"),
        ("so-yt", "Giám đốc Sở Y tế yêu cầu các đơn vị trực 24/24.", "Giám đốc Sở Y tế"),
        ("local:bo-xay-dung", "Bộ trưởng Bộ Xây dựng yêu cầu:", "Bộ trưởng Bộ Xây dựng"),
    ],
)
def test_the_issuer_and_its_head_speak_and_are_not_told_to_act(
    issuer: str, sentence: str, quote: str
) -> None:
    text = f"1. Sở Tài chính bố trí kinh phí.\n\n{sentence}"
    roles = {m.quote: m.attrs["role"] for m in bodies_of(text, letterhead_of(issuer))}
    assert roles[quote] == "issuer"


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("UBND tỉnh báo để các đơn vị biết.", "UBND tỉnh"),
        ("Trưởng Ban kết luận như sau.", "Trưởng Ban"),
        ("Giám đốc Sở Y tế yêu cầu các đơn vị trực 24/24.", "Giám đốc Sở Y tế"),
    ],
)
def test_another_bodys_head_does_not_speak_for_the_issuer(sentence: str, quote: str) -> None:
    text = f"1. Sở Tài chính bố trí kinh phí.\n\n{sentence}"
    roles = {m.quote: m.attrs["role"] for m in bodies_of(text, letterhead_of("so-ct"))}
    assert roles.get(quote) != "issuer"


@pytest.mark.parametrize(
    ("task", "actors"),
    [
        ("Hộ nào thiếu gạo thì tổ COVID cộng đồng mang đến tận cửa.", ["tổ COVID cộng đồng"]),
        ("Xã có ca bệnh thì Trung tâm Y tế huyện tổ chức lấy mẫu.", ["Trung tâm Y tế huyện"]),
        ("Sở Công Thương chủ trì với Sở Y tế tổ chức tập huấn.", ["Sở Công Thương", "Sở Y tế"]),
        ("Cuối giờ chiều thứ Sáu, UBND các huyện gửi số liệu.", ["UBND các huyện"]),
        ("Người đến từ vùng dịch thì theo hướng dẫn của Sở Y tế.", []),
        ("Hằng tuần Sở Y tế rà soát danh sách.", ["Sở Y tế"]),
        ("Về phía Sở Y tế: tổ chức xét nghiệm.", ["Sở Y tế"]),
        ("Riêng đối với UBND thành phố: bố trí xe.", ["UBND thành phố"]),
        ("Đối với UBND các huyện, yêu cầu lập chốt.", ["UBND các huyện"]),
        ("Nhiệm vụ của Công an tỉnh:\na) Lập chốt.", ["Công an tỉnh"]),
        ("Trách nhiệm của Sở Y tế\n- Tổ chức lấy mẫu.", ["Sở Y tế"]),
        ("Đánh giá trách nhiệm của Sở Y tế trong đợt dịch.", []),
        ("Phân công Sở Y tế: lấy mẫu; Công an tỉnh: lập chốt.", ["Sở Y tế", "Công an tỉnh"]),
        ("Trên cơ sở đề xuất của Sở Y tế, UBND thành phố quyết định mức thu.", ["UBND thành phố"]),
        (
            "Giao Sở Công Thương chủ trì, Chi cục Quản lý thị trường phối hợp kiểm soát giá.",
            ["Sở Công Thương", "Chi cục Quản lý thị trường"],
        ),
        ("UBND cấp xã huy động Tổ COVID cộng đồng đi từng nhà.", ["UBND cấp xã", "Tổ COVID cộng đồng"]),
        ("Trưởng thôn, bí thư chi bộ nhắc nhở từng hộ.", ["Trưởng thôn", "bí thư chi bộ"]),
        ("Bệnh viện Phổi dành 200 giường.", ["Bệnh viện Phổi"]),
        ("Đồn Biên phòng cửa khẩu Cha Lo giữ chốt.", ["Đồn Biên phòng cửa khẩu Cha Lo"]),
        ("Trước 10 giờ hằng ngày UBND các xã báo cáo số liệu.", ["UBND các xã"]),
        ("Các cơ sở khám bệnh, chữa bệnh phân luồng người sốt.", ["cơ sở khám bệnh, chữa bệnh"]),
    ],
)
def test_who_acts_behind_a_condition_a_time_or_another_actor(task: str, actors: list[str]) -> None:
    found = bodies_of(f"1. {task}")
    assert [m.quote for m in found if m.attrs["role"] == "assignee"] == actors


@pytest.mark.parametrize("head", ["Cơ quan chủ trì", "Đơn vị thực hiện", "Cơ quan chủ trì, phối hợp"])
@pytest.mark.parametrize("mark", [" | ", "\t"])
def test_the_head_of_a_column_tells_nobody_to_act(head: str, mark: str) -> None:
    rows = [
        mark.join(("TT", "Nội dung", head, "Thời hạn")),
        mark.join(("1", "Mua vật tư", "Sở Tài chính", "10/11")),
    ]
    found = bodies_of("III. PHÂN CÔNG\n\n" + "\n".join(rows))
    assert "Sở Tài chính" in [m.quote for m in found]
    assert not {"Cơ quan", "Đơn vị"} & {m.quote for m in found}
