"""Web pages: all that is visible, blocks as lines, and the page's furniture told from the act."""

from __future__ import annotations

import pytest

from ingest.documents import Document
from ingest.extract import extract
from ingest.read import read_document
from ingest.readers.html import read_html
from ingest.vocabulary import shipped
from tools.legacy_text import in_1258

ACT = """<table><tr><td><p>ỦY BAN NHÂN DÂN<br>TỈNH TÂY NINH</p><p>Số: 12/CT-UBND</p></td>
<td><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Tây Ninh, ngày 02 tháng 4 năm 2020</p></td></tr></table>
<p>CHỈ THỊ<br>Về phòng, chống dịch COVID-19</p>
<p>Thực hiện Chỉ thị số 16/CT-TTg ngày 31/3/2020
   của Thủ tướng Chính phủ, Chủ tịch Ủy ban nhân dân tỉnh <b>yêu</b> cầu:</p>
<p>1. Các sở, ban, ngành dừng họp.</p><p>Nơi nhận:<br>- Như trên.</p><p>CHỦ TỊCH</p>"""
MENU = '<ul class="{}"><li><a href="/">Trang chủ</a></li><li><a href="/t">Chỉ thị số 15/CT-TTg</a></li></ul>'
RELATED = '<div class="{}"><h3>Tin liên quan</h3><a href="/1">Kế hoạch số 99/KH-UBND ngày 01/3/2020</a></div>'


def page(body: str, head: str = "<title>Cổng thông tin</title>") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def lines(body: str) -> list[str]:
    return read_html(page(body)).text.split("\n")


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("<p>một\n  hai</p><p>ba</p>", ["một hai", "ba"]),
        ("một<br>hai<br/><br>ba", ["một", "hai", "", "ba"]),
        ("<div>a<span>b</span> <i>c</i></div>d", ["ab c", "d"]),
        ("<p>5&nbsp;&lt;&#7897;&agrave;</p>", ["5\u00a0<ộà"]),
        ("<pre>a   b\n  c</pre>", ["a   b", "  c"]),
        ("<ol><li>một<li>hai</ol><ul><li>ba</ul>", ["1. một", "2. hai", "• ba"]),
        ('<ol type="a" start="3"><li>một<li value="9">hai</ol>', ["c. một", "i. hai"]),
        ("a<script>b</script><style>c</style><!-- d --><noscript>e</noscript><template>f</template>", ["a"]),
        ('<p style="display: none">a</p><p hidden>b</p><p>c</p>', ["c"]),
        (
            "<table><tr><th>STT<th>Tên<th>Việc<tr><td>1<td><p>Sở</p><td>làm</table>",
            ["STT | Tên | Việc", "1 | Sở | làm"],
        ),
        ("<table><tr><td><p>A</p><p>B</p><td>C</table>", ["A", "B", "C"]),
    ],
)
def test_what_is_visible_is_text(body: str, shown: list[str]) -> None:
    assert lines(body) == shown


def _document(tmp_path_body: bytes, folder: object) -> Document:
    path = folder / "page.html"  # type: ignore[operator]
    path.write_bytes(tmp_path_body)
    return read_document(path)


@pytest.mark.parametrize(
    "body",
    [
        MENU.format("main-menu") + ACT + RELATED.format("tin-lien-quan"),
        MENU.format("nav navbar-nav") + f"<div id=content>{ACT}</div>" + RELATED.format("OtherNews"),
        f"<nav>{MENU.format('')}</nav><article>{ACT}</article><aside>{RELATED.format('')}</aside>",
        f"<div>{MENU.format('')}</div><main>{ACT}</main><div>{RELATED.format('')}</div>",
        f'<div role="navigation">{MENU.format("")}</div>{ACT}<footer>{RELATED.format("")}</footer>',
    ],
    ids=["by name", "by id", "by element", "beside main", "by role"],
)
def test_a_menu_and_related_links_are_kept_and_state_nothing(body: str, tmp_path: object) -> None:
    document = _document(page(body), tmp_path)
    found = extract(document, shipped())
    marked = " ".join(document.text[a:b] for a, b in document.read_as.furniture)
    assert "Trang chủ" in marked
    assert "99/KH-UBND" in marked
    assert "TÂY NINH" not in marked
    assert found.letterhead.number is not None
    assert found.letterhead.number.value == "12/CT-UBND"
    cited = {m.id for m in found.mentions if m.label == "REFERENCE"}
    assert "16/CT-TTg@2020" in cited
    assert not cited & {"15/CT-TTg@2020", "99/KH-UBND@2020"}
    furniture = [p for p in found.provisions if p.kind == "furniture"]
    assert all(any(p.start <= a < p.end for p in furniture) for a, _ in document.read_as.furniture)


def test_a_lead_above_the_act_is_furniture() -> None:
    found = read_html(page(f'<div class="detail"><p class="sapo">Chiều 2/4, tỉnh ban hành …</p>{ACT}</div>'))
    assert [found.text[a:b] for a, b in found.read_as.furniture] == ["Chiều 2/4, tỉnh ban hành …"]


def test_a_page_says_what_it_said_before_it_had_furniture(tmp_path: object) -> None:
    plain = extract(_document(page(ACT), tmp_path), shipped())
    dressed = extract(
        _document(page(MENU.format("menu") + ACT + RELATED.format("related")), tmp_path), shipped()
    )
    assert [(m.label, m.id, m.quote) for m in dressed.mentions] == [
        (m.label, m.id, m.quote) for m in plain.mentions
    ]


def test_encoding_is_told_by_the_bytes_whatever_the_page_declares() -> None:
    declared = '<meta charset="windows-1258">'
    assert "Thực hiện" in read_html(page(ACT, declared)).text
    raw = in_1258(page(ACT, '<meta charset="utf-8">').decode())
    found = read_html(raw)
    assert "16/CT-TTg" in found.text
    assert found.read_as.steps == ("windows-1258",)


def test_a_page_nested_too_deep_is_refused() -> None:
    from ingest.errors import Unreadable

    with pytest.raises(Unreadable, match="inside one another"):
        read_html(page("<div>" * 5000 + "chữ"))
