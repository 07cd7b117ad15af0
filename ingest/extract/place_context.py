"""What the words around a place name make of it: a province, a city of that name, a street, a person."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from operator import ne

from ingest.text.normalise import bare_of, key_of
from ingest.text.words import Hit, Words
from ingest.vocabulary.tables import NameCue

_UNIT_WORDS = ("tỉnh", "ủy", "ubnd", "hđnd")
_SPACE = re.compile(r"[ \n\t]*")
# What joins the names of a list: "Bắc Giang, Bắc Ninh và Hà Nam", "Đồng Đăng - Lạng Sơn".
_LIST = re.compile(r"\s*(?:[,;/]|\s-\s)\s*|\s*,?\s+(?:và|hoặc|and|va)\s+", re.IGNORECASE)
_SAMPLE = 4000  # letters by which a text shows whether it is written with marks
_LIST_WORDS = 24  # words that a list of names is followed back
_SHORT = 4  # letters of an abbreviation at most: HCM, BRVT


@dataclass(frozen=True, slots=True)
class NameCues:
    """The words of name_cues.csv by their effect, in the `key` and the `bare` reading together."""

    own_name: frozenset[str]
    the_man: frozenset[str]
    placing: frozenset[str]
    person: frozenset[str]
    longer: frozenset[str]
    bare_own_name: frozenset[str]
    bare_the_man: frozenset[str]


@lru_cache(maxsize=4)
def name_cues(rows: tuple[NameCue, ...]) -> NameCues:
    """The cues as sets."""

    def words(effect: str) -> frozenset[str]:
        return frozenset(key_of(row.words) for row in rows if row.effect == effect)

    own, man = words("own_name"), words("the_man")
    return NameCues(
        own,
        man,
        words("placing"),
        words("person"),
        words("longer"),
        frozenset(map(bare_of, own)),
        frozenset(map(bare_of, man)),
    )


def unmarked(words: Words) -> bool:
    """Whether a text is written without Vietnamese marks (or in English): then names without marks count."""
    key, bare = words.joined_key[:_SAMPLE], words.joined_bare[:_SAMPLE]
    return bool(key) and sum(map(ne, key, bare)) * 30 < len(key)


@dataclass(frozen=True, slots=True)
class Context:
    """The words of a text, what cues mean, and whether the text is written without marks."""

    words: Words
    cues: NameCues
    unmarked: bool

    def names_other(self, hit: Hit, city: bool) -> bool:
        """Whether the words belong to another name: a district, a street, a person, a longer name."""
        return (
            not self._capitalised(hit)
            or self._torn(hit)
            or self._longer(hit)
            or self._own_name(hit)
            or self._in_list_of(hit)
            or self._provincial_city(hit, city)
            or self._person(hit)
        )

    def titled(self, hit: Hit, city: bool) -> bool:
        """Whether a type word stands before it: "tỉnh", "Tỉnh ủy", and of the five "thành phố", "TP."."""
        i = hit.first - 1
        if not self._adjacent(hit.first):
            return False
        if self._is(i, "tỉnh") or (self._is(i, "ủy") and self._is(i - 1, "tỉnh")):
            return True
        return city and (self._city_word(i) < i + 1 or (self._is(i, "ủy") and self._is(i - 1, "thành")))

    def city_start(self, hit: Hit) -> int:
        """The first word of a city's span: "Thành phố Hồ Chí Minh", "TP.HCM"; a plural head stays outside."""
        if not self._adjacent(hit.first):
            return hit.first
        start = self._city_word(hit.first - 1)
        if start < hit.first and "\n" in self.words.gap(hit.first) and self._dated(hit):
            return hit.first  # a title that ends with "thành phố" above the line of place and date
        plural = start < hit.first and self._is(start - 1, "các", "tỉnh")
        return hit.first if plural else start

    def placed(self, hit: Hit) -> bool:
        """Whether it is used as a place: "tại Sài Gòn", "Huế, ngày …", "các thành phố: Hồ Chí Minh, …"."""
        listing = self.words.gap(hit.first).strip() == ":" and self._is(hit.first - 1, "phố", "tỉnh")
        led = self._word(hit.first - 1) in self.cues.placing and self._adjacent(hit.first, dot=False)
        return self._dated(hit) or listing or led

    def _dated(self, hit: Hit) -> bool:
        """Whether the line of place and date begins with it: "Huế, ngày …"."""
        after = hit.last + 1
        return after < len(self.words) and "," in self.words.gap(after) and self.words.bare(after) == "ngay"

    def listed(self, before: int, first: int) -> bool:
        """Whether the name at word `first` stands in one list with the name that ends at word `before`."""
        if not 0 <= before < first <= before + 2:
            return False
        text = self.words.view.text[self.words.ends[before] : self.words.starts[first]]
        return bool(_LIST.fullmatch(text))

    def chains(self, hit: Hit) -> bool:
        """Whether further names in the list share the street word: "các tuyến phố như A, B", "kênh A - B"."""
        i, after = hit.first - 1, hit.last + 1
        if not self._own_name(hit):
            return False
        plural = (
            self._is(i, "như") or self._is(i - 1, "các", "những", "tuyến") or self._is(i - 2, "các", "những")
        )
        return plural or (after < len(self.words) and self.words.gap(after).strip() == "-")

    def _word(self, index: int) -> str:
        return self.words.key(index) if 0 <= index < len(self.words) else ""

    def _bare(self, index: int) -> str:
        return self.words.bare(index) if 0 <= index < len(self.words) else ""

    def _is(self, index: int, *words: str) -> bool:
        """Whether word `index` is one of `words`, its marks whole or lost altogether."""
        word = self._word(index)
        return word in words or (word.isascii() and word in map(_plain, words))

    def _adjacent(self, index: int, dot: bool = True) -> bool:
        """Whether only blanks (and a dot after "TP", "TX") stand before word `index`."""
        gap = self.words.gap(index)
        return (
            index > 0
            and bool(_SPACE.fullmatch(gap.replace(".", "", 1) if dot else gap))
            and "\n\n" not in gap
        )

    def _city_word(self, i: int) -> int:
        """Where "thành phố" or "TP" that ends at word `i` begins; `i + 1` where it is neither."""
        if self._is(i, "tp"):
            return i
        return i - 1 if self._is(i, "phố") and self._is(i - 1, "thành") else i + 1

    def _capitalised(self, hit: Hit) -> bool:
        text = self.words.view.text
        return all(text[self.words.starts[i]].isupper() for i in range(hit.first, hit.last + 1))

    def _caps(self, hit: Hit) -> bool:
        start, end = self.words.span(hit.first, hit.last)
        return self.words.view.text[start:end].isupper()

    def _torn(self, hit: Hit) -> bool:
        """Whether more than blanks, a hyphen or a line end part its words, or a number's symbol holds it."""
        gaps = [self.words.gap(i) for i in range(hit.first + 1, hit.last + 1)]
        return self._in_symbol(hit) or any(g.strip(" \n\t-.") or "\n\n" in g for g in gaps)

    def _in_symbol(self, hit: Hit) -> bool:
        text = self.words.view.text
        start, end = self.words.span(hit.first, hit.last)
        before, after = text[start - 1 : start] if start else "", text[end : end + 1]
        short = hit.first == hit.last and len(self._word(hit.first)) <= _SHORT
        return short and (before in ("/", "_", "@", "-") or after in ("/", "_", "@"))

    def _longer(self, hit: Hit) -> bool:
        """Whether a longer name holds it: one of the known, or a capitalised word goes on with it."""
        reach = (
            range(max(0, hit.first - 1), hit.last + 1),
            range(hit.first, min(hit.last + 2, len(self.words))),
        )
        if any(" ".join(map(self._word, span)) in self.cues.longer for span in reach):
            return True
        after = hit.last + 1
        if after >= len(self.words) or self.words.gap(after) != " " or self._caps(hit):
            return False
        follows = self.words.view.text[self.words.starts[after] : self.words.ends[after]]
        goes_on = follows[0].isupper() and follows[1:].islower() and follows != "City"
        return goes_on and not self._is(hit.first - 1, *_UNIT_WORDS)

    def _own_name(self, hit: Hit) -> bool:
        """Whether a noun whose own name follows stands before it: "cầu Đồng Nai", "quốc lộ Hồ Chí Minh"."""
        i = hit.first - 1
        if not self._adjacent(hit.first) or (self._is(i, "phố") and self._is(i - 1, "thành")):
            return False
        if f"{self._word(i - 1)} {self._word(i)}" in self.cues.placing:
            return False
        if self._is(i, "như"):
            return self._word(i - 1) in self.cues.own_name
        if (
            self._word(i) in self.cues.own_name
            or f"{self._word(i - 1)} {self._word(i)}" in self.cues.own_name
        ):
            return True
        bare = self._bare(i), f"{self._bare(i - 1)} {self._bare(i)}"
        return self.unmarked and any(words in self.cues.bare_own_name for words in bare)

    def _in_list_of(self, hit: Hit) -> bool:
        """Whether a list of other things holds it: "các xã Tân Hưng, Hòa Bình", "hai phường An Phú và Long
        An".
        """
        at = hit.first
        if self.words.gap(at).strip() != "," and not self._is(at - 1, "và", "hoặc"):
            return False
        for _ in range(_LIST_WORDS):
            at -= 1
            if at <= 0 or self.words.gap(at + 1).strip(" ,\n") or "\n\n" in self.words.gap(at + 1):
                return False
            if self.words.view.text[self.words.starts[at]].isupper() or self._is(at, "và", "hoặc"):
                continue
            noun = (
                self._word(at) in self.cues.own_name
                or f"{self._word(at - 1)} {self._word(at)}" in self.cues.own_name
            )
            return noun and any(self._many(i) for i in (at - 1, at - 2))
        return False

    def _many(self, index: int) -> bool:
        return self._is(index, "các", "những", "hai", "ba", "bốn", "năm") or self._word(index).isdigit()

    def _provincial_city(self, hit: Hit, city: bool) -> bool:
        """Of a city under the province: "thành phố Lào Cai", "Thành ủy Bắc Kạn"; not "các tỉnh, thành phố X,
        Y".
        """
        i = hit.first - 1
        if city or not self._adjacent(hit.first):
            return False
        start = self._city_word(i)
        if start <= i:
            return not self._is(start - 1, "tỉnh")
        return self._is(i, "ủy") and self._is(i - 1, "thành", "thị", "huyện", "quận")

    def _person(self, hit: Hit) -> bool:
        """Whether it is (part of) a person's name: "Đặng Hoà Bình", "tư tưởng Hồ Chí Minh"."""
        i = hit.first - 1
        if i < 0 or self.words.gap(hit.first) != " ":
            return False
        if self._bare(hit.first) == "ho":
            return self._word(i) in self.cues.the_man or (
                self.unmarked and self._bare(i) in self.cues.bare_the_man
            )
        text = self.words.view.text
        return (
            self._word(i) in self.cues.person and text[self.words.starts[i]].isupper() and not self._caps(hit)
        )


@lru_cache(maxsize=256)
def _plain(word: str) -> str:
    return bare_of(word)
