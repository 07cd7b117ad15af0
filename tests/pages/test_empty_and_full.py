"""In a browser: a store that holds nothing, page by page, and the matrix of everything, wide and narrow."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from app.answers.asking.reading import vocabulary
from app.pages import compare_views
from app.settings import Settings
from graph.queries import shipped
from graph.store import open_store
from ingest.pipeline import ingest
from tests.pages.full_matrix import STATES, full_matrix
from tests.pages.serving import WIDER, served, watched
from tests.pages.test_odd_stores import PAGES

pytestmark = pytest.mark.browser

FULL = "/compare?all=true&lang=en"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server on a store that holds nothing but its schema and vocabulary."""
    url = f"embedded:{tmp_path_factory.mktemp('empty') / 'graph'}"
    with open_store(url) as store:
        ingest(store, shipped(), vocabulary(), [])
    with served(Settings(graph=url)) as address:
        yield address


def _opened(browser: Browser, width: int, *, script: bool = True) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, java_script_enabled=script, locale="en-GB"
    )
    return context.new_page()


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    """A page on a phone."""
    page = _opened(browser, 360)
    yield page
    page.context.close()


@pytest.mark.parametrize("path", [path for path in PAGES if not path.startswith("/suggest")])
def test_a_page_of_an_empty_store_is_whole(phone: Page, site: str, path: str) -> None:
    complaints = watched(phone)
    phone.goto(site + path)
    assert complaints == []
    assert phone.locator("h1").is_visible()
    assert phone.evaluate(WIDER) <= 0
    assert phone.locator("footer").is_visible(), "the page was rendered to its end"


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every comparison is that of everything."""
    monkeypatch.setattr(compare_views, "compare", lambda *_, **__: full_matrix(STATES))


@pytest.mark.usefixtures("full")
def test_the_matrix_of_everything_is_seen_at_a_glance_on_a_desk(browser: Browser, site: str) -> None:
    page = _opened(browser, 1280)
    complaints = watched(page)
    page.goto(site + FULL, wait_until="networkidle")
    assert complaints == []
    assert page.locator(".heat canvas").bounding_box()
    assert page.evaluate(WIDER) <= 0
    assert page.locator("table.matrix td").count() == 63 * len(vocabulary().measures)
    page.context.close()


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("script", [True, False])
def test_the_matrix_of_everything_scrolls_under_its_heads_on_a_phone(
    browser: Browser, site: str, script: bool
) -> None:
    page = _opened(browser, 360, script=script)
    page.goto(site + FULL)
    assert page.evaluate(WIDER) <= 0
    assert page.locator(".heat").count() == 0
    matrix, last = page.locator(".tall"), page.locator("table.matrix td").last
    last.scroll_into_view_if_needed()
    box, cell = matrix.bounding_box(), last.bounding_box()
    assert box
    assert cell
    assert box["x"] <= cell["x"] < box["x"] + box["width"]
    for head in (page.locator("table.matrix thead th").last, page.locator("table.matrix tbody th").last):
        seen = head.bounding_box()
        assert seen
        assert box["x"] <= seen["x"] < box["x"] + box["width"]
        assert box["y"] <= seen["y"] < box["y"] + box["height"]
    page.context.close()
