"""Names that no list can hold: hamlets, named zones, and bodies known by their head word and capitals."""

from __future__ import annotations

from ingest.extract.bodies.lexicon import HAMLETS, capital, joined
from ingest.extract.bodies.places import unit
from ingest.extract.bodies.word_tests import joined_word, next_item, same, sequence
from ingest.extract.phrase_lists import words_of
from ingest.text.words import Words

_HAMLET_WORDS = tuple(sorted(HAMLETS, key=len, reverse=True))
_MOST = 12  # members of a list of hamlet words
# One of these alone is a body ("tổ dân phố lập danh sách"); "thôn", "ấp" alone is a place.
_ALONE = (("tổ", "dân", "phố"), ("tổ", "dân", "cư"), ("tổ", "nhân", "dân"), ("khu", "dân", "cư"))
# Words that end a name written in small letters ("Tổ công tác cải cách thủ tục hành chính | bằng hình
# thức …").
# Verbs that follow a name at once and end no name of an office ("Báo Quảng Nam | tăng thời lượng").
_VERBS = words_of(
    "dành giữ mở dừng gửi đưa duy nâng nấu đón dựng"
    " nhận đề yêu báo hướng phối tăng tiếp xem kiểm rà tham tổng phải chịu hỗ đôn quyết xử bố giám"
)
_FUNCTION = words_of(
    "của bằng để trên do về theo tại trong ngoài với và các là được phải có đã sẽ cần ngày từ đến cho"
    " khi nếu này"
)


def hamlets_end(words: Words, first: int) -> int | None:
    """Last word of a list of hamlet words ("thôn, bản, tổ dân phố"); None where they name or count
    places."""
    if first and words.key(first - 1).isdigit() and joined(words, first):
        return None
    if same(words, first - 1, "cấp", "trưởng"):
        return None
    kinds: list[tuple[str, ...]] = []
    at: int | None = first
    end = first - 1
    while at is not None and len(kinds) < _MOST and (kind := _hamlet(words, at)) is not None:
        kinds.append(kind)
        end = at + len(kind) - 1
        at = next_item(words, end + 1)
    if not kinds or (len(kinds) == 1 and kinds[0] not in _ALONE):
        return None
    if kinds[-1] == ("tổ", "dân", "cư") and sequence(words, end + 1, ("tự", "quản")):
        end += 2
    after = end + 1
    if after < len(words) and joined(words, after) and words.gap(after) == " ":
        shouting = words.view.text[words.starts[first] : words.ends[end]].isupper()
        if words.key(after).isdigit() or (capital(words, after) and not shouting):
            return None
    return end


def _hamlet(words: Words, at: int) -> tuple[str, ...] | None:
    return next((kind for kind in _HAMLET_WORDS if sequence(words, at, kind)), None)


def open_end(words: Words, last: int, *, free: bool) -> int | None:
    """Last word of the name behind an open head: capitalised words with what belongs to them ("Trung
    tâm | Y tế",
    "Viện | Vệ sinh dịch tễ Trung ương"); `free` takes small letters as well, up to a function word."""
    if words.view.text[words.starts[last] : words.ends[last]].isupper() and len(words.key(last)) > 1:
        return None
    if free:
        return _free_end(words, last)
    return _capitals_end(words, last)


def _free_end(words: Words, last: int) -> int | None:
    end = last
    while (
        end + 1 < len(words)
        and end - last < 8
        and joined(words, end + 1)
        and words.key(end + 1) not in _FUNCTION
    ):
        end += 1
    return end if end - last >= 2 else None


def _capitals_end(words: Words, last: int) -> int | None:
    end = last
    while (step := _group(words, end + 1, opening=end == last)) is not None and end - last < 10:
        end = step
        more = next_item(words, end + 1)
        bound = (
            more is not None and same(words, more - 1, "và") and _group(words, more, opening=True) is not None
        )
        if bound and more is not None:
            end = more - 1
    return end if end > last else None


def _group(words: Words, at: int, *, opening: bool) -> int | None:
    """End of one capitalised word with at most one small syllable, or more where another capital
    follows them."""
    if at >= len(words) or not joined(words, at) or not capital(words, at) or unit(words, at):
        return None
    if "." in words.gap(at) and not _abbreviated(words, at - 1):
        return None
    if sequence(words, at, ("trung", "ương")):
        return at + 1
    small = at
    while (
        small + 1 < len(words)
        and joined(words, small + 1)
        and not capital(words, small + 1)
        and small - at < 3
    ):
        if words.key(small + 1) in _FUNCTION | _VERBS or unit(words, small + 1):
            break
        small += 1
    follows = small + 1 < len(words) and joined(words, small + 1) and capital(words, small + 1)
    if follows:
        return small
    # The last capital takes one small syllable ("Y tế", "Thú y"), a second capital in a row none
    # ("Bạch Mai").
    second = capital(words, at - 1) and not opening
    return at if second or _all_caps(words, at) else min(small, at + 1)


def _abbreviated(words: Words, at: int) -> bool:
    """Whether a dot behind a word may mark it as shortened and so ends no sentence ("P. Tổng hợp")."""
    return len(words.key(at)) <= 2 or _all_caps(words, at)


def _all_caps(words: Words, at: int) -> bool:
    return len(words.key(at)) > 1 and words.view.text[words.starts[at] : words.ends[at]].isupper()


def zone_end(words: Words, last: int) -> int:
    """ "doanh nghiệp | trong các khu, cụm công nghiệp", "… trong KCN Tân Tạo": the last word, `last`
    where none."""
    if not joined_word(words, last + 1, "trong", "tại"):
        return last
    at = last + 3 if same(words, last + 2, "các") else last + 2
    if joined_word(words, at, "kcn"):
        return at
    for step in range(at, min(at + 4, len(words))):
        if sequence(words, step, ("công", "nghiệp")) and same(words, at, "khu", "cụm"):
            return step + 1
    return last


def deputies_end(words: Words, last: int) -> int:
    """ "đại biểu Quốc hội | khóa XV và Hội đồng nhân dân các cấp"."""
    end = last + 2 if joined_word(words, last + 1, "khóa") else last
    at = end + 2
    if joined_word(words, end + 1, "và"):
        at += 2 if sequence(words, at, ("đại", "biểu")) else 0
        if sequence(words, at, ("hội", "đồng", "nhân", "dân")):
            end = at + 3
        elif same(words, at, "hđnd"):
            end = at
        if end >= at and sequence(words, end + 1, ("các", "cấp")):
            end += 2
    return end
