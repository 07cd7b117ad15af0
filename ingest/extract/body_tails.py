"""What may stand behind a head in a body's name: a level, units, a place, a Party committee.

"UBND | các huyện, thị xã, thành phố", "Công an | tỉnh Sơn La", "đoàn thể | cấp tỉnh", "Văn phòng | Huyện ủy".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ingest.extract.body_lexicon import Lexicon, bare_stretch, capital, joined, unmarked
from ingest.normalise import bare_of
from ingest.words import Words

_UNITS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("tỉnh",), "province"),
    (("thành", "phố"), "city"),
    (("tp",), "city"),
    (("huyện",), "district"),
    (("quận",), "district"),
    (("thị", "xã"), "district"),
    (("tx",), "district"),
    (("thị", "trấn"), "commune"),
    (("xã",), "commune"),
    (("phường",), "commune"),
    (("đặc", "khu"), "commune"),
)
_LEVELS = (*_UNITS, (("trung", "ương"), "central"), (("cơ", "sở"), "commune"))
_FIRST_BARES = frozenset("tinh thanh tp huyen quan thi tx xa phuong dac cap cac o".split())
_COMMITTEES = {"tỉnh": "province", "thành": "city", "huyện": "district", "thị": "district", "quận": "district"}
_COMMITTEE_BARES = frozenset(("tinh", "thanh", "huyen", "thi", "quan"))
# Capitals that begin the next line of a letterhead, a signature or a list, and are no place's name.
_NO_NAME = frozenset("v chỉ quyết kế thông tm t kt tl như lưu đảng phó các và ubnd sở số hđnd".split())
_NO_NAME_PAIRS = frozenset(
    (("cong", "hoa"), ("doc", "lap"), ("noi", "nhan"), ("can", "cu"), ("kinh", "gui"), ("thuc", "hien"), ("hoi", "dong"))
)
_ORDER = ("central", "province", "city", "district", "commune")


@dataclass(frozen=True, slots=True)
class Tail:
    """The words behind a head up to `last` (inclusive); `level` is central, province, city (not known whose),
    district, commune or all; `centre` whether a name tells that the city is under the centre; `kinds` the
    committees named, by their first word; `cuts` where a further level begins that is a body of its own."""

    last: int
    level: str
    centre: bool | None = None
    kinds: tuple[str, ...] = ()
    cuts: tuple[tuple[int, str], ...] = ()


@lru_cache(maxsize=512)
def _plain(key: str) -> str:
    return bare_of(key)


def same(words: Words, index: int, *keys: str) -> bool:
    """Whether word `index` is one of `keys`, or one of them where the whole stretch lost its marks."""
    if not 0 <= index < len(words):
        return False
    word = words.key(index)
    if word in keys:
        return True
    lost = any(words.bare(index) == _plain(k) for k in keys) and unmarked(words, index)
    return lost and bare_stretch(words, index, index)


def same_bare(words: Words, index: int, key: str) -> bool:
    """Whether word `index` is `key` without its marks."""
    return 0 <= index < len(words) and words.bare(index) == _plain(key) and unmarked(words, index)


def sequence(words: Words, index: int, keys: tuple[str, ...]) -> bool:
    """Whether the words `keys` stand at `index`, with nothing but blanks between; of several, one or more but not
    all may bear wrong marks ("thị xa", "thành phô")."""
    if index < 0 or index + len(keys) > len(words):
        return False
    if not all(same(words, index + k, key) for k, key in enumerate(keys)):
        right = sum(words.key(index + k) == key for k, key in enumerate(keys))
        if not right or any(words.bare(index + k) != _plain(key) for k, key in enumerate(keys)):
            return False
    return all(joined(words, index + k) for k in range(1, len(keys)))


def gap_kind(words: Words, index: int) -> str:
    """What joins word `index` to the one before it: "", "," or another mark, without blanks and markdown."""
    return words.gap(index).strip(" \t\n*_\\")


def unit(words: Words, index: int, table: tuple[tuple[tuple[str, ...], str], ...] = _UNITS) -> tuple[int, str] | None:
    """The unit at word `index` ("thị xã"): how many words, and its level; none before "ủy" ("thành ủy")."""
    for keys, level in table:
        if sequence(words, index, keys):
            after = index + len(keys)
            if joined_word(words, after, "ủy", "đoàn", "hội", "đội"):
                return None
            return len(keys), level
    return None


def joined_word(words: Words, index: int, *keys: str) -> bool:
    """Whether one of `keys` stands at `index` right behind the word before."""
    return same(words, index, *keys) and joined(words, index)


def units_tail(words: Words, index: int, lexicon: Lexicon) -> Tail | None:
    """The level, units and places that begin at word `index`: "cấp huyện, cấp xã", "tỉnh Hà Nam", "các quận"."""
    if index >= len(words) or not joined(words, index):
        return None
    if words.bare(index) not in _FIRST_BARES and not words.key(index).isdigit():
        return province_tail(words, index, lexicon)
    if sequence(words, index, ("các", "cấp")):
        return Tail(index + 1, "all")
    start = index + 1 if same(words, index, "ở", "của") else index
    levels = _levels(words, start)
    return levels or _units(words, start, lexicon)


def province_tail(words: Words, index: int, lexicon: Lexicon) -> Tail | None:
    """A province's name right behind the head: "Sở Y tế | Bình Định", "Thành ủy | Cần Thơ"."""
    if index >= len(words) or not joined(words, index):
        return None
    found = province_at(words, index, lexicon)
    return Tail(index + found[0] - 1, "province", found[1]) if found else None


def province_at(words: Words, index: int, lexicon: Lexicon) -> tuple[int, bool] | None:
    """The province named at word `index`: how many words, and whether it is a city under the centre."""
    if index >= len(words) or not capital(words, index):
        return None
    for keys, bares, _, centre in lexicon.provinces.get(words.bare(index), ()):
        hit = all(index + k < len(words) and words.bare(index + k) == b for k, b in enumerate(bares))
        if hit and sequence(words, index, keys):
            return len(keys), centre
    return None


def _levels(words: Words, index: int) -> Tail | None:
    """ "cấp huyện", "các cấp huyện, xã", "cấp huyện, cấp xã": each further "cấp" begins a name of its own."""
    at = index + 1 if sequence(words, index, ("các", "cấp")) else index
    if not same(words, at, "cấp"):
        return None
    first = unit(words, at + 1, _LEVELS)
    if first is None:
        return None
    last, level, cuts = at + first[0], first[1], []
    while (more := next_item(words, last + 1)) is not None:
        own = same(words, more, "cấp")
        following = unit(words, more + own, _LEVELS)
        if following is None:
            break
        if own:
            cuts.append((more, _settled(following[1])))
        last = more + own + following[0] - 1
    return Tail(last, _settled(level), cuts=tuple(cuts))


def _settled(level: str) -> str:
    return "district" if level == "city" else level


def next_item(words: Words, index: int) -> int | None:
    """Where the next member of a list stands, behind a comma or "và" (and "các"); none where the list ends."""
    if index >= len(words):
        return None
    comma, conjunction = gap_kind(words, index) in (",", "/", ", "), joined_word(words, index, "và", "hoặc")
    if not comma and not conjunction:
        return None
    at = index + 1 if same(words, index, "và", "hoặc") else index
    return at + 1 if same(words, at, "các") else at


def _units(words: Words, index: int, lexicon: Lexicon) -> Tail | None:
    plural = same(words, index, "các") or words.key(index).isdigit()
    at = index + 1 if plural else index
    found = unit(words, at)
    if found is None:
        return None
    levels, centre = [found[1]], None
    last = at + found[0] - 1
    last, centre = _with_name(words, last, found[1], lexicon, plural)
    while (more := next_item(words, last + 1)) is not None:
        following = unit(words, more)
        if following is None:
            break
        levels.append(following[1])
        last, named = _with_name(words, more + following[0] - 1, following[1], lexicon, plural)
        centre = centre or named
    if sequence(words, last + 1, ("trực", "thuộc", "trung", "ương")) and joined(words, last + 1):
        last, centre = last + 4, True
    return Tail(last, _highest(levels), centre)


def _highest(levels: list[str]) -> str:
    """The level a list speaks of: with districts or communes beside it, "thành phố" is a city of the province."""
    if "province" in levels:
        return "province"
    if "district" in levels:
        return "district"
    return min(levels, key=_ORDER.index)


def _with_name(words: Words, last: int, level: str, lexicon: Lexicon, plural: bool) -> tuple[int, bool | None]:
    """The place's name behind a unit: last word of it, and for a city whether it is one under the centre."""
    at = last + 1
    if at >= len(words) or not joined(words, at):
        return last, None
    province = province_at(words, at, lexicon)
    if province and level in ("province", "city"):
        return last + province[0], province[1]
    if level == "province":
        return last, None
    end = _name_end(words, at)
    if plural and end >= at:
        end = _names_end(words, end)
    return (end, False) if end >= at else (last, None)


def _names_end(words: Words, end: int) -> int:
    """Last word of a list of places' names whose first ends at `end`: "các huyện Năm Căn, Ngọc Hiển"."""
    while (more := next_item(words, end + 1)) is not None and unit(words, more) is None:
        further = _name_end(words, more)
        if further < more or words.bare(more) in _HEAD_WORDS:
            break
        end = further
    return end


# A body's first word ends a list of places ("các huyện A, B, Sở Y tế").
_HEAD_WORDS = frozenset("so ban bo uy ubnd cong hoi van thu giam chu bi mat mttq trung lien doan vien to don co".split())


def _name_end(words: Words, index: int) -> int:
    """Last word of a run of at most four capitalised words on one line; `index - 1` where there is none."""
    end = index - 1
    for at in range(index, min(index + 4, len(words))):
        gap = words.gap(at)
        inside = at == index or gap in (" ", "'", "-", " - ")
        if not inside or not (capital(words, at) or words.key(at).isdigit()) or _no_name(words, at):
            break
        end = at
    return end


def _no_name(words: Words, index: int) -> bool:
    pair = (words.bare(index), words.bare(index + 1) if index + 1 < len(words) else "")
    return words.key(index) in _NO_NAME or pair in _NO_NAME_PAIRS


def committee_tail(words: Words, index: int, lexicon: Lexicon) -> Tail | None:
    """A Party committee, or several that share their last word: "Tỉnh ủy", "huyện ủy, thành ủy", "huyện, thị ủy"."""
    if index < len(words) and sequence(words, index, ("trung", "ương")):
        last = index + 1
        last += 1 if joined_word(words, last + 1, "đảng") else 0
        return Tail(last, "central", kinds=("trung ương",))
    found = committees_at(words, index + 1 if same(words, index, "các") else index)
    if not found:
        return None
    last = found[-1][1]
    levels = [level for _, _, _, level in found]
    centre = None
    if len(found) == 1:
        last, centre = _committee_place(words, last, lexicon)
    return Tail(last, _highest(levels), centre, tuple(kind for _, _, kind, _ in found))


def _committee_place(words: Words, last: int, lexicon: Lexicon) -> tuple[int, bool | None]:
    """The place behind a single committee: "Thành ủy | Thành phố Hồ Chí Minh", "Huyện ủy | Gò Dầu"."""
    place = province_tail(words, last + 1, lexicon)
    if place is None and last + 1 < len(words) and joined(words, last + 1):
        word = unit(words, last + 1)
        named = province_at(words, last + 1 + word[0], lexicon) if word else None
        place = Tail(last + (word[0] if word else 0) + named[0], "province", named[1]) if named else None
    if place is not None:
        return place.last, bool(place.centre)
    return name_run(words, last), None


def committees_at(words: Words, index: int) -> list[tuple[int, int, str, str]]:
    """The committees of a list at word `index`, each as first and last word, kind ("huyện") and level. The list
    "huyện, thị, thành ủy" shares its last word; a list without "ủy" is one of places and gives nothing."""
    found: list[tuple[int, int, str, str]] = []
    pending: list[tuple[int, int, str, str]] = []
    at: int | None = index
    while at is not None and at < len(words) and words.bare(at) in _COMMITTEE_BARES:
        kind = next((k for k in _COMMITTEES if same(words, at, k)), None)
        if kind is None:
            break
        full = (joined_word(words, at + 1, "ủy") or same_bare(words, at + 1, "ủy")) and not joined_word(words, at + 2, "viên", "ban")
        pending.append((at, at + 1 if full else at, kind, _COMMITTEES[kind]))
        if full:
            found, pending = [*found, *pending], []
        at = next_item(words, pending[-1][1] + 1 if pending else found[-1][1] + 1)
    return found


# Family names of most people: three capitals in a row behind one are a person ("Bí thư Huyện ủy Nguyễn Văn A").
_FAMILIES = frozenset(
    "nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh mai trịnh đoàn lâm tạ tô trương".split()
)


def name_run(words: Words, last: int, *, several: bool = False, wrapped: bool = False) -> int:
    """Last word of a place's name right behind `last` ("Huyện ủy | Gò Dầu"), or of several; `last` where none is.
    The name may begin on the next line only where `wrapped`, and never behind a line in capitals."""
    at = last + 1
    if at >= len(words) or not joined(words, at) or unit(words, at):
        return last
    shouted = words.view.text[words.starts[last] : words.ends[last]].isupper()
    if "\n" in words.gap(at) and (shouted or not wrapped):
        return last
    if words.key(at) in _FAMILIES and _name_end(words, at) - at >= 2:
        return last
    end = _name_end(words, at)
    return _names_end(words, end) if several and end > last else max(last, end)
