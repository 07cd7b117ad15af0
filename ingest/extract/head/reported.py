"""An act reported by a page (bài viết về văn bản): its data come from the sentence that says who issued it.

"Ngày 24-3-2020 Ban Thường vụ Tỉnh ủy ban hành công văn số 1378-CV/TU về việc …"; the issuer must be the one
who then speaks on the page, else the act is only one that the page cites.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.documents import Letterhead, Level, Stated
from ingest.extract.boards import boards_of
from ingest.extract.reading import Reading
from ingest.numbering.dates import find_dates
from ingest.numbering.numbers import FoundNumber, doc_type_of, find_numbers
from ingest.text.normalise import bare_of

_ISSUERS: tuple[tuple[str, str, Level], ...] = (
    ("btv-tu", r"ban thuong vu (?:tinh|thanh) uy", "province"),
    ("tt-tu", r"thuong truc (?:tinh|thanh) uy", "province"),
    ("bch-dang-bo", r"ban chap hanh dang bo (?:tinh|thanh pho)", "province"),
    ("ct-ubnd", r"chu tich (?:ubnd|uy ban nhan dan) (?:tinh|thanh pho)", "province"),
    ("ubnd-tinh", r"(?:ubnd|uy ban nhan dan) (?:tinh|thanh pho)", "province"),
    ("tinh-uy", r"tinh uy", "province"),
)
# "ban hành", "đã ký ban hành", "vừa có", before the type word and the number.
_ISSUED = re.compile(
    r"(?:da |vua |moi )?(?:ky )?(?:ban hanh|co|phat di|gui)\s+(?:van ban )?[\w ]{0,24}?(?:so )?:?\s*$"
)
# The province's name between the issuer and what it did: "Tỉnh ủy Yên Bái đã ban hành".
_AFTER_PLACE = re.compile(r"^[^,;.]{0,25}?(?=da |vua |moi |ky |ban hanh|co )")
_REACH = 8000  # a page says within its first paragraphs which act it reports
_SAYS = r"[\w ]{0,24}?\s(?:yeu cau|chi dao|chi thi|de nghi|ket luan)"
# The sentence goes on to what the act says. Elsewhere: "… trả lời như sau:", "… chỉ đạo các nội dung sau:".
_FOLLOWS = re.compile(
    r"[^.;:]{0,160}\b(?:nhu sau|(?:noi dung|nhiem vu|giai phap|van de|viec) sau(?: day)?)\s*:"
)
_ABOUT = re.compile(r"\s*,?\s*(?:ngay [\d/.-]+\s*)?(?:về việc|về)\s+")


def read_reported(reading: Reading, head: Letterhead) -> Letterhead:
    """`head` with the data of the act that the page reports; unchanged where it reports none."""
    best: tuple[tuple[bool, int], Letterhead] | None = None
    for found in find_numbers(reading.view, reading.vocabulary):
        if found.start > _REACH:
            break
        provision = reading.innermost(*reading.view.home(found.start, found.end))
        if (
            provision is None
            or provision.kind not in ("opening", "letterhead", "paragraph")
            or provision.parent is not None
        ):
            continue
        issuer = _issuer_before(reading, found)
        if issuer and _speaks_again(reading, issuer[1], found):
            told = _reported(reading, head, found, issuer)
            rank = (told.issued_on is None, [body for body, _, _ in _issuers(reading)].index(issuer[0]))
            if best is None or (rank < best[0] and best[1].number and best[1].number.value == found.value):
                best = rank, told
    return best[1] if best else head


def _issuer_before(reading: Reading, found: FoundNumber) -> tuple[str, str, Level, int, int] | None:
    """(id, pattern, level, start, end) of the body that issued the act, right before the number."""
    begin = max(0, found.start - 120)
    before = re.sub(r"\s", " ", reading.view.bare[begin : found.start])
    for body, pattern, level in _issuers(reading):
        named = list(re.finditer(pattern, before))
        if named and _ISSUED.match(_AFTER_PLACE.sub("", before[named[-1].end() :].strip())):
            return body, pattern, level, begin + named[-1].start(), begin + named[-1].end()
    return None


def _issuers(reading: Reading) -> tuple[tuple[str, str, Level], ...]:
    """Who may have issued a reported act: committees, and the subject's board of the province."""
    board = reading.vocabulary.subject.provincial_board
    own = ((board, boards_of(reading.vocabulary).title, "province"),) if board else ()
    return (*_ISSUERS, *own)


def _speaks_again(reading: Reading, pattern: str, found: FoundNumber) -> bool:
    """Whether the issuer then speaks on the page, or the page's title is about it."""
    bare = re.sub(r"\s", " ", reading.view.bare)
    heads = [p for p in reading.provisions if p.kind == "letterhead"]
    titled = any(re.search(pattern, bare_of(reading.document.text[p.start : p.end])) for p in heads)
    behind = bare[found.end : found.end + 600]
    return titled or bool(_FOLLOWS.match(behind) or re.search(pattern + _SAYS, behind))


def _reported(
    reading: Reading, head: Letterhead, found: FoundNumber, issuer: tuple[str, str, Level, int, int]
) -> Letterhead:
    body, _, level, start, end = issuer
    return replace(
        head,
        number=reading.stated(found.value, found.start, found.end, "reported-act"),
        doc_type=_type(reading, found),
        issued_on=_date(reading, found, start) or head.issued_on,
        issuer=reading.stated(body, start, end, "reported-act"),
        level=level,
        subject=_subject(reading, found) or head.subject,
    )


def _type(reading: Reading, found: FoundNumber) -> Stated | None:
    """What the sentence calls the act, else what the symbol says."""
    before = reading.view.bare[max(0, found.start - 30) : found.start]
    names = sorted({t.name for t in reading.vocabulary.doc_types}, key=lambda n: -len(n))
    for name in names:
        if m := re.search(rf"{re.escape(bare_of(name))}\s+(?:số|so)?\s*:?\s*$", before):
            start = found.start - len(before) + m.start()
            return reading.stated(name, start, start + len(name), "reported-act")
    kind = doc_type_of(found, reading.vocabulary)
    return reading.stated(kind, found.start, found.end, "type-by-symbol") if kind else None


def _date(reading: Reading, found: FoundNumber, issuer_start: int) -> Stated | None:
    """The date right behind the number, else that of "Ngày 24-3-2020 Ban Thường vụ …" before the issuer.

    A date on a line of its own above the issuer is that of the posting, unless "ngày" stands before it.
    """
    text = reading.view.text
    dates = [d for d in find_dates(reading.view) if d.iso and d.precision == "day"]
    behind = [d for d in dates if d.lead >= found.end and not text[found.end : d.lead].strip(" ,\n(")]
    before = [d for d in dates if d.end <= issuer_start and not text[d.end : issuer_start].strip(" ,\n")]
    before = [d for d in before if d.lead < d.start or "\n" not in text[d.end : issuer_start]]
    date = next(iter((*behind, *before)), None)
    return reading.stated(date.iso, date.start, date.end, "reported-act") if date and date.iso else None


def _subject(reading: Reading, found: FoundNumber) -> Stated | None:
    """ "… về việc X." behind the number, to the end of the sentence."""
    m = _ABOUT.match(reading.view.key, found.end)
    if m is None:
        return None
    start = m.end() if "việc" in m.group() else m.start() + len(m.group()) - len(m.group().lstrip(" ,"))
    end = re.compile(r"[.;](?=\s|$)|\n").search(reading.view.text, start)
    stop = end.start() if end else len(reading.view.text)
    return (
        reading.stated(reading.view.quote(start, stop), start, stop, "reported-act") if stop > start else None
    )
