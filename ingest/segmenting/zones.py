"""The parts of a document by their place (thể thức): what stands before the tasks and what after them.

Works on the lines of `layout`; a zone is a range of line indexes. What a line shows of its place:
`zone_cues`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.segmenting.layout import Line
from ingest.segmenting.marks import ARTICLE, BULLET, NUMBER, PLUS, mark_of
from ingest.segmenting.zone_cues import (
    ABOUT,
    ADDRESS,
    ANNEX_HEAD,
    BASIS,
    ENACTING,
    RECIPIENTS,
    REMARK,
    is_capacity,
    is_sender,
    is_signing,
    is_strong,
    is_type,
    is_wire,
)

_HEAD_REACH = 60  # lines in which a head must begin
_LETTER_REACH = 30  # lines a head has at most
# The first words of a preamble: "Thực hiện Chỉ thị …", "Thời gian qua, …", "Để kịp thời …".
_PREAMBLE = re.compile(
    r"^(?:thuc hien|de |nham |trong |thoi gian|hien nay|ngay |sau |vua qua|qua |truoc |trien khai"
    r"|quan triet|tiep theo"
    r"|tiep tuc|theo |xet |tu |lien quan|tinh hinh|voi |do |den nay|tinh den|phuc dap|can cu|tren co so"
    r"|nhu |hom nay"
    r"|de nghi|tai )"
)
# A body that speaks: "Bộ Công Thương đề nghị Chủ tịch …:", "Ủy ban nhân dân tỉnh nhận được Công văn số …".
_SPEAKS = re.compile(
    r"^(?:.y ban|ubnd|hdnd|hoi dong|tinh uy|thanh uy|huyen uy|ban |so |bo |cuc |chi cuc|tong cuc|chu tich"
    r"|thu tuong|chinh phu|van phong|thuong truc|cong an|trung tam|bao hiem|kho bac|lien doan|tinh doan)"
    r"[^.;:]{0,70}?\s(?:yeu cau|de nghi|nhan duoc|thong bao|huong dan|co y kien|kinh de nghi)\b(?!.*[;,]$)"
)


@dataclass(frozen=True, slots=True)
class Zones:
    """Line indexes, end exclusive: [0, head) stands before the act, [head, head_end) is its letterhead, then
    come its addressees, [body, end) what it says, [end, tail) recipients and signatures, then an annex or the
    page's furniture.
    """

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
        is_type(x) for x in lines[: max(0, strong - 12)]
    )


def _upward(line: Line) -> bool:
    named = is_sender(line.text, line.bare) and not line.ended
    return not line.furniture and (line.rule or line.caps or named)


def _sentence_gap(lines: list[Line], start: int) -> bool:
    return lines[start - 1].ended and not lines[start - 1].rule


def _title(lines: list[Line]) -> tuple[int, int]:
    """Without a letterhead (a web page, an excerpt): the type's name with its subject, else the title."""
    for i, line in enumerate(lines[:_HEAD_REACH]):
        if is_type(line):
            return _named_above(lines, i), _head_end(lines, i, i)
        if mark_of(line) or (line.ended and len(line.text) > 160):
            break
    for i, line in enumerate(lines[:8]):
        if line.furniture or line.page_mark or line.rule:
            continue
        if mark_of(line) or ADDRESS.match(line.bare) or BASIS.match(line.bare):
            break
        if len(line.text) < 220 and not line.ended and not _wraps(lines, i) and not line.text.endswith(","):
            return i, i + 1
        break
    first = next((i for i, x in enumerate(lines) if not (x.furniture or x.page_mark)), len(lines))
    return first, first


def _named_above(lines: list[Line], i: int) -> int:
    """The first line of the bodies named in capitals right above the type's name ("SỞ Y TẾ TỈNH …")."""
    start = i
    while start > 0 and i - start < 3 and lines[start - 1].caps and is_sender(*_read(lines[start - 1])):
        start -= 1
    return start


def _read(line: Line) -> tuple[str, str]:
    return line.text, line.bare


def _wraps(lines: list[Line], i: int) -> bool:
    return i + 1 < len(lines) and lines[i + 1].gap == 0 and lines[i + 1].lower


def _head_end(lines: list[Line], start: int, strong: int) -> int:
    """One past the last line of the letterhead: up to Kính gửi, Căn cứ or the first words of the preamble."""
    reach = min(len(lines), start + _LETTER_REACH)
    reach = next((i for i in range(strong + 1, reach) if is_capacity(lines[i].text)), reach)
    for i in range(strong + 1, reach):
        bare = lines[i].bare
        if ADDRESS.match(bare) or is_wire(lines[i]):
            return i
        if BASIS.match(bare) and lines[i].text[:1].isupper() and not is_type(lines[i]):
            return i
        if _opens_tasks(lines[i]):
            break
    return _after_subject(lines, start, reach)


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
    if start >= len(lines) or not (ADDRESS.match(lines[start].bare) or is_wire(lines[start])):
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
    if mark is not None or depth > 60 or is_signing(line.text, line.bare):
        return False
    if line.lower or line.page_mark:
        return len(line.text) < 160
    closed = before.text.endswith((".", "./."))
    prose = len(line.text) > 150 or (line.text.endswith((".", ":")) and len(line.text) > 90)
    if closed or prose or BASIS.match(line.bare):
        return False
    return line.gap == 0 and not _begins_prose(line)


def _begins_prose(line: Line) -> bool:
    return bool(_PREAMBLE.match(line.bare) or _SPEAKS.match(line.bare))


def _end_start(lines: list[Line], body: int) -> int:
    """The first line of recipients or signature, with no task before the annex after it."""
    for i in range(body, len(lines)):
        line = lines[i]
        named = RECIPIENTS.search(line.bare[:24]) and line.text.lstrip("|* ")[:1].isupper()
        if named and len(line.text) < 120:
            return i
        if is_signing(line.text, line.bare) and not _enacts_below(lines, i):
            return i
        if REMARK.match(line.bare) or line.page_tail:
            return i
    return len(lines)


def _enacts_below(lines: list[Line], i: int) -> bool:
    """An office in capitals above Căn cứ or QUYẾT ĐỊNH: is the head of a decision and signs nothing."""
    near = lines[i + 1 : i + 14]
    return any(BASIS.match(x.bare) and x.text[:1].isupper() for x in near[:2]) or any(
        ENACTING.match(x.bare) and x.caps for x in near
    )


def _end_end(lines: list[Line], end: int) -> int:
    if end < len(lines) and lines[end].page_tail:
        return end
    return next((i for i in range(end + 1, len(lines)) if _after_end(lines[i], i - end)), len(lines))


def _after_end(line: Line, depth: int) -> bool:
    """Whether an annex, a further act or the page's furniture begins `depth` lines into the end zone."""
    annex = ANNEX_HEAD.match(line.bare) and len(line.text) < 120 and line.text[:1].isupper()
    mark = mark_of(line)
    task = mark is not None and mark.rank <= NUMBER and line.text.count("|") < 2
    prose = len(line.text) > 160 and line.ended
    further = (is_strong(line) and not line.rule and depth > 2) or (is_type(line) and line.caps)
    return bool(annex or task or prose or further or (line.furniture and not line.stamp))
