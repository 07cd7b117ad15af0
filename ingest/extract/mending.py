"""Words that a scanner damaged, read as what they must have been (sửa lỗi quét): "huyên ủy", "cộng đng".

Only within a pair of neighbouring words that the vocabulary's names hold, and only where the printed pair is
in no name itself: "quân ủy" stays, "tinh ủy" is tỉnh ủy. Readings change, the source and what is quoted from
it do not. Names of provinces are left alone, since a lost mark makes another name of them (Quang Nam).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from operator import ne

from ingest.extract.stray_marks import without_stray_marks
from ingest.text.normalise import View, bare_of, key_of
from ingest.text.readings import without_marks
from ingest.vocabulary import Vocabulary
from ingest.vocabulary.once import Once

# ừ or ữ at the head of a longer word is a misread tr: "ừung ương", "ữách nhiệm".
_TR = re.compile(r"[ừữỪỮ](?<!\w.)(?=[^\W\d_])")
_WORD = re.compile(r"[^\W\d_]+")
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
# A vowel that scanners drop before n or ng: "hệ thng", "cộng đng".
_VOWEL = re.compile(r"(?<=[^\W\d_])[ổồốộôơớờởỡợ](?=ng?$)")
_NAME_PARTS = re.compile(r"[^\w\s]+")
# Words that stand before the names of bodies and acts and lose their marks like them.
_LEADING = ("của", "các", "cấp")
# Types whose damaged names are other words: "kết hợp | đông y", "thu công".
_LOOSE_TYPES = ("Hợp đồng", "Thư công", "Biên bản", "Bản sao y", "Bản ghi nhớ")
_FEWEST_MARKS = 50  # a text with fewer than one mark in so many characters was written without them

_SAMPLE = 4000  # characters that tell whether a text has marks

Damaged = Mapping[tuple[str, str], tuple[str, str]]


def mended(view: View, vocabulary: Vocabulary) -> View:
    """`view` with its damaged words restored in its readings; itself where nothing is to be mended."""
    if _markless(view.key[:_SAMPLE], view.bare):
        return view
    misread = [(m.start(), m.end(), "tr") for m in _TR.finditer(view.text)]
    view = _edited(view, misread) if misread else view
    view = without_stray_marks(view, vocabulary)
    edits = list(_restored(view, _damaged(vocabulary)))
    return _edited(view, edits) if edits else view


def _markless(key: str, bare: str) -> bool:
    """Whether too few letters of a sample differ from what they are without marks."""
    fewest = len(key) / _FEWEST_MARKS
    # Counting marks is quick and tells nearly always; an i for y differs and bears none.
    return without_marks(key)[1] < fewest and sum(map(ne, key, bare)) < fewest


def _restored(view: View, damaged: Damaged) -> Iterator[tuple[int, int, str]]:
    """The words of damaged pairs, as (start, end, restored)."""
    said = _WORD.findall(view.key)
    if damaged.keys().isdisjoint(pairwise(said)):
        return
    hits = [i for i, pair in enumerate(pairwise(said)) if pair in damaged]
    spans = [m.span() for m in _WORD.finditer(view.key)]
    fixed: dict[int, str] = {}
    behind = 0
    for hit in hits:
        i = hit
        while behind <= i < len(said) - 1:
            behind = i + 1
            pair = damaged.get((fixed.get(i, said[i]), said[behind]))
            gap = view.key[spans[i][1] : spans[behind][0]]
            if pair is not None and not gap.strip(" \n") and "\n\n" not in gap:
                fixed |= {at: word for at, word in zip((i, behind), pair, strict=True) if word != said[at]}
            i += behind in fixed  # a word restored may make a damaged pair with the next
    for at, word in fixed.items():
        yield *spans[at], word


def _edited(view: View, edits: Iterable[tuple[int, int, str]]) -> View:
    """The view with words of its readings replaced; a longer word shares the source of the printed one."""
    edits = tuple(edits)
    if all(len(word) == b - a for a, b, word in edits):
        return _respelt(view, edits)
    text, key, bare, starts, ends = [], [], [], [], []
    kept = 0
    for a, b, word in (*sorted(edits), (len(view.text), len(view.text), "")):
        same = len(word) == b - a
        text += [view.text[kept:a], view.text[a:b] if same else _cased(word, view.text[a:b])]
        key += [view.key[kept:a], word]
        bare += [view.bare[kept:a], view.bare[a:b] if same else bare_of(word)]
        homes = [min(a + i, b - 1) for i in range(len(word))]
        starts += [*view.starts[kept:a], *(view.starts[h] for h in homes)]
        ends += [*view.ends[kept:a], *(view.ends[h] for h in homes)]
        kept = b
    return replace(view, text="".join(text), key="".join(key), bare="".join(bare), starts=starts, ends=ends)


def _respelt(view: View, edits: Iterable[tuple[int, int, str]]) -> View:
    """`_edited` where every word is as long as the printed one: only the `key` reading is another."""
    key: list[str] = []
    kept = 0
    for a, b, word in sorted(edits):
        key += (view.key[kept:a], word)
        kept = b
    return replace(view, key="".join((*key, view.key[kept:])))


def _cased(word: str, printed: str) -> str:
    if printed.isupper() and len(printed) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if printed[:1].isupper() else word


def _build(vocabulary: Vocabulary) -> Damaged:
    firm, pairs = _pairs(_firm_names(vocabulary)), _pairs(_names(vocabulary))
    words = {word for text in _texts(vocabulary) for word in _WORD.findall(key_of(text))}
    found: dict[tuple[str, str], tuple[str, str]] = {}
    ambiguous: set[tuple[str, str]] = firm | pairs | {("đang", "ủy"), *_english(vocabulary)}
    for pair in sorted(firm | pairs):
        for worse in _worse(*pair):
            # A damaged word that is a word of its own ("chi thị") is believed only of a firm name.
            sound = all(w == p or w not in words for w, p in zip(worse, pair, strict=True))
            if found.setdefault(worse, pair) != pair or not (sound or pair in firm):
                ambiguous.add(worse)
    return {worse: pair for worse, pair in found.items() if worse not in ambiguous}


def _english(vocabulary: Vocabulary) -> set[tuple[str, str]]:
    """ "tổ Covid" without its marks is what English texts say: "related to Covid"."""
    return {("to", key_of(thing).split()[0]) for thing in vocabulary.subject.things}


def _pairs(names: Iterable[str]) -> set[tuple[str, str]]:
    parts = (part for name in names for part in _NAME_PARTS.split(key_of(name)))
    return {pair for part in parts for pair in pairwise(part.split())}


def _firm_names(vocabulary: Vocabulary) -> Iterator[str]:
    """Names of acts and of committees, which nothing else is called."""
    yield from (cue.words for cue in vocabulary.name_cues if cue.effect == "whole")
    yield from (kind.name for kind in vocabulary.doc_types if kind.name not in _LOOSE_TYPES)
    yield from (body.name.split("(")[0] for body in vocabulary.bodies.values() if "ủy" in body.name.lower())


def _texts(vocabulary: Vocabulary) -> Iterator[str]:
    """Everything that the tables hold of running Vietnamese: its words are no damaged ones."""
    yield from _names(vocabulary)
    yield from (cue.words for cue in vocabulary.cues if cue.effect not in ("thing", "told-apart"))
    yield from (example for row in vocabulary.measure_patterns for example in row.examples)
    yield from (word.words for word in vocabulary.measure_words.values())
    yield from (formula.phrase for formula in vocabulary.formulas)


def _names(vocabulary: Vocabulary) -> Iterator[str]:
    """Names of bodies, offices, acts and measures, bare and behind the words that lead up to them."""
    for name in _plain_names(vocabulary):
        yield name
        yield from (f"{lead} {name}" for lead in _LEADING)


def _plain_names(vocabulary: Vocabulary) -> Iterator[str]:
    for body in vocabulary.bodies.values():
        yield from (body.name.split("(")[0], *body.aliases)
    for head in vocabulary.body_heads:
        yield from (head.head, *head.member, head.name)
    for title in vocabulary.body_titles:
        yield from title.forms
    yield from (kind.name for kind in vocabulary.doc_types if kind.name not in _LOOSE_TYPES)
    for measure in vocabulary.measures.values():
        yield from (measure.name, *measure.aliases)


def _worse(left: str, right: str) -> Iterator[tuple[str, str]]:
    """A pair as scanners print it: one word damaged, or both without their tone or all marks."""
    for printed in _damages(left):
        yield printed, right
    for printed in _damages(right):
        yield left, printed
    for lose in (_toneless, bare_of):
        if lose(left) != left and lose(right) != right:
            yield lose(left), lose(right)


def _damages(word: str) -> set[str]:
    return {_toneless(word), bare_of(word), _VOWEL.sub("", word)} - {word}


def _toneless(word: str) -> str:
    """Without its tone; the marks of ă, â, ê, ô, ơ, ư stay."""
    return unicodedata.normalize("NFC", _TONES.sub("", unicodedata.normalize("NFD", word)))


_damaged = Once(_build)
