"""A long document in the reader: in parts, each light and quick to look through, none missing."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from itertools import count

import httpx
import pytest
from playwright.sync_api import Browser, Page

from app.pages.reader import WINDOW
from app.settings import Settings
from graph.queries import shipped
from graph.store import open_store
from ingest.pipeline import ingest
from ingest.vocabulary import shipped as vocabulary
from tests.pages.serving import WIDER, served, watched

pytestmark = pytest.mark.browser

SIZE = 200_000  # bytes
HEAVIEST = 100_000  # bytes of one part as it travels
HEAD = """ỦY BAN NHÂN DÂN
TỈNH SƠN LA
Số: 77/QĐ-UBND
Sơn La, ngày 02 tháng 5 năm 2020
QUYẾT ĐỊNH
Về danh sách hộ được nhận gạo
"""
ARTICLE = """
Điều {at}. Thực hiện Chỉ thị số 19/CT-TTg ngày 24/4/2020 của Thủ tướng Chính phủ, Sở Y tế tổ chức xét nghiệm.
"""
LINE = "Hộ ông, bà số {at} ở bản thứ {house}, nhận mười lăm ki lô gam gạo, đã ký nhận đủ vào sổ của bản; "
LINES = 300  # to an article


def _text() -> str:
    parts, size = [HEAD], 0
    for at in count(1):
        article = ARTICLE.format(at=at)
        article += "".join(LINE.format(at=at * LINES + house, house=house) for house in range(LINES))
        parts.append(article)
        size += len(article.encode())
        if size > SIZE:
            return "".join(parts)
    raise AssertionError


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server on a store that holds the document."""
    folder = tmp_path_factory.mktemp("big")
    (folder / "big.txt").write_text(_text(), encoding="utf-8")
    url = f"embedded:{folder / 'graph'}"
    with open_store(url) as store:
        assert not ingest(store, shipped(), vocabulary(), [folder / "big.txt"]).failed
    with served(Settings(graph=url)) as address:
        yield address


@pytest.fixture(scope="module")
def path(site: str) -> str:
    """The reader of the document."""
    (row,) = httpx.get(f"{site}/v1/documents", timeout=60).json()["items"]
    return f"/documents/{row['id']}"


@pytest.fixture(params=[(1280, True), (360, False)], ids=["desk", "phone without script"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of one of two readers."""
    width, script = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 800}, java_script_enabled=script, locale="vi-VN"
    )
    yield context.new_page()
    context.close()


def test_the_parts_are_the_text(site: str, path: str) -> None:
    text = _text()
    found, start = [], 0
    while start < len(text):
        html = httpx.get(f"{site}{path}?start={start}", timeout=60).text
        assert len(gzip.compress(html.encode())) < HEAVIEST
        begin, end = (int(html.split(f'data-{name}="', 1)[1].split('"', 1)[0]) for name in ("start", "end"))
        assert begin == start
        assert end - begin <= WINDOW
        found.append(text[begin:end])
        start = end
    assert "".join(found) == text


def test_a_part_is_opened_and_the_next_one_turned_to(page: Page, site: str, path: str) -> None:
    text, complaints = _text(), watched(page)
    page.goto(site + path)
    assert complaints == []
    assert page.evaluate(WIDER) <= 0
    first = page.locator(".text").text_content() or ""
    assert text.startswith(first)
    assert len(first) <= WINDOW
    page.locator(".parts details summary").click()
    assert page.locator(".parts ol.outline > li").count() > len(text) // WINDOW
    page.locator('a[rel="next"]').first.click()
    page.wait_for_url("**start=*")
    second = page.locator(".text").text_content() or ""
    assert text.startswith(first + second)


def test_a_place_far_down_opens_at_its_words(page: Page, site: str, path: str) -> None:
    statements = httpx.get(f"{site}/v1{path}", timeout=60).json()["statements"]
    last = max((s for s in statements if s["type"] == "CITES"), key=lambda s: s["start"])
    page.goto(f"{site}{path}?start={last['start']}&end={last['end']}#t{last['start']}-{last['end']}")
    assert "".join(page.locator(".text .target").all_text_contents()) == last["quote"]
    box = page.locator(".text .target").first.bounding_box()
    assert box
    assert 0 <= box["y"] < 800
