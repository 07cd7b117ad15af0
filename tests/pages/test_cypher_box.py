"""The box for Cypher: off unless switched on, for who may write, and only reading."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.pages.cypher_graph import MOST, drawn
from app.pages.cypher_views import examples
from graph.queries import shipped
from graph.readonly_guard import check
from graph.store import Store
from ingest.pipeline import ingest
from ingest.vocabulary import shipped as vocabulary
from tests.http.client import settings_for
from tests.repository import ROOT
from tests.store_fixtures import StoreAddress

PAGE = {"Accept": "text/html"}
NUMBERS = "MATCH (d:Document) RETURN d, d.number AS number"


def _client(address: StoreAddress, folder: Path, host: str = "127.0.0.1", **changes: Any) -> TestClient:
    given = {"cypher": True, "decisions": folder / "decisions.jsonl"} | changes
    app = create_app(settings_for(address, **given))
    return TestClient(app, base_url="http://127.0.0.1", client=(host, 50000), follow_redirects=False)


@pytest.fixture
def box(store: Store, store_address: StoreAddress, tmp_path: Path) -> Iterator[TestClient]:
    """A browser on the machine of a service that takes Cypher, with one document."""
    path = ROOT / "corpus" / "real" / "cong-van-1378_tinh-uy_2020-03-24_web.txt"
    assert ingest(store, shipped(), vocabulary(), [path]).loaded
    with _client(store_address, tmp_path) as client:
        yield client


def _ask(client: TestClient, query: str, address: str = "/cypher?lang=en", **form: str) -> Any:
    return client.post(address, data={"query": query, **form}, headers=PAGE)


def test_a_query_gives_a_table_a_drawing_and_data(box: TestClient) -> None:
    page = _ask(box, NUMBERS).text
    assert "1 row" in page
    assert '<svg class="ring"' in page
    assert "1378-CT/TU" in page
    answer = _ask(box, NUMBERS, "/cypher?format=json").json()
    assert answer["columns"] == ["d", "number"]
    sheet = list(
        csv.reader(io.StringIO(_ask(box, NUMBERS, "/cypher?format=csv").text.removeprefix("\ufeff")))
    )
    assert [sheet[0], len(sheet), sheet[1][1]] == [["d", "number"], 2, answer["rows"][0][1]]
    given = _ask(box, "RETURN $n + 1 AS n", "/cypher?format=json", parameters='{"n": 2}').json()
    assert given["rows"] == [[3]]


def test_what_is_not_run_is_said_beside_what_was_typed(box: TestClient) -> None:
    before = box.get("/v1/documents").json()["dataset_version"]
    for query, parameters in (
        ("MATCH (n) DETACH DELETE n", ""),
        ("MATCH (n", ""),
        ("RETURN $n", "{no json"),
        ("RETURN $n AS n", "[1]"),
        ("</textarea><script>alert(1)</script>", ""),
    ):
        answer = _ask(box, query, parameters=parameters)
        assert answer.status_code == 422, query
        assert 'role="alert"' in answer.text
        assert "<script>alert" not in answer.text
    assert "MATCH (n) DETACH DELETE n</textarea>" in _ask(box, "MATCH (n) DETACH DELETE n").text
    assert box.get("/v1/documents").json()["dataset_version"] == before


def test_who_may_not_ask_is_told_so(box: TestClient, store_address: StoreAddress, tmp_path: Path) -> None:
    foreign = PAGE | {"Origin": "https://elsewhere.example"}
    assert box.post("/cypher", data={"query": NUMBERS}, headers=foreign).status_code == 403
    with _client(store_address, tmp_path, host="192.0.2.7") as reader:
        assert "Only this machine" in reader.get("/cypher?lang=en").text
        assert _ask(reader, NUMBERS).status_code == 403
    with _client(store_address, tmp_path, host="192.0.2.7", api_key="a key") as keyed:
        assert _ask(keyed, NUMBERS, key="another").status_code == 401
        answer = _ask(keyed, NUMBERS, key="a key")
        assert answer.status_code == 200
        assert "a key" not in answer.text
    with _client(store_address, tmp_path, cypher=False) as off:
        assert off.get("/cypher", headers=PAGE).status_code == 403
        assert _ask(off, NUMBERS).status_code == 403


def test_every_shipped_example_only_reads() -> None:
    assert len(examples()) > 30
    for query in examples().values():
        check(query.text, query.params)


def test_a_drawing_holds_each_node_once_and_only_so_many() -> None:
    def node(id: int) -> dict[str, Any]:
        return {"kind": "node", "id": id, "labels": ["Province"], "properties": {"code": f"{id:02}"}}

    def line(start: int, end: int) -> dict[str, Any]:
        return {
            "kind": "relationship",
            "id": f"{start}-{end}",
            "type": "T",
            "start": start,
            "end": end,
            "properties": {},
        }

    found = drawn([[node(1), line(1, 2), node(2)], [[node(2)], None, 5], [line(2, 77)]])
    assert found is not None
    assert ([d.page for d in found.dots], len(found.lines)) == (["/provinces/01", "/provinces/02"], 1)
    many = drawn([[node(id)] for id in range(MOST + 3)])
    assert many is not None
    assert (len(many.dots), many.left_out) == (MOST, 3)
    assert drawn([[1, "x", None]]) is None


def test_the_first_press_of_the_button_answers_and_the_list_shows_what_stands_in_the_box(
    box: TestClient,
) -> None:
    page = box.get("/cypher?lang=en").text
    typed = re.findall(r"<textarea[^>]*>\n(.*?)</textarea>", page, re.DOTALL)
    query, parameters = (unescape(each) for each in typed)
    answer = _ask(box, query, parameters=parameters)
    assert (answer.status_code, 'role="alert"' in answer.text) == (200, False)
    for shown in (page, answer.text):
        assert re.findall(r'<option value="(\w+)" selected', shown) == ["most_cited"]
    other = box.get("/cypher?lang=en&example=newest_run").text
    assert re.findall(r'<option value="(\w+)" selected', other) == ["newest_run"]
    assert "selected" not in _ask(box, NUMBERS).text


def test_a_query_that_is_cut_is_filled_in_with_a_count(box: TestClient) -> None:
    cut = [name for name, query in examples().items() if "limit" in query.params]
    assert cut
    for name in cut:
        assert "&#34;limit&#34;: 25" in box.get(f"/cypher?lang=en&example={name}").text
