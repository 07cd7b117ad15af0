"""The matrix, its cells, two wordings beside each other, and the briefing of all that."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import httpx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.briefing import docx_of, xlsx_of
from app.briefing.brief import MEDIA_TYPES, Brief, Quoted, Shown
from app.pages.differing import differing

TWO = "province=14&province=80"


def _get(site: str, path: str, kind: str = "text/html") -> httpx.Response:
    return httpx.get(site + path, timeout=120, headers={"Accept": kind, "Accept-Language": "en"})


@pytest.mark.parametrize(
    ("query", "columns"),
    [(TWO, 2), ("province=14&province=80&province=01", 3), ("all=true", 63), ("all=true&units=2025", 34)],
)
def test_the_matrix_has_a_column_for_each_place_asked_for(site: str, query: str, columns: int) -> None:
    html = _get(site, f"/compare?{query}").text
    head = re.search(r"<thead>.*?</thead>", html, re.DOTALL)
    assert head
    assert head[0].count("<th scope") == columns + 1


def test_only_the_measures_and_dates_asked_for_are_shown(site: str) -> None:
    whole = _get(site, f"/compare?{TWO}", "application/json").json()
    ids = [row["measure"]["id"] for row in whole["rows"]][:2]
    asked = f"/compare?{TWO}&measure={ids[0]}&measure={ids[1]}&since=2021-01-01&until="
    part = _get(site, asked, "application/json").json()
    assert [row["measure"]["id"] for row in part["rows"]] == ids
    assert part["since"] == "2021-01-01"
    assert [p["documents"] for p in part["provinces"]] < [p["documents"] for p in whole["provinces"]]
    assert _get(site, asked).text.count('<th scope="row">') == 2


def test_a_cell_opens_its_quotes(site: str) -> None:
    html = _get(site, f"/compare?{TWO}").text
    links = re.findall(r'class="cell-link" href="([^"]+)"', html)
    assert links
    for link in links[:4]:
        path = link.replace("&amp;", "&")
        answer = _get(site, path, "application/json").json()
        (row,) = answer["rows"]
        (cell,) = row["cells"]
        assert len(cell["evidence"]) == cell["evidence_total"] > 0
        page = _get(site, path).text
        assert all(piece["key"] in page for piece in cell["evidence"])
        part = _get(site, f"{path}&part=cell").text
        assert "<html" not in part
        assert all(piece["key"] in part for piece in cell["evidence"])


def test_the_matrix_is_a_sheet_too(site: str) -> None:
    text = _get(site, "/compare?all=true", "text/csv").text
    rows = text.lstrip("\ufeff").splitlines()
    found = _get(site, "/compare?all=true", "application/json").json()
    assert len(rows) == 1 + 63 * len(found["rows"])


@pytest.mark.parametrize(
    "query", ["province=nowhere&province=14", f"{TWO}&since=yesterday", f"{TWO}&measure=none"]
)
def test_what_cannot_be_compared_is_told(site: str, query: str) -> None:
    answer = _get(site, f"/compare?{query}")
    assert answer.status_code in (404, 422)
    assert "<h1>" in answer.text


@given(st.text(), st.text())
def test_stretches_joined_are_the_wordings(one: str, other: str) -> None:
    for text, stretches in zip((one, other), differing(one, other), strict=True):
        assert "".join(stretch.text for stretch in stretches) == text


@pytest.mark.parametrize(
    ("one", "other", "ours", "theirs"),
    [
        ("lập chốt kiểm soát", "Lập thêm chốt kiểm soát", [], ["thêm"]),
        ("đeo khẩu trang", "đeo khẩu trang", [], []),
        ("dừng họp chợ", "tạm dừng họp", ["chợ"], ["tạm"]),
    ],
)
def test_words_that_the_other_side_lacks_are_told(
    one: str, other: str, ours: list[str], theirs: list[str]
) -> None:
    found = [[s.text.strip() for s in side if s.differs] for side in differing(one, other)]
    assert found == [ours, theirs]


def test_the_briefing_holds_every_quote_with_its_source(site: str) -> None:
    answer = _get(site, f"/v1/compare?{TWO}&evidence_limit=5", "application/json").json()
    pieces = [piece for row in answer["rows"] for cell in row["cells"] for piece in cell["evidence"]]
    word = _get(site, f"/compare/briefing.docx?{TWO}")
    assert word.headers["content-type"] == MEDIA_TYPES["docx"]
    said = "\n".join(p.text for p in docx.Document(io.BytesIO(word.content)).paragraphs)
    assert answer["dataset_version"] in said
    links = zipfile.ZipFile(io.BytesIO(word.content)).read("word/_rels/document.xml.rels").decode()
    book = openpyxl.load_workbook(io.BytesIO(_get(site, f"/compare/briefing.xlsx?{TWO}").content))
    matrix, quotes, _ = book.worksheets
    assert matrix.max_row == 1 + len(answer["rows"])
    assert quotes.max_row == 1 + len(pieces)
    written = {row[3] for row in quotes.iter_rows(min_row=2, values_only=True)}
    for piece in pieces:
        assert f"«{piece['quote']}»" in said
        assert piece["quote"] in written
        assert f"/documents/{piece['document']}?start={piece['start']}&amp;end={piece['end']}" in links


def test_a_briefing_computes_nothing_and_takes_any_text() -> None:
    hostile = '=HYPERLINK("x")\x0b<script>'
    keys = ("table", "quotes", "answers", "source", "characters", "number", "date")
    brief = Brief(
        title=hostile,
        summary=hostile,
        notes=[hostile],
        head=["measure", "province"],
        rows=[(hostile, [Shown("ordered", hostile)])],
        facts=["m", "p", "s"],
        quotes=[
            Quoted(
                (hostile, "p", "s"),
                hostile,
                hostile,
                "d",
                "b",
                0,
                1,
                "i",
                "http://127.0.0.1/documents/i",
                hostile,
            )
        ],
        labels={key: key for key in keys},
        synthetic="",
    )
    assert docx.Document(io.BytesIO(docx_of(brief))).paragraphs
    for sheet in openpyxl.load_workbook(io.BytesIO(xlsx_of(brief))).worksheets:
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "inlineStr"}, (
            "none is a formula"
        )
