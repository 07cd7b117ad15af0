"""Private persons are hidden on every way out over HTTP, and offsets stay true; a setting shows them."""

from __future__ import annotations

import html
import io
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from graph.queries import inline
from graph.store import Store
from tests.http.client import assert_quotes_hold, client_on
from tests.private.texts import HIDDEN, LETTER, PUBLIC, told_in, write
from tests.store.corpus import holding
from tests.store_fixtures import StoreAddress

KEY = {"X-API-Key": "a key of the tests only"}
_FOUND = inline("MATCH (d:Document {number: '2001/UBND-VX'}) RETURN d.id AS id, d.act AS act")
_KEYS = inline(
    "MATCH (:Document {number: '2001/UBND-VX'})-[:HAS_PROVISION]->(:Provision)-[r:ORDERS|ASSIGNS|REUSES]->()"
    " RETURN r.key AS key ORDER BY key"
)
_BODY = inline("MATCH ()-[r:ASSIGNS]->(b:Body) WHERE b.id ENDS WITH '~72' RETURN b.id AS id LIMIT 1")
# {id} the letter, {act} its act, {key} a statement of it, {body} who is charged in it
WAYS = (
    "/v1/documents", "/v1/documents/{id}", "/v1/documents/{id}/text", "/v1/documents/{id}/annotations",
    "/v1/directives", "/v1/directives/{act}",
    "/v1/directives/1099/CĐ-TTg/echoes", "/v1/directives/1099/CĐ-TTg/relations",
    "/v1/search?q=truy vết", "/v1/search?q=giải quyết đơn", "/v1/search?q=2001", "/v1/provinces/72",
    "/v1/compare?province=72&province=91", "/v1/compare?province=72&province=91&format=jsonl",
    "/v1/measures/truy-vet", "/v1/measures/cach-ly-tai-nha", "/v1/bodies?province=72", "/v1/decisions",
    "/v1/new?since=2020-01-01", "/v1/formulas", "/v1/coverage", "/v1/provenance/{key}",
    "/", "/search?q=truy vết", "/documents/{id}", "/documents/{id}?format=json", "/directives/1099/CĐ-TTg",
    "/directives/{act}", "/directives/1099/CĐ-TTg/briefing.docx",
    "/directives/1099/CĐ-TTg?format=csv", "/directives/1099/CĐ-TTg?format=json",
    "/provinces/72", "/compare?province=72&province=91", "/compare/briefing.docx?province=72&province=91",
    "/compare/briefing.xlsx?province=72&province=91",
    "/measures/truy-vet", "/measures/truy-vet?format=csv&table=charged", "/measures/truy-vet?format=json",
    "/bodies/{body}", "/new?since=2020-01-01", "/provenance/{key}",
)  # fmt: skip


@pytest.fixture(scope="module")
def acts(session_store: Store, tmp_path_factory: pytest.TempPathFactory) -> Store:
    return holding(session_store, *write(tmp_path_factory.mktemp("private")))


@pytest.fixture(scope="module")
def client(acts: Store, store_address: StoreAddress) -> Iterator[TestClient]:
    with client_on(store_address, cypher=True, api_key=KEY["X-API-Key"]) as opened:
        yield opened


@pytest.fixture(scope="module")
def letter(acts: Store) -> str:
    return str(acts.read(_FOUND)[0]["id"])


def seen(response: Response) -> str:
    """All words of an answer: of a page, of JSON, of the parts of a docx or xlsx."""
    body = response.content
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            body = b"".join(archive.read(name) for name in archive.namelist())
    return html.unescape(body.decode("utf-8", "replace"))


@pytest.mark.parametrize("way", WAYS)
def test_no_way_out_tells_a_private_person(client: TestClient, acts: Store, letter: str, way: str) -> None:
    act, body = str(acts.read(_FOUND)[0]["act"]), str(acts.read(_BODY)[0]["id"])
    keys = [str(row["key"]) for row in acts.read(_KEYS)] if "{key}" in way else [""]
    for key in keys:
        response = client.get(way.format(id=letter, act=act, key=key, body=body))
        assert response.status_code == 200, response.text
        assert told_in(seen(response)) == []


def test_what_is_public_stays_and_what_is_hidden_is_told(client: TestClient, letter: str) -> None:
    answer = client.get(f"/v1/documents/{letter}").json()
    assert all(words in answer["text"] for words in PUBLIC)
    assert len(answer["text"]) == len(LETTER)
    assert "█" in answer["document"]["subject"]
    hidden = {d["number"]: d["private_hidden"] for d in client.get("/v1/documents").json()["items"]}
    assert hidden == HIDDEN
    assert assert_quotes_hold(client, answer, letter) > 10


def test_quotes_of_both_sides_are_the_text_at_their_offsets(client: TestClient) -> None:
    answer = client.get("/v1/directives/1099/CĐ-TTg/echoes").json()
    sources = [e for p in answer["provinces"] for e in p["evidence"] if e.get("source_quote")]
    assert any("█" in e["quote"] and "█" in e["source_quote"] for e in sources)
    assert assert_quotes_hold(client, answer) > 1


def test_a_private_person_is_not_found_by_name(client: TestClient) -> None:
    for name in ("Nguyễn Thị Hoa", "Kiều Thị Xuân", "truong thi man"):
        words = " ".join(client.get("/v1/search", params={"q": name}).text.split())
        assert "█" not in words


@pytest.mark.parametrize(
    "query",
    [
        "MATCH (d:Document) RETURN d",
        "MATCH (d:Document) RETURN d.text AS text, d.subject AS subject",
        "MATCH (d:Document) RETURN collect(d.text) AS texts",
        "MATCH (d:Document) RETURN {inner: d.text} AS kept",
        "MATCH (d:Document) RETURN toLower(d.text) AS text",
        "MATCH (d:Document) RETURN substring(d.text, 280, 300) AS part",
        "MATCH (p:Provision)-[r]->(x) RETURN p, r, x",
        "MATCH (:Provision)-[r:REUSES]->(:Provision) RETURN r.quote AS quote, r.source_quote AS source",
    ],
)
def test_values_of_cypher_hide_them_too(client: TestClient, query: str) -> None:
    response = client.post("/v1/cypher", json={"query": query}, headers=KEY)
    assert response.status_code == 200, response.text
    assert response.json()["rows"]
    assert told_in(response.text) == []


@pytest.mark.parametrize(
    "value",
    [
        "localdatetime(d.text)",
        "duration(d.text)",
        "datetime({year: d.text})",
        "date(split(d.text, 'bệnh nhân ')[1])",
        "date(substring(split(d.text, 'bệnh nhân ')[1], 1))",
    ],
)
@pytest.mark.parametrize("way", ["/v1/cypher", "/cypher"])
def test_errors_of_cypher_hide_them_too(client: TestClient, value: str, way: str) -> None:
    query = f"MATCH (d:Document) RETURN {value} AS odd"
    given = (
        {"json": {"query": query}}
        if way == "/v1/cypher"
        else {"data": {"query": query, "key": KEY["X-API-Key"]}}
    )
    answer = seen(client.post(way, headers=KEY, **given))
    assert "█" in answer
    assert [words for words in ("Hoa", "1985", "Yên", "uyễn") if words in answer] == []


def test_an_error_still_says_what_is_wrong_with_the_query(client: TestClient) -> None:
    response = client.post("/v1/cypher", json={"query": "MATCH (d:Document) RETURN tuoi"}, headers=KEY)
    assert "tuoi" in response.json()["detail"]
    assert "█" not in response.text


def test_maps_that_only_look_like_ours_are_answered(client: TestClient) -> None:
    odd = "RETURN {kind: 'node', properties: {id: 1, private: 'x', quote: 'y', header: 'z'}, quote: 1} AS odd"
    response = client.post("/v1/cypher", json={"query": odd}, headers=KEY)
    assert response.status_code == 200, response.text


def test_a_setting_shows_them(
    acts: Store, store_address: StoreAddress, client: TestClient, letter: str
) -> None:
    with client_on(store_address, show_private=True) as whole:
        answer: dict[str, Any] = whole.get(f"/v1/documents/{letter}").json()
        assert answer["text"] == LETTER
        assert answer["document"]["private_hidden"] == 0
        tags = [c.get(f"/v1/documents/{letter}").headers["etag"] for c in (whole, client)]
    assert tags[0] != tags[1]
    assert client.get(f"/v1/documents/{letter}").json()["text_sha256"] == answer["text_sha256"]
