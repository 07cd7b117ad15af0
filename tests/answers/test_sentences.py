"""The sentence around a quote, and what a terminal prints of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.answers.quoting.sentences import LONGEST, sentence_around
from app.tables import quoted, quoted_around

WORDS = (
    "chốt",
    "kiểm",
    "soát",
    "ở",
    "TP.",
    "Covid-19,",
    "“5K”",
    "2021;",
    "dịch.",
    "phòng\n",
    "(đợt",
    "1/3)",
    "a\u0302n",
)
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=400)
AT = st.integers(0, 10**6)


@given(TEXTS, AT, AT)
def test_no_sentence_starts_or_ends_inside_a_word(words: list[str], one: int, length: int) -> None:
    first = one % len(words)
    last = min(len(words), first + 1 + length % 12)
    text = " ".join(words)
    start = len(" ".join(words[:first])) + (first > 0)
    end = start + len(" ".join(words[first:last]))
    begin, stop = sentence_around(text, start, end)
    assert begin <= start < end <= stop
    assert begin == 0 or text[begin - 1].isspace()
    assert stop == len(text) or text[stop].isspace()
    assert stop - begin <= max(LONGEST, end - start)


@given(st.text("aăâ ,.\n1", min_size=1, max_size=1500), AT, AT)
def test_a_quote_stands_whole_in_its_sentence(text: str, one: int, other: int) -> None:
    start, end = sorted((one % len(text), 1 + other % len(text)))
    begin, stop = sentence_around(text, start, end)
    assert 0 <= begin <= start <= end <= stop <= len(text)
    for at in (begin, stop):
        if begin < stop and 0 < at < len(text):
            assert not (text[at - 1].isalnum() and text[at].isalnum())


def test_a_long_sentence_is_cut_at_white_space() -> None:
    text = "nghiêm túc " * 60 + "đóng chợ " + "nghiêm túc " * 60
    start = text.index("đóng")
    begin, stop = sentence_around(text, start, start + len("đóng chợ"))
    assert LONGEST - 20 < stop - begin <= LONGEST
    assert set(text[begin:stop].split()) == {"nghiêm", "túc", "đóng", "chợ"}


@pytest.mark.parametrize("before", [0, 1, 30])
@pytest.mark.parametrize("after", [0, 1, 30])
def test_what_is_printed_of_a_sentence_holds_its_evidence(before: int, after: int) -> None:
    sentence = "tăng cường " * before + "đóng  cửa\nchợ " + "kịp thời " * after
    start = len("tăng cường ") * before
    shown = quoted_around(sentence, start, start + len("đóng  cửa\nchợ"), 80)
    assert "đóng cửa chợ" in shown
    assert len(shown) <= 80 + len("«»")
    assert shown.startswith("«…") == (before == 30)
    assert shown.endswith("…»") == (after == 30)
    assert set(shown.strip("«…»").split()) <= set(sentence.split())


def test_evidence_longer_than_what_is_printed_stays_whole() -> None:
    assert quoted_around("trước đóng cửa chợ sau", 6, 18, 5) == "«…đóng cửa chợ…»"


@pytest.mark.parametrize(
    ("words", "limit", "shown"),
    [
        ("đóng cửa chợ", 0, "«đóng cửa chợ»"),
        ("đóng cửa chợ", 11, "«đóng cửa…»"),
        ("đóngcửachợ", 5, "«đóng…»"),
    ],
)
def test_the_first_words_are_cut_between_words(words: str, limit: int, shown: str) -> None:
    assert quoted(words, limit) == shown
