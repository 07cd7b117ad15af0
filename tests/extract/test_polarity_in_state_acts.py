"""What acts of the state want with a measure: papers to be shown, labels, conditions, reopening, telling."""

from __future__ import annotations

import pytest

from tests.extract.test_polarity import OPENING, measures, told

TOLD = [
    # A paper of a measure that must be shown wants the measure; a paper that is handed out does not.
    ("Lái xe vào chợ phải có kết quả xét nghiệm âm tính trong 72 giờ.", "xet-nghiem", "ordered"),
    ("Tài xế phải xuất trình giấy xét nghiệm còn hạn.", "xet-nghiem", "ordered"),
    ("Yêu cầu khách xuất trình giấy chứng nhận tiêm chủng trước khi vào rạp.", "the-xanh", "ordered"),
    ("Trả kết quả xét nghiệm cho người dân qua tin nhắn.", "xet-nghiem", "mentioned"),
    ("Các phòng khám phải công khai giá xét nghiệm.", "xet-nghiem", "mentioned"),
    # A label names what is set; a circumstance does not.
    ("Thời gian giãn cách: từ 0 giờ ngày 22/10 đến hết ngày 05/11.", "gian-cach-xa-hoi", "ordered"),
    ("Thời gian cách ly tập trung: 14 ngày kể từ khi nhập cảnh.", "cach-ly-tap-trung", "ordered"),
    ("Trong thời gian giãn cách, Sở Công Thương mở thêm điểm bán.", "gian-cach-xa-hoi", "mentioned"),
    # What people did or had, then what they shall do.
    ("Người đã tiêm hai mũi theo dõi sức khỏe tại nhà 07 ngày.", "theo-doi-suc-khoe", "ordered"),
    ("F1 đã âm tính hai lần cách ly tại nhà thêm một tuần.", "cach-ly-tai-nha", "ordered"),
    # A duty that is taken away.
    ("Không buộc phụ huynh phải xét nghiệm khi đưa đón con.", "xet-nghiem", "avoided"),
    ("Thôi không đòi hỏi giấy đi đường với người đi khám bệnh.", "han-che-di-lai", "avoided"),
    ("Bỏ bắt buộc khai báo y tế với người đi chợ.", "khai-bao-y-te", "lifted"),
    ("Hết bắt buộc phải đeo khẩu trang ngoài trời.", "deo-khau-trang", "lifted"),
    # What was closed may open.
    ("Phòng tập gym, bể bơi được hoạt động trở lại từ ngày 20/10.", "dung-dich-vu-khong-thiet-yeu", "lifted"),
    ("Cho phép quán bar hoạt động trở lại.", "dung-dich-vu-khong-thiet-yeu", "lifted"),
    ("Rạp chiếu phim chưa được hoạt động trở lại.", "dung-dich-vu-khong-thiet-yeu", "ordered"),
    ("Không cho tổ chức lại hội chợ đêm.", "dung-le-hoi-su-kien", "ordered"),
    # The verb "công bố" and the actor "Công an" are no subject that a report is made of.
    ("Công bố chốt kiểm soát kết nối với tỉnh bạn chậm nhất ngày 20/10.", "chot-kiem-soat", "ordered"),
    ("Công an tỉnh giữ chốt kiểm soát, xe chở hàng thì giảm thủ tục.", "chot-kiem-soat", "ordered"),
    ("Tuyệt đối không để tâm lý chủ quan sau khi tiêm đủ liều.", "canh-bao-chu-quan", "ordered"),
    ("Chặn nhập cảnh trái phép ngay tại đường mòn.", "kiem-soat-bien-gioi", "ordered"),
    # Whoever is taken to a place shall be there; who came from it or is there is told.
    ("Đưa người từ tâm dịch về vào khu cách ly tập trung của huyện.", "cach-ly-tap-trung", "ordered"),
    ("F1 ở nhà trọ thì chuyển đến cơ sở cách ly tập trung.", "cach-ly-tap-trung", "ordered"),
    ("Người được đưa vào khu cách ly tập trung phải nộp tiền ăn.", "cach-ly-tap-trung", "mentioned"),
    ("Vận chuyển suất ăn cho người trong khu cách ly tập trung.", "cach-ly-tap-trung", "mentioned"),
    ("Không bố trí cách ly tại nhà đối với F1 ở nhà trọ.", "cach-ly-tai-nha", "avoided"),
    # Public transport that may run again.
    ("Xe khách liên tỉnh được hoạt động trở lại từ tuần sau.", "dung-van-tai-cong-cong", "lifted"),
    ("Vận tải hành khách liên tỉnh không còn bị hạn chế.", "dung-van-tai-cong-cong", "lifted"),
    ("Phạt thật nặng chủ quán tái phạm.", "xu-phat", "ordered"),
    # What is done to a time, a list or a level of a measure.
    ("Kéo dài thời gian giãn cách xã hội thêm 7 ngày.", "gian-cach-xa-hoi", "ordered"),
    ("Bố trí chỗ ở cho công nhân trong thời gian giãn cách xã hội.", "gian-cach-xa-hoi", "mentioned"),
    ("Đưa thị trấn ra khỏi danh sách giãn cách xã hội.", "gian-cach-xa-hoi", "lifted"),
    ("Hạ mức từ Chỉ thị 16 xuống Chỉ thị 15.", "gian-cach-ct15", "ordered"),
    ("Hạ mức từ Chỉ thị 16 xuống Chỉ thị 15.", "gian-cach-ct16", "lifted"),
    ("Nâng mức từ Chỉ thị 15 lên Chỉ thị 16.", "gian-cach-ct16", "ordered"),
    # What stands in for something, and what is only told apart by what is said of it.
    ("Thay vì cách ly tập trung, cho F1 cách ly tại nhà.", "cach-ly-tap-trung", "avoided"),
    ("Thay vì cách ly tập trung, cho F1 cách ly tại nhà.", "cach-ly-tai-nha", "ordered"),
    ("Giữ nguyên các chốt kiểm soát đang có.", "chot-kiem-soat", "ordered"),
    ("Vận chuyển thực phẩm vào khu phong tỏa.", "phong-toa", "mentioned"),
    ("Người hết thời hạn cách ly tập trung được về địa phương.", "cach-ly-tap-trung", "mentioned"),
    ("Gia đình có người bị cách ly tại nhà treo biển.", "cach-ly-tai-nha", "mentioned"),
    ("Không để người về từ vùng dịch trốn cách ly tại nhà.", "cach-ly-tai-nha", "ordered"),
    ("Chấn chỉnh việc không khai báo y tế ở nhà trọ.", "khai-bao-y-te", "ordered"),
    ("Chưa tính đến việc phong tỏa toàn xã.", "phong-toa", "avoided"),
    ("Cho phép xe khách nội tỉnh chạy trở lại.", "dung-van-tai-cong-cong", "lifted"),
    # A regime that is in force elsewhere is told.
    ("Người từ huyện đang thực hiện Chỉ thị 16 phải khai báo.", "gian-cach-ct16", "mentioned"),
]


@pytest.mark.parametrize(("sentence", "measure", "polarity"), TOLD)
def test_a_task_of_the_state(sentence: str, measure: str, polarity: str) -> None:
    assert told(sentence, measure) == [polarity]


@pytest.mark.parametrize(
    ("sentence", "polarity"),
    [
        ("Tuy nhiên, ở vài xã vẫn xảy ra chuyện chặt ngoài, lỏng trong.", "mentioned"),
        ("Kiên quyết không để chặt ngoài, lỏng trong như tuần qua.", "avoided"),
    ],
)
def test_a_dreaded_state_that_came_about_is_told_in_the_opening(sentence: str, polarity: str) -> None:
    assert told(sentence, "chat-ngoai-long-trong", OPENING) == [polarity]


def test_what_others_ask_for_is_told_in_the_opening() -> None:
    sentence = "Hiện nay một số tỉnh yêu cầu lái xe phải có giấy xét nghiệm trong 24 giờ."
    assert told(sentence, "xet-nghiem", OPENING) == ["mentioned"]


@pytest.mark.parametrize(
    "closing",
    [
        "Trước 10 giờ hằng ngày các đơn vị báo cáo về Sở Y tế.",
        "Chiều thứ Sáu hằng tuần UBND các xã báo cáo Sở Y tế.",
    ],
)
def test_a_closing_sentence_that_begins_with_a_time_orders(closing: str) -> None:
    sentence = f"Sở Tài chính bố trí kinh phí.\n\n{closing}"
    assert told(sentence, "bao-cao-hang-ngay") == ["ordered"]


@pytest.mark.parametrize(
    ("lead", "entry", "polarity"),
    [
        ("Không áp dụng các quy định sau:", "- Yêu cầu bắt buộc 3 tại chỗ;", "avoided"),
        ("Bãi bỏ các biện pháp:", "- Quy định phải khai báo y tế khi đi chợ;", "lifted"),
        ("Dừng áp dụng các biện pháp sau:", "- Việc dùng giấy đi đường trong xã;", "lifted"),
        ("Duy trì các biện pháp sau:", "- Yêu cầu bắt buộc 3 tại chỗ;", "ordered"),
    ],
)
def test_a_rule_named_in_a_list_has_the_mood_of_the_list(lead: str, entry: str, polarity: str) -> None:
    measure = {"3": "3-tai-cho", "k": "khai-bao-y-te", "g": "han-che-di-lai"}
    key = "3" if "3 tại" in entry else "k" if "khai báo" in entry else "g"
    assert told(f"{lead}\n{entry}", measure[key]) == [polarity]


@pytest.mark.parametrize("tail", ["diện rộng", "toàn dân", "sàng lọc", "mẫu gộp"])
def test_a_sample_for_a_kind_of_test_is_that_kind_only(tail: str) -> None:
    ids = [m.id for m in measures(OPENING.replace("{sentence}", f"Lấy mẫu xét nghiệm {tail} ở chợ."))]
    assert "xet-nghiem" not in ids
    assert len(ids) == 1
