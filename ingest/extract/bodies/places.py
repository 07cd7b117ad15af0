"""Places in bodies' names: units of government, provinces, and other places by their capitals."""

from __future__ import annotations

from functools import lru_cache

from ingest.extract.bodies.lexicon import Lexicon, capital, joined, unmarked
from ingest.extract.bodies.word_tests import joined_word, may_begin, next_item, sequence
from ingest.extract.phrase_lists import words_of
from ingest.text.words import Words

UNITS: tuple[tuple[tuple[str, ...], str], ...] = (
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

# Units that are no other word without their marks, and words with which "tinh" is one ("tinh thần").
_SLIPS = {"tinh": "province", "huyen": "district", "phuong": "commune"}
_OTHER_WORDS = tuple(
    words_of(
        "thần gọn giản nhuệ hoa khiết tế vi luyện túy tú ủy đoàn hội đội án châm thức tiện hướng diện pháp"
    )
)

# Capitals that begin the next line of a letterhead, a signature or a list, and are no place's name.
_NO_NAME = words_of("v chỉ quyết kế thông tm t kt tl như lưu đảng phó các và ubnd sở số hđnd")

_NO_NAME_PAIRS = frozenset(
    (
        ("cong", "hoa"),
        ("doc", "lap"),
        ("noi", "nhan"),
        ("can", "cu"),
        ("kinh", "gui"),
        ("thuc", "hien"),
        ("hoi", "dong"),
    )
)

# A body's first word ends a list of places ("các huyện A, B, Sở Y tế").
_HEAD_WORDS = words_of(
    "so ban bo uy ubnd cong hoi van thu giam chu bi mat mttq trung lien doan vien to don co"
)

# Family names of most people: three capitals in a row behind one are a person ("Bí thư Huyện ủy Nguyễn
# Văn A").
_FAMILIES = words_of(
    "nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh mai trịnh đoàn lâm tạ"
    " tô trương"
)


def unit(
    words: Words, index: int, table: tuple[tuple[tuple[str, ...], str], ...] = UNITS
) -> tuple[int, str] | None:
    """The unit at word `index` ("thị xã"): how many words, and its level; none before "ủy" ("thành
    ủy")."""
    for keys, level in table if may_begin(words, index, _names_of(table)) else ():
        if sequence(words, index, keys):
            after = index + len(keys)
            if joined_word(words, after, "ủy", "đoàn", "hội", "đội"):
                return None
            return len(keys), level
    return _slipped(words, index)


@lru_cache(maxsize=8)
def _names_of(table: tuple[tuple[tuple[str, ...], str], ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(keys for keys, _ in table)


def _slipped(words: Words, index: int) -> tuple[int, str] | None:
    """A unit whose marks alone a scanner lost, right behind a body: "Ban Chấp hành Đảng bộ | tinh"."""
    level = _SLIPS.get(words.bare(index)) if index < len(words) else None
    if level is None or not unmarked(words, index) or joined_word(words, index + 1, *_OTHER_WORDS):
        return None
    return 1, level


def province_at(words: Words, index: int, lexicon: Lexicon) -> tuple[int, bool] | None:
    """The province named at word `index`: how many words, and whether it is a city under the centre."""
    if index >= len(words) or not capital(words, index):
        return None
    for keys, bares, _, centre in lexicon.provinces.get(words.bare(index), ()):
        hit = all(index + k < len(words) and words.bare(index + k) == b for k, b in enumerate(bares))
        if hit and sequence(words, index, keys):
            return len(keys), centre
    return None


def name_run(words: Words, last: int, *, several: bool = False, wrapped: bool = False) -> int:
    """Last word of a place's name right behind `last` ("Huyện ủy | Gò Dầu"), or of several; `last`
    where none is.
    The name may begin on the next line only where `wrapped`, and never behind a line in capitals."""
    at = last + 1
    if at >= len(words) or not joined(words, at) or unit(words, at):
        return last
    shouted = words.view.text[words.starts[last] : words.ends[last]].isupper()
    if "\n" in words.gap(at) and (shouted or not wrapped):
        return last
    if words.key(at) in _FAMILIES and name_end(words, at) - at >= 2:
        return last
    end = name_end(words, at)
    return names_end(words, end) if several and end > last else max(last, end)


def names_end(words: Words, end: int) -> int:
    """Last word of a list of places' names whose first ends at `end`: "các huyện Năm Căn, Ngọc Hiển"."""
    while (more := next_item(words, end + 1)) is not None and unit(words, more) is None:
        further = name_end(words, more)
        if further < more or words.bare(more) in _HEAD_WORDS:
            break
        end = further
    return end


def name_end(words: Words, index: int) -> int:
    """Last word of a run of at most four capitalised words on one line; `index - 1` where there is
    none."""
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
