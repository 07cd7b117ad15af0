"""PDF: lines joined to paragraphs, heads and page numbers apart, pages known, pictures named as such."""

from __future__ import annotations

import pytest

from ingest.errors import Scanned, Unreadable
from ingest.readers.pdf import read_pdf
from tests.readers.made import pdf

LONG = "Uy ban nhan dan tinh yeu cau cac so, ban, nganh thuc hien nghiem Chi thi so 16 cua"
GOES_ON = "Thu tuong Chinh phu ve phong, chong dich."


def test_a_line_goes_on_where_the_next_word_had_no_room() -> None:
    found = read_pdf(pdf([[(72, 700, LONG), (72, 684, GOES_ON), (72, 668, "Het."), (72, 652, "Dieu khac")]]))
    assert found.text.split("\n") == [f"{LONG} {GOES_ON}", "Het.", "Dieu khac"]


def test_list_marks_and_columns_begin_lines() -> None:
    found = read_pdf(
        pdf([[(72, 700, LONG), (72, 684, "- Mot viec"), (72, 668, "TINH UY"), (380, 668, "DANG CONG SAN")]])
    )
    assert found.text.split("\n")[:2] == [LONG, "- Mot viec"]
    assert "TINH UY" in found.text
    assert "TINH UY DANG" not in found.text


def test_a_word_broken_at_its_hyphen_is_whole() -> None:
    found = read_pdf(pdf([[(72, 700, LONG + " Covid-"), (72, 684, "19 keo dai tren dia ban tinh.")]]))
    assert "Covid-19 keo dai" in found.text


def test_a_sentence_over_two_pages_is_whole_and_heads_are_furniture() -> None:
    pages = [
        [(72, 800, "UBND TINH X"), (72, 700, "Mo dau."), (72, 120, LONG), (290, 60, "1")],
        [(72, 800, "UBND TINH X"), (72, 740, "thu tuong ve phong dich."), (72, 700, "Het."), (290, 60, "2")],
        [(72, 800, "UBND TINH X"), (72, 740, "Trang ba."), (290, 60, "3")],
    ]
    found = read_pdf(pdf(pages))
    assert f"{LONG} thu tuong ve phong dich." in found.text
    assert [found.text[a:b] for a, b in found.read_as.furniture] == ["UBND TINH X"] * 3
    assert sorted(found.text.split()) == sorted(w for page in pages for _, _, t in page for w in t.split())
    where = [found.text.index(words) for words in ("Mo dau", "thu tuong", "Trang ba")]
    assert [found.read_as.unit_at(at) for at in where] == [1, 2, 3]
    assert found.read_as.unit == "page"


def test_a_scan_is_named_with_its_pages() -> None:
    with pytest.raises(Scanned, match="a scanned PDF: 3 pages of pictures"):
        read_pdf(pdf([None, None, None]))


def test_pages_that_are_pictures_are_told_where_others_are_text() -> None:
    found = read_pdf(pdf([[(72, 700, LONG)], None]))
    assert found.text == LONG
    assert found.read_as.remarks == ("1 pages are pictures and were not read: 2",)


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (pdf([[(72, 700, LONG)]], encrypted=True), "a PDF that is encrypted"),
        (pdf([[(72, 700, LONG)]])[:-200], "cut short"),
        (b"%PDF-1.4\nnothing\n%%EOF\n", "a PDF that is broken"),
    ],
    ids=["encrypted", "cut", "broken"],
)
def test_a_pdf_that_cannot_be_read_says_why(raw: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says) as caught:
        read_pdf(raw)
    assert caught.value.todo
