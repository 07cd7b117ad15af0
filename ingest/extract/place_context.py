"""What the words around a place name make of it: a province, a city of that name, a street, a person."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.words import Hit, Words

# Nouns whose own name follows: "cầu Đồng Nai", "sông Sài Gòn", "phường Hòa Bình", "chợ Bến Tre", "ga Hà Nội".
_OWN_NAME = frozenset(
    "huyện quận phường xã thôn ấp bản làng khóm buôn đường phố hẻm ngõ cầu sông suối kênh rạch hồ biển vịnh đảo cồn cảng chợ ga đèo núi"
    " hầm chùa đình đền cao_tốc quốc_lộ tỉnh_lộ đại_lộ hương_lộ thị_xã thị_trấn tx tt bến_xe bến_phà bến_cảng sân_bay khách_sạn ngã_tư"
    " ngã_ba vòng_xoay siêu_thị quảng_trường tượng_đài phà vàm công_viên nhà_hát đập thác vườn_quốc_gia trường_sa tuyến làng_nghề"
    " rừng cửa_biển bán_đảo quần_đảo tàu công_ty tổng_công_ty nhà_máy tập_đoàn".split()
)
# Words before "Hồ Chí Minh" that make it the man's name: "Đoàn TNCS Hồ Chí Minh", "tư tưởng Hồ Chí Minh".
_THE_MAN = frozenset(
    "tncs sản tịch tưởng bác cách gương lăng phong đức người đạo huân thưởng học quốc_gia giải_thưởng".split()
)
_PERSON = frozenset(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ ngô lý đoàn đinh trịnh đào hà lâm mai tô tạ lương văn thị hữu đức"
    " minh xuân thanh quang ngọc đình bá công duy thái trương cao châu".split()
)
_LONGER = frozenset({"thái bình dương", "điện biên phủ", "hà nam ninh", "hòa bình dương", "bình định vương"})
_UNIT_WORDS = frozenset({"tỉnh", "ủy", "ubnd", "hđnd"})
_PLACING = frozenset("tại ở từ về đến đi qua vào khỏi với và hoặc giáp của thành".split())
_SPACE = re.compile(r"[ \n\t]*")
_LIST = re.compile(r"\s*(?:[,;/]|\s-\s)\s*|\s*,?\s+(?:và|hoặc|and|va)\s+", re.IGNORECASE)


def unmarked(words: Words) -> bool:
    """Whether a text is written without Vietnamese marks (or in English): then names without marks count."""
    letters = [(k, b) for k, b in zip(words.joined_key, words.joined_bare, strict=True) if k.isalpha()]
    return bool(letters) and sum(k != b for k, b in letters) * 25 < len(letters)


@dataclass(frozen=True, slots=True)
class Context:
    """The words of a text, and whether it is written without marks."""

    words: Words
    unmarked: bool

    def _word(self, index: int) -> str:
        return self.words.key(index) if 0 <= index < len(self.words) else ""

    def _adjacent(self, index: int, dot: bool = True) -> bool:
        """Whether only blanks (and a dot after "TP", "TX") stand before word `index`."""
        gap = self.words.gap(index)
        return index > 0 and bool(_SPACE.fullmatch(gap.replace(".", "", 1) if dot else gap)) and "\n\n" not in gap

    def _is(self, index: int, *words: str) -> bool:
        word = self._word(index)
        return word in words or (self.words.bare(index) in _bare(words) if 0 <= index < len(self.words) else False)

    def names_other(self, hit: Hit, city: bool) -> bool:
        """Whether the words belong to another name: a district, a street, a person, a longer name."""
        return (
            not self._capitalised(hit)
            or self._torn(hit)
            or self._longer(hit)
            or self._own_name(hit)
            or self._provincial_city(hit, city)
            or self._person(hit)
        )

    def _capitalised(self, hit: Hit) -> bool:
        text = self.words.view.text
        return all(text[self.words.starts[i]].isupper() for i in range(hit.first, hit.last + 1))

    def _torn(self, hit: Hit) -> bool:
        """The words of a name stand together: "Bà Rịa - Vũng Tàu" has its hyphen, else blanks or one line end."""
        gaps = [self.words.gap(i) for i in range(hit.first + 1, hit.last + 1)]
        inside = self.words.view.text
        before = inside[self.words.starts[hit.first] - 1 : self.words.starts[hit.first]]
        after = inside[self.words.ends[hit.last] : self.words.ends[hit.last] + 1]
        glued = before in ("/", "_", "@") or (before == "-" and hit.first == hit.last) or after in ("/", "_", "@")
        coded = hit.first == hit.last and len(self._word(hit.first)) <= 4 and glued
        return coded or any(g.strip(" \n\t-.") or "\n\n" in g for g in gaps)

    def _longer(self, hit: Hit) -> bool:
        key = " ".join(self._word(i) for i in range(hit.first, min(hit.last + 2, len(self.words))))
        if key in _LONGER or " ".join(self._word(i) for i in range(max(0, hit.first - 1), hit.last + 1)) in _LONGER:
            return True
        after = hit.last + 1
        if after >= len(self.words) or self.words.gap(after) != " " or self._caps(hit):
            return False
        text = self.words.view.text
        follows = text[self.words.starts[after] : self.words.ends[after]]
        name_goes_on = follows[0].isupper() and not follows.isupper() and follows[1:].islower()
        return name_goes_on and not self._is(hit.first - 1, *_UNIT_WORDS) and follows.lower() != "city"

    def _caps(self, hit: Hit) -> bool:
        start, end = self.words.span(hit.first, hit.last)
        return self.words.view.text[start:end].isupper()

    def _own_name(self, hit: Hit) -> bool:
        i = hit.first - 1
        if i < 0 or not self._adjacent(hit.first):
            return False
        two = f"{self._word(i - 1)}_{self._word(i)}"
        bare_two = f"{self.words.bare(i - 1)}_{self.words.bare(i)}" if i > 0 else ""
        if self._is(i, "phố") and self._is(i - 1, "thành"):
            return False
        if "như" in (self._word(i),) and (self._word(i - 1) in _OWN_NAME):
            return True
        if two in _OWN_NAME or (self.unmarked and bare_two in _BARE_OWN):
            return True
        if self._word(i) in ("chí",):
            return False
        return self._word(i) in _OWN_NAME or (self.unmarked and self.words.bare(i) in _BARE_OWN)

    def _provincial_city(self, hit: Hit, city: bool) -> bool:
        """"thành phố Lào Cai", "TP. Huế", "Thành ủy Bắc Kạn"; but not "các tỉnh, thành phố Bắc Giang, …"."""
        if city or not self._adjacent(hit.first):
            return False
        i = hit.first - 1
        if self._is(i, "tp"):
            return not self._is(i - 1, "tỉnh")
        if self._is(i, "phố") and self._is(i - 1, "thành"):
            return not self._is(i - 2, "tỉnh")
        return self._is(i, "ủy") and self._is(i - 1, "thành", "thị", "huyện", "quận")

    def _person(self, hit: Hit) -> bool:
        i = hit.first - 1
        if i < 0 or self.words.gap(hit.first) != " ":
            return False
        if self._word(hit.first) == "hồ" or self.words.bare(hit.first) == "ho":
            return self._word(i) in _THE_MAN or self.words.bare(i) in _bare(tuple(_THE_MAN)) or self._own_name(hit)
        text = self.words.view.text
        return self._word(i) in _PERSON and text[self.words.starts[i]].isupper() and not self._caps(hit)

    def titled(self, hit: Hit, city: bool) -> bool:
        """Whether a type word stands before it: "tỉnh", "Tỉnh ủy", "UBND", of the five cities "thành phố", "TP."."""
        if not self._adjacent(hit.first):
            return False
        i = hit.first - 1
        if self._is(i, "tỉnh") or (self._is(i, "ủy") and self._is(i - 1, "tỉnh")):
            return True
        if not city:
            return False
        return self._is(i, "tp") or (self._is(i, "phố") and self._is(i - 1, "thành")) or (
            self._is(i, "ủy") and self._is(i - 1, "thành")
        )

    def city_start(self, hit: Hit) -> int:
        """The first word of a city's span: "Thành phố Hồ Chí Minh", "TP.HCM"; a plural head stays outside."""
        i = hit.first - 1
        if i < 0 or not self._adjacent(hit.first):
            return hit.first
        start = i if self._is(i, "tp") else i - 1 if self._is(i, "phố") and self._is(i - 1, "thành") else hit.first
        plural = start > 0 and start < hit.first and self._is(start - 1, "các", "tỉnh")
        return hit.first if plural else start

    def placed(self, hit: Hit) -> bool:
        """Whether a preposition of place stands before it, or the date behind it: "tại Sài Gòn", "Huế, ngày …"."""
        after = hit.last + 1
        dated = after < len(self.words) and "," in self.words.gap(after) and self.words.bare(after) == "ngay"
        listing = self.words.gap(hit.first).strip() == ":" and self._is(hit.first - 1, "phố", "tỉnh")
        return dated or listing or (self._word(hit.first - 1) in _PLACING and self._adjacent(hit.first, dot=False))

    def listed(self, before: int, first: int) -> bool:
        """Whether the name at word `first` stands in one list with the name that ends at word `before`."""
        if before < 0 or first - before > 2 or first <= before:
            return False
        text = self.words.view.text[self.words.ends[before] : self.words.starts[first]]
        return bool(_LIST.fullmatch(text))

    def chains(self, hit: Hit) -> bool:
        """Whether further names in the list share the street word: "các tuyến phố như A, B", "kênh A - B"."""
        i = hit.first - 1
        if not self._own_name(hit):
            return False
        plural = self._is(i, "như") or self._is(i - 1, "các", "những", "tuyến") or self._is(i - 2, "các", "những")
        after = hit.last + 1
        return plural or (after < len(self.words) and self.words.gap(after).strip() == "-")

    def chained(self, until: int, first: int) -> bool:
        """Whether word `first` goes on a chain that reached word `until`."""
        return 0 <= until < first and self.listed(until, first)


def _bare(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(w.translate(_MARKS) for w in words)


_MARKS = str.maketrans("đáàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ", "d" + "a" * 17 + "e" * 11 + "i" * 5 + "o" * 17 + "u" * 11 + "y" * 5)
_BARE_OWN = frozenset(w.translate(_MARKS) for w in _OWN_NAME)
