"""Words that look like an end of a measure and are none, and words that end one; by their grammar."""

from __future__ import annotations

import pytest

from tests.extract.test_polarity import OPENING, TASK, told

ORDERED = [
    # "đóng", "rút", "bỏ", "gỡ" in other words.
    ("Các nhà hảo tâm đóng góp Quỹ vắc xin của tỉnh.", "mua-vac-xin"),
    ("Đơn vị đóng trên địa bàn cách ly tập trung quân nhân mới về.", "cach-ly-tap-trung"),
    ("Y tế tuyến xã đóng vai trò truy vết ban đầu.", "truy-vet"),
    ("Xem xét rút ngắn cách ly tập trung xuống còn 7 ngày, sau đó về nhà.", "cach-ly-tap-trung"),
    ("Không để bỏ sót xét nghiệm người về từ chợ đầu mối.", "xet-nghiem"),
    ("Kịp thời tháo gỡ vướng mắc phong tỏa tại khu dân cư.", "phong-toa"),
    # Who evades a rule breaks it; the rule stands.
    ("Phạt nặng tài xế trốn khai báo y tế tại chốt.", "khai-bao-y-te"),
    ("Kiên quyết xử lý hộ né tránh xét nghiệm.", "xet-nghiem"),
    # "chỉ" ends the reach of what is refused before it.
    ("Giáo viên được miễn xét nghiệm, chỉ tự theo dõi sức khỏe tại nhà.", "theo-doi-suc-khoe"),
    ("F2 không phải cách ly tập trung, chỉ cần cách ly tại nhà.", "cach-ly-tai-nha"),
]
ENDED = [
    ("Hết hiệu lực quy định người dân không ra đường sau 21 giờ.", "gio-gioi-nghiem", "lifted"),
    ("Bãi bỏ quy định lái xe phải xét nghiệm trước khi vào cảng.", "xet-nghiem", "lifted"),
    ("Bỏ quy định công nhân cần khai báo y tế hằng ngày.", "khai-bao-y-te", "lifted"),
    ("Không quay lại giãn cách xã hội toàn tỉnh.", "gian-cach-xa-hoi", "avoided"),
    ("Tuyệt đối không lặp lại việc phong tỏa cả huyện.", "phong-toa", "avoided"),
    ("Không dựng lại chốt kiểm soát ở các ngã ba.", "chot-kiem-soat", "avoided"),
]
TOLD = [
    ("Trong đợt dịch tháng 6, nhiều công nhân phải cách ly tập trung.", "cach-ly-tap-trung"),
    ("Qua làn sóng dịch cuối năm, hàng nghìn hộ phải phong tỏa.", "phong-toa"),
]
ASKED = [
    ("Cử tri đề nghị phong tỏa khu chợ cũ.", "phong-toa"),
    ("Người dân hỏi về tiêm vắc xin cho trẻ em.", "tiem-chung"),
    ("Phụ huynh thắc mắc khi nào học trực tiếp trở lại.", "mo-lai-truong-hoc"),
]

BENEFICIARIES = [
    (
        "Trẻ em và người đang điều trị hoặc cách ly y tế tập trung được hỗ trợ tiền ăn.",
        "cach-ly-tap-trung",
        "mentioned",
    ),
    ("Người lao động phải cách ly y tế tập trung được hưởng nguyên lương.", "cach-ly-tap-trung", "mentioned"),
    # Behind a comma the gift is a clause of its own, and the first one orders.
    ("Người về từ vùng dịch phải cách ly tập trung, được hỗ trợ tiền ăn.", "cach-ly-tap-trung", "ordered"),
]


@pytest.mark.parametrize(("sentence", "measure", "polarity"), BENEFICIARIES)
def test_the_state_of_those_who_benefit_is_not_ordered(sentence: str, measure: str, polarity: str) -> None:
    assert told(sentence, measure) == [polarity]


@pytest.mark.parametrize(("sentence", "measure"), ORDERED)
def test_words_that_only_look_like_an_end(sentence: str, measure: str) -> None:
    assert told(sentence, measure) == ["ordered"]


@pytest.mark.parametrize(("sentence", "measure", "state"), ENDED)
def test_words_that_end_or_refuse_a_measure(sentence: str, measure: str, state: str) -> None:
    assert told(sentence, measure) == [state]


@pytest.mark.parametrize(("sentence", "measure"), TOLD)
def test_an_outbreak_of_a_past_month_is_a_report(sentence: str, measure: str) -> None:
    assert told(sentence, measure, OPENING) == ["mentioned"]


@pytest.mark.parametrize(("sentence", "measure"), ASKED)
def test_what_people_ask_for_is_not_ordered(sentence: str, measure: str) -> None:
    assert told(sentence, measure) == ["mentioned"]


MINUTES = """ỦY BAN MTTQ VIỆT NAM
TỈNH HÒA BÌNH
BIÊN BẢN
Họp liên tịch

Hôm nay, ngày 12 tháng 8 năm 2021, các bên họp.

{said}
- Sở Y tế: tổ chức xét nghiệm công nhân ba vòng.

{agreed}
1. Sở Y tế tiêm vắc xin cho tiểu thương.
"""


@pytest.mark.parametrize(
    ("said", "agreed"),
    [
        ("I. Nội dung trao đổi", "II. Các bên thống nhất"),
        ("I- Ý kiến phát biểu", "II- Nội dung cam kết"),
        ("A. DIỄN BIẾN CUỘC HỌP", "B. THỐNG NHẤT"),
    ],
)
def test_minutes_order_what_was_agreed_and_not_what_was_said(said: str, agreed: str) -> None:
    text = MINUTES.format(said=said, agreed=agreed)
    assert told("", "xet-nghiem", text) == ["mentioned"]
    assert told("", "tiem-chung", text) == ["ordered"]


@pytest.mark.parametrize("lead", ["tha thiết kêu gọi:", "thống nhất một số việc:", "cam kết:"])
def test_an_appeal_orders_as_a_directive_does(lead: str) -> None:
    text = TASK.replace("yêu cầu:", lead).replace("1. ", "- ")
    assert told("Mọi người thực hiện 5K.", "5k", text) == ["ordered"]


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("Hạ xuống mức Chỉ thị 15 đối với ba xã.", "gian-cach-ct15"),
        ("Nâng lên mức Chỉ thị số 16/CT-TTg từ 0 giờ ngày 20/8.", "gian-cach-ct16"),
        ("Các xã còn lại giữ ở mức Chỉ thị 19.", "gian-cach-ct19"),
    ],
)
def test_a_level_named_after_a_directive_is_its_regime(sentence: str, measure: str) -> None:
    assert told(sentence, measure) == ["ordered"]


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        (
            "Người đã tiêm đủ liều được miễn xét nghiệm, chỉ tự theo dõi sức khỏe tại nhà.",
            "theo-doi-suc-khoe",
        ),
        ("Lái xe đã khỏi bệnh không phải cách ly tập trung, chỉ khai báo y tế.", "khai-bao-y-te"),
        ("F2 được miễn cách ly tại nhà, chỉ xét nghiệm một lần.", "xet-nghiem"),
    ],
)
def test_what_is_only_asked_is_ordered(sentence: str, measure: str) -> None:
    assert told(sentence, measure) == ["ordered"]
