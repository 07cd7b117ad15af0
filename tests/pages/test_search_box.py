"""The search box: a number however typed, and what is suggested meanwhile."""

from __future__ import annotations

from urllib.parse import unquote

import httpx
import pytest


@pytest.mark.parametrize(
    "typed",
    [
        "19/CT-TTg@2020",
        "1099/CĐ-TTg",
        "1099/cd-ttg",
        "1099 cd ttg",
        "1099cdttg",
        "công điện 1099",
        "cong dien so 1099",
    ],
)
def test_a_number_however_typed_leads_to_its_act(site: str, typed: str) -> None:
    answer = httpx.get(f"{site}/search", params={"q": typed}, timeout=60)
    assert answer.status_code == 303
    assert unquote(answer.headers["location"]) in (
        "/directives/19/CT-TTg@2020",
        "/directives/1099/CĐ-TTg@2021",
    )


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("1099", "1099/CĐ-TTg"),
        ("1099c", "1099/CĐ-TTg"),
        ("chi thi 19", "19/CT-TTg"),
        ("ct19", "19/CT-TTg"),
        ("CT-TTg 19", "19/CT-TTg"),
        ("cđ1099", "1099/CĐ-TTg"),
        ("kien gi", "Kiên Giang"),
    ],
)
def test_suggestions_fit_what_was_typed(site: str, typed: str, first: str) -> None:
    html = httpx.get(f"{site}/suggest", params={"q": typed}, timeout=60).text
    assert f'<b lang="vi">{first}</b>' in html.splitlines()[0]


@pytest.mark.parametrize(
    ("typed", "page", "place"),
    [
        ("ct19", "/directives/19/CT-TTg@2020", '<table class="stack">'),
        ("kiên giang", "/provinces/91", '<section class="near">'),
        ("xét nghiệm", "/measures/xet-nghiem", '<section class="near">'),
    ],
)
def test_a_search_leads_to_what_has_a_page_of_its_own(site: str, typed: str, page: str, place: str) -> None:
    """A number of several acts to the choice between them, a name to what is beside the hits."""
    html = httpx.get(f"{site}/search", params={"q": typed}, timeout=60).text
    end = f"</{place[1:].split(maxsplit=1)[0]}>"
    assert f'href="{page}"' in html.split(place, 1)[1].split(end, 1)[0]
