"""The pages as they leave the server: links that lead somewhere, two languages, strict headers."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import httpx
import pytest

from app.pages import directive_views
from app.pages.render import STATIC
from app.pages.texts import FOLDER, LANGUAGES, language_of, texts
from app.problems import kinds

START = [
    "/",
    "/search?q=gian+cach",
    "/directives/19/CT-TTg@2020",
    "/compare?province=14&province=80",
    "/documents",
    "/docs",
]


class _Links(HTMLParser):
    """Collects what a page links to, its ids, and what it must not hold."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.alternates: list[str] = []
        self.ids: set[str] = set()
        self.inline: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in given:
            self.found.append(given["href"])
        if tag == "link" and given.get("type") == "application/json":
            self.alternates.append(given["href"])
        if "id" in given:
            self.ids.add(given["id"])
        inline = tag == "style" or (tag == "script" and not given.get("src", "").startswith("/static/"))
        if inline or "style" in given or any(name.startswith(("on", "hx-on")) for name in given):
            self.inline.append(f"{tag} {given}")


def _read(site: str, path: str) -> tuple[httpx.Response, _Links]:
    response = httpx.get(urljoin(site, path), timeout=60)
    links = _Links()
    links.feed(response.text)
    return response, links


def _part(html: str, opening: str, closing: str) -> str:
    """The part of a page from one piece of markup to another."""
    return html.split(opening, 1)[1].split(closing, 1)[0]


def test_what_is_no_echo_or_has_no_place_stands_apart(site: str) -> None:
    html = httpx.get(f"{site}/directives/19/CT-TTg@2020?lang=en", timeout=60).text
    answer = httpx.get(f"{site}/v1/directives/19/CT-TTg@2020/echoes?evidence_limit=100", timeout=60).json()
    table = _part(html, '<table class="stack echoes">', "</table>")
    force = ("amends", "replaces", "refuses")
    groups = {
        "no-echo": [item for item in answer["no_echo"] if item["reason"] not in force],
        "force": [item for item in answer["no_echo"] if item["reason"] in force],
        "unplaced": answer["unplaced"],
    }
    assert answer["no_echo"]
    assert answer["unplaced"]
    for section, items in groups.items():
        part = _part(html, f'<section id="{section}">', "</section>") if items else ""
        for item in items:
            pieces = item["evidence"] if isinstance(item["evidence"], list) else [item["evidence"]]
            for piece in pieces:
                assert piece["key"] in part
                assert piece["key"] not in table


def test_a_province_answered_by_an_undated_act_alone_is_not_shown_as_silent(site: str) -> None:
    answer = httpx.get(f"{site}/v1/directives/07-KL/TW@2021/echoes", timeout=60).json()
    (province,) = [p for p in answer["provinces"] if p["undated_acts"]]
    html = httpx.get(f"{site}/directives/07-KL/TW@2021?lang=en", timeout=60).text
    assert f'{province["name"]}</a> (<a href="#unplaced">1 undated act answers it</a>)' in html
    assert f"{province['name']}: No echo found; 1 undated act answers it" in " ".join(html.split())


def test_catalogue_and_inference_are_shown_as_such(site: str) -> None:
    catalogued = httpx.get(f"{site}/directives/16/CT-TTg@2020?lang=en", timeout=60).text
    assert '<span class="chip basis">catalogue</span>' in catalogued
    assert "not held" in catalogued
    answer = httpx.get(f"{site}/v1/directives/1099/CĐ-TTg@2021/echoes", timeout=60).json()
    bases = {e["basis"] for p in answer["provinces"] for e in p["evidence"] if e["how"] == "cites"}
    assert bases == {"stated", "inferred"}
    shown = httpx.get(f"{site}/directives/1099/CĐ-TTg@2021?lang=en", timeout=60).text
    assert '<span class="chip basis">inferred</span>' in shown
    held = _part(shown, '<header class="head">', "</header>")
    assert "catalogue" not in held, "the text itself is held: nothing on top rests on the catalogue"


def test_every_page_of_echoes_says_out_of_how_many(site: str) -> None:
    for key in ("19/CT-TTg@2020", "16/CT-TTg@2020"):
        answer = httpx.get(f"{site}/v1/directives/{key}/echoes", timeout=60).json()["denominator"]
        html = httpx.get(f"{site}/directives/{key}?lang=en", timeout=60).text
        assert f"{answer['echoed']} of {answer['with_documents']} provinces with documents" in html
        assert f"{63 - answer['with_documents']} of 63 provinces have no document here" in html


@pytest.mark.parametrize("path", START)
def test_every_link_of_a_page_leads_somewhere(site: str, path: str) -> None:
    response, links = _read(site, path)
    assert response.status_code == 200
    ours = set(links.found)
    assert ours
    assert {urlsplit(urljoin(site + path, href)).netloc for href in ours} == {urlsplit(site).netloc}
    seen: dict[str, tuple[httpx.Response, _Links]] = {}
    for href in sorted(ours)[:: max(1, len(ours) // 24)]:
        target = urlsplit(urljoin(site + path, href))
        page = target._replace(fragment="").geturl()
        if page not in seen:
            seen[page] = _read(site, page)
        answer, there = seen[page]
        assert answer.status_code in (200, 300), href
        if target.fragment and target.fragment != "content":
            assert target.fragment in there.ids, href


@pytest.mark.parametrize("path", [*START, "/directives/05/CT-TTg"])
def test_a_page_is_also_there_as_data(site: str, path: str) -> None:
    response, links = _read(site, path)
    (alternate,) = links.alternates
    assert f'<{alternate}>; rel="alternate"' in response.headers["link"]
    answer = httpx.get(urljoin(site, alternate), timeout=60)
    assert answer.status_code == response.status_code
    assert answer.headers["content-type"].startswith("application/json")


@pytest.mark.parametrize("path", [*START, "/directives/9999/CT-TTg", "/nowhere"])
def test_a_page_holds_no_inline_script_and_forbids_it(site: str, path: str) -> None:
    response = httpx.get(urljoin(site, path), timeout=60, headers={"Accept": "text/html"})
    links = _Links()
    links.feed(response.text)
    assert links.inline == []
    policy = response.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert response.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("asked", "accept", "expected"),
    [
        (None, "", "vi"),
        (None, "en", "en"),
        (None, "en-US,en;q=0.9,vi;q=0.8", "en"),
        (None, "vi;q=0.5, en;q=0.4", "vi"),
        (None, "fr, en;q=0.1", "en"),
        (None, "fr", "vi"),
        (None, "en;q=0", "vi"),
        (None, "en;q=much", "vi"),
        ("en", "vi", "en"),
        ("vi", "en", "vi"),
        ("xx", "en", "en"),
    ],
)
def test_the_language_is_the_readers(asked: str | None, accept: str, expected: str) -> None:
    assert language_of(asked, accept) == expected


def test_a_page_speaks_the_language_asked_for_and_keeps_it(site: str) -> None:
    for language in LANGUAGES:
        response, links = _read(site, f"/directives/19/CT-TTg@2020?lang={language}")
        assert f'<html lang="{language}">' in response.text
        pages = [h for h in links.found if "format=" not in h]
        kept = [h for h in pages if h.startswith(("/documents", "/directives", "/provenance"))]
        assert kept
        switch = [h for h in kept if f"lang={language}" not in h]
        assert len(switch) == 1, "only the switch of language leads to the other"


def test_both_languages_have_every_text_with_the_same_values() -> None:
    first, second = (texts(language).entries for language in LANGUAGES)
    optional = {
        key for key in first if key.startswith("reason.")
    }  # English reasons are the answer's own words
    assert set(first) - optional == set(second)
    for key in second:
        assert _values(first[key]) == _values(second[key]), key


def _values(entry: object) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", str(entry)))


def test_every_text_that_a_template_asks_for_is_there() -> None:
    templates = sorted((FOLDER.parent / "templates").glob("*.html"))
    asked = {key for path in templates for key in re.findall(r'\bt\("([\w.]+)"[,)]', path.read_text("utf-8"))}
    assert len(asked) > 50
    assert asked <= set(texts("vi").entries)


@pytest.mark.parametrize(
    ("language", "iso", "shown"),
    [
        ("vi", "2020-04-24", "24/04/2020"),
        ("en", "2020-04-24", "24 Apr 2020"),
        ("vi", "2020", "2020"),
        ("vi", None, "không ghi ngày"),
        ("en", None, "undated"),
    ],
)
def test_dates_are_written_as_their_readers_do(language: str, iso: str | None, shown: str) -> None:
    assert texts(language).day(iso) == shown


def test_suggestions_are_links_that_lead_somewhere(site: str) -> None:
    for typed in ("16", "da n", "gian", "<script>"):
        response, links = _read(site, f"/suggest?q={typed}")
        assert "<script>" not in response.text
        assert links.found
        for href in links.found:
            assert httpx.get(site + href, timeout=60).status_code in (200, 303)


def test_files_of_a_page_are_marked_by_their_bytes(site: str) -> None:
    html = httpx.get(f"{site}/", timeout=60).text
    files = set(re.findall(r'"(/static/[^"]+)"', html))
    assert len(files) > 4
    for file in files:
        answer = httpx.get(site + file, timeout=60)
        assert answer.status_code == 200
        if not file.endswith(".woff2"):
            assert re.fullmatch(r"/static/[\w./-]+\?[0-9a-f]{12}", file)
            assert "immutable" in answer.headers["cache-control"]
    styles = httpx.get(site + next(file for file in files if "fonts.css" in file), timeout=60).text
    fonts = set(re.findall(r'url\("([^"]+)"\)', styles))
    assert all((STATIC / "vendor" / name).is_file() for name in fonts)
    assert {f"/static/vendor/{name}" for name in fonts} >= {f for f in files if f.endswith(".woff2")}


def test_the_type_of_a_problem_leads_to_its_meaning(site: str) -> None:
    for kind, (_, title) in kinds().items():
        response = httpx.get(f"{site}/problems/{kind}", timeout=60)
        assert response.status_code == 200
        assert title in response.text
    assert httpx.get(f"{site}/problems/none-of-ours", timeout=60).status_code == 404


def test_a_long_list_is_cut_and_the_rest_is_a_link_away(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directive_views, "LOOSE", 1)
    answer = httpx.get(f"{site}/v1/directives/07-KL/TW@2021/echoes", timeout=60).json()
    total = len(answer["unplaced"])
    assert total > 2
    path = "/directives/07-KL/TW@2021?lang=en"
    cut = _part(httpx.get(site + path, timeout=60).text, '<section id="unplaced">', "</section>")
    assert f"and {total - 1} more documents" in cut
    assert cut.count('<article class="loose">') == 1
    whole = httpx.get(f"{site}{path}&evidence=10000", timeout=60).text
    assert _part(whole, '<section id="unplaced">', "</section>").count('<article class="loose">') == total


@pytest.mark.parametrize("path", START[:-1])
def test_a_page_is_a_sheet_by_its_own_address(site: str, path: str) -> None:
    asked = f"{path}{'&' if '?' in path else '?'}format=csv"
    answer = httpx.get(site + asked, timeout=60)
    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert len(rows) > 1
    assert {len(row) for row in rows} == {len(rows[0])}
    same = httpx.get(site + path, timeout=60, headers={"Accept": "text/csv"})
    assert same.text == answer.text


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/provinces/Atlantis", "Không có tỉnh, thành nào"),
        ("/measures/none-of-ours", "Không có biện pháp nào"),
        ("/documents/00000000", "Không có văn bản nào"),
        ("/documents?cursor=none-of-ours", "Địa chỉ của trang tiếp theo"),
        ("/documents/00000000?start=x", "Một giá trị trong địa chỉ"),
    ],
)
def test_what_goes_wrong_is_told_in_the_language_of_the_page(site: str, path: str, words: str) -> None:
    html = httpx.get(site + path, headers={"Accept": "text/html", "Accept-Language": "vi"}, timeout=60).text
    lead = html.split('<p class="lead"')[1].split("</p>")[0]
    assert words in lead
    assert "lang=" not in lead
