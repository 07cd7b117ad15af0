"""Phrases found among words: across punctuation and line ends, overlapping, and where a sentence ends."""

from __future__ import annotations

import re

import pytest

from ingest.text.normalise import key_of, normalise
from ingest.text.words import Phrases, split


def found(phrases: list[str], text: str) -> list[str]:
    words = split(normalise(text))
    hits = Phrases(map(key_of, phrases)).find(words)
    return sorted(text[slice(*words.view.home(*words.span(hit.first, hit.last)))] for hit in hits)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("công tác phòng, chống dịch", ["phòng, chống dịch"]),
        ("PHÒNG CHỐNG\nDỊCH", ["PHÒNG CHỐNG\nDỊCH"]),
        ("phòng, chống (dịch)", ["phòng, chống (dịch"]),
        ("phòng chống dịchvụ", []),
        ("tiền phòng chống", []),
    ],
)
def test_punctuation_and_case_make_no_difference(text: str, expected: list[str]) -> None:
    assert found(["phòng chống dịch"], text) == expected


def test_overlapping_phrases_are_all_found() -> None:
    text = "truy vết, khoanh vùng, cách ly"
    assert found(["truy vết khoanh vùng", "khoanh vùng", "vùng cách ly"], text) == [
        "khoanh vùng",
        "truy vết, khoanh vùng",
        "vùng, cách ly",
    ]


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("dịch. Chống", True),
        ("dịch; chống", True),
        ("dịch, chống", False),
        ("dịch\nchống", False),
        ("dịch\n\nchống", False),
        ("dịch\n\nChống", True),
    ],
)
def test_where_a_sentence_ends(text: str, broken: bool) -> None:
    assert split(normalise(text)).broken(0, 1) is broken


def test_a_phrase_needs_a_word() -> None:
    with pytest.raises(ValueError, match="without a word"):
        Phrases(["…"])


@pytest.mark.parametrize("text", ["", " ", "một", " một  hai\n\nba. ", "16/CT-TTg;\tsố_2", "…a1 b"])
def test_words_and_what_stands_between_them_are_the_text(text: str) -> None:
    words = split(normalise(text))
    assert [words.key(i) for i in range(len(words))] == re.findall(r"[^\W_]+", text.lower())
    between = [words.gap(i) for i in range(1, len(words))]
    printed = [text[a:b] for a, b in map(words.span, range(len(words)), range(len(words)))]
    inner = "".join(word + gap for word, gap in zip(printed, [*between, ""], strict=False))
    assert inner == text.strip(" \n.;…")
    assert words.joined_key.split() == [words.key(i) for i in range(len(words))]
    assert [words.joined_key[at:].split(" ")[0] for at in words.offsets] == [w.lower() for w in printed]
