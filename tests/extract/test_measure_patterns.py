"""Every pattern of the vocabulary finds two wordings that it is meant for, and copies no text at hand."""

from __future__ import annotations

import pytest

from bench.corpora import annotated
from ingest.extract.measures.lexicon import lexicon_of
from ingest.extract.measures.separators import separators
from ingest.vocabulary import shipped
from ingest.vocabulary.pattern_syntax import words_of
from tests.extract.reading_of import reading_of
from tests.extract.test_polarity import TASK, measures

# Rows that name an act are no patterns to be found by themselves: what leads up to the act makes a measure.
PATTERNS = [row for row in shipped().measure_patterns if "regime" not in row.flags]
REGIMES = [row for row in shipped().measure_patterns if "regime" in row.flags]
EXAMPLES = [(number, example) for number, row in enumerate(PATTERNS) for example in row.examples]
_LONG = 5  # words: shorter wordings are anybody's


def _named(number: int) -> str:
    return f"{PATTERNS[number].measure}: {PATTERNS[number].pattern}"


@pytest.mark.parametrize(("number", "example"), EXAMPLES, ids=lambda value: str(value)[:40])
def test_a_pattern_finds_its_examples(number: int, example: str) -> None:
    reading = reading_of(example)
    lexicon, levels = lexicon_of(shipped()), separators(reading.words)
    found = [f for f in lexicon.measures.find(reading.words, levels) if f.pattern == number]
    assert found, _named(number)
    assert not all(lexicon.vetoed(lexicon.rows[number], f, reading.words, levels) for f in found)


@pytest.mark.parametrize(("number", "example"), EXAMPLES, ids=lambda value: str(value)[:40])
def test_an_example_in_a_task_is_found_as_its_measure(number: int, example: str) -> None:
    text = TASK.replace("{sentence}", f"Các đơn vị lưu ý: {example}.")
    assert PATTERNS[number].measure in {m.id for m in measures(text)}


@pytest.mark.parametrize(
    ("measure", "example"), [(row.measure, example) for row in REGIMES for example in row.examples]
)
def test_an_example_of_a_regime_in_a_task_is_found_as_its_measure(measure: str, example: str) -> None:
    text = TASK.replace("{sentence}", f"Các đơn vị lưu ý: {example}.")
    assert measure in {m.id for m in measures(text)}


def test_a_pattern_has_two_examples() -> None:
    few = [_named(n) for n, row in enumerate(PATTERNS) if len({words_of(e) for e in row.examples}) != 2]
    assert few == []


def test_long_examples_are_taken_from_no_text_at_hand() -> None:
    texts = " | ".join(words_of(text) for part in annotated() for text in part.texts.values())
    long = [words_of(example) for _, example in EXAMPLES]
    copied = [words for words in long if words.count(" ") > _LONG and f" {words} " in texts]
    mottoes = {words_of(row.name) for row in shipped().measures.values()}
    assert [words for words in copied if not any(motto in words or words in motto for motto in mottoes)] == []
