"""What a document wants with a measure that it names: ordered, avoided, lifted or only mentioned."""

from __future__ import annotations

import hashlib

import pytest

from ingest.documents import Document, Mention, Source
from ingest.extract.measures.find import find_measures
from ingest.extract.reading import Reading
from ingest.segmenting.segment import segment
from ingest.text.normalise import normalise
from ingest.text.words import split
from ingest.vocabulary import shipped

# A task of a provincial letter: who says it, and that somebody shall do what follows.
TASK = """ỦY BAN NHÂN DÂN
TỈNH HÒA BÌNH
Số: 915/UBND-KGVX
Hòa Bình, ngày 12 tháng 8 năm 2021

Kính gửi: Các sở, ban, ngành tỉnh.

Ủy ban nhân dân tỉnh yêu cầu:

1. {sentence}

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
"""
# The paragraph before the tasks.
OPENING = TASK.replace("{sentence}", "Các sở, ngành thực hiện Công văn này.").replace(
    "Ủy ban nhân dân tỉnh yêu cầu:", "{sentence}\n\nỦy ban nhân dân tỉnh yêu cầu:"
)


def measures(text: str) -> list[Mention]:
    """The MEASURE mentions of a text."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(digest, text, digest, "txt", Source("a.txt"))
    view = normalise(text)
    return list(find_measures(Reading(document, view, split(view), segment(view), shipped()), ()))


def told(sentence: str, measure: str, frame: str = TASK) -> list[str]:
    """Polarity (or "lifted") of each mention of a measure in a sentence."""
    found = [m.attrs for m in measures(frame.replace("{sentence}", sentence)) if m.id == measure]
    return ["lifted" if a.get("state") == "lifted" else str(a["polarity"]) for a in found]


ORDERED = [
    ("Yêu cầu các địa phương thực hiện nghiêm việc đeo khẩu trang nơi công cộng.", "deo-khau-trang"),
    ("Giao Sở Y tế tổ chức xét nghiệm sàng lọc cho công nhân trước khi vào ca.", "xet-nghiem-sang-loc"),
    ("Các cơ quan không được lơ là, chủ quan trước diễn biến của dịch.", "canh-bao-chu-quan"),
    ("Đẩy mạnh tuyên truyền thông điệp 5K đến từng hộ dân.", "5k"),
    ("Không để đứt gãy chuỗi cung ứng hàng hóa thiết yếu trong mọi tình huống.", "chuoi-cung-ung"),
    ("Không tụ tập đông người tại nơi công cộng, ngoài phạm vi công sở.", "han-che-tu-tap"),
    ("Tuyệt đối không để lây nhiễm chéo trong khu cách ly.", "an-ninh-khu-cach-ly"),
    ("Tạm dừng hoạt động karaoke, quán bar, vũ trường từ 12 giờ.", "dung-dich-vu-khong-thiet-yeu"),
    ("Từ 0 giờ ngày 19/7/2021, áp dụng Chỉ thị 16 trên toàn tỉnh.", "gian-cach-ct16"),
    ("Không những tăng cường xét nghiệm mà còn phải chủ động nguồn lực.", "xet-nghiem"),
    ("Ngăn chặn nhập cảnh trái phép qua đường mòn, lối mở.", "kiem-soat-bien-gioi"),
    ("Tiếp tục duy trì các chốt kiểm soát dịch ở cửa ngõ ra vào tỉnh.", "chot-kiem-soat"),
    ("Chưa dỡ bỏ các chốt kiểm soát dịch cho đến khi có chỉ đạo mới.", "chot-kiem-soat"),
    ("Không dừng việc xét nghiệm tại các bệnh viện.", "xet-nghiem"),
    ("Nâng cao năng lực xét nghiệm, trả lời trong 24 giờ.", "xet-nghiem"),
    ("Đề nghị Ủy ban MTTQ Việt Nam tỉnh vận động ủng hộ người nghèo.", "van-dong-ung-ho"),
    ("Người đến từ vùng có dịch phải cách ly tập trung 21 ngày.", "cach-ly-tap-trung"),
    ("Các biện pháp giãn cách xã hội đã ban hành phải được thực hiện nghiêm.", "gian-cach-xa-hoi"),
    ("Xử phạt người không đeo khẩu trang khi ra đường.", "deo-khau-trang"),
    ("Không hoang mang nhưng phải truy vết thật nhanh.", "truy-vet"),
    ("Triển khai phương châm bốn tại chỗ đã nêu tại cuộc họp.", "4-tai-cho"),
    ("Dừng họp trực tiếp, chuyển sang họp trực tuyến.", "lam-viec-tai-nha"),
    ("Không để người dân thiếu đói; hỗ trợ người lao động mất việc.", "ho-tro-nguoi-dan"),
    ("Công an tỉnh kiên quyết xử lý nghiêm đối tượng trốn khỏi nơi ở.", "xu-phat"),
    ("Không chờ đến khi có ca bệnh mới truy vết.", "truy-vet"),
    ("Không để tình trạng người dân không đeo khẩu trang nơi công cộng.", "deo-khau-trang"),
    ("Kiên quyết không cho vào chợ nếu không đeo khẩu trang.", "deo-khau-trang"),
    ("Xã nào đã hết dịch thì duy trì chốt kiểm soát dịch thêm 7 ngày.", "chot-kiem-soat"),
    ("Khi hết thời gian cách ly, y tế xã tiếp tục theo dõi sức khỏe 14 ngày.", "theo-doi-suc-khoe"),
    ("Siết chặt kỷ luật, không nới lỏng giãn cách xã hội.", "gian-cach-xa-hoi"),
    ("Hỗ trợ người lao động đã mất việc.", "ho-tro-nguoi-dan"),
    ("Nếu phát hiện F0, lập tức phong tỏa tạm thời.", "phong-toa"),
    ("Đồng ý chủ trương áp dụng Chỉ thị 15 tại thị xã từ 12 giờ ngày 20/7.", "gian-cach-ct15"),
    ("Trong thời gian giãn cách xã hội, chợ phải giữ khoảng cách 2 mét.", "giu-khoang-cach"),
]
AVOIDED = [
    ("Tuyệt đối không để xảy ra tình trạng chặt ngoài, lỏng trong.", "chat-ngoai-long-trong"),
    ("Khắc phục tình trạng ngoài chặt, trong lỏng ở một số nơi.", "chat-ngoai-long-trong"),
    ("Không áp dụng giãn cách xã hội trên diện rộng khi chưa thật cần thiết.", "gian-cach-xa-hoi"),
    ("Không thực hiện xét nghiệm diện rộng ở nơi đã an toàn.", "xet-nghiem-dien-rong"),
    ("Không yêu cầu xét nghiệm đối với lái xe đã tiêm đủ hai mũi.", "xet-nghiem"),
    ("Không tổ chức cách ly tại nhà đối với hộ không có phòng riêng.", "cach-ly-tai-nha"),
    ("Chưa tổ chức dạy học trực tiếp trở lại ở các xã có ca bệnh.", "mo-lai-truong-hoc"),
    ("Không phong tỏa cả xã khi chỉ có một ổ dịch nhỏ.", "phong-toa"),
    ("Tránh việc phong tỏa tràn lan.", "phong-toa"),
    ("Nghiêm cấm việc tự ý lập chốt kiểm soát trên đường liên xã.", "chot-kiem-soat"),
    ("Không bắt buộc đeo khẩu trang tại nơi thoáng khí, ít người.", "deo-khau-trang"),
    ("Không cần cách ly tập trung với F1 đã tiêm đủ liều.", "cach-ly-tap-trung"),
    ("Không lạm dụng việc xét nghiệm, gây tốn kém.", "xet-nghiem"),
    ("Không áp dụng phong tỏa, giãn cách xã hội trên phạm vi toàn huyện.", "gian-cach-xa-hoi"),
    ("Thay vì cách ly tập trung, cho phép F1 ở nhà theo dõi.", "cach-ly-tap-trung"),
    ("Miễn cách ly tập trung đối với người đã tiêm đủ liều.", "cach-ly-tap-trung"),
    ("Không được tự ý phong tỏa khi chưa có ý kiến của Ban Chỉ đạo.", "phong-toa"),
    ("Người từ tỉnh khác về không phải cách ly tập trung.", "cach-ly-tap-trung"),
    ("Đề nghị không áp dụng giãn cách xã hội đối với hai huyện này.", "gian-cach-xa-hoi"),
    ("Không được coi xét nghiệm là điều kiện vào chợ.", "xet-nghiem"),
    ("Chưa áp dụng thẻ xanh COVID trên địa bàn.", "the-xanh"),
]
LIFTED = [
    ("Dừng áp dụng Chỉ thị 16 trên địa bàn thành phố từ 0 giờ ngày 01/10/2021.", "gian-cach-ct16"),
    ("Gỡ bỏ phong tỏa khu phố 3 kể từ 18 giờ cùng ngày.", "phong-toa"),
    ("Bãi bỏ quy định về giấy đi đường.", "han-che-di-lai"),
    ("Kết thúc việc cách ly tập trung đối với các trường hợp đủ điều kiện.", "cach-ly-tap-trung"),
    ("Dỡ bỏ các chốt kiểm soát dịch trên tuyến quốc lộ.", "chot-kiem-soat"),
    ("Chấm dứt thực hiện giãn cách xã hội tại ba huyện miền núi.", "gian-cach-xa-hoi"),
    ("Tạm dừng việc xét nghiệm mẫu gộp tại các cơ quan.", "xet-nghiem-mau-gop"),
    ("Ngừng cấp giấy đi đường.", "han-che-di-lai"),
    ("Bỏ quy định không ra đường sau 18 giờ.", "gio-gioi-nghiem"),
    ("Các chốt kiểm soát dịch được dỡ bỏ trước ngày 15.", "chot-kiem-soat"),
    ("Rút các chốt kiểm soát dịch trên đường liên huyện.", "chot-kiem-soat"),
    ("Người dân không còn phải khai báo y tế khi đến trạm y tế.", "khai-bao-y-te"),
    ("Từ 0 giờ ngày 22/4, tỉnh dừng giãn cách xã hội.", "gian-cach-xa-hoi"),
    ("Giải tỏa khu phong tỏa tại phường 5.", "phong-toa"),
    ("Hủy bỏ yêu cầu khai báo y tế nội địa.", "khai-bao-y-te"),
    ("Ngưng xét nghiệm đại trà tại các chợ.", "xet-nghiem-dien-rong"),
]
MENTIONED = [
    ("Thời gian qua, các địa phương đã thực hiện tốt việc truy vết.", "truy-vet"),
    ("Đến nay toàn tỉnh đã tiêm vắc xin cho 70% dân số.", "tiem-chung"),
    ("Kết quả cho thấy việc xét nghiệm phát hiện 12 ca dương tính.", "xet-nghiem"),
    ("Trong đó có 144 trường hợp đã được cách ly tập trung ngay.", "cach-ly-tap-trung"),
    ("Ủy ban nhân dân xã đưa thực phẩm đến người dân tại các khu phong tỏa.", "phong-toa"),
    ("Sau gần hai tháng giãn cách xã hội, đời sống còn nhiều khó khăn.", "gian-cach-xa-hoi"),
    ("Một số nơi còn chủ quan, lơ là.", "canh-bao-chu-quan"),
    ("Tình hình nhập cảnh trái phép diễn biến phức tạp.", "kiem-soat-bien-gioi"),
    ("Công tác phun khử khuẩn tại ổ dịch đã hoàn thành.", "khu-khuan"),
    ("Tỉnh đã dỡ bỏ các chốt kiểm soát dịch từ đầu tháng.", "chot-kiem-soat"),
    ("Ghi nhận 05 ca mắc trong khu cách ly tập trung.", "cach-ly-tap-trung"),
    ("Việc xử phạt ở một số nơi chưa nghiêm.", "xu-phat"),
    ("Trong quá trình thực hiện giãn cách xã hội phát sinh nhiều vướng mắc.", "gian-cach-xa-hoi"),
    ("Nhìn chung các chốt kiểm soát dịch hoạt động có nền nếp.", "chot-kiem-soat"),
    ("Người đã hoàn thành cách ly tập trung được trở về nơi cư trú.", "cach-ly-tap-trung"),
    ("Toàn tỉnh hiện có 12 chốt kiểm soát dịch.", "chot-kiem-soat"),
    ("Theo báo cáo của Sở Y tế, tỷ lệ tiêm vắc xin mũi 2 mới đạt 40%.", "tiem-chung"),
    ("Năm trường hợp nhiễm bệnh được phát hiện qua xét nghiệm sàng lọc.", "xet-nghiem-sang-loc"),
    ("Trong tuần qua Công an tỉnh đã xử phạt 31 người.", "xu-phat"),
    ("Hồ sơ gồm đơn và giấy xác nhận cách ly tập trung.", "cach-ly-tap-trung"),
    ("Vừa qua, việc truy vết còn chậm.", "truy-vet"),
    ("Trước đây, khi giãn cách xã hội, tỉnh phát lương thực tận nhà.", "gian-cach-xa-hoi"),
    ("Kinh nghiệm truy vết của tỉnh bạn rất đáng học tập.", "truy-vet"),
    ("Sau khi kết thúc giãn cách xã hội, các chợ mở lại.", "gian-cach-xa-hoi"),
    ("Sở Y tế cho biết việc tiêm vắc xin đạt 60% kế hoạch.", "tiem-chung"),
    ("Công tác tiêm vắc xin được triển khai đúng tiến độ.", "tiem-chung"),
    ("Kinh phí lấy từ nguồn hỗ trợ người lao động năm 2020.", "ho-tro-nguoi-dan"),
    ("Có 3 hộ trong vùng phong tỏa thiếu sữa cho trẻ.", "phong-toa"),
    ("Xe lợi dụng luồng xanh để chở người sẽ bị giữ.", "luong-xanh"),
]
IN_THE_OPENING = [
    ("Để thực hiện mục tiêu kép, tỉnh cần sự đồng lòng của mọi người.", "muc-tieu-kep", "mentioned"),
    ("Nhằm hỗ trợ doanh nghiệp vượt qua khó khăn do dịch bệnh.", "ho-tro-doanh-nghiep", "mentioned"),
    ("Cả hệ thống chính trị vào cuộc chống dịch.", "huy-dong-he-thong-chinh-tri", "mentioned"),
    ("Từ 0 giờ ngày 20/8/2021, toàn tỉnh áp dụng Chỉ thị 16.", "gian-cach-ct16", "ordered"),
    ("Dịch có thể quay lại, cần hết sức cảnh giác, không được lơ là.", "canh-bao-chu-quan", "ordered"),
]


@pytest.mark.parametrize(("sentence", "measure"), ORDERED)
def test_a_measure_that_shall_be_done_is_ordered(sentence: str, measure: str) -> None:
    assert set(told(sentence, measure)) == {"ordered"}


@pytest.mark.parametrize(("sentence", "measure"), AVOIDED)
def test_a_measure_that_shall_not_be_is_avoided(sentence: str, measure: str) -> None:
    assert set(told(sentence, measure)) == {"avoided"}


@pytest.mark.parametrize(("sentence", "measure"), LIFTED)
def test_a_measure_that_ends_is_lifted(sentence: str, measure: str) -> None:
    assert set(told(sentence, measure)) == {"lifted"}


@pytest.mark.parametrize(("sentence", "measure"), MENTIONED)
def test_a_measure_in_a_report_is_mentioned(sentence: str, measure: str) -> None:
    assert set(told(sentence, measure)) == {"mentioned"}


@pytest.mark.parametrize(("sentence", "measure", "polarity"), IN_THE_OPENING)
def test_the_opening_reports_unless_it_tells_somebody(sentence: str, measure: str, polarity: str) -> None:
    assert told(sentence, measure, OPENING) == [polarity]


def test_one_sentence_may_report_and_order() -> None:
    sentence = "Thời gian qua công tác truy vết còn chậm; yêu cầu Sở Y tế đẩy nhanh truy vết trong 24 giờ."
    assert told(sentence, "truy-vet") == ["mentioned", "ordered"]


def test_a_change_of_regime_lifts_one_and_orders_the_other() -> None:
    sentence = "Dừng thực hiện Chỉ thị 16, chuyển sang áp dụng Chỉ thị 15 từ 0 giờ ngày 01/10/2021."
    assert told(sentence, "gian-cach-ct16") == ["lifted"]
    assert told(sentence, "gian-cach-ct15") == ["ordered"]


def test_who_is_told_of_a_lifted_measure_learns_the_words_that_lift_it() -> None:
    found = measures(TASK.replace("{sentence}", "Gỡ bỏ phong tỏa khu phố 3 từ 18 giờ."))
    assert [(m.id, m.attrs["polarity"], m.attrs["cue"]) for m in found] == [("phong-toa", "avoided", "Gỡ bỏ")]


def test_recipients_are_told_nothing() -> None:
    text = TASK.replace("{sentence}", "Các đơn vị thực hiện.").replace(
        "TM. ỦY BAN", "Nơi nhận:\n- Như trên;\n- Thường trực Tỉnh ủy (báo cáo);\n- Lưu: VT.\n\nTM. ỦY BAN"
    )
    assert measures(text) == []


def test_a_report_tells_and_its_tasks_to_come_order() -> None:
    text = """ỦY BAN NHÂN DÂN TỈNH SÓC TRĂNG
Số: 88/BC-UBND
Sóc Trăng, ngày 20 tháng 9 năm 2021

BÁO CÁO
Công tác phòng, chống dịch COVID-19 tháng 9 năm 2021

UBND tỉnh báo cáo như sau:

I. TÌNH HÌNH
1. Lập 15 chốt kiểm soát dịch ở cửa ngõ.

II. NHIỆM VỤ THỜI GIAN TỚI
1. Mở bệnh viện dã chiến số 3.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
"""
    found = [(m.id, m.attrs["polarity"]) for m in measures(text)]
    assert found == [("chot-kiem-soat", "mentioned"), ("dieu-tri", "ordered")]


def test_news_that_tells_nobody_to_do_anything_only_mentions() -> None:
    text = """Công nhân trở lại nhà máy
Thứ hai, 14/6/2021

Tại khu công nghiệp, công nhân xét nghiệm ba ngày một lần và thực hiện 5K ngay từ cổng.

Các chốt kiểm soát dịch ở cửa ngõ vẫn hoạt động, người dân đeo khẩu trang khi ra đường.
"""
    assert {m.attrs["polarity"] for m in measures(text)} == {"mentioned"}
