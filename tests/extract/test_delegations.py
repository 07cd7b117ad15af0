"""Who acts in a task and who is only named in it; both steps of a delegation (guideline 4)."""

from __future__ import annotations

import pytest

from tests.extract.bodies_of import bodies_of, letterhead_of

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


@pytest.mark.parametrize(("task", "acting", "named"), DELEGATIONS, ids=[t[:40] for t, _, _ in DELEGATIONS])
def test_who_acts_and_who_is_only_named(task: str, acting: list[str], named: list[str]) -> None:
    found = bodies_of(f"3. {task}\n\n4. Sau đó thì thôi.\n", letterhead_of("btv-tu"))
    assert [m.quote for m in found if m.attrs["role"] == "assignee"] == acting
    assert [m.quote for m in found if m.attrs["role"] != "assignee"] == named
