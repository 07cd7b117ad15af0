"""The pages in a real browser: wide and narrow, without JavaScript, asking nobody but the site."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

import httpx
import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

DIRECTIVE = "/directives/19/CT-TTg@2020"
WIDTHS = [1280, 768, 360]
PATHS = [
    "/",
    DIRECTIVE,
    "/directives/05/CT-TTg",
    "/directives/9999/CT-TTg",
    "/search?q=gian+cach",
    "/documents",
    "/compare",
    "/compare?province=14&province=80",
    "/docs",
    "{document}",
    "{provenance}",
]


@pytest.fixture(scope="module")
def places(site: str) -> dict[str, str]:
    """A document opened at a quote, and the evidence of the same statement."""
    answer = httpx.get(f"{site}/v1/directives/19/CT-TTg@2020/echoes", timeout=60).json()
    piece = next(e for p in answer["provinces"] for e in p["evidence"] if e["how"] == "cites")
    span = f"{piece['start']}-{piece['end']}"
    at = f"start={piece['start']}&end={piece['end']}"
    return {
        "document": f"/documents/{piece['document']}?{at}#t{span}",
        "provenance": f"/provenance/{piece['key']}",
        "span": span,
        "quote": piece["quote"],
        "document_id": piece["document"],
    }


@pytest.fixture(params=WIDTHS)
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page as a reader without JavaScript has it, wide or narrow."""
    context = browser.new_context(
        viewport={"width": request.param, "height": 800}, java_script_enabled=False, locale="vi-VN"
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PATHS)
def test_a_page_fits_and_asks_nobody_else(page: Page, site: str, places: dict[str, str], path: str) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(site + path.format_map(places))
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(site).netloc}
    assert [text for text in complaints if "Content Security Policy" in text] == []
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0
    assert page.locator("h1").is_visible()


def test_the_quotes_of_the_echoes_are_seen(page: Page, site: str, places: dict[str, str]) -> None:
    page.goto(site + DIRECTIVE)
    quotes = page.locator("table.echoes q")
    assert quotes.count() > 3
    assert page.get_by_role("link", name=places["quote"], exact=True).first.is_visible()


def test_a_quote_opens_the_reader_at_its_words(page: Page, site: str, places: dict[str, str]) -> None:
    page.goto(site + DIRECTIVE)
    page.get_by_role("link", name=places["quote"], exact=True).first.click()
    page.wait_for_load_state()  # fonts that come late move the words
    span = page.locator(f"#t{places['span']}")
    assert span.is_visible()
    top = span.bounding_box()
    assert top is not None
    assert 0 <= top["y"] < 800
    assert "".join(page.locator(".text .target").all_text_contents()) == places["quote"]


def test_the_reader_shows_the_text_character_for_character(
    page: Page, site: str, places: dict[str, str]
) -> None:
    for row in httpx.get(f"{site}/v1/documents?limit=100", timeout=60).json()["items"][::10]:
        text = httpx.get(f"{site}/v1/documents/{row['id']}", timeout=60).json()["text"]
        page.goto(f"{site}/documents/{row['id']}")
        assert page.locator(".text").text_content() == text


def test_a_number_typed_into_the_search_box_leads_to_the_directive(page: Page, site: str) -> None:
    page.goto(f"{site}/?lang=en")
    page.get_by_label("Search numbers, words, provinces").fill("1099/cd-ttg")
    page.get_by_role("button", name="Find").click()
    assert unquote(urlsplit(page.url).path) == "/directives/1099/CĐ-TTg@2021"
    assert "lang=en" in page.url
    assert page.locator("html").get_attribute("lang") == "en"


def test_two_provinces_are_chosen_and_compared(page: Page, site: str) -> None:
    page.goto(f"{site}/compare?lang=en")
    page.get_by_label("Sơn La").check()
    page.get_by_label("Long An").check()
    page.get_by_role("button", name="Compare").click()
    assert page.locator("table.matrix tbody tr").count() > 0
    assert page.locator("main q").count() > 0
    page.locator("a.cell-link").first.click()
    assert "/compare/cell?" in page.url
    assert page.locator("main q").count() > 0


def test_markup_in_a_document_stays_text(browser: Browser, site: str) -> None:
    """With JavaScript on: what a document says is never run."""
    rows = httpx.get(f"{site}/v1/documents?province=14", timeout=60).json()["items"]
    hostile = next(row for row in rows if row["number"] == "77/CT-UBND")
    context = browser.new_context(java_script_enabled=True)
    shown = context.new_page()
    try:
        for path in (f"/documents/{hostile['id']}", "/documents?province=14", DIRECTIVE):
            shown.goto(site + path)
            assert shown.title() != "taken"
            assert shown.locator("main script, main img").count() == 0
        shown.goto(f"{site}/documents/{hostile['id']}")
        text = httpx.get(f"{site}/v1/documents/{hostile['id']}", timeout=60).json()["text"]
        assert shown.locator(".text").text_content() == text
    finally:
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_the_paper(browser: Browser, site: str, scheme: str) -> None:
    """Contrast of at least 4.5 (WCAG 2.2, 1.4.3) in both colour schemes, of text, quiet text and links."""
    context = browser.new_context(color_scheme=scheme)
    shown = context.new_page()
    try:
        shown.goto(site + DIRECTIVE)
        ratios = shown.evaluate(CONTRASTS)
        assert len(ratios) > 20
        assert [row for row in ratios if row["ratio"] < 4.5] == []
    finally:
        context.close()


CONTRASTS = """() => {
  const channel = v => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
  const numbers = c => (c.match(/[\\d.]+/g) || []).map(Number);
  const light = c => { const [r, g, b] = numbers(c).map(channel); return 0.2126*r + 0.7152*g + 0.0722*b; };
  const behind = e => { for (let x = e; x; x = x.parentElement) {
      const c = numbers(getComputedStyle(x).backgroundColor);
      if (c.length === 3 || c[3] > 0.99) return `rgb(${c[0]}, ${c[1]}, ${c[2]})`; }
    return "rgb(255, 255, 255)"; };
  return [...document.querySelectorAll("main *, footer *, header *, .banner *")]
    .filter(e => e.checkVisibility() && !e.closest(".unseen, .skip") &&
      [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
    .map(e => { const a = light(getComputedStyle(e).color), b = light(behind(e));
      return {tag: e.tagName, text: e.textContent.trim().slice(0, 40),
              ratio: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)}; });
}"""
