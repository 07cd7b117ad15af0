"""The relation of a citation, from the words around it."""

from __future__ import annotations

import pytest

from ingest.documents import Letterhead, Stated
from ingest.extract.references.find import find_references
from tests.extract.reading_of import reading_of


def _letter(doc_type: str = "Công văn") -> Letterhead:
    return Letterhead(doc_type=Stated(doc_type, 0, 0, doc_type, "given"))


def _relations(text: str, letterhead: Letterhead | None = None) -> list[str | None]:
    return [m.attrs["relation"] for m in find_references(reading_of(text), letterhead or _letter())]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        (
            "Thực hiện Chỉ thị số 16/CT-TTg ngày 31/3/2020 của Thủ tướng Chính phủ, UBND tỉnh yêu cầu:",
            "implements",
        ),
        ("Quán triệt và tổ chức triển khai nghiêm túc Kết luận số 07-KL/TW", "implements"),
        ("Người dân không ra khỏi nhà khi không cần thiết theo Chỉ thị số 16/CT-TTg", "implements"),
        ("Trên tinh thần Nghị quyết số 128/NQ-CP, các địa phương mở lại chợ", "implements"),
        ("Để đưa Nghị quyết 68 vào cuộc sống, Sở Tài chính bố trí kinh phí", "implements"),
        ("Các đơn vị báo cáo kết quả thực hiện Kết luận số 07-KL/TW trước ngày 15", "implements"),
        ("Để phát huy kết quả thời gian qua, đề nghị tiếp tục thực hiện Chỉ thị số 15/CT-TTg", "implements"),
        ("Căn cứ Nghị quyết số 86/NQ-CP ngày 06/8/2021 của Chính phủ;", "based_on"),
        ("Xét đề nghị của Sở Y tế tại Tờ trình số 123/TTr-SYT ngày 05/5/2021;", "based_on"),
        ("thay thế Công văn số 765/UBND-VX ngày 26/3/2020 của UBND tỉnh", "replaces"),
        ("Bãi bỏ Quyết định số 1903/QĐ-UBND ngày 01/8/2021", "replaces"),
        ("Công văn số 1246/UBND-VX ngày 05/5/2021 hết hiệu lực kể từ ngày ký", "replaces"),
        ("Sửa đổi, bổ sung một số điều của Quyết định số 1729/QĐ-UBND", "amends"),
        ("bãi bỏ khoản 2 Điều 3 Quyết định số 1729/QĐ-UBND ngày 13/7/2021", "amends"),
        ("Dừng thực hiện Chỉ thị số 19/CT-TTg ngày 24/4/2020", "refuses"),
        ("UBND tỉnh bãi bỏ các văn bản triển khai Công điện số 1099/CĐ-TTg", "mentions"),
        ("Hủy bỏ toàn bộ các quy định của huyện triển khai thực hiện Chỉ thị số 16/CT-TTg", "mentions"),
        ("Các biện pháp thực hiện Chỉ thị số 16/CT-TTg hết hiệu lực từ 0 giờ ngày 10/9", "mentions"),
        ("Ban hành các văn bản triển khai Công điện số 1099/CĐ-TTg", "implements"),
        ("Ngưng áp dụng các biện pháp theo Chỉ thị số 16/CT-TTg kể từ 0 giờ", "refuses"),
        ("Chấm dứt việc thực hiện giãn cách xã hội theo Chỉ thị 16", "refuses"),
        ("Tỉnh ta không thuộc phạm vi áp dụng của Công điện số 1099/CĐ-TTg", "refuses"),
        ("Các huyện vùng xanh không áp dụng Chỉ thị 16", "refuses"),
        ("Thời gian qua, thực hiện Chỉ thị số 16/CT-TTg, các địa phương đã chủ động", "reports"),
        ("Thực hiện Chỉ thị số 16/CT-TTg, các cấp ủy đã triển khai nhiều biện pháp", "reports"),
        ("Sau 14 ngày thực hiện Công điện số 1063/CĐ-TTg, dịch đã được kiểm soát", "reports"),
        ("Tỉnh đã thực hiện giãn cách theo Chỉ thị số 16/CT-TTg từ ngày 09/7", "reports"),
        ("Ba ngày sau khi Công điện số 1099/CĐ-TTg có hiệu lực", "reports"),
        ("Thời kỳ áp dụng Chỉ thị số 19/CT-TTg, tỉnh chưa có ca nào", "mentions"),
        ("Một số đơn vị nhầm Nghị quyết số 68/NQ-CP ngày 12/5/2020", "mentions"),
        ("Xử lý nghiêm trường hợp không chấp hành Chỉ thị 16", "mentions"),
        ("Nhiều nơi chưa thực hiện nghiêm Chỉ thị số 15/CT-TTg", "mentions"),
        ("Chỉ thị số 16/CT-TTg là văn bản của Thủ tướng Chính phủ", "mentions"),
    ],
)
def test_the_cue_before_a_citation_tells_its_relation(text: str, relation: str) -> None:
    assert _relations(text) == [relation]


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "Thực hiện Công điện số 1099/CĐ-TTg, Công điện số 1102/CĐ-TTg",
            ["implements"] * 2,
        ),
        (
            "Căn cứ Nghị quyết số 68/NQ-CP; Quyết định số 23/2021/QĐ-TTg; thực hiện Công văn số 3/VPCP-KGVX",
            ["based_on", "based_on", "implements"],
        ),
        (
            "Dừng thực hiện Chỉ thị số 19/CT-TTg, chuyển sang áp dụng Chỉ thị 15; thị xã áp dụng Chỉ thị 16",
            ["refuses", "implements", "implements"],
        ),
        ("Nghị quyết số 126/NQ-CP sửa đổi, bổ sung Nghị quyết số 68/NQ-CP", ["mentions", "mentions"]),
        ("Công văn này thay thế Công văn số 765/UBND-VX", ["self", "replaces"]),
        (
            "Căn cứ Công văn số 1691/VPCP-KGVX về việc áp dụng Chỉ thị số 16/CT-TTg, UBND tỉnh đề nghị",
            ["based_on", "mentions"],
        ),
    ],
)
def test_each_member_of_a_sentence_has_the_relation_that_reaches_it(text: str, relations: list[str]) -> None:
    assert _relations(text) == relations


def test_the_words_that_tell_the_relation_are_kept() -> None:
    (one,) = find_references(reading_of("Toàn tỉnh dừng thực hiện Chỉ thị số 19/CT-TTg"), _letter())
    assert one.attrs["relation_cue"] == "dừng thực hiện"


def test_cues_without_marks_are_read_in_a_text_without_marks() -> None:
    assert _relations("Can cu Chi thi so 16/CT-TTg, de nghi cac don vi thuc hien") == ["based_on"]


def test_a_report_orders_nothing() -> None:
    assert _relations("Thực hiện Chỉ thị số 16/CT-TTg, kết quả như sau:", _letter("Báo cáo")) == ["reports"]


def test_a_news_story_does_not_implement() -> None:
    story = "Theo Chỉ thị số 16/CT-TTg, người dân ở nhà. " + "Phố vắng, chợ thưa người mua bán. " * 20
    assert _relations(story, Letterhead()) == ["mentions"]
