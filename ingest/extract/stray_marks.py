"""Marks that part what belongs together: a comma inside a word, the point of an abbreviation (dấu lạc chỗ).

Scanners set commas into words of two syllables ("Thủ, tướng", "doanh, nghiệp"). That a comma must be one
of them is told by the vocabulary's own names: the first syllable ends no phrase, or the second begins none.
"TP. Hồ Chí Minh", "ThS. Nguyễn Văn B" and "ông Trần Văn C. trú tại" hold points that end no sentence. In the
readings a blank stands for such a mark; the source and what is quoted from it do not change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from ingest.text.normalise import View, key_of
from ingest.vocabulary import Vocabulary
from ingest.vocabulary.once import Once

# A mark is sought first and what stands before it looked at then: expressions that look back first are slow.
_COMMA = re.compile(r",(?=[ \n][^\W\d_])(?<=[^\W\d_],)")
_LEFT = re.compile(r"[^\W\d_]+$")
_WORDS = re.compile(r"[^\W\d_]+")
_PARTS = re.compile(r"[^\w\s]+")
_LONGEST = 8  # letters of a syllable, and what stands between
_VOWEL = re.compile(r"[^\W\d_bcdđghklmnpqrstvx]")
_JOINTS = frozenset(map(key_of, ("và", "các", "của", "hoặc", "cho", "tại")))
# A capital alone behind a capitalised word, before a small letter or a further one: "Trần Văn C. trú tại".
_INITIAL = re.compile(r"[A-ZĐ]\.(?<=[a-zà-ỹđ.] ..)(?= (?:[a-zà-ỹđ]|[A-ZĐ]\.))")
# What may follow the point of a unit's abbreviation: its number, an acronym, a name of two words.
_UNIT = re.compile(
    r"[ \n](?:\d|[A-ZĐ]{2,5}(?![\w ]*[A-ZĐ]{3})|[^\W\d_a-zà-ỹ][a-zà-ỹ]+ [^\W\d_a-zà-ỹ][a-zà-ỹ])"
)


class _Bound(NamedTuple):
    """Pairs of syllables of one word; those whose first ends no phrase; pairs that begin with a second."""

    pairs: frozenset[tuple[str, str]]
    firm: frozenset[tuple[str, str]]
    begun: frozenset[tuple[str, str]]


def without_stray_marks(view: View, vocabulary: Vocabulary) -> View:
    """The view with a blank in its readings for every mark that parts a word or a name."""
    at = {*_commas(view, _bound(vocabulary)), *_points(view, vocabulary)}
    if not at:
        return view
    text, key, bare = (
        "".join(" " if i in at else c for i, c in enumerate(reading))
        for reading in (view.text, view.key, view.bare)
    )
    return replace(view, text=text, key=key, bare=bare)


def _commas(view: View, bound: _Bound) -> Iterator[int]:
    """Where a comma stands inside a word."""
    key = view.key
    for match in _COMMA.finditer(key):
        at = match.start()
        left = _LEFT.search(key, max(0, at - _LONGEST), at)
        right = _WORDS.match(key, at + 2)
        if left is None or right is None or (left.group(), right.group()) not in bound.pairs:
            continue
        if _one_word(view, left.start(), right, bound, (left.group(), right.group())):
            yield at


def _one_word(view: View, start: int, right: re.Match[str], bound: _Bound, pair: tuple[str, str]) -> bool:
    """Whether both syllables are printed as one word's, and the second begins no other word."""
    first, second = view.text[start], view.text[right.start()]
    shouted = view.text[start : right.end()].isupper()
    if second.isupper() and not shouted:
        return False
    if pair in bound.firm or (first.isupper() and not shouted):
        return True
    following = _WORDS.match(view.key, right.end() + 1)
    return following is None or (pair[1], following.group()) not in bound.begun


def _points(view: View, vocabulary: Vocabulary) -> Iterator[int]:
    """Where the point of an abbreviation or of an initial stands."""
    for match in _INITIAL.finditer(view.text):
        yield match.end() - 1
    titles, units, heads = _abbreviations(vocabulary)
    for match in titles.finditer(view.text):
        yield match.end() - 1
    for match in units.finditer(view.text):
        following = _WORDS.match(view.key, match.end() + 1)
        named = following is None or following.group() not in heads
        if named and _UNIT.match(view.text, match.end()):
            yield match.end() - 1


def _names(vocabulary: Vocabulary) -> Iterator[str]:
    """Names of bodies, offices and types of acts, whose words scanners part as any others."""
    for body in vocabulary.bodies.values():
        yield from (body.name.split("(")[0], *body.aliases)
    for head in vocabulary.body_heads:
        yield from (head.head, *head.member, head.name)
    for title in vocabulary.body_titles:
        yield from title.forms
    yield from (kind.name for kind in vocabulary.doc_types)


def _texts(vocabulary: Vocabulary) -> Iterator[str]:
    """All running Vietnamese of the tables."""
    yield from _names(vocabulary)
    yield from (cue.words for cue in vocabulary.cues)
    yield from (example for row in vocabulary.measure_patterns for example in row.examples)
    yield from (word.words for word in vocabulary.measure_words.values())
    yield from (formula.phrase for formula in vocabulary.formulas)
    for measure in vocabulary.measures.values():
        yield from (measure.name, *measure.aliases)


def _phrases(texts: Iterable[str]) -> list[list[str]]:
    return [part.split() for text in texts for part in _PARTS.split(key_of(text)) if part.split()]


def _build(vocabulary: Vocabulary) -> _Bound:
    said = _phrases(_texts(vocabulary))
    begins, ends = {p[0] for p in said}, {p[-1] for p in said}
    pairs = {
        (left, right)
        for phrase in _phrases(_names(vocabulary))
        for left, right in pairwise(phrase)
        if not {left, right} & _JOINTS and all(w.isalpha() and _VOWEL.search(w) for w in (left, right))
    }
    firm = frozenset(pair for pair in pairs if pair[0] not in ends)
    free = frozenset(pair for pair in pairs if pair[1] not in begins)
    return _Bound(firm | free, firm, frozenset(p for phrase in said for p in pairwise(phrase)))


def _build_abbreviations(vocabulary: Vocabulary) -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    """The abbreviations of titles and of units; first words of bodies' names, which begin a sentence."""
    rows = vocabulary.name_cues
    titles, units = (
        "|".join(rf"(?<=(?<![\w.]){re.escape(row.words)}\.)" for row in rows if row.effect == effect)
        or r"(?!)"
        for effect in ("title_point", "unit_point")
    )
    heads = frozenset(phrase[0] for phrase in _phrases(_names(vocabulary)))
    return (
        re.compile(rf"\.(?= [^\W\d_a-zà-ỹ])(?:{titles})"),
        re.compile(rf"\.(?:{units})"),
        heads,
    )


_bound = Once(_build)
_abbreviations = Once(_build_abbreviations)
