"""A text is cut into syllables, numbers and marks, however it is encoded, and nothing of it is lost."""

from __future__ import annotations

import unicodedata

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from ingest.for_spacy.syllables import pieces

NLP = spacy.blank("vi_tiengvang")
# What such files hold: both normal forms, line ends of three systems, marks without width, odd spaces.
OFFICIAL = st.text(
    st.sampled_from(
        "aăâđêôơưừẩỹ ÀĐỲ19.,;:/-–_\"'()\t\n\r"
        "\u00a0\u200b\u200d\ufeff\u00ad\u2028\u0300\u0323\u031b\u0302\u0301"
    ),
    max_size=60,
)
ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("phòng, chống dịch", ["phòng", ",", "chống", "dịch"]),
        ("172-TB/TW", ["172", "-", "TB", "/", "TW"]),
        ("F0, 5K và COVID-19", ["F", "0", ",", "5", "K", "và", "COVID", "-", "19"]),
        ("Điều 3.", ["Điều", "3", "."]),
        ("a\r\nb", ["a", "\r\n", "b"]),
        ("a\n\n  b", ["a", "\n", "\n", " ", "b"]),
        ("a  b", ["a", " ", "b"]),
        (" a ", [" ", "a"]),
        ("a\u00a0b", ["a", "\u00a0", "b"]),
        ("\ufeffSố", ["\ufeff", "Số"]),
        ("giãn\u200bcách \u200b", ["giãn\u200bcách", "\u200b"]),
        ("to\u0323\u0302i", ["to\u0323\u0302i"]),
        ("mo\u200b\u0302t", ["mo\u200b\u0302t"]),
        ("....", [".", ".", ".", "."]),
        ("snake_case", ["snake", "_", "case"]),
        ("", []),
        (" ", [" "]),
        ("\u0301", ["\u0301"]),
    ],
)
def test_a_text_is_cut_where_syllables_numbers_and_marks_part(text: str, tokens: list[str]) -> None:
    assert [token.text for token in NLP.make_doc(text)] == tokens


@given(st.one_of(OFFICIAL, ANYTHING))
def test_nothing_is_lost(text: str) -> None:
    assert NLP.make_doc(text).text == text
    assert "".join(piece.text + " " * piece.space for piece in pieces(text)) == text


@given(OFFICIAL.map(lambda text: unicodedata.normalize("NFC", text)))
def test_both_normal_forms_have_the_same_tokens(text: str) -> None:
    decomposed = NLP.make_doc(unicodedata.normalize("NFD", text))
    composed = NLP.make_doc(text)
    assert [unicodedata.normalize("NFC", t.text) for t in decomposed] == [t.text for t in composed]
    assert [t.norm_ for t in decomposed] == [t.norm_ for t in composed]


def test_a_syllable_has_one_norm_in_every_spelling() -> None:
    spellings = ["hoà", "hòa", "HÒA", unicodedata.normalize("NFD", "Hoà")]
    assert {token.norm_ for spelling in spellings for token in NLP.make_doc(spelling)} == {"hòa"}


def test_the_tokenizer_serves_spacys_own_vietnamese_pipeline() -> None:
    ours = {"nlp": {"tokenizer": {"@tokenizers": "tiengvang.Syllables.v1"}}}
    nlp = spacy.blank("vi", config=ours)
    assert [token.text for token in nlp.make_doc("Hoà Bình 5K")] == ["Hoà", "Bình", "5", "K"]
