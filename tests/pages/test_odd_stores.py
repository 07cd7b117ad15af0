"""Pages on stores that are empty, away, or full to the brim: each says something sensible."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from app.answers.asking.reading import vocabulary
from app.main import create_app
from app.pages import compare_views
from app.settings import Settings
from graph.queries import shipped
from graph.store import open_store
from ingest.pipeline import ingest
from tests.pages.full_matrix import full_matrix

PAGES = [
    "/",
    "/?units=2025",
    "/new?since=2020-01-01",
    "/search?q=gian+cach",
    "/suggest?q=16",
    "/directives/16/CT-TTg@2020",
    "/directives/05/CT-TTg",
    "/unresolved",
    "/duplicates",
    "/documents",
    "/provinces",
    "/provinces?units=2025",
    "/provinces/14",
    "/measures",
    "/measures/5k",
    "/bodies",
    "/bodies/named",
    "/compare",
    "/compare?province=14",
    "/compare?all=true",
    "/compare/cell?province=80&measure=gian-cach-xa-hoi",
]
HEAVIEST, OTHERS = 500_000, 410_000  # bytes as they travel: a page with all its files, and the files alone
HTML = {"Accept": "text/html", "Accept-Language": "en"}


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The application on a store that holds nothing but its schema and vocabulary."""
    url = f"embedded:{tmp_path_factory.mktemp('empty') / 'graph'}"
    with open_store(url) as store:
        ingest(store, shipped(), vocabulary(), [])
    with TestClient(create_app(Settings(graph=url)), follow_redirects=False) as client:
        yield client


@pytest.mark.parametrize("path", PAGES)
def test_an_empty_store_is_told(empty: TestClient, path: str) -> None:
    answer = empty.get(path, headers=HTML)
    assert answer.status_code in (200, 300)
    assert "None" not in answer.text
    if path == "/":
        assert "The store is empty" in answer.text
        assert answer.text.count('class="r m-none"') >= 63, "all hatched, none in a colour"
        assert "echarts" not in answer.text


def test_a_store_that_is_away_is_told_on_every_page() -> None:
    app = create_app(Settings(graph="bolt://127.0.0.1:1"))
    with TestClient(app, raise_server_exceptions=False, follow_redirects=False) as client:
        for path in PAGES:
            answer = client.get(path, headers=HTML)
            assert answer.status_code == 503, path
            assert "<h1>The store does not answer</h1>" in answer.text
            assert int(answer.headers["retry-after"]) > 0


def test_every_province_and_every_measure_fit_on_a_page(
    empty: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compare_views, "compare", lambda *_, **__: full_matrix())
    answer = empty.get("/compare?all=true", headers=HTML | {"Accept-Encoding": "gzip"})
    assert answer.status_code == 200
    assert answer.text.count('class="cell-link"') == 63 * len(vocabulary().measures)
    assert len(gzip.compress(answer.content)) < HEAVIEST - OTHERS
