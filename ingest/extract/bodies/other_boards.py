"""Boards of another purpose (ban chỉ đạo khác): "Ban Chỉ đạo phòng, chống tội phạm".

The tables know "Ban chỉ đạo" as the board of the vocabulary's subject, since its texts seldom say more. Where
the words behind it name another purpose, it is another body, without a row; and where a text names no board
of the subject but another one, a bare "Ban chỉ đạo" is that one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ingest.extract.bodies.name import Name
from ingest.extract.phrase_lists import Phrase
from ingest.extract.reading import Reading
from ingest.text.normalise import bare_of, key_of
from ingest.text.words import Words
from ingest.vocabulary import Vocabulary
from ingest.vocabulary.once import Once

_LEVELS = frozenset(map(key_of, ("tỉnh", "huyện", "gia", "ương", "phố", "xã")))
_SYLLABLE = re.compile(r"[a-z0-9]+")
_LONGEST = 9  # words of a purpose, its level the last


def without_other_boards(reading: Reading, names: list[Name]) -> list[Name]:
    """The names, a board of another purpose without the id of the subject's board."""
    boards = [i for i, name in enumerate(names) if _of_subject(name, reading.vocabulary)]
    purposes, own = _words(reading.vocabulary)
    named = {i for i in boards if _says(reading.words, names[i].first, names[i].last + _LONGEST, own)}
    others = {i: _other(reading.words, names[i], purposes) for i in boards if i not in named}
    if not any(others.values()):
        return names
    found = list(names)
    for i, end in others.items():
        if end or not named:
            found[i] = _renamed(reading, names[i], end or names[i].last)
    return [
        name
        for i, name in enumerate(found)
        if i in others or all(not (found[k].first <= name.first <= found[k].last) for k in others)
    ]


def is_another_board(bare: str, vocabulary: Vocabulary) -> bool:
    """Whether a board's whole name, in the `bare` reading, says another purpose than the subject's."""
    said = f" {' '.join(_SYLLABLE.findall(bare))} "
    others, own = ([bare_of(" ".join(p)) for p in phrases] for phrases in _words(vocabulary))
    return any(f" {p} " in said for p in others) and not any(f" {p} " in said for p in own)


def _of_subject(name: Name, vocabulary: Vocabulary) -> bool:
    subject = vocabulary.subject
    ids = (subject.national_board, subject.provincial_board, subject.district_board)
    return (name.id in ids and name.id != "") or (name.id is None and subject.name in name.name)


def _other(words: Words, name: Name, purposes: tuple[Phrase, ...]) -> int | None:
    """The last word of a board of another purpose; None where nothing says that it is one."""
    if any(words.key(i).isdigit() for i in range(name.first, name.last + 1)):
        return name.last
    at = name.last + 1
    if at >= len(words) or words.gap(at) != " " or not any(_stands(words, at, p) for p in purposes):
        return None
    for i in range(at, min(at + _LONGEST, len(words))):
        if i > at and words.gap(i) not in (" ", ", "):
            break
        if words.key(i) in _LEVELS:
            return i
    return name.last


def _says(words: Words, first: int, stop: int, phrases: Iterable[Phrase]) -> bool:
    """Whether one of the phrases begins at a word from `first` on, in its sentence."""
    for i in range(first, min(stop, len(words))):
        if i > first and words.broken(i - 1, i):
            return False
        if any(_stands(words, i, phrase) for phrase in phrases):
            return True
    return False


def _stands(words: Words, at: int, phrase: Phrase) -> bool:
    return tuple(words.keys[at : at + len(phrase)]) == phrase


def _renamed(reading: Reading, name: Name, last: int) -> Name:
    words = reading.words
    printed = " ".join(words.view.text[words.starts[name.first] : words.ends[last]].split())
    return replace(name, last=last, id=None, name=printed[:1].upper() + printed[1:], rule="another-board")


def _build(vocabulary: Vocabulary) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
    """What other boards are for, and what the subject's board is for."""
    cues = (tuple(key_of(row.words).split()) for row in vocabulary.name_cues if row.effect == "purpose")
    subject = vocabulary.subject
    own = (tuple(key_of(p).replace(",", " ").split()) for p in (*subject.purposes, *subject.things))
    return tuple(cues), tuple(own)


_words = Once(_build)
