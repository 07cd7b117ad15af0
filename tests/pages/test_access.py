"""Every page for everybody: no barrier that axe-core finds, nothing wider than a phone, nothing from
elsewhere, nothing heavy, in both languages and colour schemes, with JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.repository import ROOT

pytestmark = pytest.mark.browser

AXE = (ROOT / "tests" / "data" / "axe" / "axe.min.js").read_text(encoding="utf-8")
FOUND = """axe.run({resultTypes: ["violations"]}).then(found =>
  found.violations.map(v => `${v.id}: ${v.nodes.map(n => n.html.slice(0, 120)).slice(0, 3).join(" | ")}`))"""
WEIGHT = """[...performance.getEntriesByType("resource"), ...performance.getEntriesByType("navigation")]
  .reduce((sum, entry) => sum + entry.encodedBodySize, 0)"""
HEAVIEST = 500_000  # bytes as they travel
PATHS = [
    "/",
    "/?units=2025",
    "/new?since=2020-01-01",
    "/search?q=gian+cach",
    "/directives/07-KL/TW@2021",
    "/directives/16/CT-TTg@2020?units=2025",
    "/directives/05/CT-TTg",
    "/directives/9999/CT-TTg",
    "/compare",
    "/compare?province=14&province=80",
    "/compare?province=01&province=14&province=20&province=22&province=31&province=48&province=80&province=91",
    "/compare/cell?province=80&measure=gian-cach-xa-hoi",
    "/docs",
]
# Wide and narrow, light and dark, Vietnamese and English, by turns: together each of them on many pages.
READERS = [(1280, "light", "vi-VN"), (360, "dark", "en-GB"), (1280, "dark", "en-GB"), (360, "light", "vi-VN")]


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of one of the readers."""
    width, scheme, locale = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, locale=locale
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("page", "path"),
    [(READERS[at % len(READERS)], path) for at, path in enumerate(PATHS)],
    indirect=["page"],
    ids=PATHS,
)
def test_a_page_is_for_everybody(page: Page, site: str, path: str) -> None:
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if "Security Policy" in said.text else None)
    page.goto(site + path, wait_until="networkidle")
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(site).netloc}
    assert faults == []
    assert page.evaluate(WEIGHT) < HEAVIEST
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    page.evaluate(AXE)
    assert page.evaluate(FOUND) == []


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    """A reader at a desk, with JavaScript."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    yield context.new_page()
    context.close()


def test_suggestions_lead_to_an_act_by_the_keyboard(desk: Page, site: str) -> None:
    desk.goto(f"{site}/compare?lang=en")
    box = desk.get_by_role("combobox")
    box.press_sequentially("1099")
    desk.locator("[role=option]").first.wait_for()
    box.press("ArrowDown")
    assert desk.locator('[role=option][aria-selected="true"]').count() == 1
    box.press("Enter")
    desk.wait_for_url("**/directives/1099/**")
    assert "1099/CĐ-TTg" in desk.locator("h1").inner_text()
    assert "lang=en" in desk.url


def test_paging_changes_the_list_and_the_address(desk: Page, site: str) -> None:
    desk.goto(f"{site}/new?since=2020-01-01&lang=en")
    desk.evaluate("window.kept = true")
    first = desk.locator("tbody th a").first.get_attribute("href")
    desk.get_by_role("link", name="Next page").click()
    desk.wait_for_url("**cursor=**")
    desk.wait_for_function(
        "old => document.querySelector('tbody th a').getAttribute('href') !== old", arg=first
    )
    assert desk.evaluate("window.kept") is True, "the page around the list stayed"
    desk.go_back()
    desk.wait_for_function(
        "old => document.querySelector('tbody th a')?.getAttribute('href') === old", arg=first
    )


def test_a_cell_opens_above_the_matrix(desk: Page, site: str) -> None:
    desk.goto(f"{site}/compare?all=true")
    at = desk.url
    desk.locator("a.cell-link").first.click()
    dialog = desk.locator("dialog[open]")
    dialog.locator("q").first.wait_for()
    assert desk.url == at
    desk.keyboard.press("Escape")
    assert desk.locator("dialog[open]").count() == 0


def test_drawings_answer_to_the_pointer_and_lead_on(desk: Page, site: str) -> None:
    desk.goto(f"{site}/directives/07-KL/TW@2021", wait_until="networkidle")
    charts = desk.locator(".canvas canvas")
    assert charts.count() >= 2
    assert not desk.locator("svg[data-map]").is_visible()
    desk.get_by_role("button", name="Zoom in").click()
    desk.get_by_role("button", name="Zoom out").click()
    assert desk.locator("svg[data-map] path[data-code]").count() == 63, "what the server drew is still there"
