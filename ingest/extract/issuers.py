"""Who issued a cited act: the body named at a place, its id where the vocabulary has one, and where its name ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ingest.documents import Letterhead
from ingest.normalise import View, bare_of, key_of
from ingest.reading import Reading
from ingest.vocabulary import Vocabulary
from ingest.words import Words

_CITIES = ("hà nội", "hải phòng", "đà nẵng", "hồ chí minh", "cần thơ")
# One committee, its bodies and offices, by level; {c} is a form of the committee's name.
_COMMITTEE = {
    "btv-tu": ("ban thường vụ {c}", "btv {c}"),
    "tt-tu": ("thường trực {c}",),
    "vptu": ("văn phòng {c}",),
    "btgtu": ("ban tuyên giáo {c}",),
    "bdvtu": ("ban dân vận {c}",),
    "btctu": ("ban tổ chức {c}",),
    "ubkttu": ("ủy ban kiểm tra {c}",),
    "bnctu": ("ban nội chính {c}",),
    "bi-thu-tu": ("bí thư {c}",),
}
_PEOPLE = ("ủy ban nhân dân", "ubnd")
_OTHER_FORMS = {
    "thủ tướng chính phủ": "ttg", "thủ tướng": "ttg", "chính phủ": "cp", "the prime minister": "ttg",
    "prime minister": "ttg", "the government": "cp", "ministry of health": "byt", "the ministry of health": "byt",
    "the politburo": "bct", "bộ chính trị": "bct", "ban bí thư": "bbt", "thường trực ban bí thư": "bbt",
    "ban bí thư trung ương đảng": "bbt", "ban chấp hành trung ương": "bch-tw", "trung ương đảng": "bch-tw",
    "trung ương": "bch-tw", "ban chấp hành đảng bộ tỉnh": "bch-dang-bo", "ban chấp hành đảng bộ": "bch-dang-bo",
    "ban chấp hành đảng bộ thành phố": "bch-dang-bo", "ban chỉ đạo quốc gia": "bcdqg", "bcđ quốc gia": "bcdqg",
    "ban chỉ đạo tỉnh": "bcd-tinh", "hội đồng nhân dân tỉnh": "hdnd-tinh", "hđnd tỉnh": "hdnd-tinh",
    "quốc hội": "qh", "ủy ban thường vụ quốc hội": "ubtvqh", "huyện ủy": "huyen-uy", "thị ủy": "thi-uy",
    "quận ủy": "quan-uy", "ban thường vụ huyện ủy": "huyen-uy", "ban thường vụ thị ủy": "thi-uy",
    "ban thường vụ quận ủy": "quan-uy", "ngành y tế": "so-yt",
}  # fmt: skip
# Words that open the name of an organisation or office without a row.
_HEADS = frozenset(
    bare_of(w)
    for w in (
        "bộ sở cục tổng ủy ubnd hđnd ban hội văn chi công viện trung liên đảng đoàn tỉnh thành huyện quận thị"
        " phòng trường bệnh ngân kho bảo tòa mặt quân học thanh kiểm đại chủ bí giám hđnd bcđ vụ"
    ).split()
)
_STOPS = frozenset(
    "về ban quy hướng tại để trong đã có là cho trên theo từ đến với nhằm do được yêu đề thì gửi nêu ngày số việc"
    " năm khi nên phải sẽ cũng như ở vào này trước sau của gắn".split()
)
_LEVEL_WORDS = ("tỉnh", "thành phố", "tp", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn")
_LEVEL = re.compile(r"\s+(?P<level>" + "|".join(key_of(w) for w in _LEVEL_WORDS) + r")\b\.?")
_PLACE = re.compile(r"\s+(?P<name>[^\W\d_]+(?:(?:\s|\s?-\s?)[^\W\d_]+){0,4})")
_UNIT_WORD = re.compile(r"\b(?:huyện|quận|thị xã|xã|phường|thị trấn|thành phố)$")
_PREVENTION = re.compile(  # Ban Chỉ đạo … phòng, chống dịch bệnh Covid-19; BCĐ PCD Covid-19
    r"\s+(?:phòng,?\s+chống\s+dịch(?:\s+bệnh)?|pcd|pctt)(?:\s+(?:covid(?:\s?-\s?19)?|viêm\s+đường\s+hô\s+hấp\s+cấp))?"
)
_APPOSITION = re.compile(r",\s*(?:phó\s+)?trưởng\s+ban\s+chỉ\s+đạo(?:\s+quốc\s+gia)?(?=[\s,.;])")


@dataclass(frozen=True, slots=True)
class Issuer:
    """The name at [start, end) of a view; `id` is None where no row fits or the level cannot be told."""

    start: int
    end: int
    id: str | None


class Issuers:
    """Finds the body named at a position of one document."""

    def __init__(self, reading: Reading, letterhead: Letterhead) -> None:
        self._view: View = reading.view
        self._words: Words = reading.words
        self._forms, self._longest = _forms(reading.vocabulary)
        self._provinces = _province_names(reading.vocabulary)
        self._city = letterhead.province is not None and letterhead.province.value in _city_codes(
            reading.vocabulary
        )

    def at(self, position: int) -> Issuer | None:
        """The body whose name begins at `position` of the view; None where none does."""
        first = self._words.at(position)
        if first >= len(self._words) or self._words.starts[first] != position:
            return None
        return self._known(first) or self._unknown(first)

    def before(self, position: int) -> Issuer | None:
        """The known body whose name ends right before `position` (only blanks between)."""
        last = self._words.before(position)
        for first in range(max(0, last - self._longest + 1), last + 1):
            body = self._known(first)
            if body and body.id and body.end == self._words.ends[last]:
                return body
        return None

    def _known(self, first: int) -> Issuer | None:
        words = self._words
        for count in range(min(self._longest, len(words) - first), 0, -1):
            last = first + count - 1
            body = self._forms.get(tuple(words.key(i) for i in range(first, last + 1)))
            if body is not None and not words.broken(first, last):
                return self._levelled(words.starts[first], words.ends[last], body)
        return None

    def _levelled(self, start: int, end: int, body: str) -> Issuer:
        """The name with the level and place behind it, which may decide between two rows."""
        key = self._view.key
        if body in ("bcd", "bcdqg", "bcd-tinh") and (more := _PREVENTION.match(key, end)):
            end = more.end()
        level = _LEVEL.match(key, end)
        printed = key[start:end]
        if level and body not in _CENTRAL:
            end = level.end()
        word = level["level"] if level else printed.split()[-1] if body not in _CENTRAL else ""
        place = self._place(end) if body not in _CENTRAL else None
        if place:
            end = place[0]
        if apposition := _APPOSITION.match(key, end):
            end = apposition.end()
            more = _PREVENTION.match(key, end)
            end = more.end() if more else end
        return Issuer(start, end, self._row(body, printed, word, place[1] if place else "") or None)

    def _place(self, end: int) -> tuple[int, str] | None:
        """End and key of a place name right behind a body: a province, or after a level any capitalised name."""
        match = _PLACE.match(self._view.key, end)
        if match is None:
            return None
        name = match["name"]
        while name:
            if name.replace("-", " ").split() and self._is_place(end, match.start("name"), name):
                return match.start("name") + len(name), " ".join(name.split())
            name = name.rpartition(" ")[0].rstrip(" -")
        return None

    def _is_place(self, end: int, start: int, name: str) -> bool:
        printed = self._view.text[start : start + len(name)]
        if not all(w[:1].isupper() for w in re.findall(r"[^\W\d_]+", printed)):
            return False
        if " ".join(re.findall(r"[^\W\d_]+", name)) in self._provinces:
            return True
        same_line = "\n" not in self._view.text[end : start + len(name)]
        return same_line and _UNIT_WORD.search(self._view.key, max(0, end - 12), end) is not None

    def _row(self, body: str, printed: str, level: str, place: str) -> str | None:
        city = place in _CITIES if place else self._city
        if body == "people":
            return self._people(level, city=city)
        if body == "chair":
            return "ct-ubnd" if self._people(level, city=city) == "ubnd-tinh" else None
        if body == "bcd":
            return "bcd-tinh" if level == "tỉnh" or (level == "thành phố" and city) else None
        if "thành ủy" in printed and not city:
            return "thanh-uy-tinh" if body in ("thanh-uy", "btv-tu") else None
        return "thanh-uy-tw" if body == "thanh-uy" else body

    @staticmethod
    def _people(level: str, *, city: bool) -> str | None:
        if level == "tỉnh" or (level in ("thành phố", "tp") and city):
            return "ubnd-tinh"
        if level in ("huyện", "quận", "thị xã", "thành phố", "tp"):
            return "ubnd-huyen"
        return "ubnd-xa" if level in ("xã", "phường", "thị trấn") else None

    def _unknown(self, first: int) -> Issuer | None:
        """An organisation without a row, by the grammar of names: a head in capitals up to a word that ends it."""
        words, text = self._words, self._view.text
        if not text[words.starts[first]].isupper() or words.bare(first) not in _HEADS:
            return None
        last, lower = first, 0
        for index in range(first + 1, min(first + 14, len(words))):
            gap, capital = words.gap(index), text[words.starts[index]].isupper()
            lower = 0 if capital else lower + 1
            if gap.strip() not in ("", "-", "&") or "\n\n" in gap or words.key(index) in _STOPS or lower > 3:
                break
            if words.key(index) == "và" and not self._goes_on(index + 1):
                break
            last = index
        return Issuer(words.starts[first], words.ends[last], None) if last > first else None

    def _goes_on(self, index: int) -> bool:
        """Whether the word after "và" still belongs to one name (Thương binh và Xã hội)."""
        words = self._words
        return (
            index < len(words)
            and self._view.text[words.starts[index]].isupper()
            and words.bare(index) not in _HEADS
        )


_CENTRAL = frozenset(
    (
        "ttg",
        "cp",
        "byt",
        "bct",
        "bbt",
        "bch-tw",
        "qh",
        "ubtvqh",
        "vptw",
        "vpcp",
        "bcdqg",
        "tct-cp",
        "bcsd-cp",
        "qutw",
        "",
    )
)


def _forms(vocabulary: Vocabulary) -> tuple[Mapping[tuple[str, ...], str], int]:
    """Every form of a body's name as words of the key reading -> its id, "" where it has no row."""
    table: dict[tuple[str, ...], str] = {}
    for code in vocabulary.issuer_codes.values():
        if code.level == "central" and code.sector != "suffix":
            _add(table, (code.name,), code.body)
    for body in vocabulary.bodies.values():
        if body.level == "central" or body.id.startswith(
            ("so-", "cdc", "bql", "cong-an", "quan-su", "ubmttq")
        ):
            names = (body.name, *(a for a in body.aliases if "(" not in a and "/" not in a))
            _add(table, (n for n in names if len(n.split()) > 1), body.id)
    for place, rows in _TEMPLATES:
        for body_id, forms in rows.items():
            _add(table, (f.format(c=place) for f in forms), body_id)
    for form, body_id in _OTHER_FORMS.items():
        _add(table, (form,), body_id)
    return table, max(len(words) for words in table)


_TEMPLATES = (
    ("tỉnh ủy", _COMMITTEE | {"tinh-uy": ("{c}",)}),
    ("thành ủy", _COMMITTEE | {"thanh-uy": ("{c}",)}),
    *(
        (p, {"people": ("{c}",), "chair": ("chủ tịch {c}",), "vp-ubnd": ("văn phòng {c} tỉnh",)})
        for p in _PEOPLE
    ),
    ("ban chỉ đạo", {"bcd": ("{c}", "bcđ")}),
)


def _add(table: dict[tuple[str, ...], str], names: Iterable[str], body: str) -> None:
    for name in names:
        table[tuple(re.findall(r"[^\W_]+", key_of(name)))] = body


def _province_names(vocabulary: Vocabulary) -> frozenset[str]:
    names = (n for row in vocabulary.provinces.values() for n in (row.name, *row.aliases) if len(n) > 3)
    return frozenset(" ".join(re.findall(r"[^\W\d_]+", key_of(n))) for n in names)


def _city_codes(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(c for c, row in vocabulary.provinces.items() if key_of(row.name) in _CITIES)
