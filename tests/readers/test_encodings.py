"""Encodings: each is told by its statistics, converted letter for letter, and leads back to its bytes."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.encodings.decode import decode
from ingest.encodings.decoded import widths_of
from ingest.encodings.legacy import TCVN3, VNI
from ingest.encodings.syllables import is_syllable
from ingest.errors import EncodingMixed, EncodingUnknown, Unreadable
from ingest.extract import extract
from ingest.read import document_of, read_document
from ingest.read_as import ByteMap, ReadAs
from ingest.records import record
from ingest.vocabulary import shipped
from tests.repository import ROOT
from tools.legacy_text import in_1258, in_tcvn3, in_vni

ACT = (
    "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành thực hiện nghiêm Chỉ thị số 16/CT-TTg ngày 31/3/2020.\n"
    "Kể từ 0 giờ ngày 02/4/2020, dừng hoạt động các cơ sở kinh doanh dịch vụ, trừ cơ sở bán lương thực.\n"
    "Ông Nguyễn Văn Thượng, Quế Võ, ngõ 5: “khẩn trương, kịp thời”; khử khuẩn, lỡ ký gửi, nghỉ lễ, bữa cỗ.\n"
)
REAL = sorted((ROOT / "corpus" / "real").glob("*.txt"))


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("raw", "steps"),
    [
        (ACT.encode(), ("utf-8",)),
        (("\ufeff" + ACT).encode(), ("utf-8",)),
        (("\ufeff" + ACT).encode("utf-16-le"), ("utf-16-le",)),
        (("\ufeff" + ACT).encode("utf-16-be"), ("utf-16-be",)),
        (("\ufeff" + ACT).encode("utf-32-le"), ("utf-32-le",)),
        (("\ufeff" + ACT).encode("utf-32-be"), ("utf-32-be",)),
        (ACT.encode("utf-16-le"), ("utf-16-le",)),
        (ACT.encode("utf-16-be"), ("utf-16-be",)),
        (in_1258(ACT), ("windows-1258",)),
        (in_tcvn3(ACT).encode("cp1252"), ("windows-1252", "tcvn3")),
        (in_tcvn3(ACT).encode(), ("utf-8", "tcvn3")),
        (in_tcvn3(ACT).encode("utf-16"), ("utf-16-le", "tcvn3")),
        (in_vni(ACT).encode("cp1252"), ("windows-1252", "vni")),
        (in_vni(ACT).encode(), ("utf-8", "vni")),
        (ACT.encode().decode("latin-1").encode(), ("utf-8", "mojibake")),
        (ACT.encode("ascii", "xmlcharrefreplace"), ("utf-8", "entities")),
        (in_tcvn3(ACT).encode("ascii", "xmlcharrefreplace"), ("utf-8", "entities", "tcvn3")),
    ],
    ids=lambda v: None if isinstance(v, bytes) else "+".join(v),
)
def test_a_text_is_read_in_the_encoding_it_is_in(raw: bytes, steps: tuple[str, ...]) -> None:
    decoded = decode(raw)
    assert decoded.steps == steps
    assert nfc(decoded.text).lstrip("\ufeff").casefold() == ACT.casefold()
    if len(steps) > 1:
        assert decoded.remarks, "a conversion says why it was made"


def test_tcvn3_capitals_follow_the_words_around_them() -> None:
    head = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSỞ Y TẾ\n"
    read = decode(in_tcvn3(head + "Tế bào, Cấp ở Ủy ban tỉnh").encode("cp1252")).text
    assert read == head + "Tế bào, Cấp ở ủy ban tỉnh"


@pytest.mark.parametrize("path", REAL, ids=lambda p: p.stem[:12])
@pytest.mark.parametrize("legacy", [in_1258, in_tcvn3, in_vni], ids=["windows-1258", "tcvn3", "vni"])
def test_an_act_states_the_same_in_every_encoding(path: object, legacy: object) -> None:
    text = nfc(path.read_text(encoding="utf-8"))  # type: ignore[attr-defined]
    typed = legacy(text)  # type: ignore[operator]
    raw = typed if isinstance(typed, bytes) else typed.encode("cp1252", errors="ignore")
    decoded = decode(raw)
    plain = extract(document_of(text.encode(), text, ""), shipped())
    found = extract(document_of(raw, decoded.text, ""), shipped())
    assert [(m.label, m.id) for m in found.mentions] == [(m.label, m.id) for m in plain.mentions]
    assert [nfc(m.quote).casefold() for m in found.mentions] == [m.quote.casefold() for m in plain.mentions]


@pytest.mark.parametrize(
    "raw",
    [
        in_tcvn3(ACT).encode("cp1252"),
        in_vni(ACT).encode(),
        ACT.encode().decode("latin-1").encode(),
        ACT.encode("ascii", "xmlcharrefreplace"),
        in_vni(ACT).encode("utf-16"),
    ],
    ids=["tcvn3", "vni", "mojibake", "entities", "vni in utf-16"],
)
def test_every_character_leads_back_to_its_bytes(raw: bytes) -> None:
    decoded = decode(raw)
    home = decoded.byte_map()
    assert home is not None
    spans = [home.span(i, i + 1) for i in range(len(decoded.text))]
    assert spans[0][0] == 0
    assert spans[-1][1] == len(raw)
    assert all(a[1] == b[0] for a, b in pairwise(spans))
    word = decoded.text.index("thực hiện")
    first, last = home.span(word, word + len("thực hiện"))
    assert decode(raw[:first]).text.endswith("các sở, ban, ngành ")
    assert decode(raw[first:]).text.startswith("thực hiện nghiêm")
    assert decode(raw[last:]).text.startswith(" nghiêm Chỉ thị")
    assert ByteMap.unpacked(home.packed()) == home


@given(st.text(max_size=60))
def test_utf8_is_read_to_the_letter(text: str) -> None:
    if "\0" in text or "\ud800" <= max(text, default="") <= "\udfff":
        return
    decoded = decode(text.encode())
    if decoded.steps == ("utf-8",):
        assert decoded.text == text
    else:
        home = decoded.byte_map()
        assert home is not None
        assert home.span(0, len(decoded.text)) == (0, len(text.encode()))


@given(st.text(min_size=1, max_size=40), st.sampled_from(["utf-8", "utf-16-le"]))
def test_widths_are_those_of_the_encoding(text: str, encoding: str) -> None:
    sound = text.encode("utf-8", "replace").decode()
    assert list(widths_of(sound, encoding)) == [len(c.encode(encoding)) for c in sound]


@pytest.mark.parametrize(
    ("raw", "kind", "parts"),
    [
        (b"Tay Ninh \xe1\xba", EncodingUnknown, ["not UTF-8: byte 0xE1 at 9", "0 of 1"]),
        ("Café déjà vu, garçon".encode("cp1252"), EncodingUnknown, ["no other encoding fits", "TCVN3"]),
        (ACT.encode() + in_tcvn3(ACT).encode("cp1252"), EncodingMixed, ["are UTF-8 and", "lines (4, 5, 6)"]),
        ((ACT + in_tcvn3(ACT)).encode(), EncodingMixed, ["lines (4, 5, 6) are TCVN3 (ABC)", "Unicode"]),
        ((in_tcvn3(ACT) + in_vni(ACT)).encode(), EncodingMixed, ["mixed encodings", "VNI"]),
        (("\ufeff" + ACT).encode("utf-16-le")[:-1], EncodingUnknown, ["UTF-16", "broken at byte"]),
        (b"abc\0def", Unreadable, ["a binary file (a zero byte at 3)"]),
        (bytes(range(256)) * 4, Unreadable, ["a binary file"]),
    ],
)
def test_what_is_in_no_one_encoding_is_refused_with_the_evidence(
    raw: bytes, kind: type[Unreadable], parts: list[str]
) -> None:
    with pytest.raises(kind) as caught:
        decode(raw)
    for part in parts:
        assert part in str(caught.value)
    assert caught.value.todo


def test_mojibake_that_lost_a_byte_is_told_and_left() -> None:
    decoded = decode((ACT.encode().decode("latin-1") + "lÃ m viá» c").encode())
    assert "lÃ m" in decoded.text
    assert any("cannot be undone" in remark and "'Ã'" in remark for remark in decoded.remarks)


@pytest.mark.parametrize(
    "text",
    [
        "Ông Müller và bà Françoise thăm tỉnh; giá 5µm ± 2, 30°C, §4, ½ ngày « khẩn », người dân chờ.",
        "Mục &amp; khoản, điều 5 &lt; 6 là ví dụ.",
        "Plain English about Møller, Ærø and Curaçao, Þórr, naïve façade.",
        "«Pháp quá» “rất lạ” á» … tỉnh",
    ],
)
def test_unicode_with_signs_and_foreign_names_stays_as_it_is(text: str) -> None:
    assert decode(text.encode()).text == text


def test_lost_characters_are_told() -> None:
    assert any("U+FFFD at 3" in r for r in decode("Tỉn\ufffd".encode()).remarks)


def test_a_western_text_with_curly_quotes_is_no_legacy_text() -> None:
    assert decode(b"Directive \x93No. 16\x94 \x96 in force").text == "Directive “No. 16” – in force"


@pytest.mark.parametrize(
    ("word", "holds"),
    [
        *((w, True) for w in ("nghiêm", "Quyết", "hoà", "hòa", "giếng", "gì", "khuỷu", "nguyễn", "bặt")),
        *((w, False) for w in ("bằt", "zuân", "hµ", "Müller", "ththực")),
    ],
)
def test_what_a_written_syllable_is(word: str, *, holds: bool) -> None:
    assert is_syllable(word) is holds
    assert is_syllable(unicodedata.normalize("NFD", word)) is holds


def test_the_tables_of_legacy_fonts_hold_every_letter_once() -> None:
    marked = {
        nfc(base + tone)
        for base in "aăâeêioôơuưy"
        for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
        if not (base + tone).isascii()
    } | {"đ"}
    assert marked <= set(TCVN3.values())
    assert marked | {letter.upper() for letter in marked} == set(VNI.values())
    assert len(set(TCVN3.values())) == len(TCVN3)


def test_what_was_found_out_comes_back_from_where_it_is_kept() -> None:
    decoded = decode(in_vni(ACT).encode())
    kept = ReadAs(decoded.steps, decoded.remarks, ((1, 5),), "page", (0, 40), decoded.byte_map())
    assert ReadAs.from_json(kept.to_json()) == kept
    assert ReadAs.from_json(ReadAs().to_json()) == ReadAs()
    assert [kept.unit_at(i) for i in (0, 39, 40)] == [1, 1, 2]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_text_with_a_zero_character_is_refused(encoding: str) -> None:
    raw = ("\ufeff" + ACT[:40] + "\0" + ACT[40:]).encode(encoding)
    with pytest.raises(Unreadable, match=rf"{encoding} a character U\+0000 at 41"):
        decode(raw)


@pytest.mark.parametrize(
    "raw", [in_1258(ACT), ACT.encode().decode("latin-1").encode()], ids=["windows-1258", "mojibake"]
)
def test_a_record_says_how_its_text_was_read(raw: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(raw)
    document = read_document(path)
    assert document.read_as.remarks
    said = record(extract(document, shipped()), shipped())["problems"]
    assert isinstance(said, list)
    assert said[-len(document.read_as.remarks) :] == [*document.read_as.remarks]
