"""References by title: a law (Luật Phòng, chống bệnh truyền nhiễm năm 2007), a congress's resolution."""

from __future__ import annotations

import re

from ingest.documents import ReferenceKind
from ingest.extract.references.cited import Cited
from ingest.extract.references.identifiers import Identifiers
from ingest.text.normalise import View, key_of

# Nghị quyết Đại hội Đảng các cấp; Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII; Nghị quyết Trung
# ương
# 4 khóa XII.
_CONGRESS = re.compile(
    r"nghị quyết(?<!\wnghị quyết)\s+(?:của\s+)?(?:đại hội|trung ương\s+\d|hội nghị\s+(?:lần thứ|trung ương))"
    r"(?:(?!\s(?:về|để|nhằm|gắn|trong|và)\s)[^.,;:\n()]){0,120}"
)
_PLURAL = re.compile(r"(?:các|những|một số)\s+$")
# Luật Xử lý vi phạm hành chính, Bộ luật Hình sự, Pháp lệnh Dân số.
_LAW = re.compile(r"(?<!\w)(?<!pháp\s)(?<!kỉ\s)(?:bộ\s+luật|luật|pháp\s+lệnh)(?=[^\S\n]*\n?[^\S\n]*[^\W\d_])")
# A law's title may go on in small letters ("Luật phòng, chống …") where the sentence treats it as an act:
# behind words that carry out or quote. No law is "Luật sư", "Luật gia", "Luật pháp".
_SMALL = re.compile(r"\s+(?!(?:sư|gia|pháp|lệ|này|số|các)(?!\w))[^\W\d_]")
_QUOTING = re.compile(r"(?:căn cứ|theo|của|thực hiện|tại|thi hành|và|,|;|-)[\s\d]*$")
_STOP_WORDS = "|".join(
    map(
        key_of,
        (
            "quy định", "được", "đã", "về", "theo", "để", "thì", "nếu", "khi", "trong", "do", "là", "nhằm",
            "cho", "có", "hiện hành", "hướng dẫn", "trừ", "căn cứ", "trên", "tại", "với", "đối", "này",
        ),
    )
)  # fmt: skip
# "Luật Phòng, chống …", "Luật Thuế xuất khẩu, thuế nhập khẩu" and "Luật Bảo vệ và Kiểm dịch thực vật"
# go on.
_LAW_END = re.compile(
    r"[.;:()\"]|\n\s*\n|,(?!\s*(?:chống|bổ sung|thể thao|thuế|chữa bệnh|bảo vệ|nhập cảnh)\s)"
    r"|\sngày\s|\ssố\s+\d"
    rf"|\s(?:19|20)\d\d(?!\d)|\s(?:{_STOP_WORDS})(?!\w)|\scủa\s(?!(?:bộ\s)?luật|các\s+luật)|\svà\s+(?:bộ\s+luật|luật|nghị|các)\s"
)
# Luật Sửa đổi, bổ sung một số điều của Luật A và Luật B: what follows belongs to one title.
_AMENDING = re.compile(
    r"\s+sửa đổi,?\s+bổ sung\s+(?:một số\s+)?điều\s+của\s+(?:các\s+)?(?:bộ\s+)?luật"
    r"(?:[^,;.\n]{0,80}?\s+và\s+luật)?"
)
_YEAR = re.compile(r"\s+(?:năm\s+)?(?:19|20)\d{2}\b")
_MAX_TITLE = 160


def find_titled(view: View, identifiers: Identifiers) -> list[Cited]:
    """Laws and congresses' resolutions, by their titles, with date or year where one follows."""
    return [*_congresses(view), *_laws(view, identifiers)]


def _congresses(view: View) -> list[Cited]:
    found = []
    for match in _CONGRESS.finditer(view.key):
        title, levels, _ = match.group().partition("các cấp")
        end = match.start() + len((title + levels).rstrip())
        plural = _PLURAL.search(view.key, max(0, match.start() - 12), match.start())
        kind: ReferenceKind = "generic" if plural or "các cấp" in match.group() else "descriptive"
        found.append(Cited(match.start(), end, kind, "resolution-of-a-congress", doc_type="Nghị quyết"))
    return found


def _laws(view: View, identifiers: Identifiers) -> list[Cited]:
    found: list[Cited] = []
    for match in _LAW.finditer(view.key):
        inside = bool(found) and match.start() < found[-1].end
        begins = _capital(view, match.end()) or _AMENDING.match(view.key, match.end()) or _small(view, match)
        end = _title_end(view, match) if begins and not inside else None
        if end is None:
            continue
        tail = identifiers.behind(end)
        found.append(
            Cited(
                start=match.start(),
                end=tail.end,
                kind="descriptive",
                rule="law-by-title",
                doc_type="Pháp lệnh" if match.group().startswith("p") else "Luật",
                date=tail.date,
                issuer=tail.issuer,
                problem=tail.problem,
            )
        )
    return found


def _title_end(view: View, match: re.Match[str]) -> int | None:
    """Where the title, with its year, ends; None for a sentence that runs on."""
    amending = _AMENDING.match(view.key, match.end())
    limit = match.end() + _MAX_TITLE + 1
    stop = _LAW_END.search(view.key, amending.end() if amending else match.end() + 1, limit)
    end = stop.start() if stop else min(limit, len(view.key))
    end = _uncapitalised(view, match.end(), end)
    if end - match.end() > _MAX_TITLE:
        return None
    year = _YEAR.search(view.key, match.end(), min(len(view.key), end + 12))
    end = year.end() if year and year.start() <= end else end
    return match.start() + len(view.key[match.start() : end].rstrip())


def _uncapitalised(view: View, start: int, end: int) -> int:
    """Where a further object in small letters is joined by "và", the title ends before it."""
    joint = re.search(r"\s(?:và|va)\s+(?=[^\W\d_])", view.key[start:end])
    if joint and not view.text[start + joint.end()].isupper():
        return start + joint.start()
    return end


def _small(view: View, match: re.Match[str]) -> bool:
    """Whether a title in small letters is a law's: a capital in its type word, and words that quote it."""
    if not view.text[match.start()].isupper() or not _SMALL.match(view.key, match.end()):
        return False
    return _QUOTING.search(view.key, max(0, match.start() - 16), match.start()) is not None


def _capital(view: View, position: int) -> bool:
    return view.text[position : position + 4].lstrip()[:1].isupper()
