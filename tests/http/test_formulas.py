"""Formulas over HTTP: wording that many provinces share, with every place, its quote and its span."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.answers.echoing.echoes import echoes
from app.answers.sources.documents import document
from graph.queries import inline
from graph.store import Store
from tests.align.acts import WELL, write
from tests.align.test_in_the_store import PROVINCES, collection
from tests.http.client import assert_quotes_hold, client_on, pages
from tests.store.corpus import load
from tests.store_fixtures import StoreAddress

DIRECTIVE = "11/CT-TTg@2021"
IDS = inline("MATCH (d:Document) RETURN d.number AS number, d.id AS id")


@pytest.fixture(scope="module")
def loaded(module_store: Store, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Central acts and provinces, five of which had a sentence before the directive that has it, too."""
    load(module_store, write(tmp_path_factory.mktemp("acts"), **collection()).values())
    return module_store


@pytest.fixture(scope="module")
def ids(loaded: Store) -> dict[str, str]:
    """Document id by number."""
    return {str(row["number"]): str(row["id"]) for row in loaded.read(IDS)}


@pytest.fixture(scope="module")
def client(loaded: Store, store_address: StoreAddress) -> Iterator[TestClient]:
    """The application on this store."""
    with client_on(store_address) as client:
        yield client


def _get(client: TestClient, path: str) -> Any:
    response = client.get(path)
    assert response.status_code == 200, response.text
    return response.json()


def test_a_formula_is_listed_with_who_shares_it_and_in_which_words(client: TestClient) -> None:
    answer = _get(client, "/v1/formulas?evidence_limit=100")
    (row,) = answer["items"]
    assert (row["provinces"], row["documents"], row["central"], row["places"]) == (6, 7, 1, 7)
    assert row["first_on"] == "2021-02-01"
    assert {place["quote"] for place in row["members"]} == {WELL}
    names = {place["province"]["name"] for place in row["members"] if place["province"]}
    assert names == {*PROVINCES, "Hà Nam"}
    assert [place["date"] for place in row["members"]] == sorted(place["date"] for place in row["members"])
    assert assert_quotes_hold(client, answer) == 7
    assert len(_get(client, "/v1/formulas?evidence_limit=2")["items"][0]["members"]) == 2


def test_its_places_page_to_the_end_and_each_leads_to_its_provenance(client: TestClient) -> None:
    (row,) = _get(client, "/v1/formulas")["items"]
    found = list(pages(client, f"/v1/formulas/{row['id']}?limit=3"))
    places = [place for page in found for place in page["items"]]
    assert [len(page["items"]) for page in found] == [3, 3, 1]
    assert {page["total"] for page in found} == {7}
    assert found[0]["words"].startswith("Shared by 6 provinces and 1 act of central bodies, in 7 documents")
    for place in places:
        statement = _get(client, f"/v1/provenance/{place['key']}")
        assert (statement["type"], statement["object"]["key"]) == ("SHARES", row["id"])
        assert statement["evidence"]["quote"] == place["quote"]
        assert statement["verified"] is True
    sheet = client.get(f"/v1/formulas/{row['id']}?format=csv")
    rows = csv.DictReader(io.StringIO(sheet.content.decode("utf-8-sig"), newline=""))
    assert [line["quote"] for line in rows] == [WELL] * 7


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ("province=Phu%20Tho", 1),
        ("province=Ha%20Noi", 0),
        ("least=6", 1),
        ("least=7", 0),
        ("directive=11/CT-TTg@2021", 1),
        ("directive=12/CT-TTg@2021", 0),
        ("directive=11/CT-TTg@2021&province=Phu%20Tho&least=2", 1),
    ],
)
def test_filters_pick_what_they_say(client: TestClient, query: str, total: int) -> None:
    answer = _get(client, f"/v1/formulas?{query}")
    assert answer["total"] == len(answer["items"]) == total


def test_a_formula_shows_where_it_occurs_and_is_no_echo(loaded: Store, ids: dict[str, str]) -> None:
    answer = echoes(loaded, DIRECTIVE)
    assert [(here.document, here.quote) for here in answer.formulas] == [(ids["11/CT-TTg"], WELL)]
    evidence = [e for p in answer.provinces for e in p.evidence if e.how == "reuses"]
    assert evidence
    assert all(e.source_quote and WELL not in e.source_quote for e in evidence)
    (here,) = document(loaded, ids["77/CT-UBND"]).formulas
    assert document(loaded, ids["77/CT-UBND"]).text[here.start : here.end] == here.quote == WELL


def test_only_a_province_has_it_no_longer_when_the_others_are_gone(store: Store, tmp_path: Path) -> None:
    acts = collection()
    kept = {name: text for name, text in acts.items() if not name.startswith("before") and name != "well"}
    load(store, write(tmp_path, **kept).values())
    assert echoes(store, DIRECTIVE).formulas == []
