"""What a list's lead wants, its entries want; what is denied, asked for or timed is not what is ended."""

from __future__ import annotations

import pytest

from ingest.extract import extract
from ingest.vocabulary import shipped
from tests.extract.reading_of import reading_of

LEADS = [
    ("Nghiêm cấm:\n- Lập chốt kiểm soát trái quy định;\n- Thu phí phương tiện.", "chot-kiem-soat", "avoided"),
    (
        "Không thực hiện các việc sau đây:\na) Phong tỏa cả xã khi có một ca;\nb) Thu phí.",
        "phong-toa",
        "avoided",
    ),
    (
        "Bãi bỏ các quy định sau:\n1. Cách ly tại nhà với người tỉnh ngoài;\n2. Khai giấy.",
        "cach-ly-tai-nha",
        "lifted",
    ),
    ("Kết quả cụ thể như sau:\n- Xét nghiệm 120.000 mẫu;\n- Tiêm 80.000 liều.", "xet-nghiem", "mentioned"),
    ("Một số tồn tại, hạn chế:\n- Truy vết chưa kịp thời;\n- Thiếu thiết bị.", "truy-vet", "mentioned"),
    ("Các địa phương tập trung:\n+ Rà soát F1;\n+ Truy vết thần tốc.", "truy-vet", "ordered"),
    ("Kết quả thế, yêu cầu các xã:\n- Truy vết ngay F1;\n- Lập danh sách.", "truy-vet", "ordered"),
    ("Nơi không được hoạt động phải:\n- Phun khử khuẩn hằng tuần;\n- Niêm yết giấy.", "khu-khuan", "ordered"),
]
SENTENCES = [
    ("- Không vội dỡ bỏ phong tỏa tại tổ 5.", "phong-toa", "ordered"),
    ("- Không được chủ quan dỡ bỏ chốt kiểm soát khi chưa đủ 14 ngày.", "chot-kiem-soat", "ordered"),
    ("- Không chấp thuận đề nghị giãn cách xã hội toàn huyện.", "gian-cach-xa-hoi", "avoided"),
    ("- Không được tự ý yêu cầu người dân xét nghiệm khi qua chốt.", "xet-nghiem", "avoided"),
    ("- Không cần thiết phải khai báo y tế lại khi đã khai.", "khai-bao-y-te", "avoided"),
    ("- Không vì mục tiêu kinh tế mà lơ là 5K.", "5k", "ordered"),
    ("- Hủy bỏ quyết định phong tỏa tổ dân phố 7.", "phong-toa", "lifted"),
    ("- Các xã tiếp tục xét nghiệm cho đến khi dỡ bỏ phong tỏa.", "phong-toa", "mentioned"),
    ("- Người đã tiêm đủ 02 mũi thì cách ly tại nhà 7 ngày.", "cach-ly-tai-nha", "ordered"),
    ("- Tuy nhiên, còn một số nơi truy vết chưa kịp thời.", "truy-vet", "mentioned"),
    ("- Hồ sơ: giấy hoàn thành cách ly tập trung, đơn đề nghị.", "cach-ly-tap-trung", "mentioned"),
    ("- Không nghe, không chia sẻ tin giả.", "xu-ly-tin-gia", "ordered"),
    ("- Về kiến nghị bỏ xét nghiệm đối với lái xe: chưa có cơ sở.", "xet-nghiem", "mentioned"),
    (
        "- Bãi bỏ Công văn số 19/UBND-VX ngày 2/8/2021 về việc dừng xe buýt.",
        "dung-van-tai-cong-cong",
        "lifted",
    ),
]


def _said(text: str, measure: str) -> str | None:
    found = extract(reading_of(text).document, shipped()).mentions
    first = next((m for m in found if m.label == "MEASURE" and m.id == measure), None)
    return (first.attrs.get("state") or first.attrs["polarity"]) if first else None


@pytest.mark.parametrize(("text", "measure", "wanted"), [*LEADS, *SENTENCES])
def test_a_measure_is_wanted_as_its_surroundings_say(text: str, measure: str, wanted: str) -> None:
    assert _said(text, measure) == wanted


def test_the_lead_is_named_as_what_told_it() -> None:
    text = "Nghiêm cấm:\n- Lập chốt kiểm soát trái quy định."
    found = extract(reading_of(text).document, shipped()).mentions
    assert [m.attrs["cue"] for m in found if m.label == "MEASURE"] == ["Nghiêm cấm"]
