"""How far a negation reaches (phạm vi phủ định): what refuses, lifts or denies a measure, what ends it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.extract.measures.cues import CueHit, Cues
from ingest.extract.measures.separators import COMMA
from ingest.text.words import Words

_REACH = 10  # words a negation reaches over without a comma
_NEAR = {"denies": 1, "stops": 2}  # a bare negation or "dừng"
HASTE = 4  # and over haste or neglect, when ending a measure is denied
_LIST_REACH = 18  # and over a list of measures
_WHEN = re.compile("khi|sau|trước|đến|tới|lúc")
NOT = re.compile("không|chưa|đừng")
# The first word of a measure that says of itself what shall not be ("hạn chế tối đa, | không tổ chức …").
_JOINT = re.compile("và|hoặc|hay")
_OF_ITSELF = re.compile("không|chưa|đừng|dừng|ngừng|ngưng|tạm|hạn|cấm|chấm|đóng")
# The end of words that free somebody of a duty ("không bắt buộc", "không yêu cầu", "không nhất thiết").
_FREEING = re.compile("buộc|cầu|thiết|ép")
# And of words that end a rule, which may say what had to be done ("bỏ quy định … phải xét nghiệm").
_RULE = re.compile("định|lệnh|việc|độ")
# The first syllable of words that ask somebody for something: yêu cầu, đề nghị, giao, bắt buộc, quyết định.
_ASKS = re.compile("yêu|đề|giao|bắt|quyết")


class Negations:
    """The negations of one text, asked for by the first and last word of a measure."""

    def __init__(self, words: Words, levels: Sequence[int], cues: Cues, measured: set[int]) -> None:
        self._words = words
        self._levels = levels
        self._cues = cues
        self._measured = measured

    def negation(self, first: int) -> CueHit | None:
        """The negation that reaches a measure, unless it is itself denied ("chưa dỡ bỏ")."""
        for cue in reversed(self._cues.before(first, "lifts", "stops", "refuses", "denies")):
            if self.reaches(cue, first):
                return None if self.denied(cue) else cue
        return None

    def until(self, first: int) -> bool:
        """Whether the end of a measure only tells a time ("… cho đến khi dỡ bỏ phong tỏa")."""
        return any(
            _WHEN.fullmatch(self._word(cue.start - 1)) and self.reaches(cue, first)
            for cue in self._cues.before(first, "lifts", "stops")
        )

    def reaches(self, cue: CueHit, first: int) -> bool:
        """Whether a negation governs a measure: near, in its clause, with nothing between that ends it."""
        width = first - cue.stop
        if width <= 0:
            return self._levels[first] != COMMA or not _OF_ITSELF.fullmatch(self._word(first))
        commas = [i for i, level in enumerate(self._levels[cue.stop : first + 1], cue.stop) if level == COMMA]
        if cue.effect in ("denies", "stops"):
            near = width <= _NEAR[cue.effect] and not commas
            near = near or (cue.effect == "denies" and self._enumerated(cue.stop, first))
            return near and not self._cues.between(cue.stop, first, "orders")
        if self._turned(cue, first) or self._overruled(cue, first):
            return False
        # Behind the comma of "Thay vì …, …" stands what is done instead.
        if commas and (_OF_ITSELF.fullmatch(self._word(first)) or self._word(cue.start) == "thay"):
            return False
        if commas:
            return width <= _LIST_REACH and self._listed(cue.stop, commas, first)
        return width <= _REACH

    def _enumerated(self, start: int, first: int) -> bool:
        """Whether a bare "không" stands over measures and nothing else: three of them, or the last joined by
        "và", "hoặc" ("không cách ly tập trung, xét nghiệm, phong tỏa"); of two one may be meant instead."""
        stop, members, joined = start, 1, False
        while stop < len(self._levels) and self._levels[stop] <= COMMA:
            if _JOINT.fullmatch(self._word(stop)):
                joined, members = True, members + 1
            elif stop in self._measured and not _OF_ITSELF.fullmatch(self._word(stop)):
                members += self._levels[stop] == COMMA
            else:
                break
            stop += 1
        return start <= first < stop and (joined or members > 2)

    def _turned(self, cue: CueHit, first: int) -> bool:
        """Whether words between a negation and a measure end its reach; a purpose ("để") ends no ban."""
        ending = ("ends", "joint") if cue.effect == "refuses" else ("ends",)
        turns = self._cues.within(cue.stop, first, *ending)
        if any(self._word(i) == "cấm" for i in range(cue.start, cue.stop)):
            turns = [h for h in turns if h.effect == "ends" and self._word(h.start) != "để"]
        return bool(turns)

    def _overruled(self, cue: CueHit, first: int) -> bool:
        """Whether an order stands between a negation and a measure; "không bắt buộc … phải …" has none."""
        orders = [h for h in self._cues.before(first, "orders") if h.start >= cue.stop]
        orders = [h for h in orders if not self._governed(cue, h)]
        last = self._word(cue.stop - 1)
        rule = cue.effect == "lifts" and _RULE.fullmatch(last)
        if rule or _FREEING.fullmatch(last):
            said = ("phải", "cần", "buộc") if rule else ("phải",)
            orders = [h for h in orders if self._word(h.stop - 1) not in said]
        return bool(orders)

    def _governed(self, cue: CueHit, order: CueHit) -> bool:
        """Whether asking for something is itself refused ("không được tự ý yêu cầu người dân xét nghiệm")."""
        asks = _ASKS.fullmatch(self._word(order.start)) is not None
        return cue.effect == "refuses" and asks and self.plain(cue.stop, order.start)

    def _listed(self, start: int, commas: list[int], first: int) -> bool:
        """Whether the parts between commas are a list of measures that one negation governs."""
        for a, b in pairwise([start, *commas]):
            if self._measured.isdisjoint(range(a, b)):
                return False
        return not self._cues.between(commas[-1], first, "acts")

    def denied(self, cue: CueHit) -> bool:
        """Whether ending it is itself denied or put in time ("chưa dỡ bỏ", "sau khi kết thúc")."""
        if cue.effect not in ("lifts", "stops"):
            return False
        before = self._word(cue.start - 1)
        if NOT.fullmatch(before) or _WHEN.fullmatch(before):
            return True
        # "không vội dừng", and behind a measure's own negation "không được chủ quan dỡ bỏ".
        denials = self._cues.before(cue.start, "refuses", "denies")
        if any(cue.start - h.stop < HASTE and self.plain(h.stop, cue.start) for h in denials):
            return True
        near = range(max(0, cue.start - HASTE), cue.start)
        return any(
            i in self._measured and NOT.fullmatch(self._word(i)) and self.plain(i + 1, cue.start)
            for i in near
        )

    def behind(self, last: int, effect: str) -> CueHit | None:
        """Words behind a measure that say it ended or shall not be ("… được dỡ bỏ", "… chưa đặt ra")."""
        cue = next(iter(self._cues.after(last, effect)), None)
        if cue is None or cue.start - last > 8 or _WHEN.fullmatch(self._word(cue.start - 1)):
            return None
        return cue if self.plain(last + 1, cue.start) else None

    def no_more(self, last: int) -> bool:
        """Whether "nữa" (no longer) closes the part of the sentence behind a measure."""
        for i in range(last + 1, min(last + _LIST_REACH, len(self._levels))):
            if self._levels[i] >= COMMA:
                return False
            if self._word(i) == "nữa":
                return True
        return False

    def _word(self, index: int) -> str:
        return self._words.keys[index] if index >= 0 else ""

    def plain(self, first: int, last: int) -> bool:
        """Whether no comma or more stands before the words [first, last]."""
        return not any(self._levels[first : last + 1])
