"""Assignments (phân công nhiệm vụ): who shall do what (guidelines 4 and 20).

A numbered task with its bullets is one where its own text names an actor; a bullet, point or paragraph
with an actor
of its own is one inside it. The roles come from `bodies`; here the spans are drawn.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from ingest.documents import Assignment, Letterhead, Mention, Provision
from ingest.extract.places import Places
from ingest.extract.reading import Reading

_CARRIERS = frozenset(("section", "article", "clause", "point", "item", "bullet", "paragraph", "closing"))
# "các địa phương phải chủ động …": an actor that is a place and so no body; the task is an assignment
# all the same.
# Elsewhere: "Các địa phương tổ chức đón …", "các huyện, thành phố tập trung …".
_PLACES_ACT = re.compile(
    r"(?:^|[.;:,]\s+|\W-\s+)(?:yêu cầu |đề nghị |giao )?"
    r"các (?:địa phương|huyện, thành phố|huyện, thị xã, thành phố) "
    r"(?:phải|cần|tiếp tục|chủ động|tập trung|tổ chức|thực hiện|tăng cường|khẩn trương|rà soát|bố trí"
    r"|triển khai)"
)
# Closing formulas that give no task (guideline 20): "nếu có khó khăn, vướng mắc … phản ánh", "mọi vướng
# mắc liên hệ …".
_TROUBLE = re.compile(
    r"(?:khó khăn|vướng mắc|phát sinh|chưa rõ)\b.{0,160}"
    r"(?:phản ánh|báo cáo|thông tin|kiến nghị|liên hệ|gửi)"
)
# "chịu trách nhiệm thi hành Quyết định này", "để các cơ quan biết, thực hiện", "thực hiện nghiêm túc nội
# dung Công văn này".
_CARRY_OUT = re.compile(
    r"chịu trách nhiệm thi hành|(?:để|được) .{0,60}\bbiết,? (?:và )?(?:phối hợp )?(?:thực hiện|chỉ đạo)"
    r"|(?:thực hiện|triển khai|thi hành)[^.;]{0,60}(?:công văn|chỉ thị|kế hoạch|thông báo|quyết định"
    r"|nghị quyết|kết luận|công điện|văn bản|hướng dẫn|thông tri|quy định) này\s*[.…]*\W*$"
    r"|^\W*(?:yêu cầu|đề nghị|kính đề nghị) [^.;:]{0,160}\b(?:nghiêm túc|khẩn trương|tích cực)"
    r"(?: triển khai| tổ chức| phối hợp| quán triệt|,)* (?:thực hiện|triển khai)(?: nghiêm túc)?\W*$"
    r"|^\W*(?:nhận được|căn cứ|trên cơ sở)[^.;,]{0,40} này,[^.;]{0,200}"
    r"\b(?:tổ chức|triển khai|nghiêm túc|khẩn trương)(?: thực hiện)?\W*$"
)
# Who watches over an act has a task of his own: "Giao Văn phòng … theo dõi, đôn đốc việc thực hiện Chỉ thị
# này", "Ủy ban Kiểm tra … giám sát việc thực hiện Nghị quyết này".
_WATCH = re.compile(
    r"\b(?:theo dõi|đôn đốc|giám sát|tổng hợp)\b.{0,160}\bviệc (?:thực hiện|triển khai|thi hành)\b"
)


def find_assignments(
    reading: Reading, letterhead: Letterhead, bodies: tuple[Mention, ...], measures: tuple[Mention, ...]
) -> tuple[tuple[Assignment, ...], tuple[Mention, ...]]:
    """The assignments in text order (the outer before the inner), and `bodies` as they came."""
    places = Places(reading)
    told = [m for m in bodies if m.attrs.get("role") == "assignee"]
    ordered = [m for m in measures if m.attrs.get("polarity") == "ordered"]
    holders = [i for i in range(len(reading.provisions)) if _carries(reading, places, told, i)]
    spans = _Holders(reading, holders)
    found = [_assignment(reading, spans, told, ordered, i) for i in holders]
    return tuple(sorted(found, key=lambda a: (a.start, -a.end))), bodies


class _Holders:
    """The provisions that are assignments, and which of them holds an offset innermost."""

    def __init__(self, reading: Reading, holders: Sequence[int]) -> None:
        self.reading = reading
        self.holders = frozenset(holders)
        self.places = Places(reading)

    def innermost(self, start: int) -> int | None:
        """Index of the innermost assignment at a document offset."""
        view_start, _ = self.reading.view.here(start, start + 1)
        path = self.places.at(view_start).path
        return next((i for i in reversed(path) if i in self.holders), None)


def _carries(reading: Reading, places: Places, told: Sequence[Mention], index: int) -> bool:
    """Whether the provision's own text (before its first child) names who shall act."""
    provision = reading.provisions[index]
    if provision.kind not in _CARRIERS and not places.lone:
        return False
    end = places.own_end(index)
    text = _lowered(reading, provision.start, end)
    if _formula(provision, text):
        return False
    prose = provision.kind in ("closing", "paragraph") and provision.parent is None and not places.lone
    return bool(_inside(told, provision.start, end)) or (not prose and bool(_PLACES_ACT.search(text)))


def _lowered(reading: Reading, start: int, end: int) -> str:
    a, b = reading.view.here(start, end)
    return " ".join(reading.view.key[a:b].split())


def _formula(provision: Provision, text: str) -> bool:
    """Whether a text only says that this act be carried out or trouble be reported (guideline 20)."""
    if provision.kind == "opening" and text.endswith(":"):
        return True
    if provision.kind in ("opening", "closing", "paragraph"):
        watched = _WATCH.search(text)
        return bool(_TROUBLE.search(text) or (_CARRY_OUT.search(text) and not watched))
    return "chịu trách nhiệm thi hành" in text


def _inside(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    low = bisect_left(mentions, start, key=lambda m: m.start)
    high = bisect_left(mentions, end, key=lambda m: m.start)
    return [m for m in mentions[low:high] if m.end <= end]


def _assignment(
    reading: Reading, holders: _Holders, told: Sequence[Mention], ordered: Sequence[Mention], index: int
) -> Assignment:
    """The assignment of a provision: its own actors (not those of one inside it), all measures ordered."""
    provision = reading.provisions[index]
    actors = [m for m in _inside(told, provision.start, provision.end) if holders.innermost(m.start) == index]
    measures = _inside(ordered, provision.start, provision.end)
    rule = "task-with-actor" if actors else "task-of-places"
    return Assignment(provision.start, provision.end, _ids(actors), _ids(measures), rule)


def _ids(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The ids in text order, each once; those without an id are left out."""
    return tuple(dict.fromkeys(m.id for m in mentions if m.id))
