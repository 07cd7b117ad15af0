"""Names with quotes and angle brackets, of a province, a body, a measure, a file, a subject, stay names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, cast

import httpx
import pytest
from playwright.sync_api import Browser, Page

from app.settings import Settings
from graph.queries import shipped
from graph.store import open_store
from ingest.pipeline import ingest
from ingest.vocabulary import shipped as vocabulary
from tests.pages.serving import WIDER, served, watched

pytestmark = pytest.mark.browser

ODD = """ "d'A" & <i class='odd'>&amp;"""
FILE = """Số 9 "hỏa tốc" & 'mật' <i class=odd>.txt"""
SUBJECT = """Về "phòng, chống" dịch & 'cách ly' <i class="odd">"""
TEXT = f"""ỦY BAN NHÂN DÂN
TỈNH SƠN LA
Số: 9/CT-UBND
Sơn La, ngày 02 tháng 5 năm 2020
CHỈ THỊ
{SUBJECT}

Thực hiện Chỉ thị số 19/CT-TTg ngày 24/4/2020 của Thủ tướng Chính phủ, yêu cầu:
1. Sở Y tế tổ chức xét nghiệm, khai báo y tế.
2. Thực hiện Chỉ thị số 05/CT-TTg của Thủ tướng Chính phủ.
"""
OTHER = TEXT.replace("SƠN LA", "LONG AN").replace("Sơn La", "Long An").replace("9/CT", "8/CT")
NAMED = [
    ("provinces", "14", "name", "unit_2025_name"),
    ("measures", "xet-nghiem", "name"),
    ("bodies", "so-yt", "name"),
]
PATHS = [
    "/",
    "/?units=2025",
    "/search?q=xet+nghiem",
    "/directives/19/CT-TTg@2020",
    "/unresolved",
    "/duplicates",
    "/documents",
    "/documents/{id}",
    "/documents/{id}/relations",
    "/provenance/{key}",
    "/provinces",
    "/provinces/14",
    "/measures",
    "/measures/xet-nghiem",
    "/bodies",
    "/bodies/named",
    "/bodies/so-yt",
    "/compare",
    "/compare?province=14&province=80",
    "/compare?all=true",
    "/compare/cell?province=14&measure=xet-nghiem",
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server on a store whose vocabulary has odd names, as a vocabulary of one's own may have."""
    folder = tmp_path_factory.mktemp("odd")
    (folder / FILE).write_text(TEXT, encoding="utf-8")
    (folder / "other.txt").write_text(OTHER, encoding="utf-8")
    url = f"embedded:{folder / 'graph'}"
    with pytest.MonkeyPatch.context() as patch:
        for table, id, *names in NAMED:
            rows = cast("dict[str, Any]", getattr(vocabulary(), table))
            odd = {name: getattr(rows[id], name) + ODD for name in names}
            patch.setitem(rows, id, replace(rows[id], **odd))
        with open_store(url) as store:
            report = ingest(store, shipped(), vocabulary(), [folder / FILE, folder / "other.txt"])
            assert not report.failed
        with served(Settings(graph=url)) as address:
            yield address


@pytest.fixture(scope="module")
def held(site: str) -> dict[str, str]:
    """The document of the odd file, and a statement of it."""
    (row,) = httpx.get(f"{site}/v1/documents?province=14", timeout=60).json()["items"]
    statements = httpx.get(f"{site}/v1/documents/{row['id']}", timeout=60).json()["statements"]
    order = next(s for s in statements if s["target"] == "xet-nghiem")
    return {"id": row["id"], "key": order["key"]}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page on a phone, with JavaScript."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="vi-VN")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PATHS)
def test_an_odd_name_stays_a_name(page: Page, site: str, held: dict[str, str], path: str) -> None:
    complaints = watched(page)
    page.goto(site + path.format_map(held))
    assert complaints == []
    assert page.locator("i.odd").count() == 0
    assert page.locator("h1").is_visible()
    assert page.evaluate(WIDER) <= 0
    assert "<i class=" in page.locator("main").inner_text(), "the odd name is on the page, as it is written"


def test_the_file_and_the_subject_are_shown_as_they_are(page: Page, site: str, held: dict[str, str]) -> None:
    page.goto(f"{site}/documents/{held['id']}")
    assert FILE in page.locator(".path").inner_text()
    assert page.locator("p.lead").first.inner_text() == SUBJECT
    assert page.locator(".text").text_content() == TEXT


def test_suggestions_and_cells_write_odd_names_as_text(page: Page, site: str) -> None:
    page.goto(f"{site}/?lang=en")
    page.get_by_role("combobox").press_sequentially("son la")
    suggestion = page.locator("[role=option]").first
    suggestion.wait_for()
    assert ODD in suggestion.inner_text()
    page.goto(f"{site}/compare?province=14&province=80")
    page.locator("a.cell-link").first.click()
    page.locator("dialog[open] q").first.wait_for()
    assert ODD.strip() in page.locator("dialog h2").first.inner_text()
    assert page.locator("i.odd").count() == 0
