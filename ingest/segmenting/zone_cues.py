"""Words and forms by which a line shows its place in a document (thể thức): head, addressees, basis,
signature.

Sources: Decree 30/2020/NĐ-CP, annex I, for state documents; Guidance 36-HD/VPTW for the Party's. Patterns
work on the `bare` reading; "." stands for a letter that scanners misread. English forms are those of
translations.
"""

from __future__ import annotations

import re

from ingest.segmenting.layout import Line, is_caps
from ingest.segmenting.marks import mark_of

NATION = re.compile(r"(?:c.ng |^\W*)h.a x. h.i ch. ngh.a|socialist republic of viet ?nam")
MOTTO = re.compile(r"^\W*(?:d.c l.p\s*-|independence\s*-)")
PARTY = re.compile(r"^\W*d.ng c.ng s.n vi.t nam\W*$|\s{2,}d.ng c.ng s.n vi.t nam\W*$")
# Own number on its line: "Số: 12/CT-UBND", "Số 143-CV/TU", "Số:          /BYT-DP", "Nghị quyết số:
# 43/2022/QH15".
NUMBER_LINE = re.compile(
    r"^\W*(?:[a-z]+ [a-z]+ )?(?:s[o60]|[$8]6(?=:)|no\.?(?=[: ]))\s*[:.]?\s*[^\s].{0,14}?[/-]\s?[a-z\d]"
    r"|^\W*so\s*:?\s+[/-]\s*[a-z]"
)
# An act that is cited: "Công văn số 45/UBND-VX ngày 1/4/2021 của UBND tỉnh", "Chỉ thị số 16/CT-TTg
# (31/3/2020)", "Số 12/CT-UBND của Chủ tịch …"; a head has the date behind its place, and its number ends the
# column.
CITED_NUMBER = re.compile(
    r"^\W*(?:[a-z]+ [a-z]+ )?(?:s[o60]|no)\b[\s:.]*\d[^\s]*(?: ?[-/] ?[^\s]+)*,? "
    r"(?:\(?(?:ki |ky |ban hanh )?(?:ngay )?\d|(?:cua|ve|do|la|da|quy dinh|huong dan|yeu cau|cho phep)\b)"
)
# The own number with its date beside it: "Số: 77/TB-UBND ngày 05/8/2021".
_DATED_NUMBER = re.compile(
    r"\W*so ?:\s*\d[^\s]*(?: ?[-/] ?[^\s,]+)*,?\s+ngay\s+\d{1,2}(?: ?[/.-] ?| thang )\d{1,2}"
    r"(?: ?[/.-] ?| nam )\d{4}\W*"
)
# At the end of a line: "Hà Nội, ngày 24 tháng 4 năm 2020", "Vinh, ngày 29-01-2021", "ngày     tháng     năm
# 2021", "Hanoi, April 24, 2020".
PLACE_DATE = re.compile(
    r"(?:,|^|\d h|\d ?gio(?: \d\d)?(?: ?phut)?)\s*ng.y(?: m.ng)?\D{0,4}[\d\W]{0,12}th.ng.{1,12}n.m"
    r"\s*[\doli.…\s]*\W*$"
    r"|^[a-z .'-]{3,30}, ng.y:? [\doli]{1,2}\s?[/.-]\s?[\doli]{1,2}\s?[/.-]\s?(?:19|2[0o])[\doli]{2}\W*$"
    r"|^[a-z .]{3,30}, (?:[a-z]{3,9}\.? \d{1,2}, ?|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9},? )(?:19|20)\d\d\W*$"
)
# "Lai Châu, ngày 26 tháng 8 / năm 2021": a date line that a narrow column broke.
BROKEN_DATE = re.compile(r"^[^,.;:]{2,32},\s*ng.y\s*(?:\d{1,2}\s*(?:th.ng\s*(?:\d{1,2}\s*(?:n.m)?)?)?)?$")
# "V/v", "V/v:", "v.v", and what scanners make of it: "Viv", "VWv", "V/ hướng dẫn"; "Về việc".
ABOUT = re.compile(r"^\W*(?:v\s?[/\\]\s?v?|v[.iwl1|]{1,2}v|v\.?v|ve viec)\s*[:.]?\s")
# "Kính gửi:", "- Kính gửi: Các sở"; of translations "To:".
ADDRESS = re.compile(r"^\W*(?:k.nh g.i\b|to:)")
# "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:", "Thủ tướng Chính phủ điện: Bộ Y tế".
_WIRE = re.compile(r"^[^.;]{4,120}\bdi.n\s*:")
# "Căn cứ Luật …;", "Theo đề nghị của …", "Trên cơ sở kết quả biểu quyết …".
BASIS = re.compile(
    r"^\W*(?:c.n c. |theo de nghi |xet de nghi |xet to trinh|tren co so |sau khi (?:xem xet|thao luan)"
    r"|pursuant to )"
)
# A heading over legal bases, in the `bare` reading: "I. CĂN CỨ PHÁP LÝ", "1. Các căn cứ", "Căn cứ xây dựng".
BASES_HEADING = re.compile(
    r"^\W*(?:[ivx\d]+\W+){0,3}(?:cac |nhung )?(?:can cu|co so phap l[yi])\b[^,;]{0,60}\W*$"
)
# "QUYẾT ĐỊNH:", "QUYẾT NGHỊ:" between the bases and the articles.
ENACTING = re.compile(r"^\W*(?:quy.t (?:d.nh|ngh.)|ch. th.|k.t lu.n|hereby decides)\s*:\W*$")
# "CHỈ THỊ", "CÔNG ĐIỆN KHẨN", "KẾT LUẬN CỦA BAN THƯỜNG VỤ TỈNH ỦY".
TYPE = re.compile(
    r"^\W*(?:ch. th.|quy.t d.nh|ngh. quy.t|ngh. d.nh|thong tu|th.ng b.o|k.t lu.n|k. ho.ch|cong di.n|hu.ng d.n"
    r"|b.o c.o|chuong trinh|phuong an|kich ban|quy dinh|quy che|to trinh|de an|thong tri|thong cao|luat"
    r"|phap lenh|lenh"
    r"|loi keu goi|bi.n b.n|tuyen bo|giay moi|cong van|directive|(?:official )?telegram|decision|resolution"
    r"|decree|circular|notice"
    r"|conclusion|plan|guidance|report)\b"
)
SENDER = re.compile(
    r"^\W*(?:.y ban|ubnd|hdnd|hoi dong|tinh uy|thanh uy|huyen uy|thi uy|quan uy|dang uy|so |bo |ban |cuc "
    r"|tong cuc"
    r"|chi cuc|thu tuong|chinh phu|quoc hoi|van phong|cong an|bo chi huy|lien doan|tong lien doan|tinh doan"
    r"|mat tran"
    r"|trung tam|truong |benh vien|vien |tinh |thanh pho |huyen |quan |thi xa |phong )"
)
# "Nơi nhận:", "Noi nhận"; of translations "Recipients:".
RECIPIENTS = re.compile(r"n.i nh.n\s*:?|recipients?\s*:")
# "TM. CHÍNH PHỦ", "T/M BAN THƯỜNG VỤ", "KT. CHỦ TỊCH", "K/T TRƯỞNG BAN", "T/L", "TUQ.", "Q. GIÁM ĐỐC"; "FOR
# THE …".
CAPACITY = re.compile(
    r"^\W*(?:(?:t(?: ?[/.] ?| (?=m ?\.))?m|k(?: ?[/.] ?)?t|t(?: ?[/.] ?)?l|t(?: ?[/.] ?)?u\.?q"
    r"|q)\s?[.,:/]?\s?(?=[^\W\d_])|(?:for|on behalf of|p\.?p\.?) )"
)
_CAPACITY_TEXT = re.compile(
    r"^\W*(?:(?:T(?: ?[/.] ?| (?=M ?\.))?M|K(?: ?[/.] ?)?T|T(?: ?[/.] ?)?L|T(?: ?[/.] ?)?U\.?Q"
    r"|Q(?=\.))\s?(?P<mark>[.,:/])?\s?[^\W\d_]"
    r"|(?:FOR|ON BEHALF OF|P\.?P\.?) [A-Z])"
)
OFFICE = re.compile(
    r"^\W*(?:pho |q\. ?|quyen )?(?:thu tuong|chu tich|bi thu|pho bi thu|bo truong|thu truong|giam doc"
    r"|cuc truong"
    r"|tong cuc truong|vu truong|chanh van phong|chanh thanh tra|truong ban|truong phong|truong doan"
    r"|thuong truc"
    r"|tong bi thu|hieu truong|vien truong|chu nhiem|tong giam doc|chi huy truong|chinh uy|chanh an"
    r"|tong kiem toan"
    r"|thong doc|uy vien|chu tri|chu toa|thu ky|(?:vice |deputy )?(?:chair(?:man|person|woman)|director"
    r"|minister|prime minister|secretary))\b"
)
ANNEX_HEAD = re.compile(r"^\W*(?:phu luc|danh sach|danh muc|mau so|bieu mau|\(?kem theo)\b")
# "(Đã ký)", "đã ký", "(Signed)".
REMARK = re.compile(r"^\W*\(?(?:d. k.|signed)\)?\W*$")
# The drafter's code under the recipients: "PTB-145", "TH-214".
_CODE = re.compile(r"^\W*[A-ZĐ]{1,6}\d?\s?-\s?\d{1,4}\W*$")


_LONGEST_HEAD_LINE = 400  # characters: two columns and a wide gap between them


def is_strong(line: Line) -> bool:
    """Whether a line can only stand in a letterhead."""
    bare = line.bare
    if len(bare) > _LONGEST_HEAD_LINE:
        return False
    return bool(
        (NATION.search(bare) and line.text[:1].isupper() and sum(map(str.isupper, line.text)) > 15)
        or (PARTY.search(bare) and is_caps(line.text.split("  ")[-1]))
        or (NUMBER_LINE.match(bare) and len(line.text) < 110 and _short_number(line))
        or (len(line.text) < 90 and PLACE_DATE.search(bare) and not line.lower)
        or MOTTO.match(bare)
    )


def _short_number(line: Line) -> bool:
    """A number line holds a number and perhaps the date beside it, no sentence and no citation."""
    short = len(re.split(r"\s{2,}|\bngày\b|, ", line.text)[0]) < 60
    cited = CITED_NUMBER.match(line.bare) is not None and not _DATED_NUMBER.fullmatch(line.bare)
    return short and not line.lower and not cited


def is_type(line: Line) -> bool:
    """Whether a line is the type's name in capitals (tên loại): "CHỈ THỊ", "CÔNG ĐIỆN KHẨN"."""
    return is_type_text(line.text, line.bare)


def is_type_text(text: str, bare: str) -> bool:
    """`is_type` for a piece of a line."""
    first = re.split(r"[*:]|\s{3,}| (?=[Vv]ề )", text)[0]
    return bool(TYPE.match(bare)) and is_caps(first) and len(text) < 120


def is_sender(text: str, bare: str) -> bool:
    """Whether a short piece of a head names a body: "UBND tỉnh Tây Ninh", "Sở Y tế"."""
    closed = text.endswith((".", ":", ";"))
    return bool(SENDER.match(bare)) and len(text) < 70 and text[:1].isupper() and not closed


def is_wire(line: Line) -> bool:
    """Whether a line opens a wire's addressees: "… điện:"."""
    return bool(_WIRE.match(line.bare)) and line.text[:1].isupper() and mark_of(line) is None


def is_signing(line_text: str, bare: str) -> bool:
    """Whether a piece of a line is of a signing block: TM. …, KT. …, an office in capitals alone."""
    text = line_text.strip()
    if (m := _CAPACITY_TEXT.match(text)) and len(text) < 70:
        return _mostly_caps(text) or (m["mark"] is not None and text[-1:] not in ";,.:")
    return bool(OFFICE.match(bare.strip())) and len(text) < 70 and _mostly_caps(text)


def is_capacity(text: str) -> bool:
    """Whether a line begins a signing block with a mark: "TM. ỦY BAN NHÂN DÂN", "T/L BAN THƯỜNG VỤ"."""
    marked = _CAPACITY_TEXT.match(text.strip())
    if marked is None or len(text) >= 70 or not _mostly_caps(text):
        return False
    return marked["mark"] is not None or bool(set("/.") & set(marked.group()))


def _mostly_caps(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 3 and sum(c.isupper() for c in letters) >= 0.8 * len(letters)


def is_recipient(text: str, bare: str) -> bool | None:
    """Whether a piece of a line of the end zone is of the recipients (True) or the signature (False); None:
    unclear.
    """
    text, bare = text.strip("|* \t"), bare.strip("|* \t")
    if RECIPIENTS.match(bare) or text[:1] in "-~–•+" or text.endswith((";", ",")) or _CODE.match(text):
        return True
    if is_signing(text, bare) or REMARK.match(bare):
        return False
    if text[:1].islower() or text[:1] == "(":
        return None
    words = text.split()
    name = 2 <= len(words) <= 6 and all(w[:1].isupper() and not any(c.isdigit() for c in w) for w in words)
    return False if name or is_caps(text) else None
