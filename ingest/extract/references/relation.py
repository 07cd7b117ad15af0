"""The relation of a citation (quan hệ viện dẫn), from the cue nearest before it and what governs that cue.

Effects of the cues (vocabulary/relation_cues.csv): implements, based_on, replaces, amends, refuses, reports
and mentions stand for themselves. `follows` (theo, tại) is implements, and gives way to what stands
earlier in its clause. `issued` ("Bộ Chính trị đã ban hành …") is implements where an order follows. `ends`
and `denies` turn the cue behind them into a refusal, `denies` not where somebody is blamed ("không thực hiện
nghiêm": `quality`; "xử lý người không chấp hành": `blames`). `past` makes a report, `once` a mention;
`orders` between a past cue and the citation undoes it. `lapsed` behind the citation is replaces. `passive` is
said of the cited act and tells nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.documents import Letterhead, Relation
from ingest.extract.phrase_lists import words_of
from ingest.extract.reading import Reading
from ingest.extract.references.cited import Cited
from ingest.extract.references.papers import ends_papers, of_papers
from ingest.extract.references.relation_cues import Cue, bases_of, find_cues

_LEFT = 45  # words of a sentence looked at before a citation
_RIGHT = 70
_FILLERS = words_of("việc tiếp tục còn các cho phải được chế độ thời gian hạn đợt nội dung")
_FRAGMENT = 500  # characters; a shorter text without a head may be cut from an act
_MARKS_OF_AN_ACT = frozenset(("addressees", "basis", "article", "signature", "recipients"))
_TURNING = frozenset(("ends", "denies", "once", "replaces"))
_PARTS = frozenset(("điều", "khoản", "điểm", "mục", "cụm", "phụ", "nội"))
_TITLE = re.compile(r"\s*(?:về|v/v|qui định|ban hành|hướng dẫn|sửa đổi|bổ sung|thay thế|bãi bỏ)(?!\w)")
_GOVERNING = frozenset(
    ("implements", "follows", "based_on", "replaces", "amends", "refuses", "mentions", "issued")
)
_LIST_JOINT = re.compile(r"(?:[,;]|\b(?:va|and|cung|hoac))\s{0,3}(?:cac\s|cung\s)?(?:so\s{0,2}:?\s{0,2})?$")
_ANOTHER_SENTENCE = re.compile(r"[.!?](?:\s+[^\W\d_a-z]|\s*\n)|\n\s*\n|[|]")
_AND_ANOTHER = re.compile(r"\b(?:va|cung)\s+(?:cac\s+)?$")  # "Căn cứ Công văn … về … và Công văn …"
_BULLET = re.compile(r"\n[ \t]*[-+*•][ \t]")
_INTO_LIFE = re.compile(r"[^.;]{0,90}?\bvao\s+(?:cuoc song|thuc tien)")


@dataclass(frozen=True, slots=True)
class Related:
    """A relation and the view span of the words that tell it (None where nothing does)."""

    relation: Relation
    cue: tuple[int, int] | None = None


class Relations:
    """Tells the relations of one document's citations."""

    def __init__(self, reading: Reading, letterhead: Letterhead) -> None:
        self._implied = _implied_by(reading, letterhead)
        self._headed = letterhead.doc_type is not None or letterhead.number is not None
        self._central = frozenset(b.id for b in reading.vocabulary.bodies.values() if b.level == "central")
        self._view, self._words = reading.view, reading.words
        self._bases = bases_of(reading)
        self._cues = find_cues(reading)
        self._starts = [c.first for c in self._cues]

    def of(self, cited: Sequence[Cited]) -> list[Related]:
        """The relation of each citation, in the order given (text order)."""
        found: list[Related] = []
        for index, one in enumerate(cited):
            before = cited[index - 1] if index else None
            after = cited[index + 1].start if index + 1 < len(cited) else len(self._view.text)
            related = self._one(one, before, found[-1] if found else None, after)
            implied = self._implied if related.relation == "implements" else related.relation
            found.append(Related(implied, related.cue))
        return found

    def _one(self, one: Cited, before: Cited | None, inherited: Related | None, next_start: int) -> Related:
        if one.kind == "self":
            return Related("self")
        first = self._words.at(one.start)
        start = self._sentence_start(first, self._words.at(before.end) if before else 0)
        window = [c for c in self._between(start, first) if c.last < first]
        lapsed = self._lapsed(one, next_start)
        if lapsed:
            papers = of_papers(self._view.key, one.start)
            return Related("mentions" if papers else "replaces", self._span(lapsed, lapsed))
        if before and before.kind != "self" and inherited and self._same_sentence(before, one):
            if self._goes_on(before, one, inherited, window):
                return inherited
            if self._in_title_of(before, window):
                return Related("mentions", self._span(window[-1], window[-1]))
        governing = next((c for c in reversed(window) if c.effect in _GOVERNING), None)
        if self._considered(first):
            return Related("based_on", (self._words.starts[first - 1], self._words.ends[first - 1]))
        return self._governed(one, governing, window) if governing else self._ungoverned(one, window)

    def _ungoverned(self, one: Cited, window: list[Cue]) -> Related:
        """The relation of a citation that no cue governs."""
        if self._under_bases(one):
            return Related("based_on")
        past = next((c for c in window if c.effect == "past"), None)
        return Related("reports", self._span(past, past)) if past else Related("mentions")

    def _under_bases(self, one: Cited) -> bool:
        """Whether a citation stands under a heading over legal bases ("I. CĂN CỨ PHÁP LÝ")."""
        start, _ = self._view.home(one.start, one.end)
        return any(low <= start < high for low, high in self._bases)

    def _considered(self, first: int) -> bool:
        """Whether "Xét" stands right before a citation: "Xét Tờ trình số …"."""
        alone = first < 2 or self._words.key(first - 2) != "xem" or self._words.broken(first - 2, first - 1)
        return first > 0 and self._words.key(first - 1) == "xét" and alone

    def _goes_on(self, before: Cited, one: Cited, inherited: Related, window: list[Cue]) -> bool:
        """Whether a citation is a further member of the list of the one before it."""
        if inherited.relation == "based_on" and _AND_ANOTHER.search(self._view.bare, before.end, one.start):
            return True
        return self._joined(before, one) and not self._cue_of_its_own(before, one, window)

    def _cue_of_its_own(self, before: Cited, one: Cited, window: list[Cue]) -> bool:
        """Whether a cue stands behind the last comma or semicolon between two citations of a list."""
        gap = self._view.text[before.end : one.start]
        listed = re.search(r"[,;]\s*$", gap[: gap.rstrip(" \n").rfind(" ") + 1]) is not None
        tail = before.end + (0 if listed else max(gap.rfind(",", 0, -2), gap.rfind(";", 0, -2), -1) + 1)
        return any(c.effect in _GOVERNING and self._words.starts[c.first] >= tail for c in window)

    def _in_title_of(self, before: Cited, window: list[Cue]) -> bool:
        """Whether the citation stands in the title of the act before it (Công văn … về việc áp dụng
        …)."""
        if not window or not _TITLE.match(self._view.key, before.end):
            return False
        return not set(self._view.text[before.end : self._words.starts[window[-1].first]]) & set(",;.:")

    def _governed(self, one: Cited, cue: Cue, window: list[Cue]) -> Related:
        refused = next((c for c in reversed(window) if c.effect == "refuses" and c.last < cue.first), None)
        if refused and self._one_clause(refused.last, cue.first):
            return Related("refuses", self._span(refused, cue))
        if cue.effect in ("replaces", "amends"):
            return Related(self._changed(one, cue), self._span(cue, cue))
        if cue.effect == "follows":
            return self._follows(one, cue, window)
        if cue.effect == "issued":
            told = self._orders_follow(one) and not self._news_of(one)
            return Related("implements" if told else "mentions", self._span(cue, cue))
        if cue.effect == "implements":
            return self._implements(one, cue, window)
        return Related(_PLAIN[cue.effect], self._span(cue, cue))

    def _news_of(self, one: Cited) -> bool:
        """Whether a page without a head tells of the act that a body below the centre issued, which orders
        behind it only repeat ("UBND tỉnh vừa ban hành Công điện số …, yêu cầu …")."""
        known = one.issuer or (one.issuer_code if one.issuer_code != "TW" else "")
        return not self._headed and bool(known) and one.issuer not in self._central

    def _changed(self, one: Cited, cue: Cue) -> Relation:
        """Replaced as a whole, or in a part ("bãi bỏ khoản 2 Điều 3 Quyết định …"), which amends it."""
        last = self._words.before(one.start)
        part = any(self._words.key(i) in _PARTS for i in range(cue.last + 1, last + 1))
        return "amends" if part or cue.effect == "amends" else "replaces"

    def _follows(self, one: Cited, cue: Cue, window: list[Cue]) -> Related:
        """ "Theo", "tại": what stands earlier in the clause reaches over it."""
        denied = self._right_before(cue, window)
        if denied and denied.effect == "denies":
            return Related("refuses", self._span(denied, cue))
        stated = self._words.key(cue.last) in ("tại", "tai")
        for earlier in reversed([c for c in window if c.last < cue.first]):
            if not self._one_clause(earlier.last, cue.first):
                break
            if stated and earlier.effect in ("replaces", "amends"):
                return Related(self._changed(one, earlier), self._span(earlier, cue))
            if earlier.effect == "implements":
                related = self._implements(one, earlier, window)
                plain = related.relation == "implements"
                return Related("implements", self._span(cue, cue)) if plain else related
        return self._past(one, cue, window) or Related("implements", self._span(cue, cue))

    def _implements(self, one: Cited, cue: Cue, window: list[Cue]) -> Related:
        if ends_papers(self._view.key, self._words.starts[cue.first]):
            return Related("mentions", self._span(cue, cue))
        ended = self._right_before(cue, window)
        if ended and ended.effect in ("ends", "replaces"):
            return Related("refuses", self._span(ended, cue))
        if ended and ended.effect == "denies":
            return Related(
                "mentions" if self._blamed(ended, cue, window) else "refuses", self._span(ended, cue)
            )
        if ended and ended.effect == "once":
            return Related("mentions", self._span(ended, cue))
        if self._words.key(cue.first) == "đưa" and not _INTO_LIFE.match(self._view.bare, one.end):
            return Related("mentions", self._span(cue, cue))
        return self._past(one, cue, window) or Related("implements", self._span(cue, cue))

    def _blamed(self, denied: Cue, cue: Cue, window: list[Cue]) -> bool:
        """Said of others' fault: "chưa thực hiện nghiêm", "xử lý người không chấp hành"."""
        clause = [c for c in window if c.last < denied.first and self._one_clause(c.last, denied.first)]
        badly = any(c.effect == "quality" and c.first > cue.last for c in window)
        return badly or any(c.effect == "blames" for c in clause)

    def _right_before(self, cue: Cue, window: list[Cue]) -> Cue | None:
        """The cue that ends, denies or dates this one, with nothing but fillers between."""
        for other in reversed(window):
            if other.effect in _TURNING and other.last < cue.first:
                between = [self._words.key(i) for i in range(other.last + 1, cue.first)]
                near = all(w in _FILLERS for w in between)
                return other if near and self._one_clause(other.last, cue.first) else None
        return None

    def _past(self, one: Cited, cue: Cue, window: list[Cue]) -> Related | None:
        """A report: a past cue before with no order between, or "đã" behind before any order."""
        for other in reversed([c for c in window if c.last < cue.first]):
            if other.effect == "orders":
                break
            if other.effect == "past" and self._reaches(other, cue):
                return Related("reports", self._span(other, cue))
        first = self._words.at(one.start)
        leads = cue.first <= self._sentence_start(first, 0) + 1
        return Related("reports", self._span(cue, cue)) if leads and self._told_as_done(one) else None

    def _reaches(self, past: Cue, cue: Cue) -> bool:
        word = self._words.key(past.first)
        if past.first == past.last and word in ("đã", "qua", "sau"):
            return cue.first - past.last <= (4 if word == "đã" else 6) and self._one_clause(
                past.last, cue.first
            )
        return True

    def _told_as_done(self, one: Cited) -> bool:
        for cue in self._behind(one):
            if cue.effect in ("orders", "issued"):
                return False
            if cue.effect == "past" and self._words.key(cue.first) in ("đã", "da"):
                return True
        return False

    def _orders_follow(self, one: Cited) -> bool:
        """Whether an order follows in this or a following sentence."""
        last = self._words.before(one.end)
        return any(c.effect == "orders" for c in self._between(last + 1, last + 2 * _RIGHT))

    def _behind(self, one: Cited) -> list[Cue]:
        """Cues behind a citation up to the end of its sentence; a semicolon does not end it."""
        last = self._words.before(one.end)
        stop = _ANOTHER_SENTENCE.search(self._view.text, one.end, one.end + _RIGHT * 12)
        end = min(last + _RIGHT, self._words.before(stop.start()) if stop else len(self._words))
        return self._between(last + 1, end + 1)

    def _between(self, first: int, stop: int) -> list[Cue]:
        """The cues that begin at word `first` or behind it, before word `stop`."""
        return self._cues[bisect_left(self._starts, first) : bisect_left(self._starts, stop)]

    def _lapsed(self, one: Cited, next_start: int) -> Cue | None:
        return next(
            (
                c
                for c in self._behind(one)
                if c.effect == "lapsed" and self._words.starts[c.first] < next_start
            ),
            None,
        )

    def _sentence_start(self, first: int, floor: int) -> int:
        start = first
        while start > max(floor, first - _LEFT) and not self._words.broken(start - 1, start):
            if _BULLET.search(self._words.gap(start)):
                break
            start -= 1
        return start

    def _one_clause(self, last: int, first: int) -> bool:
        return not any(set(self._words.gap(i)) & set(",;.:") for i in range(last + 1, first + 1))

    def _joined(self, left: Cited, right: Cited) -> bool:
        gap = self._view.bare[left.end : right.start]
        return self._same_sentence(left, right) and _LIST_JOINT.search(gap) is not None

    def _same_sentence(self, left: Cited, right: Cited) -> bool:
        return _ANOTHER_SENTENCE.search(self._view.text, left.end, right.start) is None

    def _span(self, first: Cue, last: Cue) -> tuple[int, int]:
        return self._words.starts[first.first], self._words.ends[last.last]


_PLAIN: Mapping[str, Relation] = {
    "based_on": "based_on",
    "refuses": "refuses",
    "reports": "reports",
    "mentions": "mentions",
}


def _implied_by(reading: Reading, letterhead: Letterhead) -> Relation:
    """What implementing words mean in this document: a report (báo cáo) orders nothing, and a whole text that
    bears no mark of an act (a news story, a translation) tells of others' acts; a fragment may be one."""
    if letterhead.doc_type is not None:
        return "reports" if letterhead.doc_type.value == "Báo cáo" else "implements"
    if letterhead.number or letterhead.issuer or len(reading.view.text) < _FRAGMENT:
        return "implements"
    marked = any(provision.kind in _MARKS_OF_AN_ACT for provision in reading.provisions)
    return "implements" if marked else "mentions"
