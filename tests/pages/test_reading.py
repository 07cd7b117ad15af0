"""The reader and the pages beside it in a real browser: by keyboard, by forms, narrow and wide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from playwright.sync_api import Browser, Page

from tests.pages.axe import violations

pytestmark = pytest.mark.browser

PATHS = [
    "/documents",
    "/documents?province=14&level=province&since=2020-01-01",
    "/documents/{id}",
    "/documents/{id}?start={start}&end={end}#t{start}-{end}",
    "/documents/{id}/relations",
    "/provenance/{key}",
    "/provinces",
    "/provinces?units=2025",
    "/provinces/14",
    "/provinces/14?units=2025",
    "/measures",
    "/measures/xet-nghiem",
    "/bodies",
    "/bodies/named?province=14",
    "/bodies/so-yt",
    "/try",
]


@pytest.fixture(scope="module")
def order(site: str) -> dict[str, Any]:
    """An order of a document of Sơn La: the document's id, and the statement's key, start, end and quote."""
    rows = httpx.get(f"{site}/v1/documents?province=14", timeout=60).json()["items"]
    row = next(row for row in rows if row["number"] == "06/CT-UBND")
    statements = httpx.get(f"{site}/v1/documents/{row['id']}", timeout=60).json()["statements"]
    return {"id": row["id"], **next(s for s in statements if s["type"] == "ORDERS")}


def _open(browser: Browser, width: int = 1280, *, script: bool = True, locale: str = "vi-VN") -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, java_script_enabled=script, locale=locale
    )
    return context.new_page()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page with JavaScript, wide."""
    opened = _open(browser)
    yield opened
    opened.context.close()


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page without JavaScript, as narrow as a telephone."""
    opened = _open(browser, 360, script=False)
    yield opened
    opened.context.close()


def _watched(page: Page) -> tuple[list[str], list[str]]:
    """What a page asks for, and what it complains of, as they come."""
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return asked, complaints


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(("width", "script", "locale"), [(1280, True, "vi-VN"), (360, False, "en-GB")])
def test_a_page_fits_breaks_no_rule_and_asks_nobody_else(
    browser: Browser, site: str, order: dict[str, Any], path: str, width: int, script: bool, locale: str
) -> None:
    page = _open(browser, width, script=script, locale=locale)
    asked, complaints = _watched(page)
    page.goto(site + path.format_map(order))
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(site).netloc}
    assert complaints == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert page.locator("h1").is_visible()
    assert page.locator("html").get_attribute("lang") == locale[:2]
    if script:
        assert violations(page) == []
    page.context.close()


def test_statements_are_walked_by_keys(page: Page, site: str, order: dict[str, Any]) -> None:
    page.goto(f"{site}/documents/{order['id']}")
    links = page.locator("ol.statements a.at")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.locator("ol.statements li.now a.at").get_attribute("href") == links.nth(1).get_attribute(
        "href"
    )
    assert page.locator(".text .m.now").count() > 0
    page.keyboard.press("Enter")
    page.wait_for_url("**start=*")
    assert page.locator("#chosen").is_visible()
    page.keyboard.press("?")
    assert page.locator("dialog#keys").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("dialog#keys").is_visible()


def test_the_citation_is_copied_and_names_words_act_and_place(
    page: Page, site: str, order: dict[str, Any]
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site}/documents/{order['id']}?start={order['start']}&end={order['end']}")
    page.keyboard.press("c")
    page.wait_for_selector("[data-copy].done")
    copied = page.evaluate("navigator.clipboard.readText()")
    for part in (f"«{order['quote']}»", "06/CT-UBND", f"{order['start']}–{order['end']}", order["id"][:16]):
        assert part in copied
    assert copied.endswith(f"#t{order['start']}-{order['end']}")


def test_a_link_selects_its_characters_be_they_a_statement_or_not(
    page: Page, site: str, order: dict[str, Any]
) -> None:
    text = httpx.get(f"{site}/v1/documents/{order['id']}/text", timeout=60).text
    for start, end in ((order["start"], order["end"]), (11, 47)):
        page.goto("about:blank")
        page.goto(f"{site}/documents/{order['id']}#t{start}-{end}")
        page.wait_for_function("getSelection().rangeCount > 0")
        selected = page.evaluate("getSelection().getRangeAt(0).toString()")
        assert selected == text[start:end]


def test_a_form_picks_kinds_without_javascript(plain: Page, site: str, order: dict[str, Any]) -> None:
    plain.goto(f"{site}/documents/{order['id']}")
    boxes = plain.locator("form.kinds input[type=checkbox]")
    for at in range(boxes.count()):
        if boxes.nth(at).get_attribute("value") != "orders":
            boxes.nth(at).uncheck()
    plain.locator("form.kinds button").click()
    assert parse_qs(urlsplit(plain.url).query)["kind"] == ["orders"]
    assert plain.locator(".text .k-orders").count() > 0
    assert plain.locator(".text .k:not(.k-orders)").count() == 0
    plain.locator(".text .m").first.click()
    assert "kind=orders" in plain.url
    assert plain.locator("#chosen").is_visible()


def test_a_curator_decides_without_javascript(plain: Page, site: str, order: dict[str, Any]) -> None:
    plain.goto(f"{site}/documents/{order['id']}?start={order['start']}&end={order['end']}&lang=en")
    form = plain.locator("form.decide").first
    form.get_by_label("Decided by").fill("Nguyễn Thị Đọc")
    form.get_by_label("Reason").fill("read it again")
    form.get_by_role("button", name="Accept").click()
    assert urlsplit(plain.url).path == f"/provenance/{order['key']}"
    assert plain.get_by_text("Accepted.").is_visible()
    assert plain.get_by_role("cell", name="Nguyễn Thị Đọc").is_visible()
    again = plain.locator("form.decide")
    again.get_by_label("Decided by").fill("Nguyễn Thị Đọc")
    again.get_by_label("Reason").fill("not sure")
    again.get_by_role("button", name="Undo").click()
    assert httpx.get(f"{site}/v1/provenance/{order['key']}", timeout=60).json()["status"] is None


def test_a_text_is_pasted_and_read_without_javascript(plain: Page, site: str) -> None:
    text = "CHỈ THỊ\nThực hiện Chỉ thị số 19/CT-TTg ngày 24/4/2020,\n1. Sở Y tế tổ chức xét nghiệm."
    plain.goto(f"{site}/try?lang=en")
    plain.get_by_label("Text", exact=True).fill(text)
    plain.get_by_role("button", name="See what it states").click()
    assert plain.url == f"{site}/try?lang=en"
    assert plain.locator(".text").text_content() == text
    assert plain.get_by_role("link", name="19/CT-TTg", exact=True).is_visible()
    assert plain.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
