"""Comparable text: what reads alike compares alike, and every span maps home exactly."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.text.normalise import bare_of, key_of, normalise

CORPUS = sorted(p for p in Path("corpus").rglob("*.txt"))
VIETNAMESE = st.text(
    alphabet=st.sampled_from(
        "aăâbcdđeêghiklmnoôơpqrstuưvxyAĐÊƠƯ0123456789 \n\t.,;:/-“”\u00a0\u200b\ufeff\r"
        "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"),
        ("HOÀ BÌNH", "hòa bình"),
        ("uỷ ban", "ủy ban"),
        ("thuỷ điện", "thủy điện"),
        ("khoẻ mạnh", "khỏe mạnh"),
        ("phong toả", "phong tỏa"),
        ("kỹ thuật", "kĩ thuật"),
        ("cách ly", "cách li"),
        ("chiến sỹ", "chiến sĩ"),
        ("quý I", "quí I"),
        ("172–TB／TW", "172-TB/TW"),
        ("QÐ-TTg", "QĐ-TTg"),
        ("“năm k”", '"năm k"'),
        ("năm\u00a0k", "năm k"),
        ("vắc\u200bxin", "vắcxin"),
    ],
)
def test_two_ways_of_writing_read_alike(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)
    assert key_of(unicodedata.normalize("NFD", one)) == key_of(other)


@pytest.mark.parametrize("word", ["hoàn", "quả", "huyện", "khuya", "hoạt", "thuê", "ngoài", "tuyến"])
def test_a_tone_inside_a_closed_syllable_stays(word: str) -> None:
    assert key_of(word) == word


@pytest.mark.parametrize(
    ("word", "bare"), [("Đắk Lắk", "dak lak"), ("Bốn tại chỗ", "bon tai cho"), ("Ưu", "uu")]
)
def test_bare_has_no_marks(word: str, bare: str) -> None:
    assert bare_of(word) == bare


@given(VIETNAMESE)
def test_every_span_maps_home_and_back(source: str) -> None:
    view = normalise(source)
    assert len(view.text) == len(view.key) == len(view.bare) == len(view.starts) == len(view.ends)
    for i in range(len(view.text)):
        start, end = view.home(i, i + 1)
        assert 0 <= start < end <= len(source)
        first, last = view.here(start, end)
        assert first <= i < last


@given(VIETNAMESE)
def test_decomposed_text_reads_as_composed(source: str) -> None:
    composed = normalise(unicodedata.normalize("NFC", source))
    decomposed = normalise(unicodedata.normalize("NFD", source))
    assert (composed.key, composed.bare) == (decomposed.key, decomposed.bare)


@pytest.mark.parametrize("path", CORPUS, ids=lambda p: p.name)
def test_a_whole_document_reads_alike_however_it_is_stored(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    plain = normalise(text)
    variants = [unicodedata.normalize("NFD", text), re.sub("\r?\n", "\r\n", text), "\ufeff" + text]
    for variant in variants:
        view = normalise(variant)
        assert view.key == plain.key
        first = view.key.index("n")
        assert normalise(view.quote(first, first + 40)).key == plain.key[first : first + 40]


@given(st.text(alphabet=st.sampled_from("aĐđÐñ–“ỆẾơƯ \n1²ßİſΩ漢🙂Ƣ"), max_size=30))
def test_a_letter_reads_alike_in_any_company(text: str) -> None:
    whole = normalise(text)
    alone = [normalise(letter) for letter in text]
    assert whole.text == "".join(view.text for view in alone)
    assert whole.key == "".join(view.key for view in alone)
    assert whole.bare == "".join(view.bare for view in alone)


def test_an_empty_span_is_refused() -> None:
    with pytest.raises(ValueError, match="not a span"):
        normalise("abc").home(1, 1)
