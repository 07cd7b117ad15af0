"""Party committees (cấp ủy) in names: one, or several that share their last word."""

from __future__ import annotations

from ingest.extract.bodies.lexicon import Lexicon, joined
from ingest.extract.bodies.places import name_run, province_at, unit
from ingest.extract.bodies.tails import Tail, highest, province_tail
from ingest.extract.bodies.word_tests import joined_word, next_item, same, same_bare, sequence
from ingest.text.words import Words

_COMMITTEES = {
    "tỉnh": "province",
    "thành": "city",
    "huyện": "district",
    "thị": "district",
    "quận": "district",
}

_MOST = 6  # members of a list that share their last word
_COMMITTEE_BARES = frozenset(("tinh", "thanh", "huyen", "thi", "quan"))


def committee_tail(words: Words, index: int, lexicon: Lexicon) -> Tail | None:
    """A Party committee, or several that share their last word: "Tỉnh ủy", "huyện ủy, thành ủy",
    "huyện, thị ủy"."""
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
    return Tail(last, highest(levels), centre, tuple(kind for _, _, kind, _ in found))


def _committee_place(words: Words, last: int, lexicon: Lexicon) -> tuple[int, bool | None]:
    """The place behind a single committee: "Thành ủy | Thành phố Hồ Chí Minh", "Huyện ủy | Gò Dầu"."""
    place = province_tail(words, last + 1, lexicon)
    if place is None and last + 1 < len(words) and joined(words, last + 1):
        word = unit(words, last + 1)
        named = province_at(words, last + 1 + word[0], lexicon) if word else None
        place = Tail(last + (word[0] if word else 0) + named[0], "province", named[1]) if named else None
    if place is not None:
        return place.last, bool(place.centre)
    end = name_run(words, last)
    return end, False if end > last else None


def committees_at(words: Words, index: int) -> list[tuple[int, int, str, str]]:
    """The committees of a list at word `index`, each as first and last word, kind ("huyện") and level.
    The list
    "huyện, thị, thành ủy" shares its last word; a list without "ủy" is one of places and gives
    nothing."""
    found: list[tuple[int, int, str, str]] = []
    pending: list[tuple[int, int, str, str]] = []
    at: int | None = index
    while at is not None and at < len(words) and words.bare(at) in _COMMITTEE_BARES and len(pending) < _MOST:
        kind = next((k for k in _COMMITTEES if same(words, at, k)), None)
        if kind is None:
            break
        full = (joined_word(words, at + 1, "ủy") or same_bare(words, at + 1, "ủy")) and not joined_word(
            words, at + 2, "viên", "ban"
        )
        pending.append((at, at + 1 if full else at, kind, _COMMITTEES[kind]))
        if full:
            found, pending = [*found, *pending], []
        at = next_item(words, pending[-1][1] + 1 if pending else found[-1][1] + 1)
    return found
