"""Who issued a cited act: the body named at a place, its id where a row has one, and where the name
ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.documents import Letterhead
from ingest.extract.boards import boards_of
from ingest.extract.head.issuer_forms import (
    CENTRAL,
    CITIES,
    HEADS,
    STOPS,
    UNMARKED_HEADS,
    city_codes,
    issuer_forms,
    province_names,
)
from ingest.extract.reading import Reading
from ingest.vocabulary import Vocabulary
from ingest.vocabulary.once import Once

# A level and its place follow the names of bodies below the centre: UBND thành phố Hải Phòng, Sở Y tế
# tỉnh
# Hà Nam.
_LEVEL = re.compile(r"\s+(?P<level>tinh|thanh pho|tp|huyen|quan|thi xa|xa|phuong|thi tran)\b(?:(?<=\btp)\.)?")
_PLACE = re.compile(r"\s+(?P<name>[^\W\d_]+(?:(?:\s|\s?-\s?)[^\W\d_]+){0,4})")
_LAST_WORD = re.compile(r"[\s-]*[^\s-]+$")
_UNIT_WORD = re.compile(r"\b(?:huyen|quan|thi xa|xa|phuong|thi tran|thanh pho|tp\.?)$")
# Ban Chỉ đạo … phòng chống thiên tai: a board for another matter than the vocabulary's, when it is not.
_OTHER_PURPOSE = re.compile(
    r"\s+(?:phong,?\s+chong\s+[a-z]+(?:\s+(?!tinh\b|thanh\b|tp\b|huyen\b|cap\b|cua\b)[a-z]+)?|pc[a-z]{1,3}\b)"
)
# Thủ tướng Chính phủ, Trưởng Ban chỉ đạo Quốc gia phòng, chống …: one person, two offices.
_APPOSITION = re.compile(r",\s*(?:pho\s+)?truong\s+ban\s+chi\s+(?:dao|huy)(?:\s+quoc\s+gia)?(?=[\s,.;])")
# A scanner's ừ or ữ at the head of a word is tr: "Bộ Chính ừị", "vai ừò".
_TR = re.compile(r"[ừữ](?=[^\W\d_])")
# Unions, whose rows are those of the province; what stands below it.
_UNIONS = frozenset(("doan-tn", "hoi-pn", "hoi-nd", "hoi-ccb", "ldld", "ubmttq"))
_BELOW = frozenset(("huyen", "quan", "thi xa", "xa", "phuong", "thi tran", "thanh pho", "tp"))
_MAX_NAME = 14
_MAX_LOWER = 3


@dataclass(frozen=True, slots=True)
class Issuer:
    """The name at [start, end) of a view; `id` is None where no row fits or the level cannot be told."""

    start: int
    end: int
    id: str | None


class Issuers:
    """Finds the body named at a position of one document."""

    def __init__(self, reading: Reading, letterhead: Letterhead) -> None:
        self._view, self._words = reading.view, reading.words
        self._forms, self._longest = issuer_forms(reading.vocabulary)
        self._provinces = province_names(reading.vocabulary)
        self._subject = reading.vocabulary.subject
        self._purpose = _purpose(reading.vocabulary)
        self._boards = {"board", self._subject.national_board, self._subject.provincial_board} - {""}
        province = letterhead.province.value if letterhead.province else None
        self._in_city = province in city_codes(reading.vocabulary)

    def at(self, position: int) -> Issuer | None:
        """The body whose name begins at `position` of the view; None where none does."""
        first = self._words.at(position)
        if first >= len(self._words) or self._words.starts[first] != position:
            return None
        return self._known(first) or self._unknown(first)

    def before(self, position: int) -> Issuer | None:
        """The known body whose name ends right before `position` (only blanks between)."""
        last = self._words.before(position)
        for first in range(max(0, last - self._longest - 6), last + 1):
            body = self._known(first)
            if body and body.id and body.end == self._words.ends[last]:
                return body
        return None

    def _known(self, first: int) -> Issuer | None:
        words = self._words
        name = tuple(self._word(i) for i in range(first, min(first + self._longest, len(words))))
        for count in range(len(name), 0, -1):
            last = first + count - 1
            body = self._forms.get(name[:count])
            if body is not None and not words.broken(first, last):
                return self._levelled(words.starts[first], words.ends[last], body)
        return None

    def _word(self, index: int) -> str:
        key = self._words.keys[index]
        if key[0] in "ừữ" and _TR.match(key):
            return "tr" + self._words.bare(index)[1:]
        return self._words.bare(index)

    def _levelled(self, start: int, end: int, body: str) -> Issuer:
        """The name with the purpose, level and place behind it, which may decide between two rows."""
        bare = self._view.bare
        printed, level, place = bare[start:end], "", ""
        if body in self._boards:
            end, body = self._with_purpose(end, body)
        if body not in CENTRAL and body != self._subject.national_board:
            match = _LEVEL.match(bare, end)
            end = _end(match, end)
            level = match["level"] if match else printed.split()[-1]
            end, place = self._place(end)
        if apposition := _APPOSITION.match(bare, end):
            end, _ = self._with_purpose(apposition.end(), body)
        return Issuer(start, end, self._row(body, printed, level, place) or None)

    def _with_purpose(self, end: int, board: str) -> tuple[int, str]:
        """Where the purpose behind a board ends, and the board; one for another matter has no row."""
        own = self._purpose.match(self._view.bare, end)
        other = None if own else _OTHER_PURPOSE.match(self._view.bare, end)
        return _end(own or other, end), "" if other else board

    def _place(self, end: int) -> tuple[int, str]:
        """End and name of a place right behind a body: a province, behind a level any capitalised
        name."""
        match = _PLACE.match(self._view.bare, end)
        name = match["name"] if match else ""
        while match and name:
            if self._is_place(end, match.start("name"), name):
                return match.start("name") + len(name), " ".join(name.split())
            name = _LAST_WORD.sub("", name)
        return end, ""

    def _is_place(self, end: int, start: int, name: str) -> bool:
        printed = re.findall(r"[^\W\d_]+", self._view.text[start : start + len(name)])
        if not all(word[0].isupper() for word in printed):
            return False
        if " ".join(re.findall(r"[^\W\d_]+", name)) in self._provinces:
            return True
        same_line = "\n" not in self._view.text[end : start + len(name)]
        return same_line and _UNIT_WORD.search(self._view.bare, max(0, end - 12), end) is not None

    def _row(self, body: str, printed: str, level: str, place: str) -> str | None:
        city = place in CITIES if place else self._in_city
        if body in _UNIONS and level in _BELOW and not (level in ("thanh pho", "tp") and city):
            return None
        if body == "people":
            return _people(level, city=city)
        if body == "chair":
            return "ct-ubnd" if _people(level, city=city) == "ubnd-tinh" else None
        if body == "board":
            provincial = level == "tinh" or (level in ("thanh pho", "tp") and city)
            return self._subject.provincial_board if provincial else None
        if "thanh uy" in printed and not city:
            return "thanh-uy-tinh" if body in ("thanh-uy", "btv-tu") else None
        return "thanh-uy-tw" if body == "thanh-uy" else body

    def _unknown(self, first: int) -> Issuer | None:
        """An organisation without a row: from a head in capitals up to a word that no name goes over."""
        words, text = self._words, self._view.text
        if not text[words.starts[first]].isupper() or not self._is_head(first):
            return None
        last, lower = first, 0
        for index in range(first + 1, min(first + _MAX_NAME, len(words))):
            lower = 0 if text[words.starts[index]].isupper() else lower + 1
            if lower > _MAX_LOWER or not self._goes_on(index):
                break
            last = index
        return Issuer(words.starts[first], words.ends[last], None) if last > first else None

    def _goes_on(self, index: int) -> bool:
        """Whether the word belongs to the name still: Thương binh và Xã hội, not Bộ Y tế và Bộ Công
        an."""
        words, text = self._words, self._view.text
        gap = words.gap(index)
        if gap.strip() not in ("", "-", "&") or "\n\n" in gap or words.key(index) in STOPS:
            return False
        if words.key(index) != "và":
            return True
        follows = index + 1
        capital = follows < len(words) and text[words.starts[follows]].isupper()
        return capital and not self._is_head(follows)

    def _is_head(self, index: int) -> bool:
        key, bare = self._words.key(index), self._words.bare(index)
        return key in HEADS or (key == bare and bare in UNMARKED_HEADS)


def _people(level: str, *, city: bool) -> str | None:
    """The people's committee of a level; a city's is of the province's rank only under the centre."""
    if level == "tinh" or (level in ("thanh pho", "tp") and city):
        return "ubnd-tinh"
    if level in ("huyen", "quan", "thi xa", "thanh pho", "tp"):
        return "ubnd-huyen"
    return "ubnd-xa" if level in ("xa", "phuong", "thi tran") else None


def _compiled_purpose(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Ban Chỉ đạo | phòng, chống dịch bệnh Covid-19; BCĐ | PCD Covid-19."""
    return re.compile(boards_of(vocabulary).purpose)


_purpose = Once(_compiled_purpose)


def _end(match: re.Match[str] | None, otherwise: int) -> int:
    return match.end() if match else otherwise
