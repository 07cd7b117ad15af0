"""A text's tree of provisions, as its reader sees it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.documents import Provision
from ingest.segmenting.segment import segment
from ingest.text.normalise import normalise

HEAD = (
    "TỈNH ỦY LÂM ĐỒNG\n*\nSố 12-CV/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nLâm Đồng, ngày 5 tháng 8 năm 2021\n"
    "V/v phòng, chống dịch\n\n"
)


def tree(text: str) -> list[tuple[int, str, str, str]]:
    """(depth, kind, label, text) of each provision."""
    found = segment(normalise(text))

    def depth(p: Provision) -> int:
        return 0 if p.parent is None else 1 + depth(found[p.parent])

    return [(depth(p), p.kind, p.label, text[p.start : p.end]) for p in found]


def outline(text: str) -> list[str]:
    """Indented "kind label" lines, without the head."""
    return [f"{'  ' * d}{k} {label}".rstrip() for d, k, label, _ in tree(text) if k != "letterhead"]


def bodies(text: str, kind: str) -> list[str]:
    return [body for _, k, _, body in tree(text) if k == kind]


OUTLINES = [
    pytest.param(
        HEAD + "Kính gửi: Các huyện ủy.\n\nBan Thường vụ Tỉnh ủy yêu cầu:\n1. Các cấp ủy:\n"
        "- Quán triệt.\n- Kiểm tra.\nThường xuyên báo cáo.\n- Xử lý.\n2. Sở Y tế tiêm vắc xin.\n"
        "\nNơi nhận:\n- Như trên.\n\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nLê Văn An",
        "addressees\nopening\nitem 1.\n  bullet -\n  bullet -\n  paragraph\n  bullet -\nitem 2.\n"
        "recipients\nsignature",
        id="numbered tasks with bullets and prose beside them",
    ),
    pytest.param(
        "HỘI ĐỒNG NHÂN DÂN\nTỈNH X\nSố: 3/NQ-HĐND\n\nNGHỊ QUYẾT\nVề hỗ trợ\n\nCăn cứ Luật A;\n"
        "Căn cứ Luật B;\nXét tờ trình của UBND tỉnh,\n\nQUYẾT NGHỊ:\n\nĐiều 1. Đối tượng\n"
        "1. Người dân:\na) Người già;\nb) Trẻ em.\n2. Doanh nghiệp.\n"
        "Điều 2. Hiệu lực từ ngày ký.\n\nCHỦ TỊCH\nLê Văn An",
        "basis\nbasis\nbasis\nopening\narticle Điều 1\n  clause 1.\n    point a)\n    point b)\n"
        "  clause 2.\narticle Điều 2\nsignature",
        id="articles, clauses, points; bases",
    ),
    pytest.param(
        HEAD + "Ban Thường vụ Tỉnh ủy xây dựng kế hoạch:\n\nI- MỤC ĐÍCH\nGiữ địa bàn.\n\nII- NHIỆM VỤ\n"
        "1- Sở Y tế:\na) Xét nghiệm;\n- Sàng lọc;\n+ Định kỳ.\n2- Công an tỉnh tuần tra.\n\n"
        "III- TỔ CHỨC\nBáo cáo trước ngày 5.\n",
        "opening\nsection I-\n  paragraph\nsection II-\n  clause 1-\n    point a)\n"
        "      bullet -\n        bullet +\n  clause 2-\nsection III-\n  paragraph",
        id="roman sections, tasks, points, two kinds of bullet",
    ),
    pytest.param(
        HEAD + "Yêu cầu:\n1) Sở Y tế:\n1.1. Xét nghiệm.\n1.2. Tiêm.\n2) Công an.\n",
        "opening\nitem 1)\n  item 1.1.\n  item 1.2.\nitem 2)",
        id="numbers in other dress, nested numbers",
    ),
    pytest.param(
        HEAD + "Ban hành quy chế:\n\nChương I\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi.\n\nMục 2\nNHIỆM VỤ\n\n"
        "Điều 2. Nhiệm vụ.\n",
        "opening\nsection Chương I\n  article Điều 1\nsection Mục 2\n  article Điều 2",
        id="chapter and section headings",
    ),
    pytest.param(
        HEAD
        + "Ban hành kế hoạch:\n1. MỤC ĐÍCH YÊU CẦU\nGiữ vững.\n2. NHIỆM VỤ CHÍNH\n1. Tiêm:\n(i) Người già.\n"
        "(ii) Trẻ em.\n2. Báo cáo.\n",
        "opening\nsection 1.\n  paragraph\nsection 2.\n"
        "  clause 1.\n    point (i)\n    point (ii)\n  clause 2.",
        id="headings in capitals with plain numbers, points in brackets",
    ),
    pytest.param(
        HEAD + "Kế hoạch:\nI. NHIỆM VỤ\n1. TUYÊN TRUYỀN SÂU\nĐăng tin.\n2. XÉT NGHIỆM, TIÊM\n- Tiêm.\n",
        "opening\nsection I.\n  section 1.\n    paragraph\n  section 2.\n    bullet -",
        id="headings in capitals under a roman numeral",
    ),
    pytest.param(
        HEAD + "Thường trực yêu cầu:\n• Sở Y tế trực.\n• Công an trực.\n\n"
        "Các đơn vị thực hiện nghiêm Công văn này.\n",
        "opening\nbullet •\nbullet •\nclosing",
        id="bullets only",
    ),
    pytest.param(
        HEAD + "Phân công:\n\n| TT | Cơ quan | Việc |\n|---|---|---|\n| 1 | Sở Y tế | Tiêm |\n"
        "| 2 | Công an | Chốt |\n\nBáo cáo hằng tuần.\n",
        "opening\nopening\nitem 1\nitem 2\nclosing",
        id="a table's rows",
    ),
    pytest.param(
        "Trang chủ | Tin tức | Văn bản | Liên hệ\nChỉ đạo mới của Tỉnh ủy\n"
        "12/08/2021 09:10 Lượt xem: 15\nNgày 10-8-2021, Tỉnh ủy yêu cầu:\n1. Tiêm vắc xin.\n"
        "2. Báo cáo.\n\nCác tin khác\n» Tin cũ\n",
        "furniture\nfurniture\nopening\nitem 1.\nitem 2.\nfurniture",
        id="a page around the act",
    ),
    pytest.param(
        HEAD + "Yêu cầu:\n1. Tiêm.\n\nNơi nhận:          T/M BAN THƯỜNG VỤ\n"
        "- Như trên,           PHÓ BÍ THƯ\n- Lưu Văn phòng.\nTH-9            Lê Văn An\n",
        "opening\nitem 1.\nrecipients\nsignature\nrecipients\nsignature\nrecipients\nsignature",
        id="signature and recipients interleaved",
    ),
    pytest.param(
        HEAD + "Yêu cầu:\n1. Tiêm.\n\nCHỦ TỊCH\nLê Văn An\n\nPHỤ LỤC\n1. Danh mục A.\n2. Danh mục B.\n",
        "opening\nitem 1.\nsignature\nsection PHỤ LỤC\n  clause 1.\n  clause 2.",
        id="an annex after the signature",
    ),
]


@pytest.mark.parametrize(("text", "expected"), OUTLINES)
def test_outline(text: str, expected: str) -> None:
    assert "\n".join(outline(text)) == expected


UNCUT = [
    ("a line broken by the page", "1. Sở Y tế tiêm cho công\n\nnhân trong khu công nghiệp."),
    ("a page number inside a sentence", "1. Sở Y tế tiêm cho công\n\n12\n\nnhân trong khu công nghiệp."),
    ("a page mark inside a sentence", "1. Sở Y tế tiêm cho\n--- PAGE BREAK ---\n\n- 3 -\ncông nhân."),
    ("a date that begins a line", "1. Sở Y tế báo cáo đến hết\n15-9-2021 theo mẫu."),
    (
        "a number of an act that begins a line",
        "1. Thực hiện Chỉ thị số\n16/CT-TTg ngày\n31/3/2020 của Thủ tướng.",
    ),
    ("a name with a hyphen", "1. Sở Lao động\n- Thương binh và Xã hội chi trả."),
    ("a hyphen before lower case", "1. Phát triển kinh tế\n- xã hội trên địa bàn."),
    ("a figure that begins a line", "1. Sở Y tế lấy\n2.000 mẫu mỗi ngày."),
]


@pytest.mark.parametrize(("task"), [u[1] for u in UNCUT], ids=[u[0] for u in UNCUT])
def test_a_sentence_is_not_cut(task: str) -> None:
    found = bodies(HEAD + f"Yêu cầu:\n{task}\n2. Công an tỉnh tuần tra.\n", "item")
    assert found == [task, "2. Công an tỉnh tuần tra."]


def test_hard_wrapped_lines_are_one_paragraph_and_a_short_line_ends_it() -> None:
    lines = [
        "Thời gian qua dịch bệnh diễn biến phức tạp ở nhiều nơi trong tỉnh. Các",
        "cơ quan đã vào cuộc với tinh thần cao nhất và đã đạt được kết quả rất",
        "quan trọng, song vẫn còn những nơi chủ quan, chưa làm hết trách nhiệm",
        "của mình trước nhân dân và trước cấp trên trực tiếp của mình. Một số",
        "nơi còn lúng túng.",
        "Trước tình hình đó, Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy nghiêm",
        "túc thực hiện các nội dung sau đây:",
    ]
    text = HEAD + "\n".join(lines) + "\n1. Tiêm.\n2. Báo cáo.\n"
    assert bodies(text, "opening") == ["\n".join(lines[:5]), "\n".join(lines[5:])]


def test_prose_with_an_order_goes_on_with_the_last_task_and_one_that_names_an_actor_closes() -> None:
    text = HEAD + "Yêu cầu:\n1. Tiêm.\n2. Hỗ trợ.\n\nTập trung giải ngân.\n\nGiao Văn phòng theo dõi.\n"
    assert bodies(text, "item")[1] == "2. Hỗ trợ.\n\nTập trung giải ngân."
    assert bodies(text, "closing") == ["Giao Văn phòng theo dõi."]


def test_a_heading_has_its_length() -> None:
    found = segment(normalise(HEAD + "Yêu cầu:\nI. NHIỆM VỤ\n1. Tiêm.\n"))
    assert [p.heading for p in found if p.kind == "section"] == [len("I. NHIỆM VỤ")]


_SAMPLE = (
    "TỈNH ỦY LÂM ĐỒNG;Số 1-CV/TU;V/v x;Kính gửi: A;- B,;1. C.;2) d;a) e;I. F;Điều 1. G;Căn cứ H,;QUYẾT "
    "ĐỊNH:;"
    "Nơi nhận:;KT. CHỦ TỊCH;Lê Văn An;| 1 | x | y |;---;12;thường chữ;;Phụ lục;\u200b;A   B   C;Lượt xem: "
    "5;*;"
    "**3.** k;+ m;1.1. n;Các tin khác;THÔNG BÁO;\tTab\tTab"
)
_LINES = st.sampled_from(_SAMPLE.split(";"))


@given(st.one_of(st.text(max_size=200), st.lists(_LINES, max_size=40).map("\n".join)))
def test_the_top_level_covers_the_text_and_children_lie_in_their_parents(text: str) -> None:
    found = segment(normalise(text))
    position = 0
    for p in found:
        assert p.start < p.end
        if p.parent is None:
            assert p.start >= position
            assert not normalise(text[position : p.start]).text.strip()
            position = p.end
        else:
            parent = found[p.parent]
            assert parent.start <= p.start
            assert p.end <= parent.end
    assert not normalise(text[position:]).text.strip()
