"""Words that count for nobody when wording is compared (ngôn ngữ khuôn mẫu): they are no sign of reuse.

- `formulas.csv`: a closing formula (`sentence`) takes its whole sentence with it; an organisational phrase or
  a list of addressees (`words`) takes only its own words;
- names of measures, mottoes and bodies of the vocabulary;
- numbers, dates, and the titles of the acts that they belong to, and names of laws: two texts that cite one
  act share its title and not each other's wording.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.aligning.thresholds import SHINGLE
from ingest.text.normalise import key_of
from ingest.text.words import Phrases, Words
from ingest.vocabulary import Vocabulary

_DIGIT = re.compile(r"\d")
_PARENTHESIS = re.compile(r"\(.*?\)")
_COUNTERS = frozenset(map(key_of, ("số", "ngày", "tháng", "năm", "khoản", "điều", "điểm", "mục", "chương")))
_ABOUT = key_of("về")
_LAW = key_of("luật")
_TITLE_WITHIN = 10  # words between a number or date and the "về" of the title
_TITLE_LONGEST = 30
_LAW_LONGEST = 8


@dataclass(frozen=True, slots=True)
class Commonplaces:
    """Phrases of official style: `sentences` spoil the sentence that holds one, `words` only themselves."""

    sentences: Phrases
    words: Phrases

    def idle(self, words: Words) -> frozenset[int]:
        """Indexes of the words that count for nobody."""
        return frozenset(
            i
            for found in (self._formulas(words), self._phrases(words), _numbers(words), _laws(words))
            for i in found
        )

    def _formulas(self, words: Words) -> Iterator[int]:
        for hit in self.sentences.find(words):
            first, last = hit.first, hit.last
            while first > 0 and not words.broken(first - 1, first):
                first -= 1
            while last + 1 < len(words) and not words.broken(last, last + 1):
                last += 1
            yield from range(first, last + 1)

    def _phrases(self, words: Words) -> Iterator[int]:
        for hit in self.words.find(words):
            yield from range(hit.first, hit.last + 1)


def commonplaces(vocabulary: Vocabulary) -> Commonplaces:
    """The commonplaces of a vocabulary: its formulas, and the longer names of its measures and bodies."""
    named = [(r.name, *r.aliases) for r in vocabulary.measures.values()]
    named += [(r.name, *r.aliases) for r in vocabulary.bodies.values()]
    names = {key_of(_PARENTHESIS.sub("", name)).strip() for row in named for name in row}
    phrases = {key_of(f.phrase) for f in vocabulary.formulas if f.reach == "words"}
    return Commonplaces(
        Phrases(key_of(f.phrase) for f in vocabulary.formulas if f.reach == "sentence"),
        Phrases(sorted(phrases | {name for name in names if len(name.split()) >= SHINGLE})),
    )


def _numbers(words: Words) -> Iterator[int]:
    """Words with a digit, the words that introduce them, and the title of the act that they name."""
    last_number = -_TITLE_WITHIN - 1
    keys = words.joined_key.split(" ")
    for i, word in enumerate(keys):
        if _DIGIT.search(word):
            last_number = i
            yield i
            if i and keys[i - 1] in _COUNTERS:
                yield i - 1
        elif word == _ABOUT and i - last_number <= _TITLE_WITHIN and not words.broken(last_number, i):
            yield from _until_mark(words, i, _TITLE_LONGEST)
            last_number = -_TITLE_WITHIN - 1


def _laws(words: Words) -> Iterator[int]:
    """ "Luật Phòng, chống bệnh truyền nhiễm": the word Luật before a capital, with what follows."""
    keys = words.joined_key.split(" ")
    for i, word in enumerate(keys[:-1]):
        if word == _LAW and words.view.text[words.starts[i + 1]].isupper():
            yield from _until_mark(words, i, _LAW_LONGEST)


def _until_mark(words: Words, first: int, most: int) -> Iterator[int]:
    """From word `first` to the next mark; the comma of "phòng, chống" is none."""
    yield first
    for i in range(first + 1, min(first + most, len(words))):
        gap = words.gap(i)
        if any(mark in gap for mark in '.;:!?")') or ("," in gap and words.bare(i - 1) != "phong"):
            return
        yield i
