"""The parts of a document by their place (thể thức): what stands before the tasks and what after them.

Works on the lines of `layout`; a zone is a range of line indexes. Sources: Decree 30/2020/NĐ-CP, annex I, for state
documents; Guidance 36-HD/VPTW for the Party's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.layout import Line, is_caps
from ingest.marks import ARTICLE, BULLET, NUMBER, PLUS, mark_of

_HEAD_REACH = 60  # lines in which a head must begin
_LETTER_REACH = 30  # lines a head has at most

NATION = re.compile(r"c.ng h.a x. h.i ch. ngh.a")
MOTTO = re.compile(r"^\W*d.c l.p\s*-")
PARTY = re.compile(r"^\W*d.ng c.ng s.n vi.t nam\W*$|\s{2,}d.ng c.ng s.n vi.t nam\W*$")
# Own number on its line: "Số: 12/CT-UBND", "Số 143-CV/TU", "Số:          /BYT-DP", "Nghị quyết số: 43/2022/QH15".
NUMBER_LINE = re.compile(r"^\W*(?:[a-z]+ [a-z]+ )?(?:s[o60]|[$8]6(?=:))\s*[:.]?\s*[^\s].{0,14}?[/-]\s?[a-z\d]|^\W*so\s*:?\s+[/-]\s*[a-z]")
# "Hà Nội, ngày 24 tháng 4 năm 2020", "ngày     tháng     năm 2021", "TP. Vinh, 5/7/2021" at the end of a line.
PLACE_DATE = re.compile(r"(?:,|^)\s*ng.y\D{0,4}[\d\W]{0,12}th.ng.{1,12}n.m\s*[\d.…\s]*\W*$")
# "V/v", "V/v:", "v.v", and what scanners make of it: "Viv", "VWv", "V/ hướng dẫn"; "Về việc".
# "Lai Châu, ngày 26 tháng 8 / năm 2021": a date line that a narrow column broke.
BROKEN_DATE = re.compile(r"^[^,.;:]{2,32},\s*ng.y\s*(?:\d{1,2}\s*(?:th.ng\s*(?:\d{1,2}\s*(?:n.m)?)?)?)?$")
ABOUT = re.compile(r"^\W*(?:v\s?[/\\]\s?v?|v[.iwl1|]{1,2}v|v\.?v|ve viec)\s*[:.]?\s")
ADDRESS = re.compile(r"^\W*k.nh g.i\b")
WIRE = re.compile(r"^[^.;]{4,120}\bdi.n\s*:")
BASIS = re.compile(r"^\W*(?:c.n c. |theo de nghi |xet de nghi |xet to trinh|tren co so |sau khi (?:xem xet|thao luan))")
ENACTING = re.compile(r"^\W*(?:quy.t (?:d.nh|ngh.)|ch. th.|k.t lu.n)\s*:\W*$")
_TYPE = re.compile(
    r"^\W*(?:ch. th.|quy.t d.nh|ngh. quy.t|ngh. d.nh|thong tu|thong bao|th.ng b.o|k.t lu.n|k. ho.ch"
    r"|cong di.n|huong dan|hu.ng d.n"
    r"|b.o c.o|chuong trinh|phuong an|quy dinh|quy che|to trinh|de an|thong tri|thong cao|luat"
    r"|phap lenh|lenh|loi keu goi|giay moi"
    r"|cong van)\b"
)
_SENDER = re.compile(
    r"^\W*(?:.y ban|ubnd|hdnd|hoi dong|tinh uy|thanh uy|huyen uy|thi uy|quan uy|dang uy|so |bo |ban "
    r"|cuc |tong cuc|chi cuc"
    r"|thu tuong|chinh phu|quoc hoi|van phong|cong an|bo chi huy|lien doan|tong lien doan|tinh doan"
    r"|mat tran|trung tam|truong "
    r"|benh vien|vien |tinh |thanh pho |huyen |quan |thi xa |phong )"
)
_RECIPIENTS = re.compile(r"n.i nh.n\s*:?")
CAPACITY = re.compile(r"^\W*(?:t[/.]?m|k[/.]?t|t[/.]?l|t[/.]?u\.?q|q)\s?[.,:/]?\s?(?=[^\W\d_])")
_CAPACITY_TEXT = re.compile(r"^\W*(?:T[/.]?M|K[/.]?T|T[/.]?L|T[/.]?U\.?Q|Q(?=\.))\s?(?P<mark>[.,:/])?\s?[^\W\d_]")
OFFICE = re.compile(
    r"^\W*(?:pho |q\. ?|quyen )?(?:thu tuong|chu tich|bi thu|pho bi thu|bo truong|thu truong|giam doc"
    r"|cuc truong|tong cuc truong"
    r"|vu truong|chanh van phong|chanh thanh tra|truong ban|truong phong|truong doan|thuong truc"
    r"|tong bi thu|hieu truong"
    r"|vien truong|chu nhiem|vien truong|tong giam doc|chi huy truong|chinh uy|chanh an|tong kiem toan"
    r"|thong doc|uy vien)\b"
)
_ANNEX_HEAD = re.compile(r"^\W*(?:phu luc|danh sach|danh muc|mau so|bieu mau|\(?kem theo)\b")
_REMARK = re.compile(r"^\W*\(?d. k.\)?\W*$")
_CODE = re.compile(r"^\W*[A-ZĐ]{1,6}\d?\s?-\s?\d{1,4}\W*$")


@dataclass(frozen=True, slots=True)
class Zones:
    """Line indexes, end exclusive: [0, head) before the act, [head, head_end) letterhead, then addressees, [body, end)
    what it says, [end, tail) recipients and signatures, [tail, …) what follows: an annex or the page's furniture."""

    head: int
    head_end: int
    body: int
    end: int
    tail: int


def zones_of(lines: list[Line]) -> Zones:
    """The zones of a text; any of them may be empty."""
    head, head_end = _head(lines)
    body = _addressees_end(lines, head_end)
    end = _end_start(lines, body)
    return Zones(head, head_end, body, end, _end_end(lines, end))


def is_strong(line: Line) -> bool:
    """Whether a line can only stand in a letterhead."""
    bare = line.bare
    return bool(
        NATION.search(bare)
        and (line.text[:1].isupper() and sum(c.isupper() for c in line.text) > 15)
        or (PARTY.search(bare) and line.caps)
        or (PARTY.search(bare) and is_caps(line.text.split("  ")[-1]))
        or (NUMBER_LINE.match(bare) and len(line.text) < 110 and _short_number(line))
        or (PLACE_DATE.search(bare) and len(line.text) < 90 and not line.lower)
        or MOTTO.match(bare)
    )


def _short_number(line: Line) -> bool:
    """A number line holds a number and perhaps the date beside it, no sentence."""
    return len(re.split(r"\s{2,}|\bngày\b|, ", line.text)[0]) < 60


def is_type(line: Line) -> bool:
    """Whether a line is the type's name in capitals (tên loại): "CHỈ THỊ", "CÔNG ĐIỆN KHẨN"."""
    return is_type_text(line.text, line.bare)


def is_type_text(text: str, bare: str) -> bool:
    """`is_type` for a piece of a line."""
    first = re.split(r"[*:]|\s{3,}", text)[0]
    return bool(_TYPE.match(bare)) and is_caps(first) and len(text) < 120


def is_sender(text: str, bare: str) -> bool:
    """Whether a short piece of a head names a body: "UBND tỉnh Tây Ninh", "Sở Y tế"."""
    return bool(_SENDER.match(bare)) and len(text) < 70 and text[:1].isupper() and not text.endswith((".", ":", ";"))


def _head(lines: list[Line]) -> tuple[int, int]:
    strong = next((i for i, x in enumerate(lines[:_HEAD_REACH]) if is_strong(x)), None)
    if strong is not None and _prose_before(lines, strong):
        strong = None
    if strong is None:
        return _title(lines)
    start = strong
    while start > 0 and _upward(lines[start - 1]) and not _sentence_gap(lines, start):
        start -= 1
    return start, _head_end(lines, start, strong)


def _prose_before(lines: list[Line], strong: int) -> bool:
    """A head does not follow tasks: what looks like one there is a citation or an annex."""
    marks = [m for x in lines[:strong] if (m := mark_of(x))]
    return any(m.rank in (ARTICLE, NUMBER) for m in marks) or any(
        _TYPE.match(x.bare) and is_type(x) for x in lines[: max(0, strong - 12)]
    )


def _upward(line: Line) -> bool:
    return not line.furniture and (
        line.rule or line.caps or (bool(_SENDER.match(line.bare)) and len(line.text) < 70 and not line.ended)
    )


def _sentence_gap(lines: list[Line], start: int) -> bool:
    return lines[start - 1].ended and not lines[start - 1].rule


def _title(lines: list[Line]) -> tuple[int, int]:
    """Without a letterhead (a web page, an excerpt): the type's name with its subject, else the title."""
    for i, line in enumerate(lines[:_HEAD_REACH]):
        if is_type(line):
            return i, _head_end(lines, i, i)
        if mark_of(line) or (line.ended and len(line.text) > 160):
            break
    for i, line in enumerate(lines[:8]):
        if line.furniture or line.page_mark or line.rule:
            continue
        if mark_of(line) or ADDRESS.match(line.bare) or BASIS.match(line.bare):
            break
        if len(line.text) < 220 and not line.ended and not _wraps(lines, i):
            return i, i + 1
        break
    first = next((i for i, x in enumerate(lines) if not (x.furniture or x.page_mark)), len(lines))
    return first, first


def _wraps(lines: list[Line], i: int) -> bool:
    return i + 1 < len(lines) and lines[i + 1].gap == 0 and lines[i + 1].lower


def _head_end(lines: list[Line], start: int, strong: int) -> int:
    """One past the last line of the letterhead: up to Kính gửi, Căn cứ or the first words of the preamble."""
    reach = min(len(lines), start + _LETTER_REACH)
    for i in range(strong + 1, reach):
        bare = lines[i].bare
        if ADDRESS.match(bare) or _is_wire(lines[i]):
            return i
        if BASIS.match(bare) and lines[i].text[:1].isupper() and not is_type(lines[i]):
            return i
        if _opens_tasks(lines[i]):
            break
    return _after_subject(lines, start, reach)


def _is_wire(line: Line) -> bool:
    return bool(WIRE.match(line.bare)) and not mark_of(line) and line.text[:1].isupper()


def _opens_tasks(line: Line) -> bool:
    mark = mark_of(line)
    return mark is not None and mark.rank <= NUMBER and not is_strong(line)


def _after_subject(lines: list[Line], start: int, reach: int) -> int:
    subject = False  # whether the trích yếu has begun
    for i in range(start, reach):
        line = lines[i]
        mark = mark_of(line)
        if _opens_tasks(line) or (subject and mark is not None and mark.rank == BULLET and not line.rule):
            return i
        if is_strong(line) or line.rule or line.furniture or line.page_mark:
            continue
        if is_type(line) or ABOUT.match(line.bare):
            subject = True
            continue
        if subject and not _subject_goes_on(lines[i - 1], line):
            return i
        if not subject and line.ended and not line.caps and len(line.text) > 60:
            return i
    return reach


def _subject_goes_on(before: Line, line: Line) -> bool:
    if line.lower or line.caps or before.text.endswith((",", "-")) or is_type(before):
        return len(line.text) < 300
    if line.gap:
        return False
    return not (line.ended or len(line.text) > 110 or line.text.endswith(":"))


def _addressees_end(lines: list[Line], start: int) -> int:
    if start >= len(lines) or not (ADDRESS.match(lines[start].bare) or _is_wire(lines[start])):
        bullets = start < len(lines) and (mark := mark_of(lines[start])) is not None and mark.rank == BULLET
        if not (bullets and start > 0 and any(ABOUT.match(x.bare) for x in lines[max(0, start - 8) : start])):
            return start
    for i in range(start + 1, len(lines)):
        if not _is_addressee(lines[i - 1], lines[i], i - start):
            return i
    return len(lines)


def _is_addressee(before: Line, line: Line, depth: int) -> bool:
    mark = mark_of(line)
    if mark is not None and mark.rank in (BULLET, PLUS):
        return True
    if mark is not None or depth > 60:
        return False
    if line.lower or line.page_mark:
        return len(line.text) < 160
    closed = before.text.endswith((".", "./."))
    prose = len(line.text) > 150 or line.text.endswith((".", ":")) and len(line.text) > 90
    if closed or prose or BASIS.match(line.bare):
        return False
    return line.gap == 0 and not _begins_prose(line)


# The first word of a preamble: "Thực hiện Chỉ thị …", "Thời gian qua, …", "Để kịp thời …", "Ngày 05/9/2021, …".
_PREAMBLE = re.compile(
    r"^(?:thuc hien|de |nham |trong |thoi gian|hien nay|ngay |sau |vua qua|qua |truoc |trien khai"
    r"|quan triet|tiep theo|tiep tuc|theo |xet "
    r"|tu |lien quan|tinh hinh|voi |do |den nay|tinh den|phuc dap|can cu|tren co so|nhu |hom nay"
    r"|de nghi|tai )"
)


def _begins_prose(line: Line) -> bool:
    return bool(_PREAMBLE.match(line.bare))


def is_signing(line_text: str, bare: str) -> bool:
    """Whether a piece of a line is of a signing block: TM. …, KT. …, an office in capitals alone."""
    text = line_text.strip()
    if (m := _CAPACITY_TEXT.match(text)) and len(text) < 70:
        return _mostly_caps(text) or (m["mark"] is not None and text[-1:] not in ";,.:")
    return bool(OFFICE.match(bare.strip())) and len(text) < 70 and _mostly_caps(text)


def _mostly_caps(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 3 and sum(c.isupper() for c in letters) >= 0.8 * len(letters)


def _end_start(lines: list[Line], body: int) -> int:
    """The first line of recipients or signature, with no task before the annex after it."""
    for i in range(body, len(lines)):
        line = lines[i]
        if _RECIPIENTS.search(line.bare[:24]) and len(line.text) < 120 and line.text.lstrip("|* ")[:1].isupper():
            return i
        if is_signing(line.text, line.bare) and not _enacts_below(lines, i):
            return i
        if _REMARK.match(line.bare) or line.page_tail:
            return i
    return len(lines)


def _enacts_below(lines: list[Line], i: int) -> bool:
    """An issuer's name in capitals above Căn cứ or QUYẾT ĐỊNH: is the head of a decision and signs nothing."""
    near = lines[i + 1 : i + 14]
    return any(BASIS.match(x.bare) and x.text[:1].isupper() for x in near[:2]) or any(
        ENACTING.match(x.bare) and x.caps for x in near
    )


def _end_end(lines: list[Line], end: int) -> int:
    if end < len(lines) and lines[end].page_tail:
        return end
    for i in range(end + 1, len(lines)):
        line = lines[i]
        if _ANNEX_HEAD.match(line.bare) and len(line.text) < 120 and line.text[:1].isupper():
            return i
        if line.furniture or (is_strong(line) and not line.rule and i > end + 2):
            return i
        mark = mark_of(line)
        if mark is not None and mark.rank <= NUMBER and mark.rank != BULLET and line.text.count("|") < 2:
            return i
        if len(line.text) > 160 and line.ended:
            return i
        if is_type(line) and line.caps:
            return i
    return len(lines)


def is_recipient(text: str, bare: str) -> bool | None:
    """Whether a piece of a line in the end zone is of the recipients (True), the signature (False), or not plain (None)."""
    text, bare = text.strip("|* \t"), bare.strip("|* \t")
    if _RECIPIENTS.match(bare) or text[:1] in "-~–•+" or text.endswith((";", ",")) or _CODE.match(text):
        return True
    if is_signing(text, bare) or _REMARK.match(bare):
        return False
    if text[:1].islower() or text[:1] == "(":
        return None
    words = text.split()
    name = 2 <= len(words) <= 6 and all(w[:1].isupper() and not any(c.isdigit() for c in w) for w in words)
    return False if name or is_caps(text) else None
