"""Words beside a name that tell whether it is a private person's or an official's (từ ngữ đi kèm tên)."""

from __future__ import annotations

import re

_I = re.IGNORECASE
# Who is ill: hidden in office, too. A number, a mark or a title may stand before the name.
_ILL = (
    r"(?:bệnh nhân|người bệnh|ca bệnh|ca mắc(?: mới)?|ca nhiễm|ca dương tính|ca tử vong|người nhiễm|f0"
    r"|trường hợp (?:mắc|nhiễm|nghi nhiễm|nghi mắc|nghi ngờ|dương tính|tử vong|bệnh)(?: mới)?)"
)
# Who is near somebody who is ill, or stands in a text as one of the people: accused, fined, helped, taught.
_PEOPLE = (
    r"(?:trường hợp(?: tiếp xúc(?: gần)?)?|người tiếp xúc(?: gần)?|f[1-4]|nạn nhân|công dân|đối tượng|bị can"
    r"|bị cáo|bị hại|nghi phạm|tài xế|lái xe|phụ xe|chủ hộ|hộ gia đình|hộ dân|gia đình"
    r"|(?P<pupil>học sinh|sinh viên)|xử phạt(?: vi phạm hành chính)?(?: đối với)?|công nhân|thuyền viên"
    r"|thai phụ|sản phụ|thân nhân|người nhà)"
)
_KIN = (
    r"(?:con(?: trai| gái| ruột| dâu| rể)?|vợ|chồng|bố|cha|mẹ|(?:ông|bà) (?:nội|ngoại)|anh trai|chị gái"
    r"|em (?:trai|gái)|cháu (?:nội|ngoại))(?: (?:của )?(?:bệnh nhân|f0|bn ?\d*))?"
)
_TITLE = r"(?:(?:vợ chồng )?(?:ông|bà|anh|chị|em|cháu(?: bé)?|cụ|bé)\s+)"
_LINK = (
    r"(?:\s*(?:là|gồm(?: có)?|tên(?: là)?|thứ (?:nhất|hai|ba|tư|năm|\d+)|(?:mang )?số \d+"
    r"|(?:nam|nữ)(?: giới)?\s*[,:]|\d{1,2}[.)](?=\s)|[:(–-])){0,3}\s*"
)

# These three are sought in the text in lower case: three times as quick as to leave its case aside.
PRIVATE = re.compile(
    rf"(?<!\w)(?:(?P<ill>{_ILL}{_LINK}{_TITLE}?)|{_PEOPLE}{_LINK}{_TITLE}?|{_KIN}\s+(?:là|tên(?: là)?)\s+"
    r"|họ (?:và )?tên\s*:\s*|(?:vợ chồng )?(?:anh|chị|cháu(?: bé)?|em|cụ|bé)\s+)"
)
# Before a name of two words, which may be a place ("ca mắc mới: Thạch Thất"), one of these tells a person.
CERTAIN = re.compile(rf"(?:{_TITLE}|(?<!\w)(?:là|tên|họ tên:|họ và tên:)\s*)\Z", _I)
# Behind what looks like a name: a count, as places have.
COUNTED = re.compile(
    r"\s*(?:\(\s*(?!(?:19\d|20[0-2])\d\s*[);,])\d[\d.]*\s*(?:ca|trường hợp|người|F0|bệnh nhân|[);,])"
    r"|[:–-]?\s*\d[\d.]*\s*(?:ca|trường hợp|người|F0|bệnh nhân|[,;)]|$))"
)
# Behind a name: that who bears it is ill, or near somebody who is.
ILL_BEHIND = re.compile(
    r"\s*,?\s*(?:\(\s*(?:f[0-4]|bn\s?\d|bệnh nhân|ca bệnh)"
    r"|(?:(?:đã|bị|được|xác định|nghi|là|có|cho|kết quả(?: xét nghiệm)?)\s+)*"
    r"(?:dương tính|mắc covid|nhiễm (?:covid|sars|bệnh)|tử vong|f[0-4]|bệnh nhân|ca bệnh"
    r"|người tiếp xúc))(?!\w)",
    _I,
)
# Behind a name after "học sinh": without one of these it is that of the school.
PUPIL = re.compile(r"\s*[,(–-]?\s*(?:là\s+)?(?:học sinh\s+)?(?:lớp|khối|khóa)\s+\d", _I)
# "ông", "bà" alone are said of officials as well.
COURTESY = (re.compile(r"ông(?<!\wông)\s+"), re.compile(r"bà(?<!\wbà)\s+"))
# What the people are written about: before "ông", "bà" in the same sentence.
MATTER = re.compile(
    r"(?<!\w)(?:xử phạt|đơn(?! vị| giản)|khiếu nại|tố cáo|hộ (?:gia đình|dân|nghèo)|(?<!ủng )(?<!bảo )hộ\s*\Z"
    r"|gia đình|tiếp xúc(?! cử tri)|trường hợp (?:mắc|nhiễm|nghi|dương tính|tử vong)|bệnh nhân"
    r"|ca bệnh|tử vong"
    r"|dương tính|f[0-4]|thu hồi đất|thi hành án|bồi thường|giấy chứng nhận quyền sử dụng)(?!\w)",
    _I,
)
GOES_ON = re.compile(rf"\s*(?:[,;]|,? và|,? cùng)\s+{_TITLE}?", _I)
# The next of a row in which the first is numbered: "1. Nguyễn Văn Mão; 2. Trần Văn Tỵ".
NUMBERED = re.compile(rf"(?<!\w)\d{{1,2}}[.)]\s+{_TITLE}?\Z", _I)
NEXT_NUMBER = re.compile(rf"\s*[;,.]?\s*\d{{1,2}}[.)]\s+{_TITLE}?", _I)
# Before a name: the street, school or place that bears it.
BEARER = re.compile(
    r"(?<!\w)(?:đường|phố|phường|xã|thị trấn|ấp|thôn|khu|cầu|chợ|trường|thpt|thcs|tiểu học|phổ thông|mầm non"
    r"|mẫu giáo|đại học|cao đẳng|bệnh viện|công viên|quảng trường|quỹ|giải thưởng)\s+\Z",
    _I,
)
CODE = (
    re.compile(r"bn(?<!\wbn)\s?(?:số\s?)?[-–]?\s?\d{1,7}(?:\s?[-–]\s?(?:bn\s?)?\d{1,7})?(?!\w)"),
    re.compile(
        r"\d(?<=bệnh nhân \d)\d{1,6}(?!\w|[.,]\d|\s*(?:tuổi|ngày|tháng|ca|người|%|bệnh|/))"
        r"|\d(?<=bệnh nhân số \d)\d{0,6}(?!\w)"
    ),
)
# What every year of birth has before it: a text without one of these is not looked through for any.
BIRTH_LIKE = tuple(
    re.compile(rf"{word}\s*:?\s*(?:năm\s+)?\d") for word in ("sinh(?: năm| ngày)?", "sn", r"n\.?s")
)
# Offices (chức vụ) in their official spelling, beside a name; "nguyên" is a former one.
OFFICE = (
    r"(?:nguyên\s+)?(?:Q\.\s?|Quyền\s+)?(?:Phó\s+)?(?:Chủ tịch|Chủ nhiệm|Bí thư|Giám đốc|Tổng "
    r"|Trưởng |Chánh |Bộ trưởng"
    r"|Thứ trưởng|Thủ tướng|Thủ trưởng|Ủy viên|Uỷ viên|Đại biểu|Viện trưởng|Cục trưởng"
    r"|Chi cục trưởng|Vụ trưởng"
    r"|Hiệu trưởng|Trạm trưởng|Hạt trưởng|Đồn trưởng|Đội trưởng|Chỉ huy trưởng|Tư lệnh|Chính ủy"
    r"|Chính trị viên"
    r"|Kiểm sát viên|Thẩm phán|Chấp hành viên|Thanh tra|Thư ký|Kế toán trưởng|Cán bộ|Công chức"
    r"|Chuyên viên|Văn phòng"
    r"|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Thượng úy|Trung úy|Thiếu úy|Đại tướng"
    r"|Thượng tướng|Trung tướng"
    r"|Thiếu tướng|Phó|PCT|CT|GĐ|PGĐ|TBT)"
)
OFFICE_AFTER = re.compile(
    rf"\s*(?:[,–(-]|là|giữ chức(?: vụ)?|hiện là|công tác tại|làm)\s*(?:\(?{OFFICE}|(?:cán bộ"
    rf"|công chức|chuyên viên"
    r"|giáo viên|bác sĩ|phóng viên|thành viên)(?!\w))"
)
OFFICE_BEFORE = re.compile(rf"(?:{OFFICE}[^.;\n]{{0,80}}|(?:đồng chí|đ/c)\s*)\Z")
OFFICE_BEHIND = re.compile(rf"[,(–-]\s*{OFFICE}")
COMRADE_BEFORE = re.compile(r"(?:đồng chí|đ/c)\s*\Z", _I)
