"""Tests on the words of a text that reading a body's name comes down to."""

from __future__ import annotations

from functools import lru_cache

from ingest.extract.bodies.lexicon import bare_stretch, joined, unmarked
from ingest.extract.phrase_lists import Phrase
from ingest.text.normalise import bare_of
from ingest.text.words import Words


@lru_cache(maxsize=512)
def _plain(key: str) -> str:
    return bare_of(key)


def same(words: Words, index: int, *keys: str) -> bool:
    """Whether word `index` is one of `keys`, or one of them where the whole stretch lost its marks."""
    if not 0 <= index < len(words.starts):
        return False
    if words.keys[index] in keys:
        return True
    plain = words.bares[index]
    if not any(plain == _plain(k) for k in keys):
        return False
    return unmarked(words, index) and bare_stretch(words, index, index)


def same_bare(words: Words, index: int, key: str) -> bool:
    """Whether word `index` is `key` without its marks."""
    return 0 <= index < len(words) and words.bare(index) == _plain(key) and unmarked(words, index)


def sequence(words: Words, index: int, keys: tuple[str, ...]) -> bool:
    """Whether the words `keys` stand at `index`, with nothing but blanks between; of several, one or
    more but not
    all may bear wrong marks ("thị xa", "thành phô")."""
    if index < 0 or index + len(keys) > len(words.starts):
        return False
    if words.keys[index] != keys[0] and words.bares[index] != _plain(keys[0]):
        return False
    behind = index + len(keys)
    if tuple(words.keys[index:behind]) != keys and not _nearly(words, index, keys):
        return False
    gaps = words.gaps[index + 1 : behind]
    return gaps.count(" ") == len(gaps) or all(joined(words, i) for i in range(index + 1, behind))


def _nearly(words: Words, index: int, keys: tuple[str, ...]) -> bool:
    """Whether the words at `index` are `keys`, one at the least with all its marks."""
    if all(same(words, index + k, key) for k, key in enumerate(keys)):
        return True
    right = sum(words.key(index + k) == key for k, key in enumerate(keys))
    return right > 0 and all(words.bare(index + k) == _plain(key) for k, key in enumerate(keys))


@lru_cache(maxsize=64)
def _by_first(phrases: tuple[Phrase, ...]) -> dict[str, list[Phrase]]:
    table: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        table.setdefault(bare_of(phrase[0]), []).append(phrase)
    return table


@lru_cache(maxsize=64)
def _by_last(phrases: tuple[Phrase, ...]) -> dict[str, list[Phrase]]:
    table: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        table.setdefault(bare_of(phrase[-1]), []).append(phrase)
    return table


@lru_cache(maxsize=64)
def _firsts(phrases: tuple[Phrase, ...]) -> frozenset[str]:
    return frozenset(word for phrase in phrases for word in (phrase[0], bare_of(phrase[0])))


def may_begin(words: Words, index: int, phrases: tuple[Phrase, ...]) -> bool:
    """Whether word `index` is the first of any of `phrases`, marks left aside: mostly it is not."""
    if not 0 <= index < len(words.starts):
        return False
    firsts = _firsts(phrases)
    return words.keys[index] in firsts or words.bares[index] in firsts


def one_of(words: Words, index: int, phrases: tuple[Phrase, ...]) -> bool:
    """Whether one of `phrases` stands at word `index`."""
    if not 0 <= index < len(words.starts):
        return False
    return any(sequence(words, index, p) for p in _by_first(phrases).get(words.bare(index), ()))


def one_before(words: Words, index: int, phrases: tuple[Phrase, ...]) -> Phrase | None:
    """Which of `phrases` ends right before word `index`."""
    if not 0 < index <= len(words.starts):
        return None
    ending = _by_last(phrases).get(words.bare(index - 1), ())
    return next((p for p in ending if sequence(words, index - len(p), p)), None)


def gap_kind(words: Words, index: int) -> str:
    """What joins word `index` to the one before it: "", "," or another mark, without blanks and
    markdown."""
    return words.gap(index).strip(" \t\n*_\\")


def joined_word(words: Words, index: int, *keys: str) -> bool:
    """Whether one of `keys` stands at `index` right behind the word before."""
    return same(words, index, *keys) and joined(words, index)


def next_item(words: Words, index: int) -> int | None:
    """Where the next member of a list stands, behind a comma or "và" (and "các"); none where the list
    ends."""
    if index >= len(words):
        return None
    comma, conjunction = gap_kind(words, index) in (",", "/", ", "), joined_word(words, index, "và", "hoặc")
    if not comma and not conjunction:
        return None
    at = index + 1 if same(words, index, "và", "hoặc") else index
    return at + 1 if same(words, at, "các") else at


_LEVELS = ("tỉnh", "thành", "phố", "huyện", "quận", "xã", "phường", "các", "cấp")
_LONGEST_PERSON = 6  # syllables of a person's name


def behind_person(words: Words, index: int) -> int:
    """The word behind what may stand between a body and its verb: its abbreviation in brackets, its term, the
    person who holds the office ("Thủ tướng | Nguyễn Văn A | đã …", "HĐND tỉnh | khóa X | …", "Sở … | (SYT)").
    """
    at = index
    if at + 1 < len(words) and words.gap(at).strip() == "(" and words.gap(at + 1).strip() == ")":
        at += 1
        while words.gap(at).strip(" )") == "" and same(words, at, *_LEVELS):
            at += 1
    if same(words, at, "khóa") and words.gap(at) == " ":
        return at + 2
    start = at
    while at < len(words) and at - start < _LONGEST_PERSON and words.gap(at).strip() in ("", ")"):
        if "\n" in words.gap(at) or not _name_like(words.view.text[words.starts[at] : words.ends[at]]):
            break
        at += 1
    return at if at - start >= 2 else start


def _name_like(word: str) -> bool:
    return word.isalpha() and word[:1].isupper() and (word[1:].islower() or len(word) == 1)
