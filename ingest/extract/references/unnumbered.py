"""References without a number: one certain act (descriptive), a class (generic), this document (self)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.documents import Letterhead, ReferenceKind
from ingest.extract.reading import Reading
from ingest.extract.references.cited import Cited
from ingest.extract.references.identifiers import Identifiers
from ingest.extract.references.issuers import Issuer, Issuers
from ingest.extract.references.titled import find_titled
from ingest.text.normalise import key_of


def _any(*phrases: str) -> str:
    """Alternatives in the key reading, the longest first, blanks of any width."""
    keys = sorted({key_of(p) for p in phrases}, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(k).replace(r"\ ", r"\s+") for k in keys) + ")"


# Nouns for acts. A single one of the first with an issuer means one act (kết luận của Bộ Chính trị),
# one of the
# second a class unless date, event or subject say which (hướng dẫn của Bộ Y tế, quyết định của UBND
# tỉnh).
_ONE = {
    "kết luận": "Kết luận", "nghị quyết": "Nghị quyết", "công điện": "Công điện", "chỉ thị": "Chỉ thị",
    "lời kêu gọi": "Lời kêu gọi", "thông báo kết luận": "Thông báo",
}  # fmt: skip
_CLASS = {
    "quyết định": "Quyết định", "nghị định": "Nghị định", "kế hoạch": "Kế hoạch", "thông báo": "Thông báo",
    "hướng dẫn": "Hướng dẫn",
    "công văn": "Công văn", "quy định": None, "văn bản": None, "thông tư": "Thông tư",
    "thông tri": "Thông tri", "chương trình hành động": "Chương trình",
}  # fmt: skip
_TYPES = {key_of(k): v for k, v in (_ONE | _CLASS).items()}
_ONE_KEYS = frozenset(map(key_of, _ONE))
_ACT = _any(*_ONE, *_CLASS)
_MODIFIER = _any(
    "chỉ đạo", "hướng dẫn", "điều hành", "kết luận", "liên quan", "có liên quan", "khẩn", "hỏa tốc",
    "mới nhất", "mới", "quy phạm pháp luật", "pháp luật", "nêu trên", "hiện hành", "tiếp theo",
)  # fmt: skip
# văn bản chỉ đạo, hướng dẫn (của …); chỉ thị, nghị quyết (của …); các công điện, văn bản chỉ đạo (của …).
_HEAD = re.compile(
    rf"(?<!\w)(?P<act>{_ACT})(?P<mods>(?:\s+{_MODIFIER})*)"
    rf"(?P<more>(?:(?:\s*,\s*|\s+và\s+|\s*,\s*và\s+)(?:các\s+)?(?:{_ACT}|{_MODIFIER})(?:\s+{_MODIFIER})*)*)(?!\w)"
)
_OF = re.compile(r"\s{1,3}của\s{1,3}(?:các\s)?(?:đồng chí\s{1,3}|đ/c\s{1,3})?")
_AND_OF = re.compile(r"\s*(?:,\s*(?:và\s+)?|\s+và\s+)(?:của\s+)?(?:đồng chí\s+)?")
# Issuers that are no organisation's name, yet say whose acts are meant.
_PLACES = re.compile(_any("trung ương", "tỉnh", "thành phố", "đảng", "nhà nước") + r"(?![\w-])")
# A body behind a comma that then acts is no further issuer but the subject: "Theo hướng dẫn của Bộ Y tế,
# Sở Y tế triển khai …", "Thực hiện kết luận của Thủ tướng, UBND tỉnh tổ chức …".
_ACTS = re.compile(
    r"\s+(?:đã\s+|sẽ\s+|cần\s+|phải\s+)?"
    + _any(
        "triển khai", "tổ chức", "chủ trì", "phối hợp", "tham mưu", "xây dựng", "ban hành", "thực hiện",
        "tăng cường", "tiếp tục", "khẩn trương", "chủ động", "rà soát", "bố trí", "kiểm tra", "đề nghị",
        "thông báo", "có trách nhiệm", "chịu trách nhiệm", "tập trung", "đẩy mạnh", "phân công",
        "quyết định", "lập", "mở", "giao", "cần", "phải", "thường xuyên", "kịp thời",
    )
    + r"(?!\w)"
)  # fmt: skip
_PLURAL = re.compile(r"(?:các|những|một số|nhiều|hệ thống)\s+$")
# tại cuộc họp trực tuyến, ngày 04/7/2021 với …; tại Hội nghị toàn quốc ngày 05/9/2021; tại phiên họp
# thứ 2.
_EVENT = re.compile(
    r"\s+tại\s+(?:các\s+)?"
    + _any("cuộc họp", "hội nghị", "phiên họp", "kỳ họp", "buổi làm việc", "hội nghị trực tuyến")
)
_EVENT_END = re.compile(r"[.;:\n]|,(?!\s*(?:ngày|chống)\s)|\s(?:về|để|nhằm|đã|và tình hình)\s")
_IN = re.compile(r"\s+(?:tại|trong)\s+(?:các\s+)?")
_ABOUT = re.compile(r"\s+(?:về việc|về)\s+(?:ý kiến\s+)?$")
# "Chỉ thị 16 là văn bản của Thủ tướng": what is said of an act, not another one.
_SAID = re.compile(r"\blà\s+(?:một\s+|các\s+)?$")
# A draft is no act yet: "dự thảo Nghị quyết của Chính phủ", "hồ sơ dự án Nghị quyết của Quốc hội về …".
_DRAFT = re.compile(r"\b(?:dự thảo|dự án|đề nghị ban hành|trình ban hành)\s+(?:các\s+)?$")
_SUBJECT = re.compile(r"\s+(?:về việc|về)\s+")
_SUBJECT_END = re.compile(r"[.;:]|\n\s*\n|,(?!\s*(?:chống|doanh nghiệp|người|an toàn|linh hoạt|kiểm soát))")
# In a title in capitals only what is carried out is another act: KẾ HOẠCH THỰC HIỆN KẾT LUẬN CỦA BỘ
# CHÍNH TRỊ.
_TOLD = re.compile(_any("thực hiện", "triển khai", "quán triệt", "thi hành") + r"\s+$")
_THIS = re.compile(
    rf"(?<!\w)(?P<act>{_ACT}|tờ trình|báo cáo|chương trình|phương án|đề án|quy chế)\s+này(?!\w)"
)
_NAY = re.compile(r"này(?<=\snày)(?!\w)")
_LONGEST_NAME = 60  # characters of a type's name, blanks and line ends in it counted
# "Nhận được điện này": a telegram speaks of itself so.
_THIS_WIRE = re.compile(r"điện này(?<!\wđiện này)(?<!công điện này)(?!\w)")


def find_unnumbered(
    reading: Reading,
    letterhead: Letterhead,
    identifiers: Identifiers,
    issuers: Issuers,
    numbered: Sequence[Cited],
) -> list[Cited]:
    """Descriptive, generic and "… này" references that overlap no numbered one."""
    taken = bytearray(len(reading.view.text) + 1)
    for one in numbered:
        taken[one.start : one.end] = b"\1" * (one.end - one.start)
    found: list[Cited] = []
    finder = _Finder(reading, letterhead, identifiers, issuers, numbered)
    for one in (*finder.selves(), *find_titled(reading.view, identifiers), *finder.named()):
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            found.append(one)
    return found


def _these(key: str) -> Iterator[re.Match[str]]:
    """The matches of `_THIS`, sought only before "này", which is rarer than the names of acts."""
    done = 0
    for this in _NAY.finditer(key):
        match = _THIS.search(key, max(done, this.start() - _LONGEST_NAME), this.end())
        if match:
            done = match.end()
            yield match


class _Finder:
    def __init__(
        self,
        reading: Reading,
        letterhead: Letterhead,
        identifiers: Identifiers,
        issuers: Issuers,
        numbered: Sequence[Cited],
    ) -> None:
        self._view, self._letterhead = reading.view, letterhead
        self._identifiers, self._issuers, self._numbered = (
            identifiers,
            issuers,
            frozenset(n.start for n in numbered),
        )
        self._numbered_ends = frozenset(n.end for n in numbered)

    def selves(self) -> list[Cited]:
        """ "Công văn này": this document, where the word is its own type or says none ("văn bản này")."""
        own = self._letterhead.doc_type.value if self._letterhead.doc_type else None
        found = []
        for match in _these(self._view.key):
            said = _TYPES.get(" ".join(match["act"].split()), match["act"].capitalize())
            if own is None or said is None or key_of(said) == key_of(own):
                found.append(Cited(match.start(), match.end(), "self", "this-act", doc_type=said))
        if own == "Công điện":
            wires = _THIS_WIRE.finditer(self._view.key)
            found += [Cited(m.start(), m.end(), "self", "this-act", doc_type=own) for m in wires]
        return found

    def named(self) -> list[Cited]:
        """An act word with its issuer, date or event."""
        heads = (self._named(m) for m in _HEAD.finditer(self._view.key))
        return [one for one in heads if one]

    def _named(self, head: re.Match[str]) -> Cited | None:
        start = head.start()
        if (
            self._is_own_title(head)
            or self._is_subject(start)
            or _SAID.search(self._view.key, max(0, start - 16), start)
            or _DRAFT.search(self._view.key, max(0, start - 24), start)
        ):
            return None
        issuers, end = self._issuer_list(head.end())
        dated = self._identifiers.date_at(end)
        if dated and (issuers or dated.lead < dated.start):
            return self._dated(head, issuers, end)
        event = _EVENT.match(self._view.key, end)
        if not issuers and not event:
            return None
        numbered = _IN.match(self._view.key, end)
        if numbered and numbered.end() in self._numbered:
            return None  # "kết luận của Thủ tướng tại Thông báo số …": the number says which act is meant
        doc_type, kind = self._class(head, issuers, event is not None)
        if event and kind == "descriptive":
            return self._at_event(head, issuers, event, doc_type)
        issuer, rule = issuers[0].id if len(issuers) == 1 else None, "class-by-issuer"
        if kind == "descriptive":
            subject = _SUBJECT.match(self._view.key, end)
            end = self._subject_end(subject.end()) if subject else end
            rule = "act-by-subject" if subject else "act-by-issuer"
        return Cited(head.start(), end, kind, rule, doc_type=doc_type, issuer=issuer)

    def _dated(self, head: re.Match[str], issuers: list[Issuer], end: int) -> Cited:
        tail = self._identifiers.behind(end)
        issuer = issuers[0].id if len(issuers) == 1 else tail.issuer
        doc_type = _TYPES.get(" ".join(head["act"].split()))
        return Cited(
            head.start(), tail.end, "descriptive", "act-by-date", doc_type=doc_type, date=tail.date,
            issuer=issuer, problem=tail.problem,
        )  # fmt: skip

    def _at_event(
        self, head: re.Match[str], issuers: list[Issuer], event: re.Match[str], doc_type: str | None
    ) -> Cited:
        stop = _EVENT_END.search(self._view.key, event.end())
        end = stop.start() if stop else len(self._view.key)
        end = event.end() + len(self._view.key[event.end() : end].rstrip(" ,"))
        dates = [d for d in self._identifiers.within(event.start(), end) if d.precision == "day"]
        issuer = issuers[0].id if len(issuers) == 1 else None
        date, problem = (dates[0].iso, dates[0].problem) if len(dates) == 1 else (None, None)
        return Cited(
            head.start(), end, "descriptive", "act-by-event", doc_type=doc_type, date=date, issuer=issuer,
            problem=problem,
        )  # fmt: skip

    def _class(
        self, head: re.Match[str], issuers: list[Issuer], event: bool
    ) -> tuple[str | None, ReferenceKind]:
        """The type, and whether one act or a class is meant."""
        act = " ".join(head["act"].split())
        if event:
            return _TYPES.get(act), "descriptive"
        several = bool(head["more"]) or self._plural(head.start()) or len(issuers) > 1
        vague = bool(_PLACES.match(self._view.key, issuers[0].start)) if issuers else False
        one = not several and not vague and act in _ONE_KEYS
        return (None if head["more"] else _TYPES.get(act)), "descriptive" if one else "generic"

    def _plural(self, start: int) -> bool:
        return _PLURAL.search(self._view.key, max(0, start - 12), start) is not None

    def _issuer_list(self, position: int) -> tuple[list[Issuer], int]:
        """The bodies behind "của": "A, B và C", "Trung ương, của tỉnh"."""
        of = _OF.match(self._view.key, position)
        found: list[Issuer] = []
        end, at = position, of
        while at:
            body = self._issuers.at(at.end()) or self._place(at.end())
            if body is None or (found and self._is_subject_of_clause(at, body)):
                break
            found.append(body)
            end = body.end
            at = _AND_OF.match(self._view.key, end)
        return found, end

    def _is_subject_of_clause(self, joint: re.Match[str], body: Issuer) -> bool:
        """Whether a body behind a bare comma begins the main clause."""
        return joint.group().strip() == "," and _ACTS.match(self._view.key, body.end) is not None

    def _place(self, position: int) -> Issuer | None:
        match = _PLACES.match(self._view.key, position)
        return Issuer(match.start(), match.end(), None) if match else None

    def _subject_end(self, position: int) -> int:
        stop = _SUBJECT_END.search(self._view.key, position)
        end = stop.start() if stop else len(self._view.key)
        return position + len(self._view.key[position:end].rstrip())

    def _is_subject(self, start: int) -> bool:
        """Whether the words are the subject of a numbered act: "Thông báo số … về kết luận của Thủ tướng"."""
        if start - (len(before := self._view.key[:start][-4:]) - len(before.rstrip())) in self._numbered_ends:
            return True  # "Thông báo số 26/TB-VPCP của Văn phòng Chính phủ thông báo kết luận của Thủ tướng"
        about = _ABOUT.search(self._view.key, max(0, start - 20), start)
        return about is not None and about.start() in self._numbered_ends

    def _is_own_title(self, head: re.Match[str]) -> bool:
        """Whether the words are this document's own title (KẾT LUẬN CỦA …) or open its trích yếu."""
        subject = self._letterhead.subject
        start, end = self._view.home(*head.span("act"))
        if subject is not None and start <= subject.start < end:
            return True
        capitals = self._view.text[head.start() : head.end("act")].split()[0].isupper()
        return capitals and _TOLD.search(self._view.key, max(0, head.start() - 16), head.start()) is None
