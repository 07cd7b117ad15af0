"""Deciding over HTTP: what it does to answers, and that the answer is how things stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.queries import shipped
from graph.store import Store
from ingest.decisions.mirror import Mirror
from ingest.pipeline import ingest
from ingest.vocabulary import shipped as vocabulary
from tests.decisions.making import sound
from tests.decisions.serving import ECHOES, PAGE, SIGNED, evidence, served
from tests.http.client import assert_problem
from tests.store_fixtures import StoreAddress


@pytest.fixture
def held(store: Store) -> Store:
    report = ingest(store, shipped(), vocabulary(), [PAGE])
    assert report.loaded
    return store


def test_a_province_set_over_http_places_the_echo_and_undone_takes_it_back(
    held: Store, store_address: StoreAddress, tmp_path: Path
) -> None:
    with served(store_address, tmp_path) as client:
        before = client.get(ECHOES).json()
        document = f"/v1/documents/{evidence(client)['document']}"
        given = {
            **SIGNED,
            "action": "set",
            "value": {"province": "Lào Cai", "source_url": "https://example.org/a"},
        }
        answer = client.patch(document, json=given)
        assert answer.status_code == 200, answer.text
        assert answer.json()["curated"] == {"province": "10", "source_url": "https://example.org/a"}
        (echoing,) = [p for p in client.get(ECHOES).json()["provinces"] if p["state"] == "echoed"]
        assert (echoing["code"], echoing["evidence"][0]["place_basis"]) == ("10", "curated")
        listed = client.get("/v1/decisions").json()
        assert [(d["action"], d["by"], d["standing"]) for d in listed["items"]] == [
            ("set", "Lan", "in force")
        ] * 2
        for field in ("province", "source_url"):
            given = {**SIGNED, "action": "undo", "value": field}
            assert client.patch(document, json=given).status_code == 200
        after = client.get(ECHOES).json()
        assert {**after, "dataset_version": ""} == {**before, "dataset_version": ""}
        assert after["dataset_version"] != before["dataset_version"], "what was decided is part of the data"
    assert len(Mirror(tmp_path / "decisions.jsonl").read()) == 4
    assert sound(held, Mirror(tmp_path / "decisions.jsonl")) == []


def test_evidence_is_judged_and_the_answer_is_how_it_stands(
    held: Store, store_address: StoreAddress, tmp_path: Path
) -> None:
    with served(store_address, tmp_path) as client:
        key = evidence(client)["key"]
        for action, value, status in (
            ("accept", None, "accepted"),
            ("reject", None, "rejected"),
            ("correct", {"relation": "refuses"}, "corrected"),
        ):
            given = {**SIGNED, "action": action, "value": value}
            answer = client.patch(f"/v1/provenance/{key}", json=given)
            assert answer.status_code == 200, answer.text
            assert answer.json()["status"] == status
            assert answer.json() == client.get(f"/v1/provenance/{key}").json()
        for _ in range(3):
            answer = client.patch(f"/v1/provenance/{key}", json={**SIGNED, "action": "undo"})
            assert answer.status_code == 200, answer.text
        assert answer.json()["status"] is None
        assert [d["standing"] for d in answer.json()["decisions"]] == ["undone"] * 3 + ["in force"] * 3


def test_the_list_of_decisions_pages_to_its_end(
    held: Store, store_address: StoreAddress, tmp_path: Path
) -> None:
    with served(store_address, tmp_path) as client:
        key = evidence(client)["key"]
        for action in ("accept", "reject", "undo", "undo", "accept"):
            client.patch(f"/v1/provenance/{key}", json={**SIGNED, "action": action})
        path, seen = "/v1/decisions?limit=2", []
        while path:
            page = client.get(path)
            seen += [item["id"] for item in page.json()["items"]]
            assert page.json()["total"] == 5
            path = page.links.get("next", {}).get("url", "")
        assert len(set(seen)) == len(seen) == 5
        assert client.get(f"/v1/decisions?statement={key}&action=accept&by=Lan").json()["total"] == 2
        assert client.get("/v1/decisions?by=Minh").json()["items"] == []


def test_a_log_that_cannot_be_written_refuses_before_anything_is_decided(
    held: Store, store_address: StoreAddress, tmp_path: Path
) -> None:
    (tmp_path / "decisions.jsonl").mkdir()
    with served(store_address, tmp_path) as client:
        given = {**SIGNED, "action": "reject"}
        response = client.patch(f"/v1/provenance/{evidence(client)['key']}", json=given)
        assert_problem(response, 503, "decision-log-error")
        assert client.get("/v1/decisions").json()["total"] == 0


def test_undoing_without_naming_means_the_only_decision_in_force(
    held: Store, store_address: StoreAddress, tmp_path: Path
) -> None:
    with served(store_address, tmp_path) as client:
        document = f"/v1/documents/{evidence(client)['document']}"
        undo = {**SIGNED, "action": "undo"}
        assert_problem(client.patch(document, json=undo), 404)
        for value in ({"province": "Lào Cai"}, {"source_url": "https://example.org/a"}):
            assert client.patch(document, json={**SIGNED, "action": "set", "value": value}).status_code == 200
        several = client.patch(document, json=undo)
        assert_problem(several, 422, "decision-invalid")
        assert "province, source_url" in several.text
        assert client.patch(document, json={**undo, "value": "source_url"}).status_code == 200
        answer = client.patch(document, json=undo)
        assert answer.status_code == 200, answer.text
        assert not answer.json()["curated"]
