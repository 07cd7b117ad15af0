"""Measures are found in an official's own wording, once, at their own words, however the text is encoded."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.vocabulary import shipped
from tests.extract.test_polarity import TASK, measures


def found(sentence: str) -> list[tuple[str | None, str]]:
    """Measure and words of each mention in a task."""
    return [(m.id, m.quote) for m in measures(TASK.replace("{sentence}", sentence))]


WORDINGS = [
    ("chong-dich-nhu-chong-giac", "với tinh thần “chống dịch như chống giặc”"),
    ("chong-dich-nhu-chong-giac", "quán triệt phương châm phòng, chống dịch như chống giặc"),
    (
        "phao-dai-chien-si",
        "mỗi xã, phường, thị trấn là một “pháo đài”, mỗi người dân là một “chiến sỹ” chống dịch",
    ),
    ("phao-dai-chien-si", "xây dựng mỗi khu phố thành một pháo đài chống dịch"),
    ("phao-dai-chien-si", "lấy xã, phường làm pháo đài"),
    ("di-tung-ngo", "đi từng ngõ, gõ từng nhà, kiểm tra từng người"),
    ("di-tung-ngo", "đến từng nhà, rà từng người"),
    ("muc-tieu-kep", "thực hiện thắng lợi mục tiêu “kép”"),
    ("phong-dich-tu-long-dan", "xây dựng thế trận lòng dân vững chắc"),
    ("chat-ngoai-long-trong", "tình trạng ngoài chặt trong lỏng"),
    ("chat-ngoai-long-trong", "không để chặt bên ngoài, lỏng bên trong"),
    ("ai-o-dau-o-do", "yêu cầu người dân ai ở đâu ở yên đó"),
    ("ai-o-dau-o-do", "nguyên tắc ai ở đâu thì ở đấy"),
    ("khong-ai-bi-bo-lai", "không để người dân nào bị bỏ lại phía sau"),
    ("khong-ai-bi-bo-lai", "không để ai bị thiếu đói, không ai bị bỏ lại phía sau"),
    ("than-toc", "thần tốc, thần tốc hơn nữa trong xét nghiệm"),
    ("cua-dong-then-cai", "nhà nhà cửa đóng, then cài"),
    ("4-tai-cho", "phương châm “04 tại chỗ”"),
    ("4-tai-cho", "chỉ huy tại chỗ, lực lượng tại chỗ, phương tiện và vật tư tại chỗ, hậu cần tại chỗ"),
    ("3-truoc", "phương châm “3 trước, 4 tại chỗ”"),
    ("3-tai-cho", "mô hình “03 tại chỗ” tại nhà máy"),
    ("3-tai-cho", "sản xuất tại chỗ, ăn uống tại chỗ, nghỉ ngơi tại chỗ"),
    ("1-cung-duong-2-diem-den", "phương án “1 cung đường - 2 điểm đến”"),
    ("phong-ngua-tich-cuc", "phòng ngừa tích cực; phát hiện sớm; cách ly nhanh; điều trị hiệu quả"),
    ("5-nguyen-tac", "ngăn chặn - phát hiện - cách ly - khoanh vùng - dập dịch"),
    ("3-tru-cot", "ba trụ cột chống dịch là cách ly, xét nghiệm và điều trị"),
    ("5k", "khẩu trang - khử khuẩn - khoảng cách - không tụ tập - khai báo y tế"),
    ("5k", "thực hiện tốt 5K của Bộ Y tế"),
    ("5k-vaccine", "chiến lược 5K + vắc-xin + điều trị + công nghệ"),
    ("2k", "thực hiện 2K (khẩu trang, khử khuẩn)"),
    ("5t", "nguyên tắc “5T”"),
    ("xanh-vang-cam-do", "đánh giá cấp độ dịch hằng tuần"),
    ("xanh-vang-cam-do", "phân loại 4 cấp độ dịch"),
    ("binh-thuong-moi", "chuyển sang trạng thái bình thường mới"),
    ("thich-ung-an-toan", "thích ứng an toàn, linh hoạt, kiểm soát hiệu quả dịch bệnh"),
    ("thich-ung-an-toan", "thích ứng linh hoạt, an toàn với dịch"),
    ("deo-khau-trang", "đeo khẩu trang đúng cách"),
    ("deo-khau-trang", "phải mang khẩu trang khi ra ngoài"),
    ("khu-khuan", "rửa tay thường xuyên bằng xà phòng"),
    ("khu-khuan", "phun hóa chất khử trùng trường học"),
    ("khu-khuan", "vệ sinh, khử khuẩn nơi làm việc"),
    ("giu-khoang-cach", "giữ khoảng cách tối thiểu 02 mét khi tiếp xúc"),
    ("giu-khoang-cach", "đảm bảo khoảng cách an toàn"),
    ("khai-bao-y-te", "thực hiện khai báo y tế điện tử"),
    ("khai-bao-y-te", "quét mã QR tại điểm kiểm soát"),
    ("han-che-tu-tap", "không tập trung quá 20 người trong một phòng"),
    ("han-che-tu-tap", "không tụ tập từ 10 người trở lên ngoài công sở"),
    ("han-che-tu-tap", "hạn chế các hoạt động tập trung đông người"),
    ("han-che-tu-tap", "dừng các hoạt động tụ tập đông người"),
    ("dung-le-hoi-su-kien", "tạm dừng các hoạt động lễ hội, nghi lễ tôn giáo"),
    ("dung-le-hoi-su-kien", "không tổ chức lễ hội, hội chợ"),
    ("dung-le-hoi-su-kien", "hoãn các sự kiện văn hóa, thể thao"),
    ("dung-dich-vu-khong-thiet-yeu", "tạm dừng hoạt động các cơ sở kinh doanh dịch vụ không thiết yếu"),
    ("dung-dich-vu-khong-thiet-yeu", "đóng cửa quán karaoke, quán bar, vũ trường"),
    ("dung-dich-vu-khong-thiet-yeu", "các quán ăn chỉ bán mang về"),
    ("dung-dich-vu-khong-thiet-yeu", "các cơ sở massage, karaoke, quán bar tạm dừng hoạt động"),
    ("dong-cua-truong-hoc", "cho học sinh, sinh viên tạm nghỉ học"),
    ("dong-cua-truong-hoc", "chuyển sang dạy và học trực tuyến"),
    ("dong-cua-truong-hoc", "học sinh các cấp tạm dừng đến trường"),
    ("mo-lai-truong-hoc", "đón học sinh trở lại trường học trực tiếp"),
    ("mo-lai-truong-hoc", "tổ chức dạy học trực tiếp an toàn"),
    ("lam-viec-tai-nha", "bố trí cán bộ làm việc tại nhà"),
    ("lam-viec-tai-nha", "bố trí không quá 50% cán bộ, công chức làm việc tại trụ sở"),
    ("lam-viec-tai-nha", "tăng cường họp trực tuyến"),
    ("gian-cach-xa-hoi", "thực hiện giãn cách xã hội toàn tỉnh"),
    ("gian-cach-ct15", "thực hiện các biện pháp theo Chỉ thị số 15/CT-TTg"),
    ("gian-cach-ct16", "giãn cách xã hội theo nguyên tắc Chỉ thị 16"),
    (
        "gian-cach-ct16",
        "áp dụng các biện pháp theo Chỉ thị số 16/CT-TTg ngày 31/3/2020 của Thủ tướng Chính phủ",
    ),
    ("gian-cach-ct19", "áp dụng Chỉ thị số 19/CT-TTg"),
    ("truy-vet", "khẩn trương truy vết F1, F2"),
    ("truy-vet", "điều tra dịch tễ, truy vết các trường hợp tiếp xúc"),
    ("truy-vet", "rà soát, lập danh sách người tiếp xúc gần"),
    ("khoanh-vung", "khoanh vùng kịp thời ổ dịch"),
    ("dap-dich", "dập tắt ổ dịch trong thời gian ngắn nhất"),
    ("phong-toa", "phong tỏa tạm thời khu vực có ca bệnh"),
    ("phong-toa", "thiết lập vùng cách ly y tế tại thôn 3"),
    ("cach-ly-tap-trung", "đưa F1 đi cách ly y tế tập trung"),
    ("cach-ly-tai-nha", "cách ly y tế tại nhà 14 ngày"),
    ("cach-ly-tai-nha", "tự cách ly tại nơi cư trú"),
    ("theo-doi-suc-khoe", "tự theo dõi sức khoẻ tại nơi lưu trú"),
    ("xet-nghiem", "lấy mẫu xét nghiệm cho toàn bộ người trong khu vực"),
    ("xet-nghiem", "test nhanh kháng nguyên"),
    ("xet-nghiem-dien-rong", "tổ chức xét nghiệm trên diện rộng"),
    ("xet-nghiem-dien-rong", "xét nghiệm cho toàn dân"),
    ("xet-nghiem-sang-loc", "xét nghiệm sàng lọc định kỳ"),
    ("xet-nghiem-sang-loc", "tầm soát người ho, sốt"),
    ("xet-nghiem-mau-gop", "xét nghiệm theo phương pháp gộp mẫu"),
    ("kiem-soat-bien-gioi", "siết chặt quản lý biên giới, cửa khẩu"),
    ("kiem-soat-bien-gioi", "ngăn chặn người nhập cảnh trái phép"),
    ("kiem-soat-bien-gioi", "phòng chống xuất nhập cảnh trái phép"),
    ("kiem-soat-bien-gioi", "tuần tra, kiểm soát đường mòn, lối mở"),
    ("quan-ly-nhap-canh", "quản lý chặt chẽ người nhập cảnh"),
    ("quan-ly-nhap-canh", "cách ly người nhập cảnh theo quy định"),
    ("chot-kiem-soat", "lập chốt kiểm soát liên ngành"),
    ("chot-kiem-soat", "duy trì các chốt, trạm kiểm dịch"),
    ("han-che-di-lai", "hạn chế người dân ra khỏi nhà khi không cần thiết"),
    ("han-che-di-lai", "quản lý chặt người về từ vùng có dịch"),
    ("han-che-di-lai", "người dân chỉ ra ngoài khi thật sự cần thiết"),
    ("dung-van-tai-cong-cong", "tạm dừng hoạt động xe buýt, taxi"),
    ("dung-van-tai-cong-cong", "dừng vận tải hành khách liên tỉnh"),
    ("luong-xanh", "tổ chức luồng xanh vận tải"),
    ("gio-gioi-nghiem", "không ra khỏi nhà sau 18 giờ"),
    ("gio-gioi-nghiem", "người dân không ra đường từ 18 giờ đến 6 giờ sáng"),
    ("vung-xanh", "mở rộng vùng xanh"),
    ("bao-ve-nguoi-nguy-co", "bảo vệ người cao tuổi, người có bệnh nền"),
    ("an-toan-khu-cong-nghiep", "bảo đảm an toàn phòng, chống dịch tại các khu công nghiệp"),
    ("an-toan-khu-cong-nghiep", "kiểm soát dịch tại các doanh nghiệp"),
    ("an-toan-khu-cong-nghiep", "phòng, chống dịch trong các cơ sở sản xuất"),
    ("bau-cu-dai-hoi-an-toan", "tổ chức bầu cử an toàn"),
    ("bau-cu-dai-hoi-an-toan", "tổ chức đại hội Đảng các cấp an toàn"),
    ("to-covid-cong-dong", "thành lập Tổ COVID-19 cộng đồng"),
    ("to-covid-cong-dong", "củng cố tổ phòng, chống Covid-19 cộng đồng"),
    ("to-an-toan-covid", "thành lập Tổ an toàn COVID-19"),
    ("kich-ban-phuong-an", "xây dựng kịch bản, phương án ứng phó dịch"),
    ("kich-ban-phuong-an", "rà soát, hoàn thiện phương án phòng, chống dịch"),
    ("kich-ban-phuong-an", "tổ chức diễn tập"),
    ("trach-nhiem-nguoi-dung-dau", "Thủ trưởng các cơ quan, đơn vị chịu trách nhiệm"),
    ("trach-nhiem-nguoi-dung-dau", "nâng cao trách nhiệm của người đứng đầu"),
    ("trach-nhiem-nguoi-dung-dau", "Chủ tịch UBND cấp xã chịu trách nhiệm trước Chủ tịch UBND cấp huyện"),
    ("huy-dong-he-thong-chinh-tri", "huy động sự vào cuộc của cả hệ thống chính trị"),
    ("tiem-chung", "đẩy nhanh tiến độ tiêm vắc-xin phòng COVID-19"),
    ("tiem-chung", "tiêm đủ hai mũi vắc xin"),
    ("tiem-doi-tuong-uu-tien", "tiêm vắc xin cho các đối tượng ưu tiên"),
    ("chien-dich-tiem-chung", "triển khai chiến dịch tiêm chủng vắc xin"),
    ("mua-vac-xin", "tiếp nhận và phân bổ vắc xin"),
    ("mua-vac-xin", "ủng hộ Quỹ vắc-xin phòng Covid-19"),
    ("tiem-mien-phi", "tiêm vắc xin miễn phí cho người dân"),
    ("the-xanh", "áp dụng thẻ xanh COVID"),
    ("the-xanh", "hộ chiếu vắc-xin"),
    ("dieu-tri", "tổ chức thu dung, điều trị người bệnh"),
    ("dieu-tri", "thành lập bệnh viện dã chiến"),
    ("f0-tai-nha", "quản lý, điều trị F0 tại nhà"),
    ("f0-tai-nha", "chăm sóc người nhiễm COVID-19 không triệu chứng tại nhà"),
    ("f0-tai-nha", "lập trạm y tế lưu động"),
    ("bao-dam-vat-tu", "chuẩn bị đầy đủ trang thiết bị, vật tư y tế"),
    ("bao-dam-vat-tu", "bổ sung nhân lực, máy thở"),
    ("bao-dam-vat-tu", "mua sắm sinh phẩm xét nghiệm"),
    ("an-ninh-khu-cach-ly", "bảo đảm an ninh, trật tự tại khu cách ly"),
    ("an-ninh-khu-cach-ly", "tuyệt đối không để xảy ra lây nhiễm chéo trong các khu cách ly"),
    ("ho-tro-nguoi-dan", "bảo đảm an sinh xã hội cho người dân"),
    ("ho-tro-nguoi-dan", "hỗ trợ kịp thời các đối tượng gặp khó khăn"),
    ("ho-tro-nguoi-dan", "chăm lo đời sống người nghèo"),
    ("ho-tro-nguoi-dan", "cung cấp lương thực, thực phẩm cho người dân"),
    ("ho-tro-doanh-nghiep", "tháo gỡ khó khăn cho doanh nghiệp"),
    ("ho-tro-doanh-nghiep", "hỗ trợ các doanh nghiệp vượt qua khó khăn"),
    ("ho-tro-doanh-nghiep", "gia hạn nộp thuế"),
    ("gian-no", "cơ cấu lại thời hạn trả nợ"),
    ("gian-no", "giảm tiền điện cho khách hàng"),
    ("gian-no", "miễn giảm tiền thuê nhà trọ"),
    ("chuoi-cung-ung", "bảo đảm lưu thông hàng hóa thông suốt"),
    ("chuoi-cung-ung", "không để đứt gãy chuỗi sản xuất"),
    ("chuoi-cung-ung", "bình ổn thị trường"),
    ("chuoi-cung-ung", "bảo đảm cung ứng hàng hóa thiết yếu"),
    ("phuc-hoi-kinh-te", "phục hồi sản xuất, kinh doanh"),
    ("phuc-hoi-kinh-te", "đẩy nhanh giải ngân vốn đầu tư công"),
    ("phu-cap-chong-dich", "thực hiện chế độ phụ cấp chống dịch"),
    ("phu-cap-chong-dich", "chế độ, chính sách đối với lực lượng tuyến đầu"),
    ("van-dong-ung-ho", "kêu gọi ủng hộ Quỹ phòng, chống dịch"),
    ("van-dong-ung-ho", "vận động các doanh nghiệp ủng hộ"),
    ("xu-phat", "xử lý nghiêm các hành vi vi phạm"),
    ("xu-phat", "xử phạt vi phạm hành chính"),
    ("xu-phat", "xem xét xử lý hình sự"),
    ("xu-ly-tin-gia", "xử lý nghiêm các trường hợp tung tin sai sự thật"),
    ("xu-ly-tin-gia", "đấu tranh, phản bác thông tin xấu, độc"),
    ("kiem-tra-giam-sat", "tăng cường thanh tra, kiểm tra"),
    ("kiem-tra-giam-sat", "thành lập các đoàn kiểm tra"),
    ("kiem-tra-giam-sat", "đôn đốc, kiểm tra, giám sát việc thực hiện"),
    ("khen-thuong", "kịp thời biểu dương, khen thưởng"),
    ("tuyen-truyen", "đẩy mạnh công tác thông tin, truyền thông"),
    ("tuyen-truyen", "tuyên truyền sâu rộng đến người dân"),
    ("tuyen-truyen", "phổ biến, hướng dẫn nhân dân"),
    ("tuyen-truyen", "định hướng dư luận xã hội"),
    ("canh-bao-chu-quan", "tuyệt đối không chủ quan, lơ là"),
    ("canh-bao-chu-quan", "không được có tư tưởng chủ quan, lơ là"),
    ("canh-bao-chu-quan", "không để tâm lý chủ quan"),
    ("bao-cao-hang-ngay", "báo cáo kết quả về Sở Y tế trước 16 giờ hằng ngày"),
    ("bao-cao-hang-ngay", "định kỳ hằng tuần báo cáo UBND tỉnh"),
    ("bao-cao-hang-ngay", "thực hiện chế độ báo cáo theo quy định"),
]


@pytest.mark.parametrize(("measure", "wording"), WORDINGS)
def test_a_measure_is_found_in_many_wordings(measure: str, wording: str) -> None:
    assert measure in {m for m, _ in found(f"Các đơn vị {wording}.")}


@pytest.mark.parametrize("measure", sorted(shipped().measures))
def test_every_name_in_the_vocabulary_is_found_as_its_measure(measure: str) -> None:
    row = shipped().measures[measure]
    missed = [
        name
        for name in (row.name, *row.aliases)
        if measure not in {m for m, _ in found(f"Nội dung: {name}.")}
    ]
    assert missed == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Mỗi tổ phụ trách không quá 60 hộ.",
        "Chốt số liệu trước ngày 15 hằng tháng.",
        "Ủy ban Kiểm tra Tỉnh ủy lập danh sách.",
        "Sở Thông tin và Truyền thông lập trang tin.",
        "Giá vật liệu tăng tại vùng đó.",
        "Thời gian làm việc từ 7 giờ đến 16 giờ.",
        "Thực hiện Chỉ thị số 16/CT-TTg ngày 31/3/2020 của Thủ tướng Chính phủ.",
        "Khoản 3 trước khi sửa đổi vẫn áp dụng.",
        "Tuyến đường có trọng tải 5T.",
        "Sau khi nghe báo cáo, Chủ tịch UBND tỉnh có ý kiến.",
    ],
)
def test_words_that_only_look_like_a_measure_are_none(sentence: str) -> None:
    assert found(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "mentions"),
    [
        ("Thực hiện nghiêm phương châm “4 tại chỗ”.", [("4-tai-cho", "4 tại chỗ")]),
        ("Thí điểm mô hình “3 tại chỗ”.", [("3-tai-cho", "3 tại chỗ")]),
        ("Tổ chức cách ly tại nhà cho F1.", [("cach-ly-tai-nha", "cách ly tại nhà")]),
        ("Thực hiện yêu cầu 5K.", [("5k", "5K")]),
        ("Thực hiện 5K + vắc xin.", [("5k-vaccine", "5K + vắc xin")]),
        ("Tăng cường kiểm tra, giám sát.", [("kiem-tra-giam-sat", "kiểm tra, giám sát")]),
        (
            "Hỗ trợ người lao động, doanh nghiệp.",
            [
                ("ho-tro-doanh-nghiep", "Hỗ trợ người lao động, doanh nghiệp"),
                ("ho-tro-nguoi-dan", "Hỗ trợ người lao động"),
            ],
        ),
        (
            "Thực hiện truy vết, khoanh vùng, cách ly.",
            [("truy-vet", "truy vết"), ("khoanh-vung", "khoanh vùng"), ("cach-ly-tap-trung", "cách ly")],
        ),
        (
            "Chuyển sang áp dụng Chỉ thị số 15/CT-TTg.",
            [("gian-cach-ct15", "áp dụng Chỉ thị số 15/CT-TTg")],
        ),
    ],
)
def test_a_mention_has_the_edges_of_the_guidelines(sentence: str, mentions: list[tuple[str, str]]) -> None:
    assert found(sentence) == mentions


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("Khẩn trương truy vêt các ca tiếp xúc.", "truy-vet"),
        ("Thực hiện phương châm Bôn tại chỗ.", "4-tai-cho"),
        ("Mọi người đeo khâu trang khi ra đường.", "deo-khau-trang"),
        ("Lập Tồ Covid cộng đồng ở các thôn.", "to-covid-cong-dong"),
        ("Lập khu cách li tập trung ở huyện.", "cach-ly-tap-trung"),
        ("Phong toả\nngay khu phố 3.", "phong-toa"),
    ],
)
def test_slips_of_a_scan_and_other_spellings_are_read(sentence: str, measure: str) -> None:
    assert measure in {m for m, _ in found(sentence)}


def test_a_text_that_lost_all_marks_is_read() -> None:
    text = unicodedata.normalize("NFD", TASK.replace("{sentence}", "Tổ chức xét nghiệm diện rộng."))
    bare = "".join(c for c in text if not unicodedata.combining(c)).replace("đ", "d").replace("Đ", "D")
    assert [m.id for m in measures(bare)] == ["xet-nghiem-dien-rong"]


_SENTENCES = st.lists(st.sampled_from([w for _, w in WORDINGS]), min_size=1, max_size=4)


@settings(deadline=None)
@given(
    _SENTENCES, st.sampled_from(["NFC", "NFD"]), st.sampled_from([" ", "\u00a0", " \u200b"]), st.booleans()
)
def test_encodings_of_one_text_state_the_same(
    wordings: list[str], form: str, space: str, windows: bool
) -> None:
    text = TASK.replace("{sentence}", "Các đơn vị " + "; ".join(wordings) + ".")
    other = unicodedata.normalize(form, text).replace(" ", space)
    other = other.replace("\n", "\r\n") if windows else other
    here, there = measures(text), measures(other)
    assert [(m.id, m.attrs["polarity"]) for m in here] == [(m.id, m.attrs["polarity"]) for m in there]
    assert all(m.quote == other[m.start : m.end] for m in there)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_has_quotes_at_their_offsets(text: str) -> None:
    assert all(m.quote == text[m.start : m.end] for m in measures(text))
