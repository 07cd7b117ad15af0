"""What may stand behind a head in a body's name: a level, units, a place, a Party committee.

"UBND | các huyện, thị xã, thành phố", "Công an | tỉnh Sơn La", "đoàn thể | cấp tỉnh", "Văn phòng |
Huyện ủy".
"""

from __future__ import annotations

from dataclasses import dataclass

from ingest.extract.bodies.lexicon import Lexicon, joined
from ingest.extract.bodies.places import UNITS, name_end, names_end, province_at, unit
from ingest.extract.bodies.word_tests import next_item, same, sequence
from ingest.extract.phrase_lists import phrases_of, words_of
from ingest.text.words import Words

_LEVELS = (*UNITS, (("trung", "ương"), "central"), (("cơ", "sở"), "commune"))
_FIRST_BARES = words_of("tinh thanh tp huyen quan thi tx xa phuong dac cap cac o")
# Units of a kind. Elsewhere: "UBND các huyện miền núi, thành phố", "UBND các xã biên giới".
_KINDS = phrases_of(
    "biên giới|miền núi|ven biển|vùng cao|vùng biên|đồng bằng|trung du|nội thành|ngoại thành|ven đô|phía nam"
    "|phía bắc|phía đông|phía tây|ven biên|hải đảo|vùng sâu"
)
_ORDER = ("central", "province", "city", "district", "commune")


@dataclass(frozen=True, slots=True)
class Tail:
    """The words behind a head up to `last` (inclusive); `level` is central, province, city (not known
    whose),
    district, commune or all; `centre` whether a name tells that the city is under the centre; `kinds` the
    committees named, by their first word; `cuts` where a further level begins that is a body of its
    own."""

    last: int
    level: str
    centre: bool | None = None
    kinds: tuple[str, ...] = ()
    cuts: tuple[tuple[int, str], ...] = ()


def units_tail(words: Words, index: int, lexicon: Lexicon) -> Tail | None:
    """The level, units and places that begin at word `index`: "cấp huyện, cấp xã", "tỉnh Hà Nam", "các
    quận"."""
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


def _levels(words: Words, index: int) -> Tail | None:
    """ "cấp huyện", "các cấp huyện, xã", "cấp huyện, cấp xã": each further "cấp" begins a name of its
    own."""
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
    if plural and levels == levels[:1]:
        last = _described(words, last)
        while (more := next_item(words, last + 1)) is not None and (further := unit(words, more)):
            levels.append(further[1])
            last = _described(words, more + further[0] - 1)
    if sequence(words, last + 1, ("trực", "thuộc", "trung", "ương")) and joined(words, last + 1):
        last, centre = last + 4, True
    return Tail(last, highest(levels), centre)


def _described(words: Words, last: int) -> int:
    """The last word of units told apart from others: "các huyện | biên giới", "các xã | vùng cao"."""
    return next((last + len(kind) for kind in _KINDS if sequence(words, last + 1, kind)), last)


def highest(levels: list[str]) -> str:
    """The level a list speaks of: with districts or communes beside it, "thành phố" is a city of the
    province."""
    if "province" in levels:
        return "province"
    if "district" in levels:
        return "district"
    return min(levels, key=_ORDER.index)


def _with_name(
    words: Words, last: int, level: str, lexicon: Lexicon, plural: bool
) -> tuple[int, bool | None]:
    """The place's name behind a unit: last word of it, and for a city whether it is one under the
    centre."""
    at = last + 1
    if at >= len(words) or not joined(words, at):
        return last, None
    province = province_at(words, at, lexicon)
    if province and level in ("province", "city"):
        return last + province[0], province[1]
    if level == "province":
        return last, None
    end = name_end(words, at)
    if plural and end >= at:
        end = names_end(words, end)
    return (end, False) if end >= at else (last, None)
