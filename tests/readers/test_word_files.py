"""docx, odt and rtf: every word that a printout shows, in order, list numbers and tables among them."""

from __future__ import annotations

import pytest

from ingest.readers.docx import read_docx
from ingest.readers.numerals import numeral
from ingest.readers.odt import read_odt
from ingest.readers.rtf import read_rtf
from tests.readers.made import docx, odt, p
from tools.legacy_text import in_tcvn3, in_vni

_LEVEL = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
_NUMBERING = (
    "<w:numbering>"
    f'<w:abstractNum w:abstractNumId="0">{_LEVEL.format(0, "decimal", "Điều %1.")}'
    f"{_LEVEL.format(1, 'decimal', '%1.%2.')}{_LEVEL.format(2, 'lowerLetter', '%3)')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="1">{_LEVEL.format(0, "bullet", "-")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/>'
    "</w:lvlOverride></w:num></w:numbering>"
)


def item(text: str, list_id: int, level: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def test_list_numbers_are_printed_as_word_prints_them() -> None:
    places = [("Dừng", 1, 0), ("chợ", 1, 1), ("quán", 1, 1), ("ăn", 1, 2), ("uống", 1, 2)]
    places += [("Giao", 1, 0), ("một", 1, 1), ("gạch", 2, 0), ("mới", 3, 0)]
    body = "".join(item(*place) for place in places) + p("thường")
    assert read_docx(docx(body, numbering=_NUMBERING)).text.split("\n") == [
        "Điều 1. Dừng",
        "1.1. chợ",
        "1.2. quán",
        "a) ăn",
        "b) uống",
        "Điều 2. Giao",
        "2.1. một",
        "- gạch",
        "Điều 7. mới",
        "thường",
    ]


def test_a_style_numbers_its_paragraphs() -> None:
    styles = (
        '<w:styles><w:style w:styleId="base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="own"><w:basedOn w:val="base"/></w:style></w:styles>'
    )
    body = p("Dừng", '<w:pStyle w:val="own"/>') + p("không", '<w:pStyle w:val="other"/>')
    assert read_docx(docx(body, numbering=_NUMBERING, styles=styles)).text == "Điều 1. Dừng\nkhông"


def test_tracked_changes_are_accepted_and_told() -> None:
    body = (
        "<w:p><w:r><w:t>Dừng </w:t></w:r><w:del><w:r><w:delText>karaoke</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>quán bar</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>cũ</w:t></w:r></w:moveFrom></w:p>"
    )
    found = read_docx(docx(body))
    assert found.text == "Dừng quán bar"
    assert found.read_as.remarks == ("read with its tracked changes accepted",)


def test_breaks_tabs_hidden_text_and_symbols() -> None:
    body = (
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>e</w:t><w:sym w:font="Wingdings" w:char="F0B7"/></w:r>'
        "</w:p>"
    )
    assert read_docx(docx(body)).text == "a\tb\nc\u2011de•"


def test_a_text_box_is_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>HỎA TỐC</w:t></w:r></w:p></w:txbxContent>"
    body = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent><w:t>Kính gửi</w:t></w:r></w:p>"
    )
    assert read_docx(docx(body)).text == "HỎA TỐC\nKính gửi"


def _cell(*lines: str) -> str:
    return f"<w:tc>{''.join(p(line) for line in lines)}</w:tc>"


def test_a_letterhead_is_read_column_by_column_and_data_row_by_row() -> None:
    columns = _cell("UBND TỈNH", "Số: 1/CT-UBND") + _cell("CỘNG HÒA", "Hà Nội, ngày 1")
    head = f"<w:tbl><w:tr>{columns}</w:tr></w:tbl>"
    rows = [("STT", "Đơn vị", "Việc"), ("1", "Sở Y tế", "chủ trì")]
    data = "".join(f"<w:tr>{''.join(_cell(c) for c in row)}</w:tr>" for row in rows)
    assert read_docx(docx(f"{head}<w:tbl>{data}</w:tbl>")).text.split("\n") == [
        "UBND TỈNH",
        "Số: 1/CT-UBND",
        "CỘNG HÒA",
        "Hà Nội, ngày 1",
        "STT | Đơn vị | Việc",
        "1 | Sở Y tế | chủ trì",
    ]


def test_headers_are_the_pages_and_notes_stand_last() -> None:
    found = read_docx(
        docx(
            p("Điều 1"),
            header1=f"<w:hdr>{p('UBND TỈNH X')}</w:hdr>",
            footer1=f"<w:ftr>{p('Trang')}</w:ftr>",
            footnotes=f'<w:footnotes><w:footnote w:type="separator">{p("-")}</w:footnote>'
            f"<w:footnote>{p('Chỉ thị số 16')}</w:footnote></w:footnotes>",
        )
    )
    assert found.text == "UBND TỈNH X\nĐiều 1\nChỉ thị số 16\nTrang"
    assert [found.text[a:b] for a, b in found.read_as.furniture] == ["UBND TỈNH X", "Trang"]
    assert [found.read_as.unit_at(i) for i in (0, 12, 20)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("font", "typed", "read"),
    [
        (".VnTime", in_tcvn3("Ủy ban nhân dân"), "ủy ban nhân dân"),
        (".VnTimeH", in_tcvn3("ủy ban nhân dân"), "ỦY BAN NHÂN DÂN"),
        ("VNI-Times", in_vni("Ủy ban nhân dân"), "Ủy ban nhân dân"),
        (".VnTime", "Ủy ban nhân dân", "Ủy ban nhân dân"),
        ("Times New Roman", "Ủy ban", "Ủy ban"),
    ],
)
def test_a_run_is_read_by_its_font(font: str, typed: str, read: str) -> None:
    assert read_docx(docx(p(typed, run=f'<w:rFonts w:ascii="{font}"/>') + p("Tỉnh"))).text == f"{read}\nTỉnh"


def test_a_font_is_inherited_from_style_and_document() -> None:
    fonts = '<w:rPr><w:rFonts w:ascii="{}"/></w:rPr>'
    styles = (
        f"<w:styles><w:docDefaults><w:rPrDefault>{fonts.format('VNI-Times')}</w:rPrDefault></w:docDefaults>"
        f'<w:style w:styleId="s" w:type="paragraph">{fonts.format(".VnTime")}</w:style></w:styles>'
    )
    body = p(in_vni("thực hiện")) + p(in_tcvn3("thực hiện"), '<w:pStyle w:val="s"/>')
    assert read_docx(docx(body, styles=styles)).text == "thực hiện\nthực hiện"


def test_odt_blanks_lists_notes_tables_and_boxes() -> None:
    number = '<text:list-level-style-number text:level="1" style:num-format="a" style:num-suffix=")"/>'
    styles = f'<text:list-style style:name="L">{number}</text:list-style>'
    text = (
        '<text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d<text:span>e</text:span>f</text:p>'
        '<text:list text:style-name="L"><text:list-item><text:p>một</text:p><text:p>tiếp</text:p>'
        "</text:list-item>"
        "<text:list-item><text:p>hai</text:p></text:list-item></text:list>"
        "<text:p>x<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>chú</text:p>"
        "</text:note-body></text:note>y<office:annotation><text:p>góp ý</text:p></office:annotation></text:p>"
        "<text:tracked-changes><text:p>bỏ</text:p></text:tracked-changes>"
        "<table:table><table:table-row>"
        + "".join(f"<table:table-cell><text:p>{c}</text:p></table:table-cell>" for c in "123")
        + "</table:table-row></table:table>"
        "<text:p>z<draw:frame><draw:text-box><text:p>hộp</text:p></draw:text-box></draw:frame></text:p>"
    )
    master = "<style:header><text:p>ĐẦU TRANG</text:p></style:header>"
    found = read_odt(odt(text, styles, master))
    assert found.text.split("\n") == (
        ["ĐẦU TRANG", "a   b\tc", "def", "a) một", "tiếp", "b) hai", "xy", "1 | 2 | 3", "hộp", "z", "chú"]
    )
    assert found.read_as.furniture == ((0, 9),)


def test_rtf_code_pages_legacy_fonts_unicode_and_tables() -> None:
    raw = (
        rb"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0 .VnTime;}{\f1\fcharset163 Times;}{\f2 VNI-Times;}}"
        rb"{\info{\title bo}}{\header UBND\par}"
        rb"{\f0 C\'e9ng ho\'b5}{\f1  th\'fd}{\f2  hoa\'f8}\u7853?i\u272?\par"
        rb"{\listtext 1.\tab}m\'e0 {\v an}{\*\bkmkstart x}\line hai\par"
        rb"\pard\intbl mot\cell hai\cell ba\cell\row\pard cu\par{\footnote chu}}"
    )
    found = read_rtf(raw)
    assert found.text.split("\n") == [
        "Cộng hoà thư hoàậiĐ",
        "1.\tmà ",
        "hai",
        "mot | hai | ba",
        "cu",
        "UBND",
        "chu",
    ]
    assert [found.text[a:b] for a, b in found.read_as.furniture] == ["UBND"]


@pytest.mark.parametrize(
    ("number", "form", "printed"),
    [
        (1, "decimal", "1"),
        (7, "decimalZero", "07"),
        (4, "lowerRoman", "iv"),
        (1999, "upperRoman", "MCMXCIX"),
        (1, "lowerLetter", "a"),
        (27, "upperLetter", "AA"),
        (0, "lowerLetter", "0"),
        (3, "none", ""),
        (99999, "lowerRoman", "99999"),
        (5, "chineseCounting", "5"),
    ],
)
def test_numbers_as_lists_print_them(number: int, form: str, printed: str) -> None:
    assert numeral(number, form) == printed
